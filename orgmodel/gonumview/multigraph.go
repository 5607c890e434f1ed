package gonumview

import (
	"gonum.org/v1/gonum/graph"

	"example.com/orgchart/orgmodel"
)

// A Multigraph is an organisation with every line of a view as an edge of its own, for encoders
// and for what counts lines: a graph.DirectedMultigraph and a graph.WeightedDirectedMultigraph.
// It never changes and is safe for many goroutines. View makes it.
type Multigraph struct {
	arcs
	org    *orgmodel.Org
	run    []int32   // by pair of nodes: its lines are line[run[i]:run[i+1]]
	line   []int32   // numbers of lines
	weight []float64 // by line; nil: 1 each
}

var (
	_ graph.DirectedMultigraph         = (*Multigraph)(nil)
	_ graph.WeightedDirectedMultigraph = (*Multigraph)(nil)
)

// Lines are the lines from one node to another, each an Edge, in the author's order.
func (m *Multigraph) Lines(u, v int64) graph.Lines {
	if i := m.find(u, v); i >= 0 {
		return &plainLines{m.between(u, i)}
	}
	return graph.Empty
}

// WeightedLines is Lines.
func (m *Multigraph) WeightedLines(u, v int64) graph.WeightedLines {
	if i := m.find(u, v); i >= 0 {
		return &weightedLines{m.between(u, i)}
	}
	return graph.Empty
}

// between are the lines of pair number i, which starts at u.
func (m *Multigraph) between(u int64, i int) edges {
	from, to := Node(u), Node(m.to[i])
	first := int(m.run[i])
	return edges{first: first, next: first, end: int(m.run[i+1]), at: func(k int) Edge {
		e := Edge{F: from, T: to, W: 1, Line: m.org.Edge(int(m.line[k]))}
		if m.weight != nil {
			e.W = m.weight[k]
		}
		return e
	}}
}
