package main

import (
	"example.com/orgchart/orgmodel/source/native"
	"github.com/spf13/cobra"
)

func newSchema(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the native format as a JSON Schema, for editors",
		Long: `schema prints the native format as a JSON Schema (draft 2020-12). An editor that has it
completes keys and marks mistakes while one writes. Keep it beside the file, and name it
in the first line of the file:

  # yaml-language-server: $schema=orgchart.schema.json`,
		Example: `  orgchart schema > orgchart.schema.json`,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := s.out.Write(native.Schema())
			return err
		},
	}
}
