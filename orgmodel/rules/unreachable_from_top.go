package rules

import (
	"cmp"
	"slices"

	"example.com/orgchart/orgmodel"
)

// UnreachableFromTop is the rule unreachable-from-top: every live seat hangs under a top.
type UnreachableFromTop struct {
	Units       []orgmodel.ID // parts of these units, at any depth, are left out
	Engagements []string      // and so are seats of these engagements, or held by such a person
	GraceDays   int           // and seats that began less than this many days before the view's day
}

const unreachableFromTopDoc = `Every live seat hangs under a top.

Why: a seat outside the tree is in no chain of approval and in no chart, and nobody counts it.

Parameters:
  Units (none): ids of units whose parts may hang nowhere: pools, boards.
  Engagements (none): values of engagement that may: contractor, external.
  GraceDays (0): days after its beginning in which a seat may; needs a view of a day.

False positives: joiners, pools and boards; name them in the parameters. Says nothing about
loops and what hangs under them (report-cycle), about what hangs under an unknown boss
(unknown-reference) or an ended one (ended-manager), about a seat whose solid line leads to
itself or to something that is no seat (self-report, wrong-ends), about persons who have left,
and where there is no top at all (no-top). On the view of a day a person whose holdings of posts
are all over or still to come, with nobody under them, is a warning: a leaver or a joiner.

Source: the checks of the UK organogram validator; a chart library whose maker would
rather not show them (dabeng/OrgChart#87).

Before:
  +post cio "Chief information officer" top=true
  +post it-1 "Head of IT"
  +post pm-1 "Payments project manager"
  it-1 reports-to cio
After:
  +post cio "Chief information officer" top=true
  +post it-1 "Head of IT"
  +post pm-1 "Payments project manager"
  it-1 reports-to cio
  pm-1 reports-to it-1
`

// Rule is the rule. One finding a detached part; the subject is the root of the part.
func (u UnreachableFromTop) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "unreachable-from-top", Doc: unreachableFromTopDoc, Severity: orgmodel.Error, Check: u.check, Days: grace(u.GraceDays, beginnings)}
}

// check passes over later records of an id: they own no lines, and duplicate-id has said so.
func (u UnreachableFromTop) check(p *orgmodel.Pass) {
	tops, roots := survey(p)
	if len(liveOnes(p, tops)) == 0 {
		return
	}
	out := u.unitMembers(p)
	for _, r := range roots {
		if p.Stopped() {
			return
		}
		if _, top := slices.BinarySearch(tops, r); top || !p.Live(r) || p.IsRepeat(r) || out[r] || u.excused(p, r) || explained(p, r) {
			continue
		}
		reportDetached(p, r)
	}
}

// unitMembers are what is part of the units left out.
func (u UnreachableFromTop) unitMembers(p *orgmodel.Pass) map[orgmodel.Ref]bool {
	if len(u.Units) == 0 {
		return nil
	}
	in := map[orgmodel.Ref]bool{}
	for _, id := range u.Units {
		unit, ok := p.Find(id)
		if !ok {
			continue
		}
		for r := range p.Members(unit) {
			in[r] = true
			in[p.SeatOf(r)] = true
		}
	}
	return in
}

// excused says that a seat may hang nowhere by the parameters, or since its person has left.
func (u UnreachableFromTop) excused(p *orgmodel.Pass, r orgmodel.Ref) bool {
	if p.Inactive(r) || slices.Contains(u.Engagements, p.Attrs(r).Get(orgmodel.Engagement)) && p.Attrs(r).Get(orgmodel.Engagement) != "" {
		return true
	}
	if began := p.Life(r).From; u.GraceDays > 0 && !began.IsZero() && !p.AsOf().IsZero() && began.DaysUntil(p.AsOf()) < u.GraceDays {
		return true
	}
	for e := range p.Holders(r) {
		if v := p.Attrs(e.From).Get(orgmodel.Engagement); v != "" && slices.Contains(u.Engagements, v) {
			return true
		}
	}
	return false
}

