package orgmodel_test

import (
	"cmp"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"

	"example.com/orgchart/orgmodel"
)

// TestKnotsAgainstGonum holds Knots and SeatKnots to the strongly connected components that gonum
// finds.
func TestKnotsAgainstGonum(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		n := newNaive(o)
		for _, rels := range [][]orgmodel.Rel{{orgmodel.PartOf}, {orgmodel.ReportsTo, orgmodel.DottedTo, orgmodel.PartOf}, {"unheard-of"}} {
			written := func(r orgmodel.Ref) (orgmodel.Ref, bool) { return r, true }
			if got, want := o.Knots(rels...), components(o, rels, written); !slices.EqualFunc(got, want, slices.Equal[[]orgmodel.Ref]) {
				t.Errorf("knots by %v are %v, want %v", rels, got, want)
			}
		}
		seat := func(r orgmodel.Ref) (orgmodel.Ref, bool) { return n.seat[r], n.mayReport(n.seat[r]) }
		for _, rels := range [][]orgmodel.Rel{{orgmodel.ReportsTo}, {orgmodel.ReportsTo, orgmodel.DottedTo}} {
			if got, want := o.SeatKnots(rels...), components(o, rels, seat); !slices.EqualFunc(got, want, slices.Equal[[]orgmodel.Ref]) {
				t.Errorf("knots of seats by %v are %v, want %v", rels, got, want)
			}
		}
		if got, want := o.Knots(), o.SeatKnots(orgmodel.ReportsTo); !slices.EqualFunc(got, want, slices.Equal[[]orgmodel.Ref]) {
			t.Errorf("knots are %v, want %v", got, want)
		}
	})
}

func components(o *orgmodel.Org, rels []orgmodel.Rel, end func(orgmodel.Ref) (orgmodel.Ref, bool)) [][]orgmodel.Ref {
	g := simple.NewDirectedGraph()
	for e := range o.Edges(rels...) {
		s, ok := end(e.From)
		t, also := end(e.To)
		if ok && also && s != t && o.LiveLine(e) { // gonum panics on an edge to itself
			g.SetEdge(simple.Edge{F: simple.Node(s), T: simple.Node(t)})
		}
	}
	var all [][]orgmodel.Ref
	for _, c := range topo.TarjanSCC(g) {
		if len(c) < 2 {
			continue
		}
		var k []orgmodel.Ref
		for _, v := range c {
			k = append(k, orgmodel.Ref(v.ID()))
		}
		slices.Sort(k)
		all = append(all, k)
	}
	slices.SortFunc(all, func(a, b []orgmodel.Ref) int { return cmp.Compare(a[0], b[0]) })
	return all
}
