package rules

import (
	"cmp"
	"math"
	"slices"

	"example.com/orgchart/orgmodel"
)

// MixedWorkUnsplit is the rule mixed-work-unsplit: who works on projects and in operations knows how much of
// each.
type MixedWorkUnsplit struct {
	Tolerance  float64         // by how much, in full-time equivalents, the parts may miss the whole; 0 means 0.05, below 0 nothing
	Projects   []orgmodel.Kind // nil means project and programme
	Operations []orgmodel.Kind // nil means service, process, operation and maintenance
	Roles      []orgmodel.ID   // roles that are work where held in the scope of either; nil means project-manager and programme-manager
}

const mixedWorkUnsplitDoc = `Whoever works on projects and in operations has a stated part of their time for each.

Why: what runs today breaks today, so that projects get the time that operations leave, and are late.

Parameters:
  Tolerance (0.05): by how much the parts may miss the whole, in full-time equivalents.
  Projects (project, programme), Operations (service, process, operation, maintenance): the kinds of work.
  Roles (project-manager, programme-manager): roles that are work where they are held in the scope of it.

Work is a works-on line, or a role of Roles in the scope of the work, of a person or of a post they hold; its
part is the attribute fte of the line. The whole is the fte of the person, else the sum of what they hold
their posts with (the fte of the line, else of the post, else one), else one.

False positives: very small teams; leave the rule out. Who works on one sort alone needs no parts. Work that
runs at different times does not mix; without a day the dates tell. The parts of a post that several hold
count for each of them in full, so state them at the persons.

Source: practitioners who tell projects from operations and development from maintenance, and note that much
of the one is run in the style of the other.

Before:
  +project payments "Payments renewal"
  +service desk
  +person ada "Ada Okafor"
  ada works-on payments
  ada works-on desk
After:
  +project payments "Payments renewal"
  +service desk
  +person ada "Ada Okafor"
  ada works-on payments fte=0.6
  ada works-on desk fte=0.4
`

// manyWorks is how many lines of work one person is believed to have.
const manyWorks = 512

// Rule is the rule. Subject is the person, or a post that nobody holds, Key unsplit where a part is not stated
// and sum where the parts miss the whole; Path are the lines of the work of the first such time, by work.
func (m MixedWorkUnsplit) Rule() orgmodel.Rule {
	if m.Tolerance == 0 {
		m.Tolerance = 0.05
	}
	if m.Projects == nil {
		m.Projects = []orgmodel.Kind{orgmodel.Project, orgmodel.Programme}
	}
	if m.Operations == nil {
		m.Operations = []orgmodel.Kind{orgmodel.Service, orgmodel.Process, "operation", "maintenance"}
	}
	m.Roles = orRoles(m.Roles, "project-manager", "programme-manager")
	return orgmodel.Rule{Name: "mixed-work-unsplit", Doc: mixedWorkUnsplitDoc, Severity: orgmodel.Info, Check: m.check, Days: orgmodel.NoDays}
}

func (m MixedWorkUnsplit) check(p *orgmodel.Pass) {
	people, work := m.gather(p)
	for i, who := range people {
		if i&255 == 0 && p.Stopped() {
			return
		}
		if times := work[who]; len(times) > 1 && len(times) <= manyWorks {
			m.look(p, who, times)
		}
	}
}

// gather gives whoever works, by first line, with their work: To is the work of each stint, From who does it.
func (m MixedWorkUnsplit) gather(p *orgmodel.Pass) (people []orgmodel.Ref, work map[orgmodel.Ref][]stint) {
	work = map[orgmodel.Ref][]stint{}
	isWork, all := rolesNamed(p, m.Roles), newGuises(p)
	n := 0
	for e := range p.Edges(orgmodel.WorksOn, orgmodel.HasRole) {
		if n++; n&4095 == 0 && p.Stopped() {
			return nil, nil
		}
		thing := e.To
		if e.Rel == orgmodel.HasRole {
			if thing = p.Scope(e); !isWork[e.To] {
				continue
			}
		}
		if !p.LiveLine(e) || !p.Live(thing) || !p.Live(e.From) || gone(p, e.From) || m.sort(p, thing) == 0 {
			continue
		}
		r := run{always, evermore}
		if p.AsOf().IsZero() {
			r = runOf(p.Lasting(e).Intersect(p.Life(thing)))
		}
		s := stint{Edge: e, from: r.from, until: r.until, fte: fteOf(p.LineAttrs(e))}
		s.To = thing
		if s.from >= s.until {
			continue
		}
		for _, who := range all.peopleAt(e.From) {
			if work[who] == nil {
				people = append(people, who)
			}
			s.From = who
			work[who] = append(work[who], s)
		}
	}
	return people, work
}

