package rules_test

import (
	"context"
	"fmt"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// yard is a shipyard in which much hangs on few: grades, titles, work lines and a dotted one.
func yard() *orgmodel.Org {
	post := func(id orgmodel.ID, name, grade string) orgmodel.Node {
		return orgmodel.Node{ID: id, Kind: orgmodel.Post, Name: name, Attrs: orgmodel.NewAttrs(orgmodel.Grade, grade)}
	}
	line := func(from orgmodel.ID, rel orgmodel.Rel, to orgmodel.ID) orgmodel.Line {
		return orgmodel.Line{From: from, Rel: rel, To: to}
	}
	return orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			{ID: "project-manager", Kind: orgmodel.Role}, {ID: "ports", Kind: orgmodel.Project}, {ID: "parks", Kind: orgmodel.Project},
			post("ceo", "Chief executive", "SCS2"), post("coo", "Chief operating officer", "G6"),
			post("it-1", "Head of IT", "G7"), post("pm-1", "Project manager", "G6"), post("pm-2", "Senior PM", "SEO"),
			{ID: "ada", Kind: orgmodel.Person, Name: "Ada"},
		},
		Lines: []orgmodel.Line{
			line("coo", orgmodel.ReportsTo, "ceo"), line("it-1", orgmodel.ReportsTo, "coo"), line("pm-1", orgmodel.ReportsTo, "it-1"),
			line("pm-2", orgmodel.ReportsTo, "it-1"), line("pm-2", orgmodel.DottedTo, "ceo"), line("ada", orgmodel.WorksOn, "ports"),
			{From: "pm-2", Rel: orgmodel.HasRole, To: "project-manager", Scope: "ports"},
			{From: "pm-2", Rel: orgmodel.HasRole, To: "project-manager", Scope: "parks"},
		},
	})
}

func showAll(o *orgmodel.Org, all ...orgmodel.Rule) {
	found, err := orgmodel.Check(context.Background(), o, all...)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range found {
		fmt.Println(f)
		fmt.Println("  fix:", f.Fix)
	}
}

func ExamplePolicy() {
	showAll(yard(), rules.Policy()...)
	// Output:
	// warning grade-inversion: pm-1 "Project manager", of grade G6, reports to it-1 "Head of IT", of grade G7: G6 ranks above G7 (UK civil service order).
	//   fix: Confirm the grades of both, or re-line pm-1 to coo "Chief operating officer", of grade G6.
	// warning no-appraiser: ada "Ada" works on ports and has no line manager.
	//   fix: Name the line manager of ada.
	// info redundant-dotted: pm-2 "Senior PM" has a dotted line to ceo "Chief executive", who is above it already, 3 solid lines up.
	//   fix: Take the dotted line out, or give it the relation it stands for: directed-by, functional-to or sponsored-by.
	// info title-role-drift: pm-1 is called "Project manager" and does not hold the role project-manager.
	//   fix: Give pm-1 the role project-manager, or pass a pattern without a role for such titles.
}

func ExampleShape() {
	showAll(yard(), rules.Shape()...)
	// Output:
	// warning one-to-one-chain: ceo "Chief executive" begins a row of 2 managers of one report each: ceo → coo → it-1.
	//   fix: Take out a layer, for example coo "Chief operating officer", or mark a report as deputy.
}

func ExampleSpanWide() {
	// A house that counts people and allows one to a manager, unless the manager says what kind it is.
	showAll(yard(), rules.SpanWide{Default: 1, Count: rules.People}.Rule())
	// Output:
	// warning span-wide: it-1 "Head of IT" has 2 people directly below it, and a manager has at most 1.
	//   fix: Put a lead between it-1 and some of its reports, or set its archetype to player-coach.
}

func ExampleMatrixMode() {
	showAll(yard(), rules.MatrixMode{Mode: rules.Strong}.Rule())
	// Output:
	// warning matrix-mode: 0 of 2 projects (0%) fit the mode strong, and 80% should; 2 of the others behave as in the mode weak or balanced.
	//   fix: Declare the mode weak or balanced, or re-line parks and ports.
}

func ExamplePMLoad() {
	showAll(yard(), rules.PMLoad{Max: 1}.Rule())
	// Output:
	// info pm-load: pm-2 "Senior PM" runs 2 projects at a time, parks and ports; the limit is 1.
	//   fix: Hand one of them to another project-manager.
}

func ExampleTitleRoleDrift() {
	// A house's own titles beside those that come with the rule.
	patterns := append(rules.TitlePatterns(), rules.TitlePattern{Pattern: "chief operating officer", Role: "project-manager"})
	showAll(yard(), rules.TitleRoleDrift{Patterns: patterns, Ambiguous: rules.Abbreviations()[1:]}.Rule())
	// Output:
	// info title-role-drift: coo is called "Chief operating officer" and does not hold the role project-manager.
	//   fix: Give coo the role project-manager, or pass a pattern without a role for such titles.
	// info title-role-drift: pm-1 is called "Project manager" and does not hold the role project-manager.
	//   fix: Give pm-1 the role project-manager, or pass a pattern without a role for such titles.
}

// A mode that is none is reported, and so does not pass in silence.
func ExampleStructure() {
	showAll(yard(), rules.MatrixMode{Mode: "strnog", Within: "it"}.Rule(), rules.MatrixMode{Mode: "strnog"}.Rule())
	// Output:
	// warning matrix-mode: The rule matrix-mode asks for the mode "strnog", which is none; nothing was checked.
	//   fix: Name one of functional, weak, balanced, strong and projectised.
	// warning matrix-mode: The rule matrix-mode about it asks for the mode "strnog", which is none; nothing was checked.
	//   fix: Name one of functional, weak, balanced, strong and projectised.
}
