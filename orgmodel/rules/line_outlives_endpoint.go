package rules

import (
	"example.com/orgchart/orgmodel"
)

// LineOutlivesEndpoint is the rule line-outlives-endpoint: a line lasts no longer than what it
// joins.
type LineOutlivesEndpoint struct {
	// ToleranceDays is by how many days a line may stick out at either side.
	ToleranceDays int
}

const lineOutlivesEndpointDoc = `A line holds only while both its ends exist.

Why: on the days it sticks out it leads from or to nobody; whoever asks for those days gets a
boss that does not exist.

Parameters:
  ToleranceDays (0): days a line may stick out at either side.

False positives: lines without a date of their own; they inherit the dates of their ends and are
never reported. Says nothing about dates that end before they begin (date-inverted), of the line
or of an end.

Source: the manager hierarchy of Oracle's personnel system, which clips lines; a workflow engine
whose reporting line outlived the manager (pneumaticworkflow#195).

Before:
  +post it-1 "Head of IT" until 2026-04-01
  +post pm-1 "Payments project manager"
  pm-1 reports-to it-1 since 2026-01-05 until 2027-01-01
After:
  +post it-1 "Head of IT" until 2026-04-01
  +post pm-1 "Payments project manager"
  pm-1 reports-to it-1 since 2026-01-05 until 2026-04-01
`

// Rule is the rule. It looks at the intervals of every line, whatever its relation and whatever
// the view's day. One finding a line: Subject is its From, Key the relation, the other end and
// the scope, Related the ends it sticks out of.
func (l LineOutlivesEndpoint) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "line-outlives-endpoint", Doc: lineOutlivesEndpointDoc, Severity: orgmodel.Error, Check: l.check}
}

func (l LineOutlivesEndpoint) check(p *orgmodel.Pass) {
	n := 0
	for e := range p.DatedLines() {
		if n++; n&4095 == 0 && p.Stopped() {
			return
		}
		if !p.LineLife(e).Empty() {
			l.look(p, e)
		}
	}
}

// overhang is what is wrong with a line's dates.
type overhang struct {
	begin, end orgmodel.Date // the day on which to begin or end it; zero where that is not wrong
	apart      bool          // the line and an end share no day
	ends       []orgmodel.Ref
}

func (l LineOutlivesEndpoint) look(p *orgmodel.Pass, e orgmodel.Edge) {
	own := p.LineLife(e)
	var o overhang
	for i, r := range []orgmodel.Ref{e.From, e.To} {
		if life := p.Life(r); !life.IsZero() && !life.Empty() && (i == 0 || e.From != e.To) {
			l.hold(own, life, r, &o)
		}
	}
	if len(o.ends) == 0 {
		return
	}
	f := orgmodel.Finding{
		Subject: p.ID(e.From), Key: lineKey(p, e), Path: p.Records(e), Pos: p.LinePos(e),
		Message: "The line " + lineCalled(p, e) + " holds " + lasts(own) + ", but ",
		Fix:     o.fix(),
	}
	for i, r := range o.ends {
		if i > 0 {
			f.Message += " and "
		}
		f.Message += word(p.ID(r)) + " exists " + lasts(p.Life(r))
		f.Related = append(f.Related, p.ID(r))
	}
	f.Message += "."
	p.Report(f)
}

// hold holds a line's own bounds against the life of an end; an unset bound inherits.
func (l LineOutlivesEndpoint) hold(own, life orgmodel.Interval, r orgmodel.Ref, o *overhang) {
	out := false
	if early := own.From.DaysUntil(life.From); early > l.ToleranceDays {
		out = true
		if o.begin.Before(life.From) {
			o.begin = life.From
		}
	}
	if late := life.Until.DaysUntil(own.Until); late > l.ToleranceDays {
		out = true
		if o.end.IsZero() || life.Until.Before(o.end) {
			o.end = life.Until
		}
	}
	after := beyond(life.Until, own.From, l.ToleranceDays)  // it begins when the end is over
	before := beyond(own.Until, life.From, l.ToleranceDays) // it is over when the end begins
	if o.apart = o.apart || after || before; out || after || before {
		o.ends = append(o.ends, r)
	}
}

// beyond says that a day lies past the end of an interval by more than a tolerance.
func beyond(until, day orgmodel.Date, tolerance int) bool {
	return !until.IsZero() && !day.IsZero() && until.DaysUntil(day) >= tolerance
}

func (o overhang) fix() string {
	switch {
	case o.apart || !o.begin.IsZero() && !o.end.IsZero() && !o.begin.Before(o.end):
		return "Take the line out, or give it an end that exists on its days."
	case o.begin.IsZero():
		return "End the line on " + o.end.String() + "."
	case o.end.IsZero():
		return "Begin the line on " + o.begin.String() + "."
	}
	return "Begin the line on " + o.begin.String() + " and end it on " + o.end.String() + "."
}

// lasts is an interval within a sentence.
func lasts(iv orgmodel.Interval) string {
	switch {
	case iv.Until.IsZero():
		return "since " + iv.From.String()
	case iv.From.IsZero():
		return "until " + iv.Until.String()
	}
	return "from " + iv.From.String() + " until " + iv.Until.String()
}
