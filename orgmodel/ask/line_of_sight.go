package ask

import (
	"math"

	"example.com/orgchart/orgmodel"
)

// LineOfSight answers how many of those at work have a way to an outcome, as WhyAmIHere finds it. Items
// are the people who have none, each with the first line that puts them at work, in the author's
// order; a post at work counts by its holders, one that has none and is not vacant as one. Counts
// are people, outcome (who have a way to one), need (who have one to a need alone) and none.
func (q Asker) LineOfSight() Answer {
	a := q.about("line-of-sight")
	o := q.Org
	people, by := atWork(o)
	n := [3]int{}
	for r := range o.Nodes() {
		s, is := people[r]
		switch {
		case !is:
		case s.outcome:
			n[0]++
		case s.need:
			n[1]++
			a.blind(r, by[r], "It has a way to a need, and to no outcome.")
		default:
			n[2]++
			a.blind(r, by[r], "")
		}
	}
	all := len(people)
	if all == 0 {
		a.because(EndsHere, "No live line puts anybody at any work: works-on, owns, or a role in a project.")
		return a.none("Nobody is at work that is known.")
	}
	a.Counts = Counts{{"people", float64(all)}, {"outcome", float64(n[0])}, {"need", float64(n[1])}, {"none", float64(n[2])}}
	share := number(int(math.Floor(100*float64(n[0])/float64(all)))) + "%"
	return a.done("Of " + peopleAtWork(all) + " " + number(n[0]) + " (" + share + ") " + map[bool]string{true: "has", false: "have"}[n[0] == 1] + " a way to an outcome.")
}

// atWork is what each of those at work has a way to, and the first line that puts them there.
func atWork(o *orgmodel.Org) (people map[orgmodel.Ref]sight, by map[orgmodel.Ref]orgmodel.Edge) {
	outcome, need := leadsTo(o, orgmodel.Outcome), leadsTo(o, orgmodel.Need)
	sees := map[orgmodel.Ref]sight{} // by who is at work as lines are written
	line := map[orgmodel.Ref]orgmodel.Edge{}
	for e := range o.Edges(toils...) {
		work := toil(o, e)
		if work == orgmodel.None || !o.Live(work) || !o.Live(e.From) && o.Declared(e.From) {
			continue
		}
		s, met := sees[e.From]
		if !met {
			line[e.From] = e
		}
		sees[e.From] = s.and(sight{outcome[work], need[work]})
	}
	people, by = map[orgmodel.Ref]sight{}, map[orgmodel.Ref]orgmodel.Edge{}
	put := func(who, at orgmodel.Ref) {
		if _, met := by[who]; !met {
			by[who] = line[at]
		}
		people[who] = people[who].and(sees[at])
	}
	at := func(r orgmodel.Ref) {
		if _, works := sees[r]; !works {
			return
		}
		held := false
		for h := range holdersOf(o, r) {
			held = true
			put(h.From, r)
		}
		if !held && o.Declared(r) && o.MaySit(r) && (o.Kind(r) == orgmodel.Person || o.Occupancy(r) != orgmodel.Vacant) {
			put(r, r)
		}
	}
	for r := range o.Nodes() {
		at(r)
	}
	for r := range o.Ghosts() {
		at(r)
	}
	return people, by
}

func peopleAtWork(n int) string {
	if n == 1 {
		return "1 person at work"
	}
	return number(n) + " people at work"
}

// blind lists somebody without a way to an outcome.
func (a *answer) blind(r orgmodel.Ref, e orgmodel.Edge, why string) {
	it := a.itemBy(r, 1, e)
	if why != "" {
		it.because(Reason{Code: EndsHere, Text: why})
	}
}

// sight is what somebody has a way to.
type sight struct{ outcome, need bool }

func (s sight) and(t sight) sight { return sight{s.outcome || t.outcome, s.need || t.need} }

// leadsTo marks the work, benefits and cases from which somebody at them has a way to a record of
// a kind: what leads to one forward, then the wholes of work that does.
func leadsTo(o *orgmodel.Org, kind orgmodel.Kind) map[orgmodel.Ref]bool {
	marked := map[orgmodel.Ref]bool{}
	var queue []orgmodel.Ref
	mark := func(r orgmodel.Ref) {
		if !marked[r] && o.Live(r) {
			marked[r] = true
			queue = append(queue, r)
		}
	}
	for r := range o.OfKind(kind) {
		mark(r)
	}
	for i := 0; i < len(queue); i++ {
		for e := range o.In(queue[i], forward...) {
			if o.LiveLine(e) && serves(o, e.From) {
				mark(e.From)
			}
		}
	}
	// A part that leads there does so for its wholes, and theirs.
	for i := 0; i < len(queue); i++ {
		if !workKinds[o.Kind(queue[i])] {
			continue
		}
		for e := range o.Out(queue[i], orgmodel.PartOf) {
			if o.LiveLine(e) && serves(o, e.To) {
				mark(e.To)
			}
		}
	}
	return marked
}
