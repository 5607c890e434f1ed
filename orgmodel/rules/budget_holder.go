package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// BudgetHolder is the rule budget-holder: one person holds the money of a funded delivery, on the sponsor's
// behalf.
type BudgetHolder struct {
	MinBudget float64       // deliveries whose budget is known to be smaller need none
	Role      orgmodel.ID   // who holds a budget, in the scope of a delivery; empty means budget-holder
	Sponsors  []orgmodel.ID // the roles of who sponsors it; nil means sponsor and senior-responsible-owner
	Central   []orgmodel.ID // roles, held anywhere, whose holders need no link to a sponsor: central finance
}

const budgetHolderDoc = `A funded delivery has one budget holder, who is its sponsor or acts for the sponsor.

Why: money that nobody holds is spent by everybody, and who holds it without the sponsor's word can stop
the sponsor's work.

Parameters:
  MinBudget (0): a delivery whose budget is known to be smaller needs none.
  Role (budget-holder): who holds the budget, in the scope of the delivery.
  Sponsors (sponsor, senior-responsible-owner): who sponsors it, sponsors of what it is part of included.
  Central (none): roles, held anywhere, whose holders need no link to a sponsor.

Funded is a project, programme or portfolio with an attribute budget that is not zero. Linked is a holder who is
the sponsor, or has a line sponsored-by or represents to the sponsor, in any of their posts.

False positives: central finance holds the money; name its role in Central. Says nothing about the link where the delivery has
no sponsor (needs-sponsor), and nothing where the holder or sponsor is undeclared (unknown-reference).

Source: a practitioner's model in which the business project manager holds the budget and stands in for
the sponsor.

Before:
  +role budget-holder
  +project payments "Payments renewal" budget=250000
  +post coo "Chief operating officer"
  +post fin-1 "Head of finance"
  payments sponsored-by coo
  fin-1 has-role budget-holder in payments
After:
  +role budget-holder
  +project payments "Payments renewal" budget=250000
  +post coo "Chief operating officer"
  +post fin-1 "Head of finance"
  payments sponsored-by coo
  fin-1 has-role budget-holder in payments
  fin-1 represents coo
`

// Rule is the rule. Findings about a delivery: Key missing; several, Related the holders; link, Related the
// holder and the sponsors. Path are the lines that say so.
func (b BudgetHolder) Rule() orgmodel.Rule {
	if b.Role == "" {
		b.Role = "budget-holder"
	}
	return orgmodel.Rule{Name: "budget-holder", Doc: budgetHolderDoc, Severity: orgmodel.Warning, Check: b.check}
}

func (b BudgetHolder) check(p *orgmodel.Pass) {
	var holds *assigned
	var pay *sponsors
	var central []bool
	acts := newEscalation(p, []orgmodel.Rel{orgmodel.Represents, orgmodel.SponsoredBy})
	for r := range liveOf(p, deliveryKinds...) {
		amount, stated, read := moneyOf(p, r, orgmodel.Budget)
		if !stated || read && (amount == 0 || amount < b.MinBudget) {
			continue
		}
		p.Judge(r)
		if holds == nil {
			holds, pay = newAssigned(p, []orgmodel.ID{b.Role}, ""), newSponsors(p, b.Sponsors, true)
			central = holdersOf(p, b.Central)
		}
		named, ghosts := holds.now(r)
		who := filledOnes(p, named)
		if len(who) == 0 && !ghosts {
			b.reportNone(p, holds, r, named)
			continue
		}
		if during, in := holds.tenure(r).crowded(p, 1, 0); len(in) > 0 {
			b.reportMany(p, r, during, in)
		}
		above, _, open := pay.of(r)
		for _, h := range who {
			if len(above) > 0 && !open && !of(central, h) && !slices.ContainsFunc(holds.faces(h), func(f orgmodel.Ref) bool { return of(central, f) }) && !b.linked(p, pay, acts, h, above) {
				b.reportLink(p, holds, r, h, above)
				break
			}
		}
	}
}

// linked says that whoever holds a budget is a sponsor, or has a line to one or to somebody undeclared.
func (b BudgetHolder) linked(p *orgmodel.Pass, pay *sponsors, acts *escalation, holder orgmodel.Ref, above []orgmodel.Ref) bool {
	goals := pay.facesOf(above)
	for _, f := range pay.faces(holder) {
		if _, is := slices.BinarySearch(goals, f); is {
			return true
		}
		for _, e := range acts.up(f) {
			if _, is := slices.BinarySearch(goals, e.To); is || !p.Declared(e.To) {
				return true
			}
		}
	}
	return false
}

func (b BudgetHolder) reportNone(p *orgmodel.Pass, holds *assigned, delivery orgmodel.Ref, vacant []orgmodel.Ref) {
	f := orgmodel.Finding{
		Subject: p.ID(delivery), Key: "missing", Related: related(p, vacant), RelatedTotal: len(vacant),
		Message: called(p, delivery) + " has a budget of " + short(p.Attrs(delivery).Get(orgmodel.Budget)) + " and no " + word(b.Role),
		Fix:     "Name the " + word(b.Role) + " of " + word(p.ID(delivery)) + ".",
	}
	if len(vacant) > 0 {
		f.Message += ": nobody holds " + names(p, vacant, len(vacant))
		f.Path = p.Records(holds.line(delivery, vacant[0]))
	}
	f.Message += "."
	p.Report(f)
}

func (b BudgetHolder) reportMany(p *orgmodel.Pass, delivery orgmodel.Ref, during run, in []stint) {
	var who []orgmodel.Ref
	for _, s := range in {
		who = append(who, s.To)
	}
	slices.SortFunc(who, byID(p))
	who = slices.Compact(who)
	p.Report(orgmodel.Finding{
		Subject: p.ID(delivery), Key: "several", Path: p.Records(stintLines(in)...), PathTotal: len(in),
		Related: related(p, who), RelatedTotal: len(who), Pos: p.LinePos(in[len(in)-1].Edge),
		Message: called(p, delivery) + " has more than one " + word(b.Role) + during.String() + ": " + names(p, who, len(who)) + ".",
		Fix:     "Keep one " + word(b.Role) + " of " + word(p.ID(delivery)) + ".",
	})
}

func (b BudgetHolder) reportLink(p *orgmodel.Pass, holds *assigned, delivery, holder orgmodel.Ref, above []orgmodel.Ref) {
	p.Report(orgmodel.Finding{
		Subject: p.ID(delivery), Key: "link", Path: p.Records(holds.line(delivery, holder)),
		Related: append(related(p, []orgmodel.Ref{holder}), related(p, above)...), RelatedTotal: 1 + len(above),
		Message: called(p, holder) + " holds the budget of " + called(p, delivery) + " and has no line to its sponsor, " + names(p, above, len(above)) + ".",
		Fix:     "Add a represents line from " + called(p, holder) + " to " + called(p, above[0]) + ".",
		Pos:     p.LinePos(holds.line(delivery, holder)),
	})
}
