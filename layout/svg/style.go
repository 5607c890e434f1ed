package svg

import (
	"strconv"
	"strings"

	"example.com/orgchart/layout/text"
)

// family names the fonts of the widths in package text first (Arimo, Liberation Sans, Arial
// and Helvetica are drawn in the same width), and then wider ones drawn smaller.
const family = `Arimo,"Liberation Sans",Arial,Helvetica,"Nimbus Sans",orgchart-fit,sans-serif`

// The classes of the picture, of few letters because they stand on a million elements.
//
//	text   i italic  p plain  s small  h heading  r right to left  m in the middle  f faint
//	edges  e all of them  t dotted  d dashed  l long dash  q double  y its gap  o dash-dot  a arrow head
//	boxes  b all of them  v vacant  f ended  g ghost  k badge  c count at the foot  j rule  y cards behind  u1... bars
//	marks  x error  w warning  n info; z paper
var (
	strokeClass = [6]string{"", "t", "d", "l", "q", "o"}
	markClass   = [4]string{"", "n", "w", "x"}
	stateClass  = [5]string{"", "v", "f", "g", ""}
	styleClass  = [5]string{"", "i", "p", "s", "h"}
)

// A sheet writes rules that hold inside the picture only.
type sheet struct {
	b      []byte
	prefix string
}

// rule writes one rule: the selectors, apart by commas, and the declarations.
func (s *sheet) rule(selectors string, declarations ...string) {
	for i, sel := range strings.Split(selectors, ",") {
		if i > 0 {
			s.b = append(s.b, ',')
		}
		s.b = append(append(append(s.b, '.'), s.prefix...), ' ')
		s.b = append(s.b, sel...)
	}
	s.b = append(s.b, '{')
	for i, d := range declarations {
		if i > 0 {
			s.b = append(s.b, ';')
		}
		s.b = append(s.b, d...)
	}
	s.b = append(s.b, "}\n"...)
}

// appendStyle appends the style sheet of a theme. Colours are written out once for a fixed
// theme and twice for one that follows the viewer: values rather than variables, because not
// every program that draws SVG knows variables.
func appendStyle(b []byte, prefix string, t *Theme) []byte {
	s := &sheet{b: b, prefix: prefix}
	s.fonts()
	s.shapes(&t.Shape)
	s.colours(&t.Colours)
	if t.Night != (Palette{}) {
		s.b = append(s.b, "@media screen and (prefers-color-scheme:dark){\n"...)
		s.colours(&t.Night)
		s.b = append(s.b, "}\n"...)
	}
	return s.b
}

// fonts writes how text is set.
func (s *sheet) fonts() {
	size := func(st text.Style) string { return "font-size:" + strconv.Itoa(st.Size()) + "px" }
	s.b = append(s.b, faces...)
	s.rule("text", "font-family:"+family, "font-weight:600", size(text.Strong))
	s.rule(".i", "font-style:italic")
	s.rule(".p", "font-weight:400", size(text.Plain))
	s.rule(".s", "font-weight:400", size(text.Small))
	s.rule(".h", size(text.Heading))
	s.rule(".r", "direction:rtl")
	s.rule(".m", "text-anchor:middle", size(text.Small))
}

// shapes writes widths and dashes.
func (s *sheet) shapes(h *Shape) {
	s.rule(".e path", "fill:none", "stroke:currentColor", "stroke-width:"+number(h.Edge))
	for i, d := range h.Dashes {
		if d[0] > 0 && strokeClass[i] != "" {
			s.rule(".e ."+strokeClass[i], "stroke-dasharray:"+d.css())
		}
	}
	s.rule(".e .q", "stroke-width:"+number(3*h.Thin))
	s.rule(".e .y", "stroke-width:"+number(h.Thin))
	s.rule(".e .a", "fill:currentColor", "stroke:none")
	s.rule(".b rect,.c,.j", "stroke-width:"+number(h.Outline))
	s.rule(".b .v rect,rect.v", "stroke-dasharray:"+h.Vacant.css())
	s.rule(".b .g rect,.g .c", "stroke-dasharray:"+h.Ghost.css())
	s.rule(".b .x rect,.b .w rect,.b .n rect", "stroke-width:"+number(h.Loud))
	s.rule(".b .y rect", "stroke-width:"+number(h.Outline))
	s.rule(".b g path[class^=u]", "fill:none", "stroke-width:"+strconv.Itoa(h.Bar), "stroke-linecap:round")
}

// colours writes the rules of one palette; later ones win over earlier ones.
func (s *sheet) colours(p *Palette) {
	s.rule(".z", "fill:"+p.Paper.css())
	s.rule("text", "fill:"+p.Ink.css())
	s.rule(".s,.m,.f text", "fill:"+p.Faint.css())
	s.rule(".e", "color:"+p.Strokes[0].css())
	for i, class := range strokeClass {
		if class != "" {
			s.rule(".e ."+class, "color:"+p.Strokes[i].css())
		}
	}
	s.rule(".e .y", "color:"+p.Paper.css())
	s.rule(".b rect", "fill:"+p.Box.css(), "stroke:"+p.Line.css())
	s.rule(".c", "fill:"+p.Paper.css(), "stroke:"+p.Line.css())
	s.rule(".j", "stroke:"+p.Line.css())
	for i, class := range markClass {
		if class != "" {
			s.rule(".e ."+class+",.k."+class, "color:"+p.Marks[i].css())
			s.rule(".b ."+class+" rect", "fill:"+p.Grounds[i].css(), "stroke:"+p.Marks[i].css())
		}
	}
	s.rule(".b .y rect", "fill:"+p.Box.css(), "stroke:"+p.Line.css())
	s.rule(".b .v rect,.b .g rect", "fill:"+p.Paper.css())
	s.rule(".b .f rect", "fill:url(#"+s.prefix+"-hatch)")
	s.rule(".z1", "fill:"+p.Box.css())
	s.rule(".z2", "fill:"+p.Hatch.css())
	s.rule(".k path", "fill:currentColor", "stroke:"+p.Paper.css())
	s.rule(".k .m", "fill:"+p.Number.css())
	for i, c := range p.Bars {
		s.rule(".u"+strconv.Itoa(i+1), "stroke:"+c.css())
	}
}

// css is c as a style sheet writes it.
func (c Colour) css() string {
	const hex = "0123456789abcdef"
	b := [7]byte{'#'}
	for i := range 6 {
		b[1+i] = hex[c>>(20-4*i)&15]
	}
	return string(b[:])
}

// css is d as a style sheet writes it.
func (d Dash) css() string {
	var parts []string
	for _, n := range d {
		if n == 0 {
			break
		}
		parts = append(parts, strconv.Itoa(int(n)))
	}
	if parts == nil {
		return "none"
	}
	return strings.Join(parts, " ")
}

func number(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
