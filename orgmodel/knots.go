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
		if f := o.solid(); !f.twice && len(f.cut) == 0 {
			return nil
		}
	}
	g := o.lineGraph(rels)
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

func (o *Org) lineGraph(rels []Rel) lineGraph {
	lift := len(rels) == 0
	if lift {
		rels = []Rel{ReportsTo}
	}
	take := make([]bool, len(o.c.rels))
	for i, name := range o.c.rels {
		take[i] = slices.Contains(rels, Rel(name)) && name != ""
	}
	ends := func(i int) (Ref, Ref) {
		if lift {
			f := o.solid()
			return f.seatOf(o.c.from[i]), f.seatOf(o.c.to[i])
		}
		return o.c.from[i], o.c.to[i]
	}
	n := o.c.nodes()
	g := lineGraph{start: make([]int32, n+1)}
	for i, rel := range o.c.rel {
		if take[rel] && o.lineHolds(int32(i)) {
			s, _ := ends(i)
			g.start[s+1]++
		}
	}
	for i := range n {
		g.start[i+1] += g.start[i]
	}
	g.to = make([]Ref, g.start[n])
	for i, rel := range o.c.rel {
		if take[rel] && o.lineHolds(int32(i)) {
			s, t := ends(i)
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
