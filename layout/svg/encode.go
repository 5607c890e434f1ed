package svg

import (
	"io"
	"strings"

	"example.com/orgchart/layout"
)

// Encode writes d to w as the zero [Encoder] does.
func Encode(w io.Writer, d *layout.Diagram) error { return Encoder{}.Encode(w, d) }

// An Encoder writes diagrams as SVG. The zero Encoder draws well. It may be used from many
// goroutines, and itself uses some for a large diagram; none is left when Encode returns.
type Encoder struct {
	// Theme is colours and shapes; the zero Theme is Auto.
	Theme Theme
	// Prefix starts every id and names the class of the picture, so that several pictures can
	// stand in one HTML page: letters, digits and hyphens, others are dropped. Empty: "oc".
	Prefix string
}

// Encode writes d to w: one svg element, UTF-8, self-contained, without script. The same
// diagram gives the same bytes. The error is the first one of w.
//
// Encode never fails on what d says. What names something that is not there is left out: a box
// beyond At, a line beyond Lines, a path beyond Points, a word's or key's style that does not
// exist is set as the first. A path of an edge beyond Edges is left out as well.
func (e Encoder) Encode(w io.Writer, d *layout.Diagram) error {
	if e.Theme == (Theme{}) {
		e.Theme = Auto()
	}
	p := &picture{d: d, theme: &e.Theme, prefix: prefix(e.Prefix)}
	makeTurns(&p.turns, min(p.theme.Shape.Corner, maxCorner))
	makeStarts(&p.starts)
	o := &output{w: w, b: make([]byte, 0, room+room/2)}
	o.b = p.head(o.b)
	for _, group := range [...]struct {
		open string
		n    int
		part part
	}{
		{edgesOpen + "\n", len(d.Paths), p.edges},
		{boxesOpen + "\n", min(len(d.Boxes), len(d.At)), p.boxes},
		{"<g>\n", len(d.Words), p.words},
		{"<g>\n", min(len(d.Legend), len(d.Keys)), p.legend},
	} {
		if group.n > 0 {
			o.b = append(o.b, group.open...)
			o.each(group.n, group.part)
			o.b = append(o.b, "</g>\n"...)
		}
	}
	o.b = append(o.b, "</svg>\n"...)
	o.flush()
	return o.err
}

// Edges and boxes stand half a pixel off, so that an outline of one pixel covers one pixel and
// not two halves.
const (
	edgesOpen = `<g class="e" transform="translate(.5 .5)">`
	boxesOpen = `<g class="b" transform="translate(.5 .5)">`
)

// A picture is one diagram on its way out. It does not change.
type picture struct {
	d      *layout.Diagram
	theme  *Theme
	prefix string
	turns  turns
	starts starts
}

// prefix is s as it may stand in an id and a class.
func prefix(s string) string {
	s = strings.Map(func(r rune) rune {
		if 'a' <= r|0x20 && r|0x20 <= 'z' && r < 0x80 || '0' <= r && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, s)
	if s == "" || s[0] < 'A' { // an id starts with a letter
		return "oc" + s
	}
	return s
}

// head appends everything before the first edge.
func (p *picture) head(b []byte) []byte {
	d := p.d
	b = append(b, `<svg xmlns="http://www.w3.org/2000/svg" class="`...)
	b = append(b, p.prefix...)
	for _, a := range [...]struct {
		name string
		n    int
	}{{`" width="`, d.W}, {`" height="`, d.H}, {`" viewBox="0 0 `, d.W}, {` `, d.H}} {
		b = append(b, a.name...)
		b = appendInt(b, max(a.n, 0))
	}
	b = append(b, `" role="img" aria-labelledby="`...)
	b = append(b, p.prefix...)
	b = append(b, "-title "...)
	b = append(b, p.prefix...)
	b = append(b, "-desc\">\n<title id=\""...)
	b = append(b, p.prefix...)
	b = append(b, `-title">`...)
	if d.Title != "" {
		b = appendText(b, d.Title)
	} else {
		b = append(b, "Organisation chart"...)
	}
	b = append(b, "</title>\n<desc id=\""...)
	b = append(b, p.prefix...)
	b = append(b, `-desc">`...)
	if d.Desc != "" {
		b = appendLines(b, d.Desc)
	} else {
		b = appendInt(b, len(d.Boxes))
		b = append(b, " boxes, "...)
		b = appendInt(b, len(d.Edges))
		b = append(b, " lines."...)
	}
	b = append(b, "</desc>\n<style>\n"...)
	b = appendStyle(b, p.prefix, p.theme)
	b = append(b, "</style>\n"...)
	b = append(b, `<defs><pattern id="`...)
	b = append(b, p.prefix...)
	b = append(b, `-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="z1" d="M0 0h8v8h-8z"/><path class="z2" d="M0 0h3v8h-3z"/></pattern></defs>`+"\n"...)
	return append(b, `<rect class="z" width="100%" height="100%"/>`+"\n"...)
}
