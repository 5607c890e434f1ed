package orgtest

import "example.com/orgchart/orgmodel"

// valueMutations are those of why work is done.
var valueMutations = []Mutation{
	{Name: "two-sponsors", Rule: "needs-sponsor", Doc: "A project without a budget gets a second sponsor.", Inject: func(m *Mutant) {
		p := m.work(func(r orgmodel.Ref) bool {
			return m.Org.Kind(r) == orgmodel.Project && m.sponsor(r) != orgmodel.None && !m.funded(r)
		})
		if r := m.Manager(); p != orgmodel.None && r != orgmodel.None {
			m.Write("%s sponsored-by %s", m.ID(p), m.ID(r))
			m.Hurt(m.ID(p))
		}
	}},
	{Name: "sponsored-by-its-manager", Rule: "needs-sponsor", Doc: "A project without a budget is sponsored by who runs it.", Inject: func(m *Mutant) {
		e, ok := m.charge(projectManager, func(e orgmodel.Edge) bool {
			p := m.Org.Scope(e)
			return m.sponsor(p) != orgmodel.None && !m.funded(p) && m.Org.Attrs(p).Get(orgmodel.Tags) == ""
		})
		if ok {
			p := m.ID(m.Org.Scope(e))
			m.Change(between(p, orgmodel.SponsoredBy, ""), func(l *orgmodel.Line) { l.To = m.ID(e.From) })
			m.Hurt(p)
		}
	}},
	{Name: "no-sponsor", Rule: "needs-sponsor", Doc: "A programme loses its sponsor, and with it the projects that have none of their own.", Inject: func(m *Mutant) {
		p := m.work(func(r orgmodel.Ref) bool { return m.Org.Kind(r) == orgmodel.Programme })
		if p == orgmodel.None {
			return
		}
		m.Drop(between(m.ID(p), orgmodel.SponsoredBy, ""))
		m.Hurt(m.ID(p))
	}},
	{Name: "no-case", Rule: "needs-business-case", Doc: "A delivery loses its business case.", Inject: func(m *Mutant) {
		p := m.work(func(r orgmodel.Ref) bool { return m.Org.Attrs(r).Get(orgmodel.Tags) == "" })
		if p != orgmodel.None {
			m.Drop(between(m.ID(p), orgmodel.JustifiedBy, ""))
			m.Hurt(m.ID(p))
		}
	}},
	{Name: "no-need", Rule: "needs-business-case", Doc: "The case of a delivery answers no need.", Inject: func(m *Mutant) {
		p := m.work(func(r orgmodel.Ref) bool { return m.Org.Attrs(r).Get(orgmodel.Tags) == "" })
		if p != orgmodel.None {
			m.Drop(between(m.ID(m.out(p, orgmodel.JustifiedBy)), orgmodel.Answers, ""))
			m.Hurt(m.ID(p))
		}
	}},
	{Name: "benefit-unowned", Rule: "needs-benefit-owner", Doc: "A benefit loses its owner.", Inject: func(m *Mutant) {
		b := m.Pick(func(r orgmodel.Ref) bool { return m.Org.Kind(r) == orgmodel.Benefit })
		if b != orgmodel.None {
			m.Drop(func(l orgmodel.Line) bool { return l.Rel == orgmodel.Owns && l.To == m.ID(b) })
			m.Hurt(m.ID(b))
		}
	}},
	{Name: "benefit-of-its-manager", Rule: "needs-benefit-owner", Doc: "A benefit comes to be owned by who runs the project, and holds no post but that.", Inject: func(m *Mutant) {
		e, ok := m.charge(projectManager, func(e orgmodel.Edge) bool {
			return m.Org.Kind(e.From) == orgmodel.Post && m.out(m.Org.Scope(e), orgmodel.Realises) != orgmodel.None && m.Org.Attrs(m.Org.Scope(e)).Get(orgmodel.Tags) == ""
		})
		if ok {
			b := m.ID(m.out(m.Org.Scope(e), orgmodel.Realises))
			m.Change(func(l orgmodel.Line) bool { return l.Rel == orgmodel.Owns && l.To == b }, func(l *orgmodel.Line) { l.From = m.ID(e.From) })
			m.Hurt(b)
		}
	}},
	{Name: "no-outcome", Rule: "outcome-line-of-sight", Doc: "The benefit of a service on which somebody works contributes to nothing.", Inject: func(m *Mutant) {
		e, ok := m.PickLine(func(e orgmodel.Edge) bool {
			return e.Rel == orgmodel.WorksOn && m.Org.Kind(e.To) == orgmodel.Service && m.out(e.To, orgmodel.Realises) != orgmodel.None
		})
		if ok {
			m.Drop(between(m.ID(m.out(e.To, orgmodel.Realises)), orgmodel.ContributesTo, ""))
			m.Hurt(m.ID(e.To))
		}
	}},
	{Name: "sponsor-in-it", Rule: "it-work-without-business-owner", Doc: "IT work of which IT has need and benefit comes to be sponsored by IT.", Inject: func(m *Mutant) {
		e, ok := m.charge(projectManager, func(e orgmodel.Edge) bool {
			p := m.Org.Scope(e)
			return m.Org.Attrs(p).Get(orgmodel.Tags) == "it" && m.sponsor(p) != orgmodel.None
		})
		if ok {
			p := m.ID(m.Org.Scope(e))
			m.Change(between(p, orgmodel.SponsoredBy, ""), func(l *orgmodel.Line) { l.To = m.ID(m.Org.Boss(m.Org.SeatOf(e.From))) })
			m.Hurt(p)
		}
	}},
	{Name: "nobody-holds", Rule: "budget-holder", Doc: "Nobody holds the budget of a project.", Inject: func(m *Mutant) {
		e, ok := m.charge("budget-holder", anyLine)
		if ok {
			m.Drop(m.same(e))
			m.Hurt(m.ID(m.Org.Scope(e)))
		}
	}},
	{Name: "holder-for-nobody", Rule: "budget-holder", Doc: "Who holds budgets no longer stands in for the sponsors.", Inject: func(m *Mutant) {
		e, ok := m.charge("budget-holder", anyLine)
		if ok {
			m.Drop(between(m.ID(e.From), orgmodel.Represents, ""))
			for f := range m.Org.Out(e.From, orgmodel.HasRole) {
				m.Hurt(m.ID(m.Org.Scope(f)))
			}
		}
	}},
}

// funded says that a record has a budget.
func (m *Mutant) funded(r orgmodel.Ref) bool { return m.Org.Attrs(r).Get(orgmodel.Budget) != "" }

// work is a live project or programme that fits.
func (m *Mutant) work(fit func(r orgmodel.Ref) bool) orgmodel.Ref {
	return m.Pick(func(r orgmodel.Ref) bool { return m.delivery(r, orgmodel.Project, orgmodel.Programme) && fit(r) })
}
