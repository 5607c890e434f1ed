package orgmodel_test

import (
	"context"
	"fmt"
	"slices"

	"example.com/orgchart/orgmodel"
)

// team is what the examples ask: Bo's boss sits on a vacant post.
func team() *orgmodel.Org {
	return orgmodel.New(orgmodel.Spec{
		Name: "Harbour Digital",
		Nodes: []orgmodel.Node{
			{ID: "ceo", Kind: orgmodel.Post, Name: "Chief executive"},
			{ID: "it-1", Kind: orgmodel.Post, Name: "Head of IT", Attrs: orgmodel.NewAttrs("occupancy", "vacant")},
			{ID: "pm-1", Kind: orgmodel.Post, Name: "Payments project manager"},
			{ID: "pm-2", Kind: orgmodel.Post, Name: "Ports project manager"},
			{ID: "ada", Kind: orgmodel.Person, Name: "Ada Okafor"},
			{ID: "bo", Kind: orgmodel.Person, Name: "Bo Larsen"},
		},
		Lines: []orgmodel.Line{
			{From: "it-1", Rel: orgmodel.ReportsTo, To: "ceo"},
			{From: "pm-1", Rel: orgmodel.ReportsTo, To: "it-1"},
			{From: "pm-2", Rel: orgmodel.ReportsTo, To: "it-1"},
			{From: "ada", Rel: orgmodel.Holds, To: "ceo"},
			{From: "bo", Rel: orgmodel.Holds, To: "pm-1"},
			{From: "bo", Rel: orgmodel.Holds, To: "pm-2", Attrs: orgmodel.NewAttrs("mode", "acting")},
		},
	})
}

func ExampleNew() {
	org := team()
	fmt.Println(org.Name(), org.Len(), "records,", org.Lines(), "lines")
	for e := range org.Edges() {
		fmt.Println(org.Line(e))
	}
	// Output:
	// Harbour Digital 6 records, 6 lines
	// it-1 reports-to ceo
	// pm-1 reports-to it-1
	// pm-2 reports-to it-1
	// ada holds ceo
	// bo holds pm-1
	// bo holds pm-2
}

func ExampleOrg_Manager() {
	org := team()
	pm, _ := org.Find("pm-1")
	m := org.Manager(pm)
	fmt.Println(org.NameOf(m.Seat))
	for _, hop := range m.Skipped {
		fmt.Println("past", org.NameOf(hop.Seat), "which is", hop.Why)
	}
	// Output:
	// Chief executive
	// past Head of IT which is vacant
}

func ExampleOrg_Headcount() {
	org := team()
	ceo, _ := org.Find("ceo")
	h := org.Headcount(ceo)
	fmt.Println(h.Posts, "posts,", h.People, "people")
	// Output: 4 posts, 3 people
}

func ExampleOrg_HeadcountOf() {
	org := team()
	bo, _ := org.Find("bo") // holds two posts
	h := org.HeadcountOf(slices.Values([]orgmodel.Ref{bo}))
	fmt.Println(h.Posts, "posts,", h.People, "people")
	// Output: 2 posts, 2 people
}

func ExampleOrg_WouldLoop() {
	org := team()
	ceo, _ := org.Find("ceo")
	pm, _ := org.Find("pm-1")
	fmt.Println(org.WouldLoop(ceo, pm), org.WouldLoop(pm, ceo))
	// Output: true false
}

func ExampleOrg_Up() {
	org := team()
	pm, _ := org.Find("pm-1")
	for boss, distance := range org.Up(pm) {
		fmt.Println(distance, org.ID(boss))
	}
	// Output:
	// 1 it-1
	// 2 ceo
}

func ExampleOrg_CommonManager() {
	org := team()
	a, _ := org.Find("pm-1")
	b, _ := org.Find("pm-2")
	fmt.Println(org.ID(org.CommonManager(a, b)))
	// Output: it-1
}

// deputies is an organisation with two bosses for one seat, a loop, and roles.
func deputies() *orgmodel.Org {
	return orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			{ID: "a", Kind: orgmodel.Post}, {ID: "b", Kind: orgmodel.Post}, {ID: "c", Kind: orgmodel.Post},
			{ID: "it-manager", Kind: orgmodel.Role}, {ID: "infrastructure-manager", Kind: orgmodel.Role},
			{ID: "payments", Kind: orgmodel.Project},
		},
		Lines: []orgmodel.Line{
			{From: "a", Rel: orgmodel.ReportsTo, To: "c"},
			{From: "a", Rel: orgmodel.ReportsTo, To: "b"},
			{From: "b", Rel: orgmodel.ReportsTo, To: "a"},
			{From: "infrastructure-manager", Rel: orgmodel.IsA, To: "it-manager"},
			{From: "b", Rel: orgmodel.HasRole, To: "it-manager"},
			{From: "c", Rel: orgmodel.HasRole, To: "infrastructure-manager", Scope: "payments"},
		},
	})
}