// sort is 1 for a project, 2 for operations, 0 for neither.
func (m MixedWorkUnsplit) sort(p *orgmodel.Pass, thing orgmodel.Ref) int {
	switch k := p.Kind(thing); {
	case slices.Contains(m.Projects, k):
		return 1
	case slices.Contains(m.Operations, k):
		return 2
	}
	return 0
}

// look reports the first time at which somebody's work mixes and is not split.
func (m MixedWorkUnsplit) look(p *orgmodel.Pass, who orgmodel.Ref, times []stint) {
	if !slices.ContainsFunc(times, func(s stint) bool { return m.sort(p, s.To) == 1 }) ||
		!slices.ContainsFunc(times, func(s stint) bool { return m.sort(p, s.To) == 2 }) {
		return
	}
	whole, room := wholeOf(p, who), int64(math.Round(max(min(m.Tolerance, mostFTE), 0)*oneFTE))
	for _, key := range []string{"unsplit", "sum"} {
		x := mix{p: p, things: map[orgmodel.Ref]map[int64]int{}}
		sum := int64(0)
		r := firstRun(times, 0, func(s *stint, by int) { x.change(s.To, m.sort(p, s.To), s.fte, by) }, func() bool {
			mixed := x.of[1] > 0 && x.of[2] > 0
			if key == "unsplit" {
				return mixed && x.bare > 0
			}
			wrong := mixed && x.bare == 0 && (x.sum > whole+room || x.sum < whole-room)
			if wrong {
				sum = x.sum
			}
			return wrong
		})
		if r.days() > 0 {
			m.report(p, who, key, r, times, sum, whole)
			return
		}
	}
}

func (m MixedWorkUnsplit) report(p *orgmodel.Pass, who orgmodel.Ref, key string, r run, times []stint, sum, whole int64) {
	in := during(p, times, r, func(stint) bool { return true })
	slices.SortStableFunc(in, func(a, b stint) int { return cmp.Or(m.sort(p, a.To)-m.sort(p, b.To), byID(p)(a.To, b.To)) })
	var things, bare []orgmodel.Ref
	for i, s := range in {
		if i == 0 || s.To != in[i-1].To {
			things, bare = append(things, s.To), append(bare, s.To)
		}
		if s.fte != noFTE {
			bare = slices.DeleteFunc(bare, func(r orgmodel.Ref) bool { return r == s.To })
		}
	}
	f := orgmodel.Finding{
		Subject: p.ID(who), Key: key, Path: p.Records(stintLines(in)...), PathTotal: len(in), Pos: p.LinePos(in[0].Edge),
		Related: related(p, things), RelatedTotal: len(things),
		Message: called(p, who) + " works on projects and in operations" + r.String() + ", " + names(p, things, len(things)),
	}
	if key == "unsplit" {
		f.Message += ", and nothing says how much on " + names(p, bare, len(bare)) + "."
		f.Fix = "State the fte of each line of work of " + word(p.ID(who)) + ", " + inFTE(whole) + " in all."
	} else {
		f.Message += ", for " + inFTE(sum) + " in all; " + word(p.ID(who)) + " works " + inFTE(whole) + "."
		f.Fix = "Make the fte of the lines of work of " + word(p.ID(who)) + " add up to " + inFTE(whole) + "."
	}
	p.Report(f)
}
