package svg

import (
	"example.com/orgchart/layout"
	"example.com/orgchart/layout/text"
)

// words writes the texts outside the boxes.
func (p *picture) words() {
	for i := range p.d.Words {
		w := &p.d.Words[i]
		p.b = appendLine(p.b, &w.Line, int(w.X), int(w.X), int(w.Y))
		p.b = append(p.b, '\n')
		if !p.spill() {
			return
		}
	}
}

// The size of a sample in the legend, px.
const (
	sampleW = 26
	sampleH = 14
)

// legend writes the entries of the legend that have a place.
func (p *picture) legend() {
	for i := range min(len(p.d.Legend), len(p.d.Keys)) {
		k, r := &p.d.Legend[i], p.d.Keys[i]
		x, middle := int(r.X), int(r.Y)+int(r.H)/2
		p.sample(k, x, middle)
		p.b = append(p.b, `<text x="`...)
		p.b = appendInt(p.b, x+text.KeyX)
		p.b = append(p.b, `" y="`...)
		p.b = appendInt(p.b, middle+4)
		p.b = append(p.b, `" class="s">`...)
		p.b = appendText(p.b, k.Text)
		if k.Count > 0 {
			p.b = append(p.b, `<tspan class="t" dx="`...)
			p.b = appendInt(p.b, text.KeyGap)
			p.b = append(p.b, `">`...)
			p.b = appendInt(p.b, k.Count)
			p.b = append(p.b, `</tspan>`...)
		}
		p.b = append(p.b, "</text>\n"...)
		if !p.spill() {
			return
		}
	}
}

// sample writes what a key shows, its left edge at x and its middle at y.
func (p *picture) sample(k *layout.Key, x, y int) {
	if k.Sample == layout.EdgeSample {
		p.b = append(p.b, `<g class="e" transform="translate(.5 .5)">`...)
		pts := [...]layout.Point{{X: int32(x), Y: int32(y)}, {X: int32(x + sampleW), Y: int32(y)}}
		p.edge(pts[:], k.Stroke, k.Mark, k.Mark != layout.NoMark, false)
		p.b = append(p.b, "</g>"...)
		return
	}
	if k.Sample == layout.MarkSample {
		p.b = appendBadge(p.b, k.Mark, x+sampleW/2, y, 0)
		return
	}
	p.b = append(p.b, `<g class="b" transform="translate(.5 .5)"><g`...)
	top := y - sampleH/2
	if k.Sample == layout.StateSample {
		p.b = appendClass(p.b, classOf(stateClass[:], int(k.State)))
	}
	p.b = append(p.b, '>')
	if k.Sample == layout.StateSample && k.State == layout.Stacked {
		p.b = appendRect(p.b, x+4, top+4, sampleW-4, sampleH-4, 3)
		p.b = appendRect(p.b, x+2, top+2, sampleW-4, sampleH-4, 3)
		p.b = appendRect(p.b, x, top, sampleW-4, sampleH-4, 3)
	} else {
		p.b = appendRect(p.b, x, top, sampleW, sampleH, 3)
	}
	if k.Sample == layout.BarSample && k.Bar != 0 {
		p.b = append(p.b, `<path class="u`...)
		p.b = appendInt(p.b, (int(k.Bar)-1)%len(p.theme.Colours.Bars)+1)
		p.b = append(p.b, `" d="M`...)
		p.b = appendPair(p.b, x+2, top+3)
		p.b = append(p.b, `v7"/>`...)
	}
	p.b = append(p.b, "</g></g>"...)
}
