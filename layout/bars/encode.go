package bars

import (
	"io"
	"strconv"

	"example.com/orgchart/layout/svg"
	"example.com/orgchart/layout/text"
)

// Encode writes a sheet as the zero [Encoder] does.
func Encode(w io.Writer, s Sheet) error { return Encoder{}.Encode(w, s) }

// An Encoder writes sheets as SVG. The zero Encoder draws well, and is safe for many goroutines.
type Encoder struct {
	Theme  svg.Theme // its Colours, Night and Radius; the zero Theme is svg.Auto
	Prefix string    // starts every id and names the picture's class; empty: "oc". Letters, digits and hyphens
}

// Encode writes one svg element, UTF-8, self-contained and without script. The error is w's.
func (e Encoder) Encode(w io.Writer, s Sheet) error {
	if e.Theme == (svg.Theme{}) {
		e.Theme = svg.Auto()
	}
	p := &picture{sheet: &s, prefix: prefixed(e.Prefix)}
	p.place()
	head := p.head(&e.Theme)
	for _, b := range [][]byte{head, p.b, []byte("</svg>\n")} {
		if n, err := w.Write(b); err != nil {
			return err
		} else if n < len(b) {
			return io.ErrShortWrite
		}
	}
	return nil
}

// prefixed is a prefix as it may stand in an id and a class.
func prefixed(s string) string {
	var b []byte
	for i := range len(s) {
		if c := s[i]; 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '-' {
			b = append(b, c)
		}
	}
	if len(b) == 0 || b[0] < 'A' {
		return "oc" + string(b)
	}
	return string(b)
}

// A picture is a sheet on its way out.
type picture struct {
	sheet  *Sheet
	prefix string
	b      []byte // the elements
	w, h   int
}

// head is everything before the first element.
func (p *picture) head(t *svg.Theme) []byte {
	title, desc := p.sheet.Title, p.sheet.Desc
	if title == "" {
		title = "Bar chart"
	}
	if desc == "" {
		for i, panel := range p.sheet.Panels {
			if i > 0 {
				desc += " "
			}
			desc += panel.Title + ": " + strconv.Itoa(len(panel.Bars)) + " bars."
		}
	}
	w, h := strconv.Itoa(p.w), strconv.Itoa(p.h)
	b := []byte(`<svg xmlns="http://www.w3.org/2000/svg" class="` + p.prefix + `" width="` + w + `" height="` + h + `" viewBox="0 0 ` + w + " " + h +
		`" role="img" aria-labelledby="` + p.prefix + `-title ` + p.prefix + "-desc\">\n<title id=\"" + p.prefix + `-title">`)
	b = append(svg.AppendText(b, title), "</title>\n<desc id=\""+p.prefix+`-desc">`...)
	b = append(svg.AppendText(b, desc), "</desc>\n<style>\n"...)
	b = svg.AppendFonts(b, p.prefix)
	b = p.colours(b, &t.Colours)
	if t.Night != (svg.Palette{}) {
		b = append(p.colours(append(b, "@media screen and (prefers-color-scheme:dark){\n"...), &t.Night), "}\n"...)
	}
	return append(b, "</style>\n<rect class=\"z\" width=\"100%\" height=\"100%\"/>\n"...)
}

// colours appends the rules of one palette.
//
//	z paper  n second ink  a axis  k0 grey, k1... the colours of bars  t a thin line over a bar, edged in paper
func (p *picture) colours(b []byte, c *svg.Palette) []byte {
	rule := func(selector, body string) { b = append(b, "."+p.prefix+" "+selector+"{"+body+"}\n"...) }
	rule(".z", "fill:"+c.Paper.CSS())
	rule("text", "fill:"+c.Ink.CSS())
	rule(".s,."+p.prefix+" .m,."+p.prefix+" .n", "fill:"+c.Faint.CSS())
	rule(".a", "fill:none;stroke:"+c.Line.CSS())
	rule(".g", "fill:none;stroke:"+c.Hatch.CSS())
	rule(".t", "fill:"+c.Ink.CSS()+";stroke:"+c.Paper.CSS())
	rule(".k0", "fill:"+c.Line.CSS())
	for i, x := range c.Bars {
		rule(".k"+strconv.Itoa(i+1), "fill:"+x.CSS())
	}
	rule(".e", "text-anchor:end")
	rule(".c", "text-anchor:middle")
	return b
}

// colourClass is the class of a part's colour.
func colourClass(c uint8) string {
	if c == 0 {
		return "k0"
	}
	return "k" + strconv.Itoa(int(c-1)%8+1)
}

// words appends a text, cut to a width; what is cut is whole on hover.
func (p *picture) words(s, class string, style text.Style, x, y, room int) {
	fit, cut := text.Fit(s, style, room)
	if fit == "" && !cut {
		return
	}
	p.b = append(p.b, `<text class="`+class+`" x="`+strconv.Itoa(x)+`" y="`+strconv.Itoa(y)+`">`...)
	p.b = svg.AppendText(p.b, fit)
	if cut {
		p.b = append(p.b, text.Ellipsis+"<title>"...)
		p.b = append(svg.AppendText(p.b, s), "</title>"...)
	}
	p.b = append(p.b, "</text>\n"...)
}

// rect appends a rectangle of a class.
func (p *picture) rect(class string, x, y, w, h int) {
	p.b = append(p.b, `<rect class="`+class+`" x="`+strconv.Itoa(x)+`" y="`+strconv.Itoa(y)+`" width="`+strconv.Itoa(w)+`" height="`+strconv.Itoa(h)+`"/>`+"\n"...)
}

// line appends a line, half a pixel off so that it covers one pixel and not two halves.
func (p *picture) line(class string, x, y, dx, dy int) {
	way := "h" + strconv.Itoa(dx)
	if dx == 0 {
		way = "v" + strconv.Itoa(dy)
	}
	p.b = append(p.b, `<path class="`+class+`" d="M`+strconv.Itoa(x)+".5 "+strconv.Itoa(y)+".5"+way+`"/>`+"\n"...)
}

// group opens a bar, with what it says on hover.
func (p *picture) group(panel *Panel, b Bar) {
	p.b = append(p.b, "<g><title>"...)
	hint := b.Hint
	if hint == "" {
		hint = b.Label + ": " + panel.said(b)
	}
	p.b = append(svg.AppendText(p.b, hint), "</title>\n"...)
}

func (p *picture) end() { p.b = append(p.b, "</g>\n"...) }
