package rules

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// WrongEnds is the rule wrong-ends: a relation joins the kinds it is meant for.
type WrongEnds struct {
	Also []orgmodel.Join // more joins to allow
}

const wrongEndsDoc = `A relation joins only the kinds of record that it is meant for.

Why: "reports-to" a unit or "holds" a role says something, but not what any rule, count or chart
reads in it: the line shapes nothing and its record seems to have no boss. And a solid line
written at a person who holds several posts does not say which post reports.

Parameters:
  Also (none): more triples of kind, relation and kind to allow.

False positives: houses with uses of their own; allow them with Also, or give the relation or the
kind a name of one's own: unknown kinds and relations always pass, and so do ids nobody declares,
which are the finding of unknown-reference.

Source: the data model of this library, which follows the W3C organisation ontology in keeping
posts, persons, roles and units apart.

Before:
  +post it-1 "Head of IT"
  +unit digital
  it-1 reports-to digital
After:
  +post it-1 "Head of IT"
  +unit digital
  it-1 part-of digital
`

// Rule is the rule. One finding a line, whose Key is relation and other end; and one warning a
// person with several posts at whom solid lines are written, without a Key.
func (w WrongEnds) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "wrong-ends", Doc: wrongEndsDoc, Severity: orgmodel.Error, Check: w.check}
}

func (w WrongEnds) check(p *orgmodel.Pass) {
	var wrong []orgmodel.Rel
	for _, j := range p.Joins() {
		if !w.allows(j) && !slices.Contains(wrong, j.Rel) {
			wrong = append(wrong, j.Rel)
		}
	}
	n := 0
	for _, rel := range wrong {
		for e := range p.Edges(rel) {
			if n++; n&4095 == 0 && p.Stopped() {
				return
			}
			if !w.allows(orgmodel.Join{From: p.Kind(e.From), Rel: rel, To: p.Kind(e.To)}) {
				reportEnds(p, e)
			}
		}
	}
	if anyLine(p, []orgmodel.Rel{orgmodel.Holds}) {
		checkWhichPost(p)
	}
}

func (w WrongEnds) allows(j orgmodel.Join) bool { return fits(j) || slices.Contains(w.Also, j) }

func reportEnds(p *orgmodel.Pass, e orgmodel.Edge) {
	from, to := p.Kind(e.From), p.Kind(e.To)
	f := orgmodel.Finding{
		Subject: p.ID(e.From), Key: string(e.Rel) + " " + string(p.ID(e.To)),
		Path: p.Records(e), Related: []orgmodel.ID{p.ID(e.To)}, Pos: p.LinePos(e),
		Message: called(p, e.From) + ", a " + string(from) + ", " + says(e.Rel) + " " + called(p, e.To) + ", a " + string(to) +
			", and " + string(e.Rel) + " joins no such two.",
		Fix: "Name the record that is meant, or correct its kind.",
	}
	rels := fitting(from, to)
	switch {
	case p.Declared(e.From) && p.Declared(e.To) && fits(orgmodel.Join{From: to, Rel: e.Rel, To: from}):
		f.Fix = "The other way round: " + word(p.ID(e.To)) + " " + short(string(e.Rel)) + " " + word(p.ID(e.From)) + "; else name the record that is meant."
	case len(rels) > 0:
		f.Fix = "Name the record that is meant, or use a relation that joins such two: " +
			strings.Join(rels[:min(len(rels), listed)], ", ") + "."
	}
	p.Report(f)
}

// checkWhichPost warns of solid lines at persons who hold several posts.
func checkWhichPost(p *orgmodel.Pass) {
	seen := make([]bool, p.Len())
	n := 0
	for e := range p.Edges(orgmodel.ReportsTo) {
		if n++; n&4095 == 0 && p.Stopped() {
			return
		}
		if !p.LiveLine(e) {
			continue
		}
		for _, who := range [...]orgmodel.Ref{e.From, e.To} {
			if !p.Declared(who) || seen[who] {
				continue
			}
			seen[who] = true
			if p.Kind(who) != orgmodel.Person || p.SeatOf(who) != who {
				continue
			}
			if posts := postsOf(p, who); len(posts) > 1 {
				reportWhichPost(p, who, posts)
			}
		}
	}
}

// postsOf are the live posts of a person, by id.
func postsOf(p *orgmodel.Pass, who orgmodel.Ref) []orgmodel.Ref {
	var posts []orgmodel.Ref
	for h := range p.Posts(who) {
		posts = append(posts, h.To)
	}
	slices.SortFunc(posts, byID(p))
	return slices.Compact(posts)
}

func reportWhichPost(p *orgmodel.Pass, who orgmodel.Ref, posts []orgmodel.Ref) {
	var lines []orgmodel.Edge
	for e := range p.Out(who, orgmodel.ReportsTo) {
		if p.LiveLine(e) {
			lines = append(lines, e)
		}
	}
	for e := range p.In(who, orgmodel.ReportsTo) {
		if p.LiveLine(e) {
			lines = append(lines, e)
		}
	}
	p.Report(orgmodel.Finding{
		Severity: orgmodel.Warning, Subject: p.ID(who), Pos: p.LinePos(lines[0]),
		Path: p.Records(lines...), PathTotal: len(lines), Related: related(p, posts), RelatedTotal: len(posts),
		Message: called(p, who) + " holds " + count(len(posts), "post") + " (" + names(p, posts, len(posts)) +
			"), and a solid line written at the person does not say which of them is meant.",
		Fix: "Write the line at the post that is meant.",
	})
}
