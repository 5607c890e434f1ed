package gonumview_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"example.com/orgchart/orgmodel"
)

// hostile is an organisation that is wrong in many ways: loops, lines to oneself, parallel lines,
// ghosts, repeated and empty ids, persons with no, one or several posts, lines that have ended.
func hostile(seed uint64) *orgmodel.Org {
	r := rand.New(rand.NewPCG(seed, 11))
	n := 1 + r.IntN(16)
	id := func() orgmodel.ID {
		if r.IntN(40) == 0 {
			return ""
		}
		return orgmodel.ID(fmt.Sprint("n", r.IntN(n+1+n/8)))
	}
	var s orgmodel.Spec
	for i := range n {
		node := orgmodel.Node{ID: orgmodel.ID(fmt.Sprint("n", i)), Kind: orgmodel.Post}
		switch r.IntN(6) {
		case 0, 1:
			node.Kind = orgmodel.Person
		case 2:
			node.Kind = orgmodel.Unit
		}
		if r.IntN(20) == 0 {
			node.ID = id()
		}
		if r.IntN(8) == 0 {
			node.Live.Until = orgmodel.NewDate(2026, 5, 1+r.IntN(5))
		}
		s.Nodes = append(s.Nodes, node)
	}
	rels := []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.Holds, orgmodel.PartOf, orgmodel.DottedTo, ""}
	for range r.IntN(3*n + 1) {
		l := orgmodel.Line{From: id(), Rel: rels[r.IntN(len(rels))], To: id()}
		if r.IntN(5) == 0 {
			l.Live.Until = orgmodel.NewDate(2026, 5, 1+r.IntN(5))
		}
		s.Lines = append(s.Lines, l)
	}
	return orgmodel.New(s)
}

// eachOrg runs a test over hostile organisations, each without a day and on one.
func eachOrg(t *testing.T, test func(t *testing.T, o *orgmodel.Org)) {
	t.Helper()
	rounds := uint64(600)
	if testing.Short() {
		rounds = 60
	}
	for seed := range rounds {
		o := hostile(seed)
		for _, o := range []*orgmodel.Org{o, o.At(orgmodel.NewDate(2026, 5, 3))} {
			if test(t, o); t.Failed() {
				t.Fatalf("seed %d, day %q", seed, o.AsOf())
			}
		}
	}
}

// everyone are all records and ghosts.
func everyone(o *orgmodel.Org) (all []orgmodel.Ref) {
	for r := range o.Nodes() {
		all = append(all, r)
	}
	for r := range o.Ghosts() {
		all = append(all, r)
	}
	return all
}
