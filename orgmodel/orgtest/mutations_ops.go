package orgtest

import "example.com/orgchart/orgmodel"

// opsMutations are those of work that goes on and work that ends.
var opsMutations = []Mutation{
	{Name: "service-unowned", Rule: "service-needs-owner", Doc: "A service that receives nothing loses its owner.", Inject: func(m *Mutant) {
		if s := m.owned(func(r orgmodel.Ref) bool { return !m.receives(r) }); s != orgmodel.None {
			m.Drop(func(l orgmodel.Line) bool { return l.Rel == orgmodel.Owns && l.To == m.ID(s) })
			m.Hurt(m.ID(s))
		}
	}},
	{Name: "two-owners", Rule: "service-needs-owner", Doc: "A service or process gets a second owner.", Inject: func(m *Mutant) {
		s := m.owned(func(orgmodel.Ref) bool { return true })
		if r := m.Leaf(); s != orgmodel.None && r != orgmodel.None {
			m.Write("%s owns %s", m.ID(r), m.ID(s))
			m.Hurt(m.ID(s))
		}
	}},
	{Name: "no-receiver", Rule: "handover-receiver", Doc: "A project that ends soon hands over to nobody.", Inject: func(m *Mutant) {
		if e, ok := m.PickLine(func(e orgmodel.Edge) bool { return e.Rel == "hands-over-to" }); ok {
			m.Drop(m.same(e))
			m.Hurt(m.ID(e.From))
		}
	}},
	{Name: "ends-sooner", Rule: "handover-receiver", Doc: "A project that hands over to nobody comes to end within a month.", Inject: func(m *Mutant) {
		p := m.Pick(func(r orgmodel.Ref) bool {
			return m.delivery(r, orgmodel.Project) && m.out(r, "hands-over-to") == orgmodel.None
		})
		if p != orgmodel.None {
			m.Record(m.ID(p), func(n *orgmodel.Node) { n.Live.Until = m.day(30) })
			m.Hurt(m.ID(p))
		}
	}},
	{Name: "part-unstated", Rule: "mixed-work-unsplit", Doc: "Who works on a project and in operations states one part alone.", Inject: func(m *Mutant) {
		if e, ok := m.mixed(); ok {
			m.Change(m.same(e), func(l *orgmodel.Line) { l.Attrs = orgmodel.Attrs{} })
			m.Hurt(m.ID(e.From))
		}
	}},
	{Name: "parts-short", Rule: "mixed-work-unsplit", Doc: "The parts of who works on a project and in operations sum to less than the whole.", Inject: func(m *Mutant) {
		if e, ok := m.mixed(); ok {
			m.Change(m.same(e), func(l *orgmodel.Line) { l.Attrs = orgmodel.NewAttrs(orgmodel.FTE, "0.2") })
			m.Hurt(m.ID(e.From))
		}
	}},
	{Name: "no-boss-after", Rule: "permanent-on-temporary-line", Doc: "Nobody follows the boss whose project ends soon.", Inject: func(m *Mutant) {
		for _, l := range m.Spec.Lines {
			if l.Rel == orgmodel.ReportsTo && !l.Live.From.IsZero() && m.Org.AsOf().Before(l.Live.From) {
				m.Drop(func(k orgmodel.Line) bool { return k == l })
				from, _ := m.Org.Find(l.From)
				m.Hurt(m.ID(m.Org.Boss(from)))
				return
			}
		}
	}},
	{Name: "no-end", Rule: "endless-project", Doc: "A project loses its end.", Inject: func(m *Mutant) {
		if p := m.lasting(); p != orgmodel.None {
			m.Record(m.ID(p), func(n *orgmodel.Node) { n.Live.Until = orgmodel.Date{} })
			m.Hurt(m.ID(p))
		}
	}},
	{Name: "four-years", Rule: "endless-project", Doc: "The end of a project is put off by three years.", Inject: func(m *Mutant) {
		if p := m.lasting(); p != orgmodel.None {
			m.Record(m.ID(p), func(n *orgmodel.Node) { n.Live.Until = n.Live.Until.AddDays(3 * 366) })
			m.Hurt(m.ID(p))
		}
	}},
	{Name: "review-over", Rule: "endless-project", Doc: "Operations run as a project were reviewed last month.", Inject: func(m *Mutant) {
		if s := m.Pick(func(r orgmodel.Ref) bool { return m.Org.Attrs(r).Get("review") != "" }); s != orgmodel.None {
			m.Set(m.ID(s), "review", m.day(-30).String())
			m.Hurt(m.ID(s))
		}
	}},
}

// mixed is a line to work of somebody who has work of two sorts.
func (m *Mutant) mixed() (orgmodel.Edge, bool) {
	return m.PickLine(func(e orgmodel.Edge) bool {
		return e.Rel == orgmodel.WorksOn && m.Org.LineAttrs(e).Get(orgmodel.FTE) != ""
	})
}

// lasting is a live project that ends too late for a handover to be due.
func (m *Mutant) lasting() orgmodel.Ref {
	return m.Pick(func(r orgmodel.Ref) bool {
		return m.delivery(r, orgmodel.Project) && m.day(90).Before(m.Org.Life(r).Until)
	})
}

// owned is a live service or process that fits.
func (m *Mutant) owned(fit func(r orgmodel.Ref) bool) orgmodel.Ref {
	return m.Pick(func(r orgmodel.Ref) bool { return m.delivery(r, orgmodel.Service, orgmodel.Process) && fit(r) })
}

// receives says that a project hands over to something.
func (m *Mutant) receives(r orgmodel.Ref) bool {
	for range m.Org.In(r, "hands-over-to") {
		return true
	}
	return false
}
