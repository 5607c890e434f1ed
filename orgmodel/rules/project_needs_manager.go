package rules

import "example.com/orgchart/orgmodel"

// ProjectNeedsManager is the rule project-needs-manager: somebody runs each project, from its start
// to its close.
type ProjectNeedsManager struct {
	Role    orgmodel.ID // who runs a project, in its scope; empty means project-manager; roles that are-a it count
	Max     int         // how many may at a time; 0 means 1
	GapDays int         // days without one, or with too many, that are let pass; 0 means 14, below 0 none
}

const projectNeedsManagerDoc = `A project has one project manager, from its start to its close.

Why: a project that nobody runs drifts, and one that two run waits while each thinks that the other
decides. Most are lost sight of in the gap between one manager and the next.

Parameters:
  Role (project-manager): the role, in the scope of a project, of whoever runs it.
  Max (1): how many may run it at a time.
  GapDays (14): days without a manager, or with too many of them, that are let pass: a handover.

What counts: a role held in the project's scope, by a person or by a post that is not vacant; a title
does not. Who holds a post counts as the post, and so a job share is one; persons share the charge
where their lines say mode=job-share or an fte below 1. A gap counts until the view's day has passed
it; a gap before the first manager counts where the project's start is stated, one after the last
where its end is, or where it has begun by the view's day.

False positives: who was told to deliver without being called project manager; give them the role.
Says nothing where somebody undeclared runs it (unknown-reference). A manager who has left runs
nothing.

Source: the UK government's functional standard for project delivery (GovS 002, version 2.1)
makes the role mandatory;
literature on responsibility has one at a time; a practitioner says the manager is there from start
to close.

Before:
  +role project-manager
  +project payments "Payments renewal"
  +person ada "Ada Okafor"
  ada has-role project-manager
After:
  +role project-manager
  +project payments "Payments renewal"
  +person ada "Ada Okafor"
  ada has-role project-manager in payments
`

// Rule is the rule. At most two findings a live project: Key missing with the first time nobody runs
// it, Related those assigned at some time; Key several with the first time too many do, Related them.
func (r ProjectNeedsManager) Rule() orgmodel.Rule {
	c := inCharge(orgmodel.Project, r.Role, "project-manager", r.Max, r.GapDays)
	return orgmodel.Rule{Name: "project-needs-manager", Doc: projectNeedsManagerDoc, Severity: orgmodel.Error, Check: c.check, Days: orgmodel.NoDays}
}
