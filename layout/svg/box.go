package svg

import (
	"strings"
	"unicode"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/text"
)

// boxes appends boxes lo up to hi.
func (p *picture) boxes(b []byte, lo, hi int) []byte {
	var z sized
	for i := lo; i < hi; i++ {
		b = p.appendBox(b, &z, &p.d.Boxes[i], p.d.At[i])
	}
	return b
}

// appendBox appends one box at r. Within its group a box stands at 0, 0, so that what boxes
// of one size have in common is written the same.
func (p *picture) appendBox(b []byte, z *sized, x *layout.Box, r layout.Rect) []byte {
	w, h := int(r.W), int(r.H)
	if z.w != w || z.h != h || z.rect == 0 {
		z.size(w, h, &p.theme.Shape)
	}
	b = append(b, boxOpen[stateOf(x.State)][markOf(x.Mark)]...)
	b = appendInt(b, int(r.X))
	b = append(b, ',')
	b = appendInt(b, int(r.Y))
	b = append(b, `)"><title>`...)
	b = appendHover(b, x)
	if x.State == layout.Stacked {
		b = append(b, ` class="y" x="6" y="6"`...)
		b = append(b, z.text[:z.rect]...)
		b = append(b, `<rect class="y" x="3" y="3"`...)
		b = append(b, z.text[:z.rect]...)
		b = append(b, "<rect"...)
	}
	b = append(b, z.text[:z.rect]...)
	if x.Bar != 0 {
		b = append(b, barOpen[(x.Bar-1)%uint8(len(barOpen))]...)
		b = append(b, z.text[z.rect:z.bar]...)
	}
	b = p.appendLinesOf(b, x, w, h)
	if x.State == layout.Ghost || x.Below > 0 || x.Mark != layout.NoMark {
		b = appendBadges(b, x, w, h)
	}
	return append(b, "</g>\n"...)
}

// appendHover appends what is shown where the pointer rests, and opens the rectangle.
func appendHover(b []byte, x *layout.Box) []byte {
	switch {
	case x.Hover == "":
		b = appendText(b, x.ID)
	case strings.HasPrefix(x.Hover, x.ID) || strings.HasSuffix(x.Hover, x.ID): // it says so itself
		b = appendLines(b, x.Hover)
	default:
		b = append(appendLines(b, x.Hover), '\n')
		b = appendText(b, x.ID)
	}
	return append(b, "</title><rect"...)
}

// appendBadges appends what stands over the outline of a box.
func appendBadges(b []byte, x *layout.Box, w, h int) []byte {
	if x.State == layout.Ghost {
		b = appendQuestion(b, 4, 2)
	}
	if x.Below > 0 {
		b = appendCount(b, w/2, h+2, int(x.Below))
	}
	if x.Mark != layout.NoMark {
		b = appendBadge(b, x.Mark, w-4, 2, int(x.Badge))
	}
	return b
}

// A sized is what boxes of one size have in common: neighbours mostly have the same.
type sized struct {
	w, h      int
	text      [128]byte // the end of the rectangle, the end of the bar
	rect, bar int       // where they end in text
}

// size makes ready for boxes of w by h.
func (z *sized) size(w, h int, s *Shape) {
	z.w, z.h = w, h
	b := appendRectEnd(z.text[:0], w, h, s.Radius)
	z.rect = len(b)
	b = appendPair(b, s.Bar/2, s.Radius)
	b = appendInt(append(b, 'v'), max(h-1-2*s.Radius, 0))
	z.bar = len(append(b, `"/>`...))
}

// appendRectEnd appends the rest of a rectangle of w by h pixels, the outline included.
func appendRectEnd(b []byte, w, h, radius int) []byte {
	b = append(b, ` width="`...)
	b = appendInt(b, max(w-1, 0))
	b = append(b, `" height="`...)
	b = appendInt(b, max(h-1, 0))
	b = append(b, `" rx="`...)
	b = appendInt(b, radius)
	return append(b, `"/>`...)
}

