package gonumview_test

import (
	"fmt"
	"math"
	"slices"
	"sync"
	"testing"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/path"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/gonumview"
)

// pair is an edge by hand.
type pair struct{ from, to orgmodel.Ref }

// byHand are the lines between each two nodes that a view should show, and its nodes.
func byHand(o *orgmodel.Org, v gonumview.View) (lines map[pair][]orgmodel.Edge, nodes []orgmodel.Ref) {
	lines = map[pair][]orgmodel.Edge{}
	for e := range o.Edges() {
		p := pair{e.From, e.To}
		if v.Seats {
			p = pair{o.SeatOf(e.From), o.SeatOf(e.To)}
			if !o.MaySit(p.from) || !o.MaySit(p.to) {
				continue
			}
		}
		if len(v.Rels) > 0 && !slices.Contains(v.Rels, e.Rel) || !o.LineLife(e).Holds(o.AsOf()) {
			continue
		}
		nodes = append(nodes, p.from, p.to)
		if v.Reverse {
			p.from, p.to = p.to, p.from
		}
		lines[p] = append(lines[p], e)
	}
	if v.All {
		all := o.Nodes()
		if v.Seats {
			all = o.Seats()
		}
		nodes = slices.AppendSeq(nodes, all)
	}
	slices.Sort(nodes)
	return lines, slices.Compact(nodes)
}

func refs(it graph.Nodes) []orgmodel.Ref {
	var all []orgmodel.Ref
	for it.Next() {
		all = append(all, gonumview.Ref(it.Node()))
	}
	return all
}

// TestView holds every kind of view against the organisation's lines.
func TestView(t *testing.T) {
	seen := map[string]int{}
	eachOrg(t, func(t *testing.T, o *orgmodel.Org) {
		for i := range 16 {
			v := gonumview.View{Seats: i&1 != 0, All: i&2 != 0, Reverse: i&4 != 0}
			if i&8 != 0 {
				v.Rels = []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.PartOf}
			}
			last := -1
			v.Weight = func(e orgmodel.Edge) float64 {
				if e.Number() <= last || e != o.Edge(e.Number()) {
					t.Errorf("weighed %d after %d", e.Number(), last)
				}
				last = e.Number()
				return float64(e.Number() * 7 % 5)
			}
			g := v.Graph(o)
			last = -1
			m := v.Multigraph(o)
			lines, nodes := byHand(o, v)
			if got := refs(g.Nodes()); !slices.Equal(got, nodes) || !slices.Equal(refs(m.Nodes()), nodes) {
				t.Errorf("nodes of %+v are %v, want %v", v, got, nodes)
			}
			for _, r := range append(everyone(o), orgmodel.None, 1<<20) {
				for _, s := range append(everyone(o), orgmodel.None, 1<<20) {
					between(t, g, m, pair{r, s}, lines[pair{r, s}])
				}
			}
			for p, l := range lines {
				seen[fmt.Sprint("parallel ", min(len(l), 2))]++
				if p.from == p.to {
					seen["self"]++
				}
			}
		}
	})
	for _, what := range []string{"parallel 1", "parallel 2", "self"} {
		if seen[what] < 200 {
			t.Errorf("only %d of %s", seen[what], what)
		}
	}
}

// between compares what views show between two nodes with the lines there are.
func between(t *testing.T, g *gonumview.Graph, m *gonumview.Multigraph, p pair, lines []orgmodel.Edge) {
	u, v := int64(p.from), int64(p.to)
	has := len(lines) > 0
	if m.HasEdgeFromTo(u, v) != has || g.HasEdgeFromTo(u, v) != (has && u != v) {
		t.Errorf("an edge from %d to %d: %v and %v, want %v", u, v, g.HasEdgeFromTo(u, v), m.HasEdgeFromTo(u, v), has)
	}
	var got []orgmodel.Edge
	for it := m.Lines(u, v); it.Next(); {
		e := it.Line().(gonumview.Edge)
		got = append(got, e.Line)
		if e.ID() != int64(e.Line.Number()) || gonumview.Ref(e.From()) != p.from || gonumview.Ref(e.ReversedLine().From()) != p.to {
			t.Errorf("line %v lies elsewhere", e)
		}
	}
	if !slices.Equal(got, lines) {
		t.Errorf("lines from %d to %d are %v, want %v", u, v, got, lines)
	}
	least := math.Inf(1)
	var first orgmodel.Edge
	for _, e := range lines {
		if w := float64(e.Number() * 7 % 5); w < least {
			least, first = w, e
		}
	}
	if w, ok := g.Weight(u, v); u != v && (w != least || ok != has) || u == v && (w != 0 || !ok) {
		t.Errorf("weight from %d to %d is %g %v, want %g %v", u, v, w, ok, least, has)
	}
	if e, ok := g.Edge(u, v).(gonumview.Edge); ok != (has && u != v) || ok && (e.Line != first || e.W != least) {
		t.Errorf("edge from %d to %d is %v, want that of %v", u, v, e, first)
	}
}

