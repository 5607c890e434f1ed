package dot

import (
	"strconv"
	"strings"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/text"
)

// marks are the words in a box with findings.
var marks = [...]string{layout.Info: "note", layout.Warning: "warning", layout.Error: "error"}

// appendBox appends the statement of box i.
func (p *picture) appendBox(b []byte, i int) []byte {
	x := &p.g.Boxes[i]
	b = strconv.AppendInt(append(b, "\tn"...), int64(i), 10)
	b = append(p.appendLabel(append(b, ` [label="`...), x), '"')
	if x.ID != "" {
		b = append(appendEscaped(append(b, `, id="`...), x.ID), '"')
	}
	if hover := hoverOf(x); hover != "" {
		b = append(appendLines(append(b, `, tooltip="`...), hover), '"')
	}
	if x.W > 0 && x.H > 0 {
		w, h := x.W, x.H
		if p.sized {
			w, h = p.room(x)
		}
		b = appendInches(append(b, ", width="...), w)
		b = appendInches(append(b, ", height="...), h)
	} else if p.sized {
		b = append(b, ", fixedsize=false"...)
	}
	b = p.appendState(b, x.State)
	if m := x.Mark; m != layout.NoMark && int(m) < len(marks) {
		b = appendColour(append(b, ", penwidth=2"...), "color", p.colours.Marks[m])
		if x.State == layout.Normal || x.State == layout.Stacked {
			b = appendColour(b, "fillcolor", p.colours.Grounds[m])
		}
	}
	return append(b, "]\n"...)
}

// appendLabel appends the lines of a box, or its id where it has none, and then what package
// svg puts into badges: how many boxes are hidden, a ghost's question mark, findings.
func (p *picture) appendLabel(b []byte, x *layout.Box) []byte {
	lines := p.lines(x)
	if lines == nil {
		b = appendEscaped(b, x.ID)
	}
	for i := range lines {
		if i > 0 {
			b = append(b, `\n`...)
		}
		b = appendEscaped(b, lines[i].S)
		if lines[i].Cut {
			b = append(b, text.Ellipsis...)
		}
	}
	return appendBadges(b, x)
}

// lines is the text of a box, nil where it has none.
func (p *picture) lines(x *layout.Box) []layout.Line {
	first, count := int(x.First), int(x.Count)
	if first < 0 || count <= 0 || first+count > len(p.g.Lines) {
		return nil
	}
	return p.g.Lines[first : first+count]
}

// appendBadges appends a line for each badge.
func appendBadges(b []byte, x *layout.Box) []byte {
	if x.Below > 0 {
		b = strconv.AppendInt(append(b, `\n+`...), int64(x.Below), 10)
	}
	if x.State == layout.Ghost {
		b = append(b, `\n?`...)
	}
	if x.Mark != layout.NoMark && int(x.Mark) < len(marks) {
		b = append(append(b, `\n`...), marks[x.Mark]...)
		if x.Badge > 0 {
			b = strconv.AppendInt(append(b, ' '), int64(x.Badge), 10)
		}
	}
	return b
}

// room is the size of a box with room for its badges, each a line of text.Plain.
func (p *picture) room(x *layout.Box) (w, h int32) {
	const pad = 4 // between text and outline, px
	badges := strings.Split(string(appendBadges(nil, x)), `\n`)[1:]
	rows := int32(max(1, len(p.lines(x))) + len(badges))
	w, h = x.W, max(x.H, rows*int32(text.Plain.Leading())+2*pad)
	for _, s := range badges {
		w = max(w, int32(text.Width(s, text.Plain))+2*pad)
	}
	return w, h
}

// hoverOf is the text shown on hover, the id in it.
func hoverOf(x *layout.Box) string {
	switch {
	case x.Hover == "":
		return x.ID
	case strings.HasPrefix(x.Hover, x.ID) || strings.HasSuffix(x.Hover, x.ID):
		return x.Hover
	}
	return x.Hover + "\n" + x.ID
}

// appendState appends how the outline and fill of a box read.
func (p *picture) appendState(b []byte, s layout.State) []byte {
	switch s {
	case layout.Vacant:
		b = append(b, `, style="rounded,dashed"`...)
	case layout.Ended:
		b = append(b, `, style="rounded,filled,diagonals"`...)
		b = appendColour(b, "fillcolor", p.colours.Hatch)
		b = appendColour(b, "fontcolor", p.colours.Faint)
	case layout.Ghost:
		b = append(b, `, style="rounded,dotted"`...)
	case layout.Stacked:
		b = append(b, ", peripheries=2"...)
	}
	return b
}

// appendInches appends px in inches, of which Graphviz has 72 px each.
func appendInches(b []byte, px int32) []byte {
	n := (int64(px)*1000 + 36) / 72
	b = append(strconv.AppendInt(b, n/1000, 10), '.')
	n %= 1000
	return append(b, byte('0'+n/100), byte('0'+n/10%10), byte('0'+n%10))
}

// strokes are how edges are drawn, by layout.Stroke. Double and colours come from appendEdge.
var strokes = [...]string{
	layout.Solid:    "",
	layout.Dotted:   "style=dotted",
	layout.Dashed:   "style=dashed",
	layout.LongDash: "style=dashed, dir=forward, arrowhead=empty",
	layout.Double:   "",
	layout.DashDot:  "style=dashed, dir=forward, arrowhead=odiamond",
}

// appendEdge appends the statement of an edge, nothing if one of its ends is not there.
func (p *picture) appendEdge(b []byte, e *layout.Edge) []byte {
	if uint(e.From) >= uint(len(p.g.Boxes)) || uint(e.To) >= uint(len(p.g.Boxes)) {
		return b
	}
	b = strconv.AppendInt(append(b, "\tn"...), int64(e.From), 10)
	b = strconv.AppendInt(append(b, " -> n"...), int64(e.To), 10)
	begin := len(b)
	attribute := func(words string) {
		if words != "" {
			b = append(append(b, ", "...), words...)
		}
	}
	stroke := e.Stroke
	if int(stroke) >= len(strokes) {
		stroke = layout.Solid
	}
	attribute(strokes[stroke])
	colour, coloured := p.colours.Strokes[stroke], stroke != layout.Solid
	if e.Mark != layout.NoMark && int(e.Mark) < len(marks) {
		colour, coloured = p.colours.Marks[e.Mark], true
	}
	switch {
	case stroke == layout.Double: // two lines of the colour, the gap between them not drawn
		b = appendHex(append(b, `, color="`...), colour)
		b = append(appendHex(append(b, ":invis:"...), colour), '"')
	case coloured:
		b = appendColour(b, "color", colour)
	}
	if e.Arrow {
		attribute("dir=forward, arrowhead=normal")
	}
	if !e.Tree {
		attribute("constraint=false")
	}
	if len(b) > begin {
		copy(b[begin:], " [") // in place of the first comma
		b = append(b, ']')
	}
	return append(b, '\n')
}
