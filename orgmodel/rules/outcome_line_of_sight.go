package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// OutcomeLineOfSight is the rule outcome-line-of-sight: people can tell what their work is for.
type OutcomeLineOfSight struct {
	MaxHops     int             // lines from somebody to an outcome, that to their work among them; 0 means 6
	MinCoverage float64         // the part of the people who must have such a way; 0 means 0.9
	Kinds       []orgmodel.Kind // of work; nil means project, programme and service
}

const outcomeLineOfSightDoc = `People who work on a project or service can tell which outcome it is for.

Why: who knows the outcome decides well where nobody asks; who knows only the task finishes it, needed or
not.

Parameters:
  MaxHops (6): lines from somebody to an outcome, that to their work among them.
  MinCoverage (0.9): the part of the people at work who must have such a way. Where they do, nothing is
  reported.
  Kinds (project, programme, service): the work that is looked at.

At work are those who work on it, hold a role in its scope, or are directed in it; of a post those who
hold it. The way leads by realises from work to a benefit and by contributes-to on to an outcome; work has
the ways of what it is part of, and a programme those of its projects.

False positives: work that must be done; an outcome "keep running" says so. An organisation that declares
no outcome gets one finding and not one for each project.

Source: a practitioner on Apollo, where every project manager named the outcome and not the project.

Before:
  +outcome moon
  +project suit
  +person ada "Ada Okafor"
  ada works-on suit
After:
  +outcome moon
  +benefit walk
  +project suit
  +person ada "Ada Okafor"
  ada works-on suit
  suit realises walk
  walk contributes-to moon
`

// Rule is the rule. One finding for each piece of work at which people have no way, Related these people,
// Path how some of them are at work; or, where there is no outcome at all, one without a subject, Key none.
func (o OutcomeLineOfSight) Rule() orgmodel.Rule {
	if o.MaxHops <= 0 {
		o.MaxHops = 6
	}
	if o.MinCoverage <= 0 {
		o.MinCoverage = 0.9
	}
	if o.Kinds == nil {
		o.Kinds = []orgmodel.Kind{orgmodel.Project, orgmodel.Programme, orgmodel.Service}
	}
	return orgmodel.Rule{Name: "outcome-line-of-sight", Doc: outcomeLineOfSightDoc, Severity: orgmodel.Warning, Check: o.check}
}

// A toil is somebody at work on something, by a line.
type toil struct {
	who, work orgmodel.Ref
	line      orgmodel.Edge
}

func (o OutcomeLineOfSight) check(p *orgmodel.Pass) {
	all := o.toils(p)
	if len(all) == 0 || p.Stopped() {
		return
	}
	sees := o.sight(p)
	seeing, met := make([]bool, p.Len()), make([]bool, p.Len())
	good, heads := 0, 0
	for _, t := range all {
		p.Judge(t.who, t.work)
		if !met[t.who] {
			met[t.who] = true
			heads++
		}
		if !seeing[t.who] && sees[t.work] {
			seeing[t.who] = true
			good++
		}
	}
	if float64(good) >= o.MinCoverage*float64(heads)-1e-9 {
		return
	}
	covered := percent(float64(good)/float64(heads)) + " of the " + people(heads) + " at work have a way to one, and " + percent(o.MinCoverage) + " should"
	blind := byWork(p, slices.DeleteFunc(all, func(t toil) bool { return seeing[t.who] || sees[t.work] }))
	if o.none(p) {
		o.reportNone(p, blind, heads)
		return
	}
	for from := 0; from < len(blind); {
		to := from
		for to < len(blind) && blind[to].work == blind[from].work {
			to++
		}
		o.report(p, blind[from:to], covered)
		from = to
	}
}

// people is a number of them.
func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return strconv.Itoa(n) + " people"
}

// toils are who is at work on what, by line; who and what may come more than once.
func (o OutcomeLineOfSight) toils(p *orgmodel.Pass) []toil {
	var all []toil
	g := newGuises(p)
	n := 0
	for e := range p.Edges(orgmodel.WorksOn, orgmodel.HasRole, orgmodel.DirectedBy) {
		if n++; n&4095 == 0 && p.Stopped() {
			return nil
		}
		work := p.Scope(e)
		if e.Rel == orgmodel.WorksOn {
			work = e.To
		}
		if !p.LiveLine(e) || !p.Live(work) || p.ID(work) == "" || !slices.Contains(o.Kinds, p.Kind(work)) || !p.MaySit(e.From) || !sits(p, e.From) {
			continue
		}
		for _, who := range g.peopleAt(e.From) {
			all = append(all, toil{who, work, e})
		}
	}
	return all
}

