package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// roleBook answers which roles seats hold, remembering what it looked up.
type roleBook struct {
	p      *orgmodel.Pass
	any    bool   // somebody holds a role
	writes []bool // by Ref: see roleWriters
	found  map[orgmodel.ID]orgmodel.Ref
	own    map[orgmodel.Ref][]orgmodel.Edge
	line   map[orgmodel.Ref]*lineage
	close  map[orgmodel.Ref][]orgmodel.Edge // what near found
	guises *guises
}

// lineage is which roles are another, and which that other one is.
type lineage struct{ below, above map[orgmodel.Ref]bool }

func newRoleBook(p *orgmodel.Pass) *roleBook {
	return &roleBook{
		p: p, any: anyLine(p, []orgmodel.Rel{orgmodel.HasRole}), writes: roleWriters(p),
		found: map[orgmodel.ID]orgmodel.Ref{}, own: map[orgmodel.Ref][]orgmodel.Edge{}, line: map[orgmodel.Ref]*lineage{}, close: map[orgmodel.Ref][]orgmodel.Edge{}, guises: newGuises(p),
	}
}

// declared is the live role of an id.
func (b *roleBook) declared(id orgmodel.ID) (orgmodel.Ref, bool) {
	r, known := b.found[id]
	if !known {
		r = orgmodel.None
		if f, ok := b.p.Find(id); ok && b.p.Kind(f) == orgmodel.Role && b.p.Live(f) {
			r = f
		}
		b.found[id] = r
	}
	return r, r != orgmodel.None
}

// manyRoles is how many roles written at one record are looked at.
const manyRoles = 64

// written are the live has-role lines of a record itself, the first few by the role's id.
func (b *roleBook) written(r orgmodel.Ref) []orgmodel.Edge {
	if !of(b.writes, r) {
		return nil
	}
	if lines, known := b.own[r]; known {
		return lines
	}
	var lines []orgmodel.Edge
	for e := range b.p.Out(r, orgmodel.HasRole) {
		if b.p.LiveLine(e) && b.p.Declared(e.To) {
			lines = append(lines, e)
		}
	}
	inOrder(b.p, lines, nil)
	lines = lines[:min(len(lines), manyRoles)]
	b.own[r] = lines
	return lines
}

// around are the has-role lines of a seat, of its holders and, for a person, of the posts held.
func (b *roleBook) around(seat orgmodel.Ref) []orgmodel.Edge {
	if !b.any {
		return nil
	}
	lines := slices.Clone(b.written(seat))
	for e := range b.p.Holders(seat) {
		lines = append(lines, b.written(e.From)...)
	}
	if b.p.Kind(seat) == orgmodel.Person {
		for e := range b.p.Posts(seat) {
			lines = append(lines, b.written(e.To)...)
		}
	}
	return lines
}

// near is around for those who ask about one seat again and again.
func (b *roleBook) near(seat orgmodel.Ref) []orgmodel.Edge {
	lines, known := b.close[seat]
	if !known {
		lines = b.around(seat)
		b.close[seat] = lines
	}
	return lines
}

// held are the roles of a seat, in whatever scope.
func (b *roleBook) held(seat orgmodel.Ref) []orgmodel.Ref {
	var roles []orgmodel.Ref
	for _, e := range b.around(seat) {
		roles = append(roles, e.To)
	}
	slices.Sort(roles)
	return slices.Compact(roles)
}

// unscoped are lines by which a seat, or somebody who holds it and nothing else, holds roles
// everywhere, one a role, by id.
func (b *roleBook) unscoped(seat orgmodel.Ref) []orgmodel.Edge {
	lines := slices.DeleteFunc(b.around(seat), func(e orgmodel.Edge) bool {
		return b.p.Scope(e) != orgmodel.None || b.p.SeatOf(e.From) != seat || !b.p.Live(e.To)
	})
	inOrder(b.p, lines, nil)
	return slices.CompactFunc(lines, func(e, f orgmodel.Edge) bool { return e.To == f.To })
}

// kin says that one of some roles is a declared one, or the declared one is one of them.
func (b *roleBook) kin(roles []orgmodel.Ref, what orgmodel.Ref) bool {
	l := b.lineage(what)
	return slices.ContainsFunc(roles, func(r orgmodel.Ref) bool { return r == what || l.below[r] || l.above[r] })
}

// isA is Org.IsA for asking about one role often.
func (b *roleBook) isA(role, what orgmodel.Ref) bool {
	return role == what || b.lineage(what).below[role]
}

func (b *roleBook) lineage(role orgmodel.Ref) *lineage {
	l := b.line[role]
	if l == nil {
		l = &lineage{map[orgmodel.Ref]bool{}, map[orgmodel.Ref]bool{}}
		for r := range b.p.Down(role, orgmodel.IsA) {
			l.below[r] = true
		}
		for r := range b.p.Up(role, orgmodel.IsA) {
			l.above[r] = true
		}
		b.line[role] = l
	}
	return l
}
