package rules

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
)

// PMLoad makes rules that say how many projects one project manager runs at a time. No number is
// agreed on, so the zero PMLoad says nothing, and no pack holds it.
type PMLoad struct {
	Max    float64         // the largest load; 0 and below say nothing
	Role   orgmodel.ID     // empty means project-manager; roles that are-a it count
	Kinds  []orgmodel.Kind // what is run; nil means project
	Weight string          // the attribute of a project that says how much it weighs; empty: each weighs 1
}

const pmLoadDoc = `
Why: whoever runs too many projects runs none, and which of them suffers is left to chance.

Parameters:
  Max (none): the largest load of one project manager at a time. Unset, nobody is looked at.
  Role (project-manager): the role, held in the scope of a project.
  Kinds (project): what counts.
  Weight (none): an attribute of projects with a number; without it, or where it holds none, a project
  weighs 1.

False positives: the size of a project; Weight. Of a post that is shared each holder runs all of
its projects. Without a day, only projects whose times overlap add up. A role held without a scope is
no project, and neither is an undeclared one (unknown-reference) or one that has ended.

Source: the literature agrees that there is a limit and on no number.

Before:
  +role project-manager
  +project ports
  +project payments "Payments renewal"
  +project parking
  +project permits
  +person ada "Ada Okafor"
  ada has-role project-manager in ports
  ada has-role project-manager in payments
  ada has-role project-manager in parking
  ada has-role project-manager in permits
After:
  +role project-manager
  +project ports
  +project payments "Payments renewal"
  +project parking
  +project permits
  +person ada "Ada Okafor"
  +person bo "Bo Larsen"
  ada has-role project-manager in ports
  ada has-role project-manager in payments
  bo has-role project-manager in parking
  bo has-role project-manager in permits
`

// Rule is the rule. One finding a person, or a post nobody holds: Path are the assignments of the
// first time with too many, by project, Related the projects. The rule is about those who run any.
func (l PMLoad) Rule() orgmodel.Rule {
	if l.Role == "" {
		l.Role = "project-manager"
	}
	if l.Kinds == nil {
		l.Kinds = []orgmodel.Kind{orgmodel.Project}
	}
	policy := "A " + word(l.Role) + " runs few projects at a time.\n"
	switch {
	case l.Max > 0 && l.Weight != "":
		policy = "A " + word(l.Role) + " runs projects of a weight of at most " + decimal(l.Max) + " at a time.\n"
	case l.Max > 0:
		policy = "A " + word(l.Role) + " runs at most " + decimal(l.Max) + " projects at a time.\n"
	}
	return orgmodel.Rule{Name: "pm-load", Doc: policy + pmLoadDoc, Severity: orgmodel.Info, Check: l.check, Days: orgmodel.NoDays}
}

// load is what one runs, each project as the time it does.
type load struct {
	who   orgmodel.Ref
	times []stint
}

func (l PMLoad) check(p *orgmodel.Pass) {
	if !(l.Max > 0) {
		return
	}
	all := l.assigned(p)
	about := func(yield func(orgmodel.Ref) bool) {
		for _, r := range all {
			if !yield(r.who) {
				return
			}
		}
	}
	i := 0
	var spare []orgmodel.Ref
	for range p.Select(about) {
		in, load := l.most(p, all[i].times)
		if len(in) > 0 {
			if spare == nil {
				spare = l.lightest(p, all)
			}
			l.report(p, all[i].who, in, load, spare)
		}
		i++
	}
}

// assigned are those who hold the role, by first line: persons, and posts without a holder.
func (l PMLoad) assigned(p *orgmodel.Pass) []load {
	var all []load
	at := map[orgmodel.Ref]int{}
	role, ok := p.Find(l.Role)
	if !ok {
		return nil
	}
	isPM := map[orgmodel.Ref]bool{role: true}
	for r := range p.Down(role, orgmodel.IsA) {
		isPM[r] = true
	}
	n, serving := 0, newGuises(p)
	for e := range p.Edges(orgmodel.HasRole) {
		if n++; n&4095 == 0 && p.Stopped() {
			return nil
		}
		if !isPM[e.To] || !p.LiveLine(e) || !p.Live(e.From) {
			continue
		}
		s, runs := l.stint(p, e)
		for _, who := range serving.peopleAt(e.From) {
			i, met := at[who]
			if !met {
				i = len(all)
				at[who] = i
				all = append(all, load{who: who})
			}
			if runs {
				all[i].times = append(all[i].times, s)
			}
		}
	}
	return all
}

