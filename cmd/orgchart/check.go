package main

import (
	"fmt"
	"time"

	"example.com/orgchart/internal/demo"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/report"
	"example.com/orgchart/orgmodel/rules"
	"github.com/spf13/cobra"
)

func newCheck(io streams) *cobra.Command {
	var in input
	var by policing
	var how reporting
	var when spanning
	cmd := &cobra.Command{
		Use:   "check [FILE...]",
		Short: "Say what is wrong with an organisation's reporting lines",
		Long: `check reads one organisation from all the files given, looks for what is wrong
with its reporting lines, and names the record, the cell, the lines that show it and
the way to put it right. It exits with 1 where something is at or above --fail-on.

--policy names a file that says which rules there are, with which parameters, and what
is let stand; see 'orgchart policy --help'. --baseline leaves out findings that are
known, and --write-baseline writes those there are into such a file.

--over looks at every day of an interval and not at one, and says when what is found
breaks and when it heals: planned leavers, assignments that end, lines that are still to
come. Findings, --fail-on and exit code are those of all its days together.`,
		Example: `  orgchart check
  orgchart check people.csv --fail-on warning
  orgchart check org.yaml
  orgchart check org.yaml --policy policy.yaml
  orgchart check people.csv --write-baseline known.txt
  orgchart check people.csv --baseline known.txt
  orgchart check senior.csv junior.csv --format json > findings.json
  orgchart check org.yaml --format sarif > findings.sarif
  orgchart check org.yaml --format markdown >> "$GITHUB_STEP_SUMMARY"
  orgchart check leute.csv --map "Chef=manager" --as-of 2026-04-01
  orgchart check org.yaml --over today..                     # what will break
  orgchart check org.yaml --over 2026-01-01..2027-01-01      # when, in the year 2026`,
		RunE: func(cmd *cobra.Command, args []string) error {
			how.explain = by.explain()
			write, err := how.writer(io.out)
			if err != nil {
				return err
			}
			least, err := how.least()
			if err != nil {
				return err
			}
			if err := by.read(); err != nil {
				return err
			}
			days, over, err := when.interval(cmd, time.Now())
			if err != nil {
				return err
			}
			if over {
				in.asOf = "none"
			}
			o, notes, err := in.load(cmd.Context(), io, args)
			if err != nil {
				return err
			}
			set := by.rules(args)
			r := report.Report{Org: o, Notes: notes, Rules: set, Open: by.quoting(args)}
			if over {
				spells, err := when.check(cmd.Context(), io, &by, o, days, set)
				if err != nil {
					return err
				}
				r.Findings, r.Over, r.Looked = spells.Findings, spells.Over, spells.Looked
			} else if r.Findings, err = by.check(cmd.Context(), io, o, set); err != nil {
				return err
			}
			for _, name := range args {
				r.Files = append(r.Files, called(name))
			}
			if err := write(io.out, r); err != nil {
				return fmt.Errorf("standard output: %w", err)
			}
			if len(r.Findings.AtLeast(least)) > 0 {
				return errFound
			}
			return nil
		},
	}
	in.flags(cmd)
	by.flags(cmd)
	how.flags(cmd)
	when.flags(cmd)
	return cmd
}

// ruleset is the core pack; the demonstration organisation has a policy of its own besides.
func ruleset(files []string) []orgmodel.Rule {
	if len(files) > 0 {
		return rules.Core()
	}
	return append(rules.Core(), demo.Policy())
}
