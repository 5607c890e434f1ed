package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// EndedManager is the rule ended-manager: nobody reports to a post that has ended.
//
// One finding an ended boss, with the reports as Related, not one a report: the post was closed
// once and its reports are re-lined together, most often to one successor.
type EndedManager struct {
	// GraceDays is for how many days after its end a post may keep reports. It counts where the
	// view has a day and the end is dated.
	GraceDays int
}

const endedManagerDoc = `No live post reports to a post that has ended.

Why: the line leads to nobody, and unlike a vacancy nobody will be appointed. Charts that hide
ended posts drop everybody under them.

Parameters:
  GraceDays (0): days after its end in which a post may keep its reports.

False positives: paperwork that comes late; GraceDays. Without a day only the state of a post
ends it. A post that has not begun is not ended. A person without a post is the matter of
departed-holder, and an id that several records have and whose lines part that of multiple-solid-lines.

Source: public organograms mark closed posts Eliminated; 17 of 116 hold a line to one.

Before:
  +post cio "Chief information officer" top=true
  +post it-1 "Head of IT" state=abolished
  +post pm-1 "Payments project manager"
  it-1 reports-to cio
  pm-1 reports-to it-1
After:
  +post cio "Chief information officer" top=true
  +post it-1 "Head of IT" state=abolished
  +post pm-1 "Payments project manager"
  it-1 reports-to cio
  pm-1 reports-to cio
`

// Rule is the rule. Subject is the ended boss, Related are its live reports, filled or not; the
// position is that of the line of the first by id.
func (g EndedManager) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "ended-manager", Doc: endedManagerDoc, Severity: orgmodel.Error, Check: g.check, Days: grace(g.GraceDays, overOn())}
}

func (g EndedManager) check(p *orgmodel.Pass) {
	up := climber{p: p}
	var several map[orgmodel.Ref]bool
	n := 0
	for r := range p.Nodes() {
		if n++; n&4095 == 0 && p.Stopped() {
			return
		}
		if !p.Live(r) && p.Kind(r) != orgmodel.Person && ended(p, r) && p.MaySit(r) {
			if p.Stopped() {
				return
			}
			if several == nil {
				several = repeatedOwners(p)
			}
			g.look(p, &up, r, several)
		}
	}
}

// look reports an ended post that has live reports. Several are the records that answer for an id that several
// have: where their lines part, multiple-solid-lines speaks.
func (g EndedManager) look(p *orgmodel.Pass, up *climber, post orgmodel.Ref, several map[orgmodel.Ref]bool) {
	end := p.Life(post).Until
	if !endsByState(p, post) && end.DaysUntil(p.AsOf()) < g.GraceDays {
		return
	}
	below := slices.DeleteFunc(liveReports(p, post), func(e orgmodel.Edge) bool { return several[e.From] && divided(p, e.From) })
	if len(below) == 0 {
		return
	}
	seats := seatsBelow(p, below)
	f := orgmodel.Finding{
		Subject: p.ID(post), Related: related(p, seats), RelatedTotal: len(seats), Pos: p.LinePos(below[0]),
		Message: called(p, post) + " has ended",
		Fix:     "Re-line " + names(p, seats, len(seats)) + " to the successor post",
	}
	if !end.IsZero() && !p.AsOf().Before(end) {
		f.Message = called(p, post) + " ended on " + end.String()
	}
	verb := "s"
	if len(seats) > 1 {
		verb = ""
	}
	f.Message += ", and " + names(p, seats, len(seats)) + " still report" + verb + " to it."
	boss := up.nearest(post, func(t orgmodel.Ref) bool { return decides(p, t) })
	f.Path = p.Records(append(below[:1:1], boss.path...)...)
	if boss.at != orgmodel.None {
		f.Fix += " or to " + called(p, boss.at)
	}
	f.Fix += "."
	p.Report(f)
}

// ended says that a declared node's time is over on the view's day: by its state, or by its
// dates where there is a day.
func ended(p *orgmodel.Pass, r orgmodel.Ref) bool {
	if p.Live(r) || !p.Declared(r) {
		return false
	}
	return endsByState(p, r) || p.Past(p.Life(r))
}

func endsByState(p *orgmodel.Pass, r orgmodel.Ref) bool {
	state := p.Attrs(r).Get(orgmodel.State)
	return state == "abolished" || state == "ended"
}
