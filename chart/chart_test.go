package chart_test

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/chart"
	"example.com/orgchart/internal/demo"
	"example.com/orgchart/layout"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

func ids(g layout.Graph) (s []string) {
	for _, b := range g.Boxes {
		s = append(s, b.ID)
	}
	return s
}

func box(t *testing.T, g layout.Graph, id string) layout.Box {
	t.Helper()
	i := slices.Index(ids(g), id)
	if i < 0 {
		t.Fatalf("%s is not drawn", id)
	}
	return g.Boxes[i]
}

func says(g layout.Graph, b layout.Box) string {
	var s []string
	for _, l := range g.Lines[b.First : b.First+b.Count] {
		s = append(s, l.S)
	}
	return strings.Join(s, " / ")
}

func demoGraph(t *testing.T, v chart.View) layout.Graph {
	t.Helper()
	o := demo.Org()
	fs, err := orgmodel.Check(context.Background(), o, rules.Core()...)
	if err != nil {
		t.Fatal(err)
	}
	v.Findings = fs
	return v.Graph(o)
}

func TestStates(t *testing.T) {
	g := demoGraph(t, chart.View{})
	for id, want := range map[string]struct {
		state layout.State
		text  string
	}{
		"infra-1": {layout.Vacant, "vacant / Infrastructure manager / G3 · IT"},
		"ops-9":   {layout.Ended, "Mainframe manager / G3 · IT"},
		"arch-1":  {layout.Ghost, "arch-1 / not declared"},
		"desk":    {layout.Stacked, "Service desk analyst / 12 FTE · IT"},
		"ba-1":    {layout.Normal, "Dmitri Kowalski / Ximena Wu / Business analyst / G5 · Project office"},
		"ceo":     {layout.Normal, "Ada Okafor / Chief executive / G1"},
	} {
		b := box(t, g, id)
		if b.State != want.state || says(g, b) != want.text {
			t.Errorf("%s: state %d, %q", id, b.State, says(g, b))
		}
	}
	if b := box(t, g, "vol-1"); !b.Tray {
		t.Error("a seat without boss and reports is not in the tray")
	}
	rule := slices.IndexFunc(g.Lines, func(l layout.Line) bool { return l.Rule })
	if rule < 0 || g.Lines[rule].S != "Ximena Wu" {
		t.Error("no rule between the holders of a job share")
	}
}

func TestFindingsSitOnTheirBoxes(t *testing.T) {
	g := demoGraph(t, chart.View{})
	for id, want := range map[string]layout.Mark{
		"berth-1": layout.Error, "arch-1": layout.Error, "infra-1": layout.Warning, "comms-1": layout.Error, "pilot-1": layout.NoMark,
	} {
		if b := box(t, g, id); b.Mark != want || (want != layout.NoMark) != (b.Badge > 0) {
			t.Errorf("%s: mark %d, badge %d", id, b.Mark, b.Badge)
		}
	}
	loop := 0
	for _, e := range g.Edges {
		pair := []string{g.Boxes[e.From].ID, g.Boxes[e.To].ID}
		slices.Sort(pair)
		if slices.Equal(pair, []string{"berth-1", "tug-1"}) {
			loop++
			if e.Mark != layout.Error || !e.Arrow {
				t.Errorf("the loop is drawn as %+v", e)
			}
		}
	}
	for _, e := range g.Edges {
		if g.Boxes[e.To].ID == "ops-9" && e.Mark != layout.NoMark {
			t.Error("the line above an ended boss is drawn as if it were at fault")
		}
		if g.Boxes[e.To].ID == "cobol-1" && e.Mark != layout.Error {
			t.Error("the line to an ended boss is quiet")
		}
	}
	if loop != 2 {
		t.Errorf("%d lines of the loop are drawn, want both", loop)
	}
}

