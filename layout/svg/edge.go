package svg

import "example.com/orgchart/layout"

// edges appends paths lo up to hi.
func (p *picture) edges(b []byte, lo, hi int) []byte {
	d := p.d
	for i := lo; i < hi; i++ {
		path := &d.Paths[i]
		first, count := int(path.First), int(path.Count)
		if path.Edge < 0 || int(path.Edge) >= len(d.Edges) || first < 0 || count < 2 || first+count > len(d.Points) {
			continue
		}
		e := &d.Edges[path.Edge]
		b = p.edge(b, e, d.Points[first:first+count], path.Curve)
	}
	return b
}

// edge appends one edge along pts, which are two or more.
func (p *picture) edge(b []byte, e *layout.Edge, pts []layout.Point, curve bool) []byte {
	var head arrowHead
	if e.Arrow {
		head = headOf(pts)
	}
	kind, mark := strokeOf(e.Stroke), markOf(e.Mark)
	b = p.line(append(b, edgeOpen[kind][mark]...), pts, head, curve)
	if e.Stroke == layout.Double { // the gap is drawn over the line
		b = p.line(append(b, `<path class="y" d="M`...), pts, head, curve)
	}
	if head.long > 0 {
		b = head.append(append(b, headOpen[kind][mark]...))
		b = append(b, `"/>`...)
	}
	return append(b, '\n')
}

// line appends the rest of one path.
func (p *picture) line(b []byte, pts []layout.Point, head arrowHead, curve bool) []byte {
	switch {
	case curve:
		b = appendCurve(b, pts, head)
	case len(pts) == 4 && head.long == 0 && p.isElbow((*[4]layout.Point)(pts)):
		b = p.elbow(b, (*[4]layout.Point)(pts))
	default:
		b = p.corners(b, pts, head)
	}
	return append(b, `"/>`...)
}

// isElbow reports whether pts lead down, to a side and down, with room for full corners: the
// edges of a tree mostly do.
func (p *picture) isElbow(pts *[4]layout.Point) bool {
	r := min(p.theme.Shape.Corner, maxCorner)
	return r >= 2 && pts[0].X == pts[1].X && pts[1].Y == pts[2].Y && pts[2].X == pts[3].X &&
		int(pts[1].Y)-int(pts[0].Y) >= r && int(pts[3].Y)-int(pts[2].Y) >= r && abs(int(pts[2].X)-int(pts[1].X)) >= 2*r
}

// elbow appends what corners would for an elbow.
func (p *picture) elbow(b []byte, pts *[4]layout.Point) []byte {
	r := min(p.theme.Shape.Corner, maxCorner)
	side, out := int(pts[2].X)-int(pts[1].X), 1
	if side < 0 {
		out = -1
	}
	first, second := &p.turns[1][2][out+1], &p.turns[out+1][1][2]
	b = appendPair(b, int(pts[0].X), int(pts[0].Y)-1)
	b = appendInt(append(b, 'v'), int(pts[1].Y)-int(pts[0].Y)+1-r)
	b = append(b, first.text[:]...)[:len(b)+first.long]
	if side != 2*out*r {
		b = appendInt(append(b, 'h'), side-2*out*r)
	}
	b = append(b, second.text[:]...)[:len(b)+second.long]
	if down := int(pts[3].Y) - int(pts[2].Y) - r; down != 0 {
		b = appendInt(append(b, 'v'), down)
	}
	return b
}

