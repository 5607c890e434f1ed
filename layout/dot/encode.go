package dot

import (
	"io"
	"strconv"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/text"
)

// An Encoder says how a graph is written. The zero Encoder is good.
type Encoder struct {
	Direction layout.Direction // where reports stand as seen from their boss
}

// Encode writes g top down. It is the zero Encoder's Encode.
func Encode(w io.Writer, g *layout.Graph) error { return Encoder{}.Encode(w, g) }

// Encode writes g, tree edges first, each with its higher box first; loose edges do not shape
// Graphviz's ranks. Boxes and edges whose indices are out of range are left out. It returns the
// first error of w. The same graph gives the same bytes.
func (e Encoder) Encode(w io.Writer, g *layout.Graph) error {
	p := &printer{w: w, g: g}
	p.head(e.Direction)
	tray := false
	for i := range g.Boxes {
		if g.Boxes[i].Tray {
			tray = true
			continue
		}
		p.box(i, "  ")
	}
	if tray {
		p.tray()
	}
	for i := range g.Edges {
		if g.Edges[i].Tree {
			p.edge(&g.Edges[i])
		}
	}
	for i := range g.Edges {
		if !g.Edges[i].Tree {
			p.edge(&g.Edges[i])
		}
	}
	p.put("}\n")
	p.flush()
	return p.err
}

// printer collects bytes and keeps the first error of its writer.
type printer struct {
	w   io.Writer
	g   *layout.Graph
	buf []byte
	err error
}

func (p *printer) put(s string) { p.buf = append(p.buf, s...) }

func (p *printer) text(s string) { p.buf = appendText(p.buf, s) }

func (p *printer) number(n int) { p.buf = strconv.AppendInt(p.buf, int64(n), 10) }

func (p *printer) flush() {
	if p.err == nil && len(p.buf) > 0 {
		_, p.err = p.w.Write(p.buf)
	}
	p.buf = p.buf[:0]
}

func (p *printer) head(d layout.Direction) {
	p.put("digraph {\n  graph [label=\"")
	p.text(p.g.Title)
	if p.g.Subtitle != "" {
		p.put(`\n`)
		p.text(p.g.Subtitle)
	}
	p.put("\", labelloc=t, fontname=\"sans-serif\", fontsize=16, nodesep=0.25, ranksep=0.4, splines=ortho, rankdir=")
	if d == layout.LeftRight {
		p.put("LR")
	} else {
		p.put("TB")
	}
	p.put("];\n  node [shape=box, style=\"rounded,filled\", fillcolor=\"#f7f9fb\", color=\"#8a94a3\", fontname=\"sans-serif\", fontsize=11];\n" +
		"  edge [color=\"#8a94a3\", dir=none, arrowsize=0.7];\n")
}

func (p *printer) tray() {
	p.put("  subgraph cluster_tray {\n    label=\"")
	p.text(p.g.Tray)
	p.put("\"; style=dotted;\n")
	for i := range p.g.Boxes {
		if p.g.Boxes[i].Tray {
			p.box(i, "    ")
		}
	}
	p.put("  }\n")
}

// states and marks are the closed list of what a box may look like.
var states = [...]string{
	layout.Normal:  "",
	layout.Vacant:  `, style="rounded,dashed"`,
	layout.Ended:   `, style="rounded,filled", fillcolor="#e3e7ec", fontcolor="#55606e"`,
	layout.Ghost:   `, style="rounded,dotted"`,
	layout.Stacked: `, peripheries=2`,
}

var marks = [...]string{
	layout.NoMark:  "",
	layout.Info:    `, color="#1f5fa8", penwidth=2`,
	layout.Warning: `, color="#8a5a00", penwidth=2`,
	layout.Error:   `, color="#b3261e", penwidth=2`,
}

func (p *printer) box(i int, indent string) {
	b := &p.g.Boxes[i]
	p.put(indent)
	p.put("n")
	p.number(i)
	p.put(` [label="`)
	for k, l := range p.lines(b) {
		if k > 0 {
			p.put(`\n`)
		}
		p.text(l.S)
		if l.Cut {
			p.put(text.Ellipsis)
		}
	}
	if b.Below > 0 {
		p.put(`\n+`)
		p.number(int(b.Below))
	}
	p.put(`", tooltip="`)
	if b.Hover != "" {
		p.text(b.Hover)
	} else {
		p.text(b.ID)
	}
	p.put(`"`)
	if int(b.State) < len(states) {
		p.put(states[b.State])
	}
	if int(b.Mark) < len(marks) {
		p.put(marks[b.Mark])
	}
	p.put("];\n")
	p.full()
}

// lines is the text of a box, empty where its range is no range.
func (p *printer) lines(b *layout.Box) []layout.Line {
	from, to := int64(b.First), int64(b.First)+int64(b.Count)
	if from < 0 || b.Count < 0 || to > int64(len(p.g.Lines)) {
		return nil
	}
	return p.g.Lines[from:to]
}

// full writes out when enough has come together.
func (p *printer) full() {
	if len(p.buf) > 32<<10 {
		p.flush()
	}
}

var strokes = [...]string{
	layout.Solid:    "",
	layout.Dotted:   `, style=dotted`,
	layout.Dashed:   `, style=dashed, color="#0072b2"`,
	layout.LongDash: `, style=dashed, color="#007a5a", penwidth=1.5`,
	layout.Double:   `, color="#9c5700:#9c5700"`,
	layout.DashDot:  `, style=dashed, color="#8e4585"`,
}

func (p *printer) edge(e *layout.Edge) {
	n := int32(len(p.g.Boxes))
	if e.From < 0 || e.To < 0 || e.From >= n || e.To >= n {
		return
	}
	p.put("  n")
	p.number(int(e.From))
	p.put(" -> n")
	p.number(int(e.To))
	p.put(" [constraint=")
	p.put(strconv.FormatBool(e.Tree))
	if int(e.Stroke) < len(strokes) {
		p.put(strokes[e.Stroke])
	}
	if int(e.Mark) < len(marks) {
		p.put(marks[e.Mark])
	}
	if e.Arrow {
		p.put(", dir=forward")
	}
	p.put("];\n")
	p.full()
}
