package svg

import "example.com/orgchart/layout/text"

// family names fonts that are as wide as package text says (Arimo, Liberation Sans, Arial and
// Helvetica are, and nearly every machine has one of them), and then those of faces.
const family = `Arimo,"Liberation Sans",Arial,Helvetica,"Nimbus Sans",oc-noto,oc-dejavu,"DejaVu Sans Condensed",sans-serif`

// faces makes fonts of what other machines have, drawn so much smaller that they come out as
// wide; local names only, nothing is fetched. It is why no line says its length: a browser
// without the first fonts keeps texts in their boxes all the same.
const faces = `@font-face{font-family:oc-noto;src:local("Noto Sans Regular"),local("Noto Sans"),local("Open Sans"),local("Inter Regular"),local("Inter");size-adjust:93%}
@font-face{font-family:oc-noto;font-weight:600;src:local("Noto Sans Bold"),local("Open Sans SemiBold"),local("Inter SemiBold");size-adjust:95%}
@font-face{font-family:oc-dejavu;src:local("DejaVu Sans"),local("Verdana");size-adjust:88%}
@font-face{font-family:oc-dejavu;font-weight:600;src:local("DejaVu Sans Bold"),local("Verdana Bold");size-adjust:83%}
`

// A sheet appends rules that hold inside the picture only.
type sheet struct {
	b      []byte
	prefix string
}

// appendStyle appends the style sheet of a theme. Colours are written out once for a fixed
// theme and twice for one that follows the viewer: values rather than variables, because not
// every program that draws SVG knows variables.
func appendStyle(b []byte, prefix string, t *Theme) []byte {
	s := &sheet{b: append(b, faces...), prefix: prefix}
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
	s.rule("text").is("font-family", family).is("font-weight", "600").px("font-size", text.Strong.Size()).end()
	s.rule(".i").is("font-style", "italic").end()
	s.rule(".p").is("font-weight", "400").px("font-size", text.Plain.Size()).end()
	s.rule(".s").is("font-weight", "400").px("font-size", text.Small.Size()).end()
	s.rule(".h").px("font-size", text.Heading.Size()).end()
	s.rule(".r").is("direction", "rtl").end()
	s.rule(".m").is("text-anchor", "middle").px("font-size", text.Small.Size()).end()
}

// shapes writes widths and dashes.
func (s *sheet) shapes(h *Shape) {
	s.rule(".e path").is("fill", "none").is("stroke", "currentColor").width(h.Edge).end()
	for i, d := range h.Dashes {
		if d[0] > 0 && strokeClass[i] != "" {
			s.rule(".e .", strokeClass[i]).dash(d).end()
		}
	}
	s.rule(".e .q").width(3 * h.Thin).end()
	s.rule(".e .y").width(h.Thin).end()
	s.rule(".e .a").is("fill", "currentColor").is("stroke", "none").end()
	s.rule(".b rect").or(".c").width(h.Outline).end()
	s.rule(".j").width(h.Outline / 2).end()
	s.rule(".b .v rect").dash(h.Vacant).end()
	s.rule(".b .g rect").or(".g .c").dash(h.Ghost).end()
	s.rule(".b .x rect").or(".b .w rect").or(".b .n rect").width(h.Loud).end()
	s.rule(".b g .y").width(h.Outline).end()
	s.rule(".b path[class^=u]").is("fill", "none").is("stroke-linecap", "round").width(float64(h.Bar)).end()
}

// colours writes the rules of one palette; later ones win over earlier ones.
func (s *sheet) colours(p *Palette) {
	s.rule(".z").fill(p.Paper).end()
	s.rule("text").fill(p.Ink).end()
	s.rule(".s").or(".m").or(".f text").fill(p.Faint).end()
	s.rule(".e").colour("color", p.Strokes[0]).end()
	for i, c := range p.Strokes {
		if strokeClass[i] != "" {
			s.rule(".e .", strokeClass[i]).colour("color", c).end()
		}
	}
	s.rule(".e .y").colour("color", p.Paper).end()
	s.rule(".b rect").fill(p.Box).stroke(p.Line).end()
	s.rule(".c").fill(p.Paper).stroke(p.Line).end()
	s.rule(".j").stroke(p.Line).end()
	for i, c := range p.Marks {
		if class := markClass[i]; class != "" {
			s.rule(".e .", class).or(".k.", class).colour("color", c).end()
			s.rule(".b .", class, " rect").fill(p.Grounds[i]).stroke(c).end()
		}
	}
	s.rule(".b .v rect").or(".b .g rect").fill(p.Paper).end()
	s.rule(".b .f rect").is("fill", "url(#", s.prefix, "-hatch)").end()
	s.rule(".b g .y").fill(p.Box).stroke(p.Line).end()
	s.rule(".z1").fill(p.Box).end()
	s.rule(".z2").fill(p.Hatch).end()
	s.rule(".k path").is("fill", "currentColor").stroke(p.Paper).end()
	s.rule(".k .m").fill(p.Number).end()
	for i, c := range p.Bars {
		s.rule(".u", bars[i]).stroke(c).end()
	}
}
