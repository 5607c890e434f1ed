package rules

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// GradeInversion is the rule grade-inversion: nobody reports to somebody of a lower grade.
type GradeInversion struct {
	// Order are the grades, highest first; grades of one rank stand together. Case and the number of
	// spaces do not matter. Nil means the grades of the UK civil service. A grade that is not in it is
	// compared with none.
	Order  [][]string
	Strict bool           // report a boss of the same grade, too
	Rels   []orgmodel.Rel // the lines; nil means reports-to
	// Exempt are roles whose holders, or units whose members, may out-grade their bosses.
	Exempt []orgmodel.ID
}

// civilService are the grades of the UK civil service, highest first.
var civilService = [][]string{
	{"SCS4", "Permanent Secretary"}, {"SCS3"}, {"SCS2"}, {"SCS1A"}, {"SCS1"}, {"G6", "Grade 6"}, {"G7", "Grade 7"},
	{"SEO"}, {"HEO", "HEO(D)"}, {"EO"}, {"AO"}, {"AA"},
}

const gradeInversionDoc = `Nobody reports to somebody of a lower grade.

Why: who appraises whom follows seniority nearly everywhere, and a line against it is most often a
mistake: the wrong row, or a reorganisation that one side of the table has not seen.

Parameters:
  Order (the grades of the UK civil service, SCS4 to AA): grades, highest first, equal ones together.
  A grade that is not there is compared with none.
  Strict (false): report a boss of the same grade too.
  Rels (reports-to): the lines that are looked at.
  Exempt (none): roles, or units, whose holders or members may out-grade their bosses.

False positives: experts who out-grade their managers; name their role or unit in Exempt. The grade is that of the seat, else of
its holder, of several the first by id. Where no grade speaks against a line, a boss who is in charge
of only part of what the report is in charge of (scopes of roles, things owned, and what is part of
them) is worth knowing and information only: a project manager may run what the boss's boss owns. Says
nothing about the lines of a loop (report-cycle), of which some must lead down.

Source: a practitioner's account in which whom an IT manager manages depends on seniority, and in
which the IT manager's remit is the wider one.

Before:
  +post it-1 "Head of IT" grade=G7
  +post pm-1 "Payments project manager" grade=G6
  pm-1 reports-to it-1
After:
  +post it-1 "Head of IT" grade=G6
  +post pm-1 "Payments project manager" grade=G7
  pm-1 reports-to it-1
`

// Rule is the rule. One finding a report and boss: the subject is the report, Key is grade or scope
// and the boss's id, Path the line, Related the boss.
func (g GradeInversion) Rule() orgmodel.Rule {
	if g.Order == nil {
		g.Order = civilService
	}
	if g.Rels == nil {
		g.Rels = []orgmodel.Rel{orgmodel.ReportsTo}
	}
	return orgmodel.Rule{Name: "grade-inversion", Doc: gradeInversionDoc, Severity: orgmodel.Warning, Check: g.check}
}

// ranking gives grades their rank, 1 the highest.
type ranking struct {
	rank map[string]int
	read map[string]int // as written in the file
}

func (g GradeInversion) ranking() *ranking {
	r := &ranking{rank: map[string]int{}, read: map[string]int{}}
	for i, same := range g.Order {
		for _, grade := range same {
			r.rank[plain(grade)] = i + 1
		}
	}
	return r
}

// of is the rank of a grade, 0 where it has none.
func (r *ranking) of(grade string) int {
	n, known := r.read[grade]
	if !known {
		n = r.rank[plain(grade)]
		r.read[grade] = n
	}
	return n
}

