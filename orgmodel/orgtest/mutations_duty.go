package orgtest

import "example.com/orgchart/orgmodel"

// dutyMutations are those of who answers for what.
var dutyMutations = []Mutation{
	{Name: "nobody-answers", Rule: "raci-accountable-count", Doc: "Nobody is accountable for a duty.", Inject: func(m *Mutant) {
		if e, ok := m.letter(orgmodel.AccountableFor, anyLine); ok {
			m.Drop(m.same(e))
			m.Hurt(m.ID(e.To))
		}
	}},
	{Name: "two-answer", Rule: "raci-accountable-count", Doc: "A second one is accountable for a duty.", Inject: func(m *Mutant) {
		if e, ok := m.letter(orgmodel.AccountableFor, anyLine); ok {
			l := m.Org.Line(e)
			if r := m.Leaf(); r != orgmodel.None {
				l.From = m.ID(r)
				m.Spec.Lines = append(m.Spec.Lines, l)
				m.Hurt(l.To)
			}
		}
	}},
	{Name: "nobody-does", Rule: "raci-no-responsible", Doc: "Nobody is responsible for a duty.", Inject: func(m *Mutant) {
		if e, ok := m.letter(orgmodel.ResponsibleFor, anyLine); ok {
			m.Drop(m.same(e))
			m.Hurt(m.ID(e.To))
		}
	}},
	{Name: "role-unheld", Rule: "raci-no-responsible", Doc: "Nobody holds the role that is responsible for a duty.", Inject: func(m *Mutant) {
		if e, ok := m.letter(orgmodel.ResponsibleFor, func(e orgmodel.Edge) bool { return m.Org.Kind(e.From) == orgmodel.Role }); ok {
			m.Drop(func(l orgmodel.Line) bool { return l.Rel == orgmodel.HasRole && l.To == m.ID(e.From) })
			m.Hurt(m.ID(e.To))
		}
	}},
	{Name: "told-and-doing", Rule: "raci-double-letter", Doc: "Who is responsible for a duty is informed of it too.", Inject: func(m *Mutant) {
		if e, ok := m.letter(orgmodel.ResponsibleFor, anyLine); ok {
			l := m.Org.Line(e)
			l.Rel = orgmodel.InformedOf
			m.Spec.Lines = append(m.Spec.Lines, l)
			m.Hurt(l.From)
		}
	}},
	{Name: "manager-writes-code", Rule: "duty-not-for-role", Doc: "Who runs a project, under who answers for it, writes code.", Inject: func(m *Mutant) {
		a, ok := m.letter(orgmodel.AccountableFor, func(e orgmodel.Edge) bool { return m.ID(e.To) == "write-code" })
		if !ok {
			return
		}
		e, ok := m.charge(projectManager, func(e orgmodel.Edge) bool { return m.Org.Boss(m.Org.SeatOf(e.From)) == a.From })
		if ok {
			m.Write("%s responsible-for write-code", m.ID(e.From))
			m.Hurt(m.ID(e.From))
		}
	}},
	{Name: "it-manager-distributes", Rule: "duty-not-for-role", Doc: "The project update is distributed by who manages IT, and answers for it.", Inject: func(m *Mutant) {
		r := m.Pick(func(r orgmodel.Ref) bool { return m.Org.HasRole(r, itManager, orgmodel.None) })
		if r != orgmodel.None {
			m.Change(func(l orgmodel.Line) bool {
				return l.To == "distribute-project-update" && (l.Rel == orgmodel.AccountableFor || l.Rel == orgmodel.ResponsibleFor)
			}, func(l *orgmodel.Line) { l.From = m.ID(r) })
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "own-change", Rule: "incompatible-roles", Doc: "Who initiates changes of a service comes to approve them too.", Inject: func(m *Mutant) {
		if e, ok := m.charge("change-initiator", anyLine); ok {
			m.Write("%s has-role change-approver in %s", m.ID(e.From), m.ID(m.Org.Scope(e)))
			m.Hurt(m.ID(e.From))
		}
	}},
	{Name: "answers-from-afar", Rule: "accountable-out-of-reach", Doc: "A duty comes to be answered for by a manager of another department.", Inject: func(m *Mutant) {
		e, ok := m.letter(orgmodel.AccountableFor, func(e orgmodel.Edge) bool { return m.Org.Scope(e) == orgmodel.None })
		if !ok {
			return
		}
		if r := m.Leaf(func(r orgmodel.Ref) bool { return m.department(r) != m.department(e.From) }); r != orgmodel.None {
			m.Change(m.same(e), func(l *orgmodel.Line) { l.From = m.ID(r) })
			m.Hurt(m.ID(e.To))
		}
	}},
}

// letter is a line of a duty.
func (m *Mutant) letter(rel orgmodel.Rel, fit func(e orgmodel.Edge) bool) (orgmodel.Edge, bool) {
	return m.PickLine(func(e orgmodel.Edge) bool { return e.Rel == rel && fit(e) })
}
