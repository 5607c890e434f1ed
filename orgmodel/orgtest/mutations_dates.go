package orgtest

import "example.com/orgchart/orgmodel"

// dateMutations are those of dates and of who holds what for how long.
var dateMutations = []Mutation{
	{Name: "record-inverted", Rule: "date-inverted", Doc: "A need ends before it begins.", Inject: func(m *Mutant) {
		id := m.New()
		m.Write("+need %s \"Shorter queues\"", id)
		m.Record(id, func(n *orgmodel.Node) { n.Live = orgmodel.Interval{From: m.day(-30), Until: m.day(-60)} })
		m.Hurt(id)
	}},
	{Name: "line-inverted", Rule: "date-inverted", Doc: "A dotted line ends before it begins.", Inject: func(m *Mutant) {
		if r := m.Leaf(m.below); r != orgmodel.None {
			to := m.ID(m.Org.Tops()[0])
			m.Write("%s dotted-to %s", m.ID(r), to)
			m.Change(between(m.ID(r), orgmodel.DottedTo, to), func(l *orgmodel.Line) {
				l.Live = orgmodel.Interval{From: m.day(-30), Until: m.day(-60)}
			})
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "support-goes-on", Rule: "line-outlives-endpoint", Doc: "An office supported a project for a month after its end.", Inject: func(m *Mutant) {
		over := m.Pick(func(r orgmodel.Ref) bool {
			return m.Org.Kind(r) == orgmodel.Project && !m.Org.Life(r).Until.IsZero() && !m.Org.Live(r)
		})
		office := m.Pick(func(r orgmodel.Ref) bool { return m.Org.Kind(r) == orgmodel.PMO })
		if over != orgmodel.None && office != orgmodel.None {
			m.Write("%s supported-by %s", m.ID(over), m.ID(office))
			end := m.Org.Life(over).Until
			m.Change(between(m.ID(over), orgmodel.SupportedBy, m.ID(office)), func(l *orgmodel.Line) {
				l.Live = orgmodel.Interval{From: end.AddDays(-90), Until: end.AddDays(30)}
			})
			m.Hurt(m.ID(over))
		}
	}},
	{Name: "two-holders", Rule: "assignment-overlap", Doc: "Somebody else comes to hold a post as well.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			who := m.New()
			m.Write("+person %s \"Somebody Else\"\n%s holds %s", who, who, m.ID(r))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "hours-too-many", Rule: "assignment-overlap", Doc: "Of somebody with two posts one comes to take all hours.", Inject: func(m *Mutant) {
		e, ok := m.PickLine(func(e orgmodel.Edge) bool {
			return e.Rel == orgmodel.Holds && m.Org.LineAttrs(e).Get(orgmodel.FTE) == "0.6"
		})
		if ok {
			m.Change(m.same(e), func(l *orgmodel.Line) { l.Attrs = withAttr(l.Attrs, orgmodel.FTE, "1") })
			m.Hurt(m.ID(e.From))
		}
	}},
	{Name: "parts-too-many", Rule: "job-share-mismatch", Doc: "The parts of those who share a post sum to more than the post.", Inject: func(m *Mutant) {
		e, ok := m.PickLine(func(e orgmodel.Edge) bool {
			return e.Rel == orgmodel.Holds && m.Org.LineAttrs(e).Get(orgmodel.Mode) == "job-share"
		})
		if ok {
			m.Change(m.same(e), func(l *orgmodel.Line) { l.Attrs = withAttr(l.Attrs, orgmodel.FTE, "0.8") })
			m.Hurt(m.ID(e.To))
		}
	}},
	{Name: "rows-disagree", Rule: "job-share-mismatch", Doc: "Of the rows of a shared post one states another title.", Inject: func(m *Mutant) {
		for r := range m.Org.Repeats() {
			m.Set(m.ID(r), orgmodel.Title, "Something else")
			m.Hurt(m.ID(r))
			return
		}
	}},
}
