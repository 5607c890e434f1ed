package chart

import (
	"runtime"
	"strings"
	"sync"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel"
)

// Widths of boxes, px.
const (
	minWidth = 120
	maxWidth = 220
	grid     = 8
	maxText  = maxWidth - 2*text.PadX
	maxBytes = 400 // of a name or title that is looked at at all
)

const unitDetail = "unit"

// boxes makes a box of every drawn node. It goes by record rather than by box, since that is
// how names and attributes lie in memory, and in as many parts as there are processors.
func (s *sketch) boxes() {
	s.g.Boxes = make([]layout.Box, len(s.drawn))
	parts := 1
	if len(s.drawn) > manyBoxes {
		parts = runtime.GOMAXPROCS(0)
	}
	writers := make([]*writer, parts)
	var wg sync.WaitGroup
	for i := range writers {
		room := 3 * len(s.drawn) / parts
		if i == 0 {
			room *= parts // the lines of the others come after
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			// Each works on a writer of its own and hands it over at the end: neighbours in one
			// slice would share cache lines.
			w := &writer{s: s, from: len(s.boxOf) * i / parts, to: len(s.boxOf) * (i + 1) / parts}
			w.lines = make([]layout.Line, 0, room+16)
			w.write()
			writers[i] = w
		}()
	}
	wg.Wait()
	for i := range writers {
		s.gather(writers[i], i > 0)
	}
}

// manyBoxes is how many boxes are worth a second processor.
const manyBoxes = 5_000

// gather puts the lines of one writer behind those of the ones before.
func (s *sketch) gather(w *writer, shift bool) {
	for st, n := range w.states {
		s.keys.states[st] += n
	}
	if !shift {
		s.g.Lines = w.lines
		return
	}
	before := int32(len(s.g.Lines))
	s.g.Lines = append(s.g.Lines, w.lines...)
	for _, b := range s.boxOf[w.from:w.to] {
		if b >= 0 {
			s.g.Boxes[b].First += before
		}
	}
}

// writer writes the boxes of a run of records, one after the other.
type writer struct {
	s        *sketch
	from, to int // records
	lines    []layout.Line
	states   [5]int // boxes by state
	width    int
	cut      bool // some text of the box did not fit
	wrap     []string
}

func (w *writer) write() {
	for r := w.from; r < w.to; r++ {
		if b := w.s.boxOf[r]; b >= 0 {
			w.s.g.Boxes[b] = w.box(orgmodel.Ref(r), b)
		}
	}
}

func (w *writer) box(r orgmodel.Ref, at int32) layout.Box {
	o := w.s.o
	w.width, w.cut = 0, false
	b := layout.Box{ID: shorten(string(o.ID(r)), maxBytes), First: int32(len(w.lines)), State: w.s.state(r)}
	w.text(r)
	b.Count = int32(len(w.lines)) - b.First
	h := 2 * text.PadY
	for _, l := range w.lines[b.First:] {
		h += l.Style.Leading()
	}
	b.H = int32(h+grid/2-1) / (grid / 2) * (grid / 2)
	b.W = int32(max(minWidth, (w.width+2*text.PadX+grid-1)/grid*grid))
	if w.s.barOf != nil {
		b.Bar = w.s.barOf[w.s.unit[r]]
	}
	if w.s.below != nil {
		b.Below = w.s.below[at]
	}
	b.Tray = w.s.up[at] < 0 && w.s.inTray(r)
	w.states[b.State]++
	if len(w.s.marks) == 0 {
		if w.cut {
			b.Hover = w.s.full(r)
		}
		return b
	}
	if m := w.s.marks[r]; m != nil {
		b.Mark, b.Badge = m.worst, m.count
		b.Hover = w.s.full(r) + m.hover
	} else if w.cut {
		b.Hover = w.s.full(r)
	}
	return b
}

// inTray says that a seat hangs nowhere: no boss, no reports, no top.
func (s *sketch) inTray(r orgmodel.Ref) bool {
	if s.Tree != orgmodel.ReportsTo || !s.o.Declared(r) || s.o.UnderTop(r) {
		return false
	}
	for range s.o.Reports(r) {
		return false
	}
	return true
}

// gone says that a seat has ended, hangs nowhere, and nothing is said about it: people who have left would
// fill the tray of any organisation that keeps their records.
func (s *sketch) gone(r orgmodel.Ref) bool {
	if s.o.Live(r) || !s.inTray(r) {
		return false
	}
	if s.told == nil {
		s.told = map[orgmodel.ID]bool{}
		for _, f := range s.Findings {
			s.told[f.Subject] = true
			for _, id := range f.Related {
				s.told[id] = true
			}
		}
	}
	return !s.told[s.o.ID(r)]
}

// state is how the outline reads.
func (s *sketch) state(r orgmodel.Ref) layout.State {
	switch {
	case !s.o.Declared(r):
		return layout.Ghost
	case !s.o.Live(r):
		return layout.Ended
	}
	switch s.o.Occupancy(r) {
	case orgmodel.Vacant:
		return layout.Vacant
	case orgmodel.Group:
		return layout.Stacked
	}
	return layout.Normal
}

