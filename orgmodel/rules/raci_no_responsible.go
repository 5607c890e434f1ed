package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// RACINoResponsible is the rule raci-no-responsible: somebody does what a duty asks for.
type RACINoResponsible struct {
	Unheld   orgmodel.Severity // of a duty whose responsible roles nobody holds; 0 means Error
	External []orgmodel.ID     // roles that are held outside the organisation
}

const raciNoResponsibleDoc = `Somebody is responsible for each duty, in each scope.

Why: what is nobody's work is not done, and whoever is accountable for it learns of it last.

Parameters:
  Unheld (error): the severity where only roles are responsible and nobody holds any of them.
  External (none): roles that are held outside, for work that is bought.

A duty is looked at in each scope that its lines name; where a scope names nobody responsible, those
named without a scope count there. A role responsible in a scope is held if somebody holds it, or a role
that is-a it, in that scope; who holds it without a scope holds it in none. A role responsible without a
scope is held if anybody holds it anywhere.

False positives: work bought outside; name its roles in External, or draw a line from the supplier. Of several that are
responsible one is enough: the work is done. In an organisation in which nobody holds any role, roles
are taken to be held. A vacant post is named and counts. A duty without lines of its own that others are
part of is a heading. Somebody undeclared (unknown-reference) is not also missed, somebody who has left
is. A scope that has ended needs nobody.

Source: the responsibility matrix (RACI) as in the PMBOK guide: an R at least a row.

Before:
  +duty test
  +post cio "Chief information officer"
  cio accountable-for test
After:
  +duty test
  +post cio "Chief information officer"
  +post dev-1 "Development lead"
  cio accountable-for test
  dev-1 responsible-for test
`

// Rule is the rule. Subject is the duty, Key none or unheld with the scope after it; Path are the lines
// that name somebody for it, Related the roles that nobody holds.
func (r RACINoResponsible) Rule() orgmodel.Rule {
	if r.Unheld == 0 {
		r.Unheld = orgmodel.Error
	}
	return orgmodel.Rule{Name: "raci-no-responsible", Doc: raciNoResponsibleDoc, Severity: orgmodel.Error, Check: r.check}
}

func (r RACINoResponsible) check(p *orgmodel.Pass) {
	var d *duties
	var held *heldRoles
	for duty := range liveOf(p, orgmodel.Duty) {
		if d == nil {
			d, held = newDuties(p, letters...), newHeldRoles(p)
		}
		if d.heading(duty) {
			continue
		}
		p.Judge(duty)
		general, scoped := d.cells(duty)
		does := lettered(general, orgmodel.ResponsibleFor)
		nowhere := len(does) == 0
		for _, c := range scoped {
			nowhere = nowhere && len(lettered(c.lines, orgmodel.ResponsibleFor)) == 0
		}
		switch {
		case nowhere:
			r.reportNone(p, duty, cell{orgmodel.None, d.lines[duty]})
			continue
		case len(does) > 0:
			r.look(p, held, duty, cell{orgmodel.None, general})
		}
		for _, c := range scoped {
			switch {
			case len(lettered(c.lines, orgmodel.ResponsibleFor)) > 0:
				r.look(p, held, duty, c)
			case len(does) == 0:
				r.reportNone(p, duty, c)
			}
		}
	}
}

// look holds those responsible for a duty in a scope to being somebody.
func (r RACINoResponsible) look(p *orgmodel.Pass, held *heldRoles, duty orgmodel.Ref, c cell) {
	var roles, elsewhere []orgmodel.Ref
	left := 0
	lines := lettered(c.lines, orgmodel.ResponsibleFor)
	for _, e := range lines {
		switch {
		case !p.Declared(e.From):
			return
		case gone(p, e.From):
			left++
			continue
		case p.Kind(e.From) != orgmodel.Role || !held.any || slices.Contains(r.External, p.ID(e.From)):
			return
		}
		is, other := held.in(e.From, c.scope)
		if is {
			return
		}
		if !slices.Contains(roles, e.From) && len(roles) < crowd {
			roles = append(roles, e.From)
		}
		if other != orgmodel.None && !slices.Contains(elsewhere, other) && len(elsewhere) < suggested {
			elsewhere = append(elsewhere, other)
		}
	}
	if len(roles) == 0 {
		r.reportLeft(p, duty, c, lines)
		return
	}
	slices.SortFunc(roles, byID(p))
	slices.SortFunc(elsewhere, byID(p))
	f := orgmodel.Finding{
		Subject: p.ID(duty), Key: inKey(p, "unheld", c.scope), Severity: r.Unheld,
		Path: p.Records(lines...), PathTotal: len(lines), Related: related(p, roles), RelatedTotal: len(roles), Pos: p.LinePos(lines[0]),
		Message: "Nobody holds " + names(p, roles, len(roles)) + inScope(p, c.scope) + ", responsible for " + called(p, duty) + ".",
		Fix:     "Give " + word(p.ID(roles[0])) + inScope(p, c.scope) + " to somebody",
	}
	f.Fix += suggesting(p, elsewhere) + ", or name somebody else responsible."
	p.Report(f)
}

// reportLeft is about a duty for which only persons who have left are responsible.
func (r RACINoResponsible) reportLeft(p *orgmodel.Pass, duty orgmodel.Ref, c cell, lines []orgmodel.Edge) {
	p.Report(orgmodel.Finding{
		Subject: p.ID(duty), Key: inKey(p, "none", c.scope), Path: p.Records(lines...), PathTotal: len(lines), Pos: p.LinePos(lines[0]),
		Message: "Nobody is responsible for " + called(p, duty) + inScope(p, c.scope) + ": " + called(p, lines[0].From) + " has left.",
		Fix:     "Name somebody else responsible for " + word(p.ID(duty)) + inScope(p, c.scope) + ".",
	})
}

func (r RACINoResponsible) reportNone(p *orgmodel.Pass, duty orgmodel.Ref, c cell) {
	var who []orgmodel.Ref // those accountable, and those below them, are nearest
	for _, e := range lettered(c.lines, orgmodel.AccountableFor) {
		if p.Declared(e.From) && !gone(p, e.From) && !slices.Contains(who, e.From) && len(who) < suggested {
			who = append(who, e.From)
		}
	}
	fix := "Name somebody responsible for " + word(p.ID(duty)) + inScope(p, c.scope)
	p.Report(orgmodel.Finding{
		Subject: p.ID(duty), Key: inKey(p, "none", c.scope), Path: p.Records(c.lines...), PathTotal: len(c.lines),
		Message: "Nobody is responsible for " + called(p, duty) + inScope(p, c.scope) + ".",
		Fix:     fix + suggesting(p, who) + ".",
	})
}
