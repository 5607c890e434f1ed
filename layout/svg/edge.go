package svg

import "example.com/orgchart/layout"

// edges writes all paths, in their order.
func (p *picture) edges() {
	p.b = append(p.b, `<g class="e" transform="translate(.5 .5)">`+"\n"...)
	d := p.d
	for i := range d.Paths {
		path := &d.Paths[i]
		first, count := int(path.First), int(path.Count)
		if path.Edge < 0 || int(path.Edge) >= len(d.Edges) || first < 0 || count < 2 || first+count > len(d.Points) {
			continue
		}
		e := &d.Edges[path.Edge]
		p.edge(d.Points[first:first+count], e.Stroke, e.Mark, e.Arrow, path.Curve)
		if !p.spill() {
			return
		}
	}
	p.b = append(p.b, "</g>\n"...)
}

// edge writes one edge along pts, which are two or more.
func (p *picture) edge(pts []layout.Point, s layout.Stroke, m layout.Mark, arrow, curve bool) {
	var head arrowHead
	if arrow {
		head = headOf(pts)
	}
	mark := classOf(markClass[:], int(m))
	strokes := [2]string{classOf(strokeClass[:], int(s))}
	n := 1
	if s == layout.Double { // the gap is drawn over the line
		strokes[1], n = "y", 2
	}
	for i, stroke := range strokes[:n] {
		if i > 0 {
			mark = ""
		}
		p.b = append(p.b, "<path"...)
		p.b = appendClass(p.b, stroke, mark)
		p.b = append(p.b, ` d="M`...)
		if curve {
			p.curve(pts, head)
		} else {
			p.corners(pts, head)
		}
		p.b = append(p.b, `"/>`...)
	}
	if head.long > 0 {
		p.b = append(p.b, "<path"...)
		p.b = appendClass(p.b, "a", strokes[0], mark)
		p.b = append(p.b, ` d="M`...)
		p.b = head.append(p.b)
		p.b = append(p.b, `"/>`...)
	}
	p.b = append(p.b, '\n')
}

// corners appends a path of straight lines with rounded corners. Where two lines at right
// angles are too short for the radius it becomes smaller; other corners stay sharp.
func (p *picture) corners(pts []layout.Point, head arrowHead) {
	b := p.b
	radius := p.theme.Shape.Corner
	x, y := int(pts[0].X), int(pts[0].Y) // the pen
	b = appendPair(b, x, y)
	last := len(pts) - 1
	for i := 1; i < last; i++ {
		a, c, z := pts[i-1], pts[i], pts[i+1]
		cx, cy := int(c.X), int(c.Y)
		inX, inY := cx-int(a.X), cy-int(a.Y)
		outX, outY := int(z.X)-cx, int(z.Y)-cy
		r := 0
		if inX*outX+inY*outY == 0 && (inX == 0 || inY == 0) { // at a right angle, along the axes
			r = radius
			r = min(r, half(abs(inX+inY), i == 1), half(abs(outX+outY), i+1 == last && head.long == 0))
		}
		if r < 2 {
			b = appendTo(b, cx-x, cy-y)
			x, y = cx, cy
			if len(b) > 2*room { // a path of many corners
				p.b = b
				p.flush()
				b = p.b
			}
			continue
		}
		inX, inY, outX, outY = sign(inX)*r, sign(inY)*r, sign(outX)*r, sign(outY)*r
		b = appendTo(b, cx-inX-x, cy-inY-y)
		b = append(b, 'q')
		b = appendPair(b, inX, inY)
		if inX+outX >= 0 {
			b = append(b, ' ')
		}
		b = appendPair(b, inX+outX, inY+outY)
		x, y = cx+outX, cy+outY
		if len(b) > 2*room {
			p.b = b
			p.flush()
			b = p.b
		}
	}
	p.b = appendTo(b, int(pts[last].X)-head.shortX-x, int(pts[last].Y)-head.shortY-y)
}

// half is what a corner may take of a line n long: all of it where no other corner wants some.
func half(n int, all bool) int {
	if all {
		return n
	}
	return n / 2
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

// curve appends a smooth curve through all points: a Catmull-Rom spline as Bézier curves.
func (p *picture) curve(pts []layout.Point, head arrowHead) {
	b := p.b
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
		if len(b) > 2*room {
			p.b = b
			p.flush()
			b = p.b
		}
	}
	p.b = b
}

func abs(n int) int { return max(n, -n) }

func sign(n int) int {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}
