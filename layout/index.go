package layout

import "context"

// An index finds the boxes near a place: a grid of cells, each with the boxes that reach into
// it.
type index struct {
	at    []Rect
	cell  Point // size of a cell
	nx    int32 // cells side by side
	ny    int32
	start []int32 // boxes of cell c: box[start[c]:start[c+1]]
	box   []int32

	looked int // cells looked into so far
}

// newIndex indexes boxes that stand within 0, 0 and w, h.
func newIndex(ctx context.Context, at []Rect, w, h int32) (*index, error) {
	x := &index{at: at, cell: Point{192, 96}}
	for {
		x.nx, x.ny = w/x.cell.X+1, h/x.cell.Y+1
		if int64(x.nx)*int64(x.ny) <= int64(2*len(at)+1024) {
			break
		}
		x.cell = Point{2 * x.cell.X, 2 * x.cell.Y}
	}
	x.start = make([]int32, x.nx*x.ny+2)
	for i, r := range at {
		if i%patience == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		x.cells(r, func(c int32) bool { x.start[c+2]++; return true })
	}
	for c := 2; c < len(x.start); c++ {
		x.start[c] += x.start[c-1]
	}
	x.box = make([]int32, x.start[len(x.start)-1])
	for i, r := range at {
		if i%patience == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		x.cells(r, func(c int32) bool { x.box[x.start[c+1]] = int32(i); x.start[c+1]++; return true })
	}
	return x, nil
}

// cells calls f with the cells that r touches until f returns false.
func (x *index) cells(r Rect, f func(c int32) bool) bool {
	x0, x1 := clamp(r.X/x.cell.X, x.nx), clamp((r.X+r.W)/x.cell.X, x.nx)
	y0, y1 := clamp(r.Y/x.cell.Y, x.ny), clamp((r.Y+r.H)/x.cell.Y, x.ny)
	for j := y0; j <= y1; j++ {
		for i := x0; i <= x1; i++ {
			if !f(j*x.nx + i) {
				return false
			}
		}
	}
	return true
}

func clamp(v, n int32) int32 { return min(max(v, 0), n-1) }

// hit returns a box that has an inner point in common with r, grown by room on all sides, or
// -1. Boxes a and b are not grown against.
func (x *index) hit(r Rect, room int32, a, b int32) int32 {
	found := int32(-1)
	grown := Rect{r.X - room, r.Y - room, r.W + 2*room, r.H + 2*room}
	x.cells(grown, func(c int32) bool {
		x.looked++
		for _, i := range x.box[x.start[c]:x.start[c+1]] {
			o, s := x.at[i], grown
			if i == a || i == b {
				s = r
			}
			if s.X < o.X+o.W && o.X < s.X+s.W && s.Y < o.Y+o.H && o.Y < s.Y+s.H {
				found = i
				return false
			}
		}
		return true
	})
	return found
}