// What is wrong with the whole is on no box; what is wrong with an id is on all its records.
func TestFindingsAboutTheWholeAndAboutRepeats(t *testing.T) {
	o := orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{
		{ID: "", Kind: orgmodel.Post, Name: "Clerk"}, {ID: "a", Kind: orgmodel.Post}, {ID: "a", Kind: orgmodel.Post},
		{ID: "p", Kind: orgmodel.Person, Attrs: orgmodel.NewAttrs("occupancy", "undisclosed", "title", "Not in post")},
	}})
	g := chart.View{Findings: orgmodel.Findings{
		{Rule: "no-top", Severity: orgmodel.Error, Message: "No seat is a top."},
		{Rule: "duplicate-id", Severity: orgmodel.Error, Subject: "a", Message: "a is said twice."},
	}}.Graph(o)
	marked := 0
	for _, b := range g.Boxes {
		if b.Mark != layout.NoMark {
			marked++
			if b.ID != "a" {
				t.Errorf("%q is marked", b.ID)
			}
		}
	}
	if marked != 2 {
		t.Errorf("%d boxes are marked, want both records of a", marked)
	}
	if got := says(g, box(t, g, "p")); got != "not disclosed / Not in post" {
		t.Errorf("a person whose name is withheld reads %q", got)
	}
}

func TestRootAndDepth(t *testing.T) {
	g := demoGraph(t, chart.View{Root: "it-1", Depth: 1})
	want := []string{"it-1", "infra-1", "dev-1", "ops-1", "ops-9", "pm-2"}
	if got := ids(g); !slices.Equal(got, want) {
		t.Errorf("drawn %v, want %v", got, want)
	}
	if b := box(t, g, "dev-1"); b.Below != 7 {
		t.Errorf("%d boxes under dev-1 are hidden, want 7", b.Below)
	}
	if b := box(t, g, "ops-9"); b.Below != 1 {
		t.Errorf("%d boxes under ops-9 are hidden, want 1", b.Below)
	}
	// What is found about a hidden box shows at the box it is hidden under.
	whole := demoGraph(t, chart.View{Depth: 1})
	if b := box(t, whole, "it-1"); b.Mark == layout.NoMark {
		t.Error("findings under a collapsed box are lost")
	}
	if !(chart.View{Root: "it-1"}).Has(demo.Org()) || (chart.View{Root: "nobody"}).Has(demo.Org()) {
		t.Error("Has does not tell a root that is there from one that is not")
	}
	if g := demoGraph(t, chart.View{Root: "nobody"}); len(g.Boxes) != 0 {
		t.Error("an unknown root draws something")
	}
}

func TestTreeOfAnotherRelation(t *testing.T) {
	g := demoGraph(t, chart.View{Tree: orgmodel.PartOf, Over: []orgmodel.Rel{}})
	edges := map[string]bool{}
	for _, e := range g.Edges {
		edges[g.Boxes[e.From].ID+" over "+g.Boxes[e.To].ID] = e.Tree
	}
	if !edges["digital over payments"] || !edges["it over dev-2"] {
		t.Errorf("part-of does not shape the tree: %v", edges)
	}
}

func TestLegendHoldsWhatOccurs(t *testing.T) {
	g := demoGraph(t, chart.View{})
	var texts []string
	for _, k := range g.Legend {
		texts = append(texts, fmt.Sprint(k.Text, " ", k.Count))
	}
	for _, want := range []string{"vacant 1", "abolished or ended 1", "named, but not declared 1", "group of posts 1", "dotted to 1"} {
		if !slices.Contains(texts, want) {
			t.Errorf("the legend lacks %q: %v", want, texts)
		}
	}
	plain := chart.View{}.Graph(orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{{ID: "a", Kind: orgmodel.Person}}}))
	if len(plain.Legend) != 0 {
		t.Errorf("a single box has a legend: %v", plain.Legend)
	}
}

