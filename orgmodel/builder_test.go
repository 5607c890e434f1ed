package orgmodel_test

import (
	"fmt"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
)

// TestPlaces keeps columns and fields that do not fit their narrow slots, among those that do.
func TestPlaces(t *testing.T) {
	var b orgmodel.Builder
	var want []orgmodel.Pos
	b.AddNode("first", 0, "", 0, orgmodel.Place{}) // nowhere, in no file
	want = append(want, orgmodel.Pos{})
	for i := range 1000 {
		if i%300 == 0 {
			b.File(fmt.Sprintf("%d.csv", i))
		}
		p := orgmodel.Pos{File: fmt.Sprintf("%d.csv", i/300*300), Line: i * 4_000_000, Column: i * i, Field: fmt.Sprint("field ", i)}
		if i%7 == 0 {
			p.Field = ""
		}
		at := orgmodel.Place{Line: int32(p.Line), Column: int32(p.Column), Field: b.FieldCode(p.Field)}
		if p.Line > 1<<31-1 {
			p.Line, at.Line = 0, -1 // lines below 1 are unknown
		}
		b.AddNode(fmt.Sprint(i), 0, "", 0, at)
		b.AddLine(b.Refer("first"), 0, b.Refer(fmt.Sprint(i)), at)
		want = append(want, p)
	}
	o := b.Org()
	for r := range o.Nodes() {
		if got := o.Pos(r); got != want[r] {
			t.Fatalf("node %d stands at %+v, want %+v", r, got, want[r])
		}
	}
	i := 0
	for e := range o.Edges() {
		if i++; o.LinePos(e) != want[i] {
			t.Fatalf("line %d stands at %+v, want %+v", i, o.LinePos(e), want[i])
		}
	}
}

// TestManyNames gives more kinds, relations and fields than there are numbers: records stay.
func TestManyNames(t *testing.T) {
	const n = 70_000
	var b orgmodel.Builder
	for i := range n {
		id := fmt.Sprint(i)
		b.Node(orgmodel.Node{ID: orgmodel.ID(id), Kind: orgmodel.Kind("kind " + id), Pos: orgmodel.Pos{Line: i + 1, Field: "field " + id}})
		b.Line(orgmodel.Line{From: orgmodel.ID(id), Rel: orgmodel.Rel("rel " + id), To: "0"})
	}
	o := b.Org()
	if o.Len() != n || o.Lines() != n {
		t.Fatalf("%d nodes and %d lines, want %d", o.Len(), o.Lines(), n)
	}
	for _, i := range []int{0, 1, 255, 256, 65_000} {
		r, _ := o.Find(orgmodel.ID(fmt.Sprint(i)))
		if got, want := o.Node(r), fmt.Sprint(i); got.Kind != orgmodel.Kind("kind "+want) || got.Pos.Field != "field "+want {
			t.Errorf("node %d is %+v", i, got)
		}
	}
	for _, r := range []orgmodel.Ref{n - 2, n - 1} {
		if o.Kind(r) == "" || o.Pos(r).Line != int(r)+1 {
			t.Errorf("node %d is %+v", r, o.Node(r))
		}
	}
}

// TestLongTexts keeps ids and names of any length and of any bytes.
func TestLongTexts(t *testing.T) {
	var s orgmodel.Spec
	texts := []string{"", "\x00", "\xff\xfe", "a\nb", "\u202egnp", strings.Repeat("x", 254), strings.Repeat("y", 255),
		strings.Repeat("y", 256), strings.Repeat("z", 1<<16), strings.Repeat("long ", 1<<20)}
	for i, x := range texts {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(x), Kind: orgmodel.Post, Name: texts[len(texts)-1-i]})
		s.Lines = append(s.Lines, orgmodel.Line{From: orgmodel.ID(x), Rel: orgmodel.ReportsTo, To: orgmodel.ID("ghost " + x)})
	}
	o := orgmodel.New(s)
	if !sameSpec(o.Spec(), s) {
		t.Error("a text is not given back")
	}
	for i, x := range texts {
		if r, ok := o.Find(orgmodel.ID(x)); !ok || int(r) != i || o.Label(r) == "" && i > 0 {
			t.Errorf("text %d is found at %d, %v", i, r, ok)
		}
	}
}

