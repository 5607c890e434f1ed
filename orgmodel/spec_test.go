package orgmodel_test

import (
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
)

// TestSpecInverse: what an author writes comes back, record by record.
func TestSpecInverse(t *testing.T) {
	eachOrg(t, func(t *testing.T, s orgmodel.Spec, o *orgmodel.Org) {
		got := o.Spec()
		again := orgmodel.New(got).Spec()
		if got.Name != s.Name || !sameSpec(s, got) || !sameSpec(s, again) {
			t.Errorf("given back as\n%v\nand then as\n%v\nwant\n%v", got, again, s)
		}
		if o.Len() != len(s.Nodes) || o.Lines() != len(s.Lines) {
			t.Errorf("%d nodes and %d lines, want %d and %d", o.Len(), o.Lines(), len(s.Nodes), len(s.Lines))
		}
	})
}

// TestIdentity: Find gives the first of an id, Repeats the others, Ghosts the ids nobody declares,
// each once and in the order they are named; a line belongs to the first.
func TestIdentity(t *testing.T) {
	eachOrg(t, func(t *testing.T, s orgmodel.Spec, o *orgmodel.Org) {
		first := map[orgmodel.ID]orgmodel.Ref{}
		var repeats []orgmodel.Ref
		for i, n := range s.Nodes {
			if _, met := first[n.ID]; met {
				repeats = append(repeats, orgmodel.Ref(i))
			} else {
				first[n.ID] = orgmodel.Ref(i)
			}
			if r, ok := o.Find(n.ID); !ok || r != first[n.ID] || o.ID(r) != n.ID {
				t.Errorf("%q is %d %v, want %d", n.ID, r, ok, first[n.ID])
			}
		}
		if got := slices.Collect(o.Repeats()); !slices.Equal(got, repeats) {
			t.Errorf("repeats are %v, want %v", got, repeats)
		}
		var ghosts []orgmodel.ID
		ghost := func(id orgmodel.ID) orgmodel.Ref {
			if r, ok := first[id]; ok {
				return r
			}
			if !slices.Contains(ghosts, id) {
				ghosts = append(ghosts, id)
			}
			return orgmodel.Ref(len(s.Nodes) + slices.Index(ghosts, id))
		}
		i := 0
		for e := range o.Edges() {
			l := s.Lines[i]
			i++
			if from, to := ghost(l.From), ghost(l.To); e.From != from || e.To != to || e.Rel != l.Rel {
				t.Errorf("line %d is %v, want %d %s %d", i, e, from, l.Rel, to)
			}
			scope := orgmodel.None
			if l.Scope != "" {
				scope = ghost(l.Scope)
			}
			if o.Scope(e) != scope || o.LineLife(e) != l.Live || o.LinePos(e) != l.Pos || !o.LineAttrs(e).Equal(l.Attrs) {
				t.Errorf("line %d is %v in %d, want %v", i, o.Line(e), o.Scope(e), l)
			}
		}
		var named []orgmodel.ID
		for r := range o.Ghosts() {
			named = append(named, o.ID(r))
			if _, ok := o.Find(o.ID(r)); ok || o.Declared(r) || o.Live(r) || o.Kind(r) != "" || o.NameOf(r) != "" {
				t.Errorf("the ghost %q is declared", o.ID(r))
			}
		}
		if !slices.Equal(named, ghosts) {
			t.Errorf("ghosts are %q, want %q", named, ghosts)
		}
		if _, ok := o.Find("never written"); ok {
			t.Error("found what is not there")
		}
	})
}

// TestAdjacency: Out and In give each line once at each end, in the author's order, and filter.
func TestAdjacency(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		out, in := map[orgmodel.Ref][]orgmodel.Edge{}, map[orgmodel.Ref][]orgmodel.Edge{}
		for e := range o.Edges() {
			out[e.From], in[e.To] = append(out[e.From], e), append(in[e.To], e)
		}
		other := func(e orgmodel.Edge) bool { return e.Rel != orgmodel.Holds && e.Rel != "" }
		for _, r := range everyone(o) {
			if got := slices.Collect(o.Out(r)); !slices.Equal(got, out[r]) {
				t.Errorf("out of %d go %v, want %v", r, got, out[r])
			}
			if got := slices.Collect(o.In(r)); !slices.Equal(got, in[r]) {
				t.Errorf("into %d go %v, want %v", r, got, in[r])
			}
			want := slices.DeleteFunc(out[r], other)
			if got := slices.Collect(o.Out(r, orgmodel.Holds, "", "unheard-of")); !slices.Equal(got, want) {
				t.Errorf("out of %d go by holds %v, want %v", r, got, want)
			}
		}
	})
}

// TestPrefix keeps files apart: a prefix stands before ids and references, never before no id.
func TestPrefix(t *testing.T) {
	var b orgmodel.Builder
	for _, p := range []string{"a:", "", "b:"} {
		b.Prefix = p
		b.Node(orgmodel.Node{ID: "1", Kind: orgmodel.Post})
		b.Node(orgmodel.Node{ID: "", Kind: orgmodel.Post})
		b.Line(orgmodel.Line{From: "2", Rel: orgmodel.ReportsTo, To: "1", Scope: "3"})
		b.Line(orgmodel.Line{From: "2", Rel: orgmodel.ReportsTo, To: ""})
		b.Node(orgmodel.Node{ID: "2", Kind: orgmodel.Post})
	}
	var got []string
	o := b.Org()
	for e := range o.Edges() {
		got = append(got, o.Line(e).String())
	}
	for r := range o.Ghosts() {
		got = append(got, "ghost "+string(o.ID(r)))
	}
	want := []string{
		"a:2 reports-to a:1 in a:3", "a:2 reports-to ", "2 reports-to 1 in 3", "2 reports-to ",
		"b:2 reports-to b:1 in b:3", "b:2 reports-to ", "ghost a:3", "ghost 3", "ghost b:3",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if b.Len() != 0 || b.Org().Len() != 0 {
		t.Error("a finished Builder is not empty")
	}
}
