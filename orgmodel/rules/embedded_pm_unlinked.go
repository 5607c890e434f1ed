package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// EmbeddedPMUnlinked is the rule embedded-pm-unlinked: who runs projects outside a PMO has a line to one.
type EmbeddedPMUnlinked struct {
	Rels []orgmodel.Rel // the lines that count; nil means functional-to and dotted-to
	Role orgmodel.ID    // who runs a project; empty means project-manager
}

const embeddedPMUnlinkedDoc = `A project manager who works in the business has a functional or dotted line to a PMO.

Why: project managers in the departments each find their own methods, are not told of each other's
projects, and have nobody to learn from or to stand in for them.

Parameters:
  Rels (functional-to, dotted-to): the lines that count, to a PMO or to somebody in one.
  Role (project-manager): who runs a live project, in its scope.

Embedded is whoever has a boss and reports into no PMO, neither directly nor over others.

False positives: it sleeps where there is no PMO. Who has no boss is somebody else's matter
(no-appraiser, unreachable-from-top), and so is a line to somebody undeclared (unknown-reference).

Source: hub and spoke offices in P3O; a practitioner's "some embed project managers in the
departments".

Before:
  +role project-manager
  +pmo office
  +project payments "Payments renewal"
  +post ops-1 "Head of operations"
  +post pm-1 "Payments project manager"
  pm-1 has-role project-manager in payments
  pm-1 reports-to ops-1
After:
  +role project-manager
  +pmo office
  +project payments "Payments renewal"
  +post ops-1 "Head of operations"
  +post pm-1 "Payments project manager"
  pm-1 has-role project-manager in payments
  pm-1 reports-to ops-1
  pm-1 functional-to office
`

// Rule is the rule. One finding for whoever holds the role, post or person: Related are the projects, Path the lines by which
// the role is held, then the solid one.
func (m EmbeddedPMUnlinked) Rule() orgmodel.Rule {
	if m.Rels == nil {
		m.Rels = []orgmodel.Rel{orgmodel.FunctionalTo, orgmodel.DottedTo}
	}
	if m.Role == "" {
		m.Role = "project-manager"
	}
	return orgmodel.Rule{Name: "embedded-pm-unlinked", Doc: embeddedPMUnlinkedDoc, Severity: orgmodel.Warning, Check: m.check}
}

func (m EmbeddedPMUnlinked) check(p *orgmodel.Pass) {
	at := newOffices(p)
	if at == nil {
		return
	}
	runs := newAssigned(p, []orgmodel.ID{m.Role}, "")
	projects := map[orgmodel.Ref][]orgmodel.Ref{}
	var all []orgmodel.Ref
	for project := range liveOf(p, orgmodel.Project) {
		who, _ := runs.now(project)
		p.Judge(project)
		p.Judge(who...)
		for _, pm := range who {
			if projects[pm] == nil {
				all = append(all, pm)
			}
			projects[pm] = append(projects[pm], project)
		}
	}
	slices.SortFunc(all, byID(p))
	links := newEscalation(p, m.Rels)
	some := least(p, slices.Collect(liveOf(p, orgmodel.PMO)), suggested)
	told := map[orgmodel.Ref]bool{}
	for _, pm := range all {
		if p.Stopped() {
			return
		}
		seat := p.SeatOf(pm)
		if told[seat] || !sits(p, pm) || at.pmoOf(pm) != orgmodel.None || !at.placed(pm) || m.linked(p, at, links, pm) {
			continue
		}
		told[seat] = true
		m.report(p, at, runs, pm, projects[pm], some)
	}
}

// linked says that somebody has a line to a PMO, or one to somebody undeclared.
func (m EmbeddedPMUnlinked) linked(p *orgmodel.Pass, at *offices, links *escalation, pm orgmodel.Ref) bool {
	for _, r := range at.faces(pm) {
		for _, e := range links.up(r) {
			if !p.Declared(e.To) || p.Live(e.To) && at.pmoOf(e.To) != orgmodel.None || p.Live(e.To) && at.in[e.To] != orgmodel.None {
				return true
			}
		}
	}
	return false
}

// report is about one manager; some are a few PMOs for those whose projects none serves.
func (m EmbeddedPMUnlinked) report(p *orgmodel.Pass, at *offices, runs *assigned, pm orgmodel.Ref, projects, some []orgmodel.Ref) {
	near := least(p, projects, orgmodel.PathCap)
	var lines []orgmodel.Edge
	for _, project := range near {
		lines = append(lines, runs.line(project, pm))
	}
	for _, r := range at.faces(pm) {
		way := at.solid.up(r)
		lines = append(lines, way[:min(len(way), 1)]...)
	}
	var could []orgmodel.Ref
	for _, project := range near {
		if pmo := at.serves[project]; pmo != orgmodel.None && !slices.Contains(could, pmo) {
			could = append(could, pmo)
		}
	}
	if len(could) == 0 {
		could = some
	}
	var each []string
	for _, r := range could[:min(len(could), suggested)] {
		each = append(each, called(p, r))
	}
	p.Report(orgmodel.Finding{
		Subject: p.ID(pm), Path: p.Records(lines...), PathTotal: len(lines), Related: related(p, projects), RelatedTotal: len(projects),
		Message: called(p, pm) + " runs " + names(p, near, len(projects)) + " outside any PMO, and has no " + eitherRel(m.Rels) + " line to one.",
		Fix:     "Add a " + said(m.Rels[0]) + " line from " + word(p.ID(pm)) + " to " + either(each) + ".",
	})
}
