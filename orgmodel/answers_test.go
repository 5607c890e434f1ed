package orgmodel_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
)

func TestCommonManagerAgainstNaive(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		n := newNaive(o)
		all := everyone(o)
		for i, a := range all {
			for _, b := range all[max(0, i-30):] { // of large organisations some pairs
				if got, want := o.CommonManager(a, b), n.common(a, b); got != want {
					t.Errorf("common manager of %d and %d is %d, want %d", a, b, got, want)
				}
				if o.Len() > 100 && b > a {
					break
				}
			}
		}
	})
}

// chain is a chain of n posts with a twig at every step; the number of a node in its chain is
// shuffled into its Ref.
func chain(n int, closed bool) *orgmodel.Org {
	var b orgmodel.Builder
	post, reports := b.KindCode(orgmodel.Post), b.RelCode(orgmodel.ReportsTo)
	id := func(kind string, i int) string { return fmt.Sprint(kind, i) }
	for k := range n {
		i := k * 7919 % n
		p := b.AddNode(id("p", i), post, "", 0, orgmodel.Place{})
		if i > 0 || closed {
			b.AddLine(p, reports, b.Refer(id("p", (i+n-1)%n)), orgmodel.Place{})
		}
		q := b.AddNode(id("q", i), post, "", 0, orgmodel.Place{})
		b.AddLine(q, reports, p, orgmodel.Place{})
	}
	return b.Org()
}

// TestCommonManagerInChains: chains are deeper than any tree of people.
func TestCommonManagerInChains(t *testing.T) {
	for _, n := range []int{64, 65, 66, 67, 1000, 100_000} {
		o := chain(n, false)
		find := func(kind string, i int) orgmodel.Ref {
			r, ok := o.Find(orgmodel.ID(fmt.Sprint(kind, i)))
			if !ok {
				t.Fatal(kind, i)
			}
			return r
		}
		rnd := rand.New(rand.NewPCG(uint64(n), 1))
		for range 2000 {
			i, j := rnd.IntN(n), rnd.IntN(n)
			want := find("p", min(i, j))
			for _, pair := range [][2]string{{"p", "p"}, {"p", "q"}, {"q", "p"}, {"q", "q"}} {
				if pair == [2]string{"q", "q"} && i == j {
					want = find("q", i)
				}
				if got := o.CommonManager(find(pair[0], i), find(pair[1], j)); got != want {
					t.Fatalf("%d deep, common manager of %s%d and %s%d is %s, want %s", n, pair[0], i, pair[1], j, o.ID(got), o.ID(want))
				}
			}
		}
		if top := find("p", 0); o.Layers(top) != n+1 || o.Depth(find("q", n-1)) != n || o.Headcount(top).Posts != 2*n {
			t.Errorf("a chain of %d has %d layers, depth %d, %d posts", n, o.Layers(top), o.Depth(find("q", n-1)), o.Headcount(top).Posts)
		}
	}
}

func TestManager(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		for _, r := range everyone(o) {
			m := o.Manager(r)
			for i, b := range o.Chain(r) {
				why := ""
				switch {
				case !o.Declared(b):
					why = "unknown"
				case !o.Live(b):
					why = "ended"
				case o.Occupancy(b) == orgmodel.Vacant:
					why = "vacant"
				}
				if why == "" {
					if m.Seat != b || len(m.Skipped) != i {
						t.Errorf("manager of %d is %+v, want %d after %d", r, m, b, i)
					}
					break
				}
				if i >= len(m.Skipped) || m.Skipped[i] != (orgmodel.Hop{Seat: b, Why: why}) {
					t.Errorf("manager of %d skips %+v, want %d as %s at %d", r, m.Skipped, b, why, i)
				}
			}
			if m.Seat != orgmodel.None && !slices.Contains(o.Chain(r), m.Seat) {
				t.Errorf("manager of %d is %d, who is not above", r, m.Seat)
			}
		}
	})
}

// TestCommonManagerInDeepTrees: several trees and a loop, bushy and hundreds deep.
func TestCommonManagerInDeepTrees(t *testing.T) {
	for seed := range uint64(20) {
		rnd := rand.New(rand.NewPCG(seed, 3))
		var s orgmodel.Spec
		n := 3000
		back := 1 + rnd.IntN(8) // how far up a boss may stand, and so how bushy the trees are
		for i := range n {
			s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(fmt.Sprint(i)), Kind: orgmodel.Post})
			to := max(0, i-1-rnd.IntN(back))
			switch {
			case rnd.IntN(700) == 0:
				continue // a root
			case i == 40:
				to = 90 // 90 may lie below: a loop
			}
			s.Lines = append(s.Lines, orgmodel.Line{From: orgmodel.ID(fmt.Sprint(i)), Rel: orgmodel.ReportsTo, To: orgmodel.ID(fmt.Sprint(to))})
		}
		rnd.Shuffle(n, func(i, j int) { s.Nodes[i], s.Nodes[j] = s.Nodes[j], s.Nodes[i] })
		o := orgmodel.New(s)
		if d := o.Depth(o.Deepest()); d < 100 {
			t.Fatalf("seed %d is %d deep: no test of deep trees", seed, d)
		}
		for range 300 {
			a, b := orgmodel.Ref(rnd.IntN(n)), orgmodel.Ref(rnd.IntN(n))
			want := orgmodel.None
			above := map[orgmodel.Ref]bool{}
			for r := a; r != orgmodel.None; r = cutBoss(o, r) {
				above[r] = true
			}
			for r := b; r != orgmodel.None && want == orgmodel.None; r = cutBoss(o, r) {
				if above[r] {
					want = r
				}
			}
			if got := o.CommonManager(a, b); got != want {
				t.Fatalf("seed %d: common manager of %d and %d is %d, want %d", seed, a, b, got, want)
			}
		}
	}
}

// cutBoss is the boss of a seat, None where a loop is cut.
func cutBoss(o *orgmodel.Org, r orgmodel.Ref) orgmodel.Ref {
	if o.IsCut(r) {
		return orgmodel.None
	}
	return o.Boss(r)
}

// However large the numbers, a headcount is a number.
func TestHeadcountOfHugeFTE(t *testing.T) {
	var spec orgmodel.Spec
	for i, fte := range []string{"1e308", "1e308", "NaN", "Inf", "-1", "1e9", "0.5", "x"} {
		id := orgmodel.ID(fmt.Sprint("p", i))
		spec.Nodes = append(spec.Nodes, orgmodel.Node{ID: id, Kind: orgmodel.Person, Attrs: orgmodel.NewAttrs(orgmodel.FTE, fte)})
		spec.Lines = append(spec.Lines, orgmodel.Line{From: id, Rel: orgmodel.ReportsTo, To: "boss"})
	}
	spec.Nodes = append(spec.Nodes, orgmodel.Node{ID: "boss", Kind: orgmodel.Person})
	o := orgmodel.New(spec)
	boss, _ := o.Find("boss")
	if h := o.Headcount(boss); h.FTE != 1e9+0.5+7 || h.People != 9 {
		t.Errorf("%+v", h)
	}
}
