package rules

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// RACIDoubleLetter is the rule raci-double-letter: nobody has two letters for one duty.
type RACIDoubleLetter struct {
	// Allow are the letters of R, A, C and I that one may have together, such as AR; nil means AR alone.
	// Fewer of them are allowed too.
	Allow []string
}

const raciDoubleLetterDoc = `Nobody has two letters for one duty, but for being accountable and responsible.

Why: whoever does the work is consulted on it and informed of it anyway, and a matrix in which letters
pile up says nothing.

Parameters:
  Allow (AR): the letters that one may have together.

False positives: none known. Letters in different scopes do not meet, and neither do those of a post and
its holder, or of a role and whoever holds it: the matrix speaks of each on its own. Without a day,
letters meet where their times overlap. A letter said twice is one.

Source: guidance on responsibility matrices.

Before:
  +duty test
  +post dev-1 "Development lead"
  dev-1 responsible-for test
  dev-1 informed-of test
After:
  +duty test
  +post dev-1 "Development lead"
  dev-1 responsible-for test
`

// Rule is the rule. Subject is whoever has the letters, Key the duty with the scope after it; Path are
// the lines, the strongest first.
func (r RACIDoubleLetter) Rule() orgmodel.Rule {
	if r.Allow == nil {
		r.Allow = []string{"AR"}
	}
	return orgmodel.Rule{Name: "raci-double-letter", Doc: raciDoubleLetterDoc, Severity: orgmodel.Info, Check: r.check}
}

func (r RACIDoubleLetter) check(p *orgmodel.Pass) {
	var d *duties
	for duty := range liveOf(p, orgmodel.Duty) {
		p.Judge(duty)
		if d == nil {
			d = newDuties(p, letters...)
		}
		general, scoped := d.cells(duty)
		for _, c := range append([]cell{{orgmodel.None, general}}, scoped...) {
			var who []orgmodel.Ref
			by := map[orgmodel.Ref][]orgmodel.Edge{}
			for _, e := range c.lines {
				if p.Declared(e.From) && p.ID(e.From) != "" {
					if by[e.From] = append(by[e.From], e); len(by[e.From]) == 2 {
						who = append(who, e.From)
					}
				}
			}
			for _, w := range who {
				r.look(p, duty, c.scope, by[w])
			}
		}
	}
}

// look reports the letters of one holder where some that hold at one time may not stand together.
func (r RACIDoubleLetter) look(p *orgmodel.Pass, duty, scope orgmodel.Ref, lines []orgmodel.Edge) {
	var show []orgmodel.Edge
	lines = lines[:min(len(lines), crowd)]
	for i, e := range lines {
		if slices.ContainsFunc(lines, func(f orgmodel.Edge) bool { return e.Rel != f.Rel && !r.allowed(e.Rel, f.Rel) && atOnce(p, e, f) }) &&
			(i == 0 || len(show) == 0 || show[len(show)-1].Rel != e.Rel) {
			show = append(show, e)
		}
	}
	if len(show) == 0 {
		return
	}
	var has, weaker []string
	for i, e := range show {
		has = append(has, strings.ReplaceAll(string(e.Rel), "-", " "))
		if i > 0 && !r.allowed(show[0].Rel, e.Rel) {
			weaker = append(weaker, has[i])
		}
	}
	fix := "Keep the strongest, " + has[0]
	if len(weaker) > 0 {
		fix += ", and take out " + series(weaker, len(weaker))
	}
	who := show[0].From
	p.Report(orgmodel.Finding{
		Subject: p.ID(who), Key: inKey(p, string(p.ID(duty)), scope), Path: p.Records(show...), Pos: p.LinePos(show[1]),
		Related: related(p, []orgmodel.Ref{duty}),
		Message: called(p, who) + " is " + series(has, len(has)) + " " + called(p, duty) + inScope(p, scope) + ".",
		Fix:     fix + ".",
	})
}

// allowed says that two letters may stand together.
func (r RACIDoubleLetter) allowed(a, b orgmodel.Rel) bool {
	return slices.ContainsFunc(r.Allow, func(set string) bool {
		set = strings.ToUpper(set)
		return strings.Contains(set, letter(a)) && strings.Contains(set, letter(b))
	})
}

// letter is that of a relation.
func letter(rel orgmodel.Rel) string { return strings.ToUpper(string(rel[:1])) }
