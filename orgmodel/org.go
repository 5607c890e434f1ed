package orgmodel

import (
	"iter"
	"slices"
	"sync"
	"sync/atomic"
)

// A Ref is a node's number in one Org and its views of other days: 0 and up in the author's
// order, declared nodes first, ghosts after them.
type Ref int32

// None is no node.
const None Ref = -1

// An Org is an organisation: a graph of nodes and lines that never changes. It is safe for
// use by many goroutines. No question asked of an Org can fail; one that makes no sense (a
// Ref of None, the manager of a project) has an empty answer.
//
// New and a Builder make an Org; the zero Org is none. An Org so made belongs to no day; At
// gives the same organisation as seen on one.
type Org struct {
	c  *columns
	at Date
	d  *derived

	w *watch // nil where nobody wants to know
}

// A watch is what a rule wanted to know of the day.
type watch struct {
	asked atomic.Bool // which it is
	saw   atomic.Bool // anything that is not the same on all days
}

// derived is what an Org works out when it is first asked for.
type derived struct {
	once   sync.Once
	forest *forest
	counts sync.Once
	heads  []Headcount
	berths sync.Once
	berth  berths
}

// An Edge is a line between two nodes, by number. It stays good for the Org it came from.
type Edge struct {
	From, To Ref
	Rel      Rel
	line     int32
}

// Number is the place of the line among all lines of its Org, from 0 on in the author's order: the
// number that Builder.AddLine gave. That of no line is below 0.
func (e Edge) Number() int { return int(e.line) }

// Name is the organisation's name, empty when it has none.
func (o *Org) Name() string { return o.c.name }

// Len is how many nodes are declared; Refs below it are records, from it on ghosts.
func (o *Org) Len() int { return o.c.declared }

// Lines is how many lines there are.
func (o *Org) Lines() int { return len(o.c.from) }

// Find gives the node declared with this id, the first of several.
func (o *Org) Find(id ID) (Ref, bool) {
	r := o.c.ids.find(o.c, string(id))
	return r, r != None && int(r) < o.c.declared
}

// Nodes yields the declared nodes in the author's order, repeats of an id included.
func (o *Org) Nodes() iter.Seq[Ref] { return span(0, o.c.declared) }

// Ghosts yields the ids that lines name and nobody declares, by the order they are named in.
func (o *Org) Ghosts() iter.Seq[Ref] { return span(o.c.declared, o.c.nodes()) }

// OfKind yields the declared nodes of a kind in the author's order.
func (o *Org) OfKind(k Kind) iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		for i, name := range o.c.kinds {
			if name != string(k) {
				continue
			}
			o.c.ofKind(uint16(i))(yield)
			return
		}
	}
}

func span(from, to int) iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		for r := from; r < to; r++ {
			if !yield(Ref(r)) {
				return
			}
		}
	}
}

// Repeats yields the declared nodes whose id an earlier node has. They own no lines.
func (o *Org) Repeats() iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		for _, r := range o.c.repeats {
			if !yield(r) {
				return
			}
		}
	}
}

// IsRepeat says that an earlier node has r's id.
func (o *Org) IsRepeat(r Ref) bool {
	_, repeat := slices.BinarySearch(o.c.repeats, r)
	return repeat
}

func (o *Org) has(r Ref) bool { return r >= 0 && int(r) < o.c.nodes() }

// Declared says that r is a record, not a ghost.
func (o *Org) Declared(r Ref) bool { return r >= 0 && int(r) < o.c.declared }

// ID is the node's id. It shares memory with the Org.
func (o *Org) ID(r Ref) ID {
	if !o.has(r) {
		return ""
	}
	return ID(o.c.id(r))
}

// NameOf is the node's name, empty where it has none.
func (o *Org) NameOf(r Ref) string {
	if !o.has(r) {
		return ""
	}
	return o.c.nodeName(r)
}

// Label is what to call a node: its name, else its id.
func (o *Org) Label(r Ref) string {
	if n := o.NameOf(r); n != "" {
		return n
	}
	return string(o.ID(r))
}

// Kind is the node's kind, empty for a ghost.
func (o *Org) Kind(r Ref) Kind {
	if !o.has(r) {
		return ""
	}
	return Kind(o.c.kinds[o.c.kind[r]])
}

// Attrs are the node's attributes.
func (o *Org) Attrs(r Ref) Attrs {
	if !o.has(r) {
		return Attrs{}
	}
	return Attrs{o.c.attrSets, o.c.attrs[r]}
}

// Life is the node's own interval.
func (o *Org) Life(r Ref) Interval {
	if r < 0 || int(r) >= len(o.c.live) {
		return Interval{}
	}
	return o.c.live[r]
}

// Pos is where the node stands in its source.
func (o *Org) Pos(r Ref) Pos {
	if !o.Declared(r) {
		return Pos{}
	}
	return o.c.place.pos(int32(r))
}

// Node is the whole record; that of a ghost has its id alone.
func (o *Org) Node(r Ref) Node {
	return Node{ID: o.ID(r), Kind: o.Kind(r), Name: o.NameOf(r), Live: o.Life(r), Attrs: o.Attrs(r), Pos: o.Pos(r)}
}

