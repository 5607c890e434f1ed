package layout

import "context"

const (
	routed   = 2_000   // how many loose edges look for a way between the boxes
	effort   = 4 << 20 // cells and lines that may be looked at for that, some 100 ms' worth
	lanesFor = 20_000  // loose edges keep off the lines of a tree of so many edges; in a larger one they need not
)

// routeLoose draws the edges that are not held by the tree, over it: between the boxes where
// there is a way, as curves where there is none. Looking has a limit, so that in a large
// chart with many loose edges the last ones are curves too.
func routeLoose(ctx context.Context, d *Diagram, s *sketch) error {
	return routeRest(ctx, d, s.tops, s.Direction == LeftRight, func(i int) bool { return isLoose(d, s.up, i) == 1 })
}

// routeRest draws the edges that are left. Rows are the upper edges that many boxes share, or
// their left edges where sideways.
func routeRest(ctx context.Context, d *Diagram, rows []int32, sideways bool, left func(i int) bool) error {
	var r *router
	held := len(d.Paths)
	for i := range d.Edges {
		if (r != nil || i%patience == 0) && ctx.Err() != nil {
			return ctx.Err()
		}
		if !left(i) {
			continue
		}
		if r == nil {
			var err error
			if r, err = newRouter(ctx, d, rows, sideways); err != nil {
				return err
			}
		}
		e := &d.Edges[i]
		p := Path{Edge: int32(i), First: int32(len(d.Points))}
		var way []Point
		if e.From == e.To {
			way = r.loop(d.At[e.From])
		} else if len(d.Paths)-held < routed && r.boxes.looked+r.lanes.looked < effort {
			way = r.find(e.From, e.To)
		}
		if way == nil {
			way, p.Curve = curve(d.At[e.From], d.At[e.To]), true
		} else {
			r.lanes.addPath(way)
		}
		p.Count = int32(len(way))
		d.Points, d.Paths = append(d.Points, way...), append(d.Paths, p)
	}
	return nil
}

func newRouter(ctx context.Context, d *Diagram, rows []int32, sideways bool) (*router, error) {
	r := &router{Diagram: d, rows: rows, sides: sideways}
	for _, a := range d.At {
		r.w, r.h = max(r.w, a.X+a.W), max(r.h, a.Y+a.H)
	}
	r.lanes = newLanes(r.w, r.h)
	var err error
	if r.boxes, err = newIndex(ctx, d.At, r.w, r.h); err != nil {
		return nil, err
	}
	for _, p := range d.Paths {
		if len(d.Paths) > lanesFor {
			break
		}
		if p.Curve {
			continue
		}
		r.lanes.addPath(d.Points[p.First : p.First+p.Count])
	}
	return r, nil
}

// loop draws an edge from a box to itself, at the right below the middle.
func (r *router) loop(a Rect) []Point {
	x, y, z := a.X+a.W, a.Y+a.H*5/8, a.Y+a.H*7/8
	z = min(max(z, y+laneGap), a.Y+a.H)
	reach := int32(nearest)
	for try := 0; try < 3 && r.lanes.taken(segment{true, x + reach, y, z}); try++ {
		reach += laneGap
	}
	return []Point{{x, y}, {x + reach, y}, {x + reach, z}, {x, z}}
}

// curve draws an edge where there is no way between the boxes: out at the sides that face
// each other, off their middles.
func curve(a, b Rect) []Point {
	ay, by := a.Y+a.H*5/8, b.Y+b.H*5/8
	ax, bx, step := a.X+a.W, b.X, int32(nearest)
	if a.X > b.X {
		ax, bx, step = a.X, b.X+b.W, -step
	}
	return []Point{{ax, ay}, {ax + step, ay}, {bx - step, by}, {bx, by}}
}
