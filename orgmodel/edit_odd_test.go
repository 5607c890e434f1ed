package orgmodel_test

import (
	"fmt"
	"reflect"
	"testing"

	"example.com/orgchart/orgmodel"
)

// Edges that are none of the Edit's change nothing, the zero Edge least of all.
func TestEditForeignEdges(t *testing.T) {
	line := orgmodel.Line{From: "a", Rel: orgmodel.ReportsTo, To: "b"}
	o := orgmodel.New(orgmodel.Spec{Lines: []orgmodel.Line{line}})
	foreign := []orgmodel.Edge{{}}
	for e := range orgmodel.New(orgmodel.Spec{Lines: []orgmodel.Line{{From: "x", Rel: orgmodel.ReportsTo, To: "x"}, {From: "b", Rel: "r", To: "a"}}}).Edges() {
		foreign = append(foreign, e)
	}
	e := o.Edit()
	for _, f := range foreign {
		e.DropLine(f)
		e.SetLine(f, orgmodel.Line{From: "x", Rel: "y", To: "z"})
		if l := e.Line(f); !reflect.DeepEqual(l, orgmodel.Line{}) {
			t.Errorf("a foreign edge is the line %+v", l)
		}
	}
	if got := e.Org().Spec().Lines; len(got) != 1 || got[0].From != "a" || got[0].Rel != orgmodel.ReportsTo {
		t.Errorf("%+v", got)
	}
	// An edge of its own stays good when its line is another, and is none once that is dropped.
	for own := range o.Edges() {
		e.SetLine(own, orgmodel.Line{From: "c", Rel: "r", To: "d"})
		if e.Line(own).From != "c" {
			t.Errorf("%+v", e.Line(own))
		}
		e.DropLine(own)
		e.DropLine(own)
		e.SetLine(own, line)
	}
	if n := e.Org().Lines(); n != 0 {
		t.Errorf("%d lines", n)
	}
}

// Kinds and relations that went with a change are forgotten: there are numbers for 65,534.
func TestEditForgetsNames(t *testing.T) {
	o := orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{{ID: "a", Kind: orgmodel.Post}, {ID: "b", Kind: orgmodel.Post}},
		Lines: []orgmodel.Line{{From: "a", Rel: orgmodel.ReportsTo, To: "b"}},
	})
	rounds := 66_000
	if testing.Short() {
		rounds = 2000
	}
	for i := range rounds {
		e := o.Edit()
		n := e.Node(1)
		n.Kind = orgmodel.Kind(fmt.Sprint("kind-", i))
		e.SetNode(1, n)
		rel := orgmodel.Rel(fmt.Sprint("rel-", i))
		for at := range o.Edges() {
			e.SetLine(at, orgmodel.Line{From: "a", Rel: rel, To: "b"})
		}
		o = e.Org()
		if o.Kind(1) != n.Kind {
			t.Fatalf("after %d edits a %s is a %s", i, n.Kind, o.Kind(1))
		}
		for at := range o.Edges() {
			if at.Rel != rel {
				t.Fatalf("after %d edits %s is %s", i, rel, at.Rel)
			}
		}
	}
}
