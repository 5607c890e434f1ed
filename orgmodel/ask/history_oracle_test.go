package ask_test

import (
	"strconv"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/orgtest"
)

// spans are the days on which the holdings of a record hold, by day number; dates in the random
// organisations lie well within.
const firstDay, lastDay = -10, 30

func covers(o *orgmodel.Org, e orgmodel.Edge, n int) bool {
	d := day(n)
	return o.LineLife(e).Holds(d) && o.Life(e.From).Holds(d) && o.Life(e.To).Holds(d)
}

// TestHistoryDayByDay holds gaps and overlaps to a count of the holders on each day.
func TestHistoryDayByDay(t *testing.T) {
	some := [2]int{}
	test := func(t *testing.T, o *orgmodel.Org) {
		for _, r := range everyone(o) {
			var lines, whole []orgmodel.Edge
			for e := range o.Edges(orgmodel.Holds) {
				person := o.Kind(r) == orgmodel.Person
				if person && e.From == r || !person && e.To == r {
					lines = append(lines, e)
				}
			}
			a := ask.Asker{Org: o}.History(r)
			if a.Total != len(lines) {
				t.Errorf("%d has %d holdings, want %d", r, a.Total, len(lines))
			}
			gaps, held, before := 0, false, false
			for n := firstDay; n <= lastDay; n++ {
				on := false
				for _, e := range lines {
					on = on || covers(o, e, n)
				}
				exists := o.Life(r).Holds(day(n))
				if !on && exists && (before && n > firstDay || !held && !o.Life(r).From.IsZero() && day(n) == o.Life(r).From) {
					gaps++
				}
				before, held = on, held || on
			}
			state := o.Attrs(r).Get("state")
			if !held || !before && gaps > 0 && o.Life(r).Until.IsZero() && (state == "ended" || state == "abolished") && o.Declared(r) {
				gaps = max(gaps-1, 0) // nobody holds what has ended, on an unknown day
			}
			if !held {
				gaps = 0
			}
			for _, e := range lines {
				fte, err := strconv.ParseFloat(o.LineAttrs(e).Get("fte"), 64)
				part := o.LineAttrs(e).Get("mode") == "job-share" || err == nil && fte >= 0 && fte < 1
				for n := firstDay; n <= lastDay && !part; n++ {
					if covers(o, e, n) {
						whole = append(whole, e)
						break
					}
				}
			}
			overlaps := overlapping(o, whole)
			some[0] += gaps
			some[1] += overlaps
			if int(a.Counts.Of("gaps")) != gaps || int(a.Counts.Of("overlaps")) != overlaps {
				t.Errorf("%d has %v, want %d gaps and %d overlaps: %+v", r, a.Counts, gaps, overlaps, a.Why)
			}
		}
	}
	eachOrg(t, 200, test)
	for seed := range uint64(20) {
		test(t, orgmodel.New(orgtest.Hostile(seed, 40)))
	}
	if some[0] < 10 || some[1] < 10 {
		t.Errorf("only %v gaps and overlaps: the test no longer tests", some)
	}
}

// overlapping counts the holdings that some other which begins no later shares a day with.
func overlapping(o *orgmodel.Org, lines []orgmodel.Edge) (n int) {
	begins := func(e orgmodel.Edge) int {
		for d := firstDay; ; d++ {
			if covers(o, e, d) {
				return d
			}
		}
	}
	for i, e := range lines {
		for j, f := range lines {
			if b := begins(e); (begins(f) < b || begins(f) == b && j < i) && covers(o, f, b) {
				n++
				break
			}
		}
	}
	return n
}