func ExampleOrg_SeatPath() {
	org := deputies()
	a, _ := org.Find("a")
	for _, e := range org.SeatPath(a, a, nil) { // back to itself: the shortest loop
		fmt.Println(org.Line(e))
	}
	// Output:
	// a reports-to b
	// b reports-to a
}

func ExampleOrg_BossLines() {
	org := deputies()
	a, _ := org.Find("a")
	for _, e := range org.BossLines(a) {
		fmt.Println(org.Line(e))
	}
	one, _ := org.BossLine(a)
	fmt.Println("the tree has", org.Line(one))
	// Output:
	// a reports-to b
	// a reports-to c
	// the tree has a reports-to c
}

func ExampleOrg_SeatLines() {
	org := team()
	pm, _ := org.Find("pm-1")
	fmt.Println(len(org.SeatLines(pm, orgmodel.ReportsTo)))
	// Output: 1
}

func ExampleOrg_RoleHolders() {
	org := deputies()
	role, _ := org.Find("it-manager")
	project, _ := org.Find("payments")
	for e := range org.RoleHolders(role, orgmodel.None) {
		fmt.Println(org.Line(e))
	}
	for e := range org.RoleHolders(role, project) {
		fmt.Println("of payments:", org.ID(e.From))
	}
	// Output:
	// b has-role it-manager
	// c has-role infrastructure-manager in payments
	// of payments: c
}

func ExampleOrg_InScope() {
	org := deputies()
	project, _ := org.Find("payments")
	for e := range org.InScope(project) {
		fmt.Println(org.Line(e))
	}
	// Output: c has-role infrastructure-manager in payments
}

func ExampleOrg_At() {
	org := orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{{
		ID: "p-1", Kind: orgmodel.Project, Name: "Payments renewal",
		Live: orgmodel.Interval{Until: orgmodel.NewDate(2027, 4, 1)},
	}}})
	p, _ := org.Find("p-1")
	fmt.Println(org.Live(p), org.At(orgmodel.NewDate(2027, 3, 31)).Live(p), org.At(orgmodel.NewDate(2027, 4, 1)).Live(p))
	// Output: true true false
}

func ExampleCheck() {
	lone := orgmodel.Rule{
		Name: "no-lone-report", Severity: orgmodel.Warning,
		Doc: "A manager has more than one report.",
		Check: func(p *orgmodel.Pass) {
			for r := range p.Select(p.Seats()) {
				if p.Span(r, false) == 1 {
					p.Report(orgmodel.Finding{Subject: p.ID(r), Message: string(p.ID(r)) + " has one report.", Fix: "Give it another."})
				}
			}
		},
	}
	findings, err := orgmodel.Check(context.Background(), team(), lone)
	fmt.Println(findings, err)
	// Output: [warning no-lone-report: ceo has one report.] <nil>
}

func ExampleBuilder() {
	var b orgmodel.Builder
	b.File("team.txt")
	b.Node(orgmodel.Node{ID: "a", Kind: orgmodel.Person, Pos: orgmodel.Pos{File: "team.txt", Line: 1}})
	b.Line(orgmodel.Line{From: "a", Rel: orgmodel.ReportsTo, To: "b", Pos: orgmodel.Pos{File: "team.txt", Line: 1, Column: 3}})
	org := b.Org()
	for ghost := range org.Ghosts() {
		for e := range org.In(ghost) {
			fmt.Println(org.ID(ghost), "is named at", org.LinePos(e))
		}
	}
	// Output: b is named at team.txt:1:3
}

func ExampleParseUnreadableKey() {
	fmt.Println(orgmodel.ParseUnreadableKey(orgmodel.UnreadableKey(3, "FTE")))
	fmt.Println(orgmodel.ParseUnreadableKey("desk"))
	// Output:
	// 3 FTE true
	// 0  false
}

func ExamplePass_IfNone() {
	gardeners := orgmodel.Rule{
		Name: "gardeners", Doc: "Gardeners have a boss.",
		Check: func(p *orgmodel.Pass) {
			p.IfNone(func() (why, fix string) { return "no role gardener is declared", "Declare it." })
			for range p.Select(p.WithRole("gardener")) {
				return
			}
		},
	}
	findings, _ := orgmodel.Check(context.Background(), team(), gardeners)
	fmt.Println(findings[0].Message, findings[0].Fix)
	// Output: The rule gardeners looked at nothing: no role gardener is declared. Declare it.
}
