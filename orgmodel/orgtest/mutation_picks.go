package orgtest

import (
	"slices"
	"time"

	"example.com/orgchart/orgmodel"
)

// out is the other end of the first live line of a relation from a record, None where there is
// none.
func (m *Mutant) out(r orgmodel.Ref, rel orgmodel.Rel) orgmodel.Ref {
	for e := range m.Org.Out(r, rel) {
		if m.Org.LiveLine(e) {
			return e.To
		}
	}
	return orgmodel.None
}

// holder is the one who holds a post, None where that is nobody or several.
func (m *Mutant) holder(post orgmodel.Ref) orgmodel.Ref {
	who := orgmodel.None
	for e := range m.Org.Holders(post) {
		if who != orgmodel.None {
			return orgmodel.None
		}
		who = e.From
	}
	return who
}

// person is who holds a post, and who is no post.
func (m *Mutant) person(r orgmodel.Ref) orgmodel.Ref {
	if m.Org.Kind(r) == orgmodel.Post {
		return m.holder(r)
	}
	return r
}

// only says that all that is said of a record is by some relations.
func (m *Mutant) only(r orgmodel.Ref, rels ...orgmodel.Rel) bool {
	for e := range m.Org.Out(r) {
		if !slices.Contains(rels, e.Rel) {
			return false
		}
	}
	for e := range m.Org.In(r) {
		if !slices.Contains(rels, e.Rel) {
			return false
		}
	}
	return true
}

// plain says that of a post, and of the one who holds it, nothing is said but where it stands: it
// can change without anything else being touched. Its boss has reports to spare.
func (m *Mutant) plain(r orgmodel.Ref) bool {
	who, boss := m.holder(r), m.Org.Boss(r)
	return m.Org.Kind(r) == orgmodel.Post && who != orgmodel.None && boss != orgmodel.None && m.Org.Span(boss, true) > 3 &&
		m.Org.Attrs(r).Get(orgmodel.Occupied) == "" && len(m.Org.SeatLines(r, orgmodel.ReportsTo)) == 1 && m.only(r, orgmodel.Holds, orgmodel.ReportsTo, orgmodel.PartOf) &&
		m.only(who, orgmodel.Holds) && m.Org.SeatOf(who) == r
}

func all(r orgmodel.Ref, fits []func(orgmodel.Ref) bool) bool {
	return !slices.ContainsFunc(fits, func(fit func(orgmodel.Ref) bool) bool { return !fit(r) })
}

// below says that a post is under a boss who is not the top.
func (m *Mutant) below(r orgmodel.Ref) bool { return m.Org.Depth(r) > 1 }

// department is the seat under the top that a seat is, or hangs under.
func (m *Mutant) department(r orgmodel.Ref) orgmodel.Ref {
	for m.Org.Depth(r) > 1 {
		r = m.Org.Boss(r)
	}
	return r
}

// grade is where a grade stands in the order of grades, the highest at 0.
func (m *Mutant) grade(r orgmodel.Ref) int {
	return slices.Index(grades, m.Org.Attrs(r).Get(orgmodel.Grade))
}

// delivery says that a record is a project or programme that is live.
func (m *Mutant) delivery(r orgmodel.Ref, kinds ...orgmodel.Kind) bool {
	return m.Org.Live(r) && slices.Contains(kinds, m.Org.Kind(r))
}

// charge is a line by which somebody has a role in the scope of a live record of a kind.
func (m *Mutant) charge(role orgmodel.ID, fit func(e orgmodel.Edge) bool) (orgmodel.Edge, bool) {
	return m.PickLine(func(e orgmodel.Edge) bool {
		return e.Rel == orgmodel.HasRole && m.ID(e.To) == role && m.Org.Scope(e) != orgmodel.None && m.Org.Live(m.Org.Scope(e)) && fit(e)
	})
}

// anyLine fits every line.
func anyLine(orgmodel.Edge) bool { return true }

// charges is how many live things somebody has a role in the scope of.
func (m *Mutant) charges(r orgmodel.Ref, role orgmodel.ID) (n int) {
	for e := range m.Org.Out(r, orgmodel.HasRole) {
		if m.ID(e.To) == role && m.Org.LiveLine(e) && m.Org.Live(m.Org.Scope(e)) {
			n++
		}
	}
	return n
}

// sponsor is that of a line of a record's own, None where it has none.
func (m *Mutant) sponsor(r orgmodel.Ref) orgmodel.Ref { return m.out(r, orgmodel.SponsoredBy) }

// same says that a line of Spec is the one of an edge.
func (m *Mutant) same(e orgmodel.Edge) func(l orgmodel.Line) bool {
	is := m.Org.Line(e)
	return func(l orgmodel.Line) bool {
		return l.From == is.From && l.Rel == is.Rel && l.To == is.To && l.Scope == is.Scope && l.Live == is.Live
	}
}

// between fits the lines from one record by a relation, to another where that is named.
func between(from orgmodel.ID, rel orgmodel.Rel, to orgmodel.ID) func(l orgmodel.Line) bool {
	return func(l orgmodel.Line) bool { return l.From == from && l.Rel == rel && (to == "" || l.To == to) }
}

// reline gives a seat another boss, wherever its solid line is written.
func (m *Mutant) reline(from, to orgmodel.ID) {
	m.Change(between(from, orgmodel.ReportsTo, ""), func(l *orgmodel.Line) { l.To = to })
}

// rename writes another id wherever a record is named.
func (m *Mutant) rename(from, to orgmodel.ID) {
	for i := range m.Spec.Nodes {
		if m.Spec.Nodes[i].ID == from {
			m.Spec.Nodes[i].ID = to
		}
	}
	for i := range m.Spec.Lines {
		l := &m.Spec.Lines[i]
		for _, end := range []*orgmodel.ID{&l.From, &l.To, &l.Scope} {
			if *end == from {
				*end = to
			}
		}
	}
}

// day is some day before or after that of the organisation.
func (m *Mutant) day(after int) orgmodel.Date {
	if m.Org.AsOf().IsZero() {
		return orgmodel.NewDate(2026, time.January, 1).AddDays(after)
	}
	return m.Org.AsOf().AddDays(after)
}
