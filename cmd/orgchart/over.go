package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
	"example.com/orgchart/orgmodel/report"
	"github.com/spf13/cobra"
)

// spanning is the interval that check may look at instead of one day.
type spanning struct {
	over    string
	maxDays int
}

func (s *spanning) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&s.over, "over", "", "look at all days of an interval, `FROM..UNTIL`, the second not included, and say when what\nis found breaks and heals: today.. is what is to come, .. the whole time")
	f.IntVar(&s.maxDays, "max-days", 0, "with --over: most days looked at (default 10,000)")
	complete(cmd, "over", "today..", "..")
}

// interval is the days to look at; false where only one is.
func (s *spanning) interval(cmd *cobra.Command, now time.Time) (days orgmodel.Interval, is bool, err error) {
	switch {
	case !cmd.Flags().Changed("over"):
		if cmd.Flags().Changed("max-days") {
			return days, false, errors.New("--max-days is of use with --over alone")
		}
		return days, false, nil
	case cmd.Flags().Changed("as-of"):
		return days, true, errors.New("--as-of and --over exclude each other: --as-of looks at one day, --over at all days of an interval; leave one out")
	}
	if cmd.Flags().Changed("max-days") && s.maxDays < 1 {
		return days, true, fmt.Errorf("--max-days %d: want 1 or more, or leave it out for 10,000", s.maxDays)
	}
	days, err = intervalOf(s.over, now)
	return days, true, err
}

// intervalOf is the days that --over names.
func intervalOf(text string, now time.Time) (days orgmodel.Interval, err error) {
	from, until, ok := strings.Cut(text, "..")
	from, until = strings.TrimSpace(from), strings.TrimSpace(until)
	if !ok || strings.HasPrefix(until, ".") {
		return days, fmt.Errorf("--over %q is no interval: want FROM..UNTIL, such as today.. for what is to come, 2026-01-01..2027-01-01 for the year 2026, or .. for the whole time", text)
	}
	for _, end := range []struct {
		text string
		day  *orgmodel.Date
	}{{from, &days.From}, {until, &days.Until}} {
		switch end.text {
		case "":
			continue
		case "today":
			*end.day = orgmodel.DateOf(now)
			continue
		}
		if *end.day, err = orgmodel.ParseDate(end.text); err != nil {
			return days, fmt.Errorf("--over %w, today, or nothing for an open end", err)
		}
	}
	switch {
	case !days.Until.IsZero() && days.Until.Before(days.From):
		err = fmt.Errorf("--over %s ends before it begins: write %s..%s", text, days.Until, days.From)
	case days.Until == orgmodel.NewDate(1, 1, 1):
		err = fmt.Errorf("--over %s holds no day: 0001-01-01 is the first there is, and the second day is not part of the interval", text)
	case days.Empty():
		err = fmt.Errorf("--over %s holds no day, since the second is not part of it; for one day write --as-of %s", text, days.From)
	}
	return days, err
}

// look checks by a policy, on one day or over an interval, which then stands in the report.
func (by *policing) look(ctx context.Context, p *policy.Policy, r *report.Report) (policy.Outcome, error) {
	known := by.baseline
	if by.write != "" {
		known = nil // it is written anew, from all that is found
	}
	c := policy.Checker{Baseline: known, Afresh: known == nil, Coverage: by.coverage, MinCoverage: by.least, MaxDays: by.maxDays}
	if by.days == nil {
		return c.Check(ctx, r.Org, p)
	}
	spells, out, err := c.Over(ctx, r.Org, *by.days, p)
	if errors.Is(err, orgmodel.ErrManyDays) {
		err = fmt.Errorf("%w (--max-days)", err)
	}
	r.Over, r.Looked = spells.Over, spells.Looked
	return out, err
}
