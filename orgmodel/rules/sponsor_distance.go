package rules

import (
	"strconv"

	"example.com/orgchart/orgmodel"
)

// SponsorDistance is the rule sponsor-distance: who runs a project is near to who pays for it.
type SponsorDistance struct {
	Max      int            // lines between them; 0 means 3
	Rels     []orgmodel.Rel // the lines that count; nil means reports-to, directed-by, sponsored-by and represents
	Role     orgmodel.ID    // who runs a project; empty means project-manager
	Sponsors []orgmodel.ID  // the roles of who sponsors it; nil means sponsor and senior-responsible-owner
	Business orgmodel.ID    // the role of who runs its business side; empty means business-project-manager
	IT       orgmodel.ID    // the role of who runs its IT side; empty means it-project-manager
}

const sponsorDistanceDoc = `The manager of a project is few lines from its sponsor, and a business manager no further than an IT manager.

Why: each line between is a week and a summary. The business manager of a project is the one who steers
the sponsor to where it hurts, and cannot from further away than IT.

Parameters:
  Max (3): how many lines may lie between them.
  Rels (reports-to, directed-by, sponsored-by, represents): the lines that count.
  Role (project-manager), Sponsors (sponsor, senior-responsible-owner): who runs a project and who
  sponsors it, as in no-escalation-path, sponsors of what it is part of included.
  Business (business-project-manager), IT (it-project-manager): the roles of managers of its two sides.
  Nobody need hold them, and each runs the project too.

False positives: says nothing where no way leads up at all (no-escalation-path).

Source: a practitioner on the business project manager, who has a shorter way to the sponsor.

Before:
  +role project-manager
  +role sponsor
  +project payments "Payments renewal"
  +post coo "Chief operating officer"
  +post a
  +post b
  +post c
  +post pm-1 "Payments project manager"
  coo has-role sponsor in payments
  pm-1 has-role project-manager in payments
  pm-1 reports-to c
  c reports-to b
  b reports-to a
  a reports-to coo
After:
  +role project-manager
  +role sponsor
  +project payments "Payments renewal"
  +post coo "Chief operating officer"
  +post a
  +post b
  +post c
  +post pm-1 "Payments project manager"
  coo has-role sponsor in payments
  pm-1 has-role project-manager in payments
  pm-1 reports-to c
  pm-1 represents coo
  c reports-to b
  b reports-to a
  a reports-to coo
`

// Rule is the rule. Findings about a project: Key far, Related the manager farthest away and the sponsor,
// or Key business, Related the two managers; Path is the longer way.
func (d SponsorDistance) Rule() orgmodel.Rule {
	if d.Max <= 0 {
		d.Max = 3
	}
	if d.Rels == nil {
		d.Rels = []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.SponsoredBy, orgmodel.Represents}
	}
	if d.Role == "" {
		d.Role = "project-manager"
	}
	if d.Business == "" {
		d.Business = "business-project-manager"
	}
	if d.IT == "" {
		d.IT = "it-project-manager"
	}
	return orgmodel.Rule{Name: "sponsor-distance", Doc: sponsorDistanceDoc, Severity: orgmodel.Info, Check: d.check}
}

// distances are the ways from the managers of projects to sponsors.
type distances struct {
	p     *orgmodel.Pass
	up    *escalation
	pay   *sponsors
	goals map[orgmodel.Ref][]orgmodel.Ref
}

func (d SponsorDistance) check(p *orgmodel.Pass) {
	var m distances
	var all, business, it *assigned
	for project := range liveOf(p, orgmodel.Project) {
		p.Judge(project)
		if all == nil {
			m = distances{p, newEscalation(p, d.Rels), newSponsors(p, d.Sponsors, true), map[orgmodel.Ref][]orgmodel.Ref{}}
			all = newAssigned(p, []orgmodel.ID{d.Role, d.Business, d.IT}, "")
			business, it = newAssigned(p, []orgmodel.ID{d.Business}, ""), newAssigned(p, []orgmodel.ID{d.IT}, "")
		}
		if far, ok := m.extreme(project, all, 1); ok && len(far.way.path) > d.Max {
			d.reportFar(p, project, far, all)
		}
		b, one := m.extreme(project, business, -1)
		i, other := m.extreme(project, it, -1)
		if one && other && len(b.way.path) > len(i.way.path) {
			d.reportSides(p, project, b, i, business)
		}
	}
}

// A reach is the way from a manager to a sponsor.
type reach struct {
	pm  orgmodel.Ref
	way rise
}

// extreme is the longest (sign 1) or shortest (-1) way from a manager of a project to its sponsor, of
// equal ones that of the manager with the smallest id; false where no manager has a way.
func (m distances) extreme(project orgmodel.Ref, runs *assigned, sign int) (reach, bool) {
	p := m.p
	who, _ := runs.now(project)
	if len(who) == 0 {
		return reach{}, false
	}
	above, by, open := m.pay.of(project)
	if len(above) == 0 || open {
		return reach{}, false
	}
	if m.goals[by] == nil {
		m.goals[by] = m.pay.goals(above)
	}
	var best reach
	found := false
	within := enclosing(p, project)
	for _, pm := range who[:min(len(who), crowd)] {
		way := m.up.to(runs.faces(pm), m.goals[by], farUp, within)
		if way.goal != orgmodel.None && (!found || sign*(len(way.path)-len(best.way.path)) > 0) {
			best, found = reach{pm, way}, true
		}
	}
	return best, found
}

func (d SponsorDistance) reportFar(p *orgmodel.Pass, project orgmodel.Ref, far reach, runs *assigned) {
	p.Report(orgmodel.Finding{
		Subject: p.ID(project), Key: "far", Path: p.Records(far.way.path...), Related: related(p, []orgmodel.Ref{far.pm, far.way.goal}),
		Message: called(p, far.pm) + ", who runs " + called(p, project) + ", is " + count(len(far.way.path), "line") + " from its sponsor, " +
			called(p, far.way.goal) + "; the limit is " + strconv.Itoa(d.Max) + ".",
		Fix: "Add a represents line or a shorter one from " + called(p, far.pm) + " to " + called(p, far.way.goal) + ".",
		Pos: p.LinePos(runs.line(project, far.pm)),
	})
}

func (d SponsorDistance) reportSides(p *orgmodel.Pass, project orgmodel.Ref, b, i reach, runs *assigned) {
	p.Report(orgmodel.Finding{
		Subject: p.ID(project), Key: "business", Path: p.Records(b.way.path...), Related: related(p, []orgmodel.Ref{b.pm, i.pm}),
		Message: called(p, b.pm) + ", who runs the business side of " + called(p, project) + ", is " + count(len(b.way.path), "line") +
			" from its sponsor, and " + called(p, i.pm) + ", who runs the IT side, " + strconv.Itoa(len(i.way.path)) + ".",
		Fix: "Add a represents line or a shorter one from " + called(p, b.pm) + " to " + called(p, b.way.goal) + ".",
		Pos: p.LinePos(runs.line(project, b.pm)),
	})
}
