package bars

import "example.com/orgchart/layout/text"

// Sizes, px, on a grid of 8.
const (
	width   = 920
	margin  = 24
	gap     = 32 // between panels
	plotH   = 184
	slot    = 26 // least width of a column with its space
	thick   = 30 // most width of a column
	row     = 22
	bar     = 14 // height of a lying bar
	ending  = 56 // room for the number at a bar's end
	heading = 24 // height of a panel's title
)

// place puts everything where it belongs and appends it.
func (p *picture) place() {
	p.w = width
	for i := range p.sheet.Panels {
		if x := &p.sheet.Panels[i]; x.Form == Columns && !x.Half {
			p.w = max(p.w, len(x.Bars)*slot+2*margin+40)
		}
	}
	y := margin + 14
	if p.sheet.Title != "" {
		p.words(p.sheet.Title, "h", text.Heading, margin, y, p.w-2*margin)
		y += 22
	}
	if p.sheet.Subtitle != "" {
		p.words(p.sheet.Subtitle, "p n", text.Plain, margin, y, p.w-2*margin)
		y += 16
	}
	y += 8
	for i := 0; i < len(p.sheet.Panels); {
		x := &p.sheet.Panels[i]
		if !x.Half || i+1 == len(p.sheet.Panels) || !p.sheet.Panels[i+1].Half {
			y += p.panel(x, margin, y, p.w-2*margin) + gap
			i++
			continue
		}
		half := (p.w - 2*margin - gap) / 2
		left := p.panel(x, margin, y, half)
		right := p.panel(&p.sheet.Panels[i+1], margin+half+gap, y, half)
		y += max(left, right) + gap
		i += 2
	}
	p.h = p.legend(y) + margin/2
}

// panel draws one from its upper left corner, and gives its height.
func (p *picture) panel(x *Panel, left, y, w int) int {
	p.words(x.Title, "", text.Strong, left, y+13, w)
	h := heading
	switch {
	case len(x.Bars) == 0:
		p.words("none", "p n", text.Plain, left, y+h+12, w)
		h += 20
	case x.Form == Columns:
		h += p.columns(x, left, y+h, w)
	default:
		h += p.rows(x, left, y+h, w)
	}
	if x.Note != "" {
		p.words(x.Note, "s", text.Small, left, y+h+12, w)
		h += 16
	}
	return h
}

// columns draws upright bars.
func (p *picture) columns(x *Panel, left, y, w int) int {
	most := x.most()
	p.words(x.Value, "s", text.Small, left, y+8, w)
	const axis = 40
	top, bottom := y+28, y+28+plotH
	each := min((w-axis)/len(x.Bars), 64)
	used := each * len(x.Bars)
	for _, n := range x.ticks(most) {
		if n > 0 {
			at := bottom - length(n, most, plotH)
			p.line("g", left+axis, at, used, 0)
			p.words(x.number(n), "s e", text.Small, left+axis-6, at+4, axis-6)
		}
	}
	thickness := max(min(each-6, thick), 2)
	for i, b := range x.Bars {
		middle := left + axis + i*each + each/2
		p.group(x, b)
		at := bottom
		for _, part := range b.Parts {
			h := length(part.N, most, plotH)
			at -= h
			if h > 0 {
				p.rect(colourClass(part.Colour), middle-thickness/2, max(at, top-2), thickness, h)
			}
		}
		if b.sum() > 0 {
			p.words(x.said(b), "s c", text.Small, middle, at-4, each+8)
		}
		p.words(b.Label, "s c", text.Small, middle, bottom+14, each-1)
		p.end()
	}
	p.line("a", left+axis, bottom, used, 0)
	h := bottom + 18 - y
	if x.Along != "" {
		p.words(x.Along, "s", text.Small, left+axis, bottom+30, w-axis)
		h += 16
	}
	return h
}

// rows draws lying bars, from the left or about the middle.
func (p *picture) rows(x *Panel, left, y, w int) int {
	label := p.labelWidth(x, w)
	plot := max(w-label-8-ending, 16)
	for _, b := range x.Bars { // a long text needs its room
		if b.sum() == 0 && b.High <= 0 {
			continue
		}
		plot = max(min(plot, w-label-20-text.Width(x.said(b), text.Small)), w/4)
	}
	most, begin := x.most(), left+label+8
	p.words(x.Along, "s e", text.Small, left+label, y+8, label)
	p.words(x.Value, "s", text.Small, begin, y+8, w-label-8)
	y0 := y + 16
	bottom := y0 + len(x.Bars)*row
	if x.Form == Rows {
		for _, n := range x.ticks(most) {
			at := begin + length(n, most, plot)
			if n > 0 {
				p.line("g", at, y0, 0, bottom-y0)
			}
			p.words(x.number(n), "s c", text.Small, at, bottom+12, 60)
		}
	}
	for i, b := range x.Bars {
		top := y0 + i*row + (row-bar)/2
		ink := ""
		if b.Faint {
			ink = " n"
		}
		p.group(x, b)
		p.words(b.Label, "p e"+ink, text.Plain, left+label, top+11, label)
		at := begin
		if x.Form == Pyramid {
			at += (plot - length(b.sum(), most, plot)) / 2
		}
		for _, part := range b.Parts {
			if n := length(part.N, most, plot); n > 0 {
				p.rect(colourClass(part.Colour), at, top, n, bar)
				at += n
			}
		}
		if from, to := length(b.Low, most, plot), length(b.High, most, plot); b.High > b.Low && x.Form == Rows {
			p.rect("t", begin+from, top+bar/2-2, max(to-from, 2), 3)
			at = max(at, begin+to)
		}
		p.words(x.said(b), "s"+ink, text.Small, at+6, top+11, left+w-at-6)
		p.end()
	}
	h := bottom - y
	if x.Form == Rows {
		p.line("a", begin, y0, 0, bottom-y0)
		h += 18
	}
	return h
}

// labelWidth is the room for the labels of rows: as much as they need, at most two fifths.
func (p *picture) labelWidth(x *Panel, w int) int {
	need := text.Width(x.Along, text.Small)
	for _, b := range x.Bars {
		if need = max(need, text.Width(b.Label, text.Plain)); need > w {
			break
		}
	}
	return min(need+2, 2*w/5)
}

// legend draws the keys in lines from y on, and gives where it ends.
func (p *picture) legend(y int) int {
	if len(p.sheet.Legend) == 0 {
		return y - gap + 8
	}
	x := margin
	for _, k := range p.sheet.Legend {
		need := 14 + 6 + text.Width(k.Text, text.Plain)
		if x > margin && x+need > p.w-margin {
			x, y = margin, y+20
		}
		p.rect(colourClass(k.Colour), x, y-10, 14, 12)
		p.words(k.Text, "p", text.Plain, x+20, y, p.w-margin-x-20)
		x += need + 20
	}
	return y + 8
}
