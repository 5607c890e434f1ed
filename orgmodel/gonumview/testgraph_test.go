package gonumview_test

import (
	"fmt"
	"math"
	"testing"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/multi"
	"gonum.org/v1/gonum/graph/testgraph"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/gonumview"
)

// written is a graph of gonum's test cases as an organisation: node 7 is record 7. Records that
// the case does not speak of stay out of the view, which shows what lines touch: a node without
// edges is touched by a line to itself. A case with negative ids is none of ours.
func written(nodes []graph.Node, edges []testgraph.WeightedLine, alone bool) (o *orgmodel.Org, in map[int64]bool, ok bool) {
	in = map[int64]bool{}
	var b orgmodel.Builder
	self := map[int64]bool{}
	for _, n := range nodes {
		in[n.ID()] = true
		self[n.ID()] = alone
	}
	for _, e := range edges {
		in[e.From().ID()], in[e.To().ID()] = true, true
		if !alone {
			self[e.From().ID()], self[e.To().ID()] = true, true // is a node by its edges
		}
	}
	most := int64(-1)
	for id := range in {
		if id < 0 || id > 1000 || !alone && !self[id] {
			return nil, nil, false
		}
		most = max(most, id)
	}
	for id := range most + 1 {
		b.Node(orgmodel.Node{ID: name(id), Kind: orgmodel.Post})
	}
	for _, e := range edges {
		b.Line(orgmodel.Line{From: name(e.From().ID()), Rel: orgmodel.ReportsTo, To: name(e.To().ID()),
			Attrs: orgmodel.NewAttrs("weight", fmt.Sprint(e.Weight()))})
	}
	for id := range most + 1 {
		if alone && self[id] {
			b.Line(orgmodel.Line{From: name(id), Rel: orgmodel.ReportsTo, To: name(id)})
		}
	}
	return b.Org(), in, true
}

func name(id int64) orgmodel.ID { return orgmodel.ID(fmt.Sprint("n", id)) }

func weightOf(o *orgmodel.Org, e orgmodel.Edge) float64 {
	var w float64
	fmt.Sscan(o.LineAttrs(e).Get("weight"), &w)
	return w
}

// tried counts the cases that were no empty graph, so that a builder that turns all of them down
// does not pass.
type tried struct{ plain, multi int }

func (c *tried) graph(nodes []graph.Node, edges []testgraph.WeightedLine, _, _ float64) (graph.Graph, []graph.Node, []testgraph.Edge, float64, float64, bool) {
	o, in, ok := written(nodes, edges, true)
	if !ok {
		return nil, nil, nil, 0, 0, false
	}
	weight := func(e orgmodel.Edge) float64 { return weightOf(o, e) }
	var n []graph.Node
	for id := range in {
		n = append(n, gonumview.Node(id))
	}
	var want []testgraph.Edge
	met := map[[2]orgmodel.Ref]bool{}
	for e := range o.Edges() {
		if ends := [2]orgmodel.Ref{e.From, e.To}; e.From != e.To && !met[ends] {
			met[ends] = true
			want = append(want, gonumview.Edge{F: gonumview.Node(e.From), T: gonumview.Node(e.To), W: weight(e), Line: e})
		}
	}
	c.plain += len(want)
	return gonumview.View{Weight: weight}.Graph(o), n, want, 0, math.Inf(1), true
}

// withEdge is a Multigraph that is a graph.Graph too, since gonum's tests want to be given one.
type withEdge struct{ *gonumview.Multigraph }

func (m withEdge) Edge(u, v int64) graph.Edge {
	if m.HasEdgeFromTo(u, v) {
		return multi.Edge{F: m.Node(u), T: m.Node(v), Lines: m.Lines(u, v)}
	}
	return nil
}

func (c *tried) multigraph(nodes []graph.Node, edges []testgraph.WeightedLine, _, _ float64) (graph.Graph, []graph.Node, []testgraph.Edge, float64, float64, bool) {
	o, in, ok := written(nodes, edges, false)
	if !ok {
		return nil, nil, nil, 0, 0, false
	}
	var n []graph.Node
	for id := range in {
		n = append(n, gonumview.Node(id))
	}
	var want []testgraph.Edge
	for e := range o.Edges() {
		want = append(want, gonumview.Edge{F: gonumview.Node(e.From), T: gonumview.Node(e.To), W: 1, Line: e})
	}
	c.multi += len(want)
	return withEdge{gonumview.View{}.Multigraph(o)}, n, want, 0, math.Inf(1), true
}

// TestGonum runs gonum's own tests of whoever implements its graphs.
func TestGonum(t *testing.T) {
	var c tried
	const empty, reversed = true, true
	t.Run("Graph", func(t *testing.T) {
		testgraph.ReturnAllNodes(t, c.graph, empty)
		testgraph.ReturnNodeSlice(t, c.graph, empty)
		testgraph.NodeExistence(t, c.graph)
		testgraph.ReturnAllEdges(t, c.graph, empty)
		testgraph.ReturnEdgeSlice(t, c.graph, empty)
		testgraph.ReturnAllWeightedEdges(t, c.graph, empty)
		testgraph.ReturnWeightedEdgeSlice(t, c.graph, empty)
		testgraph.EdgeExistence(t, c.graph, reversed)
		testgraph.ReturnAdjacentNodes(t, c.graph, empty, reversed)
		testgraph.Weight(t, c.graph)
	})
	t.Run("Multigraph", func(t *testing.T) {
		testgraph.ReturnAllNodes(t, c.multigraph, empty)
		testgraph.ReturnNodeSlice(t, c.multigraph, empty)
		testgraph.NodeExistence(t, c.multigraph)
		testgraph.LineExistence(t, c.multigraph, empty, reversed)
		testgraph.ReturnAdjacentNodes(t, c.multigraph, empty, reversed)
	})
	if c.plain < 100 || c.multi < 50 {
		t.Errorf("only %d edges and %d lines were looked at", c.plain, c.multi)
	}
}
