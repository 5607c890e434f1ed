package rules_test

import (
	"context"
	"fmt"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// harbour is a small organisation: a programme office, an IT department, and a project manager who
// ended up with neither.
func harbour() *orgmodel.Org {
	post := func(id orgmodel.ID, name string) orgmodel.Node {
		return orgmodel.Node{ID: id, Kind: orgmodel.Post, Name: name}
	}
	line := func(from orgmodel.ID, rel orgmodel.Rel, to orgmodel.ID) orgmodel.Line {
		return orgmodel.Line{From: from, Rel: rel, To: to}
	}
	return orgmodel.New(orgmodel.Spec{
		Name: "Harbour Digital",
		Nodes: []orgmodel.Node{
			{ID: "project-manager", Kind: orgmodel.Role}, {ID: "programme-manager", Kind: orgmodel.Role},
			{ID: "it-manager", Kind: orgmodel.Role}, {ID: "auditor", Kind: orgmodel.Role},
			{ID: "coo", Kind: orgmodel.Post, Name: "Chief operating officer", Attrs: orgmodel.NewAttrs(orgmodel.Top, "true")},
			post("prg-1", "Head of programmes"), post("it-1", "Head of IT"), post("dev-2", "Head of development"),
			post("pm-4", "Payments project manager"), post("aud-1", "Internal auditor"),
			{ID: "payments", Kind: orgmodel.Project, Name: "Payments renewal"},
		},
		Lines: []orgmodel.Line{
			line("prg-1", orgmodel.HasRole, "programme-manager"), line("it-1", orgmodel.HasRole, "it-manager"),
			line("pm-4", orgmodel.HasRole, "project-manager"), line("aud-1", orgmodel.HasRole, "auditor"),
			line("prg-1", orgmodel.ReportsTo, "coo"), line("it-1", orgmodel.ReportsTo, "coo"),
			line("dev-2", orgmodel.ReportsTo, "coo"), line("pm-4", orgmodel.ReportsTo, "dev-2"),
			line("aud-1", orgmodel.ReportsTo, "it-1"),
		},
	})
}

func show(r orgmodel.Rule) {
	found, err := orgmodel.Check(context.Background(), harbour(), r)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range found {
		fmt.Println(f)
		for _, l := range f.Path {
			fmt.Println("  path:", l)
		}
		fmt.Println("  fix:", f.Fix)
	}
}

func ExampleReportsToRole() {
	show(rules.ReportsToRole{
		Name: "pm-boss", For: "project-manager", To: []orgmodel.ID{"programme-manager", "it-manager"},
		Match: rules.NearestFilled, Because: "delivery board 2026-03",
	}.Rule())
	// Output:
	// error pm-boss: pm-4 "Payments project manager" reports to dev-2 "Head of development", who is no programme-manager or it-manager (delivery board 2026-03).
	//   path: pm-4 reports-to dev-2
	//   fix: Re-line pm-4 to it-1 "Head of IT" or prg-1 "Head of programmes".
}

func ExampleReportsToRole_share() {
	show(rules.ReportsToRole{
		Name: "pm-mostly-it", For: "project-manager", To: []orgmodel.ID{"it-manager"}, Share: 0.5, Severity: orgmodel.Info,
	}.Rule())
	// Output:
	// info pm-mostly-it: 0 of 1 holders of project-manager (0%) have a reports-to line to an it-manager, and 50% should.
	//   fix: Re-line some of pm-4 "Payments project manager", or lower the share.
}

func ExampleRequiresLine() {
	show(rules.RequiresLine{
		Name: "sponsor", Kinds: []orgmodel.Kind{orgmodel.Project}, Rel: orgmodel.SponsoredBy, Max: 1,
	}.Rule())
	// Output:
	// error sponsor: payments "Payments renewal" has no sponsored-by line, and the policy asks for exactly 1 sponsored-by line.
	//   fix: Add a sponsored-by line to payments.
}

func ExampleForbiddenLine() {
	show(rules.ForbiddenLine{Name: "free-audit", Deny: []rules.Pair{{From: "auditor", To: "it-manager"}}}.Rule())
	// Output:
	// error free-audit: aud-1 "Internal auditor" reports to it-1 "Head of IT", and no line may lead from auditor to it-manager.
	//   path: aud-1 reports-to it-1
	//   fix: Take the line out, or lead it to coo "Chief operating officer".
}

func ExampleCore() {
	found, _ := orgmodel.Check(context.Background(), harbour(), rules.Core()...)
	fmt.Println(len(found), "findings,", found.Err())
	// Output: 0 findings, <nil>
}
