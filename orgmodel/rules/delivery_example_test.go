package rules_test

import (
	"context"
	"fmt"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// quay runs two projects of one programme: one as it should be, and one that nobody looks after.
func quay() *orgmodel.Org {
	node := func(kind orgmodel.Kind, id orgmodel.ID, attrs ...string) orgmodel.Node {
		return orgmodel.Node{ID: id, Kind: kind, Attrs: orgmodel.NewAttrs(attrs...)}
	}
	line := func(from orgmodel.ID, rel orgmodel.Rel, to orgmodel.ID) orgmodel.Line {
		return orgmodel.Line{From: from, Rel: rel, To: to}
	}
	runs := func(who, role, what orgmodel.ID) orgmodel.Line {
		return orgmodel.Line{From: who, Rel: orgmodel.HasRole, To: role, Scope: what}
	}
	cranes := node(orgmodel.Project, "cranes", orgmodel.Budget, "250000", orgmodel.Tags, "it")
	cranes.Live.Until = orgmodel.NewDate(2027, time.January, 1)
	return orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			node(orgmodel.Role, "project-manager"), node(orgmodel.Role, "programme-manager"), node(orgmodel.Role, "sponsor"),
			node(orgmodel.Programme, "port"), node(orgmodel.Project, "gates"), cranes,
			node(orgmodel.PMO, "office"), node(orgmodel.Unit, "it", orgmodel.Tags, "it"),
			node(orgmodel.Post, "coo"), node(orgmodel.Post, "cio"), node(orgmodel.Post, "prg-1"), node(orgmodel.Post, "pm-1"), node(orgmodel.Post, "pm-2"),
			node(orgmodel.BusinessCase, "case"), node(orgmodel.Need, "faster-ships"),
			node(orgmodel.Benefit, "fewer-queues"), node(orgmodel.Outcome, "busy-port"),
		},
		Lines: []orgmodel.Line{
			line("gates", orgmodel.PartOf, "port"), line("cranes", orgmodel.PartOf, "port"), line("office", orgmodel.PartOf, "it"), line("cio", orgmodel.PartOf, "it"),
			runs("prg-1", "programme-manager", "port"), runs("pm-1", "project-manager", "gates"), runs("coo", "sponsor", "gates"),
			line("prg-1", orgmodel.ReportsTo, "coo"), line("cio", orgmodel.ReportsTo, "coo"), line("pm-1", orgmodel.ReportsTo, "prg-1"), line("pm-1", orgmodel.FunctionalTo, "office"),
			{From: "pm-2", Rel: orgmodel.HasRole, To: "project-manager", Scope: "cranes", Live: orgmodel.Interval{Until: orgmodel.NewDate(2026, time.October, 1)}},
			line("pm-2", orgmodel.ReportsTo, "cio"), line("cranes", orgmodel.SponsoredBy, "cio"),
			line("gates", orgmodel.JustifiedBy, "case"), line("port", orgmodel.JustifiedBy, "case"), line("case", orgmodel.Answers, "faster-ships"),
			line("gates", orgmodel.Realises, "fewer-queues"), line("fewer-queues", orgmodel.ContributesTo, "busy-port"), line("pm-1", orgmodel.Owns, "fewer-queues"),
			line("cranes", orgmodel.DirectedBy, "office"), line("cranes", orgmodel.OverseenBy, "office"),
		},
	}).At(orgmodel.NewDate(2026, time.April, 1))
}

func ExampleDelivery() {
	showAll(quay(), rules.Delivery()...)
	// Output:
	// error project-needs-manager: cranes has no project-manager from 2026-10-01 until 2027-01-01.
	//   fix: Assign a project-manager to cranes from 2026-10-01 until 2027-01-01, such as pm-1 or pm-2.
	// warning embedded-pm-unlinked: pm-2 runs cranes outside any PMO, and has no functional-to or dotted-to line to one.
	//   fix: Add a functional-to line from pm-2 to office.
	// warning pm-outside-programme: pm-2, who runs cranes, has no way up to prg-1, who runs the programme port, in 2 lines of reports-to or directed-by.
	//   fix: Add a line of direction from pm-2 to prg-1 in port.
	// warning pmo-marks-own-homework: office directs cranes and oversees it.
	//   fix: Let somebody independent of office oversee cranes; where it only advises, say supported-by.
}

func ExampleValue() {
	showAll(quay(), rules.Value()...)
	// Output:
	// error needs-business-case: cranes is justified by no business case.
	//   fix: Link the business case of cranes, or stop the work.
	// error needs-sponsor: port has no sponsor.
	//   fix: Appoint a sponsor of port who does not run it.
	// warning budget-holder: cranes has a budget of 250000 and no budget-holder.
	//   fix: Name the budget-holder of cranes.
	// warning it-work-without-business-owner: cranes is IT work, and whoever sponsors it, owns its benefits or has the need is in IT: cio.
	//   fix: Add a sponsor, a benefit owner or a need of cranes in the business, or the tag "keep-running" if it is upkeep.
	// warning needs-benefit-owner: fewer-queues is owned by pm-1, and by nobody in the business.
	//   fix: Name an owner of fewer-queues in the business.
	// warning outcome-line-of-sight: cranes leads to no outcome in 5 lines, and 1 person at work on it has no other: pm-2; 75% of the 4 people at work have a way to one, and 90% should.
	//   fix: Link cranes to a benefit that contributes to an outcome.
}

// A house says how its PMO stands, and who must not both direct and assure.
func ExamplePMOPlacement() {
	showAll(quay(), rules.PMOPlacement{Mode: rules.Central}.Rule())
	// Output:
	// warning pmo-placement: office has the mode central, and 0 of 1 manager of its projects (0%) report into it; 80% should.
	//   fix: Declare the mode embedded, or re-line pm-2.
}

func ExampleSameness() {
	for _, s := range []rules.Sameness{rules.SamePerson, rules.SamePost, rules.SameUnit} {
		fmt.Println(s, len(mustCheck(quay(), rules.PMOMarksOwnHomework{Within: s}.Rule())))
	}
	// Output:
	// person 1
	// post 1
	// unit 1
}

// A house whose boards also need a voice for security.
func ExampleBoardSeats() {
	seats := append(rules.BoardSeats(), rules.BoardSeat{Voice: "security officer", Roles: []orgmodel.ID{"security-officer"}})
	o := orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{{ID: "steering", Kind: orgmodel.Board}, {ID: "gates", Kind: orgmodel.Project}},
		Lines: []orgmodel.Line{{From: "gates", Rel: orgmodel.OverseenBy, To: "steering"}},
	})
	showAll(o, rules.BoardComposition{Required: seats}.Rule())
	// Output:
	// warning board-composition: steering, the board of gates, has no executive, no senior user, no senior supplier and no security officer.
	//   fix: Appoint an executive, appoint a senior user, appoint a senior supplier and appoint a security officer.
}

func mustCheck(o *orgmodel.Org, r orgmodel.Rule) orgmodel.Findings {
	found, err := orgmodel.Check(context.Background(), o, r)
	if err != nil {
		panic(err)
	}
	return found
}
