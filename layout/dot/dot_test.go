package dot_test

import (
	"encoding/xml"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/dot"
	"example.com/orgchart/layout/text"
)

var update = flag.Bool("update", false, "write the golden files")

// office has every state, mark and stroke, and a tray.
func office() *layout.Graph {
	g := &layout.Graph{Title: "Harbour Digital", Subtitle: "as of 2026-11-23", Desc: "Ten boxes.\nOne is vacant.", Tray: "No boss"}
	box := func(b layout.Box, lines ...string) {
		b.First, b.Count = int32(len(g.Lines)), int32(len(lines))
		for i, s := range lines {
			g.Lines = append(g.Lines, layout.Line{S: s, Style: text.Style(2 * min(i, 1)), Cut: strings.HasSuffix(s, "engineer")})
		}
		b.W, b.H = 144, 47
		g.Boxes = append(g.Boxes, b)
	}
	box(layout.Box{ID: "it-1", Hover: "Ada Lovelace\nHead of IT"}, "Ada Lovelace", "Head of IT & data")
	box(layout.Box{ID: "v", State: layout.Vacant}, "vacant", "Principal site reliability engineer")
	box(layout.Box{ID: "e", State: layout.Ended, Mark: layout.Info}, "Charles Babbage")
	box(layout.Box{ID: "pm-17", State: layout.Ghost, Mark: layout.Warning, Badge: 3}, "pm-17")
	box(layout.Box{ID: "s", State: layout.Stacked}, "14 caseworkers", "B2")
	box(layout.Box{ID: "x", Mark: layout.Error, Badge: 2, Below: 12, Hover: "x"}, "Alan Turing")
	box(layout.Box{ID: "t1", Tray: true}, "Grace Hopper")
	box(layout.Box{ID: "no lines", Tray: true, State: 77, Mark: 77})
	for i := range int32(5) {
		g.Edges = append(g.Edges, layout.Edge{From: 0, To: i + 1, Tree: true})
	}
	for i := range layout.Stroke(7) {
		g.Edges = append(g.Edges, layout.Edge{From: 1, To: 5, Stroke: i})
	}
	g.Edges = append(g.Edges,
		layout.Edge{From: 5, To: 0, Mark: layout.Error, Arrow: true},
		layout.Edge{From: 2, To: 2, Stroke: layout.Dotted, Arrow: true, Mark: 77},
		layout.Edge{From: 0, To: 99, Tree: true}, layout.Edge{From: -1, To: 0})
	return g
}

func TestGolden(t *testing.T) {
	got := encode(t, dot.Encoder{}, office())
	file := filepath.Join("testdata", "office.dot")
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s differs; look at it, then run with -update:\n%s", file, got)
	}
}

func TestReadBack(t *testing.T) {
	g := office()
	d := read(t, encode(t, dot.Encoder{Direction: layout.LeftRight}, g))
	if d.graph["rankdir"] != "LR" || d.graph["label"] != "Harbour Digital\nas of 2026-11-23" || d.graph["tooltip"] != g.Desc {
		t.Errorf("graph %q", d.graph)
	}
	if len(d.nodes) != len(g.Boxes) || len(d.edges) != len(g.Edges)-2 || strings.Join(d.tray, " ") != "n6 n7" {
		t.Fatalf("%d nodes, %d edges, tray %v", len(d.nodes), len(d.edges), d.tray)
	}
	for node, want := range map[string][3]string{
		"n0": {"Ada Lovelace\nHead of IT & data", "it-1", "Ada Lovelace\nHead of IT\nit-1"},
		"n1": {"vacant\nPrincipal site reliability engineer…", "v", "v"},
		"n3": {"pm-17\n?\nwarning 3", "pm-17", "pm-17"},
		"n5": {"Alan Turing\n+12\nerror 2", "x", "x"},
		"n7": {"no lines", "no lines", "no lines"},
	} {
		n := d.nodes[node]
		if got := [3]string{n["label"], n["id"], n["tooltip"]}; got != want {
			t.Errorf("%s is %q, want %q", node, got, want)
		}
	}
	for i, e := range d.edges {
		if loose := e.attrs["constraint"] == "false"; loose == g.Edges[i].Tree {
			t.Errorf("edge %d from %s to %s: %q", i, e.from, e.to, e.attrs)
		}
	}
	if c := d.edges[9].attrs["color"]; c != "#9c5700:invis:#9c5700" {
		t.Errorf("a double edge is %q", c)
	}
}

func TestDirection(t *testing.T) {
	for d, want := range map[layout.Direction]string{layout.TopDown: "TB", layout.LeftRight: "LR", 9: "TB"} {
		if got := read(t, encode(t, dot.Encoder{Direction: d}, &layout.Graph{})).graph["rankdir"]; got != want {
			t.Errorf("direction %d: %s, want %s", d, got, want)
		}
	}
}

// A graph whose numbers lie is written as far as it makes sense.
func TestOddNumbers(t *testing.T) {
	g := &layout.Graph{
		Boxes: []layout.Box{{First: -1, Count: 5}, {First: 1 << 30, Count: 1 << 30}, {State: 200, Mark: 200, Badge: -5, Below: -1, W: -1}},
		Edges: []layout.Edge{{From: -1}, {To: 99}, {From: 1, To: 2, Stroke: 200, Mark: 200}},
	}
	if d := read(t, encode(t, dot.Encoder{}, g)); len(d.nodes) != 3 || len(d.edges) != 1 {
		t.Errorf("%+v", d)
	}
}

