package graphviz

import (
	"math"
	"slices"

	"example.com/orgchart/layout"
)

// spread moves boxes apart where some overlap (Circo does not look at all sizes, and rounding
// may take the last px): it scales the picture until none do, and returns whether it had to.
// Boxes keep their sizes.
func spread(d *layout.Diagram, boxes []int32) bool {
	const gap = 8 // px left between boxes moved apart
	factor := 1.0
	meetings(d.At, boxes, func(a, b layout.Rect) {
		// Twice the distances of the middles, and twice what they must be.
		dx := math.Abs(float64(2*a.X + a.W - 2*b.X - b.W))
		dy := math.Abs(float64(2*a.Y + a.H - 2*b.Y - b.H))
		wide, high := float64(a.W+b.W+2*gap), float64(a.H+b.H+2*gap)
		factor = max(factor, min(wide/max(dx, 1), high/max(dy, 1)))
	})
	if factor == 1 {
		return false
	}
	for _, i := range boxes {
		a := &d.At[i]
		a.X = int32(math.Round((float64(a.X)+float64(a.W)/2)*factor - float64(a.W)/2))
		a.Y = int32(math.Round((float64(a.Y)+float64(a.H)/2)*factor - float64(a.H)/2))
	}
	return true
}

// meetings calls f with each two boxes that have an inner point in common.
func meetings(at []layout.Rect, boxes []int32, f func(a, b layout.Rect)) {
	order := slices.Clone(boxes)
	slices.SortStableFunc(order, func(i, j int32) int { return int(at[i].X) - int(at[j].X) })
	var open []layout.Rect // those that reach to the next one's left edge
	for _, i := range order {
		a := at[i]
		open = slices.DeleteFunc(open, func(o layout.Rect) bool { return o.X+o.W <= a.X })
		for _, o := range open {
			if a.X < o.X+o.W && o.X < a.X+a.W && a.Y < o.Y+o.H && o.Y < a.Y+a.H {
				f(a, o)
			}
		}
		open = append(open, a)
	}
}