// text writes who sits there, what the seat is, and the details.
func (w *writer) text(r orgmodel.Ref) {
	o := w.s.o
	title := o.Attrs(r).Get(orgmodel.Title)
	if !o.Declared(r) {
		w.line(orNameless(string(o.ID(r))), text.Strong, 1, false)
		w.line("not declared", text.Small, 1, false)
		return
	}
	name := o.Label(r)
	if o.Kind(r) != orgmodel.Post {
		if o.NameOf(r) == "" && o.Occupancy(r) == orgmodel.Undisclosed {
			w.line("not disclosed", text.StrongItalic, 1, false)
		} else {
			w.line(orNameless(name), text.Strong, 2, false)
		}
		w.line(title, text.Plain, 2, false)
		w.line(w.s.detail(r), text.Small, 1, false)
		return
	}
	who := 0
	for e := range o.HeldBy(r) {
		w.line(orNameless(o.Label(e.From)), text.Strong, 1, who > 0)
		who++
	}
	switch occ := o.Occupancy(r); {
	case who == 0 && !o.Live(r):
		w.line(orNameless(name), text.Strong, 2, false)
	case who > 0:
		w.line(name, text.Plain, 2, false)
	case occ == orgmodel.Vacant:
		w.line("vacant", text.StrongItalic, 1, false)
		w.line(orNameless(name), text.Plain, 2, false)
	case occ == orgmodel.Undisclosed:
		w.line("not disclosed", text.StrongItalic, 1, false)
		w.line(orNameless(name), text.Plain, 2, false)
	default:
		w.line(orNameless(name), text.Strong, 2, false)
	}
	if title != name {
		w.line(title, text.Plain, 2, false)
	}
	w.line(w.s.detail(r), text.Small, 1, false)
}

func orNameless(s string) string {
	if strings.TrimSpace(s) == "" {
		return "(no id)"
	}
	return s
}

// line writes a text of the box, wrapped to so many lines.
func (w *writer) line(s string, st text.Style, lines int, rule bool) {
	if s == "" {
		return
	}
	if len(s) > maxBytes {
		s, w.cut = shorten(s, maxBytes), true
	}
	var cut bool
	w.wrap, cut = text.Wrap(w.wrap[:0], text.Clean(s), st, maxText, lines)
	w.cut = w.cut || cut
	for i, part := range w.wrap {
		l := layout.Line{S: part, Style: st, Cut: cut && i == len(w.wrap)-1, Rule: rule && i == 0}
		width := text.Width(part, st)
		if l.Cut {
			width = text.Width(part+text.Ellipsis, st)
		}
		w.width = max(w.width, width)
		w.lines = append(w.lines, l)
	}
}

// detail is the third line.
func (s *sketch) detail(r orgmodel.Ref) string {
	first, rest := "", []string(nil)
	add := func(v string) {
		switch {
		case v == "":
		case first == "":
			first = v
		default:
			rest = append(rest, v)
		}
	}
	a := s.o.Attrs(r)
	if s.o.Occupancy(r) == orgmodel.Group {
		if fte := a.Get(orgmodel.FTE); fte != "" {
			add(fte + " FTE")
		}
	}
	for _, key := range s.Detail {
		if key == unitDetail {
			if u := s.unit[r]; u != orgmodel.None {
				add(s.o.Label(u))
			}
			continue
		}
		add(a.Get(key))
	}
	if len(rest) == 0 {
		return first
	}
	return first + " · " + strings.Join(rest, " · ")
}

// full is everything a box says, uncut but for texts of absurd length.
func (s *sketch) full(r orgmodel.Ref) string {
	parts := []string{shorten(string(s.o.ID(r)), maxBytes)}
	add := func(v string) {
		if v != "" && v != parts[0] {
			parts = append(parts, shorten(v, maxBytes))
		}
	}
	for e := range s.o.HeldBy(r) {
		add(s.o.Label(e.From))
	}
	add(s.o.NameOf(r))
	add(s.o.Attrs(r).Get(orgmodel.Title))
	add(s.detail(r))
	return strings.Join(parts, " · ")
}

// level gives the leaves of one team one width where their texts are about as wide, so that
// stacked boxes line up.
func (s *sketch) level() {
	widest := make([]int32, len(s.drawn))
	leaf := make([]bool, len(s.drawn))
	for i := range leaf {
		leaf[i] = true
	}
	for _, u := range s.up {
		if u >= 0 {
			leaf[u] = false
		}
	}
	for i, u := range s.up {
		if u >= 0 && leaf[i] {
			widest[u] = max(widest[u], s.g.Boxes[i].W)
		}
	}
	for i, u := range s.up {
		if u >= 0 && leaf[i] && widest[u]-s.g.Boxes[i].W <= 6*grid {
			s.g.Boxes[i].W = widest[u]
		}
	}
}
