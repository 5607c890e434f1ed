package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// PermanentOnTemporaryLine is the rule permanent-on-temporary-line: whoever stays has a boss who stays, or the
// next one is known.
type PermanentOnTemporaryLine struct {
	NoticeDays int      // how long before the end the boss who follows must be known; 0 means 60
	Exempt     []string // engagements of those who do not stay; nil means contractor, external and temporary
}

const permanentOnTemporaryLineDoc = `A permanent post that reports to one of a project knows to whom it reports when the project ends.

Why: when the project closes its posts go, and whoever reported to them is left without appraiser, budget and
approvals.

Parameters:
  NoticeDays (60): how long before the end the boss who follows must be known.
  Exempt (contractor, external, temporary): values of the attribute engagement, of a seat or its holder, that
  mean that it is not permanent.

A boss is of a delivery if its post is part of it, or if deliveries are all that the roles and the work
written at the post are about; of several the last to end counts, and one without an end is for good. A post
is permanent if neither an end of its own is stated nor one of a delivery that it is of. The boss who follows
is a reports-to line that holds on the day of the end, to somebody who is still there then.

False positives: organisations that are built of projects; leave the rule out. Without a day every end is
looked at, however far. A line to somebody undeclared (unknown-reference) may be the one that follows.

Source: the project manager who is there from start to close, and the manager for people who stays, as
practitioners tell the two apart.

Before:
  as-of 2026-04-01
  +project payments "Payments renewal" until 2026-05-01
  +post pm-1 "Payments project manager"
  +post dev-1 "Development lead"
  pm-1 part-of payments
  dev-1 reports-to pm-1
After:
  as-of 2026-04-01
  +project payments "Payments renewal" until 2026-05-01
  +post pm-1 "Payments project manager"
  +post it-1 "Head of IT"
  +post dev-1 "Development lead"
  pm-1 part-of payments
  dev-1 reports-to pm-1 until 2026-05-01
  dev-1 reports-to it-1 since 2026-05-01
`

// Rule is the rule. Subject is the boss, since one end is one cause, Key the delivery; Related are the
// permanent seats that report there, and Path is the line that ties the boss, then theirs, by id.
func (l PermanentOnTemporaryLine) Rule() orgmodel.Rule {
	if l.NoticeDays == 0 {
		l.NoticeDays = 60
	}
	if l.Exempt == nil {
		l.Exempt = []string{"contractor", "external", "temporary"}
	}
	return orgmodel.Rule{Name: "permanent-on-temporary-line", Doc: permanentOnTemporaryLineDoc, Severity: orgmodel.Warning, Check: l.check, Days: shifted(-l.NoticeDays, purposesEnd)}
}

func (l PermanentOnTemporaryLine) check(p *orgmodel.Pass) {
	any := false
	for range liveOf(p, deliveryKinds...) {
		any = true
		break
	}
	if !any {
		return
	}
	t := newPurposes(p)
	w := webOf(p, orgmodel.ReportsTo)
	if w == nil {
		return
	}
	leaving := make([]bool, p.Len()) // bosses who are there for what ends soon
	any = false
	for boss := range p.Nodes() {
		if boss&1023 == 0 && p.Stopped() {
			return
		}
		if len(w.reports(boss)) > 0 {
			end := t.of(boss).end
			leaving[boss] = !end.IsZero() && (p.AsOf().IsZero() || p.AsOf().DaysUntil(end) <= l.NoticeDays)
			any = any || leaving[boss]
		}
	}
	if !any {
		return
	}
	var bosses []orgmodel.Ref
	below := map[orgmodel.Ref][]orgmodel.Edge{}
	n := 0
	for e := range p.Edges(orgmodel.ReportsTo) {
		if n++; n&4095 == 0 && p.Stopped() {
			return
		}
		boss := p.SeatOf(e.To)
		if !of(leaving, boss) || !p.LiveLine(e) || !shapes(p, e) || !p.Live(p.SeatOf(e.From)) {
			continue
		}
		if s := p.SeatOf(e.From); t.outlives(s, l.Exempt) && !l.follows(p, t, s, boss, t.of(boss).end) {
			if below[boss] == nil {
				bosses = append(bosses, boss)
			}
			below[boss] = append(below[boss], e)
		}
	}
	up := climber{p: p}
	for _, boss := range bosses {
		l.report(p, t, &up, boss, below[boss])
	}
}

// follows says that a seat has a boss other than one on a day, who is there then.
func (l PermanentOnTemporaryLine) follows(p *orgmodel.Pass, t *purposes, seat, boss orgmodel.Ref, day orgmodel.Date) bool {
	n := 0
	look := func(at orgmodel.Ref) bool {
		for e := range p.Out(at, orgmodel.ReportsTo) {
			if n++; n > crowd {
				return true // too many to tell
			}
			to := p.SeatOf(e.To)
			if to == boss || to == seat || !p.LineLife(e).Holds(day) {
				continue
			}
			if !p.Declared(to) {
				return true
			}
			end := t.of(to).end
			if p.Life(to).Holds(day) && !endsByState(p, to) && (end.IsZero() || day.Before(end)) {
				return true
			}
		}
		return false
	}
	if look(seat) {
		return true
	}
	for e := range p.In(seat, orgmodel.Holds) {
		if n++; n > crowd {
			return true
		}
		if who := e.From; p.LiveLine(e) && who != seat && p.SeatOf(who) == seat && look(who) {
			return true
		}
	}
	return false
}

func (l PermanentOnTemporaryLine) report(p *orgmodel.Pass, t *purposes, up *climber, boss orgmodel.Ref, lines []orgmodel.Edge) {
	order := byID(p)
	slices.SortFunc(lines, func(e, f orgmodel.Edge) int {
		if k := order(p.SeatOf(e.From), p.SeatOf(f.From)); k != 0 {
			return k
		}
		return order(e.From, f.From)
	})
	is, seats := t.of(boss), slices.Compact(seatsBelow(p, lines))
	f := orgmodel.Finding{
		Subject: p.ID(boss), Key: string(p.ID(is.to)), Path: p.Records(append([]orgmodel.Edge{is.line}, lines...)...), PathTotal: len(lines) + 1,
		Related: related(p, seats), RelatedTotal: len(seats), Pos: p.LinePos(lines[0]),
		Message: called(p, boss) + " is there for " + called(p, is.to) + ", until " + is.end.String() + ", and " + count(len(seats), "permanent post") + " below it " +
			"have no boss who follows: " + names(p, seats, len(seats)) + ".",
		Fix: "Add the line that follows on " + is.end.String() + " to " + word(p.ID(seats[0])),
	}
	if len(seats) == 1 {
		f.Message = called(p, boss) + " is there for " + called(p, is.to) + ", until " + is.end.String() + ", and the permanent post " + called(p, seats[0]) + " below it has no boss who follows."
	} else {
		f.Fix += " and the others"
	}
	next := up.nearest(boss, func(b orgmodel.Ref) bool {
		end := t.of(b).end
		return decides(p, b) && !slices.Contains(seats, b) && p.Life(b).Holds(is.end) && (end.IsZero() || is.end.Before(end))
	})
	if next.at != orgmodel.None {
		f.Fix += ", such as one to " + called(p, next.at)
	}
	f.Fix += "."
	p.Report(f)
}
