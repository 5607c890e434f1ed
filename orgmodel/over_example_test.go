package orgmodel_test

import (
	"context"
	"fmt"
	"iter"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

func ExampleOver() {
	org := orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			{ID: "cio", Kind: orgmodel.Post, Attrs: orgmodel.NewAttrs(orgmodel.Top, "true")},
			{ID: "it-1", Kind: orgmodel.Post},
			{ID: "dev-1", Kind: orgmodel.Post},
		},
		Lines: []orgmodel.Line{
			{From: "it-1", Rel: orgmodel.ReportsTo, To: "cio", Live: orgmodel.Interval{Until: orgmodel.NewDate(2026, 4, 1)}},
			{From: "it-1", Rel: orgmodel.ReportsTo, To: "dev-1", Live: orgmodel.Interval{From: orgmodel.NewDate(2026, 4, 1), Until: orgmodel.NewDate(2026, 6, 1)}},
			{From: "dev-1", Rel: orgmodel.ReportsTo, To: "it-1"},
		},
	})
	year := orgmodel.Interval{From: orgmodel.NewDate(2026, 1, 1), Until: orgmodel.NewDate(2027, 1, 1)}
	spells, err := orgmodel.Over(context.Background(), org, year, rules.ReportCycle{}.Rule())
	if err != nil {
		panic(err)
	}
	for _, f := range spells.Findings {
		fmt.Println(f.Message)
		fmt.Println(f.Spell)
	}
	fmt.Println(spells.Over, "by", spells.Looked, "days")
	// Output:
	// dev-1 is its own boss, by way of 1 other: dev-1 → it-1 → dev-1.
	// breaks on 2026-04-01, heals on 2026-06-01
	// 2026-01-01 to 2027-01-01 by 4 days
}

// A rule that counts days says on which its count is full.
func ExampleRule_days() {
	settled := orgmodel.Rule{
		Name: "settled", Severity: orgmodel.Info,
		Check: func(p *orgmodel.Pass) {
			for r := range p.OfKind(orgmodel.Person) {
				if p.Live(r) && p.Life(r).From.DaysUntil(p.AsOf()) >= 100 {
					p.Report(orgmodel.Finding{Subject: p.ID(r), Message: p.Label(r) + " has been here for a hundred days."})
				}
			}
		},
		Days: func(o *orgmodel.Org) iter.Seq[orgmodel.Date] {
			return func(yield func(orgmodel.Date) bool) {
				for r := range o.OfKind(orgmodel.Person) {
					if !yield(o.Life(r).From.AddDays(100)) {
						return
					}
				}
			}
		},
	}
	org := orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{
		{ID: "ada", Kind: orgmodel.Person, Name: "Ada", Live: orgmodel.Interval{From: orgmodel.NewDate(2026, 1, 5)}},
	}})
	spells, err := orgmodel.Over(context.Background(), org, orgmodel.Interval{}, settled)
	if err != nil {
		panic(err)
	}
	for _, f := range spells.Findings {
		fmt.Println(f.Message, f.Spell)
	}
	// Output: Ada has been here for a hundred days. breaks on 2026-04-15 and does not heal
}
