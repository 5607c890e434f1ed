package rules

import (
	"cmp"
	"slices"

	"example.com/orgchart/orgmodel"
)

// AssignmentOverlap is the rule assignment-overlap: one holder a post, and one person's worth of
// posts a person.
type AssignmentOverlap struct {
	// MaxFTE is the sum of full-time equivalents that one person may hold; 0 means 1.
	MaxFTE float64
	// HandoverDays is how long two substantive holders of one post may overlap; 0 means 30, below
	// 0 not a day.
	HandoverDays int
}

const assignmentOverlapDoc = `A post has one holder at a time, and a person no more posts than hours.

Why: with two holders nobody knows who decides, and pay and headcount count one post twice.

Parameters:
  MaxFTE (1): full-time equivalents one person may hold at any time. Only stated ones are added.
  HandoverDays (30): days for which two holders of one post may overlap.

False positives: a planned handover is silent within HandoverDays. A shared post is silent: one
with a holder of mode=job-share, one whose holders each state less than 1 (job-share-mismatch adds
them up), or one whose own fte is as large as its holders' together. Acting, interim and seconded
holders are no second holder. Holders and posts that ended without a date do not count, nor do
inactive persons (departed-holder). One person's several lines to a post at once are one holding,
and are reported as that.

Source: succession in a post as practitioners tell it, one after the other but for a handover; the
practice of counting people by full-time equivalents.

Before:
  +post it-1 "Head of IT"
  +person ada "Ada Okafor"
  +person bo "Bo Larsen"
  ada holds it-1
  bo holds it-1 since 2026-01-05
After:
  +post it-1 "Head of IT"
  +person ada "Ada Okafor"
  +person bo "Bo Larsen"
  ada holds it-1 until 2026-02-01
  bo holds it-1 since 2026-01-05
`

// Rule is the rule. It looks at the intervals of holds lines, whatever the view's day. Too many
// holders are one finding a post, with Key holders and the holders of the first time that is
// too long as Related; too much work is one finding a person, with Key fte and the posts of the
// first such time. A holding said again at the same time is one finding a person and post, with
// Key holds and the post's id, and stands at the line that says it again.
func (a AssignmentOverlap) Rule() orgmodel.Rule {
	if a.MaxFTE == 0 {
		a.MaxFTE = 1
	}
	if a.HandoverDays == 0 {
		a.HandoverDays = 30
	}
	return orgmodel.Rule{Name: "assignment-overlap", Doc: assignmentOverlapDoc, Severity: orgmodel.Warning, Check: a.check}
}

func (a AssignmentOverlap) check(p *orgmodel.Pass) {
	people, posts := holdings(p)
	several := repeatedOwners(p)
	for _, post := range posts {
		if p.Stopped() {
			return
		}
		if several[post] {
			continue // duplicate-id has said so
		}
		a.post(p, post, stintsOf(p, p.In(post, orgmodel.Holds)))
	}
	for _, who := range people {
		if p.Stopped() {
			return
		}
		stints := stintsOf(p, p.Out(who, orgmodel.Holds))
		if !several[who] {
			a.again(p, who, stints)
		}
		a.person(p, who, stints)
	}
}

func (a AssignmentOverlap) post(p *orgmodel.Pass, post orgmodel.Ref, stints []stint) {
	if len(stints) < 2 {
		return
	}
	room, now := capacity(p, post), sittingOn(p, post)
	wrong := firstRun(stints, max(a.HandoverDays, 0), now.change, func() bool {
		return now.several() && now.load > room && !now.shared()
	})
	if wrong.days() == 0 {
		return
	}
	in := during(p, stints, wrong, stint.substantive)
	who := crew(in)
	p.Report(orgmodel.Finding{
		Subject: p.ID(post), Key: "holders", Related: related(p, who), RelatedTotal: len(who),
		Path: p.Records(stintLines(in)...), PathTotal: len(in), Pos: p.LinePos(in[1].Edge),
		Message: called(p, post) + " is held by " + names(p, who, len(who)) + " at once" + wrong.String() +
			", and is a post of " + inFTE(room) + " FTE.",
		Fix: "Mark the holders as a job share, or end a holding sooner.",
	})
}

func (a AssignmentOverlap) person(p *orgmodel.Pass, who orgmodel.Ref, stints []stint) {
	stints = slices.DeleteFunc(stints, func(s stint) bool { return s.fte == noFTE || !p.Declared(s.To) })
	same := func(a, b stint) int {
		return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(a.from, b.from), cmp.Compare(a.until, b.until), cmp.Compare(a.fte, b.fte))
	}
	slices.SortStableFunc(stints, same) // a line said twice is one holding
	stints = slices.CompactFunc(stints, func(a, b stint) bool { return same(a, b) == 0 })
	most := int64(min(a.MaxFTE, mostFTE)*oneFTE + 0.5)
	var sum, peak int64
	first := firstRun(stints, 0, func(s *stint, by int) { sum += s.fte * int64(by) }, func() bool {
		if sum > most {
			peak = max(peak, sum)
		}
		return sum > most
	})
	if first.days() == 0 {
		return
	}
	in := during(p, stints, first, func(stint) bool { return true })
	var posts []orgmodel.Ref
	for _, s := range in {
		posts = append(posts, s.To)
	}
	posts = slices.Compact(posts)
	p.Report(orgmodel.Finding{
		Subject: p.ID(who), Key: "fte", Related: related(p, posts), RelatedTotal: len(posts),
		Path: p.Records(stintLines(in)...), PathTotal: len(in), Pos: p.LinePos(in[len(in)-1].Edge),
		Message: called(p, who) + " holds " + inFTE(peak) + " FTE" + first.String() + ", more than " + inFTE(most) +
			": " + names(p, posts, len(posts)) + ".",
		Fix: "Correct the parts of " + word(p.ID(who)) + ", or end a holding sooner.",
	})
}

// again reports the posts that a person holds by several lines at once: they are one holding.
func (a AssignmentOverlap) again(p *orgmodel.Pass, who orgmodel.Ref, stints []stint) {
	if len(stints) < 2 || p.ID(who) == "" {
		return
	}
	lines := stintLines(stints)
	slices.SortStableFunc(lines, func(e, f orgmodel.Edge) int { return cmp.Compare(e.To, f.To) })
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && lines[j].To == lines[i].To {
			j++
		}
		if k := overlap(p, lines[i:j]); k > 0 && p.ID(lines[i].To) != "" {
			reportHeldAgain(p, who, lines[i:j], lines[i+k])
		}
		i = j
	}
}

func reportHeldAgain(p *orgmodel.Pass, who orgmodel.Ref, lines []orgmodel.Edge, again orgmodel.Edge) {
	at := ""
	if first, second := p.LinePos(lines[0]).String(), p.LinePos(again).String(); first != "" && second != "" {
		at = ", at " + first + " and " + second
	}
	p.Report(orgmodel.Finding{
		Subject: p.ID(who), Key: "holds " + string(p.ID(again.To)), Pos: p.LinePos(again),
		Path: p.Records(lines...), PathTotal: len(lines), Related: []orgmodel.ID{p.ID(again.To)},
		Message: called(p, who) + " holds " + called(p, again.To) + " by " + count(len(lines), "line") + " at once" + at + ".",
		Fix:     "Keep one of the lines.",
	})
}
