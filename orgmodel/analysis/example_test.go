package analysis_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"example.com/orgchart/internal/demo"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/analysis"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/rules"
)

var day = orgmodel.NewDate(2026, 4, 1)

func ExampleSpans() {
	org := demo.Org().At(day)
	r, err := analysis.Spans{Count: rules.People}.Report(context.Background(), org)
	if err != nil {
		return // the context's
	}
	fmt.Println(r.Managers, "managers, median", r.Spans.Median, "widest", r.Spans.Max)
	for _, l := range r.Layers {
		fmt.Println("layer", l.Level, l.Seats)
	}
	// Output:
	// 10 managers, median 3 widest 13
	// layer 1 1
	// layer 2 4
	// layer 3 9
	// layer 4 13
}

func ExampleStructure() {
	org := demo.Org().At(day)
	r, err := analysis.Structure{}.Report(context.Background(), org)
	if err != nil {
		return
	}
	fmt.Println(r.Whole.Shape, r.Whole.ManagersFunctional, "of", r.Whole.Managers, "with a functional boss")
	for _, p := range r.Projects {
		fmt.Println(org.ID(p.Project), p.Shape)
	}
	// Output:
	// strong 3 of 7 with a functional boss
	// payments strong
	// ports weak
	// records weak
	// booking strong
	// rota strong
	// desk-move weak
	// app strong
}

func ExamplePlacement() {
	r, err := analysis.Placement{}.Report(context.Background(), demo.Org().At(day))
	if err != nil {
		return
	}
	fmt.Println(r.Found, r.Inside, "inside", r.Outside, "outside")
	// Output: mixed 2 inside 5 outside
}

func ExampleChokepoints() {
	org := demo.Org().At(day)
	r, err := analysis.Chokepoints{Most: 2}.Report(context.Background(), org)
	if err != nil {
		return
	}
	for _, c := range r.Needs {
		fmt.Println(org.NameOf(c.Seat), c.Below, "of", r.Ways.Seats, "between", c.Between)
	}
	// Output:
	// Head of IT 13 of 27 between 0.364919
	// Development manager 6 of 27 between 0.269153
}

func ExampleHotspots() {
	ctx, org := context.Background(), demo.Org().At(day)
	findings, err := orgmodel.Check(ctx, org, rules.Core()...)
	if err != nil {
		return
	}
	r, err := analysis.Hotspots{Findings: findings, Scope: "it-1"}.Report(ctx, org)
	if err != nil {
		return
	}
	ask.Text(os.Stdout, r.Answer(ask.Asker{Org: org}))
	// Output:
	// There are 3 findings in it-1 "Head of IT", to 17 seats; densest is it "IT", with 3 findings (2 errors) to 17 seats.
	//
	// Units with findings, densest first
	//          level  seats  findings  errors  warnings  infos  per 100 seats  small
	//   it IT  1      17     3         2       1         0      17.6           no
	//
	// Why:
	//   A finding counts in the unit of its subject and in each unit around it. Units stand by errors to a seat, then warnings, then information.
	//
	// Harbour Digital, as of 2026-04-01.
}

func ExampleDistribute() {
	d := analysis.Distribute([]analysis.Amount{analysis.One, 7 * analysis.One, analysis.One / 2})
	fmt.Println(d.N, d.Min, d.Median, d.Max, d.Bins[0], d.Bins[0].N)
	// Output: 3 0.5 1 7 0 1
}

func ExampleAmount() {
	half := analysis.One / 2
	text, _ := json.Marshal([]analysis.Amount{half, 3*analysis.One + half})
	fmt.Println(half, string(text))
	// Output: 0.5 [0.5,3.5]
}
