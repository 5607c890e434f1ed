package graphviz

import (
	"math"

	"example.com/orgchart/layout"
)

const (
	stride  = 48 // px between the points of a path, about
	longest = 40 // strides of a path; longer ones have longer strides
	fine    = 16 // straight pieces that stand for one Bézier curve when lengths are measured
)

// along is points at even distances along Bézier curves joined end to end: the first point, and
// three more for each curve. A curve through points at even distances has no swings that the
// original has not. A straight line has its two ends.
func along(c []spot) []spot {
	if isStraight(c) {
		return []spot{c[0], c[len(c)-1]}
	}
	line := []spot{c[0]}
	for i := 0; i+3 < len(c); i += 3 {
		for k := 1; k <= fine; k++ {
			line = append(line, bezier(c[i:i+4], float64(k)/fine))
		}
	}
	total := 0.0
	for i := 1; i < len(line); i++ {
		total += distance(line[i-1], line[i])
	}
	n := min(max(int(math.Round(total/stride)), 4), longest)
	out := []spot{c[0]}
	walked := 0.0
	for i := 1; i < len(line) && len(out) < n; i++ {
		step := distance(line[i-1], line[i])
		for len(out) < n {
			next := total * float64(len(out)) / float64(n)
			if walked+step < next || step == 0 {
				break
			}
			t := (next - walked) / step
			out = append(out, spot{line[i-1].x + t*(line[i].x-line[i-1].x), line[i-1].y + t*(line[i].y-line[i-1].y)})
		}
		walked += step
	}
	return append(out, c[len(c)-1])
}

// bezier is the point at t, 0 to 1, of a cubic curve.
func bezier(c []spot, t float64) spot {
	u := 1 - t
	a, b, d, e := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return spot{a*c[0].x + b*c[1].x + d*c[2].x + e*c[3].x, a*c[0].y + b*c[1].y + d*c[2].y + e*c[3].y}
}

func distance(a, b spot) float64 { return math.Hypot(b.x-a.x, b.y-a.y) }

// isStraight tells whether all points are within half a px of the line between the ends, and
// none beyond them.
func isStraight(c []spot) bool {
	a, b := c[0], c[len(c)-1]
	long := distance(a, b)
	for _, s := range c {
		if long == 0 {
			return distance(a, s) < 0.5
		}
		dx, dy := (b.x-a.x)/long, (b.y-a.y)/long
		if off := (s.x-a.x)*dy - (s.y-a.y)*dx; math.Abs(off) > 0.5 {
			return false
		}
		if at := (s.x-a.x)*dx + (s.y-a.y)*dy; at < -0.5 || at > long+0.5 {
			return false
		}
	}
	return true
}

// rounded is whole px, none twice in a row but for a path that would have one point alone.
func rounded(all []spot) []layout.Point {
	var out []layout.Point
	for i, s := range all {
		q := layout.Point{X: int32(math.Round(s.x)), Y: int32(math.Round(s.y))}
		if n := len(out); n > 0 && out[n-1] == q && (n > 1 || i+1 < len(all)) {
			continue
		}
		out = append(out, q)
	}
	return out
}

// toOutline is the point of the outline of r that is nearest to p, which is near it.
func toOutline(r layout.Rect, p layout.Point) layout.Point {
	p.X, p.Y = min(max(p.X, r.X), r.X+r.W), min(max(p.Y, r.Y), r.Y+r.H)
	left, top := p.X-r.X, p.Y-r.Y
	right, bottom := r.W-left, r.H-top
	switch min(left, right, top, bottom) {
	case left:
		p.X = r.X
	case right:
		p.X = r.X + r.W
	case top:
		p.Y = r.Y
	default:
		p.Y = r.Y + r.H
	}
	return p
}
