package orgmodel_test

import (
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
)

func TestSeatsAgainstNaive(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		n := newNaive(o)
		for _, r := range everyone(o) {
			s := n.of(r)
			want, ok := n.boss[s]
			if !ok {
				want = orgmodel.None
			}
			if got := o.Boss(r); got != want {
				t.Errorf("boss of %d is %d, want %d", r, got, want)
			}
			if e, ok := o.BossLine(r); ok != (want != orgmodel.None) || ok && (o.SeatOf(e.From) != s || o.SeatOf(e.To) != want) {
				t.Errorf("line to the boss of %d is %v, want one to %d", r, e, want)
			}
			if got := o.IsSeat(r); got != n.sits[r] {
				t.Errorf("%d is a seat: %v", r, got)
			}
			depth, layers := -1, 0
			if s != orgmodel.None {
				depth, layers = len(n.branch(s))-1, n.layers(s)
			}
			if o.Depth(r) != depth || o.Layers(r) != layers {
				t.Errorf("%d has depth %d and layers %d, want %d and %d", r, o.Depth(r), o.Layers(r), depth, layers)
			}
			testReports(t, o, n, r)
		}
		if testing.Short() || o.Len() < 100 {
			for _, r := range everyone(o) {
				want := orgmodel.Headcount{}
				if s := n.of(r); s != orgmodel.None {
					want = n.headcount(s)
				}
				if got := o.Headcount(r); got != want {
					t.Errorf("headcount of %d is %+v, want %+v", r, got, want)
				}
				if s := n.of(r); s != orgmodel.None {
					twice := slices.Concat(n.below(s), n.below(s))
					if got := o.HeadcountOf(slices.Values(twice)); got != want {
						t.Errorf("headcount of all below %d is %+v, want %+v", r, got, want)
					}
				}
			}
		}
	})
}

// testReports holds Reports and Span to the bosses.
func testReports(t *testing.T, o *orgmodel.Org, n naive, r orgmodel.Ref) {
	t.Helper()
	var want []orgmodel.Ref
	live, filled := 0, 0
	if s := n.of(r); s != orgmodel.None {
		for _, q := range everyone(o)[3:] {
			if b, ok := n.boss[q]; ok && b == s {
				want = append(want, q)
				if o.Live(q) {
					live++
					if o.Occupancy(q) != orgmodel.Vacant {
						filled++
					}
				}
			}
		}
	}
	if got := slices.Collect(o.Reports(r)); !slices.Equal(got, want) {
		t.Errorf("reports of %d are %v, want %v", r, got, want)
	}
	if o.Span(r, false) != live || o.Span(r, true) != filled {
		t.Errorf("span of %d is %d, filled %d, want %d and %d", r, o.Span(r, false), o.Span(r, true), live, filled)
	}
}

// TestSeatsOrder holds Seats to its order: everyone once, bosses first but where a loop is cut.
func TestSeatsOrder(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		met := map[orgmodel.Ref]bool{}
		depth := 0
		for r := range o.Seats() {
			if met[r] || !o.IsSeat(r) {
				t.Errorf("%d comes twice or is no seat", r)
			}
			met[r] = true
			if b := o.Boss(r); b != orgmodel.None && !met[b] && !o.IsCut(r) {
				t.Errorf("%d comes before its boss %d", r, b)
			}
			if d := o.Depth(r); d < depth {
				t.Errorf("%d of depth %d comes after depth %d", r, d, depth)
			} else {
				depth = d
			}
		}
		for _, r := range everyone(o) {
			if o.IsSeat(r) != met[r] {
				t.Errorf("%d is a seat and does not come, or the other way round", r)
			}
		}
		if d := o.Deepest(); len(met) > 0 && (d == orgmodel.None || o.Depth(d) != depth) {
			t.Errorf("deepest is %d at %d, want depth %d", d, o.Depth(d), depth)
		}
		var cuts []orgmodel.Ref
		for r := range newNaive(o).cut {
			cuts = append(cuts, r)
		}
		slices.Sort(cuts)
		if got := slices.Collect(o.Cuts()); !slices.Equal(got, cuts) {
			t.Errorf("cuts are %v, want %v", got, cuts)
		}
	})
}

// TestTops holds Tops and UnderTop to what they say.
func TestTops(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		n := newNaive(o)
		tops := o.Tops()
		flagged := func(r orgmodel.Ref) bool {
			yes := o.Flagged(r)
			for e := range o.Holders(r) {
				yes = yes || o.Flagged(e.From)
			}
			return yes
		}
		some := false
		for r := range o.Seats() {
			some = some || flagged(r)
		}
		for _, r := range tops {
			if some && !flagged(r) || !some && o.Boss(r) != orgmodel.None {
				t.Errorf("%d is a top", r)
			}
		}
		if some && len(tops) == 0 {
			t.Error("nobody is a top though somebody is flagged")
		}
		for _, r := range everyone(o) {
			under := false
			if s := n.of(r); s != orgmodel.None {
				for _, b := range n.branch(s) {
					under = under || slices.Contains(tops, b)
				}
			}
			if o.UnderTop(r) != under {
				t.Errorf("%d is under a top: %v, want %v", r, !under, under)
			}
		}
	})
}
