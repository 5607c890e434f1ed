package bars_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"example.com/orgchart/layout/bars"
	"example.com/orgchart/layout/svg"
	"example.com/orgchart/layout/text"
)

var update = flag.Bool("update", false, "write the golden files")

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

func encode(t testing.TB, e bars.Encoder, s bars.Sheet) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := e.Encode(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, src []byte) element {
	t.Helper()
	var root element
	if err := xml.Unmarshal(src, &root); err != nil {
		t.Fatalf("%v in\n%s", err, src)
	}
	return root
}

// gallery is a sheet with everything in it.
func gallery() bars.Sheet {
	return bars.Sheet{
		Title: "Gallery", Subtitle: "Everything that a sheet can say",
		Panels: []bars.Panel{
			{Title: "Columns", Along: "reports", Value: "managers", Note: "a note", Bars: []bars.Bar{
				{Label: "1", Parts: []bars.Part{{N: 3}}}, {Label: "2"}, {Label: "3", Parts: []bars.Part{{N: 2, Colour: 1}, {N: 4, Colour: 9}}},
				{Label: "16–20", Parts: []bars.Part{{N: 1, Colour: 5}}, Hint: "one & only"},
			}},
			{Title: "Pyramid", Form: bars.Pyramid, Half: true, Along: "layer", Value: "seats", Bars: []bars.Bar{
				{Label: "1", Parts: []bars.Part{{N: 1, Colour: 6}}}, {Label: "2–9", Parts: []bars.Part{{N: 3, Colour: 6}, {N: 900}}, Faint: true},
			}},
			{Title: "Rows", Form: bars.Rows, Half: true, Along: "unit", Value: "span", Unit: 1_000_000, Bars: []bars.Bar{
				{Label: "IT <script>", Parts: []bars.Part{{N: 7_500_000, Colour: 6}}, Low: 3_000_000, High: 9_000_000},
				{Label: strings.Repeat("very long ", 20), Parts: []bars.Part{{N: 1_000_000, Colour: 6}}, Text: "one"},
				{Label: "3 others", Faint: true, Text: "of no length"},
			}},
			{Title: "Nothing", Bars: nil},
		},
		Legend: []bars.Key{{Colour: 1, Text: "first"}, {Colour: 6, Text: "sixth"}, {Text: strings.Repeat("long ", 40)}},
	}
}

func TestGolden(t *testing.T) {
	for name, s := range map[string]bars.Sheet{"gallery": gallery(), "empty": {}} {
		got, file := encode(t, bars.Encoder{}, s), filepath.Join("testdata", name+".svg")
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs; look at the picture, then run with -update", file)
		}
	}
}

// The picture is an image with a title and a description, and each bar says what it is.
func TestAccessible(t *testing.T) {
	root := read(t, encode(t, bars.Encoder{Prefix: "1x y"}, gallery()))
	if root.attr("role") != "img" || root.attr("aria-labelledby") != "oc1xy-title oc1xy-desc" {
		t.Errorf("%+v", root.Attrs)
	}
	if title := root.all("title")[0]; title.attr("id") != "oc1xy-title" || title.Text != "Gallery" {
		t.Errorf("%+v", title)
	}
	if desc := root.all("desc")[0]; desc.attr("id") != "oc1xy-desc" || !strings.Contains(desc.Text, "Columns: 4 bars.") {
		t.Errorf("%+v", desc)
	}
	var hints []string
	for _, g := range root.all("g") {
		hints = append(hints, g.all("title")[0].Text)
	}
	for _, want := range []string{"1: 3", "3: 6", "one & only", "IT <script>: 7.5", "3 others: of no length"} {
		if !strings.Contains(strings.Join(hints, "\n"), want) {
			t.Errorf("no bar says %q on hover: %q", want, hints)
		}
	}
}

// A fixed theme has no colours for the night, and one that follows the viewer does.
func TestThemes(t *testing.T) {
	for name, theme := range map[string]svg.Theme{"auto": {}, "light": svg.Light(), "dark": svg.Dark()} {
		b := encode(t, bars.Encoder{Theme: theme}, gallery())
		if bytes.Contains(b, []byte("prefers-color-scheme")) != (name == "auto") {
			t.Errorf("%s follows the viewer, or does not", name)
		}
		if name == "dark" && !bytes.Contains(b, []byte(svg.Dark().Colours.Paper.CSS())) {
			t.Error("dark paper is missing")
		}
	}
}

// Lengths are in proportion, the least is seen, and the largest numbers there are do no harm.
func TestLengths(t *testing.T) {
	const most = 1<<63 - 1
	for _, form := range []bars.Form{bars.Columns, bars.Rows, bars.Pyramid, 99} {
		s := bars.Sheet{Panels: []bars.Panel{{Form: form, Bars: []bars.Bar{
			{Parts: []bars.Part{{N: most}, {N: most}}}, {Parts: []bars.Part{{N: 1}}}, {Parts: []bars.Part{{N: -5}}}, {Parts: []bars.Part{{N: most/2 + 1}}}, {},
		}}}}
		for _, unit := range []int64{0, -1, 1, 1_000_000, most} {
			s.Panels[0].Unit = unit
			var sizes []string
			for _, g := range read(t, encode(t, bars.Encoder{}, s)).all("g") {
				for _, r := range g.all("rect") {
					size := r.attr("width")
					if form == bars.Columns {
						size = r.attr("height")
					}
					sizes = append(sizes, size)
				}
			}
			if len(sizes) < 3 || sizes[len(sizes)-2] != "1" || sizes[0] == "0" {
				t.Errorf("form %d, unit %d: %v", form, unit, sizes)
			}
		}
	}
}

