package orgmodel

import (
	"cmp"
	"slices"
)

// Knots are the groups of two or more nodes that can all reach each other along live lines of
// these relations: every loop lies in one. Without rels the relation is reports-to between
// seats, every solid line counted. Members stand by Ref, knots by their first member. A line
// to oneself makes no knot.
//
// R. Tarjan, Depth-first search and linear graph algorithms, 1972, without recursion.
func (o *Org) Knots(rels ...Rel) [][]Ref {
	if len(rels) == 0 {
		return o.SeatKnots()
	}
	return knots(o.lineGraph(rels, false))
}

// SeatKnots is Knots between seats: a line written at a person counts for the one live post
// the person holds. Without rels the relation is reports-to. A line with an end that is no seat, or with an empty end, is left out.
func (o *Org) SeatKnots(rels ...Rel) [][]Ref {
	if len(rels) == 0 {
		rels = []Rel{ReportsTo}
	}
	if len(rels) == 1 && rels[0] == ReportsTo {
		if f := o.solid(); !f.twice && len(f.cut) == 0 {
			return nil
		}
	}
	return knots(o.lineGraph(rels, true))
}

func knots(g lineGraph) [][]Ref {
	t := tarjan{g: g, index: make([]int32, len(g.start)), low: make([]int32, len(g.start))}
	for v := range len(g.start) - 1 {
		if t.index[v] == 0 {
			t.from(int32(v))
		}
	}
	for _, k := range t.knots {
		slices.Sort(k)
	}
	slices.SortFunc(t.knots, func(a, b []Ref) int { return cmp.Compare(a[0], b[0]) })
	return t.knots
}

// lineGraph is a plain graph over all nodes: the targets of v are to[start[v]:start[v+1]].
type lineGraph struct {
	start []int32
	to    []Ref
}

func (o *Org) lineGraph(rels []Rel, seats bool) lineGraph {
	take, _ := o.c.relSet(rels)
	take[0] = false // the line says nothing
	ends := func(i int) (Ref, Ref, bool) {
		if !take[o.c.rel[i]] || !o.lineHolds(int32(i)) {
			return None, None, false
		}
		s, t := o.c.from[i], o.c.to[i]
		if seats {
			f := o.solid()
			s, t = f.seatOf(s), f.seatOf(t)
			return s, t, o.c.shapes(s) && o.c.shapes(t)
		}
		return s, t, true
	}
	n := o.c.nodes()
	g := lineGraph{start: make([]int32, n+1)}
	for i := range o.c.rel {
		if s, _, ok := ends(i); ok {
			g.start[s+1]++
		}
	}
	for i := range n {
		g.start[i+1] += g.start[i]
	}
	g.to = make([]Ref, g.start[n])
	for i := range o.c.rel {
		if s, t, ok := ends(i); ok {
			g.to[g.start[s]] = t
			g.start[s]++
		}
	}
	copy(g.start[1:], g.start[:n])
	g.start[0] = 0
	return g
}

type tarjan struct {
	g     lineGraph
	index []int32 // 0: not met; else the order of meeting from 1; -1: its group is done
	low   []int32
	next  int32
	stack []Ref
	calls []call
	knots [][]Ref
}

// call is a node whose targets are being looked at.
type call struct {
	v Ref
	i int32
}

func (t *tarjan) meet(v Ref) {
	t.next++
	t.index[v], t.low[v] = t.next, t.next
	t.stack = append(t.stack, v)
	t.calls = append(t.calls, call{v, t.g.start[v]})
}

func (t *tarjan) from(v int32) {
	t.meet(Ref(v))
	for len(t.calls) > 0 {
		c := &t.calls[len(t.calls)-1]
		if c.i < t.g.start[c.v+1] {
			w := t.g.to[c.i]
			c.i++
			switch {
			case t.index[w] == 0:
				t.meet(w)
			case t.index[w] > 0:
				t.low[c.v] = min(t.low[c.v], t.index[w])
			}
			continue
		}
		v := c.v
		t.calls = t.calls[:len(t.calls)-1]
		if len(t.calls) > 0 {
			u := t.calls[len(t.calls)-1].v
			t.low[u] = min(t.low[u], t.low[v])
		}
		if t.low[v] == t.index[v] {
			t.leave(v)
		}
	}
}

// leave takes the group that v was the first member of off the stack.
func (t *tarjan) leave(v Ref) {
	i := len(t.stack) - 1
	for t.stack[i] != v {
		i--
	}
	for _, w := range t.stack[i:] {
		t.index[w] = -1
	}
	if len(t.stack)-i > 1 {
		t.knots = append(t.knots, append([]Ref(nil), t.stack[i:]...))
	}
	t.stack = t.stack[:i]
}
