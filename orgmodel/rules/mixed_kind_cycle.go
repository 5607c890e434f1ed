package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// MixedKindCycle is the rule mixed-kind-cycle: loops that solid lines close only together with
// others.
type MixedKindCycle struct {
	Rels []orgmodel.Rel // nil means reports-to, directed-by and functional-to
}

const mixedKindCycleDoc = `Nobody is appraised by someone whose work they direct.

Why: a boss who works on a report's project takes orders from someone they appraise. Both ways of
deciding are right by themselves, and who wins in a conflict is worth knowing.

Parameters:
  Rels (reports-to, directed-by, functional-to): the relations taken together.

False positives: healthy in a matrix organisation, and therefore never more than information. A
loop of solid lines alone is the finding of report-cycle.

Source: the literature on matrix organisations (S. M. Davis and P. R. Lawrence, Matrix, 1977);
practitioners' accounts, in which IT managers work on projects that their own reports manage.

Before:
  +post it-1 "Head of IT"
  +post pm-1 "Payments project manager"
  pm-1 reports-to it-1
  it-1 directed-by pm-1
After:
  +post it-1 "Head of IT"
  +post pm-1 "Payments project manager"
  pm-1 reports-to it-1
  it-1 supported-by pm-1
`

// Rule is the rule. One finding a group of seats: the subject is the member with the smallest
// id, Path a shortest loop with a line that is not solid, Related the members by id.
func (m MixedKindCycle) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "mixed-kind-cycle", Doc: mixedKindCycleDoc, Severity: orgmodel.Info, Check: m.check, Whole: true}
}

func (m MixedKindCycle) check(p *orgmodel.Pass) {
	rels := m.Rels
	if len(rels) == 0 {
		rels = []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.FunctionalTo}
	}
	loose := slices.DeleteFunc(slices.Clone(rels), func(r orgmodel.Rel) bool { return r == orgmodel.ReportsTo })
	if len(loose) == 0 || !anyLine(p, loose) {
		return
	}
	solid := map[orgmodel.Ref][]orgmodel.Ref{}
	for _, seats := range p.SeatKnots(orgmodel.ReportsTo) {
		solid[seats[0]] = seats
	}
	for _, seats := range p.SeatKnots(rels...) {
		if p.Stopped() {
			return
		}
		if !slices.Equal(solid[seats[0]], seats) {
			reportMixed(p, newKnot(p, seats, rels))
		}
	}
}

// anyLine says that there is a line of one of some relations.
func anyLine(p *orgmodel.Pass, rels []orgmodel.Rel) bool {
	for range p.Edges(rels...) {
		return true
	}
	return false
}

func reportMixed(p *orgmodel.Pass, k *knot) {
	var line orgmodel.Edge
	found := false
	order := byID(p)
	for _, out := range k.lines() { // each by boss's id: the first of the seat with the smallest id
		for _, e := range out {
			if e.Rel != orgmodel.ReportsTo && (!found || order(p.SeatOf(e.From), p.SeatOf(line.From)) < 0) {
				line, found = e, true
			}
		}
	}
	if !found {
		return // stopped
	}
	loop := []orgmodel.Edge{line}
	loop = append(loop, k.way(p.SeatOf(line.To), p.SeatOf(line.From))...)
	if len(loop) == 1 || together(p, loop).Empty() {
		return
	}
	one := smallest(p, k.seats)
	p.Report(orgmodel.Finding{
		Subject: p.ID(one), Pos: p.LinePos(line),
		Path: p.Records(loop...), PathTotal: len(loop),
		Related: related(p, k.seats), RelatedTotal: len(k.seats),
		Message: called(p, one) + " stands in a circle of " + count(len(k.seats), "seat") + " by lines of several kinds: " +
			called(p, line.From) + " " + says(line.Rel) + " " + called(p, line.To) + ", which answers to it in turn (" +
			route(p, loop, len(loop)) + ").",
		Fix: "Check that nobody is appraised by someone whose work they direct.",
	})
}
