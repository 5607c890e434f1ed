package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// remits are what seats are in charge of: the scopes of their roles and of their holders' roles,
// and what either owns.
type remits struct {
	p    *orgmodel.Pass
	some []bool // by Ref: the seat has a remit
	of   map[orgmodel.Ref][]orgmodel.Ref
	own  map[orgmodel.Ref][]orgmodel.Ref // what is written at a record itself
}

// farWithin is how many containers of one thing are looked at, and wide how many things of one remit:
// hostile input must not multiply one by the other.
const (
	farWithin = 64
	wide      = 64
)

func newRemits(p *orgmodel.Pass) *remits {
	m := &remits{p: p, of: map[orgmodel.Ref][]orgmodel.Ref{}, own: map[orgmodel.Ref][]orgmodel.Ref{}}
	n := 0
	stopped := func() bool {
		n++
		return n&1023 == 0 && p.Stopped()
	}
	for e := range p.Scoped() {
		if stopped() {
			return m
		}
		if e.Rel == orgmodel.HasRole && p.LiveLine(e) {
			m.mark(e.From)
		}
	}
	for e := range p.Edges(orgmodel.Owns) {
		if stopped() {
			return m
		}
		if p.LiveLine(e) {
			m.mark(e.From)
		}
	}
	return m
}

// mark notes that something is written at a record, for it and the posts it holds.
func (m *remits) mark(r orgmodel.Ref) {
	if _, known := m.own[r]; known || !m.p.Declared(r) {
		return
	}
	if m.some == nil {
		m.some = make([]bool, m.p.Len())
	}
	m.some[r] = true
	for e := range m.p.Posts(r) {
		if m.p.Declared(e.To) {
			m.some[e.To] = true
		}
	}
	m.own[r] = m.written(r)
}

// written is what is said at a record to be its charge and is live; of a crowd the first few.
func (m *remits) written(r orgmodel.Ref) []orgmodel.Ref {
	p := m.p
	var things []orgmodel.Ref
	for e := range p.Out(r, orgmodel.HasRole, orgmodel.Owns) {
		thing := e.To
		if e.Rel == orgmodel.HasRole {
			thing = p.Scope(e)
		}
		if p.LiveLine(e) && p.Live(thing) && !slices.Contains(things, thing) {
			things = append(things, thing)
		}
		if len(things) > wide {
			break
		}
	}
	return things
}

// remit is what a seat is in charge of and is live, by Ref; nil where that is nothing, or too much
// to compare.
func (m *remits) remit(seat orgmodel.Ref) []orgmodel.Ref {
	if !of(m.some, seat) {
		return nil
	}
	if things, known := m.of[seat]; known {
		return things
	}
	things := slices.Clone(m.own[seat])
	for e := range m.p.Holders(seat) {
		if things = append(things, m.own[e.From]...); len(things) > wide*wide {
			break
		}
	}
	slices.Sort(things)
	if things = slices.Compact(things); len(things) > wide {
		things = nil
	}
	m.of[seat] = things
	return things
}

// wider says that one remit holds all of another, and more; the other must be something.
func (m *remits) wider(outer, inner []orgmodel.Ref) bool {
	return len(inner) > 0 && len(outer) > 0 && m.within(inner, outer) && !m.within(outer, inner)
}

// within says that each of some things is one of others, or part of one.
func (m *remits) within(things, others []orgmodel.Ref) bool {
	for _, t := range things {
		in := slices.Contains(others, t)
		n := 0
		for r := range m.p.Up(t, orgmodel.PartOf) {
			if n++; in || n > farWithin {
				break
			}
			in = slices.Contains(others, r)
		}
		if !in {
			return false
		}
	}
	return true
}
