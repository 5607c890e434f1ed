package rules

import "example.com/orgchart/orgmodel"

// heldRoles answers who holds a role, or one that is-a it, on the view's day.
type heldRoles struct {
	p     *orgmodel.Pass
	any   bool // somebody holds a role at all
	lines map[orgmodel.Ref][]orgmodel.Edge
}

// manyKinds is how many roles that are-a another are looked at.
const manyKinds = 512

// newHeldRoles takes the live lines of those who are there: an undeclared holder may be, a person who
// has left and a post that has ended are not.
func newHeldRoles(p *orgmodel.Pass) *heldRoles {
	h := &heldRoles{p: p, lines: map[orgmodel.Ref][]orgmodel.Edge{}}
	n := 0
	for e := range p.Edges(orgmodel.HasRole) {
		if n++; n&4095 == 0 && p.Stopped() {
			return h
		}
		h.any = true
		if p.LiveLine(e) && (!p.Declared(e.From) || p.Live(e.From) && !gone(p, e.From)) {
			h.lines[e.To] = append(h.lines[e.To], e)
		}
	}
	return h
}

// each gives the lines by which a role is held, in any scope, until do is false. Of a role with a crowd
// of roles that are-a it false is the answer, and not all are given.
func (h *heldRoles) each(role orgmodel.Ref, do func(orgmodel.Edge) bool) bool {
	for _, e := range h.lines[role] {
		if !do(e) {
			return true
		}
	}
	n := 0
	for r := range h.p.Down(role, orgmodel.IsA) {
		if n++; n > manyKinds {
			return false
		}
		for _, e := range h.lines[r] {
			if !do(e) {
				return true
			}
		}
	}
	return true
}

// in says that a role is held in a scope, anywhere where that is None; and who holds it elsewhere, of
// several whoever has the smallest id.
func (h *heldRoles) in(role, scope orgmodel.Ref) (held bool, elsewhere orgmodel.Ref) {
	elsewhere = orgmodel.None
	order := byID(h.p)
	all := h.each(role, func(e orgmodel.Edge) bool {
		held = scope == orgmodel.None || h.p.Scope(e) == scope
		if h.p.Declared(e.From) && (elsewhere == orgmodel.None || order(e.From, elsewhere) < 0) {
			elsewhere = e.From
		}
		return !held
	})
	return held || !all, elsewhere
}
