package orgmodel

import (
	"context"
	"iter"
)

// A Rule is a policy and how to check it: a value, so copy one to change its severity or its
// name. Nothing is registered; a rule is added by naming it in the call of Check.
type Rule struct {
	Name     string   // kebab-case, stable: part of every fingerprint
	Doc      string   // first line: the policy as a sentence; then why, parameters, false positives
	Severity Severity // of its findings, Error where unset; a report may lower it and never raises it
	Check    func(*Pass)

	// Days are the days on which the rule changes its mind though no record or line begins or ends on
	// them, in any order: the end of a time of grace, a day in an attribute. Others may be among
	// them, which costs time. Checker.Over looks at them; nil says nothing, and a rule that asks for
	// the day (AsOf) is then looked at on every day.
	Days func(*Org) iter.Seq[Date]
	// Whole has Checker.Over run the rule on the organisation of no day, too: what lines of
	// different days come to together, such as a loop, is then information.
	Whole bool
}

// A Pass is one run of one rule over one organisation: its input and where it reports.
type Pass struct {
	*Org
	Ctx context.Context // done when the caller gives up; long loops look at Stopped

	rule      Rule
	common    *common
	limit     int
	found     Findings
	last      Finding // after a cut: the last that was kept
	wasCut    bool
	total     int
	selecting bool
	selected  int
	idle      func() (why, fix string)
	marks     *marks // what the rule was about; nil: nobody asks
}

// Select passes refs through and counts them. A rule that is about some nodes and not others
// ranges over Select, so that the check can tell "all is well" from "there was nothing to look
// at", which the rule rule-matches-nothing reports. It ends early when Ctx is done.
func (p *Pass) Select(refs iter.Seq[Ref]) iter.Seq[Ref] {
	p.selecting = true
	p.Judge()
	return func(yield func(Ref) bool) {
		for r := range refs {
			p.selected++
			p.Judge(r)
			if p.selected&1023 == 0 && p.Stopped() || !yield(r) {
				return
			}
		}
	}
}

// IfNone gives a function that says why Select passed nothing through, and what to do about it:
// which name the rule looked for, and which it may have meant. "No role project-manger is
// declared" ends a sentence without its full stop; the fix is a sentence. It is called only where
// there was nothing, so it may look far; either may be empty.
func (p *Pass) IfNone(say func() (why, fix string)) { p.idle = say }

// Stopped says that the caller gave up; what the rule reports no longer matters.
func (p *Pass) Stopped() bool { return p.Ctx.Err() != nil }

// Report adds a finding. Rule is filled in, Severity where it is unset or above the rule's,
// Pos where it is unset from the subject's record; Path and Related are cut at PathCap with
// their totals kept.
func (p *Pass) Report(f Finding) {
	f.Rule = p.rule.Name
	if f.Severity == 0 || f.Severity > p.rule.Severity {
		f.Severity = p.rule.Severity
	}
	if p.wasCut && f.compare(p.last) > 0 {
		p.total++ // as many come before it as are kept
		return
	}
	if f.Pos == (Pos{}) && f.Subject != "" {
		if r, ok := p.Find(f.Subject); ok {
			f.Pos = p.Pos(r)
		}
	}
	f.PathTotal = max(f.PathTotal, len(f.Path))
	f.RelatedTotal = max(f.RelatedTotal, len(f.Related))
	f.Path = f.Path[:min(len(f.Path), PathCap)]
	f.Related = f.Related[:min(len(f.Related), PathCap)]
	p.found = append(p.found, f)
	p.total++
	if p.limit > 0 && len(p.found) > 2*p.limit {
		p.cut()
	}
}

// cut keeps the first findings by their order, so that what is kept does not depend on the
// order they were reported in.
func (p *Pass) cut() {
	p.found = inOrder(p.found)
	if p.limit > 0 && len(p.found) > p.limit {
		clear(p.found[p.limit:])
		p.found = p.found[:p.limit]
		p.last, p.wasCut = p.found[p.limit-1], true
	}
}

// Records are the lines behind edges, for a finding's Path: at most PathCap of them, since
// more are never shown.
func (p *Pass) Records(edges ...Edge) []Line {
	ls := make([]Line, 0, min(len(edges), PathCap))
	for _, e := range edges[:min(len(edges), PathCap)] {
		ls = append(ls, p.Line(e))
	}
	return ls
}

// NoDays is the Rule.Days of a rule that asks for the day and changes its mind on no other than those on
// which a record or line begins or ends.
func NoDays(*Org) iter.Seq[Date] { return func(func(Date) bool) {} }
