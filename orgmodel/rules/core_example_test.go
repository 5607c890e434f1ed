package rules_test

import (
	"context"
	"fmt"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// The program of the package comment, on an organisation with three faults.
func Example() {
	org := orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			{ID: "E1", Kind: orgmodel.Person, Name: "Ada Okafor"},
			{ID: "E2", Kind: orgmodel.Person, Name: "Bo Larsen"},
			{ID: "E3", Kind: orgmodel.Person, Name: "Cy Young"},
		},
		Lines: []orgmodel.Line{
			{From: "E1", Rel: orgmodel.ReportsTo, To: "E2"},
			{From: "E2", Rel: orgmodel.ReportsTo, To: "E1"},
			{From: "E3", Rel: orgmodel.ReportsTo, To: "e1"},
		},
	})
	found, err := orgmodel.Check(context.Background(), org, rules.Core()...)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range found {
		fmt.Println(f)
		fmt.Println("  fix:", f.Fix)
	}
	// Output:
	// error no-top: None of 3 live seats is a top: chains end at e1, which no record declares; chains end in 1 loop.
	//   fix: Flag the top post (in a table, a column top that says yes; in a file, top: true), or declare the boss that stands outside.
	// error report-cycle: E1 "Ada Okafor" is its own boss, by way of 1 other: E1 → E2 → E1.
	//   fix: Break the loop: give one of its members another boss, or flag one as top and take out its line.
	// error unknown-reference: E3 "Cy Young" reports to e1, and no record declares e1.
	//   fix: Write E1 "Ada Okafor" if that is meant; else add e1, or declare it external (external: in a policy file, External in Go).
}

// A rule is a value: parameters stand in its struct, severity and name may be changed.
func ExampleMultipleTops() {
	org := orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			{ID: "north", Kind: orgmodel.Post, Attrs: orgmodel.NewAttrs(orgmodel.Top, "true")},
			{ID: "south", Kind: orgmodel.Post, Attrs: orgmodel.NewAttrs(orgmodel.Top, "true")},
			{ID: "west", Kind: orgmodel.Post, Attrs: orgmodel.NewAttrs(orgmodel.Top, "true")},
		},
	})
	heads := rules.MultipleTops{Max: 2}.Rule()
	heads.Name, heads.Severity = "two-heads", orgmodel.Error
	found, err := orgmodel.Check(context.Background(), org, heads)
	fmt.Println(found, err)
	// Output:
	// [error two-heads: An organisation has at most 2 tops, and this one has 3: north, south and west.] <nil>
}
