package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// SpanNarrow is the rule span-narrow: a manager leads more than one.
type SpanNarrow struct {
	Min    int      // the fewest reports of a manager; 0 means 2
	Exempt []string // archetypes that may have fewer; nil means player-coach
}

const spanNarrowDoc = `A manager has at least two direct reports.

Why: a layer for one report costs a salary and a delay, and says little that the report could not.

Parameters:
  Min (2): the fewest reports of a manager. Vacant seats count: they are meant to be filled. A group of posts
  counts as many as its fte says, rounded up.
  Exempt (player-coach): values of the attribute archetype whose managers may have fewer.

False positives: small firms, which leave the rule out, and players who coach; give them the archetype player-coach. A manager
whose one report is marked as a deputy (the word among its tags, or mode=deputy on its line) is left
alone. Says nothing about rows of such managers (one-to-one-chain), nor about managers one of
whose reports is above them too, by a loop (report-cycle).

Source: the archetypes of managers in span-wide's source; one manager in seven in 116 public
organograms has exactly one report.

Before:
  +post cio "Chief information officer"
  +post it-1 "Head of IT"
  +post fin-1 "Head of finance"
  +post dev-1 "Development lead"
  it-1 reports-to cio
  fin-1 reports-to cio
  dev-1 reports-to it-1
After:
  +post cio "Chief information officer"
  +post it-1 "Head of IT"
  +post fin-1 "Head of finance"
  +post dev-1 "Development lead"
  it-1 reports-to cio
  fin-1 reports-to cio
  dev-1 reports-to cio
`

// Rule is the rule. One finding a manager; Path and Related are its reports.
func (s SpanNarrow) Rule() orgmodel.Rule {
	if s.Min == 0 {
		s.Min = 2
	}
	if s.Exempt == nil {
		s.Exempt = []string{PlayerCoach}
	}
	return orgmodel.Rule{Name: "span-narrow", Doc: spanNarrowDoc, Severity: orgmodel.Info, Check: s.check}
}

func (s SpanNarrow) check(p *orgmodel.Pass) {
	w := webOf(p, orgmodel.ReportsTo)
	if w == nil {
		return
	}
	in := make([]bool, p.Len())
	for _, run := range runsOf(p, w) {
		if managers := run[:len(run)-1]; len(managers) > 1 {
			for _, r := range managers {
				in[r] = true
			}
		}
	}
	up, loops := climber{p: p}, newCircles(p)
	for boss := range p.Nodes() {
		if boss&4095 == 0 && p.Stopped() {
			return
		}
		if n := s.posts(p, w.reports(boss)); n > 0 && n < s.Min && !in[boss] && !s.excused(p, w, boss) && !loops.any(boss, w.reports(boss)) {
			s.report(p, &up, w, boss, n)
		}
	}
}

// posts is how many posts some reports are, as far as it matters.
func (s SpanNarrow) posts(p *orgmodel.Pass, below []orgmodel.Ref) int {
	n := len(below)
	for i := 0; i < len(below) && n < s.Min; i++ {
		n += postsIn(p, below[i]) - 1
	}
	return n
}

// excused says that a manager may have as few reports as it has.
func (s SpanNarrow) excused(p *orgmodel.Pass, w *web, boss orgmodel.Ref) bool {
	if a := archetypeOf(p, boss); a != "" && slices.Contains(s.Exempt, a) {
		return true
	}
	below := w.reports(boss)
	return len(below) == 1 && isDeputy(p, w, below[0], boss)
}

func (s SpanNarrow) report(p *orgmodel.Pass, up *climber, w *web, boss orgmodel.Ref, posts int) {
	below := slices.SortedFunc(slices.Values(w.reports(boss)), byID(p))
	var path []orgmodel.Edge
	for _, r := range below[:min(len(below), orgmodel.PathCap)] {
		if e, ok := w.lineUp(p, r, boss, orgmodel.ReportsTo); ok {
			path = append(path, e)
		}
	}
	f := orgmodel.Finding{
		Subject: p.ID(boss), Path: p.Records(path...), PathTotal: len(below),
		Related: related(p, below), RelatedTotal: len(below),
		Message: called(p, boss) + " has " + count(posts, "direct report") + ", " + names(p, below, len(below)) +
			", and a manager has at least " + strconv.Itoa(s.Min) + ".",
	}
	remedies := []string{"Give " + word(p.ID(boss)) + " more reports"}
	inside := func(t orgmodel.Ref) bool { return t != boss && decides(p, t) && !slices.Contains(below, t) }
	if c := up.nearest(boss, inside); c.at != orgmodel.None {
		remedies = append(remedies, "line what is below it to "+called(p, c.at))
	}
	if len(s.Exempt) > 0 {
		remedies = append(remedies, "give the reason (archetype "+either(s.Exempt)+")")
	}
	f.Fix = either(remedies) + "."
	p.Report(f)
}
