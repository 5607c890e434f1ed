package orgmodel_test

import (
	"context"
	"runtime"
	"testing"

	"example.com/orgchart/orgmodel"
)

// A rule that ends its goroutine, as t.FailNow does, is a finding, and the others run all the same: in a check of
// one day and over an interval, with one worker and with many.
func TestRuleThatEndsItsGoroutine(t *testing.T) {
	rules := []orgmodel.Rule{
		{Name: "quits", Whole: true, Check: func(p *orgmodel.Pass) { p.AsOf(); runtime.Goexit() }},
		{Name: "says", Check: func(p *orgmodel.Pass) { p.AsOf(); p.Report(orgmodel.Finding{Subject: "a"}) }},
	}
	o := orgmodel.New(orgmodel.Spec{})
	days := orgmodel.Interval{From: orgmodel.NewDate(2026, 1, 1), Until: orgmodel.NewDate(2026, 1, 9)}
	for _, workers := range []int{0, 1} {
		c := orgmodel.Checker{Workers: workers}
		found, err := c.Check(t.Context(), o, rules...)
		if err != nil || len(found) != 2 || found[0].Key != "panic" || found[1].Rule != "says" {
			t.Errorf("%d workers: %v %v", workers, found, err)
		}
		spells, err := c.Over(t.Context(), o, days, rules...)
		if found = spells.Findings; err != nil || len(found) != 2 || found[0].Key != "panic" || found[1].Rule != "says" {
			t.Errorf("%d workers, over: %v %v", workers, found, err)
		}
	}
}

// What the caller does with its slice of rules after it gave up a check is no concern of rules still under way; run
// with -race.
func TestRulesChangedAfterCancel(t *testing.T) {
	for range 200 {
		ctx, cancel := context.WithCancel(t.Context())
		go cancel()
		rules := make([]orgmodel.Rule, 50)
		for i := range rules {
			rules[i] = orgmodel.Rule{Name: "idle", Check: func(*orgmodel.Pass) {}}
		}
		_, err := orgmodel.Check(ctx, orgmodel.New(orgmodel.Spec{}), rules...)
		clear(rules)
		if err != nil && err != context.Canceled {
			t.Fatal(err)
		}
	}
}

// Before the first day there is none, and so nothing is found there: neither on a day nor on all of them.
func TestOverBeforeFirstDay(t *testing.T) {
	rule := orgmodel.Rule{Name: "says", Whole: true, Check: func(p *orgmodel.Pass) { p.Report(orgmodel.Finding{Subject: "a"}) }}
	spells, err := orgmodel.Over(t.Context(), orgmodel.New(orgmodel.Spec{}), orgmodel.Interval{Until: orgmodel.NewDate(1, 1, 1)}, rule)
	if err != nil || len(spells.Findings) != 0 {
		t.Errorf("%v %v", spells, err)
	}
}
