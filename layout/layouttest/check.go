package layouttest

import (
	"errors"
	"fmt"

	"example.com/orgchart/layout"
)

// slack is how far from the outline of a box an edge may end, px.
const slack = 2

// Check returns everything that is wrong with d as an arrangement of g, 20 faults at most,
// and nil where nothing is: lengths and indices, boxes inside the picture, of their own size
// and clear of each other, one path for each edge that joins two boxes and none for others,
// paths ending at their boxes, and no line of the tree through a box that is not its own.
func Check(g layout.Graph, d *layout.Diagram) error {
	if d == nil {
		return errors.New("no diagram and no error")
	}
	c := &checker{g: g, d: d, seen: map[ray]layout.Point{}}
	if len(d.At) != len(g.Boxes) || len(d.Boxes) != len(g.Boxes) || len(d.Edges) != len(g.Edges) || len(d.Keys) != len(g.Legend) {
		return fmt.Errorf("%d places of %d boxes, %d of %d edges, %d places of %d legend entries", len(d.At), len(g.Boxes), len(d.Edges), len(g.Edges), len(d.Keys), len(g.Legend))
	}
	c.grid = newGrid(d.At)
	c.boxes()
	c.paths()
	for i, w := range d.Words {
		if !c.inside(layout.Rect{X: w.X, Y: w.Y}) {
			c.fault("word %d, %q, at %d, %d outside the picture", i, w.S, w.X, w.Y)
		}
	}
	for i, k := range d.Keys {
		if !c.inside(k) {
			c.fault("legend entry %d at %v outside the picture", i, k)
		}
	}
	return errors.Join(c.faults...)
}

type checker struct {
	g      layout.Graph
	d      *layout.Diagram
	grid   grid
	seen   map[ray]layout.Point // how far the lines from a point have been looked at
	faults []error
}

func (c *checker) fault(format string, args ...any) {
	if len(c.faults) < 20 {
		c.faults = append(c.faults, fmt.Errorf(format, args...))
	}
}

func (c *checker) inside(r layout.Rect) bool {
	return r.X >= 0 && r.Y >= 0 && int64(r.X)+int64(r.W) <= int64(c.d.W) && int64(r.Y)+int64(r.H) <= int64(c.d.H)
}

func (c *checker) boxes() {
	for i, r := range c.d.At {
		b := &c.g.Boxes[i]
		if r.W != max(b.W, 0) || r.H != max(b.H, 0) {
			c.fault("box %d is %d x %d; want %d x %d", i, r.W, r.H, b.W, b.H)
		}
		if !c.inside(r) {
			c.fault("box %d at %v outside the picture of %d x %d", i, r, c.d.W, c.d.H)
		}
		c.grid.meet(r, func(j int32) {
			if int(j) < i {
				c.fault("boxes %d at %v and %d at %v overlap", j, c.d.At[j], i, r)
			}
		})
	}
}

func (c *checker) paths() {
	held := Held(c.g)
	drawn := make([]bool, len(c.g.Edges))
	for i, p := range c.d.Paths {
		if p.Edge < 0 || int(p.Edge) >= len(c.g.Edges) {
			c.fault("path %d is of edge %d of %d", i, p.Edge, len(c.g.Edges))
			continue
		}
		if p.Count < 2 || p.First < 0 || int64(p.First)+int64(p.Count) > int64(len(c.d.Points)) {
			c.fault("path %d has the corners %d to %d of %d", i, p.First, int64(p.First)+int64(p.Count), len(c.d.Points))
			continue
		}
		e := c.g.Edges[p.Edge]
		if drawn[p.Edge] || !joins(c.g, e) {
			c.fault("path %d draws edge %d again, or though it joins no two boxes", i, p.Edge)
			continue
		}
		drawn[p.Edge] = true
		c.path(e, p, held[e.To] == p.Edge)
	}
	for i, e := range c.g.Edges {
		if joins(c.g, e) && !drawn[i] {
			c.fault("edge %d from %d to %d is not drawn", i, e.From, e.To)
		}
	}
}

// path checks one path, more strictly where it is of the tree.
func (c *checker) path(e layout.Edge, p layout.Path, tree bool) {
	points := c.d.Points[p.First : p.First+p.Count]
	for _, q := range points {
		if !c.inside(layout.Rect{X: q.X, Y: q.Y}) {
			c.fault("edge %d runs outside the picture at %v", p.Edge, q)
		}
	}
	first, last := points[0], points[len(points)-1]
	if !atOutline(c.d.At[e.From], first) || !atOutline(c.d.At[e.To], last) {
		c.fault("edge %d runs from %v to %v; its boxes are at %v and %v", p.Edge, first, last, c.d.At[e.From], c.d.At[e.To])
	}
	if !tree || p.Curve {
		return
	}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		if a.X != b.X && a.Y != b.Y {
			c.fault("edge %d of the tree is slanting from %v to %v", p.Edge, a, b)
			continue
		}
		from := c.unseen(a, b)
		line := layout.Rect{X: min(from.X, b.X), Y: min(from.Y, b.Y), W: abs(from.X - b.X), H: abs(from.Y - b.Y)}
		c.grid.meet(line, func(j int32) {
			c.fault("edge %d of the tree runs through box %d at %v from %v to %v", p.Edge, j, c.d.At[j], a, b)
		})
	}
}

// unseen returns the point from which on the line from a to b has not been asked for. The
// edges of a team begin alike, so without it a team of 100,000 would take all day.
func (c *checker) unseen(a, b layout.Point) layout.Point {
	k := ray{a, sign(b.X - a.X), sign(b.Y - a.Y)}
	seen, ok := c.seen[k]
	if !ok {
		seen = a
	}
	if abs(b.X-a.X)+abs(b.Y-a.Y) <= abs(seen.X-a.X)+abs(seen.Y-a.Y) {
		return b
	}
	c.seen[k] = b
	return seen
}

// A ray is a point and a direction along an axis.
type ray struct {
	from layout.Point
	x, y int32
}

func sign(v int32) int32 { return max(-1, min(1, v)) }

func abs(v int32) int32 { return max(v, -v) }

// joins tells whether an edge names two boxes, or one twice.
func joins(g layout.Graph, e layout.Edge) bool {
	n := uint32(len(g.Boxes))
	return uint32(e.From) < n && uint32(e.To) < n
}

// atOutline tells whether p is on the outline of r, or nearly.
func atOutline(r layout.Rect, p layout.Point) bool {
	in := p.X > r.X+slack && p.X < r.X+r.W-slack && p.Y > r.Y+slack && p.Y < r.Y+r.H-slack
	near := p.X >= r.X-slack && p.X <= r.X+r.W+slack && p.Y >= r.Y-slack && p.Y <= r.Y+r.H+slack
	return near && !in
}

// Held returns for each box of g the edge that holds it in the tree, -1 for none: the first
// tree edge to it that neither joins the tray nor closes a loop of those before.
func Held(g layout.Graph) []int32 {
	held, root := make([]int32, len(g.Boxes)), make([]int32, len(g.Boxes))
	for i := range held {
		held[i], root[i] = -1, int32(i)
	}
	find := func(i int32) int32 {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for i, e := range g.Edges {
		if !e.Tree || !joins(g, e) || g.Boxes[e.From].Tray || g.Boxes[e.To].Tray || held[e.To] >= 0 || find(e.From) == e.To {
			continue
		}
		held[e.To], root[e.To] = int32(i), e.From
	}
	return held
}
