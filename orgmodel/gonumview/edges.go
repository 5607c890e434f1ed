package gonumview

import (
	"gonum.org/v1/gonum/graph"

	"example.com/orgchart/orgmodel"
)

// An Edge is an edge of a view: a graph.WeightedEdge and, in a Multigraph, a graph.WeightedLine.
type Edge struct {
	F, T Node          // as the view turns them
	W    float64       // what View.Weight gave, else 1
	Line orgmodel.Edge // the line it stands for, its ends as they are written
}

// From is the node the edge goes from.
func (e Edge) From() graph.Node { return e.F }

// To is the node the edge goes to.
func (e Edge) To() graph.Node { return e.T }

// Weight is what the edge weighs.
func (e Edge) Weight() float64 { return e.W }

// ID is the number of the line in its Org, so that parallel lines differ.
func (e Edge) ID() int64 { return int64(e.Line.Number()) }

// ReversedEdge is the edge the other way round, still standing for the same line.
func (e Edge) ReversedEdge() graph.Edge { e.F, e.T = e.T, e.F; return e }

// ReversedLine is ReversedEdge for a Multigraph.
func (e Edge) ReversedLine() graph.Line { e.F, e.T = e.T, e.F; return e }

// edges iterates over the edges of a view from one number to another.
type edges struct {
	at         func(i int) Edge
	first, end int
	next       int
}

func (it *edges) Len() int   { return max(0, it.end-it.next) }
func (it *edges) Reset()     { it.next = it.first }
func (it *edges) Next() bool { it.next = min(it.next, it.end) + 1; return it.next <= it.end }

// now is the edge that Next came to; there is none before the first and after the last.
func (it *edges) now() (Edge, bool) {
	if it.next == it.first || it.next > it.end {
		return Edge{}, false
	}
	return it.at(it.next - 1), true
}

// plainEdges, weightedEdges, plainLines and weightedLines are edges under gonum's four names for
// them.
type (
	plainEdges    struct{ edges }
	weightedEdges struct{ edges }
	plainLines    struct{ edges }
	weightedLines struct{ edges }
)

func (it *plainEdges) Edge() graph.Edge {
	if e, ok := it.now(); ok {
		return e
	}
	return nil
}

func (it *weightedEdges) WeightedEdge() graph.WeightedEdge {
	if e, ok := it.now(); ok {
		return e
	}
	return nil
}

func (it *plainLines) Line() graph.Line {
	if e, ok := it.now(); ok {
		return e
	}
	return nil
}

func (it *weightedLines) WeightedLine() graph.WeightedLine {
	if e, ok := it.now(); ok {
		return e
	}
	return nil
}

// EdgeSlice are the edges that are left.
func (it *plainEdges) EdgeSlice() []graph.Edge {
	var all []graph.Edge
	for it.Next() {
		all = append(all, it.Edge())
	}
	return all
}

// WeightedEdgeSlice are the edges that are left.
func (it *weightedEdges) WeightedEdgeSlice() []graph.WeightedEdge {
	var all []graph.WeightedEdge
	for it.Next() {
		all = append(all, it.WeightedEdge())
	}
	return all
}
