package gonumview

import (
	"math"
	"sort"

	"gonum.org/v1/gonum/graph"

	"example.com/orgchart/orgmodel"
)

// A Graph is a plain graph over an organisation: a graph.Directed and a graph.WeightedDirected.
// It never changes and is safe for many goroutines. View makes it.
type Graph struct {
	arcs
	org    *orgmodel.Org
	line   []int32   // by edge: the number of its line
	weight []float64 // by edge; nil: 1 each
}

var (
	_ graph.Directed         = (*Graph)(nil)
	_ graph.WeightedDirected = (*Graph)(nil)
)

// Edge is the edge from one node to another, nil where there is none.
func (g *Graph) Edge(u, v int64) graph.Edge {
	if i := g.find(u, v); i >= 0 {
		return g.edge(Node(u), i)
	}
	return nil
}

// WeightedEdge is Edge.
func (g *Graph) WeightedEdge(u, v int64) graph.WeightedEdge {
	if i := g.find(u, v); i >= 0 {
		return g.edge(Node(u), i)
	}
	return nil
}

// Weight is what the edge from one node to another weighs: 0 from a node to itself, and infinite,
// with false, where there is no edge.
func (g *Graph) Weight(u, v int64) (float64, bool) {
	if u == v {
		return 0, true
	}
	i := g.find(u, v)
	if i < 0 {
		return math.Inf(1), false
	}
	return g.weightOf(i), true
}

// Edges are all edges, by the numbers of their ends.
func (g *Graph) Edges() graph.Edges {
	if len(g.line) == 0 {
		return graph.Empty
	}
	return &plainEdges{g.all()}
}

// WeightedEdges is Edges.
func (g *Graph) WeightedEdges() graph.WeightedEdges {
	if len(g.line) == 0 {
		return graph.Empty
	}
	return &weightedEdges{g.all()}
}

func (g *Graph) all() edges {
	return edges{end: len(g.line), at: func(i int) Edge {
		// The source is the last node whose edges begin at or before i.
		u := sort.Search(len(g.out)-1, func(u int) bool { return int(g.out[u+1]) > i })
		return g.edge(Node(u), i)
	}}
}

func (g *Graph) edge(u Node, i int) Edge {
	return Edge{F: u, T: Node(g.to[i]), W: g.weightOf(i), Line: g.org.Edge(int(g.line[i]))}
}

func (g *Graph) weightOf(i int) float64 {
	if g.weight == nil {
		return 1
	}
	return g.weight[i]
}
