package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// manyUp is how many records one escalation looks at: what is farther is too far for anybody.
const manyUp = 256

// escalation walks up by lines of some relations, all of them where there are several, past vacant
// posts and through bodies.
type escalation struct {
	p     *orgmodel.Pass
	rels  []orgmodel.Rel
	lines map[orgmodel.Ref][]orgmodel.Edge
	at    map[orgmodel.Ref][]orgmodel.Ref // by end of a line: where the walk goes on
}

func newEscalation(p *orgmodel.Pass, rels []orgmodel.Rel) *escalation {
	return &escalation{p: p, rels: rels, lines: map[orgmodel.Ref][]orgmodel.Edge{}, at: map[orgmodel.Ref][]orgmodel.Ref{}}
}

// up gives the lines up from a record and from those who hold it and nothing else, one for each end
// and scope, by relation and end; of a crowd the first few.
func (x *escalation) up(r orgmodel.Ref) []orgmodel.Edge {
	lines, known := x.lines[r]
	if !known {
		p := x.p
		lines = slices.DeleteFunc(p.SeatLines(r, x.rels...), func(e orgmodel.Edge) bool { return p.SeatOf(e.To) == r })
		inOrder(p, lines, x.rels)
		lines = slices.CompactFunc(lines, func(e, f orgmodel.Edge) bool { return e.To == f.To && e.Rel == f.Rel && p.Scope(e) == p.Scope(f) })
		lines = slices.Clone(lines[:min(len(lines), crowd)])
		x.lines[r] = lines
	}
	return lines
}

// A rise is where an escalation came to.
type rise struct {
	goal  orgmodel.Ref    // None where none was reached
	path  []orgmodel.Edge // the lines to it; else those to the last record reached
	last  orgmodel.Ref    // the goal, or the last record reached
	ghost bool            // the walk met something undeclared
	far   bool            // there is more above, beyond the hops or beyond what is looked at
}

// to walks from some records to the nearest of some goals, both by Ref, in at most so many hops. Lines
// with a scope count where within says so.
func (x *escalation) to(starts, goals []orgmodel.Ref, hops int, within func(orgmodel.Ref) bool) rise {
	p := x.p
	res := rise{goal: orgmodel.None, last: orgmodel.None}
	by := map[orgmodel.Ref]orgmodel.Edge{}
	first := map[orgmodel.Ref]bool{}
	for _, s := range starts {
		first[s] = true
		if _, is := slices.BinarySearch(goals, s); is && res.goal == orgmodel.None {
			res.goal, res.last = s, s
		}
	}
	tier := starts
	for hop := 0; res.goal == orgmodel.None && len(tier) > 0; hop++ {
		var next []orgmodel.Ref
		for _, s := range tier {
			for _, e := range x.up(s) {
				if scope := p.Scope(e); scope != orgmodel.None && !within(scope) {
					continue
				}
				for _, t := range x.standing(e.To) {
					if _, met := by[t]; !met && !first[t] {
						by[t] = e
						next = append(next, t)
					}
				}
			}
		}
		if len(next) > 0 && (hop == hops || len(by) > manyUp) {
			res.far = true
			break
		}
		slices.SortFunc(next, byID(p))
		for _, t := range next {
			res.ghost = res.ghost || !p.Declared(t)
			if _, is := slices.BinarySearch(goals, t); is {
				res.goal, res.last = t, t
				break
			}
		}
		if len(next) > 0 && res.goal == orgmodel.None {
			res.last = next[0]
		}
		tier = next
	}
	res.path = x.trail(by, res.last)
	return res
}

// astray says that the solid line up from one of some records leads to itself, to a boss who is not
// there or in a loop, or to no top: what is missing above is told by the rule about that.
func (x *escalation) astray(starts []orgmodel.Ref) bool {
	p := x.p
	return slices.Contains(x.rels, orgmodel.ReportsTo) && slices.ContainsFunc(starts, func(r orgmodel.Ref) bool {
		seat := p.SeatOf(r)
		switch boss := p.Boss(seat); {
		case !p.Declared(seat) || !p.MaySit(seat):
			return false
		case boss == orgmodel.None:
			return explained(p, seat)
		default:
			return !p.Live(boss) || !p.ManyBosses() && !p.UnderTop(seat)
		}
	})
}

// standing are the records at which a walk goes on from the end of a line: its seat, and of a person
// of several posts these too.
func (x *escalation) standing(to orgmodel.Ref) []orgmodel.Ref {
	p := x.p
	at, known := x.at[to]
	if known {
		return at
	}
	seat := p.SeatOf(to)
	at = []orgmodel.Ref{seat}
	if p.Kind(seat) == orgmodel.Person {
		for _, h := range heldBy(p, seat) {
			if at = append(at, h.To); len(at) > crowd {
				break
			}
		}
	}
	x.at[to] = at
	return at
}

// trail is the way a walk took to a record, from below.
func (x *escalation) trail(by map[orgmodel.Ref]orgmodel.Edge, to orgmodel.Ref) []orgmodel.Edge {
	var path []orgmodel.Edge
	for len(path) < len(by) {
		e, ok := by[to]
		if !ok {
			break
		}
		path = append(path, e)
		if to = x.p.SeatOf(e.From); by[to] == e {
			break
		}
	}
	slices.Reverse(path)
	return path
}
