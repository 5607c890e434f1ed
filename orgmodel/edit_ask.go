package orgmodel

import (
	"iter"
	"slices"
)

// What a service asks before it writes a line. Each answer is that of the finished Org, worked out
// from the lines at the seats that it passes and nothing else.

func (e *Edit) seating(r Ref) seating {
	if n, ok := e.nodes[r]; ok {
		return seatingOf(n.Kind)
	}
	if e.base.has(r) {
		return e.base.c.seatKind[e.base.c.kind[r]]
	}
	return otherSeat
}

// shapes says that r may stand at an end of a solid line.
func (e *Edit) shapes(r Ref) bool {
	if e.seating(r) == notSeat {
		return false
	}
	if e.base.has(r) {
		return e.base.c.idLen[r] != 0
	}
	return e.Node(r).ID != ""
}

// lives says that r is a record that exists on the view's day.
func (e *Edit) lives(r Ref) bool {
	if n, ok := e.nodes[r]; ok {
		return flagsOf(n.Attrs)&flagEnded == 0 && n.Live.Holds(e.base.at)
	}
	return e.base.Live(r)
}

// SeatOf is the seat that stands for r in reporting lines: a person's one live post, or r itself.
func (e *Edit) SeatOf(r Ref) Ref {
	if !e.has(r) {
		return None
	}
	c := e.base.c
	if c.holds == 0 && e.holds == 0 || e.seating(r) != personSeat {
		return r
	}
	post := None
	e.live(r, false, Holds, c.holds, func(_ line, q Ref) bool {
		if e.seating(q) == personSeat || !e.shapes(q) || e.declared(q) && !e.lives(q) {
			return true
		}
		if post == None || post == q {
			post = q
		} else {
			post = several
		}
		return post != several
	})
	if post < 0 {
		return r
	}
	return post
}

// sitters gives the seat itself and the persons whose lines count for it.
func (e *Edit) sitters(seat Ref, do func(Ref)) {
	do(seat)
	if e.base.c.holds == 0 && e.holds == 0 || e.seating(seat) == personSeat {
		return
	}
	e.live(seat, true, Holds, e.base.c.holds, func(_ line, p Ref) bool {
		if p != seat && e.SeatOf(p) == seat {
			do(p)
		}
		return true
	})
}

// bosses gives every live solid line that hangs a seat under another, with that other.
func (e *Edit) bosses(seat Ref, do func(l line, boss Ref)) {
	if !e.shapes(seat) {
		return
	}
	e.sitters(seat, func(p Ref) {
		e.live(p, false, ReportsTo, e.base.c.solid, func(l line, to Ref) bool {
			if t := e.SeatOf(to); t != seat && e.shapes(t) {
				do(l, t)
			}
			return true
		})
	})
}

// pick is the line by which a seat has its boss: the first live solid one in the author's order,
// those to declared bosses before those to ghosts.
func (e *Edit) pick(seat Ref) (best line, boss Ref) {
	boss = None
	e.bosses(seat, func(l line, t Ref) {
		known, had := e.declared(t), boss != None && e.declared(boss)
		if boss == None || known && !had || known == had && l.n < best.n {
			best, boss = l, t
		}
	})
	return best, boss
}

// Boss is the seat that r reports to as the line says, be it vacant, ended or a ghost; None where
// there is none.
func (e *Edit) Boss(r Ref) Ref {
	if !e.has(r) {
		return None
	}
	_, boss := e.pick(e.SeatOf(r))
	return boss
}

// BossLine is the line behind Boss.
func (e *Edit) BossLine(r Ref) (Edge, bool) {
	if !e.has(r) {
		return noEdge, false
	}
	l, boss := e.pick(e.SeatOf(r))
	if boss == None {
		return noEdge, false
	}
	return e.edge(l), true
}

// Up yields what lies above r along solid lines between seats, nearest first, with the distance.
// Each seat comes once, r's own never, so loops end. The Edit must not change meanwhile.
func (e *Edit) Up(r Ref) iter.Seq2[Ref, int] {
	return func(yield func(Ref, int) bool) {
		if !e.has(r) {
			return
		}
		s := e.SeatOf(r)
		met := seats{list: []Ref{s}}
		for d := 1; ; d++ {
			if _, s = e.pick(s); s == None || !met.add(s) || !yield(s, d) {
				return
			}
		}
	}
}

// Reports yields the seats that report to r directly, in the author's order with ghosts last,
// ended ones included.
func (e *Edit) Reports(r Ref) iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		if !e.has(r) {
			return
		}
		seat := e.SeatOf(r)
		var all []Ref
		e.sitters(seat, func(p Ref) {
			e.live(p, true, ReportsTo, e.base.c.solid, func(_ line, from Ref) bool {
				all = append(all, e.SeatOf(from))
				return true
			})
		})
		slices.SortFunc(all, func(a, b Ref) int { return e.rank(a) - e.rank(b) })
		for _, s := range slices.Compact(all) {
			if _, boss := e.pick(s); boss == seat && !yield(s) {
				return
			}
		}
	}
}

// rank puts the Refs of an Edit in the order of the finished Org: records of the Org, records that
// were added, ghosts.
func (e *Edit) rank(r Ref) int {
	switch {
	case e.base.Declared(r) || len(e.added) == 0:
		return int(r)
	case !e.declared(r):
		return int(r) + len(e.added)
	}
	return e.base.Len() + e.born[r]
}

// WouldLoop says that a reports-to line from one to the other would close a loop: from is to, or
// lies above it by solid lines, be they those of the tree or others. A boss that from has now is
// not counted, since the new line replaces it.
func (e *Edit) WouldLoop(from, to Ref) bool {
	if !e.has(from) || !e.has(to) {
		return false
	}
	seat, first := e.SeatOf(from), e.SeatOf(to)
	met := seats{list: []Ref{first}}
	for i := 0; i < len(met.list); i++ {
		s := met.list[i]
		if s == seat {
			return true
		}
		e.bosses(s, func(_ line, t Ref) { met.add(t) })
	}
	return false
}

// seats are the seats a walk has met, in the order in which it did. Chains are short: so few are
// looked through, more are in a set.
type seats struct {
	list []Ref
	set  map[Ref]bool
}

// add adds a seat and says that it was not there.
func (m *seats) add(s Ref) bool {
	const few = 32
	if m.set == nil && len(m.list) >= few {
		m.set = make(map[Ref]bool, 2*few)
		for _, t := range m.list {
			m.set[t] = true
		}
	}
	if m.set == nil && slices.Contains(m.list, s) || m.set[s] {
		return false
	}
	m.list = append(m.list, s)
	if m.set != nil {
		m.set[s] = true
	}
	return true
}
