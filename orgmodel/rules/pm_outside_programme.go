package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// PMOutsideProgramme is the rule pm-outside-programme: who runs a project of a programme answers to
// whoever runs the programme.
type PMOutsideProgramme struct {
	Rels    []orgmodel.Rel // the lines that count; nil means reports-to and directed-by
	MaxHops int            // how many of them may lie between the two; 0 means 2
	Role    orgmodel.ID    // who runs a project; empty means project-manager
	Over    orgmodel.ID    // who runs a programme; empty means programme-manager
}

const pmOutsideProgrammeDoc = `The manager of a project answers to the manager of its programme.

Why: a programme manager who cannot direct the managers of the projects holds a plan and no means to
keep it; what slips is learned at the board.

Parameters:
  Rels (reports-to, directed-by): the lines that count. One with a scope counts where that is the
  project or something that it is part of.
  MaxHops (2): how many lines may lie between them.
  Role (project-manager), Over (programme-manager): who runs a project, and a programme, in its scope.

The programme of a project is the nearest above it. A line from the project itself counts, and so does
any post of a manager who holds several. Who runs both answers to themselves.

False positives: matrices with project directors between; raise MaxHops. Says nothing where the project
or the programme has no manager (project-needs-manager, programme-needs-manager), or where the way up
leads to somebody undeclared (unknown-reference), to oneself (self-report), to an ended boss (ended-manager),
round in a loop (report-cycle) or from a boss to no top (unreachable-from-top).

Source: "a team of project managers reporting to a programme manager", which a practitioner calls
ordinary; the programme management method MSP; the UK government's Teal Book
(chapter 13).

Before:
  +role project-manager
  +role programme-manager
  +programme digital "Digital programme"
  +project payments "Payments renewal"
  payments part-of digital
  +post it-1 "Head of IT"
  +post prg-1 "Programme manager"
  +post pm-1 "Payments project manager"
  prg-1 has-role programme-manager in digital
  pm-1 has-role project-manager in payments
  pm-1 reports-to it-1
After:
  +role project-manager
  +role programme-manager
  +programme digital "Digital programme"
  +project payments "Payments renewal"
  payments part-of digital
  +post it-1 "Head of IT"
  +post prg-1 "Programme manager"
  +post pm-1 "Payments project manager"
  prg-1 has-role programme-manager in digital
  pm-1 has-role project-manager in payments
  pm-1 reports-to it-1
  pm-1 directed-by prg-1 in digital
`

// Rule is the rule. One finding a project: Key is the programme, Related the managers of the project who
// do not answer, then those of the programme, Path the way up from the first as far as it goes.
func (o PMOutsideProgramme) Rule() orgmodel.Rule {
	if o.Rels == nil {
		o.Rels = []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy}
	}
	if o.MaxHops <= 0 {
		o.MaxHops = 2
	}
	if o.Role == "" {
		o.Role = "project-manager"
	}
	if o.Over == "" {
		o.Over = "programme-manager"
	}
	return orgmodel.Rule{Name: "pm-outside-programme", Doc: pmOutsideProgrammeDoc, Severity: orgmodel.Warning, Check: o.check}
}

func (o PMOutsideProgramme) check(p *orgmodel.Pass) {
	home := spread(p, liveOf(p, orgmodel.Programme), partsOf(p, orgmodel.Project))
	var runs, over *assigned
	up := newEscalation(p, o.Rels)
	goals := map[orgmodel.Ref][]orgmodel.Ref{}
	for project := range liveOf(p, orgmodel.Project) {
		programme := home[project]
		if programme == orgmodel.None {
			continue
		}
		p.Judge(project)
		if runs == nil {
			runs, over = newAssigned(p, []orgmodel.ID{o.Role}, ""), newAssigned(p, []orgmodel.ID{o.Over}, "")
		}
		heads, ghosts := over.now(programme)
		if len(heads) == 0 || ghosts {
			continue
		}
		if goals[programme] == nil {
			goals[programme] = over.facesOf(heads)
		}
		o.look(p, up, project, programme, runs, heads, goals[programme])
	}
}

func (o PMOutsideProgramme) look(p *orgmodel.Pass, up *escalation, project, programme orgmodel.Ref, runs *assigned, heads, goals []orgmodel.Ref) {
	within := enclosing(p, project)
	who, _ := runs.now(project)
	var outside []orgmodel.Ref
	var first rise
	for _, pm := range who[:min(len(who), crowd)] {
		starts := append(slices.Clone(runs.faces(pm)), project)
		slices.Sort(starts)
		way := up.to(starts, goals, o.MaxHops, within)
		if way.goal != orgmodel.None || way.ghost || up.astray(starts) {
			continue
		}
		if outside = append(outside, pm); len(outside) == 1 {
			first = way
		}
	}
	if len(outside) == 0 {
		return
	}
	head := heads[0]
	f := orgmodel.Finding{
		Subject: p.ID(project), Key: string(p.ID(programme)), Path: p.Records(first.path...), PathTotal: len(first.path),
		Related: append(related(p, outside), related(p, heads)...), RelatedTotal: len(outside) + len(heads),
		Message: names(p, outside, len(outside)) + ", who runs " + called(p, project) + ", has no way up to " + names(p, heads, len(heads)) +
			", who runs the programme " + called(p, programme) + ", in " + count(o.MaxHops, "line") + " of " + eitherRel(o.Rels),
		Fix: "Add a line of direction from " + called(p, outside[0]) + " to " + called(p, head) + " in " + word(p.ID(programme)) + ".",
		Pos: p.LinePos(runs.line(project, outside[0])),
	}
	if far := up.to(runs.faces(outside[0]), goals, farUp, within); first.far && far.goal != orgmodel.None {
		f.Message += ", but in " + strconv.Itoa(len(far.path))
		f.Path, f.PathTotal = p.Records(far.path...), len(far.path)
	}
	f.Message += "."
	p.Report(f)
}

// enclosing says of a scope that it is a delivery, or something that the delivery is part of; of a
// long way up only the nearest.
func enclosing(p *orgmodel.Pass, delivery orgmodel.Ref) func(orgmodel.Ref) bool {
	var in []orgmodel.Ref // worked out where a line with a scope asks
	return func(scope orgmodel.Ref) bool {
		if in == nil {
			in = append(in, delivery)
			for r := range p.Up(delivery, orgmodel.PartOf) {
				if in = append(in, r); len(in) > farWithin {
					break
				}
			}
		}
		return slices.Contains(in, scope)
	}
}