// byWork puts toils in order by work, then by who, and leaves the first line of each pair.
func byWork(p *orgmodel.Pass, all []toil) []toil {
	order := byID(p)
	slices.SortFunc(all, func(a, b toil) int {
		if k := order(a.work, b.work); k != 0 {
			return k
		}
		if k := order(a.who, b.who); k != 0 {
			return k
		}
		return a.line.Number() - b.line.Number()
	})
	return slices.CompactFunc(all, func(a, b toil) bool { return a.who == b.who && a.work == b.work })
}

// none says that no outcome is declared and live, and no line names an undeclared one.
func (o OutcomeLineOfSight) none(p *orgmodel.Pass) bool {
	for range liveOf(p, orgmodel.Outcome) {
		return false
	}
	for e := range p.Edges(orgmodel.ContributesTo) {
		if p.LiveLine(e) && !p.Declared(e.To) {
			return false
		}
	}
	return true
}

// sight marks what has a way to an outcome in so many lines that whoever is at work on it has one too:
// breadth first from the outcomes, and from what nobody declares, of which nothing is known.
func (o OutcomeLineOfSight) sight(p *orgmodel.Pass) map[orgmodel.Ref]bool {
	sees := map[orgmodel.Ref]bool{}
	tier := slices.Collect(liveOf(p, orgmodel.Outcome))
	for e := range p.Edges(orgmodel.ContributesTo, orgmodel.Realises) {
		if p.LiveLine(e) && !p.Declared(e.To) {
			tier = append(tier, e.To)
		}
	}
	for hops := 1; len(tier) > 0; hops++ {
		var next []orgmodel.Ref
		for _, r := range tier {
			if sees[r] {
				continue
			}
			sees[r] = true
			if hops == o.MaxHops {
				continue
			}
			if p.Stopped() {
				return sees
			}
			for e := range p.In(r, orgmodel.ContributesTo, orgmodel.Realises, orgmodel.PartOf) {
				if p.LiveLine(e) && p.Live(e.From) && !p.MaySit(e.From) {
					next = append(next, e.From)
				}
			}
		}
		tier = next
	}
	return o.wholes(p, sees)
}

// wholes marks also what has a part that sees: a programme realises its benefits by its projects. Its
// other parts do not see by that.
func (o OutcomeLineOfSight) wholes(p *orgmodel.Pass, sees map[orgmodel.Ref]bool) map[orgmodel.Ref]bool {
	var tier []orgmodel.Ref
	for r := range sees {
		tier = append(tier, r)
	}
	for len(tier) > 0 && !p.Stopped() {
		var next []orgmodel.Ref
		for _, r := range tier {
			for e := range p.Out(r, orgmodel.PartOf) {
				if p.LiveLine(e) && p.Live(e.To) && !sees[e.To] && slices.Contains(o.Kinds, p.Kind(e.To)) {
					sees[e.To] = true
					next = append(next, e.To)
				}
			}
		}
		tier = next
	}
	return sees
}

func (o OutcomeLineOfSight) report(p *orgmodel.Pass, blind []toil, covered string) {
	var who []orgmodel.Ref
	var lines []orgmodel.Edge
	for _, t := range blind {
		who, lines = append(who, t.who), append(lines, t.line)
	}
	work, have := blind[0].work, "have"
	if len(who) == 1 {
		have = "has"
	}
	p.Report(orgmodel.Finding{
		Subject: p.ID(work), Related: related(p, who), RelatedTotal: len(who), Path: p.Records(lines...), PathTotal: len(lines),
		Message: called(p, work) + " leads to no outcome in " + count(o.MaxHops-1, "line") + ", and " + people(len(who)) + " at work on it " + have + " no other: " +
			names(p, who, len(who)) + "; " + covered + ".",
		Fix: "Link " + word(p.ID(work)) + " to a benefit that contributes to an outcome.",
	})
}

func (o OutcomeLineOfSight) reportNone(p *orgmodel.Pass, blind []toil, heads int) {
	var work []orgmodel.Ref
	for _, t := range blind {
		if len(work) == 0 || work[len(work)-1] != t.work {
			work = append(work, t.work)
		}
	}
	p.Report(orgmodel.Finding{
		Key: "none", Related: related(p, work), RelatedTotal: len(work), Path: p.Records(blind[0].line), Pos: p.Pos(work[0]),
		Message: "No outcome is declared, and " + people(heads) + " work on " + names(p, work, len(work)) + ".",
		Fix:     "Declare the outcomes that the organisation works for, and link benefits to them.",
	})
}
