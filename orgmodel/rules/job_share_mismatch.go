package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// JobShareMismatch is the rule job-share-mismatch: what is said twice about a shared post is
// said alike, and its parts make no more than the post.
//
// A shared post is one node here, so that holders can disagree in two ways only: where the post
// stands as several records, each marked mode=job-share, these may differ in title, grade or
// unit; and the holders' parts may sum above the post's. Records whose lines lead to different
// bosses are the finding of multiple-solid-lines, records that are not all marked that of
// duplicate-id.
type JobShareMismatch struct {
	// MayDiffer are the columns among title, grade, unit and fte in which the holders of
	// one shared post may differ. Every other attribute always may: which of them are personal
	// only the source knows.
	MayDiffer []string
}

const jobShareMismatchDoc = `Those who share a post agree on what post it is.

Why: a shared post is one job. Where its rows disagree, one of them is wrong, and nobody can see
which; parts that sum above the post are people who are paid and not planned.

Parameters:
  MayDiffer (none): columns among title, grade, unit and fte that may differ. Name, pay,
  contact and notes always may.

False positives: organisations that allow job sharers of different grades; MayDiffer grade. A
handover within a job share; end the line of the one who leaves on the day the next begins.

Source: the columns that the UK organogram validator wants equal in a job share.

Before:
  +post 17 "Jo Bell" title=Lawyer grade=G7 mode=job-share
  +post 17 "Kit Moss" title=Lawyer grade=G6 mode=job-share
After:
  +post 17 "Jo Bell" title=Lawyer grade=G7 mode=job-share
  +post 17 "Kit Moss" title=Lawyer grade=G7 mode=job-share
`

// Rule is the rule. One finding a post and column, with the column as Key; that of fte looks at
// the intervals of holds lines, whatever the view's day, and adds up the parts that are stated
// where a holder is marked mode=job-share, or where all of several state less than 1.
func (j JobShareMismatch) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "job-share-mismatch", Doc: jobShareMismatchDoc, Severity: orgmodel.Error, Check: j.check}
}

func (j JobShareMismatch) check(p *orgmodel.Pass) {
	for _, same := range repeated(p) {
		if p.Stopped() {
			return
		}
		if (DuplicateID{}).shared(p, same) {
			j.compare(p, same)
		}
	}
	if slices.Contains(j.MayDiffer, orgmodel.FTE) {
		return
	}
	_, posts := holdings(p)
	several := repeatedOwners(p)
	for _, post := range posts {
		if p.Stopped() {
			return
		}
		if several[post] {
			continue // duplicate-id, or the comparison above, has said so
		}
		sumParts(p, post, stintsOf(p, p.In(post, orgmodel.Holds)))
	}
}

// compare holds the records of one shared post against each other.
func (j JobShareMismatch) compare(p *orgmodel.Pass, same []orgmodel.Ref) {
	for _, column := range []string{orgmodel.Grade, orgmodel.Title} {
		one := p.Attrs(same[0]).Get(column)
		for _, r := range same[1:] {
			if other := p.Attrs(r).Get(column); other != one && !slices.Contains(j.MayDiffer, column) {
				reportColumn(p, same[0], r, column, one, other)
				break
			}
		}
	}
	if units := unitsOf(p, same[0]); len(units) > 1 && !slices.Contains(j.MayDiffer, "unit") {
		a, b := units[0].To, units[1].To
		p.Report(orgmodel.Finding{
			Subject: p.ID(same[0]), Key: "unit", Path: p.Records(units...), Pos: p.LinePos(units[1]),
			Related: []orgmodel.ID{p.ID(a), p.ID(b)},
			Message: called(p, same[0]) + " is one shared post, and its records put it in " + called(p, a) + " and in " + called(p, b) + ".",
			Fix:     "Make unit equal on " + places(p, same) + ".",
		})
	}
}

func reportColumn(p *orgmodel.Pass, a, b orgmodel.Ref, column, one, other string) {
	values := []string{strconv.Quote(short(one)), strconv.Quote(short(other))}
	slices.Sort(values)
	p.Report(orgmodel.Finding{
		Subject: p.ID(a), Key: column, Pos: p.Pos(b),
		Message: word(p.ID(a)) + " is one shared post, and its records give " + column + " as " + values[0] + " and as " + values[1] + ".",
		Fix:     "Make " + column + " equal on " + places(p, []orgmodel.Ref{a, b}) + ".",
	})
}

// unitsOf are live lines of a post to the units it is part of, one a unit, by id.
func unitsOf(p *orgmodel.Pass, post orgmodel.Ref) []orgmodel.Edge {
	var units []orgmodel.Edge
	for e := range p.Out(post, orgmodel.PartOf) {
		if k := p.Kind(e.To); p.LiveLine(e) && (k == orgmodel.Unit || k == orgmodel.PMO || k == orgmodel.Board) {
			units = append(units, e)
		}
	}
	order := byID(p)
	slices.SortStableFunc(units, func(e, f orgmodel.Edge) int { return order(e.To, f.To) })
	return slices.CompactFunc(units, func(e, f orgmodel.Edge) bool { return e.To == f.To })
}

// sumParts adds up the parts of a shared post's holders.
func sumParts(p *orgmodel.Pass, post orgmodel.Ref, stints []stint) {
	if len(stints) < 2 {
		return
	}
	room, now := capacity(p, post), sittingOn(p, post)
	var peak int64
	first := firstRun(stints, 0, now.change, func() bool {
		bad := now.several() && now.shared() && now.stated > room
		if bad {
			peak = max(peak, now.stated)
		}
		return bad
	})
	if first.days() == 0 {
		return
	}
	in := during(p, stints, first, stint.substantive)
	who := crew(in)
	p.Report(orgmodel.Finding{
		Subject: p.ID(post), Key: orgmodel.FTE, Related: related(p, who), RelatedTotal: len(who),
		Path: p.Records(stintLines(in)...), PathTotal: len(in), Pos: p.LinePos(in[len(in)-1].Edge),
		Message: called(p, post) + " is shared by " + names(p, who, len(who)) + " with " + inFTE(peak) + " FTE in all" +
			first.String() + ", and is a post of " + inFTE(room) + ".",
		Fix: "Make fte of the holders sum to " + inFTE(room) + " at most, or raise that of " + word(p.ID(post)) + ".",
	})
}
