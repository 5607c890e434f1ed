package orgmodel_test

import (
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
)

// plainPaths are the ways that Path promises from one node to all others, by a search from that
// end alone: nodes in the order in which they are met.
func plainPaths(o *orgmodel.Org, from orgmodel.Ref, rels ...orgmodel.Rel) map[orgmodel.Ref][]orgmodel.Edge {
	ways := map[orgmodel.Ref][]orgmodel.Edge{from: nil}
	for queue := []orgmodel.Ref{from}; len(queue) > 0; queue = queue[1:] {
		s := queue[0]
		reach := func(t orgmodel.Ref, e orgmodel.Edge) {
			if _, met := ways[t]; !met && o.LiveLine(e) {
				ways[t] = append(slices.Clip(ways[s]), e)
				queue = append(queue, t)
			}
		}
		for e := range o.Out(s, rels...) {
			reach(e.To, e)
		}
		for e := range o.In(s, rels...) {
			reach(e.From, e)
		}
	}
	return ways
}

// TestPathIsTheFirst: searching from both ends gives the very way that a search from one does.
func TestPathIsTheFirst(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		all := everyone(o)[3:]
		step := 1 + len(all)/8
		for i := 0; i < len(all); i += step {
			for _, rels := range [][]orgmodel.Rel{nil, {orgmodel.ReportsTo, orgmodel.PartOf}} {
				ways := plainPaths(o, all[i], rels...)
				for j := i % 3; j < len(all); j += step {
					if got, want := o.Path(all[i], all[j], rels...), ways[all[j]]; !slices.Equal(got, want) {
						t.Fatalf("the way from %d to %d by %v is %v, want %v", all[i], all[j], rels, got, want)
					}
				}
			}
		}
	})
}
