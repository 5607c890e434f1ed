package layout

import "slices"

// A router finds ways for loose edges between the boxes: along the sides of boxes, along the
// rows (or columns) that boxes share, and around the picture. It tries the ways of up to five
// lines that these make possible and takes the shortest, a corner counting like 40 px.
type router struct {
	*Diagram
	boxes *index
	lanes *lanes
	w, h  int32
	rows  []int32 // upper edges of shared rows; left edges of columns where sideways
	sides bool    // rows are columns
	hits  []int32 // some boxes that stood in the way
	round []int32 // those whose sides are tried as well
	share bool    // lines may run on top of each other
}

const (
	corner    = 40 // what a corner costs, px
	nearest   = 8  // a line's least distance to the side of a box it runs along, px
	clearance = 3  // to any other box, px
	mostHits  = 16 // boxes in the way that are gone round, a round
)

// A channel is a place where a line can run, and to where the next line beside it is shifted.
type channel struct{ at, step int32 }

// A way is the coordinates of lines in turn, the first one upright or not.
type way struct {
	upright bool
	n       int
	q       [5]channel
}

// find returns the corners of the best way from box a to box b, nil where there is none. Where
// boxes stand in every way it looks for ways round them, twice, and at last for one that shares
// its place with other lines.
func (r *router) find(a, b int32) []Point {
	r.round = r.round[:0]
	for round := range 4 {
		r.hits, r.share = r.hits[:0], round == 3
		if way := r.best(a, b); way != nil {
			return way
		}
		r.round = append(r.round, r.hits...)
	}
	return nil
}

func (r *router) best(a, b int32) []Point {
	var best, p [6]Point
	n, least := 0, int64(-1)
	r.ways(a, b, func(w way) {
		k := r.walk(a, b, &w, &p)
		if k == 0 {
			return
		}
		cost := int64(corner * (k - 2))
		for i := 1; i < k; i++ {
			cost += int64(abs(p[i].X-p[i-1].X)) + int64(abs(p[i].Y-p[i-1].Y))
		}
		if (least < 0 || cost < least) && r.clear(a, b, &w, &p, k) {
			n, least, best = k, cost, p
		}
	})
	return append([]Point(nil), best[:n]...)
}

func abs(v int32) int32 { return max(v, -v) }

// beside returns the channels at both sides of a box, upright or not.
func beside(r Rect, upright bool) [2]channel {
	if upright {
		return [2]channel{{r.X - nearest, -laneGap}, {r.X + r.W + nearest, laneGap}}
	}
	return [2]channel{{r.Y - nearest, -laneGap}, {r.Y + r.H + nearest, laneGap}}
}

// across returns the channels that lead past many boxes.
func (r *router) across(a, b Rect, upright bool) []channel {
	sa, sb := beside(a, upright), beside(b, upright)
	out := []channel{sa[0], sa[1], sb[0], sb[1], {-nearest, -laneGap}, {r.h + nearest, laneGap}}
	if upright {
		out[5].at = r.w + nearest
	}
	if upright == r.sides {
		for _, y := range r.near(a, b) {
			out = append(out, channel{y - nearest, -laneGap})
		}
	}
	for _, o := range r.round {
		c := beside(r.At[o], upright)
		out = append(out, c[0], c[1])
	}
	return out
}

// near returns the shared rows next above the upper one of two boxes, and one below each.
func (r *router) near(a, b Rect) []int32 {
	y, z := a.Y, b.Y
	if r.sides {
		y, z = a.X, b.X
	}
	i, _ := slices.BinarySearch(r.rows, min(y, z)+1)
	j, found := slices.BinarySearch(r.rows, max(y, z)+1)
	rows := slices.Clone(r.rows[max(0, i-4):min(len(r.rows), i+1)])
	if !found && j < len(r.rows) && j > i {
		rows = append(rows, r.rows[j])
	}
	return rows
}

