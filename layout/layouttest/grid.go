package layouttest

import "example.com/orgchart/layout"

// A grid finds the boxes that a rectangle meets.
type grid struct {
	at    []layout.Rect
	w, h  int32 // of a cell
	cells map[[2]int32][]int32
}

func newGrid(at []layout.Rect) grid {
	g := grid{at: at, w: 16, h: 16, cells: map[[2]int32][]int32{}}
	for _, r := range at {
		g.w, g.h = max(g.w, r.W), max(g.h, r.H)
	}
	for i, r := range at {
		g.each(r, func(c [2]int32) { g.cells[c] = append(g.cells[c], int32(i)) })
	}
	return g
}

func (g grid) each(r layout.Rect, f func([2]int32)) {
	for x := r.X / g.w; x <= (r.X+r.W)/g.w; x++ {
		for y := r.Y / g.h; y <= (r.Y+r.H)/g.h; y++ {
			f([2]int32{x, y})
		}
	}
}

// meet calls f with each box that has an inner point in common with r, maybe more than once.
func (g grid) meet(r layout.Rect, f func(int32)) {
	g.each(r, func(c [2]int32) {
		for _, i := range g.cells[c] {
			o := g.at[i]
			if r.X < o.X+o.W && o.X < r.X+r.W && r.Y < o.Y+o.H && o.Y < r.Y+r.H {
				f(i)
			}
		}
	})
}