// Whatever an organisation holds, it comes out as well-formed XML in which its texts are text.
func TestHostileNames(t *testing.T) {
	names := []string{"</text><script>alert(1)</script>", `"];a->b`, "=cmd()|' /C calc'!A0", "&#0;", "\x1b[31mred\x1b[0m",
		"\x00\xff\xfe", "\u202eevil", "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", strings.Repeat("W", 10<<20), "]]>", "<!--"}
	var s orgmodel.Spec
	for i, n := range names {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(n), Kind: orgmodel.Person, Name: n, Attrs: orgmodel.NewAttrs("title", n, "grade", n)})
		s.Lines = append(s.Lines, orgmodel.Line{From: orgmodel.ID(n), Rel: orgmodel.ReportsTo, To: orgmodel.ID(names[(i+1)%len(names)])})
	}
	o := orgmodel.New(s)
	fs, err := orgmodel.Check(context.Background(), o, rules.Core()...)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := chart.SVG(context.Background(), &out, o, fs...); err != nil {
		t.Fatal(err)
	}
	if out.Len() > 1<<20 {
		t.Errorf("a name of 10 MB makes a picture of %d bytes", out.Len())
	}
	dec := xml.NewDecoder(strings.NewReader(out.String()))
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := tok.(xml.StartElement); ok && e.Name.Local == "script" {
			t.Error("a name became a script")
		}
	}
}

// Every seat is drawn once, whatever loops, ghosts and second bosses there are.
func TestEverySeatIsDrawnOnce(t *testing.T) {
	for seed := range uint64(200) {
		o := orgmodel.New(tangle(rand.New(rand.NewPCG(seed, 1)), 40))
		g := chart.View{}.Graph(o)
		n := 0
		for r := range o.Seats() {
			n++
			if got := strings.Count("\n"+strings.Join(ids(g), "\n")+"\n", "\n"+string(o.ID(r))+"\n"); got != 1 {
				t.Fatalf("seed %d: %s is drawn %d times", seed, o.ID(r), got)
			}
		}
		if n != len(g.Boxes) {
			t.Fatalf("seed %d: %d seats, %d boxes", seed, n, len(g.Boxes))
		}
		if _, err := (layout.Tidy{}).Arrange(context.Background(), g); err != nil {
			t.Fatal(err)
		}
	}
}

// tangle is an organisation with no regard for sense.
func tangle(r *rand.Rand, n int) orgmodel.Spec {
	var s orgmodel.Spec
	for i := range n {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(fmt.Sprint("n", i)), Kind: []orgmodel.Kind{orgmodel.Person, orgmodel.Post, "agent"}[r.IntN(3)]})
		for range r.IntN(3) {
			s.Lines = append(s.Lines, orgmodel.Line{From: orgmodel.ID(fmt.Sprint("n", i)), Rel: reporting[r.IntN(len(reporting))], To: orgmodel.ID(fmt.Sprint("n", r.IntN(n+3)))})
		}
	}
	return s
}

var reporting = []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.DottedTo, orgmodel.Holds}

// Many findings about an id that many records have cost their sum, not their product: a minute
// here.
func TestManyFindingsAboutManyRepeats(t *testing.T) {
	const n = 30_000
	var s orgmodel.Spec
	var fs orgmodel.Findings
	for range n {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: "x", Kind: orgmodel.Person})
		fs = append(fs, orgmodel.Finding{Rule: "r", Severity: orgmodel.Error, Subject: "x", Message: "m"})
	}
	g := chart.View{Findings: fs}.Graph(orgmodel.New(s))
	if len(g.Boxes) != n {
		t.Fatalf("%d boxes, want %d", len(g.Boxes), n)
	}
	for _, b := range g.Boxes {
		if b.Mark != layout.Error || b.Badge != n || strings.Count(b.Hover, "\n") != 5 {
			t.Fatalf("mark %v of %d findings, told as %q", b.Mark, b.Badge, b.Hover)
		}
	}
}

// A caller that gives up while the picture is written gets no more of it.
func TestCancelledWhileWriting(t *testing.T) {
	var s orgmodel.Spec
	for i := range 20_000 {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(fmt.Sprint(i)), Kind: orgmodel.Person})
	}
	ctx, cancel := context.WithCancel(context.Background())
	w := &leaver{leave: cancel}
	if err := chart.SVG(ctx, w, orgmodel.New(s)); !errors.Is(err, context.Canceled) || w.n != 1 {
		t.Errorf("%v after %d writes, want a cancelled context after the first", err, w.n)
	}
}

// A leaver gives up after the first write.
type leaver struct {
	leave func()
	n     int
}

func (l *leaver) Write(b []byte) (int, error) {
	l.n++
	l.leave()
	return len(b), nil
}
