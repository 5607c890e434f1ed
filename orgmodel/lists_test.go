package orgmodel_test

import (
	"fmt"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
)

// TestLists: what is asked for by relation, kind or scope is what a look at every record finds, in its order, however
// rare it is; of an organisation that was edited too.
func TestLists(t *testing.T) {
	for seed := range uint64(60) {
		o := orgmodel.New(orgtest.Hostile(seed, 10+int(seed)*20))
		sameLists(t, fmt.Sprint("organisation ", seed), o)
		e := o.Edit()
		e.AddLine(orgmodel.Line{From: "new", Rel: "novel", To: "other", Scope: "somewhere"})
		e.AddNode(orgmodel.Node{ID: "new", Kind: "novelty"})
		sameLists(t, fmt.Sprint("edited organisation ", seed), e.Org())
		sameLists(t, fmt.Sprint("organisation ", seed, " after an edit"), o)
	}
}

func sameLists(t *testing.T, name string, o *orgmodel.Org) {
	t.Helper()
	all := slices.Collect(o.Edges())
	var rels []orgmodel.Rel
	for _, e := range all {
		if !slices.Contains(rels, e.Rel) {
			rels = append(rels, e.Rel)
		}
	}
	for i := range rels {
		for _, take := range [][]orgmodel.Rel{rels[i : i+1], rels[i:], {rels[i], rels[0], "no-such"}} {
			want := slices.DeleteFunc(slices.Clone(all), func(e orgmodel.Edge) bool { return !slices.Contains(take, e.Rel) })
			if got := slices.Collect(o.Edges(take...)); !slices.Equal(got, want) {
				t.Errorf("%s: %v has %d lines, want %d", name, take, len(got), len(want))
			}
		}
	}
	scoped := slices.DeleteFunc(slices.Clone(all), func(e orgmodel.Edge) bool { return o.Scope(e) == orgmodel.None })
	if got := slices.Collect(o.Scoped()); !slices.Equal(got, scoped) {
		t.Errorf("%s: %d lines have a scope, want %d", name, len(got), len(scoped))
	}
	for _, e := range scoped {
		want := slices.DeleteFunc(slices.Clone(scoped), func(f orgmodel.Edge) bool { return o.Scope(f) != o.Scope(e) })
		if got := slices.Collect(o.InScope(o.Scope(e))); !slices.Equal(got, want) {
			t.Errorf("%s: %d lines in scope %d, want %d", name, len(got), o.Scope(e), len(want))
		}
	}
	kinds := map[orgmodel.Kind][]orgmodel.Ref{}
	for r := range o.Nodes() {
		kinds[o.Kind(r)] = append(kinds[o.Kind(r)], r)
	}
	for k, want := range kinds {
		if got := slices.Collect(o.OfKind(k)); !slices.Equal(got, want) {
			t.Errorf("%s: %d of kind %q, want %d", name, len(got), k, len(want))
		}
	}
}
