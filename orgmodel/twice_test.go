package orgmodel_test

import (
	"fmt"
	"testing"

	"example.com/orgchart/orgmodel"
)

// TestHeldTwice: a person whose holding of a post is written more than once is one holder, by the
// first line, also among more holders than are few.
func TestHeldTwice(t *testing.T) {
	s := orgmodel.Spec{Nodes: []orgmodel.Node{{ID: "prg-1", Kind: orgmodel.Post}}}
	for i := range 7 {
		id := orgmodel.ID(fmt.Sprint("p-", i))
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: id, Kind: orgmodel.Person})
		for _, mode := range []string{"", "acting", ""} {
			l := orgmodel.Line{From: id, Rel: orgmodel.Holds, To: "prg-1"}
			if mode != "" {
				l.Attrs = orgmodel.NewAttrs(orgmodel.Mode, mode)
			}
			s.Lines = append(s.Lines, l)
		}
	}
	o := orgmodel.New(s)
	post, _ := o.Find("prg-1")
	if h := o.Headcount(post); h.Posts != 1 || h.People != 7 || h.FTE != 7 {
		t.Errorf("%+v", h)
	}
	n := 0
	for e := range o.HeldBy(post) {
		if n++; o.LineAttrs(e).Get(orgmodel.Mode) != "" {
			t.Errorf("%s holds by a later line", o.ID(e.From))
		}
	}
	if n != 7 {
		t.Errorf("%d holders", n)
	}
}

func ExampleOrg_HeldBy() {
	org := orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{{ID: "prg-1", Kind: orgmodel.Post}, {ID: "cy", Kind: orgmodel.Person}},
		Lines: []orgmodel.Line{
			{From: "cy", Rel: orgmodel.Holds, To: "prg-1"},
			{From: "cy", Rel: orgmodel.Holds, To: "prg-1"},
		},
	})
	post, _ := org.Find("prg-1")
	for e := range org.HeldBy(post) {
		fmt.Println(org.ID(e.From))
	}
	// Output: cy
}
