package orgtest

import "example.com/orgchart/orgmodel"

// madeMutations are those of what SoundRules are told about the house.
var madeMutations = []Mutation{
	{Name: "under-a-clerk", Rule: "reports-to-role", Doc: "Those who run projects from IT come to report to somebody there without a role.", Inject: func(m *Mutant) {
		it := m.Pick(func(r orgmodel.Ref) bool { return m.Org.HasRole(r, itManager, orgmodel.None) })
		lead := m.Leaf(func(r orgmodel.Ref) bool { return m.Org.Boss(r) == it })
		if it == orgmodel.None || lead == orgmodel.None {
			return
		}
		for r := range m.Org.Reports(it) {
			if m.runs(r) {
				m.reline(m.ID(r), m.ID(lead))
				m.Hurt(m.ID(r))
			}
		}
	}},
	{Name: "line-lacking", Rule: "requires-line", Doc: "Who runs a programme loses the functional line.", Inject: func(m *Mutant) {
		e, ok := m.PickLine(func(e orgmodel.Edge) bool {
			return e.Rel == orgmodel.FunctionalTo && m.charges(e.From, programmeManager) > 0
		})
		if ok {
			m.Drop(m.same(e))
			m.Hurt(m.ID(e.From))
		}
	}},
	{Name: "auditor-dependent", Rule: "forbidden-line", Doc: "An auditor gets a functional line to the finance manager.", Inject: func(m *Mutant) {
		a := m.Pick(func(r orgmodel.Ref) bool { return m.Org.HasRole(r, auditor, orgmodel.None) })
		f := m.Pick(func(r orgmodel.Ref) bool { return m.Org.HasRole(r, financeManager, orgmodel.None) })
		if a != orgmodel.None && f != orgmodel.None {
			m.Write("%s functional-to %s", m.ID(a), m.ID(f))
			m.Hurt(m.ID(a))
		}
	}},
	{Name: "run-from-it", Rule: "matrix-mode", Doc: "Of the projects of a programme one comes to be run from IT.", Inject: func(m *Mutant) {
		it := m.Pick(func(r orgmodel.Ref) bool { return m.Org.HasRole(r, itManager, orgmodel.None) })
		e, ok := m.charge(projectManager, func(e orgmodel.Edge) bool {
			return m.ID(m.programme(m.Org.Scope(e))) == soundProgramme(0) && m.Org.Span(e.From, false) == 0
		})
		led := 0 // whoever leads mostly managers of projects is a manager of those
		for r := range m.Org.Reports(it) {
			if m.runs(r) {
				led++
			}
		}
		if it != orgmodel.None && ok && 2*(led+1) <= m.Org.Span(it, false) {
			pm := m.ID(e.From)
			m.Write("%s directed-by %s", pm, m.ID(m.Org.Boss(e.From)))
			m.reline(pm, m.ID(it))
			m.Change(between(pm, orgmodel.PartOf, ""), func(l *orgmodel.Line) { l.To = m.ID(m.out(it, orgmodel.PartOf)) })
			m.Hurt(soundProgramme(0))
		}
	}},
	{Name: "heavy", Rule: "pm-load", Doc: "A project comes to weigh as much as four.", Inject: func(m *Mutant) {
		if e, ok := m.charge(projectManager, anyLine); ok {
			m.Set(m.ID(m.Org.Scope(e)), "weight", "4")
			m.Hurt(m.ID(m.person(e.From)))
		}
	}},
	{Name: "third-project", Rule: "pm-load", Doc: "Who runs two projects takes over a third from another who does.", Inject: func(m *Mutant) {
		two := func(e orgmodel.Edge) bool { return m.charges(e.From, projectManager) == 2 }
		e, ok := m.charge(projectManager, two)
		if !ok {
			return
		}
		f, ok := m.charge(projectManager, func(f orgmodel.Edge) bool {
			return two(f) && f.From != e.From && m.programme(m.Org.Scope(f)) == m.programme(m.Org.Scope(e))
		})
		if ok {
			m.Change(m.same(f), func(l *orgmodel.Line) { l.From = m.ID(e.From) })
			m.Hurt(m.ID(m.person(e.From)))
		}
	}},
}

// runs says that a seat, or who holds it, runs a project.
func (m *Mutant) runs(seat orgmodel.Ref) bool {
	return m.charges(seat, projectManager) > 0 || m.holder(seat) != orgmodel.None && m.charges(m.holder(seat), projectManager) > 0
}
