package rules

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// ForbiddenLine makes rules that forbid lines between holders of two roles, or members of two
// units: nobody in audit reports to anybody in finance.
type ForbiddenLine struct {
	Name     string         // of the rule; empty means forbidden-line
	Deny     []Pair         // which lines
	Via      []orgmodel.Rel // of which relations; nil means reports-to
	Severity orgmodel.Severity
	Because  string // where the policy comes from; stands at the end of messages
}

// A Pair is the two ends of a denied line, From that of the subordinate. Each is a role, held by
// a post or by its holder, with the roles that are-a it; or anything that has members, such as a
// unit, with all that is part of it. A line the other way round is another Pair.
type Pair struct{ From, To orgmodel.ID }

const forbiddenLineDoc = `
Why: $why Whoever checks others must not depend on them.

Parameters:
  Deny (none): the denied pairs of roles, or of units, the subordinate's first.
  Via (reports-to): the relations.

A role or unit that a denied line would lead to, which nobody declares and which is most likely misspelt, is
a warning.

False positives: none known; a pair denies one direction, and a person who holds several posts is
of the unit the post is part of.

Source: segregation of duties; internal audit that reports outside the line it audits.

Before:
  +role auditor
  +role finance-manager
  +post fin-1 "Head of finance"
  +post aud-1 "Auditor"
  fin-1 has-role finance-manager
  aud-1 has-role auditor
  aud-1 reports-to fin-1
After:
  +role auditor
  +role finance-manager
  +post ceo "Chief executive"
  +post fin-1 "Head of finance"
  +post aud-1 "Auditor"
  fin-1 has-role finance-manager
  aud-1 has-role auditor
  aud-1 reports-to ceo
`

// Rule is the rule. One finding a line: Subject is the seat it starts at, Key the relation and
// the seat it leads to; and one for each misspelt end, see reportMisspelt. The rule is about those who hold or are in the first of a pair.
func (r ForbiddenLine) Rule() orgmodel.Rule {
	r.Name = orElse(r.Name, "forbidden-line")
	if len(r.Via) == 0 {
		r.Via = []orgmodel.Rel{orgmodel.ReportsTo}
	}
	if r.Severity == 0 {
		r.Severity = orgmodel.Error
	}
	var denied []string
	for _, d := range r.Deny {
		denied = append(denied, word(d.From)+" to "+word(d.To))
	}
	policy := "No " + eitherRel(r.Via) + " line leads from " + either(denied) + ".\n"
	doc := policy + strings.Replace(forbiddenLineDoc, "$why", whose(r.Because), 1)
	return orgmodel.Rule{Name: r.Name, Doc: doc, Severity: r.Severity, Check: r.check}
}

func (r ForbiddenLine) check(p *orgmodel.Pass) {
	sets := map[orgmodel.ID][]bool{}
	for _, d := range r.Deny {
		for _, id := range []orgmodel.ID{d.From, d.To} {
			if sets[id] == nil {
				sets[id] = belonging(p, id)
			}
		}
	}
	about := func(yield func(orgmodel.Ref) bool) {
		for s := range p.Nodes() {
			for _, d := range r.Deny {
				if sets[d.From][s] && p.SeatOf(s) == s && p.Live(s) {
					if !yield(s) {
						return
					}
					break
				}
			}
		}
	}
	up := climber{p: p}
	var from, to []orgmodel.ID
	for _, d := range r.Deny {
		from, to = append(from, d.From), append(to, d.To)
	}
	ends := slices.Concat([]orgmodel.Kind{orgmodel.Role}, bodyKinds, workKinds)
	p.IfNone(func() (why, fix string) { return nobodyHas(p, "seat has the role, or is part of,", from, ends...) })
	reportMisspelt(p, "as the end of a denied line", to, ends...)
	for s := range p.Select(about) {
		lines := p.SeatLines(s, r.Via...)
		inOrder(p, lines, r.Via)
		p.JudgeLines(lines...)
		for i, e := range lines {
			if i > 0 && e.Rel == lines[i-1].Rel && e.To == lines[i-1].To {
				continue
			}
			t := p.SeatOf(e.To)
			for _, d := range r.Deny {
				if t != s && sets[d.From][s] && of(sets[d.To], t) {
					r.report(p, &up, e, d, sets[d.To])
					break
				}
			}
		}
	}
}

func (r ForbiddenLine) report(p *orgmodel.Pass, up *climber, e orgmodel.Edge, d Pair, denied []bool) {
	s, t := p.SeatOf(e.From), p.SeatOf(e.To)
	f := orgmodel.Finding{
		Subject: p.ID(s), Key: string(e.Rel) + " " + string(p.ID(t)), Path: p.Records(e), Pos: p.LinePos(e),
		Related: []orgmodel.ID{p.ID(t)},
		Message: called(p, s) + " " + says(e.Rel) + " " + called(p, t) + ", and no line may lead from " +
			word(d.From) + " to " + word(d.To) + because(r.Because),
		Fix: "Take the line out",
	}
	through := up.nearest(t, func(b orgmodel.Ref) bool { return b != s && decides(p, b) && !of(denied, b) })
	if through.at != orgmodel.None {
		f.Fix += ", or lead it to " + called(p, through.at)
	}
	f.Fix += "."
	p.Report(f)
}

// belonging marks the seats that hold a role, or that are members of anything else.
func belonging(p *orgmodel.Pass, id orgmodel.ID) []bool {
	what, ok := p.Find(id)
	if !ok {
		return make([]bool, p.Len())
	}
	if p.Kind(what) == orgmodel.Role {
		return holdersOf(p, []orgmodel.ID{id})
	}
	set := make([]bool, p.Len())
	for r := range p.Members(what) {
		if s := p.SeatOf(r); p.Declared(s) {
			set[s] = true
		}
	}
	return set
}
