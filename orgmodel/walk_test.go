package orgmodel_test

import (
	"iter"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
)

// walked collects a walk and holds it to what every walk promises: nearest first, nobody twice,
// never the one it began at.
func walked(t *testing.T, from orgmodel.Ref, walk iter.Seq2[orgmodel.Ref, int]) map[orgmodel.Ref]int {
	t.Helper()
	met := map[orgmodel.Ref]int{}
	last := 1
	for r, d := range walk {
		if _, twice := met[r]; twice || r == from || d < last {
			t.Errorf("a walk from %d comes to %d at %d after %d, or again", from, r, d, last)
		}
		met[r], last = d, d
	}
	return met
}

// TestUpAndDown holds both to the bosses, and to each other: b is above a iff a is below b, at
// the same distance.
func TestUpAndDown(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		n := newNaive(o)
		up, down := map[orgmodel.Ref]map[orgmodel.Ref]int{}, map[orgmodel.Ref]map[orgmodel.Ref]int{}
		for _, r := range everyone(o) {
			s := n.of(r)
			self := s
			if s == orgmodel.None {
				self = r
			}
			up[r], down[r] = walked(t, self, o.Up(r)), walked(t, self, o.Down(r))
			var want []orgmodel.Ref
			if s != orgmodel.None {
				want = slices.DeleteFunc(n.above(s), func(b orgmodel.Ref) bool { return b == s })
			}
			if got := o.Chain(r); !slices.Equal(got, want) || len(up[r]) != len(want) {
				t.Errorf("chain of %d is %v, want %v", r, got, want)
			}
		}
		for r := range o.Seats() {
			for b, d := range up[r] {
				if down[b][r] != d {
					t.Errorf("%d is %d above %d, which is %d below it", b, d, r, down[b][r])
				}
			}
			for s, d := range down[r] {
				if up[s][r] != d {
					t.Errorf("%d is %d below %d, which is %d above it", s, d, r, up[s][r])
				}
			}
		}
	})
}

// TestWalkRelations is the same along lines as they are written, against a search over them all.
func TestWalkRelations(t *testing.T) {
	eachOrg(t, func(t *testing.T, s orgmodel.Spec, o *orgmodel.Org) {
		if o.Len() > 100 {
			return
		}
		for _, rels := range [][]orgmodel.Rel{{orgmodel.PartOf}, {orgmodel.ReportsTo, orgmodel.DottedTo}, {"unheard-of"}} {
			for _, r := range everyone(o) {
				want, back := map[orgmodel.Ref]int{}, map[orgmodel.Ref]int{}
				spread(o, r, rels, want, false)
				spread(o, r, rels, back, true)
				up, down := walked(t, r, o.Up(r, rels...)), walked(t, r, o.Down(r, rels...))
				if !same(up, want) || !same(down, back) {
					t.Errorf("along %v, above %d lie %v, want %v; below %v, want %v", rels, r, up, want, down, back)
				}
			}
		}
	})
}

func same(a, b map[orgmodel.Ref]int) bool {
	for r, d := range a {
		if b[r] != d {
			return false
		}
	}
	return len(a) == len(b)
}

// spread finds the distances from r by going over all lines again and again.
func spread(o *orgmodel.Org, r orgmodel.Ref, rels []orgmodel.Rel, dist map[orgmodel.Ref]int, back bool) {
	front := map[orgmodel.Ref]bool{r: true}
	for d := 1; len(front) > 0; d++ {
		next := map[orgmodel.Ref]bool{}
		for e := range o.Edges() {
			from, to := e.From, e.To
			if back {
				from, to = to, from
			}
			if _, met := dist[to]; front[from] && o.LiveLine(e) && slices.Contains(rels, e.Rel) && !met && to != r {
				next[to] = true
			}
		}
		for s := range next {
			dist[s] = d
		}
		front = next
	}
}