// Line is the whole record behind an edge.
func (o *Org) Line(e Edge) Line {
	c, i := o.c, e.line
	if i < 0 || int(i) >= len(c.from) {
		return Line{}
	}
	l := Line{From: ID(c.id(c.from[i])), Rel: Rel(c.rels[c.rel[i]]), To: ID(c.id(c.to[i])), Pos: c.linePlace.pos(i)}
	if int(i) < len(c.scope) && c.scope[i] != None {
		l.Scope = ID(c.id(c.scope[i]))
	}
	if int(i) < len(c.lineLive) {
		l.Live = c.lineLive[i]
	}
	if int(i) < len(c.lineAttrs) {
		l.Attrs = Attrs{c.attrSets, c.lineAttrs[i]}
	}
	return l
}

// Scope is the node a line is limited to, None where it holds everywhere.
func (o *Org) Scope(e Edge) Ref {
	if uint(e.line) < uint(len(o.c.scope)) {
		return o.c.scope[e.line]
	}
	return None
}

// LineAttrs are the attributes of a line.
func (o *Org) LineAttrs(e Edge) Attrs {
	if uint(e.line) < uint(len(o.c.lineAttrs)) {
		return Attrs{o.c.attrSets, o.c.lineAttrs[e.line]}
	}
	return Attrs{}
}

// LineLife is a line's own interval, before it inherits from its ends.
func (o *Org) LineLife(e Edge) Interval {
	if uint(e.line) < uint(len(o.c.lineLive)) {
		return o.c.lineLive[e.line]
	}
	return Interval{}
}

// LinePos is where the line stands in its source.
func (o *Org) LinePos(e Edge) Pos { return o.c.linePlace.pos(e.line) }

// Edge is the line with a number, as Edge.Number gives it; no line, with ends of None, where there
// is none.
func (o *Org) Edge(number int) Edge {
	if number < 0 || number >= o.Lines() {
		return noEdge
	}
	return o.edge(int32(number))
}

var noEdge = Edge{From: None, To: None, line: -1}

func (o *Org) edge(i int32) Edge {
	return Edge{o.c.from[i], o.c.to[i], Rel(o.c.rels[o.c.rel[i]]), i}
}

// Edges yields every line in the author's order, whatever its day; with rels only those of
// these relations, which costs next to nothing where there are none, and little where there are
// few.
func (o *Org) Edges(rels ...Rel) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		take, any := o.c.relSet(rels)
		if !any {
			return
		}
		if len(rels) > 0 {
			if lines, listed := o.c.ofRels(take); listed {
				o.each(lines, yield)
				return
			}
		}
		for i, rel := range o.c.rel {
			if take[rel] && !yield(o.edge(int32(i))) {
				return
			}
		}
	}
}

// each yields lines by number.
func (o *Org) each(lines []int32, yield func(Edge) bool) {
	for _, i := range lines {
		if !yield(o.edge(i)) {
			return
		}
	}
}

// relSet marks the numbers of these relations, of all where none is named, and says whether
// there are any.
func (c *columns) relSet(rels []Rel) (take []bool, any bool) {
	take = make([]bool, len(c.rels))
	for i, name := range c.rels {
		take[i] = c.relCount[i] > 0 && (len(rels) == 0 || slices.Contains(rels, Rel(name)))
		any = any || take[i]
	}
	return take, any
}

// Out yields the lines that start at r, in the author's order, whatever their day; with rels
// only those of these relations.
func (o *Org) Out(r Ref, rels ...Rel) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		if !o.has(r) {
			return
		}
		for i := o.c.outStart[r]; i < o.c.outStart[r+1]; i++ {
			l := i
			if o.c.out != nil {
				l = o.c.out[i]
			}
			if e := o.edge(l); e.among(rels) && !yield(e) {
				return
			}
		}
	}
}

// In yields the lines that end at r, as Out does those that start there.
func (o *Org) In(r Ref, rels ...Rel) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		if !o.has(r) {
			return
		}
		for i := o.c.inStart[r]; i < o.c.inStart[r+1]; i++ {
			l := i
			if o.c.in != nil {
				l = o.c.in[i]
			}
			if e := o.edge(l); e.among(rels) && !yield(e) {
				return
			}
		}
	}
}

func (e Edge) among(rels []Rel) bool {
	if len(rels) == 0 {
		return true
	}
	for _, r := range rels {
		if e.Rel == r {
			return true
		}
	}
	return false
}

// Spec gives everything back, in the author's order.
func (o *Org) Spec() Spec {
	s := Spec{Name: o.c.name}
	if n := o.c.declared; n > 0 {
		s.Nodes = make([]Node, 0, n)
	}
	for r := range o.Nodes() {
		s.Nodes = append(s.Nodes, o.Node(r))
	}
	if n := len(o.c.from); n > 0 {
		s.Lines = make([]Line, 0, n)
	}
	for e := range o.Edges() {
		s.Lines = append(s.Lines, o.Line(e))
	}
	return s
}
