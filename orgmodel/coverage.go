package orgmodel

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// A Coverage says which records and lines the rules of a check were about: give a Checker one to
// fill. The zero Coverage covers nothing.
//
// Covered is what a rule chose (Pass.Select, Pass.Judge) and which lines of it decided
// (Pass.JudgeLines). A rule that goes by everything alike, as those of the core pack do, chooses
// nothing and covers nothing: it would cover all, and nobody would see whom the house's own
// policy leaves out. A person is covered by what is about a live post of theirs, and the other way round.
type Coverage struct {
	Rules []RuleCoverage // one a rule, in their order

	org          *Org
	nodes, lines bitset
}

// A RuleCoverage is what one rule was about. A rule that panicked was about nothing.
type RuleCoverage struct {
	Rule     string
	Chooses  bool // it said what it is about; others hold of every record
	Selected int  // records, each once
	Lines    int  // lines, each once
	Findings int  // before the limit, without the engine's own
}

// A Share is how many of some records are covered.
type Share struct {
	Covered, All int
	Missed       []ID // of the others the first MissedCap, in the author's order
}

// A LineShare is how many live lines of a relation are covered.
type LineShare struct {
	Rel          Rel
	Covered, All int
	Missed       []Line // of the others the first MissedCap, in the author's order
}

// MissedCap is how many uncovered records, or lines of a relation, a Coverage names at most.
const MissedCap = 100

// Covers says that a rule was about a record.
func (c *Coverage) Covers(r Ref) bool { return c.nodes.has(int(r)) }

// CoversLine says that a rule judged a line.
func (c *Coverage) CoversLine(e Edge) bool { return c.lines.has(e.Number()) }

// Seats is how many live seats are covered: posts, and persons without one.
func (c *Coverage) Seats() Share {
	return c.share(func(r Ref) bool { return c.org.IsSeat(r) })
}

// Deliveries is how many live projects, programmes and portfolios are covered.
func (c *Coverage) Deliveries() Share { return c.Of(Project, Programme, Portfolio) }

// Of is how many live records of some kinds are covered.
func (c *Coverage) Of(kinds ...Kind) Share {
	return c.share(func(r Ref) bool { return slices.Contains(kinds, c.org.Kind(r)) })
}

// share counts live records that own an id.
func (c *Coverage) share(in func(Ref) bool) (s Share) {
	if c.org == nil {
		return s
	}
	for r := range c.org.Nodes() {
		if !in(r) || !c.org.Live(r) || c.org.ID(r) == "" || c.org.IsRepeat(r) {
			continue
		}
		s.All++
		if c.Covers(r) {
			s.Covered++
		} else if len(s.Missed) < MissedCap {
			s.Missed = append(s.Missed, c.org.ID(r))
		}
	}
	return s
}

// reporting are the relations that say who answers to whom.
var reporting = []Rel{ReportsTo, DirectedBy, FunctionalTo, DottedTo, OverseenBy, SponsoredBy, Represents, SupportedBy}

// Lines is how many live lines are covered, by relation: of those that say who answers to whom,
// in the library's order, those that have a live line. Lines of structure, such as holds and
// part-of, and those of one's own relations are not counted.
func (c *Coverage) Lines() []LineShare {
	if c.org == nil {
		return nil
	}
	all := make([]LineShare, len(reporting))
	for i, rel := range reporting {
		all[i].Rel = rel
	}
	for e := range c.org.Edges(reporting...) {
		if !c.org.LiveLine(e) {
			continue
		}
		s := &all[slices.Index(reporting, e.Rel)]
		s.All++
		if c.CoversLine(e) {
			s.Covered++
		} else if len(s.Missed) < MissedCap {
			s.Missed = append(s.Missed, c.org.Line(e))
		}
	}
	return slices.DeleteFunc(all, func(s LineShare) bool { return s.All == 0 })
}

// Judge says that the rule is about records, where there need not be any: about projects, say, in
// a rule that an organisation without projects keeps. Unlike those of Select they are not asked
// for; a Coverage counts both. It costs nothing where none is asked for.
func (p *Pass) Judge(refs ...Ref) {
	if p.marks != nil {
		p.marks.judge(p.Org, refs)
	}
}

