package rules

import (
	"example.com/orgchart/orgmodel"
)

// DateInverted is the rule date-inverted: what is dated begins before it ends.
type DateInverted struct {
	// AllowZero accepts what begins and ends on one day, and so never was.
	AllowZero bool
}

const dateInvertedDoc = `Whatever is dated begins before it ends.

Why: a record that ends before it begins was never valid on any day, so it drops out of every
view of a day, silently.

Parameters:
  AllowZero (false): accept a record whose end is the day it begins on.

False positives: same-day corrections in systems that keep cancelled records; AllowZero. The end
(until) is the first day on which a record no longer holds; a record of one day ends the day after
it begins. Messages name the last day, which is the day before it, as tables do.

Source: effective dating, as personnel systems have it: a record holds from a first day to a last.

Before:
  +post it-1 "Head of IT" since 2026-05-01 until 2026-04-01
After:
  +post it-1 "Head of IT" since 2026-04-01 until 2026-05-01
`

// Rule is the rule. A node is one finding without a Key; a line is one about its From, with the
// relation, the other end and the scope as Key.
func (d DateInverted) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "date-inverted", Doc: dateInvertedDoc, Severity: orgmodel.Error, Check: d.check}
}

func (d DateInverted) check(p *orgmodel.Pass) {
	n := 0
	for r := range p.Dated() {
		if n++; n&4095 == 0 && p.Stopped() {
			return
		}
		if d.wrong(p.Life(r)) {
			p.Report(orgmodel.Finding{
				Subject: p.ID(r), Pos: p.Pos(r), Message: called(p, r) + inverted(p.Life(r)), Fix: correctDates,
			})
		}
	}
	for e := range p.DatedLines() {
		if n++; n&4095 == 0 && p.Stopped() {
			return
		}
		if iv := p.LineLife(e); d.wrong(iv) {
			p.Report(orgmodel.Finding{
				Subject: p.ID(e.From), Key: lineKey(p, e), Path: p.Records(e), Pos: p.LinePos(e),
				Message: "The line " + lineCalled(p, e) + inverted(iv), Fix: correctDates,
			})
		}
	}
}

const correctDates = "Correct the dates: the last day must not be before the first."

func (d DateInverted) wrong(iv orgmodel.Interval) bool {
	return iv.Empty() && !(d.AllowZero && iv.From == iv.Until)
}

// inverted tells the days as tables have them, with the last day and not the first one after it.
func inverted(iv orgmodel.Interval) string {
	last := lastDay(iv)
	if iv.From == iv.Until {
		return " begins on " + iv.From.String() + ", and its last day is the day before, " + last + "."
	}
	return " begins on " + iv.From.String() + ", and its last day is before that, " + last + "."
}

// lastDay is the last day on which something that ends holds.
func lastDay(iv orgmodel.Interval) string {
	if d := iv.Until.AddDays(-1); !d.IsZero() {
		return d.String()
	}
	return "before " + iv.Until.String() // the first day there is
}

// lineKey tells the lines of one record apart: relation, other end and scope.
func lineKey(p *orgmodel.Pass, e orgmodel.Edge) string {
	key := string(e.Rel) + " " + string(p.ID(e.To))
	if s := p.Scope(e); s != orgmodel.None {
		key += " in " + string(p.ID(s))
	}
	return key
}

// lineCalled is a line without its dates.
func lineCalled(p *orgmodel.Pass, e orgmodel.Edge) string {
	s := called(p, e.From) + " " + string(e.Rel) + " " + called(p, e.To)
	if scope := p.Scope(e); scope != orgmodel.None {
		s += " in " + called(p, scope)
	}
	return s
}
