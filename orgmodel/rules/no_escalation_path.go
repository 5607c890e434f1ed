package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// NoEscalationPath is the rule no-escalation-path: trouble in a project can be carried up to its sponsor.
type NoEscalationPath struct {
	Rels     []orgmodel.Rel // the lines that count; nil means reports-to, directed-by and sponsored-by
	MaxHops  int            // how many of them at most; 0 means 6
	Role     orgmodel.ID    // who runs a project; empty means project-manager
	Sponsors []orgmodel.ID  // the roles of who sponsors it; nil means sponsor and senior-responsible-owner
	External []orgmodel.ID  // sponsors outside the organisation, whom no line reaches
}

const noEscalationPathDoc = `The manager of a project can escalate to its sponsor.

Why: what a project manager cannot settle must reach the one who can stop the work or pay for more, by
a way that exists before it is needed.

Parameters:
  Rels (reports-to, directed-by, sponsored-by): the lines up that count. One with a scope counts where
  that is the project or something that it is part of.
  MaxHops (6): how many lines at most. A vacant post is a line like any other: one climbs past it.
  Role (project-manager), Sponsors (sponsor, senior-responsible-owner): who runs a project, and who
  sponsors it, by a role in its scope or by sponsored-by from it. A project without a sponsor has that
  of what it is part of.
  External (none): sponsors whom no line reaches, since they belong to another organisation; those with
  engagement=external are left out too.

Any post of a manager or sponsor of several counts, and so do a board that the sponsor sits on and the
members of a board that is the sponsor.

False positives: external sponsors; name them in External. Says nothing where the project has no manager
(project-needs-manager) or no sponsor (needs-sponsor), or where the way up meets somebody undeclared
(unknown-reference), leads to oneself (self-report), to an ended boss (ended-manager), round in a loop
(report-cycle) or from a boss to no top (unreachable-from-top).

Source: escalation in PRINCE2; the UK government's guidance "The role of the senior responsible owner".

Before:
  +role project-manager
  +role sponsor
  +project payments "Payments renewal"
  +post coo "Chief operating officer"
  +post it-1 "Head of IT"
  +post pm-1 "Payments project manager"
  coo has-role sponsor in payments
  pm-1 has-role project-manager in payments
  pm-1 reports-to it-1
After:
  +role project-manager
  +role sponsor
  +project payments "Payments renewal"
  +post coo "Chief operating officer"
  +post it-1 "Head of IT"
  +post pm-1 "Payments project manager"
  coo has-role sponsor in payments
  pm-1 has-role project-manager in payments
  pm-1 reports-to it-1
  it-1 reports-to coo
`

// Rule is the rule. One finding a project: Related are the managers without a way, then the sponsors, Path the way
// up from the first of them as far as it goes.
func (n NoEscalationPath) Rule() orgmodel.Rule {
	if n.Rels == nil {
		n.Rels = []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.SponsoredBy}
	}
	if n.MaxHops <= 0 {
		n.MaxHops = 6
	}
	if n.Role == "" {
		n.Role = "project-manager"
	}
	return orgmodel.Rule{Name: "no-escalation-path", Doc: noEscalationPathDoc, Severity: orgmodel.Error, Check: n.check}
}

func (n NoEscalationPath) check(p *orgmodel.Pass) {
	var runs *assigned
	var pay *sponsors
	up := newEscalation(p, n.Rels)
	goals := map[orgmodel.Ref][]orgmodel.Ref{} // by the delivery that names the sponsors
	known := map[orgmodel.Ref]bool{}
	outside := func(sponsor orgmodel.Ref) bool {
		is, met := known[sponsor]
		if !met {
			is = n.outside(p, sponsor)
			known[sponsor] = is
		}
		return is
	}
	for project := range liveOf(p, orgmodel.Project) {
		if runs == nil {
			runs, pay = newAssigned(p, []orgmodel.ID{n.Role}, ""), newSponsors(p, n.Sponsors, true)
		}
		who, _ := runs.now(project)
		above, by, open := pay.of(project)
		if len(who) == 0 || len(above) == 0 || open || slices.ContainsFunc(above, outside) {
			continue
		}
		p.Judge(project)
		p.Judge(who...)
		if goals[by] == nil {
			goals[by] = pay.goals(above)
		}
		n.look(p, up, project, runs, who, above, goals[by])
	}
}

// outside says that a sponsor belongs to another organisation.
func (n NoEscalationPath) outside(p *orgmodel.Pass, sponsor orgmodel.Ref) bool {
	return slices.Contains(n.External, p.ID(sponsor)) || saidOf(p, sponsor, orgmodel.Engagement) == "external"
}

func (n NoEscalationPath) look(p *orgmodel.Pass, up *escalation, project orgmodel.Ref, runs *assigned, who, above, goals []orgmodel.Ref) {
	within := enclosing(p, project)
	var stuck []orgmodel.Ref
	var first rise
	for _, pm := range who[:min(len(who), crowd)] {
		way := up.to(runs.faces(pm), goals, n.MaxHops, within)
		if way.goal != orgmodel.None || way.ghost || up.astray(runs.faces(pm)) {
			continue
		}
		if stuck = append(stuck, pm); len(stuck) == 1 {
			first = way
		}
	}
	if len(stuck) == 0 {
		return
	}
	sponsors := names(p, above, len(above))
	last := first.last
	if last == orgmodel.None {
		last = stuck[0]
	}
	f := orgmodel.Finding{
		Subject: p.ID(project), Path: p.Records(first.path...), PathTotal: len(first.path),
		Related: append(related(p, stuck), related(p, above)...), RelatedTotal: len(stuck) + len(above),
		Message: "From " + names(p, stuck, len(stuck)) + ", who runs " + called(p, project) + ", no way up leads to its sponsor, " + sponsors,
		Fix:     "Add the missing line from " + called(p, last) + " towards " + called(p, above[0]) + ".",
		Pos:     p.LinePos(runs.line(project, stuck[0])),
	}
	far := rise{goal: orgmodel.None}
	if first.far {
		far = up.to(runs.faces(stuck[0]), goals, farUp, within)
	}
	switch {
	case far.goal != orgmodel.None:
		f.Message += ", in " + count(n.MaxHops, "line") + ", but in " + strconv.Itoa(len(far.path))
		f.Path, f.PathTotal = p.Records(far.path...), len(far.path)
		f.Fix = "Add a shorter way from " + called(p, stuck[0]) + " to " + called(p, above[0]) + "."
	case first.far:
		f.Message += ", in " + count(n.MaxHops, "line")
	case len(first.path) == 0:
		f.Message += ": nobody is above"
	default:
		f.Message += ": it ends at " + called(p, last)
	}
	if far.goal == orgmodel.None && p.WouldLoop(p.SeatOf(last), p.SeatOf(above[0])) {
		f.Fix = "Add a line of direction from " + called(p, stuck[0]) + " to " + called(p, above[0]) + ", or name a sponsor on the way up, such as " + called(p, last) + "."
	}
	f.Message += "."
	p.Report(f)
}
