package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/path"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/gonumview"
)

// undirected is a view whose lines are ties: good in both directions. Of two lines there and back the
// lighter counts.
func undirected(g *gonumview.Graph) graph.UndirectWeighted {
	lighter := func(x, y float64, xe, ye graph.Edge) float64 {
		switch {
		case xe == nil:
			return y
		case ye == nil:
			return x
		}
		return min(x, y)
	}
	return graph.UndirectWeighted{G: g, Merge: lighter}
}

// brokers lists the seats of the highest betweenness.
func brokers(w io.Writer, org *orgmodel.Org, ties graph.Undirected, most int) {
	through := network.Betweenness(ties)
	n := float64(ties.Nodes().Len())
	seats := slices.Collect(org.Seats())
	slices.SortStableFunc(seats, func(a, b orgmodel.Ref) int { return cmp.Compare(through[int64(b)], through[int64(a)]) })
	for _, r := range seats[:min(most, len(seats))] {
		fmt.Fprintf(w, "  %-26s %.3f\n", org.Label(r), through[int64(r)]/((n-1)*(n-2)))
	}
}

// way tells the lightest way from one person to another along lines of any relation, holding a post
// included, and the line behind each step. Where only the number of lines counts, Org.Path knows.
func way(w io.Writer, org *orgmodel.Org, from, to orgmodel.ID) {
	a, _ := org.Find(from)
	b, _ := org.Find(to)
	lines := gonumview.View{Weight: func(e orgmodel.Edge) float64 {
		if e.Rel == orgmodel.DottedTo {
			return 3
		}
		return 1
	}}.Graph(org)
	steps, weight := path.DijkstraFrom(gonumview.Node(a), undirected(lines)).To(int64(b))
	for i := 1; i < len(steps); i++ {
		at, next := steps[i-1].ID(), steps[i].ID()
		edge := lines.Edge(at, next)
		if edge == nil {
			edge = lines.Edge(next, at)
		}
		fmt.Fprintf(w, "  %s\n", org.Line(edge.(gonumview.Edge).Line))
	}
	fmt.Fprintf(w, "  weight %g\n", weight)
}