func TestAttrs(t *testing.T) {
	a := orgmodel.NewAttrs("title", "Head", "grade", "G6", "title", "Lead", "odd")
	var got []string
	for k, v := range a.All() {
		got = append(got, k+"="+v)
	}
	if want := "grade=G6 odd= title=Lead"; strings.Join(got, " ") != want || a.Len() != 3 {
		t.Errorf("got %q of %d, want %q", got, a.Len(), want)
	}
	if v, ok := a.Lookup("odd"); v != "" || !ok {
		t.Error("a key without a value is lost")
	}
	if v, ok := a.Lookup("none"); v != "" || ok || a.Get("none") != "" {
		t.Error("found a key that is not there")
	}
	for range a.All() {
		break
	}
	var zero orgmodel.Attrs
	for range zero.All() {
		t.Error("the zero Attrs has an attribute")
	}
	b := orgmodel.NewAttrs("odd", "", "title", "Lead", "grade", "G6")
	if !a.Equal(b) || a.Equal(zero) || !zero.Equal(orgmodel.NewAttrs()) || a.Equal(orgmodel.NewAttrs("odd", "", "title", "Lead", "grade", "G7")) ||
		orgmodel.NewAttrs("a", "").Equal(orgmodel.NewAttrs("b", "")) {
		t.Error("Equal is wrong")
	}
	o := orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{{ID: "1", Attrs: a}, {ID: "2", Attrs: b}, {ID: "3"}}})
	if !o.Attrs(0).Equal(a) || o.Attrs(0) != o.Attrs(1) || o.Attrs(2).Len() != 0 {
		t.Error("an organisation does not keep attributes, each set once")
	}
}

// TestManyAttrs holds that a record may have as many attributes as a wide table has columns, the
// last value of a repeated key counting, without the time taken growing as their square: that
// would be minutes here.
func TestManyAttrs(t *testing.T) {
	const n = 200_000
	kv := make([]string, 0, 4*n)
	for _, round := range []string{"first", "last"} {
		for i := range n {
			kv = append(kv, fmt.Sprint(i), round)
		}
	}
	a, b := orgmodel.NewAttrs(kv...), orgmodel.NewAttrs(kv[2*n:]...)
	if a.Len() != n || !a.Equal(b) || a.Equal(orgmodel.NewAttrs(kv[:2*n]...)) {
		t.Errorf("%d attributes, want %d with their last values", a.Len(), n)
	}
	for i := range n {
		if a.Get(fmt.Sprint(i)) != "last" {
			t.Fatalf("attribute %d is %q", i, a.Get(fmt.Sprint(i)))
		}
	}
	if _, ok := a.Lookup("none"); ok {
		t.Error("found a key that is not there")
	}
}

// TestNoEnd holds that a line to what Find did not find is kept, with an empty end.
func TestNoEnd(t *testing.T) {
	var b orgmodel.Builder
	b.AddNode("1", b.KindCode(orgmodel.Person), "", 0, orgmodel.Place{})
	b.AddLine(0, b.RelCode(orgmodel.ReportsTo), b.Find("9"), orgmodel.Place{})
	b.AddLine(orgmodel.None, b.RelCode(orgmodel.ReportsTo), 0, orgmodel.Place{})
	o := b.Org()
	var got []string
	for e := range o.Edges() {
		got = append(got, o.Line(e).String())
	}
	if want := "1 reports-to | reports-to 1"; strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
}

// TestEdgeOfNothing holds that the edge BossLine gives where there is no boss has empty answers.
func TestEdgeOfNothing(t *testing.T) {
	day := orgmodel.Interval{From: orgmodel.NewDate(2026, 1, 5)}
	o := orgmodel.New(orgmodel.Spec{Lines: []orgmodel.Line{
		{From: "1", Rel: orgmodel.ReportsTo, To: "2", Scope: "3", Live: day, Attrs: orgmodel.NewAttrs("a", "b"), Pos: orgmodel.Pos{File: "f", Line: 1}},
	}})
	boss, _ := o.Find("2")
	e, ok := o.BossLine(boss)
	if ok || o.Scope(e) != orgmodel.None || o.LineAttrs(e).Len() != 0 || o.LineLife(e) != (orgmodel.Interval{}) ||
		o.LinePos(e) != (orgmodel.Pos{}) || o.Lasting(e) != (orgmodel.Interval{}) || o.Line(e) != (orgmodel.Line{}) {
		t.Errorf("%v %v says something", e, ok)
	}
	o.LiveLine(e)
}

// A line scoped by number is the line scoped by record.
func TestSetLineScope(t *testing.T) {
	line := orgmodel.Line{From: "a", Rel: orgmodel.HasRole, To: "r", Scope: "p"}
	var b, c orgmodel.Builder
	b.Line(orgmodel.Line{From: "x", Rel: orgmodel.IsA, To: "y"})
	b.Line(line)
	c.AddLine(c.Refer("x"), c.RelCode(orgmodel.IsA), c.Refer("y"), orgmodel.Place{})
	i := c.AddLine(c.Refer("a"), c.RelCode(orgmodel.HasRole), c.Refer("r"), orgmodel.Place{})
	c.SetLineScope(i, c.Refer("q"))
	c.SetLineScope(i, c.Refer("p"))
	want, got := b.Org().Spec().Lines, c.Org().Spec().Lines
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] || got[1].Scope != "p" {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestOrganisation(t *testing.T) {
	var b orgmodel.Builder
	if b.Organisation() != "" {
		t.Error("an organisation has a name that nobody gave")
	}
	b.Name("Harbour")
	if b.Organisation() != "Harbour" || b.Org().Name() != "Harbour" || b.Organisation() != "" {
		t.Error("the name is lost, or outlives the organisation")
	}
}
