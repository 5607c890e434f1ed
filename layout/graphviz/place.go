package graphviz

import (
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"

	"example.com/orgchart/layout"
)

// A placer takes places from Graphviz's picture of a skeleton. The picture is where Graphviz
// writes them most exactly, to a hundredth of a px; its plain format has five digits in all.
type placer struct {
	*layout.Diagram
	box    []int32 // by number in the skeleton
	placed int
	curves [][]spot // by edge
	group  []string // classes of the open groups
	id     string   // of the innermost group with one
	node   string   // title of the node
	title  bool
}

// A spot is a place before rounding, px.
type spot struct{ x, y float64 }

// place gives the boxes and edges of d that are in svg their places.
func place(svg []byte, d *layout.Diagram) error {
	p := &placer{Diagram: d, curves: make([][]spot, len(d.Edges))}
	number, n := numbers(&d.Graph)
	p.box = make([]int32, n)
	for i, k := range number {
		if k >= 0 {
			p.box[k] = int32(i)
		}
	}
	err := visit(svg, visitor{open: p.open, close: p.close, text: func(s string) error {
		if p.title {
			p.node += s
		}
		return nil
	}})
	if err != nil {
		return err
	}
	if p.placed != len(p.box) {
		return fmt.Errorf("%w: its picture holds %d of %d boxes", ErrWorker, p.placed, len(p.box))
	}
	scaled := spread(d, p.box)
	for i, c := range p.curves {
		switch {
		case c == nil || scaled && d.Edges[i].From == d.Edges[i].To:
		case scaled:
			p.draw(int32(i), p.between(d.Edges[i]))
		default:
			p.draw(int32(i), c)
		}
	}
	return nil
}

// between is the straight line from box to box.
func (p *placer) between(e layout.Edge) []spot {
	a, b := p.At[e.From], p.At[e.To]
	from, to := middle(a), middle(b)
	return []spot{leaving(a, from, to), leaving(b, to, from)}
}

func middle(r layout.Rect) spot {
	return spot{float64(r.X) + float64(r.W)/2, float64(r.Y) + float64(r.H)/2}
}

// leaving is where the line from the middle of r to another spot leaves r.
func leaving(r layout.Rect, from, to spot) spot {
	dx, dy := to.x-from.x, to.y-from.y
	part := min(float64(r.W)/2/max(math.Abs(dx), 1), float64(r.H)/2/max(math.Abs(dy), 1), 1)
	return spot{from.x + dx*part, from.y + dy*part}
}

func (p *placer) open(e xml.StartElement) error {
	switch class := p.class(); e.Name.Local {
	case "g":
		if t := attribute(e, "transform"); t != "" && !strings.HasPrefix(t, "scale(1 1) rotate(0) translate(") {
			return fmt.Errorf("%w: its picture is turned or scaled: %.60q", ErrWorker, t)
		}
		p.group = append(p.group, attribute(e, "class"))
		if id := attribute(e, "id"); id != "" {
			p.id = id
		}
	case "title":
		p.node, p.title = "", true
	case "polygon":
		if class == "node" {
			return p.boxAt(attribute(e, "points"))
		}
	case "path":
		if class == "edge" {
			return p.edgeAlong(attribute(e, "d"))
		}
	}
	return nil
}

func (p *placer) close(name string) error {
	p.title = false
	if name == "g" {
		p.group = p.group[:len(p.group)-1]
	}
	return nil
}

// class is what the open element belongs to.
func (p *placer) class() string {
	if n := len(p.group); n > 0 {
		return p.group[n-1]
	}
	return ""
}

// boxAt puts a box where its outline says its middle is.
func (p *placer) boxAt(points string) error {
	outline, err := spots(points)
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(strings.TrimPrefix(p.node, "n"))
	if err != nil || n < 0 || n >= len(p.box) || len(outline) == 0 {
		return fmt.Errorf("%w: its picture holds a box %.40q", ErrWorker, p.node)
	}
	lo, hi := outline[0], outline[0]
	for _, s := range outline {
		lo, hi = spot{min(lo.x, s.x), min(lo.y, s.y)}, spot{max(hi.x, s.x), max(hi.y, s.y)}
	}
	i := p.box[n]
	w, h := max(p.Boxes[i].W, 0), max(p.Boxes[i].H, 0)
	x, y := (lo.x+hi.x-float64(w))/2, (lo.y+hi.y-float64(h))/2
	p.At[i] = layout.Rect{X: int32(math.Round(x)), Y: int32(math.Round(y)), W: w, H: h}
	p.placed++
	return nil
}

// edgeAlong remembers the way of an edge.
func (p *placer) edgeAlong(d string) error {
	n, err := strconv.Atoi(strings.TrimPrefix(p.id, "e"))
	if err != nil || n < 0 || n >= len(p.curves) || p.curves[n] != nil {
		return fmt.Errorf("%w: its picture holds an edge %.40q", ErrWorker, p.id)
	}
	start, rest, ok := strings.Cut(strings.TrimPrefix(d, "M"), "C")
	c, err := spots(start + " " + rest)
	if err != nil {
		return err
	}
	if !ok || len(c) < 4 || len(c)%3 != 1 {
		return fmt.Errorf("%w: its picture holds an edge along %.60q", ErrWorker, d)
	}
	p.curves[n] = c
	return nil
}

// farthest is the largest coordinate, px, that leaves room for what stands around the chart.
const farthest = 1 << 29

// spots reads coordinates: x,y pairs with spaces or a C between them.
func spots(s string) ([]spot, error) {
	var all []spot
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == 'C' }) {
		xs, ys, _ := strings.Cut(f, ",")
		x, err := strconv.ParseFloat(xs, 64)
		y, err2 := strconv.ParseFloat(ys, 64)
		if err != nil || err2 != nil {
			return nil, fmt.Errorf("%w: its picture holds %.40q for coordinates", ErrWorker, f)
		}
		if !(math.Abs(x) < farthest && math.Abs(y) < farthest) {
			return nil, fmt.Errorf("graphviz: %w: a coordinate is %.40q", layout.ErrTooLarge, f)
		}
		all = append(all, spot{x, y})
	}
	return all, nil
}

// draw adds the path of edge i along a curve.
func (p *placer) draw(i int32, c []spot) {
	e := p.Edges[i]
	points := rounded(along(c))
	points[0] = toOutline(p.At[e.From], points[0])
	points[len(points)-1] = toOutline(p.At[e.To], points[len(points)-1])
	p.Paths = append(p.Paths, layout.Path{Edge: i, First: int32(len(p.Points)), Count: int32(len(points)), Curve: true})
	p.Points = append(p.Points, points...)
}
