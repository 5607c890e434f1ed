package rules

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// knot is a group of seats that can all reach each other.
type knot struct {
	p     *orgmodel.Pass
	seats []orgmodel.Ref
	rels  []orgmodel.Rel
	at    map[orgmodel.Ref]int32 // seat to its place in seats
}

func newKnot(p *orgmodel.Pass, seats []orgmodel.Ref, rels []orgmodel.Rel) *knot {
	k := &knot{p: p, seats: seats, rels: rels, at: make(map[orgmodel.Ref]int32, len(seats))}
	for i, r := range seats {
		k.at[r] = int32(i)
	}
	return k
}

// lines are those of its seats within the knot, by place and by boss's id.
func (k *knot) lines() [][]orgmodel.Edge {
	out := make([][]orgmodel.Edge, len(k.seats))
	for i, r := range k.seats {
		if i&1023 == 0 && k.p.Stopped() {
			break
		}
		out[i] = slices.DeleteFunc(k.p.BossLines(r, k.rels...), func(e orgmodel.Edge) bool {
			_, in := k.at[k.p.SeatOf(e.To)]
			return !in
		})
	}
	return out
}

// to is the place of the seat that a line leads to.
func (k *knot) to(e orgmodel.Edge) int32 { return k.at[k.p.SeatOf(e.To)] }

// way is the shortest way of at least one line from one seat to another, which may be the same,
// within the knot. Nil where the check is stopped.
func (k *knot) way(from, to orgmodel.Ref) []orgmodel.Edge {
	n, stopped := 0, false
	return k.p.SeatPath(from, to, func(r orgmodel.Ref) bool {
		if n++; n&1023 == 0 && k.p.Stopped() {
			stopped = true
		}
		_, in := k.at[r]
		return in && !stopped
	}, k.rels...)
}

// liveLoop is a loop of seats that all are live or undeclared, nil where there is none.
func (k *knot) liveLoop() []orgmodel.Edge {
	out := k.liveLines()
	start := orgmodel.None
	for i, r := range k.seats {
		if len(out[i]) > 0 && (start == orgmodel.None || byID(k.p)(r, start) < 0) {
			start = r
		}
	}
	if start == orgmodel.None {
		return nil
	}
	// Every seat that still has a line has one to such a seat: the walk runs into itself.
	when := make([]int, len(k.seats))
	var path []orgmodel.Edge
	for t := k.at[start]; ; {
		if when[t] > 0 {
			path = path[when[t]-1:]
			break
		}
		path = append(path, out[t][0])
		when[t] = len(path)
		t = k.to(out[t][0])
	}
	least, order := 0, byID(k.p)
	for i, e := range path {
		if order(k.p.SeatOf(e.From), k.p.SeatOf(path[least].From)) < 0 {
			least = i
		}
	}
	return append(slices.Clone(path[least:]), path[:least]...)
}

// liveLines are lines without those of seats that are not live and then, again and again, without the
// lines to seats that have none left.
func (k *knot) liveLines() [][]orgmodel.Edge {
	out := k.lines()
	into := make([][]int32, len(k.seats))
	left := make([]int, len(k.seats))
	var bare []int32
	for i, r := range k.seats {
		if !dormant(k.p, r) {
			left[i] = len(out[i])
		}
		if left[i] == 0 {
			bare = append(bare, int32(i))
		}
		for _, e := range out[i] {
			into[k.to(e)] = append(into[k.to(e)], int32(i))
		}
	}
	for len(bare) > 0 {
		t := bare[len(bare)-1]
		bare = bare[:len(bare)-1]
		for _, s := range into[t] {
			if left[s] == 0 {
				continue
			}
			if left[s]--; left[s] == 0 {
				bare = append(bare, s)
			}
		}
	}
	for i := range out {
		out[i] = slices.DeleteFunc(out[i], func(e orgmodel.Edge) bool { return left[i] == 0 || left[k.to(e)] == 0 })
	}
	return out
}

// route reads a loop to people: a → b → a, the first few seats.
func route(p *orgmodel.Pass, loop []orgmodel.Edge, total int) string {
	var b strings.Builder
	for i, e := range loop {
		if i == 2*listed {
			break
		}
		b.WriteString(word(p.ID(p.SeatOf(e.From))))
		b.WriteString(" → ")
	}
	if total > 2*listed {
		b.WriteString("… → ")
	}
	b.WriteString(word(p.ID(p.SeatOf(loop[0].From))))
	return b.String()
}

// together are the days on which all lines of a way hold.
func together(p *orgmodel.Pass, way []orgmodel.Edge) orgmodel.Interval {
	var all orgmodel.Interval
	for _, e := range way {
		all = all.Intersect(p.Lasting(e))
	}
	return all
}
