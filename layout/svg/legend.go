package svg

import (
	"example.com/orgchart/layout"
	"example.com/orgchart/layout/text"
)

// words appends the texts outside the boxes.
func (p *picture) words(b []byte, lo, hi int) []byte {
	for i := lo; i < hi; i++ {
		w := &p.d.Words[i]
		b = append(appendLine(b, &w.Line, int(w.X), int(w.X), int(w.Y)), '\n')
	}
	return b
}

// sampleH is the height of a sample in the legend, px.
const sampleH = 14

// legend appends entries of the legend; a text too wide for its entry is cut.
func (p *picture) legend(b []byte, lo, hi int) []byte {
	for i := lo; i < hi; i++ {
		k, r := &p.d.Legend[i], p.d.Keys[i]
		x, middle := int(r.X), int(r.Y)+int(r.H)/2
		b = p.sample(b, k, x, middle)
		var digits [20]byte
		var count []byte
		if k.Count > 0 {
			count = appendInt(digits[:0], k.Count)
		}
		const left = layout.SampleW + layout.SampleGap
		room := int(r.W) - left - text.Width(" "+string(count), text.Plain)
		ln := layout.Line{Style: text.Plain}
		ln.S, ln.Cut = text.Fit(k.Text, text.Plain, room)
		b = appendLine(b, &ln, x+left, x+left, middle+4)
		if count != nil {
			b = append(b[:len(b)-len("</text>")], "\u00a0<tspan class=\"s\">"...)
			b = append(append(b, count...), "</tspan></text>"...)
		}
		b = append(b, '\n')
	}
	return b
}

// sample appends what a key shows, its left edge at x and its middle at y.
func (p *picture) sample(b []byte, k *layout.Key, x, y int) []byte {
	switch k.Sample {
	case layout.MarkSample:
		return appendBadge(b, k.Mark, x+layout.SampleW/2, y, 0)
	case layout.BarSample:
		b = appendSmall(append(b, boxesOpen...), x, y, layout.SampleW, sampleH)
		if k.Bar != 0 {
			b = append(b, barOpen[(k.Bar-1)%uint8(len(barOpen))]...)
			b = append(appendPair(b, x+p.theme.Shape.Bar/2, y-sampleH/2+3), `v7"/>`...)
		}
	case layout.StateSample:
		b = append(append(b, boxesOpen...), keyOpen[stateOf(k.State)]...)
		if k.State == layout.Stacked {
			b = appendSmall(b, x+4, y+4, layout.SampleW-4, sampleH-4)
			b = appendSmall(b, x+2, y+2, layout.SampleW-4, sampleH-4)
			b = appendSmall(b, x, y, layout.SampleW-4, sampleH-4)
		} else {
			b = appendSmall(b, x, y, layout.SampleW, sampleH)
		}
		b = append(b, "</g>"...)
	default:
		e := layout.Edge{Stroke: k.Stroke, Mark: k.Mark, Arrow: k.Mark != layout.NoMark}
		pts := [...]layout.Point{{X: int32(x), Y: int32(y)}, {X: int32(x + layout.SampleW - 1), Y: int32(y)}}
		b = p.edge(append(b, edgesOpen...), &e, pts[:], false)
		b = b[:len(b)-1] // no line break within an entry
	}
	return append(b, "</g>"...)
}

// appendSmall appends a small box; y is the middle of a sample.
func appendSmall(b []byte, x, y, w, h int) []byte {
	b = append(b, `<rect x="`...)
	b = appendInt(b, x)
	b = append(b, `" y="`...)
	b = appendInt(b, y-sampleH/2)
	b = append(b, '"')
	return appendRectEnd(b, w, h, 3)
}
