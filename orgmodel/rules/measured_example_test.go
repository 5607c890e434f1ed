package rules_test

import (
	"context"
	"fmt"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// office is a few posts of two units, a PMO and a project.
func office() *orgmodel.Org {
	post := func(id orgmodel.ID, kv ...string) orgmodel.Node {
		return orgmodel.Node{ID: id, Kind: orgmodel.Post, Attrs: orgmodel.NewAttrs(kv...)}
	}
	return orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			post("ceo"), post("it-1", rules.Archetype, rules.Coach), post("dev-1", orgmodel.FTE, "0.5"), post("dev-2"), post("pm-1"),
			{ID: "house", Kind: orgmodel.Unit}, {ID: "it", Kind: orgmodel.Unit}, {ID: "office", Kind: orgmodel.PMO},
			{ID: "project-manager", Kind: orgmodel.Role}, {ID: "payments", Kind: orgmodel.Project},
		},
		Lines: []orgmodel.Line{
			{From: "it-1", Rel: orgmodel.ReportsTo, To: "ceo"}, {From: "dev-1", Rel: orgmodel.ReportsTo, To: "it-1"},
			{From: "dev-2", Rel: orgmodel.ReportsTo, To: "dev-1"}, {From: "pm-1", Rel: orgmodel.ReportsTo, To: "it-1"},
			{From: "it", Rel: orgmodel.PartOf, To: "house"}, {From: "dev-1", Rel: orgmodel.PartOf, To: "it"},
			{From: "pm-1", Rel: orgmodel.HasRole, To: "project-manager", Scope: "payments"},
			{From: "dev-1", Rel: orgmodel.WorksOn, To: "payments"}, {From: "payments", Rel: orgmodel.SupportedBy, To: "office"},
		},
	})
}

func ExampleSpanWide_Managers() {
	o := office()
	managers, err := rules.SpanWide{Count: rules.FTEs}.Managers(context.Background(), o)
	if err != nil {
		return // the context's
	}
	for _, m := range managers {
		fmt.Printf("%s %d %d %q\n", o.ID(m.Seat), len(m.Reports), m.Span, m.Archetype)
	}
	// Output:
	// ceo 1 1000000 ""
	// it-1 2 1500000 "coach"
	// dev-1 1 1000000 ""
}

func ExampleArchetypes() {
	for _, b := range rules.Archetypes() {
		fmt.Println(b.Archetype, b.Low, b.High)
	}
	// Output:
	// player-coach 3 5
	// coach 6 7
	// supervisor 8 10
	// facilitator 11 15
	// coordinator 16 0
}

func ExampleCounting_Of() {
	o := office()
	dev, _ := o.Find("dev-1")
	fmt.Println(rules.Posts.Of(o, dev), rules.FTEs.Of(o, dev), rules.StatedBy(o, dev, orgmodel.FTE))
	// Output: 1000000 500000 0.5
}

func ExampleOneToOneChain_Rows() {
	o := office()
	rows, _ := rules.OneToOneChain{Length: 1}.Rows(context.Background(), o)
	for _, row := range rows {
		fmt.Println(o.ID(row[0]), "down to", o.ID(row[len(row)-1]))
	}
	// Output:
	// ceo down to it-1
	// dev-1 down to dev-2
}

func ExampleLayersDeep_Levels() {
	o := office()
	levels, _ := rules.LayersDeep{}.Levels(context.Background(), o)
	for seat := range o.Seats() {
		fmt.Println(o.ID(seat), levels[seat])
	}
	// Output:
	// ceo 1
	// it-1 2
	// dev-1 3
	// pm-1 3
	// dev-2 4
}

func ExampleNewUnits() {
	o := office()
	units, _ := rules.NewUnits(context.Background(), o, 1)
	dev, _ := o.Find("dev-1")
	it, _ := o.Find("it")
	fmt.Println(o.ID(units.Homes(dev)[0]), units.Level(it), o.ID(units.Parent(it)), o.ID(units.Around(it)))
	// Output: house 2 house house
}

func ExampleMatrixMode_Projects() {
	o := office()
	projects, _ := rules.MatrixMode{}.Projects(context.Background(), o)
	for _, p := range projects {
		fmt.Println(o.ID(p.Project), p.Shape, len(p.Lines), p.MembersToManager, "of", p.MembersWithBoss)
	}
	// Output: payments weak 1 0 of 1
}

func ExampleChokepoint_Ways() {
	o := office()
	up, _ := rules.Chokepoint{}.Ways(context.Background(), o)
	for _, w := range up.Of {
		fmt.Println(o.ID(w.Seat), w.Below, "of", up.Seats, w.TooLarge)
	}
	// Output:
	// it-1 3 of 5 true
	// dev-1 1 of 5 false
}

func ExamplePMOPlacement_Found() {
	o := office()
	f, _ := rules.PMOPlacement{}.Found(context.Background(), o)
	for _, x := range f.PMOs {
		fmt.Println(o.ID(x.PMO), x.Projects, x.Managers, "and", f.Outside, "outside")
	}
	// Output: office 1 0 and 1 outside
}

func ExampleBand_Text() {
	for _, b := range rules.Archetypes() {
		fmt.Println(b.Archetype, b.Text())
	}
	// Output:
	// player-coach 3–5
	// coach 6–7
	// supervisor 8–10
	// facilitator 11–15
	// coordinator 16 and more
}
