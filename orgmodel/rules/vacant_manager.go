package rules

import (
	"example.com/orgchart/orgmodel"
)

// VacantManager is the rule vacant-manager: a post that others report to is filled.
//
// One finding a vacant boss, with the reports as Related, not one a report: the empty chair is
// the one cause and has one remedy, a vacant director of forty reports is one thing to do, and
// the finding keeps its fingerprint when reports come and go.
type VacantManager struct {
	// MaxDays is how long a post may be vacant before it is reported; 0 means 90, below 0 not a
	// day. It counts where the view has a day and the vacancy's beginning is known: the end of
	// the last holding, or of the post's own beginning if that is later.
	MaxDays int
	// RequireActing asks for an acting holder from the first day on, whatever MaxDays.
	RequireActing bool
}

const vacantManagerDoc = `A post with filled reports is filled, or not vacant for long.

Why: the reports of an empty chair are appraised by nobody and their requests wait for nobody.
Whoever is above is the one who decides meanwhile, and should know.

Parameters:
  MaxDays (90): days a post may be vacant. It counts only where the view has a day and the end
  of the last holding, or the recent beginning of the post, is known; a vacancy of unknown age is
  reported.
  RequireActing (false): report from the first day; only an acting holder will do.

False positives: recruitment takes time, hence MaxDays. An acting or interim holder counts as
filled even where the post is said to be vacant. An undisclosed holder is no vacancy. Says nothing
about a post that a departed person still holds (departed-holder), that somebody undeclared holds
(unknown-reference), or that has ended (ended-manager). A post that is said to be vacant and is held
all the same is told as that, whatever MaxDays.

Source: public organograms allow the word Vacant; 55 of 116 hold a vacant boss.

Before:
  +post cio "Chief information officer" top=true
  +post it-1 "Head of IT" occupancy=vacant
  +post pm-1 "Payments project manager"
  it-1 reports-to cio
  pm-1 reports-to it-1
After:
  +post cio "Chief information officer" top=true
  +post it-1 "Head of IT" occupancy=vacant
  +post pm-1 "Payments project manager"
  +person bo "Bo Larsen"
  bo holds it-1 mode=acting
  it-1 reports-to cio
  pm-1 reports-to it-1
`

// Rule is the rule. Subject is the vacant post, Related are its live reports that are not
// vacant, groups among them; message and fix name the nearest filled boss above.
func (v VacantManager) Rule() orgmodel.Rule {
	if v.MaxDays == 0 {
		v.MaxDays = 90
	}
	changes := shifted(v.MaxDays, vacancies)
	if v.RequireActing {
		changes = orgmodel.NoDays
	}
	return orgmodel.Rule{Name: "vacant-manager", Doc: vacantManagerDoc, Severity: orgmodel.Warning, Check: v.check, Days: changes}
}

func (v VacantManager) check(p *orgmodel.Pass) {
	up := climber{p: p}
	n := 0
	for r := range p.Nodes() {
		if n++; n&4095 == 0 && p.Stopped() {
			return
		}
		if p.Occupancy(r) == orgmodel.Vacant && p.Live(r) && p.MaySit(r) && p.SeatOf(r) == r {
			if p.Stopped() {
				return
			}
			v.look(p, &up, r)
		}
	}
}

func (v VacantManager) look(p *orgmodel.Pass, up *climber, post orgmodel.Ref) {
	var below []orgmodel.Edge
	for _, e := range liveReports(p, post) {
		if p.Occupancy(p.SeatOf(e.From)) != orgmodel.Vacant {
			below = append(below, e)
		}
	}
	if len(below) == 0 || covered(p, post) {
		return
	}
	for h := range p.Holders(post) {
		reportHeldVacant(p, h, below)
		return
	}
	since, known := vacantSince(p, post)
	if known && !v.RequireActing && since.DaysUntil(p.AsOf()) < v.MaxDays {
		return
	}
	seats := seatsBelow(p, below)
	f := orgmodel.Finding{
		Subject: p.ID(post), Related: related(p, seats), RelatedTotal: len(seats),
		Message: called(p, post) + " is vacant",
		Fix:     "Appoint an acting holder of " + word(p.ID(post)),
	}
	if known && !p.Life(post).From.Before(since) {
		f.Message = called(p, post) + " has been vacant since it began on " + since.String()
	} else if known {
		f.Message = called(p, post) + " has been vacant since " + since.String()
	}
	f.Message += ", with " + count(len(seats), "filled report") + ": " + names(p, seats, len(seats)) + "; "
	boss := up.nearest(post, func(t orgmodel.Ref) bool { return decides(p, t) })
	f.Path = p.Records(append(below[:1:1], boss.path...)...)
	if boss.at == orgmodel.None {
		f.Message += "nobody above it is filled."
		f.Fix += "."
	} else {
		f.Message += "the nearest filled boss is " + called(p, boss.at) + "."
		f.Fix += ", or re-line its reports to " + called(p, boss.at) + "."
	}
	p.Report(f)
}

// reportHeldVacant reports a post that is said to be vacant and that somebody holds all the same.
func reportHeldVacant(p *orgmodel.Pass, h orgmodel.Edge, below []orgmodel.Edge) {
	seats := seatsBelow(p, below)
	p.Report(orgmodel.Finding{
		Subject: p.ID(h.To), Related: related(p, seats), RelatedTotal: len(seats), Path: p.Records(h),
		Message: called(p, h.To) + " is said to be vacant, but " + called(p, h.From) + " holds it, with " +
			count(len(seats), "filled report") + ": " + names(p, seats, len(seats)) + ".",
		Fix: "Drop one of the two: the word that " + word(p.ID(h.To)) + " is vacant, or the holding of " + word(p.ID(h.From)) + ".",
	})
}

// covered says that a vacant post has somebody: an acting holder, or one whose case is another
// rule's.
func covered(p *orgmodel.Pass, post orgmodel.Ref) bool {
	for e := range p.In(post, orgmodel.Holds) {
		if !p.LiveLine(e) {
			continue
		}
		if !p.Declared(e.From) || gone(p, e.From) {
			return true
		}
		if mode := p.LineAttrs(e).Get(orgmodel.Mode); p.Live(e.From) && (mode == "acting" || mode == "interim") {
			return true
		}
	}
	return false
}

// vacantSince is the day on which a vacant post lost its last holder, or on which it began if
// that is later; false where the view has no day or a holding's end is not known.
func vacantSince(p *orgmodel.Pass, post orgmodel.Ref) (orgmodel.Date, bool) {
	day, since := p.AsOf(), p.Life(post).From
	if day.IsZero() {
		return day, false
	}
	for e := range p.In(post, orgmodel.Holds) {
		held := p.Lasting(e)
		if held.Empty() || day.Before(held.From) {
			continue
		}
		if held.Holds(day) {
			return day, false // the holder ended without a date
		}
		if since.Before(held.Until) {
			since = held.Until
		}
	}
	return since, !since.IsZero()
}
