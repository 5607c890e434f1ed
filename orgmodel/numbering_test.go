package orgmodel_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"example.com/orgchart/orgmodel"
)

// TestIDs holds that ids of every form are found, told apart and counted once, however they
// are mixed: numbers with and without zeros, with gaps, repeats and strangers among them.
func TestIDs(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	forms := []func(i int) string{
		func(i int) string { return fmt.Sprintf("E%07d", i) },
		func(i int) string { return fmt.Sprint(i) },
		func(i int) string { return fmt.Sprintf("%05d", i) },
		func(i int) string { return fmt.Sprint("p-", i*1000) },
		func(i int) string { return fmt.Sprintf("%012d", i) },
		func(i int) string { return fmt.Sprintf("%x-%d", i*7919, i) },
		func(i int) string { return fmt.Sprint("unit:", i%9) },
		func(i int) string { return fmt.Sprint("00", i) },
		func(i int) string { return fmt.Sprint("E", i) },
		func(i int) string { return "" },
	}
	for round := range 60 {
		n := []int{3, 300, 1000, 40_000}[[]int{0, 1, 1, 1, 1, 2, 2, 2, 2, 3}[round%10]]
		main, odd := forms[r.IntN(6)], r.IntN(40)
		id := func() string {
			if r.IntN(100) < odd {
				return forms[r.IntN(len(forms))](r.IntN(n))
			}
			return main(r.IntN(n + n/4))
		}
		var b orgmodel.Builder
		first := map[string]orgmodel.Ref{}
		repeats, lines := 0, []string{}
		for i := range n {
			s := id()
			if _, ok := first[s]; ok {
				repeats++
			} else {
				first[s] = orgmodel.Ref(i)
			}
			b.Node(orgmodel.Node{ID: orgmodel.ID(s), Kind: orgmodel.Person})
			to := id()
			b.Line(orgmodel.Line{From: orgmodel.ID(s), Rel: orgmodel.ReportsTo, To: orgmodel.ID(to)})
			lines = append(lines, to)
			if r.IntN(n) == 0 {
				b.Find(to)
			}
		}
		o := b.Org()
		ghosts := map[string]bool{}
		for _, to := range lines {
			if _, ok := first[to]; !ok {
				ghosts[to] = true
			}
		}
		for range o.Repeats() {
			repeats--
		}
		met := 0
		for g := range o.Ghosts() {
			if !ghosts[string(o.ID(g))] {
				t.Fatalf("round %d: ghost %q", round, o.ID(g))
			}
			met++
		}
		if repeats != 0 || met != len(ghosts) || o.Len() != n {
			t.Fatalf("round %d: %d repeats too few, %d ghosts of %d", round, repeats, met, len(ghosts))
		}
		for s, want := range first {
			if got, ok := o.Find(orgmodel.ID(s)); !ok || got != want {
				t.Fatalf("round %d: %q is %d, want %d", round, s, got, want)
			}
		}
		i := 0
		for e := range o.Edges() {
			if string(o.ID(e.To)) != lines[i] {
				t.Fatalf("round %d: line %d ends at %q, want %q", round, i, o.ID(e.To), lines[i])
			}
			i++
		}
		for _, s := range []string{"E", "nobody", "E00000001", "-1", "99999999999999999999", "4294967295", "4294967296"} {
			if _, known := first[s]; !known {
				if _, ok := o.Find(orgmodel.ID(s)); ok {
					t.Fatalf("round %d: found %q", round, s)
				}
			}
		}
	}
}