// No text leaves the sheet, however long what it says.
func TestManyBarsFit(t *testing.T) {
	s := bars.Sheet{Title: strings.Repeat("title ", 1000), Subtitle: strings.Repeat("s", 1<<20), Panels: []bars.Panel{{Title: "wide"}, {Form: bars.Rows, Half: true}, {Form: bars.Pyramid, Half: true}}}
	for i := range 500 {
		for k := range s.Panels {
			s.Panels[k].Bars = append(s.Panels[k].Bars, bars.Bar{Label: strings.Repeat("W", i), Text: strings.Repeat("M", i), Parts: []bars.Part{{N: int64(i)}}})
		}
	}
	root := read(t, encode(t, bars.Encoder{}, s))
	if w := root.attr("width"); w != "13088" {
		t.Errorf("the sheet is %s wide", w)
	}
	for _, x := range root.all("text") {
		left, _ := strconv.Atoi(x.attr("x"))
		class := strings.Fields(x.attr("class"))
		style := text.Strong
		for name, st := range map[string]text.Style{"h": text.Heading, "p": text.Plain, "s": text.Small} {
			if slices.Contains(class, name) {
				style = st
			}
		}
		w := text.Width(x.Text, style)
		if slices.Contains(class, "e") {
			left -= w
		} else if slices.Contains(class, "c") {
			left -= w / 2
		}
		if left < 0 || left+w > 13088 {
			t.Errorf("%.20q... goes from %d to %d", x.Text, left, left+w)
		}
	}
}

type broken struct{ after int }

var errFull = errors.New("full")

func (b *broken) Write(p []byte) (int, error) {
	if b.after--; b.after < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// The first error of the writer comes back.
func TestWriterFails(t *testing.T) {
	for n := range 3 {
		if err := bars.Encode(&broken{after: n}, gallery()); !errors.Is(err, errFull) {
			t.Errorf("after %d writes: %v", n, err)
		}
	}
}

// One encoder serves many goroutines, which all get the same bytes.
func TestSameBytes(t *testing.T) {
	want := encode(t, bars.Encoder{}, gallery())
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if !bytes.Equal(encode(t, bars.Encoder{}, gallery()), want) {
				t.Error("other bytes")
			}
		}()
	}
	wg.Wait()
}

// FuzzTexts: whatever texts a sheet holds, the picture is XML in which they are text, and none of them
// makes an element or an attribute.
func FuzzTexts(f *testing.F) {
	for _, s := range []string{"", "IT", "</title><script>alert(1)</script>", "a&b", `" onload="x`, "]]>", "\x00\x1b[31m", "\xff\xfe", "\u202eevil", "<!--", "ÄÖ漢字\u0301\u0301", strings.Repeat("x", 300)} {
		f.Add(s, s, int64(3), uint8(1))
	}
	f.Fuzz(func(t *testing.T, s, u string, n int64, colour uint8) {
		for form := range bars.Form(3) {
			make := func(s, u string) element {
				bar := bars.Bar{Label: s, Text: u, Hint: s + u, Parts: []bars.Part{{N: n, Colour: colour}}, High: n}
				return read(t, encode(t, bars.Encoder{Prefix: s}, bars.Sheet{
					Title: s, Subtitle: u, Desc: s, Legend: []bars.Key{{Colour: colour, Text: u}},
					Panels: []bars.Panel{{Title: s, Along: u, Value: s, Note: u, Form: form, Unit: n, Bars: []bars.Bar{bar}}},
				}))
			}
			root := make(s, u)
			names := map[string]bool{"title": true, "desc": true, "style": true, "rect": true, "path": true, "text": true, "g": true}
			attrs := map[string]bool{"class": true, "x": true, "y": true, "width": true, "height": true, "d": true, "id": true}
			var walk func(e element)
			walk = func(e element) {
				for _, k := range e.Kids {
					if !names[k.Name.Local] {
						t.Fatalf("an element %q of %q and %q", k.Name.Local, s, u)
					}
					for _, a := range k.Attrs {
						if !attrs[a.Name.Local] {
							t.Fatalf("an attribute %q of %q and %q", a.Name.Local, s, u)
						}
					}
					walk(k)
				}
			}
			walk(root)
			if got, want := root.all("desc")[0].Text, text.Clean(s); s != "" && got != want {
				t.Fatalf("%q is described as %q", s, got)
			}
			if strings.Contains(root.all("style")[0].Text, "<") {
				t.Fatalf("the style holds markup of %q", s)
			}
		}
	})
}
