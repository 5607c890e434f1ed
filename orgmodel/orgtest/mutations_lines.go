package orgtest

import "example.com/orgchart/orgmodel"

// lineMutations are those of reporting lines.
var lineMutations = []Mutation{
	{Name: "own-boss", Rule: "self-report", Doc: "A post reports to itself.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.reline(m.ID(r), m.ID(r))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "project-manager-own-boss", Rule: "self-report", Doc: "Who runs a project reports to itself.", Inject: func(m *Mutant) {
		e, ok := m.charge(projectManager, func(e orgmodel.Edge) bool { return m.Org.Span(m.Org.Boss(e.From), false) > 2 })
		if ok && m.Org.Kind(e.From) == orgmodel.Post {
			m.reline(m.ID(e.From), m.ID(e.From))
			m.Hurt(m.ID(e.From))
		}
	}},
	{Name: "both-ends", Rule: "self-report", Doc: "A manager also holds a vacant post among the reports.", Inject: func(m *Mutant) {
		r := m.vacancy()
		who := m.holder(m.Org.Boss(r))
		if r != orgmodel.None && who != orgmodel.None && m.Org.Attrs(m.Org.Boss(r)).Get(orgmodel.Occupied) == "" { // not for a while
			m.Set(m.ID(r), orgmodel.Occupied, "")
			m.Write("%s holds %s", m.ID(who), m.ID(r))
			m.Hurt(m.ID(who))
		}
	}},
	{Name: "boss-under-report", Rule: "report-cycle", Doc: "A manager reports to one of its reports.", Inject: func(m *Mutant) {
		r := m.Manager(m.below)
		if s := m.filledBelow(r); s != orgmodel.None {
			m.reline(m.ID(r), m.ID(s))
			m.Hurt(min(m.ID(r), m.ID(s)))
		}
	}},
	{Name: "boss-works-for-report", Rule: "mixed-kind-cycle", Doc: "A manager is directed by one of its reports.", Inject: func(m *Mutant) {
		if r := m.Leaf(m.below); r != orgmodel.None {
			boss := m.Org.Boss(r)
			m.Write("%s directed-by %s", m.ID(boss), m.ID(r))
			m.Hurt(min(m.ID(boss), m.ID(r)))
		}
	}},
	{Name: "top-under-nobody", Rule: "no-top", Doc: "The top loses its flag and gets a boss whom no record declares.",
		Also: []string{"unknown-reference"}, // which says who is missing, and no-top what hangs on it
		Inject: func(m *Mutant) {
			if tops := m.Org.Tops(); len(tops) == 1 {
				m.Set(m.ID(tops[0]), orgmodel.Top, "")
				m.Write("%s reports-to %s", m.ID(tops[0]), m.New())
				m.Hurt("")
			}
		}},
	{Name: "second-top", Rule: "multiple-tops", Doc: "A post is flagged as top and reports to nobody.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.Set(m.ID(r), orgmodel.Top, "true")
			m.Drop(between(m.ID(r), orgmodel.ReportsTo, ""))
			m.Hurt("")
		}
	}},
	{Name: "manager-lost", Rule: "unreachable-from-top", Doc: "A manager loses its boss.", Inject: func(m *Mutant) {
		if r := m.Manager(); r != orgmodel.None {
			m.Drop(between(m.ID(r), orgmodel.ReportsTo, ""))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "post-lost", Rule: "unreachable-from-top", Doc: "A post without reports loses its boss.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.Drop(between(m.ID(r), orgmodel.ReportsTo, ""))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "post-abolished", Rule: "unreachable-from-top", Doc: "A post without reports is abolished, and whoever held it is left.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.Set(m.ID(r), orgmodel.State, "abolished")
			m.Hurt(m.ID(m.holder(r)))
		}
	}},
	{Name: "two-bosses", Rule: "multiple-solid-lines", Doc: "A post also reports to the boss of its boss.", Inject: func(m *Mutant) {
		if r := m.Leaf(m.below); r != orgmodel.None {
			m.Write("%s reports-to %s", m.ID(r), m.ID(m.Org.Boss(m.Org.Boss(r))))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "said-twice", Rule: "multiple-solid-lines", Doc: "A solid line is written twice.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.Write("%s reports-to %s", m.ID(r), m.ID(m.Org.Boss(r)))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "chair-empty", Rule: "vacant-manager", Doc: "Whoever holds the post of a manager is struck from the file.", Inject: func(m *Mutant) {
		if r := m.Manager(); r != orgmodel.None {
			m.Remove(m.ID(m.holder(r)))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "said-vacant", Rule: "vacant-manager", Doc: "A manager's post is said to be vacant, and is held.", Inject: func(m *Mutant) {
		if r := m.Manager(); r != orgmodel.None {
			m.Set(m.ID(r), orgmodel.Occupied, "vacant")
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "chair-gone", Rule: "ended-manager", Doc: "A manager's post is abolished, with whoever held it.", Inject: func(m *Mutant) {
		if r := m.Manager(); r != orgmodel.None {
			m.Remove(m.ID(m.holder(r)))
			m.Set(m.ID(r), orgmodel.State, "abolished")
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "leaver", Rule: "departed-holder", Doc: "Whoever holds the post of a manager becomes inactive.", Inject: func(m *Mutant) {
		if r := m.Manager(); r != orgmodel.None {
			m.Set(m.ID(m.holder(r)), orgmodel.State, "inactive")
			m.Hurt(m.ID(m.holder(r)))
		}
	}},
}

// filledBelow is a report of a manager at whom somebody is, and of whom no more is said.
func (m *Mutant) filledBelow(r orgmodel.Ref) orgmodel.Ref {
	for s := range m.Org.Reports(r) {
		if who := m.holder(s); who != orgmodel.None && m.only(s, orgmodel.Holds, orgmodel.ReportsTo, orgmodel.PartOf) && m.only(who, orgmodel.Holds) {
			return s
		}
	}
	return orgmodel.None
}
