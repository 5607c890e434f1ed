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
	of    map[orgmodel.Ref]*holding
	first map[roleIn][]orgmodel.Ref // what who found
}

// roleIn is a role in a scope.
type roleIn struct{ role, scope orgmodel.Ref }

// holding is who holds one role, or a role that is-a it, in the order of lines.
type holding struct {
	in   map[orgmodel.Ref][]orgmodel.Ref // by scope, undeclared holders among them
	all  []orgmodel.Ref                  // those declared
	few  []orgmodel.Ref                  // of these the first few by id that are there
	many bool                            // not all roles that are-a it were looked at
}

// manyKinds is how many roles that are-a another are looked at.
const manyKinds = 512

// newHeldRoles takes the live lines of those who are there: an undeclared holder may be, a person who
// has left and a post that has ended are not.
func newHeldRoles(p *orgmodel.Pass) *heldRoles {
	return &heldRoles{p: p, any: anyLine(p, []orgmodel.Rel{orgmodel.HasRole}), lines: presentHolders(p), of: map[orgmodel.Ref]*holding{}, first: map[roleIn][]orgmodel.Ref{}}
}

// newPresentHolders is presentHolders, worked out anew.
func newPresentHolders(p *orgmodel.Pass) map[orgmodel.Ref][]orgmodel.Edge {
	lines := map[orgmodel.Ref][]orgmodel.Edge{}
	n := 0
	for e := range p.Edges(orgmodel.HasRole) {
		if n++; n&4095 == 0 && p.Stopped() {
			return lines
		}
		if p.LiveLine(e) && (!p.Declared(e.From) || p.Live(e.From) && !gone(p, e.From)) {
			lines[e.To] = append(lines[e.To], e)
		}
	}
	return lines
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

// holding looks a role up once, however often it is asked about.
func (h *heldRoles) holding(role orgmodel.Ref) *holding {
	if is, known := h.of[role]; known {
		return is
	}
	is := &holding{in: map[orgmodel.Ref][]orgmodel.Ref{}}
	is.many = !h.each(role, func(e orgmodel.Edge) bool {
		scope := h.p.Scope(e)
		is.in[scope] = append(is.in[scope], e.From)
		if h.p.Declared(e.From) {
			is.all = append(is.all, e.From)
		}
		return true
	})
	is.few = h.few(is.all)
	h.of[role] = is
	return is
}

// few are the first few of some that are there, each once, by id.
func (h *heldRoles) few(rs []orgmodel.Ref) []orgmodel.Ref {
	return distinct(h.p, slices.DeleteFunc(slices.Clone(rs), func(r orgmodel.Ref) bool { return !h.p.Declared(r) || !sits(h.p, r) }))
}

// in says that a role is held in a scope, anywhere where that is None; and who holds it at all, of several
// whoever has the smallest id.
func (h *heldRoles) in(role, scope orgmodel.Ref) (held bool, elsewhere orgmodel.Ref) {
	is, elsewhere := h.holding(role), orgmodel.None
	if len(is.few) > 0 {
		elsewhere = is.few[0]
	}
	if scope == orgmodel.None {
		return is.many || len(is.in) > 0, elsewhere
	}
	return is.many || len(is.in[scope]) > 0, elsewhere
}

// who are the first few that hold a role and are there, those who hold it in a scope before others, by id.
func (h *heldRoles) who(role orgmodel.ID, scope orgmodel.Ref) []orgmodel.Ref {
	r, ok := h.p.Find(role)
	if !ok {
		return nil
	}
	is := h.holding(r)
	if scope == orgmodel.None {
		return slices.Clone(is.few)
	}
	who, known := h.first[roleIn{r, scope}]
	if !known {
		who = h.few(is.in[scope])
		for _, r := range is.few {
			if !slices.Contains(who, r) {
				who = append(who, r)
			}
		}
		h.first[roleIn{r, scope}] = who
	}
	return slices.Clone(who)
}

// distinct are the first few of some records, each once, by id.
func distinct(p *orgmodel.Pass, rs []orgmodel.Ref) []orgmodel.Ref {
	slices.Sort(rs)
	return least(p, slices.Compact(rs), suggested+1)
}

// meet says that two scopes have something in common: they are one, or one of them is everything.
func meet(a, b orgmodel.Ref) bool { return a == b || a == orgmodel.None || b == orgmodel.None }
