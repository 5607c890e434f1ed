package rules

import "example.com/orgchart/orgmodel"

// ProgrammeNeedsManager is the rule programme-needs-manager: somebody runs each programme.
type ProgrammeNeedsManager struct {
	Role    orgmodel.ID // who runs a programme, in its scope; empty means programme-manager; roles that are-a it count
	Max     int         // how many may at a time; 0 means 1
	GapDays int         // days without one, or with too many, that are let pass; 0 means 14, below 0 none
}

const programmeNeedsManagerDoc = `A programme has one programme manager.

Why: its projects compete for the same people and money, and without a programme manager whoever
shouts loudest decides between them.

Parameters:
  Role (programme-manager): the role, in the scope of a programme, of whoever runs it.
  Max (1): how many may run it at a time.
  GapDays (14): days without a manager, or with too many of them, that are let pass.

What counts is as in project-needs-manager.

False positives: says nothing where somebody undeclared runs it (unknown-reference). A programme that
is only a heading for projects; make it a portfolio.

Source: the UK government's functional standard for project delivery (GovS 002, version 2.1); the programme management
method MSP.

Before:
  +role programme-manager
  +programme digital "Digital programme"
After:
  +role programme-manager
  +programme digital "Digital programme"
  +post prg-1 "Programme manager"
  prg-1 has-role programme-manager in digital
`

// Rule is the rule, with findings as in ProjectNeedsManager.
func (r ProgrammeNeedsManager) Rule() orgmodel.Rule {
	c := inCharge(orgmodel.Programme, r.Role, "programme-manager", r.Max, r.GapDays)
	return orgmodel.Rule{Name: "programme-needs-manager", Doc: programmeNeedsManagerDoc, Severity: orgmodel.Error, Check: c.check, Days: orgmodel.NoDays}
}