// JudgeLines says that lines decide whether a record keeps the rule, for a Coverage to count. It
// costs nothing where none is asked for.
func (p *Pass) JudgeLines(lines ...Edge) {
	if p.marks != nil {
		p.marks.judgeLines(p.Org, lines)
	}
}

// marks are what one rule was about.
type marks struct {
	chooses      bool
	nodes, lines bitset
}

func (m *marks) choose(o *Org) {
	if !m.chooses {
		m.chooses = true
		m.nodes, m.lines = newBits(len(o.c.kind)), newBits(o.Lines())
	}
}

// judge stays a call, so that Judge is small enough to be none.
//
//go:noinline
func (m *marks) judge(o *Org, refs []Ref) {
	m.choose(o)
	for _, r := range refs {
		m.nodes.set(int(r))
	}
}

func (m *marks) judgeLines(o *Org, lines []Edge) {
	m.choose(o)
	for _, e := range lines {
		m.lines.set(e.Number())
	}
}

// fill makes the Coverage of a check from what its rules were about.
func (c *Coverage) fill(o *Org, passes []*Pass) {
	*c = Coverage{org: o, nodes: newBits(len(o.c.kind)), lines: newBits(o.Lines())}
	for _, p := range passes {
		c.Rules = append(c.Rules, RuleCoverage{
			Rule: p.rule.Name, Chooses: p.marks.chooses, Findings: p.total,
			Selected: p.marks.nodes.count(), Lines: p.marks.lines.count(),
		})
		c.nodes.join(p.marks.nodes)
		c.lines.join(p.marks.lines)
	}
	chosen := slices.Clone(c.nodes)
	for e := range o.Edges(Holds) {
		if !o.LiveLine(e) {
			continue
		}
		if chosen.has(int(e.From)) {
			c.nodes.set(int(e.To))
		}
		if chosen.has(int(e.To)) {
			c.nodes.set(int(e.From))
		}
	}
}

// Uncovered is the rule name of findings that rules are about less than somebody asked for.
const Uncovered = "uncovered"

// A MinCoverage is the least part of an organisation that rules are to be about: from 0, which
// asks for nothing, to 1.
type MinCoverage struct{ Seats, Deliveries, Lines float64 }

// Below is what is covered less than asked for, as information: a finding for seats, one for
// deliveries and one for all lines of Lines, with Key so, and what is missed as Related or Path.
// Where there is none of a sort nothing is missed.
func (c *Coverage) Below(least MinCoverage) (found Findings) {
	say := func(key string, covered, all int, least float64, such []string, f Finding) {
		if all == 0 || float64(covered) >= least*float64(all)-1e-9 {
			return
		}
		f.Rule, f.Severity, f.Key = Uncovered, Info, key
		f.Message = fmt.Sprintf("No rule is about %d of %d %s, such as %s: %.3g%% are covered, and %.3g%% are asked for.",
			all-covered, all, key, inARow(such[:min(len(such), 3)]), math.Floor(1000*float64(covered)/float64(all))/10, 100*least)
		f.Fix = "Add a rule that chooses them, or ask for less; orgchart check --coverage lists them."
		found = append(found, f)
	}
	for _, s := range []struct {
		key   string
		share Share
		least float64
	}{{"deliveries", c.Deliveries(), least.Deliveries}, {"seats", c.Seats(), least.Seats}} {
		missed := s.share.Missed[:min(len(s.share.Missed), PathCap)]
		var such []string
		for _, id := range missed {
			such = append(such, string(id))
		}
		say(s.key, s.share.Covered, s.share.All, s.least, such, Finding{Related: missed, RelatedTotal: s.share.All - s.share.Covered})
	}
	covered, all, missed, such := 0, 0, []Line(nil), []string(nil)
	for _, s := range c.Lines() {
		covered, all, missed = covered+s.Covered, all+s.All, append(missed, s.Missed...)
	}
	missed = missed[:min(len(missed), PathCap)]
	for _, l := range missed {
		such = append(such, l.String())
	}
	say("lines", covered, all, least.Lines, such, Finding{Path: missed, PathTotal: all - covered})
	slices.SortFunc(found, Finding.compare)
	return found
}

// inARow lists words in a sentence: a, b and c.
func inARow(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
