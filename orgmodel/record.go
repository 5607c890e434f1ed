package orgmodel

import "strconv"

// A Node is one thing an author declares: a person, a post, a role, a unit, a project.
type Node struct {
	ID    ID
	Kind  Kind
	Name  string // what people call it; may be empty
	Live  Interval
	Attrs Attrs
	Pos   Pos
}

// A Line joins two nodes and reads as a sentence: pm-1 reports-to it-1 since 2026-01-05.
// From is the subordinate end. An end may name an id nobody declares.
type Line struct {
	From  ID
	Rel   Rel
	To    ID
	Scope ID       // what the line is limited to ("project manager of payments"); empty is everywhere
	Live  Interval // unset ends inherit from the nodes at both ends
	Attrs Attrs
	Pos   Pos
}

// String is the line as a sentence.
func (l Line) String() string {
	s := string(l.From) + " " + string(l.Rel) + " " + string(l.To)
	if l.Scope != "" {
		s += " in " + string(l.Scope)
	}
	if !l.Live.IsZero() {
		s += " " + l.Live.String()
	}
	return s
}

// A Spec is an organisation written down: nodes and lines in the author's order.
type Spec struct {
	Name  string
	Nodes []Node
	Lines []Line
}

// A Pos is where a record stands in its source. The zero Pos is nowhere: a record made in
// Go. Line counts from 1, Column counts runes from 1; either is 0 where unknown. Field is
// the header's name, empty where the format has none.
type Pos struct {
	File   string
	Line   int
	Column int
	Field  string
}

// String is file:line:column, as far as known, and the field in brackets.
func (p Pos) String() string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
		if p.Column > 0 {
			s += ":" + strconv.Itoa(p.Column)
		}
	}
	if p.Field != "" {
		s += " [" + p.Field + "]"
	}
	return s
}
