package svg

import "example.com/orgchart/layout"

// An arrowHead is a triangle at the end of an edge.
type arrowHead struct {
	x, y           int // its tip
	dirX, dirY     int // where it points, unit long
	long           int // 0: no arrow
	shortX, shortY int // how much of the line it covers
}

// unit is the length of an arrowHead's direction.
const unit = 1 << 10

// headOf is the arrow at the end of pts, in the direction in which they arrive.
func headOf(pts []layout.Point) arrowHead {
	tip := pts[len(pts)-1]
	for i := len(pts) - 2; i >= 0; i-- {
		dx, dy := int(tip.X)-int(pts[i].X), int(tip.Y)-int(pts[i].Y)
		if dx == 0 && dy == 0 {
			continue
		}
		n := root(dx*dx/4 + dy*dy/4) // half the length; quartered, so that no int32 overflows
		if n == 0 {
			n = 1
		}
		h := arrowHead{x: int(tip.X), y: int(tip.Y), dirX: dx * unit / 2 / n, dirY: dy * unit / 2 / n, long: 9}
		if 2*n > h.long {
			h.shortX, h.shortY = h.dirX*7/unit, h.dirY*7/unit
		}
		return h
	}
	return arrowHead{}
}

// append appends the path of the triangle.
func (h arrowHead) append(b []byte) []byte {
	const wide = 4
	backX, backY := h.dirX*h.long/unit, h.dirY*h.long/unit
	sideX, sideY := -h.dirY*wide/unit, h.dirX*wide/unit
	b = appendPair(b, h.x, h.y)
	b = append(b, 'l')
	b = appendPair(b, sideX-backX, sideY-backY)
	b = append(b, 'l')
	b = appendPair(b, -2*sideX, -2*sideY)
	return append(b, 'z')
}

// root is the integer square root of n (Newton's method).
func root(n int) int {
	if n < 2 {
		return n
	}
	x := n
	for y := (x + 1) / 2; y < x; y = (x + n/x) / 2 {
		x = y
	}
	return x
}
