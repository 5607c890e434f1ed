package analysis_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/flow"
	"gonum.org/v1/gonum/graph/multi"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/analysis"
	"example.com/orgchart/orgmodel/gonumview"
	"example.com/orgchart/orgmodel/orgtest"
)

var tied = []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.FunctionalTo, orgmodel.DottedTo}

// live is a view without what is not alive.
func live(o *orgmodel.Org, g *gonumview.Graph) *simple.UndirectedGraph {
	u := simple.NewUndirectedGraph()
	for s := range o.Seats() {
		if o.Declared(s) && o.Live(s) && !o.IsRepeat(s) {
			u.AddNode(simple.Node(s))
		}
	}
	for _, e := range graph.EdgesOf(g.Edges()) {
		if u.Node(e.From().ID()) != nil && u.Node(e.To().ID()) != nil {
			u.SetEdge(simple.Edge{F: simple.Node(e.From().ID()), T: simple.Node(e.To().ID())})
		}
	}
	return u
}

// Betweenness is what gonum's is, rounded.
func TestBetweenIsGonums(t *testing.T) {
	met := 0
	bothSorts(t, func(t *testing.T, o *orgmodel.Org) {
		g := live(o, gonumview.View{Seats: true, Rels: tied}.Graph(o))
		want := network.Betweenness(g)
		r, err := analysis.Chokepoints{Most: 1 << 30}.Report(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		n := float64(g.Nodes().Len())
		for _, c := range r.Brokers {
			part := want[int64(c.Seat)] / ((n - 1) * (n - 2)) * float64(analysis.One)
			if math.Abs(part-float64(c.Between)) > .51 {
				t.Errorf("%q: %d, gonum has %g", o.ID(c.Seat), c.Between, part)
			}
			delete(want, int64(c.Seat))
			met++
		}
		for id, b := range want {
			if n > 2 && b/((n-1)*(n-2))*float64(analysis.One) > .51 {
				t.Errorf("%q is missing: gonum has %g", o.ID(orgmodel.Ref(id)), b)
			}
		}
	})
	if met == 0 {
		t.Error("nobody is between others")
	}
}

// On whom others hang is what gonum's dominators say, from a root above all tops.
func TestDominatorsAreGonums(t *testing.T) {
	met := 0
	for seed := range rounds() {
		o := orgtest.Random{Seed: seed, Posts: 5 + int(seed%80), Projects: int(seed % 9), Dotted: .5}.Org()
		view := gonumview.View{Seats: true, Rels: []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy}, Reverse: true}.Graph(o)
		g := multi.NewDirectedGraph()
		const root = -1
		g.AddNode(multi.Node(root))
		for _, e := range graph.EdgesOf(view.Edges()) {
			g.SetLine(g.NewLine(multi.Node(e.From().ID()), multi.Node(e.To().ID())))
		}
		tops := map[int64]bool{}
		for _, top := range o.Tops() {
			g.SetLine(g.NewLine(multi.Node(root), multi.Node(top)))
			tops[int64(top)] = true
		}
		tree := flow.Dominators(multi.Node(root), g)
		below := map[int64]int{}
		for s := range o.Seats() {
			for d := tree.DominatorOf(int64(s)); d != nil && d.ID() != root; d = tree.DominatorOf(d.ID()) {
				below[d.ID()]++
			}
		}
		r, err := analysis.Chokepoints{Most: 1 << 30}.Report(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range r.Needs {
			if below[int64(c.Seat)] != c.Below || tops[int64(c.Seat)] {
				t.Errorf("seed %d: %d hang on %q, gonum has %d", seed, c.Below, o.ID(c.Seat), below[int64(c.Seat)])
			}
			delete(below, int64(c.Seat))
			met++
		}
		for id := range below {
			if !tops[id] {
				t.Errorf("seed %d: %q is missing", seed, o.ID(orgmodel.Ref(id)))
			}
		}
	}
	if met == 0 {
		t.Error("nobody hangs on anybody")
	}
}

// An estimate is one that says so, is the same every time and after rows moved, and near what is exact.
func TestEstimate(t *testing.T) {
	o := orgtest.Random{Seed: 9, Posts: 1200, Dotted: .3}.Org()
	exact, err := analysis.Chokepoints{}.Report(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	guess, err := analysis.Chokepoints{Exact: 1000}.Report(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	if exact.Pivots != exact.Seats || guess.Pivots != 256 {
		t.Errorf("%d and %d pivots", exact.Pivots, guess.Pivots)
	}
	far := 0.0
	is := map[orgmodel.Ref]float64{}
	for _, c := range exact.Brokers {
		is[c.Seat] = float64(c.Between)
	}
	for _, c := range guess.Brokers[:20] {
		far = max(far, math.Abs(float64(c.Between)-is[c.Seat])/is[c.Seat])
	}
	if far > .25 {
		t.Errorf("the estimate is %.0f%% off", 100*far)
	}
}

// Lists stand in order in organisations large enough to be sorted in parts.
func TestLargeListsAreSorted(t *testing.T) {
	o := orgtest.Random{Seed: 1, Posts: 120_000, Span: 2, Units: -1}.Org()
	r, err := analysis.Chokepoints{Pivots: 3, Most: 1 << 30}.Report(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Needs) < 40_000 || !slices.IsSortedFunc(r.Needs, func(a, b analysis.Choke) int {
		return cmp.Or(cmp.Compare(b.Below, a.Below), cmp.Compare(b.Between, a.Between), cmp.Compare(o.ID(a.Seat), o.ID(b.Seat)))
	}) {
		t.Errorf("%d are needed, out of order", len(r.Needs))
	}
	if !slices.IsSortedFunc(r.Brokers, func(a, b analysis.Choke) int {
		return cmp.Or(cmp.Compare(b.Between, a.Between), cmp.Compare(o.ID(a.Seat), o.ID(b.Seat)))
	}) {
		t.Error("brokers are out of order")
	}
}

// In a lattice the ways double with each level, beyond what a float holds; the parts stay right.
func TestManyWays(t *testing.T) {
	var s orgmodel.Spec
	const levels = 1500
	for i := range levels {
		for _, side := range []string{"a", "b"} {
			id := orgmodel.ID(fmt.Sprintf("%04d%s", i, side))
			s.Nodes = append(s.Nodes, orgmodel.Node{ID: id, Kind: orgmodel.Post})
			for _, up := range []string{"a", "b"} {
				if i > 0 {
					s.Lines = append(s.Lines, orgmodel.Line{From: id, Rel: orgmodel.ReportsTo, To: orgmodel.ID(fmt.Sprintf("%04d%s", i-1, up))})
				}
			}
		}
	}
	r, err := analysis.Chokepoints{Exact: 10, Pivots: 40}.Report(context.Background(), orgmodel.New(s))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Brokers) == 0 || r.Brokers[0].Between <= 0 || r.Brokers[0].Between > analysis.One {
		t.Errorf("%d brokers, %+v", len(r.Brokers), r.Brokers[:min(len(r.Brokers), 3)])
	}
}

// Whoever gave up gets that error at once, in the middle of the longest work too.
func TestReportsStop(t *testing.T) {
	o := orgtest.Random{Posts: 30_000, Projects: 100}.Org()
	for name, report := range map[string]func(context.Context) error{
		"spans":     func(ctx context.Context) error { _, err := analysis.Spans{}.Report(ctx, o); return err },
		"structure": func(ctx context.Context) error { _, err := analysis.Structure{}.Report(ctx, o); return err },
		"placement": func(ctx context.Context) error { _, err := analysis.Placement{}.Report(ctx, o); return err },
		"chokepoints": func(ctx context.Context) error {
			_, err := analysis.Chokepoints{Exact: 1 << 30}.Report(ctx, o)
			return err
		},
		"hotspots": func(ctx context.Context) error { _, err := analysis.Hotspots{Scope: "u-1"}.Report(ctx, o); return err },
	} {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if err := report(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
	done, cancel := context.WithCancel(context.Background())
	cancel()
	// There is no organisation to look at, and nothing looks: making its tree of bosses takes time.
	if _, err := (analysis.Spans{}).Report(done, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a context that is done: the error is %v", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	if _, err := (analysis.Chokepoints{Exact: 1 << 30}).Report(ctx, o); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the error is %v", err)
	}
}

// Chains, stars and chains of units of a million are nothing special.
func TestMillion(t *testing.T) {
	n := 1_000_000
	if testing.Short() {
		n = 100_000
	}
	var b orgmodel.Builder
	post, unit, up, in := b.KindCode(orgmodel.Post), b.KindCode(orgmodel.Unit), b.RelCode(orgmodel.ReportsTo), b.RelCode(orgmodel.PartOf)
	var last, lastUnit orgmodel.Ref
	for i := range n {
		r := b.AddNode(fmt.Sprintf("p%07d", i), post, "", 0, orgmodel.Place{})
		u := b.AddNode(fmt.Sprintf("u%07d", i), unit, "", 0, orgmodel.Place{})
		b.AddLine(r, in, u, orgmodel.Place{})
		if i > 0 {
			b.AddLine(r, up, last, orgmodel.Place{})
			b.AddLine(u, in, lastUnit, orgmodel.Place{})
		}
		last, lastUnit = r, u
	}
	o := b.Org()
	ctx := context.Background()
	r := spans(t, o, analysis.Spans{})
	if r.Managers != n-1 || len(r.Layers) != n || r.Spans.Ones != n-1 || len(r.Chains) != 1 || len(r.Units) != 3 || r.Units[0].Seats != n || r.Units[2].Seats != n-2 {
		t.Errorf("%d managers, %d layers, %d ones, %d chains, %d units", r.Managers, len(r.Layers), r.Spans.Ones, len(r.Chains), len(r.Units))
	}
	c, err := analysis.Chokepoints{Pivots: 2}.Report(ctx, o)
	if err != nil || c.Needs[0].Below != n-2 || c.Pivots != 2 {
		t.Errorf("%v: %+v", err, c.Needs[0])
	}
	h, err := analysis.Hotspots{Scope: "u0000001", Findings: orgmodel.Findings{{Subject: "p0500000", Severity: orgmodel.Error}, {Subject: "p0000000", Severity: orgmodel.Error}}}.Report(ctx, o)
	if err != nil || h.Whole.Seats != n-1 || h.Whole.Errors > 1 {
		t.Errorf("%v: %+v", err, h.Whole)
	}
}
