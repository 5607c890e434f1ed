package rules_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// TestChokepointOracle holds chokepoint, and the dominators behind it, against taking each seat
// away in turn and looking who still comes to the top.
func TestChokepointOracle(t *testing.T) {
	found := 0
	for seed := range rounds() {
		rnd := rand.New(rand.NewPCG(seed, 5))
		n := 2 + rnd.IntN(14)
		if seed%20 == 0 {
			n = 80
		}
		bosses := make([][]int, n)
		tops := make([]bool, n)
		tops[0] = true
		var s orgmodel.Spec
		for i := range n {
			tops[i] = tops[i] || rnd.IntN(12) == 0
			s.Nodes = append(s.Nodes, orgmodel.Node{ID: seatID(i), Kind: orgmodel.Post, Attrs: orgmodel.NewAttrs(orgmodel.Top, fmt.Sprint(tops[i]))})
			for range 1 + rnd.IntN(1+rnd.IntN(3)) {
				b := rnd.IntN(n)
				if rnd.IntN(3) > 0 {
					b = rnd.IntN(i + 1)
				}
				rel := []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy}[rnd.IntN(2)]
				s.Lines = append(s.Lines, orgmodel.Line{From: seatID(i), Rel: rel, To: seatID(b)})
				bosses[i] = append(bosses[i], b)
			}
		}
		fraction := rnd.Float64()
		r := rules.Chokepoint{Fraction: fraction, MinSeats: 1}.Rule()
		got := map[string][]string{}
		fs, err := orgmodel.Check(context.Background(), orgmodel.New(s), r)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range fs {
			rel := []string{}
			for _, id := range f.Related {
				rel = append(rel, string(id))
			}
			slices.Sort(rel)
			got[string(f.Subject)] = rel
			end := f.Subject
			for _, l := range f.Path {
				if l.From != end {
					t.Fatalf("seed %d: the path of %s breaks: %v", seed, f, f.Path)
				}
				end = l.To
			}
			if o := orgmodel.New(s); !slices.Contains(topIDs(o), end) || f.PathTotal != len(f.Path) {
				t.Fatalf("seed %d: the path of %s ends at %s", seed, f, end)
			}
		}
		want := naiveChokepoints(bosses, tops, fraction)
		if found += len(want); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("seed %d, fraction %v: found %v, want %v\n%s", seed, fraction, got, want, orgtest.Written(s))
		}
	}
	if found < 100 && !testing.Short() {
		t.Errorf("only %d findings in all: the organisations are too plain", found)
	}
}

func seatID(i int) orgmodel.ID { return orgmodel.ID(fmt.Sprintf("p%02d", i)) }

func topIDs(o *orgmodel.Org) []orgmodel.ID {
	var ids []orgmodel.ID
	for _, r := range o.Tops() {
		ids = append(ids, o.ID(r))
	}
	return ids
}

// naiveChokepoints are the lowest seats that enough others cannot do without, with those above
// them of whom the same holds of the seat itself.
func naiveChokepoints(bosses [][]int, tops []bool, fraction float64) map[string][]string {
	n := len(bosses)
	all := reaching(bosses, tops, -1)
	needs := make([][]bool, n) // needs[d][v]: without d, v comes to no top
	total := 0
	for d := range n {
		if all[d] {
			total++
		}
		needs[d] = make([]bool, n)
		without := reaching(bosses, tops, d)
		for v := range n {
			needs[d][v] = v != d && all[v] && !without[v]
		}
	}
	heavy := func(d int) bool {
		k := 0
		for _, y := range needs[d] {
			if y {
				k++
			}
		}
		return !tops[d] && k >= 1 && float64(k) >= math.Ceil(fraction*float64(total)-1e-9)
	}
	want := map[string][]string{}
	for d := range n {
		lowest := heavy(d)
		above := []string{}
		for e := range n {
			lowest = lowest && !(needs[d][e] && heavy(e))
			if needs[e][d] && !tops[e] {
				above = append(above, string(seatID(e)))
			}
		}
		if lowest {
			want[string(seatID(d))] = above
		}
	}
	return want
}

// reaching are the seats from which lines lead to a top without passing one seat.
func reaching(bosses [][]int, tops []bool, without int) []bool {
	ok := make([]bool, len(bosses))
	for changed := true; changed; {
		changed = false
		for v := range bosses {
			if ok[v] || v == without {
				continue
			}
			if tops[v] || slices.ContainsFunc(bosses[v], func(b int) bool { return ok[b] && b != without }) {
				ok[v], changed = true, true
			}
		}
	}
	return ok
}
