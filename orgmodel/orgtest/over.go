package orgtest

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// Over fails t for every error that rules find, those of the core pack where none is named, on any
// day of an interval, with the first day on which each stands and the day on which it is gone:
//
//	orgtest.Over(t, org, "2026-01-01", "2027-01-01") // the year 2026
//
// Until is the first day after the interval; either may be empty, and the interval then goes as far
// as anything in the organisation begins or ends. Warnings and information go into the log; for
// another severity see Check.Over. It fails t at once where one of them is no day. A rule that looked at
// nothing fails t where it did so on every day.
func Over(t testing.TB, org *orgmodel.Org, from, until string, pack ...orgmodel.Rule) {
	t.Helper()
	var days orgmodel.Interval
	for _, d := range []struct {
		text string
		day  *orgmodel.Date
	}{{from, &days.From}, {until, &days.Until}} {
		if err := d.day.UnmarshalText([]byte(d.text)); err != nil {
			t.Fatalf("an end of the interval: %v", err)
		}
	}
	if len(pack) == 0 {
		pack = rules.Core()
	}
	Check{Least: orgmodel.Error}.Over(t, org, days, pack...)
}

// Over checks rules on all days of an interval and fails t, once, with what they found. An interval
// without a day fails it, since nothing would ever be found in it.
func (c Check) Over(t testing.TB, org *orgmodel.Org, days orgmodel.Interval, rules ...orgmodel.Rule) {
	t.Helper()
	if len(rules) == 0 {
		t.Errorf("no rule is checked: name one, or call the function Over for the core pack")
		return
	}
	spells, err := orgmodel.Over(context.Background(), org, days, rules...)
	switch {
	case err != nil:
		t.Errorf("no day is checked: %v", err)
		return
	case spells.Over.Empty():
		t.Errorf("%s", noDay(days))
		return
	}
	found := slices.DeleteFunc(spells.Findings, func(f orgmodel.Finding) bool {
		return f.Rule == orgmodel.MatchesNothing && f.Spell != nil && *f.Spell != (orgmodel.Spell{})
	})
	c.judge(t, org.At(orgmodel.Date{}), found, checked(rules)+" on the days "+spells.Over.String())
}

func noDay(days orgmodel.Interval) string {
	return fmt.Sprintf("no day is checked: the interval from %s ends on %s, which is not part of it", days.From, days.Until)
}

// ProveDays fails t where a check of rules over an interval differs from one on each of its days: a rule
// then changes its mind on a day that its Days leave out. An interval of a few hundred days and an
// organisation with dates in it do; ends that are open are as for orgmodel.Over. It fails t for no
// rule and for an interval without a day, since nothing would be proved.
func ProveDays(t testing.TB, org *orgmodel.Org, days orgmodel.Interval, rules ...orgmodel.Rule) {
	t.Helper()
	if len(rules) == 0 {
		t.Errorf("no rule is given: name those whose Days are to be proved")
	}
	for _, rule := range rules {
		spells, err := orgmodel.Checker{Limit: -1, MaxDays: -1}.Over(context.Background(), org, days, rule)
		switch {
		case err != nil:
			t.Errorf("%s: %v", rule.Name, err)
			continue
		case spells.Over.Empty():
			t.Errorf("%s: %s", rule.Name, noDay(days))
			continue
		}
		var got []string
		for _, f := range spells.Findings {
			if !f.Spell.Whole {
				got = append(got, spelt(f, *f.Spell))
			}
		}
		want := everyDay(t, org, spells.Over, rule)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s over the days %s: its Days leave a day out on which it changes its mind\n    only by the days it names\n%s\n    only by every day\n%s",
				rule.Name, spells.Over, indent(indent(listing(without(got, want)))), indent(indent(listing(without(want, got)))))
		}
	}
}

func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

func spelt(f orgmodel.Finding, s orgmodel.Spell) string {
	return oneLine(fmt.Sprintf("%s %s: %s (%s; fingerprint %s)", f.Severity, f.Rule, f.Message, s, f.Fingerprint()))
}

// everyDay is what a rule finds, by a check on each day of an interval and the day before.
func everyDay(t testing.TB, org *orgmodel.Org, days orgmodel.Interval, rule orgmodel.Rule) (all []string) {
	t.Helper()
	type standing struct {
		f     orgmodel.Finding
		since orgmodel.Date
	}
	open := map[string]standing{}
	before := days.From.AddDays(-1)
	for d := days.From; days.Holds(d) && !d.IsZero(); d = d.AddDays(1) {
		today := found(t, org.At(d), rule)
		for print, is := range open {
			now, still := today[print]
			if still && now.Severity == is.f.Severity {
				continue
			}
			all = append(all, spelt(is.f, orgmodel.Spell{From: is.since, Until: d, Turns: now.Severity}))
			delete(open, print)
		}
		var eve map[string]orgmodel.Finding
		if d == days.From && !before.IsZero() {
			eve = found(t, org.At(before), rule)
		}
		for print, f := range today {
			if _, stands := open[print]; stands {
				continue
			}
			since := d
			if was, stood := eve[print]; d == days.From && (before.IsZero() || stood && was.Severity == f.Severity) {
				since = orgmodel.Date{}
			}
			open[print] = standing{f, since}
		}
	}
	for _, is := range open {
		all = append(all, spelt(is.f, orgmodel.Spell{From: is.since}))
	}
	return all
}

// found is what a rule finds on one day, by fingerprint.
func found(t testing.TB, org *orgmodel.Org, rule orgmodel.Rule) map[string]orgmodel.Finding {
	t.Helper()
	all, err := orgmodel.Checker{Limit: -1}.Check(context.Background(), org, rule)
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]orgmodel.Finding{}
	for _, f := range all {
		if _, met := by[f.Fingerprint()]; !met {
			by[f.Fingerprint()] = f
		}
	}
	return by
}
