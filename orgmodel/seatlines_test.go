package orgmodel_test

import (
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
)

// TestSeatPath holds SeatPath to be a way up, no longer than need be, and to find a loop exactly
// where a seat is a member of a knot.
func TestSeatPath(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		if o.Len() > 100 {
			return
		}
		next := map[orgmodel.Ref][]orgmodel.Ref{}
		for e := range o.Edges(orgmodel.ReportsTo) {
			s, b := o.SeatOf(e.From), o.SeatOf(e.To)
			if o.LiveLine(e) && s != b && o.MaySit(s) && o.MaySit(b) {
				next[s] = append(next[s], b)
			}
		}
		tied := map[orgmodel.Ref]bool{}
		for _, k := range o.SeatKnots() {
			for _, r := range k {
				tied[r] = true
			}
		}
		for a := range o.Seats() {
			dist := map[orgmodel.Ref]int{}
			for ring, d := []orgmodel.Ref{a}, 1; len(ring) > 0; d++ {
				var further []orgmodel.Ref
				for _, s := range ring {
					for _, b := range next[s] {
						if dist[b] == 0 {
							dist[b] = d
							further = append(further, b)
						}
					}
				}
				ring = further
			}
			for b := range o.Seats() {
				testSeatPath(t, o, a, b, dist[b])
			}
			if loop := o.SeatPath(a, a, nil); (loop != nil) != tied[a] {
				t.Errorf("%d is in the loop %v, in a knot: %v", a, loop, tied[a])
			}
		}
	})
}

func testSeatPath(t *testing.T, o *orgmodel.Org, a, b orgmodel.Ref, want int) {
	t.Helper()
	path := o.SeatPath(a, b, nil)
	at := a
	for _, e := range path {
		if o.SeatOf(e.From) != at || !slices.Contains(o.BossLines(at), e) {
			t.Errorf("the way up from %d to %d breaks at %d: %v", a, b, at, path)
		}
		at = o.SeatOf(e.To)
	}
	if len(path) != want || want > 0 && at != b {
		t.Errorf("the way up from %d to %d has %d lines and ends at %d, want %d", a, b, len(path), at, want)
	}
	if want > 1 && len(o.SeatPath(a, b, func(r orgmodel.Ref) bool { return r == b })) > 1 {
		t.Errorf("the way up from %d to %d leaves its bounds", a, b)
	}
}

// TestBossLines: the line that shapes the tree is one of them, and the order is not the author's.
func TestBossLines(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		for r := range o.Seats() {
			lines := o.BossLines(r)
			e, ok := o.BossLine(r)
			if ok != (len(lines) > 0) || ok && !slices.Contains(lines, e) {
				t.Errorf("the line to the boss of %d is %v, of %v", r, e, lines)
			}
			if !slices.IsSortedFunc(lines, func(e, f orgmodel.Edge) int {
				a, b := o.ID(o.SeatOf(e.To)), o.ID(o.SeatOf(f.To))
				return slices.Compare([]byte(a), []byte(b))
			}) {
				t.Errorf("the lines to bosses of %d stand in no order: %v", r, lines)
			}
		}
	})
}
