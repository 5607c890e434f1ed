package gonumview_test

import (
	"strconv"
	"testing"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/topo"
	"gonum.org/v1/gonum/graph/traverse"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/gonumview"
)

// crowd is an organisation of a million, eight to a boss, written in no order; leaf is who lies
// deepest.
func crowd() (o *orgmodel.Org, top, leaf orgmodel.Ref) {
	const n = 1_000_000
	var b orgmodel.Builder
	person, reports := b.KindCode(orgmodel.Person), b.RelCode(orgmodel.ReportsTo)
	b.Grow(n, n, 8*n)
	for k := range n {
		i := k * 7919 % n
		r := b.AddNode(strconv.Itoa(i), person, "", 0, orgmodel.Place{})
		if i > 0 {
			b.AddLine(r, reports, b.Refer(strconv.Itoa((i-1)/8)), orgmodel.Place{})
		}
	}
	o = b.Org()
	top, _ = o.Find("0")
	return o, top, o.Deepest()
}

// BenchmarkMillion asks gonum over a view, and us, the same.
func BenchmarkMillion(b *testing.B) {
	o, top, leaf := crowd()
	solid := gonumview.View{Rels: []orgmodel.Rel{orgmodel.ReportsTo}}
	g := solid.Graph(o)
	down := gonumview.View{Rels: solid.Rels, Reverse: true}.Graph(o)
	weighted := solid
	weighted.Weight = func(orgmodel.Edge) float64 { return 2 }
	for _, bm := range []struct {
		name string
		do   func() int
	}{
		{"Graph", func() int { return solid.Graph(o).Nodes().Len() }},
		{"GraphWeighted", func() int { return weighted.Graph(o).Nodes().Len() }},
		{"Multigraph", func() int { return solid.Multigraph(o).Nodes().Len() }},
		{"Forest", func() int { return solid.Forest(o).Nodes().Len() }},
		{"TarjanSCC", func() int { return len(topo.TarjanSCC(g)) }},
		{"TarjanSCC/ours", func() int { return 1 + len(o.Knots(orgmodel.ReportsTo)) }},
		{"Sort", func() int { all, _ := topo.Sort(down); return len(all) }},
		{"Sort/ours", func() (n int) {
			for range o.At(orgmodel.NewDate(2026, 5, 1)).Seats() { // a new day works the forest out again
				n++
			}
			return n
		}},
		{"BFS", func() (n int) {
			var walk traverse.BreadthFirst
			walk.Walk(down, gonumview.Node(top), func(graph.Node, int) bool { n++; return false })
			return n
		}},
		{"BFS/ours", func() (n int) {
			for range o.Down(top, orgmodel.ReportsTo) {
				n++
			}
			return n
		}},
		{"BFS/oursSeats", func() (n int) {
			for range o.Down(top) {
				n++
			}
			return n
		}},
		{"DijkstraUp", func() int {
			way, _ := path.DijkstraFrom(gonumview.Node(leaf), g).To(int64(top))
			return len(way)
		}},
		{"DijkstraUp/ours", func() (n int) {
			for range o.Up(leaf) {
				n++
			}
			return n
		}},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				if bm.do() == 0 {
					b.Fatal("nothing met")
				}
			}
		})
	}
}
