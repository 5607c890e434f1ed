package rules_test

import (
	"fmt"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// jetty is a small organisation in which one person does too much, and a project soon ends.
func jetty() *orgmodel.Org {
	return orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			{ID: "executive", Kind: orgmodel.Role}, {ID: "project-manager", Kind: orgmodel.Role},
			{ID: "ada", Kind: orgmodel.Person, Name: "Ada"}, {ID: "bo", Kind: orgmodel.Person, Name: "Bo"},
			{ID: "write-code", Kind: orgmodel.Duty, Name: "Write the code"},
			{ID: "payments", Kind: orgmodel.Project, Live: orgmodel.Interval{Until: orgmodel.NewDate(2026, time.June, 1)}},
			{ID: "desk", Kind: orgmodel.Service, Name: "Service desk"},
		},
		Lines: []orgmodel.Line{
			{From: "ada", Rel: orgmodel.HasRole, To: "executive", Scope: "payments"},
			{From: "ada", Rel: orgmodel.HasRole, To: "project-manager", Scope: "payments"},
			{From: "ada", Rel: orgmodel.ResponsibleFor, To: "write-code", Scope: "payments"},
			{From: "bo", Rel: orgmodel.WorksOn, To: "payments"},
			{From: "bo", Rel: orgmodel.WorksOn, To: "desk"},
		},
	}).At(orgmodel.NewDate(2026, time.April, 1))
}

func ExampleDuty() {
	showAll(jetty(), rules.Duty()...)
	// Output:
	// error incompatible-roles: ada "Ada" is executive and project-manager in payments, and nobody is to be both (PRINCE2).
	//   fix: Give one of the roles to somebody else, or record the control that compensates.
	// error raci-accountable-count: Nobody is accountable for write-code "Write the code".
	//   fix: Name one accountable for write-code, such as ada "Ada".
	// warning duty-not-for-role: ada "Ada" is responsible for write-code "Write the code" in payments and holds the role project-manager; write-code is no work of a project-manager (a practitioner's view).
	//   fix: Move write-code to a developer.
}

func ExampleOps() {
	showAll(jetty(), rules.Ops()...)
	// Output:
	// error service-needs-owner: desk "Service desk" has no owner.
	//   fix: Assign an owner to desk.
	// warning handover-receiver: payments ends on 2026-06-01, and nobody receives what it makes.
	//   fix: Name the receiver of payments by a hands-over-to line.
	// info mixed-work-unsplit: bo "Bo" works on projects and in operations, payments and desk "Service desk", and nothing says how much on payments and desk "Service desk".
	//   fix: State the fte of each line of work of bo, 1 in all.
}

// A house whose one manager has to be both says what compensates, and takes what it believes of the rest.
func ExampleIncompatibleRoles() {
	showAll(jetty(), rules.IncompatibleRoles{
		Controls: map[orgmodel.ID]string{"ada": "the board approves every stage"},
	}.Rule())
	// Output:
	// warning incompatible-roles: ada "Ada" is executive and project-manager in payments, and nobody is to be both (PRINCE2); what compensates: the board approves every stage.
	//   fix: Make sure that the control works.
}

// Denials of a house's own stand beside those that come with the rule.
func ExampleDutyNotForRole() {
	deny := append(rules.Denials(), rules.Denial{Role: "executive", Duty: "write-code", Severity: orgmodel.Info, Source: "the handbook"})
	showAll(jetty(), rules.DutyNotForRole{Deny: deny[1:]}.Rule())
	// Output:
	// info duty-not-for-role: ada "Ada" is responsible for write-code "Write the code" in payments and holds the role executive; write-code is no work of an executive (the handbook).
	//   fix: Move write-code to somebody else.
}

func ExampleIncompatiblePairs() {
	first := rules.IncompatiblePairs()[0]
	fmt.Println(first.A, first.B, first.Severity, first.Source)
	// Output: executive project-manager error PRINCE2
}

func ExampleDenials() {
	for _, d := range rules.Denials()[:2] {
		fmt.Println(d.Role, "does not", d.Duty, "but", d.Instead)
	}
	// Output:
	// project-manager does not write-code but developer
	// it-manager does not distribute-project-update but project-administrator
}

func ExampleAll() {
	names := map[string]bool{}
	for _, r := range rules.All() {
		names[r.Name] = true
	}
	fmt.Println(len(names) == len(rules.All()), names["report-cycle"], names["endless-project"], names["pm-load"])
	// Output: true true true false
}

func ExampleMade() {
	for _, r := range rules.Made() {
		fmt.Println(r.Name)
	}
	// Output:
	// reports-to-role
	// requires-line
	// forbidden-line
	// matrix-mode
	// pm-load
}