// ways calls f with everything worth trying.
func (r *router) ways(ai, bi int32, f func(way)) {
	a, b := r.At[ai], r.At[bi]
	for _, upright := range [2]bool{false, true} {
		ea, eb := r.end(ai, b, upright), r.end(bi, a, upright)
		f(way{upright, 1, [5]channel{ea}})
		// The first line runs along upright, the second across it.
		near, far := beside(a, !upright), beside(b, !upright)
		for _, c := range r.across(a, b, !upright) {
			f(way{upright, 3, [5]channel{ea, c, eb}})
		}
		other := r.end(bi, a, !upright)
		for _, x := range near {
			f(way{upright, 2, [5]channel{ea, {other.at, other.step}}})
			for _, y := range beside(b, upright) {
				f(way{upright, 4, [5]channel{ea, x, y, other}})
			}
			for _, y := range r.across(a, b, upright) {
				for _, z := range far {
					f(way{upright, 5, [5]channel{ea, x, y, z, eb}})
				}
			}
		}
	}
}

// end is where a line along the axis leaves a box that it joins to other: beside the middle,
// where lines of the tree end, on the side of the other box.
func (r *router) end(box int32, other Rect, upright bool) channel {
	a := r.At[box]
	from, size, to := a.Y, a.H, other.Y+other.H/2
	if upright {
		from, size, to = a.X, a.W, other.X+other.W/2
	}
	mid := from + size/2
	step := int32(laneGap)
	if to < mid {
		step = -step
	}
	return channel{mid + min(nearest, size/4)*step/laneGap, step}
}

// walk turns a way into corners, the first and last on the outlines of a and b; 0 where it
// makes none.
func (r *router) walk(a, b int32, w *way, p *[6]Point) int {
	n, box, other := w.n, r.At[a], r.At[b]
	last := w.uprightAt(n - 1)
	toA, toB := middle(box, !last), middle(other, !w.upright)
	if n > 1 {
		toB, toA = w.q[1].at, w.q[n-2].at
	} else if !within(other, last, w.q[0].at) {
		return 0
	}
	p[0] = point(w.upright, w.q[0].at, outline(box, w.upright, toB))
	p[n] = point(last, w.q[n-1].at, outline(other, last, toA))
	for i := 1; i < n; i++ {
		p[i] = point(w.uprightAt(i), w.q[i].at, w.q[i-1].at)
	}
	for i := 1; i <= n; i++ {
		if p[i] == p[i-1] {
			return 0
		}
	}
	return n + 1
}

// uprightAt tells how line i of a way lies.
func (w *way) uprightAt(i int) bool { return w.upright != (i%2 == 1) }

// point is where a line at the coordinate at, upright or not, has the other coordinate.
func point(upright bool, at, other int32) Point {
	if upright {
		return Point{at, other}
	}
	return Point{other, at}
}

// middle of a box, seen along the axis that an upright line has its coordinate on.
func middle(r Rect, upright bool) int32 {
	if upright {
		return r.X + r.W/2
	}
	return r.Y + r.H/2
}

// outline is where a line, upright or not, leaves a box toward the coordinate to.
func outline(r Rect, upright bool, to int32) int32 {
	if upright {
		r = Rect{r.Y, r.X, r.H, r.W}
	}
	if to >= r.X+r.W {
		return r.X + r.W
	}
	return r.X
}

// clear tells whether a way is free of boxes, after shifting its lines off those that run
// there already.
func (r *router) clear(a, b int32, w *way, p *[6]Point, n int) bool {
	for try := 0; try < 5; try++ {
		hit := -1
		for i := 1; i < n; i++ {
			s := segmentOf(p[i-1], p[i])
			if o := r.boxes.hit(s.rect(), clearance, a, b); o >= 0 {
				if len(r.hits) < mostHits && !slices.Contains(r.hits, o) && !slices.Contains(r.round, o) {
					r.hits = append(r.hits, o)
				}
				return false
			}
			if hit < 0 && !r.share && r.lanes.taken(s) {
				hit = i - 1
			}
		}
		if hit < 0 {
			return true
		}
		w.q[hit].at += w.q[hit].step
		if (hit == 0 && !within(r.At[a], w.upright, w.q[0].at)) || (hit == w.n-1 && !within(r.At[b], w.uprightAt(hit), w.q[hit].at)) {
			return false
		}
		if r.walk(a, b, w, p) == 0 {
			return false
		}
	}
	return false
}

// within tells whether a line at a coordinate meets the side of a box, off its corners.
func within(r Rect, upright bool, at int32) bool {
	if upright {
		return at >= r.X+4 && at <= r.X+r.W-4
	}
	return at >= r.Y+4 && at <= r.Y+r.H-4
}
