package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// ReportCycle is the rule report-cycle: nobody is above themselves.
type ReportCycle struct {
	Rels     []orgmodel.Rel // relations that count as solid; nil means reports-to
	LiveOnly bool           // leave out loops through a seat that has ended or not begun
}

const reportCycleDoc = `No chain of bosses comes back to where it began.

Why: in a loop everybody approves for everybody and nobody is above it. Recursive tools hang or
drop the whole group, with everything under it.

Parameters:
  Rels (reports-to): the relations that count as solid.
  LiveOnly (false): leave out loops through a seat that has ended or not begun.

False positives: none among lines that hold on one day. An ended line closes no loop: two posts
that swapped places stood above each other, one after the other. Where no day is asked for, a
loop whose lines hold on no single day is information, since a picture without a day still shows
it; so is a loop of seats none of which is live.

Source: the checks of the UK organogram validator; the W3C organisation ontology, whose headOf
expects none; an agent platform whose agents reported to each other (kdlbs/kandev#2822).

Before:
  +post it-1 "Head of IT"
  +post dev-1 "Development lead"
  +post test-1 "Test lead"
  test-1 reports-to dev-1
  dev-1 reports-to it-1
  it-1 reports-to test-1
After:
  +post it-1 "Head of IT"
  +post dev-1 "Development lead"
  +post test-1 "Test lead"
  test-1 reports-to dev-1
  dev-1 reports-to it-1
`

// Rule is the rule. One finding a group of seats that all are above each other: the subject is
// the member with the smallest id, Path the shortest loop through it, Related the members by id.
func (c ReportCycle) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "report-cycle", Doc: reportCycleDoc, Severity: orgmodel.Error, Check: c.check, Whole: true}
}

func (c ReportCycle) check(p *orgmodel.Pass) {
	if len(c.Rels) == 0 && !p.ManyBosses() && (!p.ManyLines() || timeless(p)) {
		for cut := range p.Cuts() {
			if p.Stopped() {
				return
			}
			c.reportLoop(p, cut)
		}
		return
	}
	rels := c.Rels
	if len(rels) == 0 {
		rels = []orgmodel.Rel{orgmodel.ReportsTo}
	}
	for _, seats := range p.SeatKnots(rels...) {
		if p.Stopped() {
			return
		}
		c.reportKnot(p, newKnot(p, seats, rels))
	}
}

// timeless says that nothing is dated, so that of two lines to one boss either will do.
func timeless(p *orgmodel.Pass) bool {
	for range p.Dated() {
		return false
	}
	for range p.DatedLines() {
		return false
	}
	return true
}

func anyDormant(p *orgmodel.Pass, seats []orgmodel.Ref) bool {
	return slices.ContainsFunc(seats, func(r orgmodel.Ref) bool { return dormant(p, r) })
}

// reportLoop reports a loop of seats with one boss each.
func (c ReportCycle) reportLoop(p *orgmodel.Pass, cut orgmodel.Ref) {
	seats := []orgmodel.Ref{cut}
	for r := p.Boss(cut); r != cut; r = p.Boss(r) {
		seats = append(seats, r)
	}
	loop := make([]orgmodel.Edge, 0, len(seats))
	r := smallest(p, seats)
	for range seats {
		e, _ := p.BossLine(r)
		loop = append(loop, e)
		r = p.Boss(r)
	}
	if !c.LiveOnly || !anyDormant(p, seats) {
		reportCycle(p, seats, loop)
	}
}

// reportKnot reports seats that several loops may tie together.
func (c ReportCycle) reportKnot(p *orgmodel.Pass, k *knot) {
	s := smallest(p, k.seats)
	var loop []orgmodel.Edge
	if c.LiveOnly && anyDormant(p, k.seats) {
		if loop = k.liveLoop(); loop == nil {
			return
		}
		k.seats = k.seats[:0]
		for _, e := range loop {
			k.seats = append(k.seats, p.SeatOf(e.From))
		}
	} else if loop = k.way(s, s); loop == nil {
		return // stopped
	}
	reportCycle(p, k.seats, loop)
}

func reportCycle(p *orgmodel.Pass, seats []orgmodel.Ref, loop []orgmodel.Edge) {
	one := p.SeatOf(loop[0].From)
	f := orgmodel.Finding{
		Subject: p.ID(one), Pos: p.LinePos(loop[0]),
		Path: p.Records(loop...), PathTotal: len(loop),
		Related: related(p, seats), RelatedTotal: len(seats),
		Message: called(p, one) + " is its own boss, by way of " + count(len(loop)-1, "other") + ": " + route(p, loop, len(loop)) + ".",
		Fix:     breakAt(p, loop),
	}
	if n := len(seats); n > len(loop) {
		f.Message = f.Message[:len(f.Message)-1] + "; " + count(n, "seat") + " in all are tied together by such loops."
	}
	switch {
	case together(p, loop).Empty():
		f.Severity = orgmodel.Info
		f.Message = f.Message[:len(f.Message)-1] + ", though on no single day."
	case !slices.ContainsFunc(seats, func(r orgmodel.Ref) bool { return !dormant(p, r) }):
		f.Severity = orgmodel.Info
		f.Message = f.Message[:len(f.Message)-1] + "; none of them is live."
	}
	p.Report(f)
}

// breakAt says where to break a loop: at the line of a seat flagged as top, else at the newest
// line, else at that of the seat that most others report to; each only where it is one line.
func breakAt(p *orgmodel.Pass, loop []orgmodel.Edge) string {
	loop = loop[:min(len(loop), orgmodel.PathCap)]
	at := func(e orgmodel.Edge, why string) string {
		return `Break the loop, most likely at "` + string(p.Line(e).From) + " " + string(e.Rel) + " " + string(p.Line(e).To) + `": ` + why + "."
	}
	most := func(rank func(orgmodel.Edge) int) (orgmodel.Edge, bool) {
		best, sole := 0, true
		for i, e := range loop[1:] {
			switch c := rank(e) - rank(loop[best]); {
			case c > 0:
				best, sole = i+1, true
			case c == 0:
				sole = false
			}
		}
		return loop[best], sole
	}
	if e, ok := most(func(e orgmodel.Edge) int {
		if crowned(p, p.SeatOf(e.From)) {
			return 1
		}
		return 0
	}); ok {
		return at(e, word(p.ID(p.SeatOf(e.From)))+" is flagged as top")
	}
	origin := orgmodel.NewDate(1, 1, 1)
	if e, ok := most(func(e orgmodel.Edge) int { return origin.DaysUntil(p.LineLife(e).From) }); ok {
		return at(e, "it is the newest line")
	}
	if e, ok := most(func(e orgmodel.Edge) int { return p.Span(p.SeatOf(e.From), false) }); ok {
		return at(e, "most seats report to "+word(p.ID(p.SeatOf(e.From))))
	}
	return "Break the loop: give one of its members another boss, or flag one as top and take out its line."
}
