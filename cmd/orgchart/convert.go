package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source/native"
	"github.com/spf13/cobra"
)

// conversion is what the flags of convert say.
type conversion struct {
	in          input
	out, format string
	exact       bool
}

func newConvert(s streams) *cobra.Command {
	c := conversion{in: input{asOf: "none"}}
	cmd := &cobra.Command{
		Use:   "convert [FILE...] [-o OUT]",
		Short: "Write an organisation in the native format, to be kept in git",
		Long: `convert reads one organisation from all the files given and writes it in the native
format, as YAML or JSON. Nothing is lost: what a row could not say stays with its record.
Nodes stand by kind, and lines with the node they start from; with --exact everything keeps
the order of the files. Where an id is declared twice it keeps that order anyway, since the first
record answers to the id. Comments of a YAML file are not carried over: to tidy one, take fmt.
The output is written whole or not at all.`,
		Example: `  orgchart convert people.csv -o org.yaml
  orgchart convert senior.csv junior.csv -o ministry.yaml
  orgchart convert org.yaml -o org.json
  orgchart convert leute.csv --map "Chef=manager" | orgchart check -`,
		RunE: func(cmd *cobra.Command, args []string) error { return c.run(cmd.Context(), s, args) },
	}
	c.in.reading(cmd)
	f := cmd.Flags()
	f.StringVarP(&c.out, "out", "o", "", "`file` to write (default: standard output)")
	f.StringVar(&c.format, "format", "", "`format` of the output: yaml or json (default: by the name of the output, else yaml)")
	f.BoolVar(&c.exact, "exact", false, "keep nodes and lines in the order of the files")
	complete(cmd, "format", "yaml", "json")
	return cmd
}

func (c *conversion) run(ctx context.Context, s streams, files []string) error {
	w := native.Writer{Grouped: !c.exact}
	format := c.format
	if format == "" && c.out != "-" {
		format = strings.TrimPrefix(strings.ToLower(filepath.Ext(c.out)), ".")
	}
	switch format {
	case "yaml", "yml", "":
	case "json":
		w.JSON = true
	default:
		return fmt.Errorf("cannot write %q: want a name that ends in .yaml or .json, or --format yaml or json", format)
	}
	o, _, err := c.in.load(ctx, s, files)
	if err != nil {
		return err
	}
	if w.Grouped && !w.Regroups(o) && !c.in.quiet {
		fmt.Fprintln(s.err, "note: an id is declared more than once, and the first record answers to it: everything keeps the order of the files.")
	}
	w.Comment = provenance(files, o)
	return writeWhole(c.out, s.out, func(out io.Writer) error { return w.Write(patient{ctx, out}, o) })
}

// provenance says where an organisation comes from, the same for the same files on every day and in
// every folder.
func provenance(files []string, o *orgmodel.Org) string {
	return fmt.Sprintf("Converted from %s: %s, %s.", sources(files), plural(o.Len(), "record"), plural(o.Lines(), "line"))
}

// sources names files, the first of many.
func sources(files []string) string {
	if len(files) == 0 {
		return "the demonstration organisation"
	}
	var names []string
	for _, f := range files {
		names = append(names, filepath.Base(called(f)))
	}
	last := names[len(names)-1]
	if len(names) > 4 {
		names = names[:4]
		last = fmt.Sprintf("%d more", len(files)-3)
	}
	if len(names) == 1 {
		return last
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + last
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