// baseline is how far under the top of a line its letters stand, by text.Style: capitals are
// in the middle of the line.
var baseline = [...]int{13, 13, 11, 10, 17}

// appendLinesOf appends the text of a box of w by h, in the middle of its height.
func (p *picture) appendLinesOf(b []byte, x *layout.Box, w, h int) []byte {
	first, count := int(x.First), int(x.Count)
	if first < 0 || count <= 0 || first+count > len(p.d.Lines) {
		return b
	}
	lines := p.d.Lines[first : first+count]
	y := h
	for i := range lines {
		y -= leading[known(lines[i].Style)]
	}
	y /= 2
	for i := range lines {
		ln := &lines[i]
		if ln.Rule {
			b = append(b, `<path class="j" d="M`...)
			b = appendPair(b, text.PadX, y)
			b = append(b, 'h')
			b = appendInt(b, w-1-2*text.PadX)
			b = append(b, `"/>`...)
		}
		st := known(ln.Style)
		base := y + baseline[st]
		y += leading[st]
		if uint(base) >= uint(len(p.starts[st])) {
			b = appendLine(b, ln, text.PadX, w-1-text.PadX, base)
			continue
		}
		begin := len(b)
		b = append(b, p.starts[st][base]...)
		said := len(b)
		var plain bool
		if b, plain = appendPlain(b, ln.S); !plain {
			if rightToLeft(ln.S) {
				b = appendLine(b[:begin], ln, text.PadX, w-1-text.PadX, base)
				continue
			}
			b = appendOdd(b[:said], ln.S)
		}
		if ln.Cut {
			b = append(b, text.Ellipsis...)
		}
		b = append(b, "</text>"...)
	}
	return b
}

// starts is the beginning of a text element in a box, by style and baseline: lines near the
// top of a box are most of them.
type starts [len(baseline)][64]string

// makeStarts makes starts; they share one string.
func makeStarts(t *starts) {
	var ends [len(baseline) * 64]int
	b := make([]byte, 0, 32*len(ends))
	for i := range ends {
		b = append(appendAt(b, text.PadX, i%64), textOpen[i/64]...)
		ends[i] = len(b)
	}
	all, from := string(b), 0
	for i, end := range ends {
		t[i/64][i%64], from = all[from:end], end
	}
}

// leading is text.Style.Leading as a table.
var leading = func() (t [len(baseline)]int) {
	for i := range t {
		t[i] = text.Style(i).Leading()
	}
	return t
}()

// known is st, or Plain where it is no style: package text measures it so.
func known(st text.Style) text.Style {
	if int(st) < len(baseline) {
		return st
	}
	return text.Plain
}

// appendLine appends one line of text between left and right; a line of a script that runs
// from right to left starts at the right, where there is one.
func appendLine(b []byte, ln *layout.Line, left, right, y int) []byte {
	st := known(ln.Style)
	if left < right && rightToLeft(ln.S) {
		b = append(appendAt(b, right, y), textOpenRight[st]...)
	} else {
		b = append(appendAt(b, left, y), textOpen[st]...)
	}
	b = appendText(b, ln.S)
	if ln.Cut {
		b = append(b, text.Ellipsis...)
	}
	return append(b, "</text>"...)
}

// appendAt opens a text element at x, its baseline at y.
func appendAt(b []byte, x, y int) []byte {
	b = append(b, `<text x="`...)
	b = appendInt(b, x)
	b = append(b, `" y="`...)
	return appendInt(b, y)
}

// rightToLeft reports whether the first letter of s is of a script that runs from right to
// left (rule P2 of the Unicode bidirectional algorithm, by blocks).
func rightToLeft(s string) bool {
	if s != "" && isLetter(s[0]) {
		return false
	}
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

// isLetter reports whether c is a letter of ASCII.
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
