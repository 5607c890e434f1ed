package orgmodel_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
)

// TestAppend holds that records read into two Builders and put together are those read into
// one.
func TestAppend(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for round := range 300 {
		type step func(*orgmodel.Builder)
		var steps []step
		id := func() orgmodel.ID {
			return []orgmodel.ID{"", "a", "b", "c", orgmodel.ID(strings.Repeat("long", 80)), "d", "e"}[r.IntN(7)]
		}
		for range r.IntN(20) {
			var at orgmodel.Pos
			if r.IntN(3) > 0 {
				at = orgmodel.Pos{File: []string{"", "f", "g"}[r.IntN(3)], Line: r.IntN(9), Column: []int{0, 3, 300, 70000}[r.IntN(4)], Field: []string{"", "id", fmt.Sprint("f", r.IntN(400))}[r.IntN(3)]}
			}
			var live orgmodel.Interval
			if r.IntN(4) == 0 {
				live.From = orgmodel.NewDate(2026, 1, 1+r.IntN(9))
			}
			var a orgmodel.Attrs
			if r.IntN(2) == 0 {
				a = orgmodel.NewAttrs("title", fmt.Sprint(r.IntN(3)), "x", fmt.Sprint(r.IntN(2)))
			}
			if r.IntN(2) == 0 {
				n := orgmodel.Node{ID: id(), Kind: []orgmodel.Kind{"", orgmodel.Person, orgmodel.Post}[r.IntN(3)], Name: fmt.Sprint("n", r.IntN(5)), Attrs: a, Live: live, Pos: at}
				steps = append(steps, func(b *orgmodel.Builder) { b.Node(n) })
				continue
			}
			l := orgmodel.Line{From: id(), Rel: []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.PartOf}[r.IntN(2)], To: id(), Attrs: a, Live: live, Pos: at}
			if r.IntN(4) == 0 {
				l.Scope = id()
			}
			steps = append(steps, func(b *orgmodel.Builder) { b.Line(l) })
		}
		one, two, half := new(orgmodel.Builder), new(orgmodel.Builder), new(orgmodel.Builder)
		cut := r.IntN(len(steps) + 1)
		for i, s := range steps {
			s(one)
			if i < cut {
				s(two)
			} else {
				s(half)
			}
		}
		two.Append(half)
		a, b := one.Org(), two.Org()
		if got, want := b.Spec(), a.Spec(); !sameSpec(got, want) {
			t.Fatalf("round %d, cut %d of %d:\ngot  %v\nwant %v", round, cut, len(steps), got, want)
		}
		for r := range a.Ghosts() {
			if a.ID(r) != b.ID(r) {
				t.Fatalf("ghost %d is %q, want %q", r, b.ID(r), a.ID(r))
			}
		}
	}
}

func sameSpec(a, b orgmodel.Spec) bool {
	plain := func(s orgmodel.Spec) (all []any) {
		kv := func(a orgmodel.Attrs) (s string) {
			for k, v := range a.All() {
				s += k + "=" + v + " "
			}
			return s
		}
		for _, n := range s.Nodes {
			t := kv(n.Attrs)
			n.Attrs = orgmodel.Attrs{}
			all = append(all, n, t)
		}
		for _, l := range s.Lines {
			t := kv(l.Attrs)
			l.Attrs = orgmodel.Attrs{}
			all = append(all, l, t)
		}
		return all
	}
	return reflect.DeepEqual(plain(a), plain(b))
}
