package graphviz

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/text"
)

// fonts are as wide as package text says, in the order in which machines have them. Graphviz
// names one.
const fonts = "Arimo,Liberation Sans,Arial,Helvetica,sans-serif"

// A rewriter writes a picture again without what only Graphviz needs.
type rewriter struct {
	bytes.Buffer
	kept  []bool // of the open elements
	boxes int    // so far
	class string // of the group opened last
	title bool   // within a title
}

// clean is Graphviz's picture of g as a page can hold it: no document type, no comments, no
// ids, px for points, and for each box one title, which says what is shown on hover.
func clean(svg []byte, g *layout.Graph) ([]byte, error) {
	r := &rewriter{}
	err := visit(svg, visitor{
		open: func(e xml.StartElement) error {
			r.open(e, g)
			return nil
		},
		close: func(name string) error {
			r.close(name)
			return nil
		},
		text: func(s string) error {
			if !r.title {
				r.escape(s)
			}
			return nil
		},
	})
	if err != nil {
		return nil, err
	}
	if r.boxes != len(g.Boxes) {
		return nil, fmt.Errorf("%w: its picture holds %d of %d boxes; another layout may draw them all", ErrWorker, r.boxes, len(g.Boxes))
	}
	r.WriteByte('\n')
	return r.Bytes(), nil
}

// escape writes s as text.
func (r *rewriter) escape(s string) { _ = xml.EscapeText(r, []byte(s)) } // a Buffer never fails

func (r *rewriter) open(e xml.StartElement, g *layout.Graph) {
	name := e.Name.Local
	if class := attribute(e, "class"); name == "g" && class != "" {
		if r.class = class; class == "node" {
			r.boxes++
		}
	}
	attrs := r.attributes(e)
	keep := name != "title" && name != "a" && (name != "g" || attrs != "")
	r.kept = append(r.kept, keep)
	switch {
	case name == "title":
		r.title = true
	case name == "svg":
		r.WriteString(`<svg xmlns="http://www.w3.org/2000/svg"` + attrs + ` role="img"><title>`)
		if g.Title != "" {
			r.escape(text.Clean(g.Title))
		} else {
			r.WriteString("Organisation chart")
		}
		r.WriteString("</title>\n")
		if g.Desc != "" {
			r.WriteString("<desc>")
			r.escape(text.Clean(g.Desc))
			r.WriteString("</desc>\n")
		}
	case keep:
		r.WriteString("<" + name + attrs + ">")
	case name == "a" && r.class == "node" && attribute(e, "title") != "": // a tray would repeat the picture's own
		r.WriteString("<title>")
		r.escape(attribute(e, "title"))
		r.WriteString("</title>")
	}
}

func (r *rewriter) close(name string) {
	n := len(r.kept) - 1
	if r.kept[n] {
		r.WriteString("</" + name + ">")
		if name != "svg" {
			r.WriteByte('\n')
		}
	}
	r.kept = r.kept[:n]
	r.title = false
}

// attributes are those of e that stay, as they are written.
func (r *rewriter) attributes(e xml.StartElement) string {
	var b strings.Builder
	for _, a := range e.Attr {
		v := a.Value
		switch a.Name.Local {
		case "id", "title", "xmlns", "xlink", "space":
			continue
		case "width", "height":
			v = strings.TrimSuffix(v, "pt")
		case "font-family":
			v = fonts
		}
		b.WriteString(" " + a.Name.Local + `="` + v + `"`)
	}
	return b.String()
}
