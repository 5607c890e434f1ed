package main

import (
	"context"
	"fmt"
	"time"

	"example.com/orgchart/internal/demo"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/report"
	"example.com/orgchart/orgmodel/rules"
	"github.com/spf13/cobra"
)

func newCheck(io streams) *cobra.Command {
	var c checking
	cmd := &cobra.Command{
		Use:   "check [FILE...]",
		Short: "Say what is wrong with an organisation's reporting lines",
		Long: `check reads one organisation from all the files given, looks for what is wrong
with its reporting lines, and names the record, the cell, the lines that show it and
the way to put it right. It exits with 1 where something is at or above --fail-on.

--policy names a file that says which rules there are, with which parameters, and what
is let stand; see 'orgchart policy --help'. --baseline leaves out findings that are
known, and --write-baseline writes those there are into such a file; --update-baseline
takes out of it what is found no longer. --coverage says whom the rules are about.

Errors of reading go to standard error and, in the formats for machines, as findings of
the rule unreadable to standard output, too; it exits with 2.

--over looks at every day of an interval and not at one, and says when what is found
breaks and when it heals: planned leavers, assignments that end, lines that are still to
come. Findings, --fail-on and exit code are those of all its days together.`,
		Example: `  orgchart check
  orgchart check people.csv --fail-on warning
  orgchart check org.yaml
  orgchart check org.yaml --policy policy.yaml
  orgchart check people.csv --write-baseline known.txt
  orgchart check people.csv --baseline known.txt
  orgchart check people.csv --baseline known.txt --update-baseline
  orgchart check org.yaml --policy policy.yaml --coverage
  orgchart check senior.csv junior.csv --format json > findings.json
  orgchart check org.yaml --format sarif > findings.sarif
  orgchart check org.yaml --format markdown >> "$GITHUB_STEP_SUMMARY"
  orgchart check leute.csv --map "Chef=manager" --as-of 2026-04-01
  orgchart check org.yaml --over today..                     # what will break
  orgchart check org.yaml --over 2026-01-01..2027-01-01      # when, in the year 2026`,
		RunE: func(cmd *cobra.Command, args []string) error {
			days, over, err := c.when.interval(cmd, time.Now())
			if err != nil {
				return err
			}
			if over {
				c.in.asOf, c.by.days, c.by.maxDays = "none", &days, c.when.maxDays
			}
			return c.run(cmd.Context(), io, args)
		},
	}
	c.in.flags(cmd)
	c.by.flags(cmd)
	c.how.flags(cmd)
	c.when.flags(cmd)
	return cmd
}

// checking is what comes in, what it is held to, and how findings go out.
type checking struct {
	in   input
	by   policing
	how  reporting
	when spanning
}

func (c *checking) run(ctx context.Context, s streams, files []string) error {
	c.how.explain = c.by.explain()
	write, err := c.how.writer(s.out)
	if err != nil {
		return err
	}
	if err := c.by.misused(); err != nil {
		return err
	}
	if err := c.in.misused(); err != nil {
		return err
	}
	if err := spare(c.by.write, append(files, c.by.file)); err != nil {
		return err
	}
	r := report.Report{Open: c.by.quoting(files)}
	for _, name := range files {
		r.Files = append(r.Files, called(name))
	}
	if r.Err = c.by.read(); r.Err == nil {
		r.Org, r.Notes, r.Err = c.in.load(ctx, s, files)
	}
	if r.Err != nil {
		return c.how.unread(ctx, s, write, r)
	}
	r.Rules = c.by.rules(files)
	if err := c.by.check(ctx, s, &r); err != nil {
		return err
	}
	if err := write(s.out, r); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	least, err := c.how.least()
	if err == nil && len(r.Findings.AtLeast(least)) > 0 {
		return errFound
	}
	return err
}

// ruleset is the core pack; the demonstration organisation has a policy of its own besides.
func ruleset(files []string) []orgmodel.Rule {
	if len(files) > 0 {
		return rules.Core()
	}
	return append(rules.Core(), demo.Policy())
}
