package ask_test

import (
	"fmt"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/orgtest"
)

// harbour is what the examples about work ask.
var harbour = `
+role project-manager
+role it-manager
+role business-analyst
+role budget-holder
+duty plan-work
+duty weigh-risks
project-manager responsible-for plan-work
project-manager responsible-for weigh-risks
it-manager responsible-for weigh-risks
business-analyst consulted-on plan-work
+unit it "IT" tags="it back-office"
+unit docks "Docks" tags=client-facing
+need dues "Dues in time"
+business-case case "Payments case"
+benefit on-the-day "Dues paid on the day"
+outcome turnaround "Ships leave on time" measure=hours target=24
case answers dues
on-the-day contributes-to turnaround
+project payments "Payments renewal" tags=it
+project archive "Records archive"
+service pay "Payments desk"
+process dredging "Yearly dredging" run-as=project
payments justified-by case
payments realises on-the-day
+post it-1 "Head of IT"
+post pm-1 "Project manager"
+post docks-1 "Dock master"
+post pm-2 "Payments lead"
it-1 has-role it-manager in it
it-1 has-role project-manager in archive
it-1 owns pay
pm-1 reports-to it-1
pm-1 part-of it
pm-1 has-role project-manager in archive
pm-2 reports-to docks-1
pm-2 part-of docks
pm-2 has-role project-manager in payments
pm-2 has-role budget-holder in payments
payments sponsored-by docks-1
docks-1 reports-to it-1
+person ivo "Ivo Marek"
+person zoe "Zoë Papa"
+person hiro "Hiro Tanaka"
ivo holds pm-2 until 2026-02-01
zoe holds pm-2 since 2026-03-01
hiro holds it-1
`

// of is an Asker of harbour and the records of these ids.
func of(ids ...orgmodel.ID) (ask.Asker, []orgmodel.Ref) {
	c, err := orgtest.Case{Text: harbour}.Parse()
	if err != nil {
		panic(err)
	}
	q := ask.Asker{Org: c.Org().At(orgmodel.NewDate(2026, time.April, 1))}
	var refs []orgmodel.Ref
	for _, id := range ids {
		r, _ := q.Org.Find(id)
		refs = append(refs, r)
	}
	return q, refs
}

// tell prints an answer as an example shows it.
func tell(a ask.Answer) {
	fmt.Println(a.Sentence)
	for _, it := range a.Items {
		fmt.Println("-", it.ID)
	}
	for _, why := range a.Why {
		fmt.Println(why.Code, "|", why.Text)
	}
}

func ExampleAsker_RoleOverlap() {
	q, r := of("project-manager", "it-manager")
	tell(q.RoleOverlap(r[0], r[1]))
	// Output:
	// project-manager and it-manager share 1 holder, 1 duty and no scope.
	// - hiro
	// - weigh-risks
	// apart | The holders of project-manager alone: pm-1 "Project manager" and zoe "Zoë Papa".
	// apart | The duties of project-manager alone: plan-work.
	// apart | The scopes of project-manager alone: payments "Payments renewal" and archive "Records archive".
	// apart | The scopes of it-manager alone: it "IT".
}

func ExampleAsker_ScopeOf() {
	q, r := of("it-1")
	tell(q.ScopeOf(r[0]))
	// Output:
	// The remit of it-1 "Head of IT" (Hiro Tanaka) is 1 unit, 1 project and 1 service.
	// - it
	// - archive
	// - pay
	// through-reports | Below it is payments "Payments renewal", in the charge of pm-2 "Payments lead".
}

func ExampleAsker_FacetsOf() {
	q, r := of("it-1")
	a := q.FacetsOf(r[0])
	fmt.Println(a.Label)
	tell(a)
	// Output:
	// project operations back-office
	// The work of it-1 "Head of IT" (Hiro Tanaka) is project, operations and back-office; nothing says client-facing.
	// - it
	// - archive
	// - pay
}

func ExampleAsker_History() {
	q, r := of("pm-2")
	tell(q.History(r[0]))
	// Output:
	// pm-2 "Payments lead" has 2 holdings, with 1 gap and 0 overlaps.
	// - ivo
	// - zoe
	// gap | Nobody holds pm-2 "Payments lead" from 2026-02-01 until 2026-03-01 (28 days).
	// boss | pm-2 reports to docks-1.
}

func ExampleAsker_ClassifyPM() {
	q, r := of("pm-2", "pm-1")
	a := q.ClassifyPM(r[0])
	fmt.Println(a.Label)
	tell(a)
	fmt.Println(q.ClassifyPM(r[1]).Label)
	// Output:
	// business
	// pm-2 "Payments lead" (Zoë Papa) is a business project manager.
	// - payments
	// home-unit | pm-2 "Payments lead" is in docks "Docks", no unit of IT, which speaks for the business.
	// budget | pm-2 has the role budget-holder in payments, which speaks for the business.
	// sponsor-distance | pm-2 "Payments lead" is 1 line from the sponsor, docks-1 "Dock master", which speaks for the business.
	// it
}

func ExampleAsker_WhyAmIHere() {
	q, r := of("zoe", "pm-1")
	tell(q.WhyAmIHere(r[0]))
	tell(q.WhyAmIHere(r[1]))
	// Output:
	// zoe "Zoë Papa" is here for the outcome turnaround "Ships leave on time": Zoë Papa holds pm-2 "Payments lead", which is project-manager of payments "Payments renewal", which realises on-the-day "Dues paid on the day", which contributes to turnaround "Ships leave on time".
	// - zoe
	// - pm-2
	// - payments
	// - on-the-day
	// - turnaround
	// measured | turnaround "Ships leave on time": measure hours, target 24.
	// Nothing says what the work of pm-1 "Project manager" (vacant) is for.
	// ends-here | A way ends at archive "Records archive", which realises no benefit and is justified by no case.
}

func ExampleAsker_LineOfSight() {
	q, _ := of()
	tell(q.LineOfSight())
	// Output:
	// Of 2 people at work 1 (50%) has a way to an outcome.
	// - hiro
}

func ExampleAsker_IsLineManager() {
	q, r := of("it-1", "pm-1")
	tell(q.IsLineManager(r[0]))
	tell(q.IsLineManager(r[1]))
	// Output:
	// it-1 "Head of IT" (Hiro Tanaka) is a line manager: 2 live seats report to it.
	// - pm-1
	// - docks-1
	// pm-1 "Project manager" (vacant) is no line manager: no live seat reports to it by a solid line.
}

func ExampleAsker_ProjectsOf() {
	q, r := of("pm-2")
	tell(q.ProjectsOf(r[0], "it"))
	// Output:
	// pm-2 "Payments lead" (Zoë Papa) has to do with 1 project or programme with the tag it.
	// - payments
}

func ExampleAsker_RunAs() {
	q, _ := of()
	tell(q.RunAs("project"))
	// Output:
	// 1 piece of work is run as project.
	// - dredging
}
