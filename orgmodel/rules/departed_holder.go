package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// DepartedHolder is the rule departed-holder: nobody depends on a person who has left.
//
// One finding a person, whatever they still hold: leaving is the one cause.
type DepartedHolder struct {
	// GraceDays is for how many days after a person's end others may depend on them. It counts
	// where the view has a day and the end is dated.
	GraceDays int
	// LeaveCounts treats a person of state leave as departed.
	LeaveCounts bool
}

const departedHolderDoc = `A person who has left holds no post with reports and is accountable for nothing.

Why: approvals, access and appraisals go to an account nobody reads, and nothing says so, since
the post looks filled.

Parameters:
  GraceDays (0): days after a person's end before it is reported.
  LeaveCounts (false): treat a person of state=leave as departed.

False positives: long leave coded as inactive; give it state=leave. A departed person who holds
a post without reports, and is accountable for nothing, is left alone.

Source: an approval chain that stopped at leavers (microsoft/coe-starter-kit#9115) and data sets
whose owners had gone (GSA/EDX#61).

Before:
  as-of 2026-05-01
  +post cio "Chief information officer" top=true
  +post it-1 "Head of IT"
  +person bo "Bo Larsen" state=inactive
  bo holds cio
  it-1 reports-to cio
After:
  as-of 2026-05-01
  +post cio "Chief information officer" top=true
  +post it-1 "Head of IT"
  +person bo "Bo Larsen" state=inactive
  +person ada "Ada Okafor"
  bo holds cio until 2026-04-01
  ada holds cio since 2026-04-01
  it-1 reports-to cio
`

// Rule is the rule. Subject is the person; Related are the posts they still hold, by id, then what
// they or those posts are accountable for, then the live reports, both seat by seat. A person counts as
// departed whose state is inactive, or whose own end the view's day has reached; the line by
// which they hold a post counts while its own dates do.
func (d DepartedHolder) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "departed-holder", Doc: departedHolderDoc, Severity: orgmodel.Error, Check: d.check, Days: grace(d.GraceDays, overOn(orgmodel.Person))}
}

func (d DepartedHolder) check(p *orgmodel.Pass) {
	left := leavers{p: p, met: map[orgmodel.Ref]burden{}}
	n := 0
	for r := range p.OfKind(orgmodel.Person) {
		if n++; n&4095 == 0 && p.Stopped() {
			return
		}
		gone := p.Inactive(r) || !p.Live(r) && ended(p, r) ||
			d.LeaveCounts && p.Attrs(r).Get(orgmodel.State) == "leave"
		if gone && !d.lately(p, r) {
			if p.Stopped() {
				return
			}
			left.report(r)
		}
	}
}

// lately says that a person's end is dated and within the days of grace.
func (d DepartedHolder) lately(p *orgmodel.Pass, r orgmodel.Ref) bool {
	end := p.Life(r).Until
	return !end.IsZero() && !p.AsOf().IsZero() && !p.AsOf().Before(end) && end.DaysUntil(p.AsOf()) < d.GraceDays
}

// gone says that a person has left, by state or by date.
func gone(p *orgmodel.Pass, r orgmodel.Ref) bool {
	return p.Kind(r) == orgmodel.Person && (p.Inactive(r) || ended(p, r))
}

// leavers reports the departed. What hangs on a seat is worked out once, however many hold it.
type leavers struct {
	p   *orgmodel.Pass
	met map[orgmodel.Ref]burden
}

// burden is what depends on whoever sits on a seat: the first few by id, how many there are, and a
// line to show for each kind.
type burden struct {
	duties, reports       []orgmodel.Ref
	allDuties, allReports int
	show                  []orgmodel.Edge
}

func (l leavers) burden(r orgmodel.Ref) burden {
	if b, ok := l.met[r]; ok {
		return b
	}
	p, b := l.p, burden{}
	var duties, reports []orgmodel.Edge
	for e := range p.Out(r, orgmodel.AccountableFor) {
		if p.LiveLine(e) {
			duties = append(duties, e)
			b.duties = append(b.duties, e.To)
		}
	}
	if len(duties) > 0 {
		order := byID(p)
		b.show = append(b.show, slices.MinFunc(duties, func(e, f orgmodel.Edge) int { return order(e.To, f.To) }))
	}
	if p.SeatOf(r) == r {
		reports = liveReports(p, r)
		b.reports = seatsBelow(p, reports)
		b.show = append(b.show, reports[:min(1, len(reports))]...)
	}
	b.allDuties, b.allReports = len(b.duties), len(b.reports)
	b.duties, b.reports = least(p, b.duties, orgmodel.PathCap), least(p, b.reports, orgmodel.PathCap)
	l.met[r] = b
	return b
}

func (l leavers) report(who orgmodel.Ref) {
	p := l.p
	sum := l.burden(who)
	sum.duties, sum.reports = slices.Clip(sum.duties), slices.Clip(sum.reports)
	path := slices.Clone(sum.show)
	var posts []orgmodel.Ref
	var at orgmodel.Pos
	for _, h := range heldBy(p, who) {
		b := l.burden(h.To)
		if b.allDuties+b.allReports == 0 {
			continue
		}
		if posts = append(posts, h.To); len(posts) == 1 {
			at = p.LinePos(h)
		}
		path = append(append(path, h), b.show...)
		sum.duties, sum.reports = append(sum.duties, b.duties...), append(sum.reports, b.reports...)
		sum.allDuties, sum.allReports = sum.allDuties+b.allDuties, sum.allReports+b.allReports
	}
	if sum.allDuties+sum.allReports == 0 {
		return
	}
	f := orgmodel.Finding{
		Subject: p.ID(who), Path: p.Records(path...), PathTotal: len(path), Pos: at,
		RelatedTotal: len(posts) + sum.allDuties + sum.allReports,
		Message:      called(p, who) + " has left",
		Fix:          "Name who takes over from " + word(p.ID(who)) + ".",
	}
	f.Related = make([]orgmodel.ID, 0, min(orgmodel.PathCap, f.RelatedTotal))
	for _, rs := range [][]orgmodel.Ref{posts, sum.duties, sum.reports} {
		for _, r := range rs[:min(len(rs), orgmodel.PathCap-len(f.Related))] {
			f.Related = append(f.Related, p.ID(r))
		}
	}
	if len(posts) > 0 {
		f.Message += " and still holds " + names(p, posts, len(posts))
		f.Fix = "End the assignment to " + names(p, posts, len(posts)) + " and name cover."
	}
	if sum.allReports > 0 {
		f.Message += ", with " + count(sum.allReports, "report") + " (" + names(p, sum.reports, sum.allReports) + ")"
	}
	if sum.allDuties > 0 {
		f.Message += ", accountable for " + names(p, sum.duties, sum.allDuties)
	}
	f.Message += "."
	p.Report(f)
}

// heldBy are the live lines by which a person, live or not, holds declared live posts: one a
// post, by the post's id.
func heldBy(p *orgmodel.Pass, who orgmodel.Ref) []orgmodel.Edge {
	var held []orgmodel.Edge
	for e := range p.Out(who, orgmodel.Holds) {
		if p.LiveLine(e) && p.Live(e.To) && e.To != who {
			held = append(held, e)
		}
	}
	order := byID(p)
	slices.SortStableFunc(held, func(e, f orgmodel.Edge) int { return order(e.To, f.To) })
	return slices.CompactFunc(held, func(e, f orgmodel.Edge) bool { return e.To == f.To })
}
