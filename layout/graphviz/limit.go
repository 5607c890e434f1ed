package graphviz

import (
	"example.com/orgchart/layout"
	"example.com/orgchart/layout/graphviz/internal/wire"
)

// maxSide is the longest side of a box, px: 1,000 inches.
const maxSide = 72_000

// fits is an error where g is more than p takes. Nothing has been done for g by then.
func (p *Pool) fits(g *layout.Graph) error {
	for _, l := range [...]struct {
		what        string
		have, limit int
		otherwise   int
		field       string
	}{
		{"boxes", len(g.Boxes), p.MaxBoxes, 5_000, "MaxBoxes"},
		{"edges", len(g.Edges), p.MaxEdges, 10_000, "MaxEdges"},
	} {
		if l.limit == 0 {
			l.limit = l.otherwise
		}
		if l.limit > 0 && l.have > l.limit {
			return &LimitError{l.what, l.have, l.limit, l.field}
		}
	}
	for i := range g.Boxes {
		if side := max(g.Boxes[i].W, g.Boxes[i].H); side > maxSide {
			return &LimitError{"px of one side of a box", int(side), maxSide, ""}
		}
	}
	return nil
}

// light is an error where the texts of g alone are more than p takes.
func (p *Pool) light(g *layout.Graph) error {
	if n := weight(g); n > p.bytes() {
		return &LimitError{"bytes of text", n, p.bytes(), "MaxBytes"}
	}
	return nil
}

// bytes is how much DOT text is sent.
func (p *Pool) bytes() int {
	if p.MaxBytes <= 0 {
		return 8 << 20
	}
	return min(p.MaxBytes, wire.MaxRequest-1024)
}

// weight is about what the texts of g come to in DOT, before escaping.
func weight(g *layout.Graph) int {
	n := len(g.Title) + len(g.Subtitle) + len(g.Desc) + len(g.Tray)
	for i := range g.Boxes {
		b := &g.Boxes[i]
		n += 2*len(b.ID) + len(b.Hover)
		if first, count := int(b.First), int(b.Count); first >= 0 && count > 0 && first+count <= len(g.Lines) {
			for _, l := range g.Lines[first : first+count] {
				n += len(l.S)
			}
		}
	}
	return n
}

// A capped keeps what is written to it up to a limit.
type capped struct {
	b     []byte
	limit int
}

func (t *capped) Write(b []byte) (int, error) {
	if n := len(t.b) + len(b); n > t.limit {
		return 0, &LimitError{"bytes of DOT or more", n, t.limit, "MaxBytes"}
	}
	t.b = append(t.b, b...)
	return len(b), nil
}
