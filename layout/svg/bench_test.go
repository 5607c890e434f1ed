package svg_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/svg"
	"example.com/orgchart/layout/text"
)

// grid is an organisation of n ordinary boxes, teams of eight under a box of the row above, and
// an edge each but for the first row: name, title, bar, hover text, an elbow.
func grid(n int) *layout.Diagram {
	first := []string{"Ada", "Grace", "Alan", "Elisabeth", "Jo", "Hans-Jürgen", "Priya", "Omar"}
	last := []string{"Lovelace", "Hopper", "Turing", "Schmidt", "O'Hara", "Müller", "Sharma", "Haddad"}
	titles := []string{"Project manager, payments", "Head of infrastructure", "Policy adviser", "Research & development lead"}
	s := &sketch{}
	s.Title, s.Subtitle, s.Desc = "Grid", "as of 2026-11-23", "Boxes in rows."
	const wide = 200
	for i := range n {
		name := first[i%len(first)] + " " + last[i/len(first)%len(last)]
		title := titles[i%len(titles)]
		id := fmt.Sprintf("p-%d", i)
		s.Boxes = append(s.Boxes, layout.Box{ID: id, W: 176, H: 47, First: int32(2 * i), Count: 2, Bar: uint8(i%5 + 1)})
		s.Lines = append(s.Lines, layout.Line{S: name, Style: text.Strong}, layout.Line{S: title, Style: text.Plain})
		s.At = append(s.At, layout.Rect{X: int32(24 + i%wide*192), Y: int32(80 + i/wide*96), W: 176, H: 47})
		if i >= wide {
			s.tree(int32((i/wide-1)*wide+i%wide/8*8+3), int32(i))
		}
	}
	s.W, s.H = 48+wide*192, 128+(n/wide+1)*96
	return &s.Diagram
}

const benchBoxes = 100_000

func BenchmarkEncode(b *testing.B) {
	d := grid(benchBoxes)
	size := &counter{}
	b.ReportAllocs()
	for b.Loop() {
		size.n = 0
		if err := svg.Encode(size, d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(size.n)/benchBoxes, "B/box")
}

// BenchmarkFprintf writes the same bytes as BenchmarkEncode in the way that comes first to
// mind.
func BenchmarkFprintf(b *testing.B) {
	d := grid(benchBoxes)
	head := headOf(b, d)
	b.ReportAllocs()
	for b.Loop() {
		fprintf(io.Discard, head, d)
	}
}

// The two benchmarks write the same.
func TestFprintfWritesTheSame(t *testing.T) {
	d := grid(3000)
	var got, want bytes.Buffer
	if err := svg.Encode(&got, d); err != nil {
		t.Fatal(err)
	}
	fprintf(&want, headOf(t, d), d)
	if !bytes.Equal(got.Bytes(), want.Bytes()) {
		i := 0
		for got.Bytes()[i] == want.Bytes()[i] {
			i++
		}
		t.Errorf("they differ:\n%s\n%s", got.Bytes()[i-60:i+60], want.Bytes()[i-60:i+60])
	}
}

// No allocation is made for a box.
func TestAllocations(t *testing.T) {
	few, many := grid(100), grid(10_000)
	count := func(d *layout.Diagram) float64 {
		return testing.AllocsPerRun(3, func() { svg.Encode(io.Discard, d) })
	}
	if a, b := count(few), count(many); b > a+20 || a > 20 {
		t.Errorf("%v allocations for 100 boxes, %v for 10,000", a, b)
	}
}

// headOf is what stands before the first edge: the same for both benchmarks, and nothing
// beside a hundred thousand boxes.
func headOf(t testing.TB, d *layout.Diagram) string {
	var b bytes.Buffer
	if err := svg.Encode(&b, &layout.Diagram{Graph: layout.Graph{Title: d.Title, Desc: d.Desc}, W: d.W, H: d.H}); err != nil {
		t.Fatal(err)
	}
	head, _ := strings.CutSuffix(b.String(), "</svg>\n")
	return head
}

var escaper = strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;", `"`, "&#34;", "'", "&#39;")

func fprintf(w io.Writer, head string, d *layout.Diagram) {
	fmt.Fprint(w, head)
	fmt.Fprintln(w, `<g class="e" transform="translate(.5 .5)">`)
	for _, p := range d.Paths {
		q := d.Points[p.First : p.First+p.Count]
		down, right, end := q[1].Y-q[0].Y+1-6, q[2].X-q[1].X, q[3].Y-q[2].Y-6
		switch {
		case right == 0:
			fmt.Fprintf(w, "<path d=\"M%d %dv%dv%d\"/>\n", q[0].X, q[0].Y-1, down+6, end+6)
		case right < 0:
			fmt.Fprintf(w, "<path d=\"M%d %dv%dq0 6-6 6h%dq-6 0-6 6v%d\"/>\n", q[0].X, q[0].Y-1, down, right+12, end)
		default:
			fmt.Fprintf(w, "<path d=\"M%d %dv%dq0 6 6 6h%dq6 0 6 6v%d\"/>\n", q[0].X, q[0].Y-1, down, right-12, end)
		}
	}
	fmt.Fprintln(w, "</g>")
	fmt.Fprintln(w, `<g class="b" transform="translate(.5 .5)">`)
	for i, b := range d.Boxes {
		r := d.At[i]
		fmt.Fprintf(w, `<g transform="translate(%d,%d)"><title>%s</title>`, r.X, r.Y, escaper.Replace(b.ID))
		fmt.Fprintf(w, `<rect width="%d" height="%d" rx="%d"/>`, r.W-1, r.H-1, 6)
		fmt.Fprintf(w, `<path class="u%d" d="M%d %dv%d"/>`, b.Bar, 2, 6, r.H-13)
		y := text.PadY
		for _, l := range d.Lines[b.First : b.First+b.Count] {
			if l.Style == text.Strong {
				fmt.Fprintf(w, `<text x="%d" y="%d">%s</text>`, text.PadX, y+13, escaper.Replace(l.S))
			} else {
				fmt.Fprintf(w, `<text x="%d" y="%d" class="p">%s</text>`, text.PadX, y+11, escaper.Replace(l.S))
			}
			y += l.Style.Leading()
		}
		fmt.Fprintln(w, "</g>")
	}
	fmt.Fprintln(w, "</g>")
	fmt.Fprintln(w, "</svg>")
}

// A counter counts what is written to it.
type counter struct{ n int }

func (c *counter) Write(b []byte) (int, error) {
	c.n += len(b)
	return len(b), nil
}
