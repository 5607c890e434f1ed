package layout

import "example.com/orgchart/layout/text"

// standApart puts the boxes of the tray into columns right of the chart, under their heading.
// The chart reaches from 0, 0 to end.
func standApart(d *Diagram, tray []int32, t Tidy, end Point) {
	if len(tray) == 0 {
		return
	}
	right, bottom := end.X, end.Y
	gap, row := t.SiblingGap, (t.SiblingGap+1)/2
	var high, wide int64
	for _, b := range tray {
		high += int64(max(d.Boxes[b].H, 0) + row)
		wide = max(wide, int64(max(d.Boxes[b].W, 0)+gap))
	}
	s := sketch{Tidy: t, plan: plan{tall: max(bottom, 320)}}
	cols := s.columns(len(tray), wide, high)
	x, top := right+2*gap, int32(0)
	if right == 0 {
		x = 0
	}
	if d.Tray != "" {
		lead := int32(text.Strong.Leading())
		heading, cut := text.Fit(d.Tray, text.Strong, int(max(wide*cols, 240)))
		d.Words = append(d.Words, Word{X: x, Y: lead * 3 / 4, Line: Line{S: heading, Style: text.Strong, Cut: cut}})
		top = lead + 8
	}
	y, w, done, col := top, int32(0), int64(0), int64(1)
	for _, b := range tray {
		bw, bh := max(d.Boxes[b].W, 0), max(d.Boxes[b].H, 0)
		if y > top && (done+int64(bh)/2)*cols > high*col {
			x, y, w, col = x+w+gap, top, 0, col+1
		}
		d.At[b] = Rect{x, y, bw, bh}
		y, w, done = y+bh+row, max(w, bw), done+int64(bh+row)
	}
}

// corner is the lower right corner of all boxes that stand within 0, 0 and it.
func (d *Diagram) corner() Point {
	var end Point
	for _, a := range d.At {
		end = Point{max(end.X, a.X+a.W), max(end.Y, a.Y+a.H)}
	}
	return end
}