// whoServes is whose work an assignment is: the person it is written at, or those who hold the post;
// the post where nobody does, or a crowd.
func whoServes(p *orgmodel.Pass, at orgmodel.Ref) []orgmodel.Ref {
	var who []orgmodel.Ref
	if p.Kind(at) == orgmodel.Post {
		for e := range p.Holders(at) {
			if who = append(who, e.From); len(who) > crowd {
				return []orgmodel.Ref{at}
			}
		}
		slices.Sort(who)
		who = slices.Compact(who)
	}
	if len(who) == 0 {
		who = append(who, at)
	}
	return who
}

// stint is an assignment to a project as it lasts, with the project's weight for an fte; false where
// it is to none, or never.
func (l PMLoad) stint(p *orgmodel.Pass, e orgmodel.Edge) (stint, bool) {
	project := p.Scope(e)
	if !p.Live(project) || !slices.Contains(l.Kinds, p.Kind(project)) {
		return stint{}, false
	}
	s := stint{Edge: e, from: always, until: evermore, fte: oneFTE}
	if v, err := strconv.ParseFloat(strings.TrimSpace(p.Attrs(project).Get(l.Weight)), 64); l.Weight != "" && err == nil && v >= 0 {
		s.fte = int64(math.Round(min(v, mostFTE) * oneFTE))
	}
	if !p.AsOf().IsZero() {
		return s, true // of this day, as all the others
	}
	iv := p.Lasting(e).Intersect(p.Life(project))
	if !iv.From.IsZero() {
		s.from = firstDay.DaysUntil(iv.From)
	}
	if !iv.Until.IsZero() {
		s.until = firstDay.DaysUntil(iv.Until)
	}
	return s, !iv.Empty()
}

// most are the assignments at the first time when they are too many, one a project and by its id,
// with what they weigh; none where there is no such time.
func (l PMLoad) most(p *orgmodel.Pass, times []stint) ([]stint, int64) {
	limit, sum := int64(math.Floor(min(l.Max, 1e12)*oneFTE+0.5)), int64(0)
	many := map[orgmodel.Ref]int{}
	change := func(s *stint, by int) {
		project := p.Scope(s.Edge)
		if many[project] == 0 {
			sum += s.fte
		}
		if many[project] += by; many[project] == 0 {
			sum -= s.fte
		}
	}
	r := firstRun(times, 0, change, func() bool { return sum > limit })
	if r.days() <= 0 {
		return nil, 0
	}
	var in []stint
	for _, s := range times {
		if s.from <= r.from && r.from < s.until {
			in = append(in, s)
		}
	}
	order := byID(p)
	slices.SortFunc(in, func(a, b stint) int {
		return cmp.Or(order(p.Scope(a.Edge), p.Scope(b.Edge)), order(a.From, b.From), order(a.To, b.To))
	})
	in = slices.CompactFunc(in, func(a, b stint) bool { return p.Scope(a.Edge) == p.Scope(b.Edge) })
	sum = 0
	for _, s := range in {
		sum += s.fte
	}
	return in, sum
}

// lightest are those who run the fewest projects, by number, then by id.
func (l PMLoad) lightest(p *orgmodel.Pass, all []load) []orgmodel.Ref {
	all = slices.Clone(all)
	order := byID(p)
	slices.SortFunc(all, func(a, b load) int { return cmp.Or(cmp.Compare(len(a.times), len(b.times)), order(a.who, b.who)) })
	var who []orgmodel.Ref
	for _, a := range all[:min(len(all), suggested)] {
		if float64(len(a.times)) < l.Max {
			who = append(who, a.who)
		}
	}
	return who
}

func (l PMLoad) report(p *orgmodel.Pass, who orgmodel.Ref, in []stint, weight int64, spare []orgmodel.Ref) {
	var projects []orgmodel.Ref
	for _, s := range in {
		projects = append(projects, p.Scope(s.Edge))
	}
	f := orgmodel.Finding{
		Subject: p.ID(who), Path: p.Records(stintLines(in)...), PathTotal: len(in), Related: related(p, projects), RelatedTotal: len(projects),
		Message: called(p, who) + " runs " + count(len(in), "project") + " at a time, " + names(p, projects, len(projects)),
		Fix:     "Hand one of them to another " + word(l.Role),
	}
	if l.Weight != "" {
		f.Message += ", of a weight of " + inFTE(weight)
	}
	f.Message += "; the limit is " + decimal(l.Max) + "."
	var to []string
	for _, r := range spare {
		if r != who {
			to = append(to, called(p, r))
		}
	}
	if len(to) > 0 {
		f.Fix += ", such as " + either(to)
	}
	f.Fix += "."
	p.Report(f)
}

// decimal is a number as people write it.
func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
