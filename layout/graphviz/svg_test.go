package graphviz_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/graphviz"
	"example.com/orgchart/layout/graphviz/internal/grammar"
	"example.com/orgchart/layout/layouttest"
	"example.com/orgchart/layout/text"
)

// texts is the text of each box in a picture, by what it shows on hover.
func texts(t *testing.T, picture []byte) map[string]string {
	t.Helper()
	type group struct {
		Class string   `xml:"class,attr"`
		Title string   `xml:"title"`
		Text  []string `xml:"text"`
		Parts []group  `xml:"g"`
	}
	var doc group
	if err := xml.Unmarshal(picture, &doc); err != nil {
		t.Fatalf("%v in\n%s", err, picture)
	}
	all := map[string]string{}
	for todo := []group{doc}; len(todo) > 0; {
		g := todo[0]
		if todo = append(todo[1:], g.Parts...); g.Class == "node" {
			all[g.Title] = strings.Join(g.Text, "\n")
		}
	}
	return all
}

// Every layout's picture is XML by itself, holds every box with its text, and nothing active.
func TestSVG(t *testing.T) {
	pool := newPool(t, nil)
	g := graph(7, 40)
	lines := []string{`"><script>alert(1)</script>`, "&amp; <b>", "\\N \\G", "Жанна Д'Арк", "人事部", "NUL \x00 \x1b[31m", "%x\\", "bad \xff"}
	for i := range g.Boxes {
		g.Lines[i].S = lines[i%len(lines)]
	}
	g.Title, g.Desc = "</title><script>", "described\nhere"
	for i := range graphviz.Layouts() {
		e := graphviz.Engine{Pool: pool, Layout: graphviz.Layout(i)}
		var b bytes.Buffer
		if err := e.SVG(context.Background(), &b, g); err != nil {
			t.Errorf("%v: %v", e.Layout, err)
			continue
		}
		for _, bad := range []string{"<!", "<script", "href", "xlink", " id=", "style=", "url("} {
			if strings.Contains(b.String(), bad) {
				t.Errorf("%v: %q in the picture", e.Layout, bad)
			}
		}
		if n := strings.Count(b.String(), "described"); n != 1 {
			t.Errorf("%v: the description stands %d times", e.Layout, n)
		}
		shown := texts(t, b.Bytes())
		for k, box := range g.Boxes {
			if got, want := strings.Join(strings.Fields(shown[box.ID]), " "), strings.Join(strings.Fields(text.Clean(lines[k%len(lines)])), " "); got != want {
				t.Errorf("%v: box %s shows %q, want %q", e.Layout, box.ID, got, want)
			}
		}
	}
}

// What Arrange sends has no word of the graph in it, and the worker's own grammar takes it.
func TestSkeleton(t *testing.T) {
	graphs := layouttest.Odd()
	graphs["random"] = *graph(5, 120)
	for name, g := range graphs {
		for i := range graphviz.Layouts() {
			for _, d := range []layout.Direction{layout.TopDown, layout.LeftRight} {
				src := graphviz.Skeleton(&g, graphviz.Engine{Layout: graphviz.Layout(i), Direction: d})
				if src == nil {
					continue
				}
				if err := grammar.Check(src); err != nil || bytes.Contains(src, []byte("Organisation")) {
					t.Errorf("%s: %v in\n%s", name, err, src)
				}
			}
		}
	}
}

// The first write error comes back.
func TestWriteError(t *testing.T) {
	r, w := io.Pipe()
	r.CloseWithError(os.ErrDeadlineExceeded)
	if err := newPool(t, nil).SVG(context.Background(), w, graph(1, 3)); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("%v", err)
	}
}

func TestLayoutNames(t *testing.T) {
	for i, name := range graphviz.Layouts() {
		var l graphviz.Layout
		if err := l.UnmarshalText([]byte(name)); err != nil || l != graphviz.Layout(i) || l.String() != name {
			t.Errorf("%s: %v, %v", name, l, err)
		}
	}
	var l graphviz.Layout
	if l.UnmarshalText([]byte("nop")) == nil {
		t.Error("nop is taken")
	}
}
