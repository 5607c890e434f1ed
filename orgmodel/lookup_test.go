package orgmodel_test

import (
	"fmt"
	"testing"

	"example.com/orgchart/orgmodel"
)

func ExampleBuilder_Retarget() {
	var b orgmodel.Builder
	b.Node(orgmodel.Node{ID: "7", Kind: orgmodel.Person, Name: "Ada Okafor"})
	b.Line(orgmodel.Line{From: "7", Rel: orgmodel.ReportsTo, To: "Bo Larsen"})
	b.Line(orgmodel.Line{From: "8", Rel: orgmodel.ReportsTo, To: "7"})
	b.Node(orgmodel.Node{ID: "9", Kind: orgmodel.Person, Name: "Bo Larsen"})
	b.Retarget(0, func(line int, to string) orgmodel.Ref {
		for r := orgmodel.Ref(0); int(r) < b.Len(); r++ {
			if b.NameOf(r) == to {
				return r
			}
		}
		return orgmodel.None
	})
	for e := range b.Org().Edges() {
		fmt.Println(e.From, e.To)
	}
	// Output:
	// 0 1
	// 2 0
}

// TestLookupInSteps holds that looking ids up between records changes nothing.
func TestLookupInSteps(t *testing.T) {
	build := func(look bool) string {
		var b orgmodel.Builder
		id := func(i int) string { return fmt.Sprint("n", i%700) }
		for i := range 1000 {
			b.Node(orgmodel.Node{ID: orgmodel.ID(id(i * 3)), Kind: orgmodel.Person})
			b.Line(orgmodel.Line{From: orgmodel.ID(id(i * 3)), Rel: orgmodel.ReportsTo, To: orgmodel.ID(id(i * 7))})
			b.Line(orgmodel.Line{From: orgmodel.ID(id(i * 3)), Rel: orgmodel.DottedTo, To: orgmodel.ID(fmt.Sprint("gone", i%5))})
			if look && i%97 == 0 {
				if r := b.Find(id(i * 3)); r == orgmodel.None || b.IDOf(r) != id(i*3) {
					t.Fatalf("%s: %d", id(i*3), r)
				}
				if b.Find("nobody") != orgmodel.None {
					t.Fatal("found nobody")
				}
				b.Retarget(0, func(int, string) orgmodel.Ref { return orgmodel.None })
			}
		}
		o := b.Org()
		s := fmt.Sprint(o.Len(), o.Lines())
		for _, n := range o.Spec().Nodes {
			s += " " + string(n.ID)
		}
		for _, l := range o.Spec().Lines {
			s += ", " + l.String()
		}
		for r := range o.Ghosts() {
			s += string(o.ID(r))
		}
		for r := range o.Repeats() {
			s += fmt.Sprint(" ", r)
		}
		return s
	}
	if build(true) != build(false) {
		t.Error("looking up in between changes the organisation")
	}
}
