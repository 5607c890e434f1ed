package orgmodel

import (
	"iter"
	"slices"
)

// line is a line that the Edit still has: its number, and what it was changed to, nil where it is
// as in the Org.
type line struct {
	n   int32
	new *editLine
}

func (e *Edit) line(at Edge) (line, bool) {
	l := line{at.line, e.lines[at.line]}
	switch {
	case l.n < 0 || l.n >= e.next:
		return l, false
	case l.new != nil:
		return l, !l.new.dropped
	}
	return l, at == e.base.edge(l.n) // else it is of another Org, or the zero Edge
}

func (e *Edit) edge(l line) Edge {
	if l.new == nil {
		return e.base.edge(l.n)
	}
	return Edge{l.new.from, l.new.to, l.new.Rel, l.n}
}

func (e *Edit) lineHolds(l line) bool {
	if l.new == nil {
		return e.base.lineHolds(l.n)
	}
	return l.new.Live.Holds(e.base.at)
}

// Line is the whole record behind an edge as it now is, the zero Line where it was dropped.
func (e *Edit) Line(at Edge) Line {
	l, ok := e.line(at)
	switch {
	case !ok:
		return Line{}
	case l.new != nil:
		return l.new.Line
	}
	return e.base.Line(at)
}

// AddLine adds a line after all others.
func (e *Edit) AddLine(l Line) Edge {
	n := e.next
	e.next++
	return e.put(n, l)
}

// SetLine puts another line in the place of one. To change a part, take Line, change that and set
// it again; a line that ends on a day has that day as its Live.Until.
func (e *Edit) SetLine(at Edge, l Line) {
	if e.take(at) {
		e.put(at.line, l)
	}
}

// DropLine takes a line away, as if it had never been written. One that did hold until some day is
// better set with that day, so that the past stays known.
func (e *Edit) DropLine(at Edge) {
	if e.take(at) {
		e.lines[at.line] = &editLine{dropped: true}
	}
}

// SetBoss makes r's seat report to boss: the line behind Boss leads there from now on and is
// otherwise kept as it is, at its place; a seat without a boss gets a line. A boss of None, as
// Find gives where it finds nothing, changes nothing: to leave a seat without a boss, drop its
// BossLine.
func (e *Edit) SetBoss(r, boss Ref) {
	if !e.has(r) || !e.has(boss) {
		return
	}
	at, has := e.BossLine(r)
	if !has {
		e.AddLine(Line{From: e.Node(e.SeatOf(r)).ID, Rel: ReportsTo, To: e.Node(boss).ID})
		return
	}
	l := e.Line(at)
	l.To = e.Node(boss).ID
	e.SetLine(at, l)
}

// put makes l the line number n, which has no ends now.
func (e *Edit) put(n int32, l Line) Edge {
	x := &editLine{Line: l, from: e.refer(l.From), to: e.refer(l.To), scope: None}
	if l.Scope != "" {
		x.scope = e.refer(l.Scope)
	}
	e.lines[n] = x
	e.out[x.from], e.in[x.to] = with(e.out[x.from], n), with(e.in[x.to], n)
	if l.Rel == Holds {
		e.holds++
	}
	return e.edge(line{n, x})
}

// take takes a line from its ends.
func (e *Edit) take(at Edge) bool {
	l, ok := e.line(at)
	if !ok {
		return false
	}
	was := e.edge(l)
	scope := e.base.Scope(at)
	if l.new == nil {
		e.touched[was.From], e.touched[was.To] = true, true
	} else {
		e.out[was.From], e.in[was.To] = less(e.out[was.From], l.n), less(e.in[was.To], l.n)
		if scope = l.new.scope; l.new.Rel == Holds {
			e.holds--
		}
	}
	for _, r := range []Ref{was.From, was.To, scope} {
		e.haunted = e.haunted || r != None && !e.declared(r)
	}
	return true
}

func with(list []int32, n int32) []int32 {
	i, _ := slices.BinarySearch(list, n)
	return slices.Insert(list, i, n)
}

func less(list []int32, n int32) []int32 {
	if i, ok := slices.BinarySearch(list, n); ok {
		list = slices.Delete(list, i, i+1)
	}
	return list
}

// Out yields the lines that start at r, in the author's order, whatever their day; with rels only
// those of these relations. The Edit must not change meanwhile.
func (e *Edit) Out(r Ref, rels ...Rel) iter.Seq[Edge] { return e.around(r, rels, false) }

// In yields the lines that end at r, as Out does those that start there.
func (e *Edit) In(r Ref, rels ...Rel) iter.Seq[Edge] { return e.around(r, rels, true) }

func (e *Edit) around(r Ref, rels []Rel, in bool) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		e.each(r, in, func(l line) bool {
			x := e.edge(l)
			return !x.among(rels) || yield(x)
		})
	}
}

// each gives the lines at one end, until do says no.
func (e *Edit) each(r Ref, in bool, do func(line) bool) {
	c, mine := e.base.c, e.out[r]
	start, list := c.outStart, c.out
	if in {
		mine, start, list = e.in[r], c.inStart, c.in
	}
	if e.base.has(r) {
		touched := e.touched[r]
		for i := start[r]; i < start[r+1]; i++ {
			n := i
			if list != nil {
				n = list[i]
			}
			for len(mine) > 0 && mine[0] < n {
				if !do(line{mine[0], e.lines[mine[0]]}) {
					return
				}
				mine = mine[1:]
			}
			if touched && e.lines[n] != nil {
				continue
			}
			if !do(line{n: n}) {
				return
			}
		}
	}
	for _, n := range mine {
		if !do(line{n, e.lines[n]}) {
			return
		}
	}
}

// live gives the lines of one relation at one end that hold on the view's day, with the other end.
// code is the relation's number in the Org.
func (e *Edit) live(r Ref, in bool, rel Rel, code uint16, do func(l line, other Ref) bool) {
	c := e.base.c
	e.each(r, in, func(l line) bool {
		if l.new == nil && (code == 0 || c.rel[l.n] != code) || l.new != nil && l.new.Rel != rel || !e.lineHolds(l) {
			return true
		}
		x := e.edge(l)
		if in {
			return do(l, x.From)
		}
		return do(l, x.To)
	})
}
