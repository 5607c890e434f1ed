package orgtest

import "example.com/orgchart/orgmodel"

// deliveryMutations are those of who runs projects and programmes.
var deliveryMutations = []Mutation{
	{Name: "manager-gone", Rule: "project-needs-manager", Doc: "Who runs two projects gives one up.", Inject: func(m *Mutant) {
		e, ok := m.charge(projectManager, func(e orgmodel.Edge) bool { return m.charges(e.From, projectManager) > 1 })
		if ok {
			m.Drop(m.same(e))
			m.Hurt(m.ID(m.Org.Scope(e)))
		}
	}},
	{Name: "second-manager", Rule: "project-needs-manager", Doc: "A project is run by a second one of the same programme.", Inject: func(m *Mutant) {
		e, ok := m.charge(projectManager, func(e orgmodel.Edge) bool { return m.charges(e.From, projectManager) == 1 })
		if !ok {
			return
		}
		other, ok := m.charge(projectManager, func(f orgmodel.Edge) bool {
			return f.From != e.From && m.programme(m.Org.Scope(f)) == m.programme(m.Org.Scope(e)) && m.Org.Boss(m.Org.SeatOf(e.From)) == m.Org.Boss(m.Org.SeatOf(f.From))
		})
		if ok {
			project := m.ID(m.Org.Scope(other))
			m.Write("%s has-role %s in %s", m.ID(e.From), projectManager, project)
			for d := range m.Org.Out(other.From, orgmodel.DirectedBy) { // as the first one answers to the programme
				if m.Org.Scope(d) == m.Org.Scope(other) {
					m.Write("%s directed-by %s in %s", m.ID(e.From), m.ID(d.To), project)
				}
			}
			m.Hurt(project)
		}
	}},
	{Name: "manager-leaves", Rule: "project-needs-manager", Doc: "Who runs a project is to leave in a month, and it goes on.", Inject: func(m *Mutant) {
		if e, ok := m.charge(projectManager, m.goesOn); ok {
			m.leaves(e)
		}
	}},
	{Name: "programme-manager-leaves", Rule: "programme-needs-manager", Doc: "Who runs a programme is to leave in a month, and it goes on.", Inject: func(m *Mutant) {
		if e, ok := m.charge(programmeManager, m.goesOn); ok {
			m.leaves(e)
		}
	}},
	{Name: "programme-of-two", Rule: "programme-needs-manager", Doc: "Who runs one programme comes to run another as well.", Inject: func(m *Mutant) {
		e, ok := m.charge(programmeManager, anyLine)
		if !ok {
			return
		}
		if f, ok := m.charge(programmeManager, func(f orgmodel.Edge) bool { return f.From != e.From }); ok {
			m.Write("%s has-role %s in %s", m.ID(f.From), programmeManager, m.ID(m.Org.Scope(e)))
			m.Hurt(m.ID(m.Org.Scope(e)))
		}
	}},
	{Name: "undirected", Rule: "pm-outside-programme", Doc: "Who runs a project from outside loses the line to the programme, whose sponsor is the top.", Inject: func(m *Mutant) {
		e, ok := m.PickLine(func(e orgmodel.Edge) bool {
			return e.Rel == orgmodel.DirectedBy && m.delivery(m.Org.Scope(e), orgmodel.Project) && m.sponsor(m.programme(m.Org.Scope(e))) == m.Org.Tops()[0]
		})
		if ok {
			m.Drop(m.same(e))
			m.Hurt(m.ID(m.Org.Scope(e)))
		}
	}},
	{Name: "programme-lost", Rule: "unprogrammed-project", Doc: "A project with the top as a sponsor of its own, run from two levels below, is no longer part of its programme.", Inject: func(m *Mutant) {
		e, ok := m.charge(projectManager, func(e orgmodel.Edge) bool {
			return m.sponsor(m.Org.Scope(e)) == m.Org.Tops()[0] && m.Org.Depth(m.Org.SeatOf(e.From)) == 2
		})
		if ok {
			p := m.ID(m.Org.Scope(e))
			m.Drop(between(p, orgmodel.PartOf, ""))
			m.Hurt(p)
		}
	}},
	{Name: "office-of-nothing", Rule: "pmo-placement", Doc: "An office is set up that serves nothing and is part of nothing.", Inject: func(m *Mutant) {
		id := m.New()
		m.Write("+pmo %s \"Change office\"", id)
		m.Hurt(id)
	}},
	{Name: "office-said-central", Rule: "pmo-placement", Doc: "An office that nobody reports into is said to be central.", Inject: func(m *Mutant) {
		if r := m.Pick(m.isOffice); r != orgmodel.None {
			m.Set(m.ID(r), orgmodel.Mode, "central")
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "rank-lost", Rule: "pmo-placement", Doc: "A project of an office that ranks projects loses its rank.", Inject: func(m *Mutant) {
		o := m.Pick(m.isOffice)
		p := m.Pick(func(r orgmodel.Ref) bool { return m.delivery(r, orgmodel.Project) && m.Org.Attrs(r).Get("rank") != "" })
		if o != orgmodel.None && p != orgmodel.None {
			m.Set(m.ID(p), "rank", "")
			m.Hurt(m.ID(o))
		}
	}},
	{Name: "unlinked", Rule: "embedded-pm-unlinked", Doc: "Who runs a project loses the functional line to the office.", Inject: func(m *Mutant) {
		e, ok := m.PickLine(func(e orgmodel.Edge) bool {
			return e.Rel == orgmodel.FunctionalTo && m.charges(e.From, projectManager) > 0
		})
		if ok {
			m.Drop(m.same(e))
			m.Hurt(m.ID(e.From))
		}
	}},
	{Name: "overseen-by-its-manager", Rule: "pmo-marks-own-homework", Doc: "A project is overseen by who runs it.", Inject: func(m *Mutant) {
		if e, ok := m.charge(projectManager, anyLine); ok {
			m.Write("%s overseen-by %s", m.ID(m.Org.Scope(e)), m.ID(e.From))
			m.Hurt(m.ID(m.Org.Scope(e)))
		}
	}},
}

// programme is what a project is part of.
func (m *Mutant) programme(project orgmodel.Ref) orgmodel.Ref { return m.out(project, orgmodel.PartOf) }

func (m *Mutant) isOffice(r orgmodel.Ref) bool { return m.Org.Kind(r) == orgmodel.PMO }

// goesOn says that what a role is about ends in two months or later.
func (m *Mutant) goesOn(e orgmodel.Edge) bool {
	return m.day(60).Before(m.Org.Life(m.Org.Scope(e)).Until)
}

// leaves makes a role end in a month.
func (m *Mutant) leaves(e orgmodel.Edge) {
	m.Change(m.same(e), func(l *orgmodel.Line) { l.Live.Until = m.day(30) })
	m.Hurt(m.ID(m.Org.Scope(e)))
}
