package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// heldRoles answers who holds a role, or one that is-a it, on the view's day.
type heldRoles struct {
	p     *orgmodel.Pass
	any   bool // somebody holds a role at all
	lines map[orgmodel.Ref][]orgmodel.Edge
	first map[roleIn][]orgmodel.Ref // what who found
}

// roleIn is a role in a scope.
type roleIn struct {
	role  orgmodel.ID
	scope orgmodel.Ref
}

// manyKinds is how many roles that are-a another are looked at.
const manyKinds = 512

// newHeldRoles takes the live lines of those who are there: an undeclared holder may be, a person who
// has left and a post that has ended are not.
func newHeldRoles(p *orgmodel.Pass) *heldRoles {
	h := &heldRoles{p: p, lines: map[orgmodel.Ref][]orgmodel.Edge{}, first: map[roleIn][]orgmodel.Ref{}}
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

// who are the first few that hold a role and are there, those who hold it in a scope before others, by id.
func (h *heldRoles) who(role orgmodel.ID, scope orgmodel.Ref) []orgmodel.Ref {
	key := roleIn{role, scope}
	if who, known := h.first[key]; known {
		return who
	}
	p := h.p
	var near, far []orgmodel.Ref
	if r, ok := p.Find(role); ok {
		h.each(r, func(e orgmodel.Edge) bool {
			if p.Declared(e.From) && sits(p, e.From) {
				if p.Scope(e) == scope {
					near = append(near, e.From)
				} else {
					far = append(far, e.From)
				}
			}
			return true
		})
	}
	who := distinct(p, near)
	for _, r := range distinct(p, far) {
		if !slices.Contains(who, r) {
			who = append(who, r)
		}
	}
	h.first[key] = who
	return who
}

// distinct are the first few of some records, each once, by id.
func distinct(p *orgmodel.Pass, rs []orgmodel.Ref) []orgmodel.Ref {
	slices.Sort(rs)
	return least(p, slices.Compact(rs), suggested+1)
}

// meet says that two scopes have something in common: they are one, or one of them is everything.
func meet(a, b orgmodel.Ref) bool { return a == b || a == orgmodel.None || b == orgmodel.None }
