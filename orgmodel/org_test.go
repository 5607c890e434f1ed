package orgmodel_test

import (
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
)

func harbour() *orgmodel.Org {
	l := func(from string, rel orgmodel.Rel, to string) orgmodel.Line {
		return orgmodel.Line{From: orgmodel.ID(from), Rel: rel, To: orgmodel.ID(to)}
	}
	return orgmodel.New(orgmodel.Spec{
		Name: "Harbour Digital",
		Nodes: []orgmodel.Node{
			{ID: "cio", Kind: orgmodel.Post, Name: "Chief information officer"},
			{ID: "it-1", Kind: orgmodel.Post, Name: "Head of IT"},
			{ID: "pm-1", Kind: orgmodel.Post, Name: "Payments project manager"},
			{ID: "pm-2", Kind: orgmodel.Post, Name: "Ports project manager"},
			{ID: "ada", Kind: orgmodel.Person, Name: "Ada Okafor"},
			{ID: "bo", Kind: orgmodel.Person, Name: "Bo Larsen"},
			{ID: "it-manager", Kind: orgmodel.Role},
			{ID: "infra-manager", Kind: orgmodel.Role},
			{ID: "x", Kind: orgmodel.Post}, {ID: "y", Kind: orgmodel.Post}, {ID: "z", Kind: orgmodel.Post}, {ID: "w", Kind: orgmodel.Post},
		},
		Lines: []orgmodel.Line{
			l("it-1", orgmodel.ReportsTo, "cio"),
			l("pm-1", orgmodel.ReportsTo, "it-1"),
			l("ada", orgmodel.Holds, "cio"),
			l("bo", orgmodel.Holds, "pm-2"),
			l("bo", orgmodel.ReportsTo, "it-1"),
			l("infra-manager", orgmodel.IsA, "it-manager"),
			l("it-1", orgmodel.HasRole, "infra-manager"),
			l("x", orgmodel.ReportsTo, "y"), l("y", orgmodel.ReportsTo, "z"), l("z", orgmodel.ReportsTo, "x"), l("w", orgmodel.ReportsTo, "y"),
			l("pm-1", orgmodel.DottedTo, "gone"),
		},
	})
}

func TestAnswers(t *testing.T) {
	o := harbour()
	ref := func(id orgmodel.ID) orgmodel.Ref {
		r, ok := o.Find(id)
		if !ok {
			t.Fatal(id)
		}
		return r
	}
	ids := func(rs []orgmodel.Ref) (s []string) {
		for _, r := range rs {
			s = append(s, string(o.ID(r)))
		}
		return
	}
	if got := o.Boss(ref("pm-2")); got != ref("it-1") {
		t.Errorf("lifted boss %v", o.ID(got))
	}
	m := o.Manager(ref("pm-1"))
	if m.Seat != ref("cio") || len(m.Skipped) != 1 || m.Skipped[0].Why != "vacant" {
		t.Errorf("manager %+v", m)
	}
	if got := ids(o.Chain(ref("w"))); !slices.Equal(got, []string{"y", "z", "x"}) {
		t.Error(got)
	}
	if got := ids(o.Chain(ref("y"))); !slices.Equal(got, []string{"z", "x"}) {
		t.Error(got)
	}
	if k := o.Knots(); len(k) != 1 || !slices.Equal(ids(k[0]), []string{"x", "y", "z"}) {
		t.Error(k)
	}
	if got := ids(o.Tops()); !slices.Equal(got, []string{"cio"}) {
		t.Error(got)
	}
	if got := o.CommonManager(ref("pm-1"), ref("bo")); got != ref("it-1") {
		t.Error(o.ID(got))
	}
	if !o.WouldLoop(ref("cio"), ref("pm-1")) || o.WouldLoop(ref("pm-1"), ref("cio")) {
		t.Error("would loop")
	}
	if !o.HasRole(ref("it-1"), "it-manager", orgmodel.None) {
		t.Error("is-a")
	}
	h := o.Headcount(ref("cio"))
	if h.Posts != 4 || h.People != 2 {
		t.Errorf("%+v", h)
	}
	if o.Layers(ref("cio")) != 3 || o.Layers(ref("x")) != 4 {
		t.Error(o.Layers(ref("cio")), o.Layers(ref("x")))
	}
	if got := orgmodel.New(o.Spec()).Spec(); len(got.Lines) != len(o.Spec().Lines) || got.Lines[7].String() != "x reports-to y" {
		t.Error(got)
	}
	var down []string
	for r := range o.Down(ref("z")) {
		down = append(down, string(o.ID(r)))
	}
	if !slices.Equal(down, []string{"y", "x", "w"}) {
		t.Error(down)
	}
	if o.Path(ref("pm-1"), ref("bo")) == nil {
		t.Error("path")
	}
	var g []string
	for r := range o.Ghosts() {
		g = append(g, string(o.ID(r)))
	}
	if !slices.Equal(g, []string{"gone"}) {
		t.Error(g)
	}
}
