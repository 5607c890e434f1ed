package orgtest

import "example.com/orgchart/orgmodel"

// closeMutations are those of boards, of ways to the sponsor, and of what is left of a project.
var closeMutations = []Mutation{
	{Name: "users-unheard", Rule: "board-composition", Doc: "Nobody on a board speaks for the users.", Inject: func(m *Mutant) {
		m.unvoiced("senior-user")
	}},
	{Name: "executive-gone", Rule: "board-composition", Doc: "A board has no executive.", Inject: func(m *Mutant) {
		m.unvoiced("executive")
	}},
	{Name: "two-executives", Rule: "board-composition", Doc: "A board has a second executive.", Inject: func(m *Mutant) {
		e, ok := m.voice("executive")
		if r := m.Leaf(); ok && r != orgmodel.None {
			m.Write("%s has-role executive in %s", m.ID(r), m.ID(m.Org.Scope(e)))
			m.Hurt(m.ID(m.Org.Scope(e)))
		}
	}},
	{Name: "sponsor-out-of-reach", Rule: "no-escalation-path", Doc: "The manager of a programme loses the line to its sponsor, whom nobody else leads to.", Inject: func(m *Mutant) {
		m.unsponsored(false)
	}},
	{Name: "sponsor-far", Rule: "sponsor-distance", Doc: "The manager of a programme loses the line to its sponsor, who stands at the top.", Inject: func(m *Mutant) {
		m.unsponsored(true)
	}},
	{Name: "role-outlasts", Rule: "closed-work-live-roles", Doc: "The role of who ran a project that is over has no end.", Inject: func(m *Mutant) {
		for i, l := range m.Spec.Lines {
			scope, ok := m.Org.Find(l.Scope)
			if ok && l.Rel == orgmodel.HasRole && !m.Org.Live(scope) && !l.Live.Until.IsZero() {
				m.Spec.Lines[i].Live.Until = orgmodel.Date{}
				m.Hurt(l.Scope)
				return
			}
		}
	}},
}

// voice is a role in the scope of a board.
func (m *Mutant) voice(role orgmodel.ID) (orgmodel.Edge, bool) {
	return m.charge(role, func(e orgmodel.Edge) bool { return m.Org.Kind(m.Org.Scope(e)) == orgmodel.Board })
}

// unvoiced takes a voice from a board.
func (m *Mutant) unvoiced(role orgmodel.ID) {
	if e, ok := m.voice(role); ok {
		m.Drop(m.same(e))
		m.Hurt(m.ID(m.Org.Scope(e)))
	}
}

// unsponsored takes the line from the manager of a programme to its sponsor, who is the top or is
// not, and hurts the projects whose managers led to the sponsor over it.
func (m *Mutant) unsponsored(top bool) {
	e, ok := m.PickLine(func(e orgmodel.Edge) bool {
		return e.Rel == orgmodel.DirectedBy && m.delivery(m.Org.Scope(e), orgmodel.Programme) && (e.To == m.Org.Tops()[0]) == top
	})
	if !ok {
		return
	}
	var hurt []orgmodel.ID
	for p := range m.Org.In(m.Org.Scope(e), orgmodel.PartOf) {
		for r := range m.Org.InScope(p.From, orgmodel.HasRole) {
			own := m.Org.Boss(m.Org.SeatOf(r.From)) == e.From
			if m.ID(r.To) == projectManager && m.Org.Live(p.From) && (own || !top) {
				hurt = append(hurt, m.ID(p.From))
			}
		}
	}
	if len(hurt) > 0 {
		m.Drop(m.same(e))
		m.Hurt(hurt...)
	}
}
