package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// PMOMarksOwnHomework is the rule pmo-marks-own-homework: whoever directs a delivery does not assure it.
type PMOMarksOwnHomework struct {
	Within Sameness      // who must not do both; the zero one is the same person
	Roles  []orgmodel.ID // roles, in the scope of a delivery, that direct it; nil means project-manager and programme-manager
}

// Sameness is what two records must share to count as one.
type Sameness uint8

const (
	SamePerson Sameness = iota // a person, in whatever posts, or the record
	SamePost                   // the record: one post, one PMO
	SameUnit                   // a unit, PMO or board that both are part of
)

// String is person, post or unit.
func (s Sameness) String() string { return [...]string{"person", "post", "unit"}[min(s, SameUnit)] }

const pmoMarksOwnHomeworkDoc = `Whoever directs a delivery does not oversee it.

Why: assurance is there to say what those in charge would rather not hear. A PMO that runs a project and
reports on it to the board reports on itself.

Parameters:
  Within (person): who must not do both: one person in whatever posts, one post (or PMO), or one unit.
  Roles (project-manager, programme-manager): roles that direct a delivery, in its scope.

Directs whoever a delivery or a line in its scope is directed-by, or holds a role of Roles in its scope;
oversees whoever either is overseen-by.

False positives: a PMO that advises; its line is supported-by. Small firms; raise nothing and waive it
with the control that makes up for it.

Source: PRINCE2, where assurance is independent of the project manager, of team managers and of project
support.

Before:
  +pmo office
  +project payments "Payments renewal"
  payments directed-by office
  payments overseen-by office
After:
  +pmo office
  +project payments "Payments renewal"
  +unit audit
  payments directed-by office
  payments overseen-by audit
`

// Rule is the rule. One finding for each who does both: the subject is the delivery, Key and Related whoever does, Path
// a line of direction and one of oversight.
func (h PMOMarksOwnHomework) Rule() orgmodel.Rule {
	h.Roles = orRoles(h.Roles, "project-manager", "programme-manager")
	return orgmodel.Rule{Name: "pmo-marks-own-homework", Doc: pmoMarksOwnHomeworkDoc, Severity: orgmodel.Warning, Check: h.check}
}

// scopedLines are the live lines of a relation that are limited to a delivery, by delivery, and those
// that start at one.
func scopedLines(p *orgmodel.Pass, rel orgmodel.Rel) map[orgmodel.Ref][]orgmodel.Edge {
	of := map[orgmodel.Ref][]orgmodel.Edge{}
	n := 0
	for e := range p.Edges(rel) {
		if n++; n&4095 == 0 && p.Stopped() {
			return of
		}
		at := p.Scope(e)
		if at == orgmodel.None {
			at = e.From
		}
		if p.LiveLine(e) && p.Live(e.To) && isDelivery(p, at) {
			of[at] = append(of[at], e)
		}
	}
	return of
}

func (h PMOMarksOwnHomework) check(p *orgmodel.Pass) {
	overseen := scopedLines(p, orgmodel.OverseenBy)
	if len(overseen) == 0 {
		return
	}
	directed, runs := scopedLines(p, orgmodel.DirectedBy), newAssigned(p, h.Roles, "")
	g, order := &kinship{runs.guises, map[orgmodel.Ref][]orgmodel.Ref{}}, byID(p)
	for delivery := range liveOf(p, deliveryKinds...) {
		if len(overseen[delivery]) == 0 {
			continue
		}
		p.Judge(delivery)
		by := map[orgmodel.Ref]orgmodel.Edge{} // a line by which each directs
		note := func(who orgmodel.Ref, e orgmodel.Edge) {
			for _, r := range h.shared(g, who) {
				if f, is := by[r]; !is || order(e.To, f.To) < 0 || e.To == f.To && order(e.From, f.From) < 0 {
					by[r] = e
				}
			}
		}
		for _, e := range directed[delivery] {
			note(e.To, e)
		}
		who, _ := runs.now(delivery)
		for _, r := range who {
			note(r, runs.line(delivery, r))
		}
		h.look(p, delivery, overseen[delivery], by, g)
	}
}

func (h PMOMarksOwnHomework) look(p *orgmodel.Pass, delivery orgmodel.Ref, overseen []orgmodel.Edge, by map[orgmodel.Ref]orgmodel.Edge, g *kinship) {
	told := map[orgmodel.Ref]bool{}
	inOrder(p, overseen, nil)
	for _, e := range overseen {
		for _, r := range h.shared(g, e.To) {
			d, both := by[r]
			if !both || told[r] {
				continue
			}
			told[r] = true
			f := orgmodel.Finding{
				Subject: p.ID(delivery), Key: string(p.ID(r)), Path: p.Records(d, e), Related: []orgmodel.ID{p.ID(r)}, Pos: p.LinePos(e),
				Message: called(p, r) + " directs " + called(p, delivery) + " and oversees it.",
				Fix:     "Let somebody independent of " + called(p, r) + " oversee " + word(p.ID(delivery)) + "; where it only advises, say supported-by.",
			}
			if h.Within == SameUnit {
				f.Message = "People of " + called(p, r) + " direct " + called(p, delivery) + " and oversee it."
			}
			p.Report(f)
		}
	}
}

// kinship is who stands where, and by record the units it is in, as far as they have been asked for.
type kinship struct {
	*guises
	units map[orgmodel.Ref][]orgmodel.Ref
}

// shared are the records that somebody must not share with whoever oversees, by Ref.
func (h PMOMarksOwnHomework) shared(g *kinship, at orgmodel.Ref) []orgmodel.Ref {
	switch h.Within {
	case SamePost:
		return []orgmodel.Ref{at}
	case SamePerson:
		return g.peopleAt(at)
	}
	var in []orgmodel.Ref
	for _, r := range g.faces(at) {
		in = append(in, g.unitsOf(r)...)
	}
	slices.Sort(in)
	return slices.Compact(in)
}

// unitsOf are the live units, PMOs and boards that a record is part of, itself where it is one; of many
// the first few.
func (g *kinship) unitsOf(r orgmodel.Ref) []orgmodel.Ref {
	in, known := g.units[r]
	if known {
		return in
	}
	p, n := g.p, 0
	if slices.Contains(bodyKinds, p.Kind(r)) {
		in = append(in, r)
	} else {
		for e := range p.Out(r, orgmodel.PartOf) {
			if n++; n > crowd {
				break
			}
			if p.LiveLine(e) && p.Live(e.To) && slices.Contains(bodyKinds, p.Kind(e.To)) {
				in = append(in, e.To)
			}
		}
	}
	g.units[r] = in
	return in
}
