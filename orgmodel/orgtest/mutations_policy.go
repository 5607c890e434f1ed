package orgtest

import "example.com/orgchart/orgmodel"

// policyMutations are those of who reports to whom.
var policyMutations = []Mutation{
	{Name: "out-graded", Rule: "grade-inversion", Doc: "A post gets a grade above that of its boss.", Inject: func(m *Mutant) {
		if r := m.Leaf(func(r orgmodel.Ref) bool { return m.grade(m.Org.Boss(r)) >= 0 }); r != orgmodel.None {
			m.Set(m.ID(r), orgmodel.Grade, "SCS3")
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "wider-remit", Rule: "grade-inversion", Doc: "A post owns a need of which its boss owns a part.", Inject: func(m *Mutant) {
		r := m.Leaf(func(r orgmodel.Ref) bool { return m.plain(m.Org.Boss(r)) })
		if r != orgmodel.None {
			whole, part := m.New(), m.New()
			m.Write("+need %s\n+need %s\n%s part-of %s\n%s owns %s\n%s owns %s",
				whole, part, part, whole, m.ID(r), whole, m.ID(m.Org.Boss(r)), part)
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "boss-elsewhere", Rule: "cross-unit-line", Doc: "A post comes to report to a manager of another department.", Inject: func(m *Mutant) {
		r := m.Leaf(m.below)
		boss := m.Pick(func(b orgmodel.Ref) bool {
			return r != orgmodel.None && m.Org.Kind(b) == orgmodel.Post && m.Org.Depth(b) > 1 && m.Org.Span(b, true) > 1 && m.Org.Span(b, false) < 12 &&
				m.department(b) != m.department(r) && m.grade(b) <= m.grade(r) && m.only(b, orgmodel.ReportsTo, orgmodel.PartOf, orgmodel.Holds)
		})
		if boss != orgmodel.None {
			m.reline(m.ID(r), m.ID(boss))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "dotted-to-boss", Rule: "redundant-dotted", Doc: "A post has a dotted line to its own boss.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.Write("%s dotted-to %s", m.ID(r), m.ID(m.Org.Boss(r)))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "dotted-to-top", Rule: "redundant-dotted", Doc: "A post has a dotted line to the top.", Inject: func(m *Mutant) {
		if r := m.Leaf(m.below); r != orgmodel.None {
			m.Write("%s dotted-to %s", m.ID(r), m.ID(m.Org.Tops()[0]))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "title-without-role", Rule: "title-role-drift", Doc: "Somebody is called project manager and runs nothing.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.Set(m.ID(r), orgmodel.Title, "Project manager")
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "role-without-title", Rule: "title-role-drift", Doc: "Somebody has a role of which the title says nothing.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.Write("%s has-role %s", m.ID(r), "business-analyst")
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "title-ambiguous", Rule: "title-role-drift", Doc: "Somebody gets the title PM.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.Set(m.ID(r), orgmodel.Title, "PM, ports")
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "work-without-boss", Rule: "no-appraiser", Doc: "Somebody of a pool, which hangs nowhere by design, is directed by a manager.", Inject: func(m *Mutant) {
		r := m.Pick(func(r orgmodel.Ref) bool {
			return m.Org.Kind(r) == orgmodel.Post && m.Org.Boss(r) == orgmodel.None && m.holder(r) != orgmodel.None && !m.Org.Flagged(r)
		})
		if boss := m.Manager(); r != orgmodel.None && boss != orgmodel.None {
			m.Write("%s directed-by %s", m.ID(r), m.ID(boss))
			m.Hurt(m.ID(r))
		}
	}},
}