// explained says that a seat without a boss has a live solid line all the same, which another
// rule reports: to itself, to something that is no seat, to nobody, or written at a holder who
// holds several posts.
func explained(p *orgmodel.Pass, seat orgmodel.Ref) bool {
	if len(p.SeatLines(seat, orgmodel.ReportsTo)) > 0 {
		return true
	}
	for h := range p.Holders(seat) {
		if p.SeatOf(h.From) == seat {
			continue // looked at already
		}
		for e := range p.Out(h.From, orgmodel.ReportsTo) {
			if p.LiveLine(e) {
				return true
			}
		}
	}
	return false
}

func reportDetached(p *orgmodel.Pass, root orgmodel.Ref) {
	f := orgmodel.Finding{Subject: p.ID(root), Fix: "Give " + word(p.ID(root)) + " a boss or flag it as top."}
	var part []orgmodel.Ref
	for r := range p.Down(root) {
		if p.Live(r) {
			part = append(part, r)
		}
	}
	why := postless{}
	if p.Kind(root) == orgmodel.Person {
		why = postlessOn(p, root)
	}
	if line, ok := lastLine(p, root); ok && !why.passing {
		reportCut(p, f, root, line, part)
		return
	}
	switch {
	case len(part) == 0 && why.said == "":
		f.Message = called(p, root) + " hangs nowhere: it has no boss and no reports, and is no top."
	case len(part) == 0:
		f.Message = called(p, root) + " hangs nowhere: it " + why.said + ", has no boss and no reports, and is no top."
		f.Fix, f.Path = why.fix, why.path
		if why.passing {
			f.Severity = orgmodel.Warning
		}
	default:
		f.Message = called(p, root)
		if why.said != "" {
			f.Message += " " + why.said + ","
			f.Fix, f.Path = why.fix, why.path
		}
		f.Message += " has no boss and is no top, and " + count(len(part), "seat") + " under it cannot be reached."
		f.Related, f.RelatedTotal = related(p, part), len(part)
	}
	p.Report(f)
}

// reportCut reports a part whose root had a boss until its line ended.
func reportCut(p *orgmodel.Pass, f orgmodel.Finding, root orgmodel.Ref, line orgmodel.Edge, part []orgmodel.Ref) {
	ended := "its line to " + called(p, line.To) + " ended, last day " + lastDay(p.LineLife(line))
	f.Path, f.Pos = p.Records(line), p.LinePos(line)
	f.Fix = "Give " + word(f.Subject) + " a boss from then on, let the line last, or flag it as top."
	if len(part) == 0 {
		f.Message = called(p, root) + " hangs nowhere: " + ended + ", and it has no reports and is no top."
	} else {
		f.Message = called(p, root) + " is no top, and " + ended + ": " + count(len(part), "seat") + " under it cannot be reached."
		f.Related, f.RelatedTotal = related(p, part), len(part)
	}
	p.Report(f)
}

// lastLine is the solid line of a seat, or of somebody who holds it, that ended last before the
// day of the view: of several to the boss with the smallest id.
func lastLine(p *orgmodel.Pass, seat orgmodel.Ref) (orgmodel.Edge, bool) {
	day, order := p.AsOf(), byID(p)
	var last orgmodel.Edge
	found := false
	look := func(r orgmodel.Ref) {
		for e := range p.Out(r, orgmodel.ReportsTo) {
			life := p.LineLife(e)
			if life.Empty() || life.Until.IsZero() || day.Before(life.Until) || p.SeatOf(e.To) == seat {
				continue
			}
			if !found || cmp.Or(byDay(p.LineLife(last).Until, life.Until), order(e.To, last.To)) < 0 {
				last, found = e, true
			}
		}
	}
	if day.IsZero() {
		return last, false
	}
	look(seat)
	for h := range p.Holders(seat) {
		if h.From != seat && p.SeatOf(h.From) == seat {
			look(h.From)
		}
	}
	return last, found
}
