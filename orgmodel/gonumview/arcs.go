package gonumview

import (
	"math/bits"
	"slices"

	"gonum.org/v1/gonum/graph"

	"example.com/orgchart/orgmodel"
)

// arcs are who is joined with whom, each pair once: what Graph and Multigraph have in common. The
// targets of node r are to[out[r]:out[r+1]], its sources from[in[r]:in[r+1]], both ascending.
type arcs struct {
	nodes    set
	out, in  []int32
	to, from []orgmodel.Ref
}

// newArcs takes the ends of sorted lines, once for each run.
func newArcs(p pairs, runs []int32) arcs {
	from, to := p.from, p.to
	if n := len(runs) - 1; n < len(from) {
		from, to = taken(from, runs[:n]), taken(to, runs[:n])
	}
	size := p.nodes.size
	a := arcs{nodes: p.nodes, to: slices.Clip(to), out: starts(from, size)}
	a.in = starts(to, size)
	a.from = make([]orgmodel.Ref, len(to))
	for i, t := range to {
		a.from[a.in[t]] = from[i]
		a.in[t]++
	}
	copy(a.in[1:], a.in[:size])
	a.in[0] = 0
	return a
}

// Node is the node with this number, nil where the view has none.
func (a *arcs) Node(id int64) graph.Node {
	if !a.nodes.has(id) {
		return nil
	}
	return Node(id)
}

// Nodes are all nodes, in the order of their numbers.
func (a *arcs) Nodes() graph.Nodes {
	if a.nodes.count == 0 {
		return graph.Empty
	}
	return &everyNode{set: a.nodes, next: 0, left: a.nodes.count}
}

// From are the nodes that edges from a node lead to, in the order of their numbers.
func (a *arcs) From(id int64) graph.Nodes { return someNodes(a.targets(id)) }

// To are the nodes that edges to a node come from, in the order of their numbers.
func (a *arcs) To(id int64) graph.Nodes {
	if !a.nodes.has(id) {
		return graph.Empty
	}
	return someNodes(a.from[a.in[id]:a.in[id+1]])
}

// HasEdgeBetween says that an edge joins two nodes, in either direction.
func (a *arcs) HasEdgeBetween(x, y int64) bool { return a.find(x, y) >= 0 || a.find(y, x) >= 0 }

// HasEdgeFromTo says that an edge goes from one node to the other.
func (a *arcs) HasEdgeFromTo(u, v int64) bool { return a.find(u, v) >= 0 }

func (a *arcs) targets(id int64) []orgmodel.Ref {
	if !a.nodes.has(id) {
		return nil
	}
	return a.to[a.out[id]:a.out[id+1]]
}

// find is the number of the edge from u to v, -1 where there is none.
func (a *arcs) find(u, v int64) int {
	if !a.nodes.has(v) {
		return -1
	}
	if i, ok := slices.BinarySearch(a.targets(u), orgmodel.Ref(v)); ok {
		return int(a.out[u]) + i
	}
	return -1
}

// set is a set of Refs of one Org.
type set struct {
	words []uint64
	size  int // Refs are below
	count int
}

func newSet(o *orgmodel.Org) set {
	size := o.Len()
	for r := range o.Ghosts() {
		size = int(r) + 1
	}
	return set{words: make([]uint64, (size+63)/64), size: size}
}

func (s *set) add(r orgmodel.Ref) {
	w, bit := &s.words[r>>6], uint64(1)<<(r&63)
	if *w&bit == 0 {
		*w |= bit
		s.count++
	}
}

func (s *set) has(id int64) bool {
	return id >= 0 && id < int64(s.size) && s.words[id>>6]>>(id&63)&1 != 0
}

// from is the smallest member at or above id.
func (s *set) from(id int) (int, bool) {
	if id>>6 >= len(s.words) {
		return 0, false
	}
	for w, word := id>>6, s.words[id>>6]&^(1<<(id&63)-1); ; word = s.words[w] {
		if word != 0 {
			return w<<6 + bits.TrailingZeros64(word), true
		}
		if w++; w == len(s.words) {
			return 0, false
		}
	}
}
