package svg_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/svg"
	"example.com/orgchart/layout/text"
)

// An element is what encoding/xml reads.
type element struct {
	Name  xml.Name
	Attrs []xml.Attr `xml:",any,attr"`
	Text  string     `xml:",chardata"`
	Kids  []element  `xml:",any"`
}

func (e *element) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	type plain element
	e.Name = start.Name
	return d.DecodeElement((*plain)(e), &start)
}

// all is every element called name under e.
func (e element) all(name string) (found []element) {
	for _, k := range e.Kids {
		if k.Name.Local == name {
			found = append(found, k)
		}
		found = append(found, k.all(name)...)
	}
	return found
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func encode(t testing.TB, e svg.Encoder, d *layout.Diagram) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := e.Encode(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// read parses what Encode wrote.
func read(t testing.TB, src []byte) element {
	t.Helper()
	var root element
	if err := xml.Unmarshal(src, &root); err != nil {
		t.Fatalf("%v in\n%s", err, src)
	}
	return root
}

func TestAccessible(t *testing.T) {
	root := read(t, encode(t, svg.Encoder{}, office()))
	if root.attr("role") != "img" || root.Kids[0].Name.Local != "title" || root.Kids[1].Name.Local != "desc" ||
		root.attr("aria-labelledby") != root.Kids[0].attr("id")+" "+root.Kids[1].attr("id") {
		t.Errorf("the picture is not labelled: %v", root.Attrs)
	}
	if root.Kids[0].Text != "Harbour Digital" || !strings.HasPrefix(root.Kids[1].Text, "Four boxes.") {
		t.Errorf("labelled %q, %q", root.Kids[0].Text, root.Kids[1].Text)
	}
	bare := read(t, encode(t, svg.Encoder{}, &layout.Diagram{Graph: layout.Graph{Boxes: make([]layout.Box, 3)}}))
	if bare.Kids[0].Text == "" || bare.Kids[1].Text != "3 boxes, 0 lines." {
		t.Errorf("without words labelled %q, %q", bare.Kids[0].Text, bare.Kids[1].Text)
	}
}

func TestHover(t *testing.T) {
	d := &layout.Diagram{
		Graph: layout.Graph{Boxes: []layout.Box{{ID: "a"}, {ID: "b", Hover: "Ada\nHead & \"boss\"\r\nof \x00"}, {ID: "c", Hover: "id c"}, {Hover: "no id"}}},
		At:    make([]layout.Rect, 4),
	}
	root := read(t, encode(t, svg.Encoder{}, d))
	var got []string
	for _, e := range root.all("title")[1:] {
		got = append(got, e.Text)
	}
	want := []string{"a", "Ada\nHead & \"boss\"\nof \ufffd\nb", "id c", "no id"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("hover texts %q, want %q", got, want)
	}
}

// Nothing in a picture acts or fetches.
func TestNoActiveContent(t *testing.T) {
	for _, theme := range []svg.Theme{{}, svg.Light(), svg.Dark()} {
		out := string(encode(t, svg.Encoder{Theme: theme}, gallery()))
		for _, bad := range []string{"<script", "href", "<image", "<use", "@import", "javascript:", " on", "http:", "https:", "\x1b", "\x00", "\u202e"} {
			n := strings.Count(out, bad)
			if bad == "http:" {
				n-- // the name of the XML dialect
			}
			if n > 0 {
				t.Errorf("%q occurs", bad)
			}
		}
	}
}

func TestThemes(t *testing.T) {
	auto, light, dark := string(encode(t, svg.Encoder{}, office())), string(encode(t, svg.Encoder{Theme: svg.Light()}, office())), string(encode(t, svg.Encoder{Theme: svg.Dark()}, office()))
	if auto != string(encode(t, svg.Encoder{Theme: svg.Auto()}, office())) {
		t.Error("the zero theme is not Auto")
	}
	const follows = "prefers-color-scheme:dark"
	if !strings.Contains(auto, follows) || strings.Contains(light, follows) || strings.Contains(dark, follows) {
		t.Error("only Auto follows the viewer")
	}
	if !strings.Contains(dark, "#12171e") || strings.Contains(light, "#12171e") {
		t.Error("a fixed theme has the wrong colours")
	}
	odd := svg.Light()
	odd.Shape = svg.Shape{Radius: -5, Corner: 1 << 20, Bar: 1 << 20, Outline: 1e300}
	read(t, encode(t, svg.Encoder{Theme: odd}, gallery()))
}

func TestPrefix(t *testing.T) {
	for prefix, want := range map[string]string{"": "oc", "chart-2": "chart-2", `2"><b`: "oc2b", "é": "oc"} {
		root := read(t, encode(t, svg.Encoder{Prefix: prefix}, office()))
		if root.attr("class") != want || root.Kids[0].attr("id") != want+"-title" {
			t.Errorf("prefix %q: class %q, id %q", prefix, root.attr("class"), root.Kids[0].attr("id"))
		}
	}
}

// A large picture is made in parts by several goroutines: the bytes are the same as in one go.
func TestPartsInOrder(t *testing.T) {
	d := grid(10_000)
	whole := encode(t, svg.Encoder{}, d)
	for i, e := range read(t, whole).all("title")[1:] {
		if e.Text != d.Boxes[i].ID {
			t.Fatalf("box %d is %q", i, e.Text)
		}
	}
	var group sync.WaitGroup
	for range 4 {
		group.Add(1)
		go func() {
			defer group.Done()
			var b bytes.Buffer
			if err := svg.Encode(&b, d); err != nil || !bytes.Equal(b.Bytes(), whole) {
				t.Errorf("%d bytes, want %d: %v", b.Len(), len(whole), err)
			}
		}()
	}
	group.Wait()
}

// The first write error comes back, and nothing is written after it.
func TestWriteError(t *testing.T) {
	for _, n := range []int{10, 1000, 9_000} {
		for after := range 3 {
			w := &failing{after: after}
			err := svg.Encode(w, grid(n))
			if after < w.calls && !errors.Is(err, errFull) || w.calls > after+1 {
				t.Errorf("%d boxes, %d good writes: %d writes, %v", n, after, w.calls, err)
			}
		}
	}
	if err := svg.Encode(short{}, office()); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("a short write gives %v", err)
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

type short struct{}

func (short) Write(b []byte) (int, error) { return len(b) / 2, nil }

// Corners become smaller where there is no room, and arrows turn with their edge.
func TestPaths(t *testing.T) {
	for _, c := range []struct {
		edge  layout.Edge
		curve bool
		xy    []int32
		want  string
	}{
		{layout.Edge{}, false, []int32{0, 0, 0, 30, 40, 30, 40, 60}, "M0-1v25q0 6 6 6h28q6 0 6 6v24"},
		{layout.Edge{}, false, []int32{40, 0, 40, 6, 28, 6, 28, 12}, "M40-1v1q0 6-6 6q-6 0-6 6"},
		{layout.Edge{}, false, []int32{0, 0, 0, 8, 6, 8, 6, 16}, "M0-1v6q0 3 3 3q3 0 3 3v5"},
		{layout.Edge{}, false, []int32{0, 0, 0, 8, 2, 8, 2, 16}, "M0-1v9h2v8"},
		{layout.Edge{}, false, []int32{10, 5, 60, 5, 60, 40, 90, 40}, "M9 5h45q6 0 6 6v23q0 6 6 6h24"},
		{layout.Edge{}, false, []int32{0, 0, 30, 40, 60, 0}, "M0 0l30 40l30-40"},
		{layout.Edge{}, false, []int32{5, 5, 5, 5, 5, 5}, "M5 5"},
		{layout.Edge{}, false, []int32{0, 0, 0, 10, 0, 20}, "M0-1v11v10"},
		{layout.Edge{Arrow: true}, false, []int32{0, 0, 0, 60}, "M0-1v54|M0 60l-4-9l8 0z"},
		{layout.Edge{Arrow: true}, false, []int32{60, 0, 0, 0}, "M61 0h-54|M0 0l9-4l0 8z"},
		{layout.Edge{Arrow: true}, false, []int32{0, 0, 30, 40}, "M0 0l26 35|M30 40l-8-5l6-4z"},
		{layout.Edge{Arrow: true}, false, []int32{7, 7, 7, 7}, "M7 7"},
		{layout.Edge{Stroke: layout.Double}, false, []int32{0, 0, 60, 0}, "M-1 0h61|M-1 0h61"},
		{layout.Edge{}, true, []int32{0, 0, 30, 60, 60, 0}, "M0 0c5 10 20 60 30 60c10 0 25-50 30-60"},
	} {
		s := &sketch{}
		s.path(c.edge, c.curve, c.xy...)
		var got []string
		for _, p := range read(t, encode(t, svg.Encoder{}, &s.Diagram)).all("path") {
			if class := p.attr("class"); !strings.HasPrefix(class, "z") {
				got = append(got, p.attr("d"))
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%v: %q, want %q", c.xy, got, c.want)
		}
	}
}

func TestRightToLeft(t *testing.T) {
	s := &sketch{}
	s.box(0, 0, layout.Box{}, "שרה", "Ada שרה", "(فاطمة")
	var got []string
	for _, e := range read(t, encode(t, svg.Encoder{}, &s.Diagram)).all("text") {
		got = append(got, e.attr("x")+" "+e.attr("class"))
	}
	if want := "107 r|12 p|107 s r"; strings.Join(got, "|") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"Ada", `</text><script>alert("1")</script>`, "&#0; &amp; ]]>", "\x1b[31m\x00\x7f", "O'Hara \"x\"", "é\xff\ufffe", "\u202e\u2066", "#123456789", "G4 · Ελένη Анна 王小明", "\xc2\xe4\xb8", "\xc2\x85\xd2\x83\xcc\x81", "שרה", "a\nb\rc", "0123456789abcdef0123456789abcdef<"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := &layout.Diagram{
			Graph: layout.Graph{Title: s, Desc: s, Boxes: []layout.Box{{ID: s, Count: 1, H: 500}, {Hover: s}}, Lines: []layout.Line{{S: s}}},
			At:    make([]layout.Rect, 2),
			Words: []layout.Word{{Line: layout.Line{S: s}}},
		}
		root := read(t, encode(t, svg.Encoder{}, d))
		want := text.Clean(s)
		for _, e := range root.all("text") {
			if e.Text != want {
				t.Fatalf("the line %q comes back as %q", want, e.Text)
			}
		}
		titles := root.all("title")
		if len(titles) != 3 || titles[0].Text != want && s != "" || titles[1].Text != want {
			t.Fatalf("%q gives titles %q", s, titles)
		}
		if lines := strings.Split(titles[2].Text, "\n"); len(lines) != strings.Count(s, "\n")+1 {
			t.Fatalf("%q is shown in %d lines", s, len(lines))
		}
	})
}

// FuzzDiagram gives diagrams whose numbers lie.
func FuzzDiagram(f *testing.F) {
	f.Add([]byte("some numbers to begin with, as many as may be wanted here"))
	f.Add(bytes.Repeat([]byte{0xff, 0x7f, 0x80, 0}, 40))
	f.Fuzz(func(t *testing.T, data []byte) {
		next := func() int32 {
			if len(data) == 0 {
				return 0
			}
			c := data[0]
			data = data[1:]
			if c >= 0xf0 { // an extreme, at times
				return []int32{-1, 1<<31 - 1, -1 << 31, 1 << 30}[c%4]
			}
			return int32(c)%40 - 4
		}
		d := &layout.Diagram{W: int(next()), H: int(next())}
		for range 6 {
			d.Boxes = append(d.Boxes, layout.Box{ID: "id", W: next(), H: next(), First: next(), Count: next(), Badge: next(), Below: next(),
				Bar: uint8(next()), State: layout.State(next()), Mark: layout.Mark(next())})
			d.At = append(d.At, layout.Rect{X: next(), Y: next(), W: next(), H: next()})
			d.Lines = append(d.Lines, layout.Line{S: "text", Style: text.Style(next()), Rule: next() > 9, Cut: next() > 9})
			d.Edges = append(d.Edges, layout.Edge{From: next(), To: next(), Stroke: layout.Stroke(next()), Mark: layout.Mark(next()), Arrow: next() > 9})
			d.Paths = append(d.Paths, layout.Path{Edge: next(), First: next(), Count: next(), Curve: next() > 19})
			d.Points = append(d.Points, layout.Point{X: next(), Y: next()}, layout.Point{X: next(), Y: next()})
			d.Words = append(d.Words, layout.Word{X: next(), Y: next(), Line: layout.Line{S: "word", Style: text.Style(next())}})
			d.Legend = append(d.Legend, layout.Key{Sample: layout.Sample(next()), Stroke: layout.Stroke(next()), State: layout.State(next()), Mark: layout.Mark(next()), Bar: uint8(next()), Text: "key", Count: int(next())})
			d.Keys = append(d.Keys, layout.Rect{X: next(), Y: next(), W: next(), H: next()})
		}
		d.At, d.Keys = d.At[:max(0, min(6, int(next())))], d.Keys[:max(0, min(6, int(next())))]
		read(t, encode(t, svg.Encoder{}, d))
	})
}