// plain is a text in small letters with one space between its words.
func plain(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// gradeOf is the grade of a seat, else that of its first holder by id who has one.
func gradeOf(p *orgmodel.Pass, seat orgmodel.Ref) string { return saidOf(p, seat, orgmodel.Grade) }

func (g GradeInversion) check(p *orgmodel.Pass) {
	w := webOf(p, g.Rels...)
	if w == nil {
		return
	}
	reportMisspelt(p, "as exempt", g.Exempt, slices.Concat([]orgmodel.Kind{orgmodel.Role}, bodyKinds, workKinds)...)
	exempt := make([]bool, p.Len())
	for _, id := range g.Exempt {
		for i, in := range belonging(p, id) {
			exempt[i] = exempt[i] || in
		}
	}
	rank, remits, up, loops := g.ranking(), newRemits(p), climber{p: p}, newCircles(p)
	ranks := make([]int, p.Len())
	for r := range p.Nodes() {
		if r&4095 == 0 && p.Stopped() {
			return
		}
		if w.touches(r) {
			ranks[r] = rank.of(gradeOf(p, r))
		}
	}
	for s := range p.Nodes() {
		if s&4095 == 0 && p.Stopped() {
			return
		}
		if exempt[s] {
			continue
		}
		for _, t := range w.bosses(s) {
			if loops.joins(s, t) {
				continue
			}
			switch own, boss := ranks[s], ranks[t]; {
			case own > 0 && boss > 0 && (boss > own || g.Strict && boss == own):
				fits := func(r orgmodel.Ref) bool {
					return decides(p, r) && r != s && ranks[r] > 0 && (ranks[r] < own || !g.Strict && ranks[r] == own)
				}
				g.reportGrade(p, w, s, t, up.nearest(t, fits).at, own == boss)
			case remits.wider(remits.remit(s), remits.remit(t)):
				g.reportScope(p, w, s, t, remits)
			}
		}
	}
}

func (g GradeInversion) reportGrade(p *orgmodel.Pass, w *web, s, t, above orgmodel.Ref, same bool) {
	f := g.finding(p, w, s, t, "grade")
	own, boss := gradeOf(p, s), gradeOf(p, t)
	f.Message = called(p, s) + ", of grade " + short(own) + ", " + f.Message + ", of grade " + short(boss) + ": " + g.compared(own, boss, same) + "."
	f.Fix = "Confirm the grades of both"
	if above != orgmodel.None {
		f.Fix += ", or re-line " + word(p.ID(s)) + " to " + called(p, above) + ", of grade " + short(gradeOf(p, above))
	} else {
		f.Fix += ", or re-line " + word(p.ID(s)) + " to somebody above"
	}
	f.Fix += "."
	p.Report(f)
}

// compared says how the grades of a report and a boss stand to each other, and by which order.
func (g GradeInversion) compared(own, boss string, same bool) string {
	order := "the order given"
	if len(g.Order) > 0 && &g.Order[0] == &civilService[0] {
		order = "UK civil service order"
	}
	if same {
		return "both are of one rank (" + order + ")"
	}
	return short(own) + " ranks above " + short(boss) + " (" + order + ")"
}

func (g GradeInversion) reportScope(p *orgmodel.Pass, w *web, s, t orgmodel.Ref, m *remits) {
	f := g.finding(p, w, s, t, "scope")
	own, boss := slices.SortedFunc(slices.Values(m.remit(s)), byID(p)), slices.SortedFunc(slices.Values(m.remit(t)), byID(p))
	f.Severity = orgmodel.Info
	f.Message = called(p, s) + ", in charge of " + names(p, own, len(own)) + ", " + f.Message + ", in charge of " + names(p, boss, len(boss)) +
		", which is only part of that."
	f.Fix = "Confirm the scopes of both, or re-line " + word(p.ID(s)) + "."
	p.Report(f)
}

// finding is what both findings share; Message is the middle of theirs.
func (g GradeInversion) finding(p *orgmodel.Pass, w *web, s, t orgmodel.Ref, key string) orgmodel.Finding {
	f := orgmodel.Finding{Subject: p.ID(s), Key: key + " " + string(p.ID(t)), Related: []orgmodel.ID{p.ID(t)}}
	rel := g.Rels[0]
	if e, ok := w.lineUp(p, s, t, g.Rels...); ok {
		rel = e.Rel
		f.Path, f.Pos = p.Records(e), p.LinePos(e)
	}
	f.Message = says(rel) + " " + called(p, t)
	return f
}
