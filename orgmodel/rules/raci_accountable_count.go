package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// RACIAccountableCount is the rule raci-accountable-count: one is accountable for each duty.
type RACIAccountableCount struct {
	Max int // how many may be accountable for a duty in one scope; 0 means 1
}

const raciAccountableCountDoc = `Exactly one is accountable for a duty, in each scope.

Why: where two are accountable each waits for the other, and where nobody is nobody can be asked.

Parameters:
  Max (1): how many may be accountable for a duty in one scope.

A duty is looked at in each scope that its lines name. Where a scope names nobody accountable, those
named without a scope count there. A duty whose lines have no scope is looked at as a whole, and a duty
for which nobody is accountable anywhere is one finding.

False positives: committees; name whoever chairs it. A post that several share counts once, and so do
persons whose lines say mode=job-share, a post and its holder, a role and whoever holds it. Without a
day, one after the other is one at a time. A vacant post is named and counts. A duty without lines of its
own that others are part of is a heading and needs nobody. Somebody undeclared (unknown-reference) or
who has left (departed-holder) is not also missed. A scope that has ended needs nobody.

Source: the responsibility matrix (RACI) as in the PMBOK guide: one A a row.

Before:
  +duty approve-budget
  +post cfo "Chief finance officer"
  +post coo "Chief operating officer"
  cfo accountable-for approve-budget
  coo accountable-for approve-budget
After:
  +duty approve-budget
  +post cfo "Chief finance officer"
  +post coo "Chief operating officer"
  cfo accountable-for approve-budget
  coo consulted-on approve-budget
`

// Rule is the rule. Subject is the duty, Key few or many with the scope after it; Path are the lines of
// those accountable where they are too many, else those that name the others, by letter.
func (r RACIAccountableCount) Rule() orgmodel.Rule {
	r.Max = max(r.Max, 1)
	return orgmodel.Rule{Name: "raci-accountable-count", Doc: raciAccountableCountDoc, Severity: orgmodel.Error, Check: r.check, Days: orgmodel.NoDays}
}

func (r RACIAccountableCount) check(p *orgmodel.Pass) {
	var d *duties
	var book *roleBook
	for duty := range liveOf(p, orgmodel.Duty) {
		if d == nil {
			d, book = newDuties(p, letters...), newRoleBook(p)
		}
		if d.heading(duty) {
			continue
		}
		p.Judge(duty)
		general, scoped := d.cells(duty)
		cells := append([]cell{{orgmodel.None, general}}, scoped...)
		found := false // somebody, or somebody unknown, is accountable somewhere
		var lacking []cell
		for i, c := range cells {
			in, open := charges(p, book, lettered(c.lines, orgmodel.AccountableFor))
			if during, who := several(p, in, r.Max); len(who) > 0 {
				r.reportMany(p, duty, c.scope, during, who)
			}
			named := open || len(in) > 0
			if found = found || named; i > 0 && !named {
				lacking = append(lacking, c)
			}
			if i == 0 && named {
				scoped = nil // what is said without a scope is said for each
			}
		}
		switch {
		case !found:
			r.reportNone(p, duty, cell{orgmodel.None, d.lines[duty]})
		case scoped != nil:
			for _, c := range lacking {
				r.reportNone(p, duty, c)
			}
		}
	}
}

func (r RACIAccountableCount) reportNone(p *orgmodel.Pass, duty orgmodel.Ref, c cell) {
	var who []orgmodel.Ref // those responsible, who are nearest
	for _, e := range c.lines {
		if e.Rel == orgmodel.ResponsibleFor && p.Declared(e.From) && !slices.Contains(who, e.From) && len(who) < suggested {
			who = append(who, e.From)
		}
	}
	slices.SortFunc(who, byID(p))
	fix := "Name one accountable for " + word(p.ID(duty)) + inScope(p, c.scope)
	p.Report(orgmodel.Finding{
		Subject: p.ID(duty), Key: inKey(p, "few", c.scope), Path: p.Records(c.lines...), PathTotal: len(c.lines),
		Message: "Nobody is accountable for " + called(p, duty) + inScope(p, c.scope) + ".",
		Fix:     fix + suggesting(p, who) + ".",
	})
}

func (r RACIAccountableCount) reportMany(p *orgmodel.Pass, duty, scope orgmodel.Ref, at run, in []stint) {
	who := make([]orgmodel.Ref, len(in))
	for i, s := range in {
		who[i] = s.To
	}
	slices.SortFunc(who, byID(p))
	who = slices.Compact(who)
	lines := stintLines(in)
	allowed := "one may be"
	if r.Max > 1 {
		allowed = strconv.Itoa(r.Max) + " may be"
	}
	p.Report(orgmodel.Finding{
		Subject: p.ID(duty), Key: inKey(p, "many", scope), Path: p.Records(lines...), PathTotal: len(lines),
		Related: related(p, who), RelatedTotal: len(who), Pos: p.LinePos(lines[len(lines)-1]),
		Message: names(p, who, len(who)) + " are accountable for " + called(p, duty) + inScope(p, scope) + at.String() + "; " + allowed + ".",
		Fix:     "Keep one accountable, of a committee whoever chairs it, and make the others responsible or consulted, or say mode=job-share where they share the charge.",
	})
}
