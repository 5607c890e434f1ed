package orgmodel_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
)

// random makes organisations that are wrong in every way: loops, ghosts, repeated and empty ids,
// persons with no, one or several posts, records that begin and end. One seed, one organisation.
type random struct {
	*rand.Rand
	ids []orgmodel.ID
}

func randomSpec(seed uint64) orgmodel.Spec {
	r := random{Rand: rand.New(rand.NewPCG(seed, 7))}
	n := 1 + r.IntN(14)
	if seed%16 == 0 {
		n = 300 + r.IntN(300) // enough for ids to be found by their numbers
	}
	s := orgmodel.Spec{Name: fmt.Sprint("organisation ", seed)}
	for i := range n {
		s.Nodes = append(s.Nodes, r.node(i))
	}
	if seed%5 == 0 {
		r.ids = append(r.ids, "gone", "")
	}
	for range 2*n + r.IntN(n+1) {
		s.Lines = append(s.Lines, r.line())
	}
	return s
}

func pick[T any](r random, of ...T) T { return of[r.IntN(len(of))] }

func (r *random) node(i int) orgmodel.Node {
	id := orgmodel.ID(fmt.Sprintf("E%03d", i))
	switch r.IntN(30) {
	case 0:
		id = orgmodel.ID(fmt.Sprintf("E%03d", r.IntN(i+1))) // may be another's
	case 1:
		id = pick(*r, orgmodel.ID(""), "E1", "E0001", "Ünit 7", "E12x")
	}
	r.ids = append(r.ids, id)
	n := orgmodel.Node{ID: id, Live: r.interval(6), Kind: pick(*r, orgmodel.Post, orgmodel.Post, orgmodel.Post,
		orgmodel.Person, orgmodel.Person, orgmodel.Person, orgmodel.Role, orgmodel.Unit, "squad", "")}
	if r.IntN(2) == 0 {
		n.Name = fmt.Sprint("Name ", r.IntN(9))
	}
	var kv []string
	for _, a := range [][]string{
		{orgmodel.Top, "true"}, {orgmodel.State, "abolished"}, {orgmodel.State, "inactive"}, {orgmodel.Occupied, "vacant"},
		{orgmodel.Occupied, "group"}, {orgmodel.Occupied, "undisclosed"}, {orgmodel.Occupied, "filled"},
		{orgmodel.FTE, "0.5"}, {orgmodel.FTE, "much"}, {orgmodel.Title, "Engineer"},
	} {
		if r.IntN(14) == 0 {
			kv = append(kv, a...)
		}
	}
	n.Attrs = orgmodel.NewAttrs(kv...)
	if r.IntN(3) > 0 {
		n.Pos = r.pos()
	}
	return n
}

func (r *random) line() orgmodel.Line {
	l := orgmodel.Line{From: pick(*r, r.ids...), To: pick(*r, r.ids...), Live: r.interval(4), Rel: pick(*r,
		orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.Holds, orgmodel.Holds,
		orgmodel.HasRole, orgmodel.IsA, orgmodel.PartOf, orgmodel.DottedTo, "mentors", "")}
	if r.IntN(5) == 0 {
		l.Scope = pick(*r, r.ids...)
	}
	if r.IntN(5) == 0 {
		l.Attrs = orgmodel.NewAttrs(orgmodel.FTE, pick(*r, "0.4", "1", "-1"), orgmodel.Mode, "acting")
	}
	if r.IntN(3) > 0 {
		l.Pos = r.pos()
	}
	return l
}

func (r *random) pos() orgmodel.Pos {
	return orgmodel.Pos{File: pick(*r, "a.csv", "a.csv", "b.csv", ""), Line: r.IntN(99), Column: pick(*r, 0, 3, 1<<16-2, 1<<16-1, 1<<20),
		Field: pick(*r, "", "manager_id", "unit")}
}

// interval is open at both ends but one time in rare.
func (r *random) interval(rare int) (iv orgmodel.Interval) {
	if r.IntN(rare) == 0 {
		iv.From = day(r.IntN(10))
	}
	if r.IntN(rare) == 0 {
		iv.Until = day(r.IntN(10))
	}
	return iv
}

func day(n int) orgmodel.Date { return orgmodel.NewDate(2026, time.April, 1+n) }

// eachOrg runs a test over organisations of random seeds, each without a day and on one.
func eachOrg(t *testing.T, test func(t *testing.T, s orgmodel.Spec, o *orgmodel.Org)) {
	t.Helper()
	rounds := uint64(600)
	if testing.Short() {
		rounds = 60
	}
	for seed := range rounds {
		s := randomSpec(seed)
		o := orgmodel.New(s)
		for _, o := range []*orgmodel.Org{o, o.At(day(int(seed % 10)))} {
			test(t, s, o)
			if t.Failed() {
				t.Fatalf("seed %d, day %q", seed, o.AsOf())
			}
		}
	}
}

// everyone are all Refs of an organisation and a few that are none of it.
func everyone(o *orgmodel.Org) []orgmodel.Ref {
	all := []orgmodel.Ref{orgmodel.None, -2, orgmodel.Ref(o.Len() + 1000)}
	for r := range o.Nodes() {
		all = append(all, r)
	}
	for r := range o.Ghosts() {
		all = append(all, r)
	}
	return all
}
