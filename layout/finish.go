package layout

import (
	"strconv"

	"example.com/orgchart/layout/text"
)

// Measures of what stands around a chart, px.
const (
	margin     = 24
	SampleW    = 28 // width of the sample at the left of a legend entry
	SampleGap  = 8  // between the sample and its text
	keyHeight  = 16
	keyGap     = 24  // between entries
	partGap    = 24  // between title, chart and legend
	wordsWidth = 640 // how wide title and legend may always be
)

// Finish puts the words and the legend around a chart whose boxes, paths and words (a tray's
// heading) have their places: title and subtitle top left, the legend bottom left, a margin
// around the whole. It moves the chart to where that leaves it and sets W, H and Keys; the
// title's lines stand before other Words. Texts too wide for the picture are cut.
func Finish(d *Diagram) {
	r := d.extent()
	wide := max(r.W, wordsWidth)
	var head []Word
	y := int32(margin)
	for _, t := range []struct {
		s  string
		st text.Style
	}{{d.Title, text.Heading}, {d.Subtitle, text.Small}} {
		if t.s == "" {
			continue
		}
		s, cut := text.Fit(t.s, t.st, int(wide))
		lead := int32(t.st.Leading())
		head = append(head, Word{X: margin, Y: y + lead*3/4, Line: Line{S: s, Style: t.st, Cut: cut}})
		r.W = max(r.W, int32(text.Width(s, t.st)))
		if y += lead; cut {
			r.W = wide
		}
	}
	if len(head) > 0 && len(d.Boxes) > 0 {
		y += partGap
	}
	d.move(margin-r.X, y-r.Y)
	d.Words = append(head, d.Words...)
	y += r.H
	if len(d.Legend) > 0 {
		if y > margin {
			y += partGap
		}
		var w int32
		w, y = d.placeKeys(wide, y)
		r.W = max(r.W, w)
	}
	d.W, d.H = int(r.W)+2*margin, int(y)+margin
}

// placeKeys lays the legend out in lines and returns how wide it is and where it ends.
func (d *Diagram) placeKeys(wide, y int32) (w, end int32) {
	d.Keys = make([]Rect, len(d.Legend))
	x := int32(0)
	for i, k := range d.Legend {
		label := k.Text
		if k.Count != 0 {
			label += " " + strconv.Itoa(k.Count)
		}
		kw := min(SampleW+SampleGap+int32(text.Width(label, text.Plain))+4, wide)
		if x > 0 && x+kw > wide {
			x, y = 0, y+keyHeight+8
		}
		d.Keys[i] = Rect{margin + x, y, kw, keyHeight}
		w = max(w, x+kw)
		x += kw + keyGap
	}
	return w, y + keyHeight
}

// extent is the rectangle around everything that has a place.
func (d *Diagram) extent() Rect {
	if len(d.At) == 0 {
		return Rect{}
	}
	lo, hi := Point{1<<31 - 1, 1<<31 - 1}, Point{-1 << 31, -1 << 31}
	hold := func(x, y int32) {
		lo.X, lo.Y, hi.X, hi.Y = min(lo.X, x), min(lo.Y, y), max(hi.X, x), max(hi.Y, y)
	}
	for _, a := range d.At {
		hold(a.X, a.Y)
		hold(a.X+a.W, a.Y+a.H)
	}
	for _, p := range d.Points {
		hold(p.X, p.Y)
	}
	for _, w := range d.Words {
		hold(w.X, w.Y-int32(w.Style.Leading()))
		hold(w.X+int32(text.Width(w.S, w.Style)), w.Y)
	}
	return Rect{lo.X, lo.Y, hi.X - lo.X, hi.Y - lo.Y}
}

// move moves everything that has a place.
func (d *Diagram) move(x, y int32) {
	for i := range d.At {
		d.At[i].X += x
		d.At[i].Y += y
	}
	for i := range d.Points {
		d.Points[i].X += x
		d.Points[i].Y += y
	}
	for i := range d.Words {
		d.Words[i].X += x
		d.Words[i].Y += y
	}
}