// TestIterators: Len is what is left, Reset begins again, and there is nothing before the first and
// after the last.
func TestIterators(t *testing.T) {
	eachOrg(t, func(t *testing.T, o *orgmodel.Org) {
		g := gonumview.View{All: true}.Graph(o)
		m := gonumview.View{}.Multigraph(o)
		edges, weighted := g.Edges(), g.WeightedEdges()
		iterated(t, edges, func() bool { return edges.Edge() != nil })
		iterated(t, weighted, func() bool { return weighted.WeightedEdge() != nil })
		nodes := g.Nodes()
		iterated(t, nodes, func() bool { return nodes.Node() != nil })
		for _, r := range everyone(o) {
			nodes := g.From(int64(r))
			iterated(t, nodes, func() bool { return nodes.Node() != nil })
			for _, s := range everyone(o) {
				lines, weighted := m.Lines(int64(r), int64(s)), m.WeightedLines(int64(r), int64(s))
				iterated(t, lines, func() bool { return lines.Line() != nil })
				iterated(t, weighted, func() bool { return weighted.WeightedLine() != nil })
			}
		}
	})
}

func iterated(t *testing.T, it graph.Iterator, is func() bool) {
	n := it.Len()
	if (n == 0) != (it == graph.Empty) {
		t.Errorf("%T of %d", it, n)
		return
	}
	for round := range 3 {
		if n > 0 && is() {
			t.Errorf("%T has something before the first", it)
		}
		for i := range n {
			if it.Len() != n-i || !it.Next() || !is() {
				t.Errorf("%T stops at %d of %d in round %d", it, i, n, round)
			}
		}
		if it.Len() != 0 || it.Next() || it.Next() || it.Len() != 0 || n > 0 && is() {
			t.Errorf("%T goes on after %d", it, n)
		}
		it.Reset()
	}
}

// TestConcurrent asks one view from eight goroutines at once.
func TestConcurrent(t *testing.T) {
	o := hostile(4)
	g := gonumview.View{All: true}.Graph(o)
	ask := func() string {
		root := gonumview.Node(0)
		ways := path.DijkstraFrom(root, g)
		far := walked(g, 0)
		s := fmt.Sprint(knots(g), len(far), network.Betweenness(g))
		for _, r := range everyone(o) {
			s += fmt.Sprint(ways.WeightTo(int64(r)), refs(g.To(int64(r))))
		}
		return s
	}
	want := ask()
	var done sync.WaitGroup
	for range 8 {
		done.Add(1)
		go func() {
			defer done.Done()
			for range 4 {
				if got := ask(); got != want {
					t.Errorf("another answer: %s, want %s", got, want)
				}
			}
		}()
	}
	done.Wait()
}

// TestRef: what is no node of an organisation is None.
func TestRef(t *testing.T) {
	for n, want := range map[graph.Node]orgmodel.Ref{nil: orgmodel.None, gonumview.Node(7): 7, gonumview.Node(-4): orgmodel.None, gonumview.Node(1 << 40): orgmodel.None} {
		if got := gonumview.Ref(n); got != want {
			t.Errorf("%v is %d, want %d", n, got, want)
		}
	}
	if r := gonumview.Node(3).Ref(); r != 3 {
		t.Errorf("node 3 is %d", r)
	}
}