// TestPath holds Path to be a way, along live lines of the relations, and no longer than need be.
func TestPath(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		if o.Len() > 100 {
			return
		}
		all := everyone(o)
		for i, a := range all {
			for _, b := range all[i%3:] {
				for _, rels := range [][]orgmodel.Rel{nil, {orgmodel.ReportsTo, orgmodel.PartOf}} {
					testPath(t, o, a, b, rels)
				}
			}
		}
	})
}

func testPath(t *testing.T, o *orgmodel.Org, a, b orgmodel.Ref, rels []orgmodel.Rel) {
	t.Helper()
	path := o.Path(a, b, rels...)
	at := a
	for _, e := range path {
		switch {
		case !o.LiveLine(e) || len(rels) > 0 && !slices.Contains(rels, e.Rel):
			t.Errorf("the way from %d to %d takes %v", a, b, e)
		case e.From == at:
			at = e.To
		case e.To == at:
			at = e.From
		default:
			t.Errorf("the way from %d to %d breaks at %d: %v", a, b, at, path)
		}
	}
	want := hops(o, a, b, rels)
	if len(path) != want || want > 0 && at != b {
		t.Errorf("the way from %d to %d by %v has %d lines and ends at %d, want %d", a, b, rels, len(path), at, want)
	}
}

// hops is the distance in either direction, 0 where there is no way.
func hops(o *orgmodel.Org, a, b orgmodel.Ref, rels []orgmodel.Rel) int {
	met := map[orgmodel.Ref]bool{a: true}
	for d, grown := 1, true; grown; d++ {
		grown = false
		next := map[orgmodel.Ref]bool{}
		for e := range o.Edges() {
			if o.LiveLine(e) && (len(rels) == 0 || slices.Contains(rels, e.Rel)) && met[e.From] != met[e.To] {
				next[e.From], next[e.To] = true, true
				grown = true
			}
		}
		for s := range next {
			met[s] = true
		}
		if met[b] {
			if a == b {
				return 0
			}
			return d
		}
	}
	return 0
}

// TestWouldLoop holds the guard of a write to what the written line does.
func TestWouldLoop(t *testing.T) {
	byOthers := 0 // loops by lines that do not shape the tree
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		if o.Len() > 100 {
			return
		}
		n := newNaive(o)
		reach := map[orgmodel.Ref][]orgmodel.Ref{}
		for _, a := range everyone(o) {
			for _, b := range everyone(o) {
				_, known := n.seat[a]
				_, also := n.seat[b]
				want := false
				if known && also {
					s, b := n.seat[a], n.seat[b]
					if reach[b] == nil {
						reach[b] = n.reach(b)
					}
					want = slices.Contains(reach[b], s)
					if want && s != b && !slices.Contains(n.above(b), s) {
						byOthers++
					}
				}
				if got := o.WouldLoop(a, b); got != want {
					t.Errorf("a line from %d to %d would close a loop: %v, want %v", a, b, got, want)
				}
			}
		}
	})
	if byOthers == 0 {
		t.Error("no loop was closed by a second solid line: this test looks at the wrong organisations")
	}
}

// TestStopEarly leaves every iterator at its first step.
func TestStopEarly(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		for _, r := range everyone(o) {
			for _, walk := range []iter.Seq2[orgmodel.Ref, int]{o.Up(r), o.Down(r), o.Up(r, orgmodel.PartOf), o.Members(r)} {
				for range walk {
					break
				}
			}
			for _, seq := range []iter.Seq[orgmodel.Ref]{o.Nodes(), o.Ghosts(), o.Seats(), o.Reports(r), o.Repeats(), o.Cuts(),
				o.Dated(), o.HasUnreadable(), o.OfKind(orgmodel.Post), o.WithRole(o.ID(r))} {
				for range seq {
					break
				}
			}
			for _, seq := range []iter.Seq[orgmodel.Edge]{o.Out(r), o.In(r), o.Edges(), o.Scoped(), o.DatedLines(), o.SelfLines(),
				o.Holders(r), o.Posts(r), o.Roles(r)} {
				for range seq {
					break
				}
			}
		}
	})
}
