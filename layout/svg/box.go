package svg

import (
	"strings"
	"unicode"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/text"
)

// boxes writes all boxes. They stand half a pixel off, so that an outline of one pixel covers
// one pixel and not two halves.
func (p *picture) boxes() {
	p.b = append(p.b, `<g class="b" transform="translate(.5 .5)">`+"\n"...)
	for i := range min(len(p.d.Boxes), len(p.d.At)) {
		if p.b = p.appendBox(p.b, &p.d.Boxes[i], p.d.At[i]); !p.spill() {
			return
		}
	}
	p.b = append(p.b, "</g>\n"...)
}

// appendBox appends one box at r.
func (p *picture) appendBox(b []byte, x *layout.Box, r layout.Rect) []byte {
	b = append(b, "<g"...)
	b = appendClass(b, classOf(stateClass[:], int(x.State)), classOf(markClass[:], int(x.Mark)))
	b = append(b, "><title>"...)
	if x.Hover != "" {
		b = appendLines(b, x.Hover)
		if x.ID != "" && !strings.HasSuffix(x.Hover, x.ID) {
			b = append(b, '\n')
			b = appendText(b, x.ID)
		}
	} else {
		b = appendText(b, x.ID)
	}
	b = append(b, "</title>"...)
	left, top, w, h := int(r.X), int(r.Y), int(r.W), int(r.H)
	radius := p.theme.Shape.Radius
	if x.State == layout.Stacked {
		b = append(b, `<g class="y">`...)
		b = appendRect(b, left+6, top+6, w, h, radius)
		b = appendRect(b, left+3, top+3, w, h, radius)
		b = append(b, "</g>"...)
	}
	b = appendRect(b, left, top, w, h, radius)
	if x.Bar != 0 {
		b = p.appendBar(b, x.Bar, left, top, h)
	}
	b = p.appendLinesOf(b, x, left, top, w, h)
	if x.State == layout.Ghost {
		b = appendQuestion(b, left+4, top+2)
	}
	if x.Below > 0 {
		b = appendCount(b, left+w/2, top+h+2, int(x.Below))
	}
	if x.Mark != layout.NoMark {
		b = appendBadge(b, x.Mark, left+w-4, top+2, int(x.Badge))
	}
	return append(b, "</g>\n"...)
}

// classOf is the class for value i; none for a value that does not exist.
func classOf(classes []string, i int) string {
	if i < len(classes) {
		return classes[i]
	}
	return ""
}

// appendClass appends a class attribute of those names that are not empty.
func appendClass(b []byte, names ...string) []byte {
	open := false
	for _, n := range names {
		switch {
		case n == "":
			continue
		case open:
			b = append(b, ' ')
		default:
			b, open = append(b, ` class="`...), true
		}
		b = append(b, n...)
	}
	if open {
		b = append(b, '"')
	}
	return b
}

// appendRect appends the outline of a box of w by h pixels.
func appendRect(b []byte, x, y, w, h, radius int) []byte {
	b = append(b, `<rect x="`...)
	b = appendInt(b, x)
	b = append(b, `" y="`...)
	b = appendInt(b, y)
	b = append(b, `" width="`...)
	b = appendInt(b, max(w-1, 0))
	b = append(b, `" height="`...)
	b = appendInt(b, max(h-1, 0))
	b = append(b, `" rx="`...)
	b = appendInt(b, radius)
	return append(b, `"/>`...)
}

// appendBar appends the bar at the left edge, which ends where the corners begin.
func (p *picture) appendBar(b []byte, bar uint8, x, y, h int) []byte {
	b = append(b, `<path class="u`...)
	b = appendInt(b, (int(bar)-1)%len(p.theme.Colours.Bars)+1)
	b = append(b, `" d="M`...)
	b = appendPair(b, x+p.theme.Shape.Bar/2, y+p.theme.Shape.Radius)
	b = append(b, 'v')
	b = appendInt(b, max(h-1-2*p.theme.Shape.Radius, 0))
	return append(b, `"/>`...)
}

// baseline is how far under the top of a line its letters stand, by text.Style: capitals are
// in the middle of the line.
var baseline = [...]int{13, 13, 11, 10, 17}

// appendLinesOf appends the text of a box, in the middle of its height.
func (p *picture) appendLinesOf(b []byte, x *layout.Box, left, top, w, h int) []byte {
	first, count := int(x.First), int(x.Count)
	if first < 0 || count <= 0 || first+count > len(p.d.Lines) {
		return b
	}
	lines := p.d.Lines[first : first+count]
	high := 0
	for i := range lines {
		high += lines[i].Style.Leading()
	}
	y := top + (h-high)/2
	for i := range lines {
		ln := &lines[i]
		if ln.Rule {
			b = append(b, `<path class="j" d="M`...)
			b = appendPair(b, left+text.PadX, y)
			b = append(b, 'h')
			b = appendInt(b, w-1-2*text.PadX)
			b = append(b, `"/>`...)
		}
		st := ln.Style
		if int(st) >= len(baseline) {
			st = text.Strong
		}
		b = appendLine(b, ln, left+text.PadX, left+w-1-text.PadX, y+baseline[st])
		y += st.Leading()
	}
	return b
}

// appendLine appends one line of text between left and right; a line of a script that runs
// from right to left starts at the right, where there is one.
func appendLine(b []byte, ln *layout.Line, left, right, y int) []byte {
	x, dir := left, ""
	ask := asks(ln.S)
	if ask&slow != 0 && left < right && rightToLeft(ln.S) {
		x, dir = right, "r"
	}
	b = append(b, `<text x="`...)
	b = appendInt(b, x)
	b = append(b, `" y="`...)
	b = appendInt(b, y)
	b = append(b, '"')
	b = appendClass(b, classOf(styleClass[:], int(ln.Style)), dir)
	b = append(b, '>')
	if ask == asIs {
		b = append(b, ln.S...)
	} else {
		b = appendText(b, ln.S)
	}
	if ln.Cut {
		b = append(b, text.Ellipsis...)
	}
	return append(b, "</text>"...)
}

// rightToLeft reports whether the first letter of s is of a script that runs from right to
// left (rule P2 of the Unicode bidirectional algorithm, by blocks).
func rightToLeft(s string) bool {
	for _, r := range s {
		switch {
		case 0x590 <= r && r <= 0x8ff, 0xfb1d <= r && r <= 0xfdff, 0xfe70 <= r && r <= 0xfefe, 0x10800 <= r && r <= 0x10fff, 0x1e800 <= r && r <= 0x1efff:
			return true
		case unicode.IsLetter(r):
			return false
		}
	}
	return false
}
