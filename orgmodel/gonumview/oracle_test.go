package gonumview_test

import (
	"cmp"
	"maps"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/flow"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/topo"
	"gonum.org/v1/gonum/graph/traverse"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/gonumview"
)

var (
	solid  = []orgmodel.Rel{orgmodel.ReportsTo}
	within = []orgmodel.Rel{orgmodel.PartOf}
)

// knots are gonum's strongly connected components of two and more, as Org.Knots gives them.
func knots(g graph.Directed) (all [][]orgmodel.Ref) {
	for _, c := range topo.TarjanSCC(g) {
		if len(c) > 1 {
			var k []orgmodel.Ref
			for _, n := range c {
				k = append(k, gonumview.Ref(n))
			}
			slices.Sort(k)
			all = append(all, k)
		}
	}
	slices.SortFunc(all, func(a, b []orgmodel.Ref) int { return cmp.Compare(a[0], b[0]) })
	return all
}

func sameKnots(a, b [][]orgmodel.Ref) bool {
	return slices.EqualFunc(a, b, func(a, b []orgmodel.Ref) bool { return slices.Equal(a, b) })
}

// TestKnots: gonum's components and ours are the same, between records and between seats.
func TestKnots(t *testing.T) {
	found := 0
	eachOrg(t, func(t *testing.T, o *orgmodel.Org) {
		for _, reverse := range []bool{false, true} {
			for _, rels := range [][]orgmodel.Rel{solid, within, {orgmodel.ReportsTo, orgmodel.DottedTo, orgmodel.Holds}} {
				got := knots(gonumview.View{Rels: rels, Reverse: reverse}.Graph(o))
				if want := o.Knots(rels...); !sameKnots(got, want) {
					t.Errorf("knots of %v are %v, ours %v", rels, got, want)
				}
				got = knots(gonumview.View{Rels: rels, Seats: true, Reverse: reverse}.Graph(o))
				if want := o.SeatKnots(rels...); !sameKnots(got, want) {
					t.Errorf("knots of seats by %v are %v, ours %v", rels, got, want)
				}
				found += len(got)
			}
		}
	})
	if found < 50 {
		t.Errorf("only %d knots were compared", found)
	}
}

// walked is how far every node is from one, breadth first.
func walked(g traverse.Graph, from orgmodel.Ref) map[orgmodel.Ref]int {
	far := map[orgmodel.Ref]int{}
	var walk traverse.BreadthFirst
	walk.Walk(g, gonumview.Node(from), func(n graph.Node, d int) bool {
		far[gonumview.Ref(n)] = d
		return false
	})
	delete(far, from)
	return far
}

// TestWalks: what gonum meets breadth first is what Up, Down and Members yield, as far away.
func TestWalks(t *testing.T) {
	eachOrg(t, func(t *testing.T, o *orgmodel.Org) {
		up := gonumview.View{Rels: within, All: true}.Graph(o)
		down := gonumview.View{Rels: within, All: true, Reverse: true}.Graph(o)
		boss := gonumview.View{Reverse: true}.Forest(o)
		for _, r := range everyone(o) {
			if got, want := walked(up, r), maps.Collect(o.Up(r, within...)); !maps.Equal(got, want) {
				t.Errorf("above %d lie %v, ours %v", r, got, want)
			}
			if got, want := walked(down, r), maps.Collect(o.Members(r)); !maps.Equal(got, want) {
				t.Errorf("members of %d are %v, ours %v", r, got, want)
			}
			if o.IsSeat(r) && len(o.Knots()) == 0 {
				if got, want := walked(boss, r), maps.Collect(o.Down(r)); !maps.Equal(got, want) {
					t.Errorf("below %d lie %v, ours %v", r, got, want)
				}
			}
		}
	})
}

// TestPaths: gonum's shortest way along lines in either direction is as long as ours.
func TestPaths(t *testing.T) {
	eachOrg(t, func(t *testing.T, o *orgmodel.Org) {
		g := gonumview.View{Rels: []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.Holds}}.Graph(o)
		both := graph.Undirect{G: g}
		for _, r := range everyone(o) {
			if g.Node(int64(r)) == nil {
				continue
			}
			ways := path.DijkstraFrom(gonumview.Node(r), both)
			for _, s := range everyone(o) {
				way, weight := ways.To(int64(s))
				ours := o.Path(r, s, orgmodel.ReportsTo, orgmodel.Holds)
				if r != s && (len(ours) > 0 != (way != nil) || way != nil && (len(ours) != len(way)-1 || weight != float64(len(ours)))) {
					t.Errorf("from %d to %d it is %v, %g; ours %v", r, s, way, weight, ours)
				}
			}
		}
	})
}

// TestOrder: the forest has no loops; in gonum's order of it, and in ours, every boss stands before
// its reports; and a seat's depth is how far it is from its root.
func TestOrder(t *testing.T) {
	eachOrg(t, func(t *testing.T, o *orgmodel.Org) {
		g := gonumview.View{Reverse: true}.Forest(o)
		sorted, err := topo.Sort(g)
		if err != nil {
			t.Fatal(err)
		}
		met := map[orgmodel.Ref]bool{}
		for _, n := range sorted {
			r := gonumview.Ref(n)
			met[r] = true
			above := graph.NodesOf(g.To(n.ID()))
			switch {
			case len(above) > 1:
				t.Errorf("%d has bosses %v", r, above)
			case len(above) == 0 && o.Depth(r) != 0:
				t.Errorf("%d is a root of depth %d", r, o.Depth(r))
			case len(above) == 1 && (!met[gonumview.Ref(above[0])] || o.Boss(r) != gonumview.Ref(above[0]) || o.Depth(r) != o.Depth(o.Boss(r))+1):
				t.Errorf("%d at depth %d stands under %v", r, o.Depth(r), above[0])
			}
		}
		if seats := slices.Collect(o.Seats()); len(seats) != len(met) {
			t.Errorf("%d seats in order, want %d", len(met), len(seats))
		}
	})
}

// TestDominators: whoever dominates a seat is on every way to it from the root, by taking each out
// in turn.
func TestDominators(t *testing.T) {
	eachOrg(t, func(t *testing.T, o *orgmodel.Org) {
		g := gonumview.View{Rels: []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DottedTo}, Reverse: true, All: true}.Graph(o)
		tree := flow.Dominators(gonumview.Node(0), g)
		all := walked(g, 0)
		for r := range all {
			var doms []orgmodel.Ref // of r, but the root
			for s := range all {
				if _, still := walked(without{g, s}, 0)[r]; !still && s != r {
					doms = append(doms, s)
				}
			}
			n := 0
			for d := tree.DominatorOf(int64(r)); d != nil && d.ID() != 0; d = tree.DominatorOf(d.ID()) {
				if n++; !slices.Contains(doms, gonumview.Ref(d)) {
					t.Errorf("%d is dominated by %d, by hand by %v", r, d, doms)
				}
			}
			if n != len(doms) {
				t.Errorf("%d has %d dominators, by hand %v", r, n, doms)
			}
		}
	})
}

// without is a graph with one node taken out.
type without struct {
	graph.Directed
	who orgmodel.Ref
}

func (g without) From(id int64) graph.Nodes {
	if id == int64(g.who) {
		return graph.Empty
	}
	return g.Directed.From(id)
}