// nasty are texts that mean something to Graphviz or to XML.
var nasty = []string{
	`"];a->b`, `trailing \`, `two \\`, `<b>bold</b>`, `<<table></table>>`, `%x`, `\N \G \E \T \L \l \r`, `&lt;&#65;&amp;`,
	`it's "quoted"`, "tab\tand\nline", "NUL \x00 escape \x1b[31m", "bad \xff\xfe", "\u202eturned", "a\u00a0b \u200fשלום", "// no /* comment */ # here",
	"{ } [ ] ; , = ->", "n1", "strict digraph", "𝔘𝔫𝔦 👩🏽‍🚒", `\"`, `\\"`, "--", "port:n", `+"a"`,
}

func TestNasty(t *testing.T) {
	g := &layout.Graph{}
	for _, s := range nasty {
		g.Boxes = append(g.Boxes, layout.Box{ID: s, First: int32(len(g.Lines)), Count: 1})
		g.Lines = append(g.Lines, layout.Line{S: s})
	}
	g.Title, g.Tray, g.Boxes[0].Tray = nasty[0], nasty[1], true
	d := read(t, encode(t, dot.Encoder{}, g))
	for i, s := range nasty {
		want := text.Clean(s)
		if n := d.nodes["n"+strconv.Itoa(i)]; n["label"] != want || n["id"] != want {
			t.Errorf("%q comes back as %q", s, n)
		}
	}
}

// The dot command shows the same.
func TestGraphviz(t *testing.T) {
	path := command(t)
	g := office()
	for _, s := range nasty {
		g.Boxes = append(g.Boxes, layout.Box{ID: s, First: int32(len(g.Lines)), Count: 1})
		g.Lines = append(g.Lines, layout.Line{S: s})
	}
	cmd := exec.Command(path, "-Tsvg")
	cmd.Stdin = strings.NewReader(string(encode(t, dot.Encoder{}, g)))
	var complaints strings.Builder
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil || complaints.Len() > 0 {
		t.Fatalf("dot: %v: %s", err, complaints.String())
	}
	labels, edges := drawn(t, out)
	if len(edges) != len(g.Edges)-2 {
		t.Errorf("%d edges drawn: %q", len(edges), edges)
	}
	for i, s := range nasty {
		node := "n" + strconv.Itoa(len(g.Boxes)-len(nasty)+i)
		if got, want := squeeze(labels[node]), squeeze(text.Clean(s)); got != want {
			t.Errorf("%q is drawn as %q", want, got)
		}
	}
	if got := labels["n0"]; got != "Ada Lovelace\nHead of IT & data" {
		t.Errorf("n0 is drawn as %q", got)
	}
}

// drawn is the text of each node and the titles of the edges in Graphviz's SVG.
func drawn(t *testing.T, out []byte) (labels map[string]string, edges []string) {
	type group struct {
		Class string   `xml:"class,attr"`
		Title string   `xml:"title"`
		Text  []string `xml:"a>text"`
		Parts []group  `xml:"g"`
	}
	var doc struct {
		Graph group `xml:"g"`
	}
	if err := xml.Unmarshal(out, &doc); err != nil {
		t.Fatalf("%v in\n%s", err, out)
	}
	labels = map[string]string{}
	for _, g := range doc.Graph.Parts {
		switch g.Class {
		case "node":
			for _, linked := range g.Parts { // what has a tooltip is in a group of its own
				labels[g.Title] = strings.Join(linked.Text, "\n")
			}
		case "edge":
			edges = append(edges, g.Title)
		}
	}
	return labels, edges
}

// squeeze makes spaces alike, as drawing does.
func squeeze(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), " ")
}

// The first write error comes back, and nothing is written after it.
func TestWriteError(t *testing.T) {
	g := office()
	for range 5000 {
		g.Boxes = append(g.Boxes, layout.Box{ID: "one more box"})
	}
	w := &failing{after: 1}
	if err := dot.Encode(w, g); !errors.Is(err, errFull) {
		t.Errorf("the error is %v", err)
	}
	if w.calls != 2 {
		t.Errorf("%d writes", w.calls)
	}
}

var errFull = errors.New("disk full")

type failing struct{ after, calls int }

func (f *failing) Write(b []byte) (int, error) {
	if f.calls++; f.calls > f.after {
		return 0, errFull
	}
	return len(b), nil
}

func FuzzEscape(f *testing.F) {
	for _, s := range nasty {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		g := &layout.Graph{Title: s, Tray: s,
			Boxes: []layout.Box{{ID: s, Count: 1, Tray: true}, {ID: "other"}},
			Lines: []layout.Line{{S: s}},
			Edges: []layout.Edge{{From: 0, To: 1, Tree: true}}}
		d := read(t, encode(t, dot.Encoder{}, g))
		want := text.Clean(s)
		if len(d.nodes) != 2 || len(d.edges) != 1 || len(d.tray) != 1 {
			t.Fatalf("%q changes the graph: %+v", s, d)
		}
		if n := d.nodes["n0"]; n["label"] != want || n["id"] != want {
			t.Fatalf("%q comes back as %q", want, n)
		}
		if d.graph["label"] != want {
			t.Fatalf("the title %q comes back as %q", want, d.graph["label"])
		}
	})
}
