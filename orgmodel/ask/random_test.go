package ask_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
)

func day(n int) orgmodel.Date { return orgmodel.NewDate(2026, time.April, 1+n) }

// random makes organisations that are wrong in every way: loops, ghosts, repeated and empty ids,
// persons with several posts, roles in a circle, hostile names, records that begin and end.
type random struct{ *rand.Rand }

func pick[T any](r random, of ...T) T { return of[r.IntN(len(of))] }

func (r random) interval() (iv orgmodel.Interval) {
	if r.IntN(5) == 0 {
		iv.From = day(r.IntN(10))
	}
	if r.IntN(5) == 0 {
		iv.Until = day(r.IntN(10))
	}
	return iv
}

var hostile = []string{"\x1b[31mred", "a\nb", "\u202egpj.exe", "\xff\xfe", "tab\there", "\u009b31m", "<script>", ""}

func randomSpec(seed uint64) orgmodel.Spec {
	r := random{rand.New(rand.NewPCG(seed, 5))}
	n := 2 + r.IntN(20)
	s := orgmodel.Spec{Name: pick(r, "Harbour", "\x1bHarbour")}
	ids := []orgmodel.ID{"gone"}
	for i := range n {
		id := orgmodel.ID(fmt.Sprintf("E%02d", i))
		switch r.IntN(20) {
		case 2:
			id = pick(r, orgmodel.ID("project-manager"), "it-project-manager", "business-project-manager", "sponsor", "budget-holder")
		case 0:
			id = pick(r, ids...)
		case 1:
			id = orgmodel.ID(pick(r, hostile...))
		}
		ids = append(ids, id)
		node := orgmodel.Node{ID: id, Live: r.interval(), Kind: pick(r, orgmodel.Post, orgmodel.Post, orgmodel.Post, orgmodel.Person,
			orgmodel.Person, orgmodel.Role, orgmodel.Role, orgmodel.Unit, orgmodel.Project, "squad", "",
			orgmodel.Project, orgmodel.Programme, orgmodel.Service, orgmodel.PMO, orgmodel.Benefit, orgmodel.Outcome, orgmodel.Need, orgmodel.BusinessCase, orgmodel.Duty)}
		node.Name = pick(r, "", "Ada", "ADA", "Zoë", pick(r, hostile...))
		switch r.IntN(12) {
		case 0:
			node.Attrs = orgmodel.NewAttrs(orgmodel.Top, "true")
		case 1:
			node.Attrs = orgmodel.NewAttrs(orgmodel.State, pick(r, "abolished", "inactive"))
		case 3:
			node.Attrs = orgmodel.NewAttrs(orgmodel.Tags, pick(r, "it", "project;it", "client-facing, back-office", "\x1b"), orgmodel.RunAs, pick(r, "project", "operation", "\x1b"))
		case 2:
			node.Attrs = orgmodel.NewAttrs(orgmodel.Occupied, pick(r, "vacant", "group", "undisclosed", "filled"))
		}
		if r.IntN(2) == 0 {
			node.Pos = orgmodel.Pos{File: pick(r, "a.csv", "\x1b.csv"), Line: 1 + i}
		}
		s.Nodes = append(s.Nodes, node)
	}
	for range 3*n + r.IntN(n) {
		l := orgmodel.Line{From: pick(r, ids...), To: pick(r, ids...), Live: r.interval(), Rel: pick(r,
			orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.Holds, orgmodel.Holds, orgmodel.HasRole, orgmodel.HasRole,
			orgmodel.IsA, orgmodel.PartOf, orgmodel.WorksOn, orgmodel.SponsoredBy, "men\x1btors",
			orgmodel.WorksOn, orgmodel.PartOf, orgmodel.Realises, orgmodel.ContributesTo, orgmodel.JustifiedBy, orgmodel.Answers, orgmodel.Owns,
			orgmodel.ResponsibleFor, orgmodel.AccountableFor, orgmodel.Represents, orgmodel.DirectedBy)}
		if r.IntN(3) == 0 {
			l.Scope = pick(r, ids...)
		}
		if r.IntN(4) == 0 {
			l.Attrs = orgmodel.NewAttrs(orgmodel.Mode, pick(r, "acting", "job-share", "\x1b[2J"), orgmodel.FTE, "0.5")
		}
		if r.IntN(2) == 0 {
			l.Pos = orgmodel.Pos{File: "a\u202e.csv", Line: r.IntN(99), Column: 3, Field: "\x1bfield"}
		}
		s.Lines = append(s.Lines, l)
	}
	return s
}

// eachOrg runs a test over so many organisations of random seeds, each without a day and on two.
func eachOrg(t *testing.T, rounds uint64, test func(t *testing.T, o *orgmodel.Org)) {
	t.Helper()
	if testing.Short() {
		rounds /= 4
	}
	for seed := range rounds {
		o := orgmodel.New(randomSpec(seed))
		for _, v := range []*orgmodel.Org{o, o.At(day(int(seed % 10))), o.At(day(int(seed*3%10 + 1)))} {
			test(t, v)
			if t.Failed() {
				t.Fatalf("seed %d, day %q", seed, v.AsOf())
			}
		}
	}
}

// everyone are all Refs of an organisation and two that are none of it.
func everyone(o *orgmodel.Org) []orgmodel.Ref {
	all := []orgmodel.Ref{orgmodel.None, orgmodel.Ref(o.Len() + 1000)}
	for r := range o.Nodes() {
		all = append(all, r)
	}
	for r := range o.Ghosts() {
		all = append(all, r)
	}
	return all
}
