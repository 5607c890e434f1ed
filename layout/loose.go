package layout

import "context"

// routeLoose draws the edges that are not held by the tree, over it.
func routeLoose(ctx context.Context, d *Diagram, up []int32, t Tidy) error {
	for i := range d.Edges {
		if i%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if isLoose(d, up, i) == 0 {
			continue
		}
		e := d.Edges[i]
		a, b := d.At[e.From], d.At[e.To]
		p := Path{Edge: int32(i), First: int32(len(d.Points)), Count: 4}
		ax, ay, bx, by := a.X+a.W, a.Y+a.H/2, b.X, b.Y+b.H/2
		switch {
		case e.From == e.To:
			x, y := a.X+a.W, a.Y+a.H/2
			d.Points = append(d.Points, Point{x, y - 6}, Point{x + 12, y - 6}, Point{x + 12, y + 6}, Point{x, y + 6})
		case ax > bx:
			ax, bx = a.X, b.X+b.W
			d.Points = append(d.Points, Point{ax, ay}, Point{ax - 12, ay}, Point{bx + 12, by}, Point{bx, by})
			p.Curve = true
		default:
			d.Points = append(d.Points, Point{ax, ay}, Point{ax + 12, ay}, Point{bx - 12, by}, Point{bx, by})
			p.Curve = true
		}
		d.Paths = append(d.Paths, p)
	}
	return nil
}
