package dot

import (
	"bufio"
	"io"
	"strconv"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/svg"
)

// Encode writes g to w as the zero [Encoder] does.
func Encode(w io.Writer, g *layout.Graph) error { return Encoder{}.Encode(w, g) }

// An Encoder writes graphs as DOT. The zero Encoder draws from the top down in light colours.
type Encoder struct {
	Direction layout.Direction // where reports stand from their boss
	Colours   svg.Palette      // zero: those of svg.Light

	// Sized makes boxes as large as the graph says, larger only where a badge needs a line of
	// its own. Without it Graphviz makes each box as large as it takes its text to be, at least
	// as large as the graph says; it guesses: text that is not Latin comes out twice as wide as
	// Graphviz without its font library thinks. Boxes of no size keep Graphviz's.
	// Sized also keeps boxes apart in layouts other than dot, which would lay one on another.
	Sized bool
}

// Encode writes g to w: one digraph, UTF-8, a statement a line. The same graph gives the same
// bytes. The error is the first one of w. What g names and does not hold is left out: lines
// beyond Lines, an edge from or to a box beyond Boxes.
func (e Encoder) Encode(w io.Writer, g *layout.Graph) error {
	if e.Colours == (svg.Palette{}) {
		e.Colours = svg.Light().Colours
	}
	p := &picture{Writer: bufio.NewWriterSize(w, 64<<10), g: g, colours: &e.Colours, sized: e.Sized}
	p.head(e.Direction)
	tray := false
	for i := range g.Boxes {
		p.put(p.appendBox(p.AvailableBuffer(), i))
		tray = tray || g.Boxes[i].Tray
	}
	if tray {
		p.tray()
	}
	for i := range g.Edges {
		p.put(p.appendEdge(p.AvailableBuffer(), &g.Edges[i]))
	}
	p.put([]byte("}\n"))
	return p.Flush()
}

// A picture is one graph on its way out. Its Writer keeps the first error.
type picture struct {
	*bufio.Writer
	g       *layout.Graph
	colours *svg.Palette
	sized   bool
}

// put writes b; Flush tells of an error.
func (p *picture) put(b []byte) { _, _ = p.Write(b) }

// head writes what holds for the whole picture.
func (p *picture) head(d layout.Direction) {
	g, c := p.g, p.colours
	rank := "TB"
	if d == layout.LeftRight {
		rank = "LR"
	}
	b := []byte("digraph orgchart {\n\tgraph [rankdir=" + rank + ", ordering=out, nodesep=0.25, ranksep=0.4, fontname=\"Arial\"")
	if p.sized {
		b = append(b, ", overlap=false"...)
	}
	b = appendColour(b, "bgcolor", c.Paper)
	b = appendColour(b, "fontcolor", c.Ink)
	if g.Title != "" || g.Subtitle != "" {
		b = append(b, ", fontsize=16, labelloc=t, labeljust=l, label=\""...)
		b = appendEscaped(b, g.Title)
		if g.Title != "" && g.Subtitle != "" {
			b = append(b, `\n`...)
		}
		b = append(appendEscaped(b, g.Subtitle), '"')
	}
	if g.Desc != "" {
		b = append(appendLines(append(b, ", tooltip=\""...), g.Desc), '"')
	}
	b = append(b, "]\n\tnode [shape=box, style=\"rounded,filled\", fontname=\"Arial\", fontsize=11"...)
	b = appendColour(b, "color", c.Line)
	b = appendColour(b, "fillcolor", c.Box)
	b = appendColour(b, "fontcolor", c.Ink)
	if p.sized {
		b = append(b, ", fixedsize=true"...)
	}
	b = append(b, "]\n\tedge [dir=none, penwidth=1.5, arrowsize=0.6"...)
	b = appendColour(b, "color", c.Strokes[layout.Solid])
	p.put(append(b, "]\n"...))
}

// tray writes the cluster of the boxes that stand apart.
func (p *picture) tray() {
	b := append([]byte(nil), "\tsubgraph cluster_tray {\n\t\tgraph [style=dashed, fontsize=11, label=\""...)
	b = append(appendEscaped(b, p.g.Tray), '"')
	b = appendColour(b, "color", p.colours.Line)
	p.put(append(b, "]\n"...))
	for i := range p.g.Boxes {
		if p.g.Boxes[i].Tray {
			b = append(p.AvailableBuffer(), "\t\tn"...)
			p.put(append(strconv.AppendInt(b, int64(i), 10), '\n'))
		}
	}
	p.put([]byte("\t}\n"))
}

// appendColour appends an attribute, a comma before it.
func appendColour(b []byte, name string, c svg.Colour) []byte {
	b = append(append(b, ", "...), name...)
	b = append(b, `="`...)
	return append(appendHex(b, c), '"')
}

func appendHex(b []byte, c svg.Colour) []byte {
	b = append(b, '#')
	for shift := 20; shift >= 0; shift -= 4 {
		b = append(b, "0123456789abcdef"[c>>shift&15])
	}
	return b
}