// corners appends a path of straight lines with rounded corners. Where two lines at right
// angles are too short for the radius it becomes smaller; other corners stay sharp.
func (p *picture) corners(b []byte, pts []layout.Point, head arrowHead) []byte {
	radius := min(p.theme.Shape.Corner, maxCorner)
	x, y := int(pts[0].X), int(pts[0].Y) // the pen
	atX, atY := x, y                     // the corner before the next
	in := wayOf(int(pts[1].X)-x, int(pts[1].Y)-y)
	if in.long > 0 { // starts under the outline, not beside it
		x, y = x-in.x, y-in.y
	}
	b = appendPair(b, x, y)
	free := in.long // how much of the line in a corner may take
	for i, c := range pts[1 : len(pts)-1] {
		atX, atY = int(c.X), int(c.Y)
		out := wayOf(int(pts[i+2].X)-atX, int(pts[i+2].Y)-atY)
		next := out.long
		if i+3 < len(pts) || head.long > 0 {
			next /= 2 // the other half is for the corner or arrow at its end
		}
		r := min(radius, free, next)
		if in.x*out.x+in.y*out.y != 0 || r < 2 { // not at a right angle, or too short
			b = appendTo(b, atX-x, atY-y)
			x, y = atX, atY
		} else {
			b = appendTo(b, atX-in.x*r-x, atY-in.y*r-y)
			if r == radius {
				t := &p.turns[in.x+1][in.y+1][out.x+out.y+1]
				b = append(b, t.text[:]...)[:len(b)+t.long]
			} else {
				b = appendTurn(b, in.x*r, in.y*r, out.x*r, out.y*r)
			}
			x, y = atX+out.x*r, atY+out.y*r
		}
		in, free = out, out.long/2
	}
	end := pts[len(pts)-1]
	return appendTo(b, int(end.X)-head.shortX-x, int(end.Y)-head.shortY-y)
}

// A way is the direction and length of a line along an axis; the length of any other is 0.
type way struct{ x, y, long int }

// wayOf is the way of a line by dx, dy.
func wayOf(dx, dy int) way {
	switch {
	case dx == 0 && dy > 0:
		return way{0, 1, dy}
	case dx == 0:
		return way{0, -1, -dy}
	case dy == 0 && dx > 0:
		return way{1, 0, dx}
	case dy == 0:
		return way{-1, 0, -dx}
	}
	return way{}
}

// turns is the eight rounded corners of full radius: by the direction in (x, y) and whether the
// direction out is down or right (2) or up or left (0).
type turns [3][3][3]struct {
	text [16]byte
	long int
}

// maxCorner keeps a corner within the text of turns.
const maxCorner = 99

// makeTurns makes the corners of radius r.
func makeTurns(t *turns, r int) {
	if r < 1 {
		return // corners stay sharp
	}
	for _, d := range [...][2]int{{-1, 0}, {1, 0}, {0, -1}, {0, 1}} {
		for _, out := range [...]int{-1, 1} {
			turn := &t[d[0]+1][d[1]+1][out+1]
			outX, outY := out*abs(d[1])*r, out*abs(d[0])*r
			turn.long = len(appendTurn(turn.text[:0], d[0]*r, d[1]*r, outX, outY))
		}
	}
}

// appendTurn appends a rounded corner.
func appendTurn(b []byte, inX, inY, outX, outY int) []byte {
	b = appendPair(append(b, 'q'), inX, inY)
	if inX+outX >= 0 {
		b = append(b, ' ')
	}
	return appendPair(b, inX+outX, inY+outY)
}

// appendTo appends a straight line.
func appendTo(b []byte, dx, dy int) []byte {
	switch {
	case dx == 0 && dy == 0:
		return b
	case dy == 0:
		return appendInt(append(b, 'h'), dx)
	case dx == 0:
		return appendInt(append(b, 'v'), dy)
	}
	return appendPair(append(b, 'l'), dx, dy)
}

// appendCurve appends a smooth curve through all points: a Catmull-Rom spline as Bézier curves.
func appendCurve(b []byte, pts []layout.Point, head arrowHead) []byte {
	last := len(pts) - 1
	at := func(i int) (x, y int) {
		q := pts[min(max(i, 0), last)]
		if x, y = int(q.X), int(q.Y); i >= last {
			x, y = x-head.shortX, y-head.shortY
		}
		return x, y
	}
	x, y := at(0)
	b = appendPair(b, x, y)
	for i := range last {
		ax, ay := at(i - 1)
		zx, zy := at(i + 1)
		nx, ny := at(i + 2)
		c := [...]int{(zx - ax) / 6, (zy - ay) / 6, zx - x - (nx-x)/6, zy - y - (ny-y)/6, zx - x, zy - y}
		for j := 0; j < len(c); j += 2 {
			if j == 0 {
				b = append(b, 'c')
			} else if c[j] >= 0 {
				b = append(b, ' ')
			}
			b = appendPair(b, c[j], c[j+1])
		}
		x, y = zx, zy
	}
	return b
}

func abs(n int) int { return max(n, -n) }
