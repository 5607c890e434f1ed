package orgtest

import (
	"strings"

	"example.com/orgchart/orgmodel"
)

// coreMutations are those of identity and references.
var coreMutations = []Mutation{
	{Name: "post-twice", Rule: "duplicate-id", Doc: "Another post gets the id of one.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.Write("+post %s \"Clerk\" title=Clerk grade=AO", m.ID(r))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "person-twice", Rule: "duplicate-id", Doc: "Another person gets the id of one.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.Write("+person %s \"Somebody Else\" engagement=contractor", m.ID(m.holder(r)))
			m.Hurt(m.ID(m.holder(r)))
		}
	}},
	{Name: "other-case", Rule: "id-collision", Doc: "The id of a post becomes that of another in capital letters.", Inject: func(m *Mutant) {
		r := m.Leaf()
		if s := m.Leaf(func(s orgmodel.Ref) bool { return s != r && r != orgmodel.None }); s != orgmodel.None {
			shout := orgmodel.ID(strings.ToUpper(string(m.ID(s))))
			m.rename(m.ID(r), shout)
			m.Hurt(min(m.ID(s), shout))
		}
	}},
	{Name: "word-for-nobody", Rule: "id-collision", Doc: "The id of a post becomes Vacant.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.rename(m.ID(r), "Vacant")
			m.Hurt("Vacant")
		}
	}},
	{Name: "boss-mistyped", Rule: "unknown-reference", Doc: "A post gets a boss whom no record declares.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.reline(m.ID(r), m.New())
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "duty-mistyped", Rule: "unknown-reference", Doc: "Somebody is informed of a duty that no record declares.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.Write("%s informed-of %s", m.ID(r), m.New())
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "holder-mistyped", Rule: "unknown-reference", Doc: "A vacant post is held by somebody whom no record declares.", Inject: func(m *Mutant) {
		if r := m.vacancy(); r != orgmodel.None {
			m.Set(m.ID(r), orgmodel.Occupied, "")
			m.Write("%s holds %s", m.New(), m.ID(r))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "id-lost", Rule: "empty-id", Doc: "A record without an id is added.", Inject: func(m *Mutant) {
		m.Write("+duty \"\" \"Feed the cat\"")
		m.Hurt("")
	}},
	{Name: "grade-garbled", Rule: "unreadable-cell", Doc: "A cell of a post cannot be read.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.Set(m.ID(r), orgmodel.UnreadableKey(3, "started"), "31/31/2026")
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "boss-a-unit", Rule: "wrong-ends", Doc: "A post reports to the unit that it is part of.", Inject: func(m *Mutant) {
		if r := m.Leaf(); r != orgmodel.None {
			m.reline(m.ID(r), m.ID(m.out(r, orgmodel.PartOf)))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "consulted-on-a-project", Rule: "wrong-ends", Doc: "Somebody is consulted on a project.", Inject: func(m *Mutant) {
		p := m.Pick(func(r orgmodel.Ref) bool { return m.delivery(r, orgmodel.Project) })
		if r := m.Leaf(); r != orgmodel.None && p != orgmodel.None {
			m.Write("%s consulted-on %s", m.ID(r), m.ID(p))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "unit-in-its-part", Rule: "unit-cycle", Doc: "The whole becomes part of one of its units.", Inject: func(m *Mutant) {
		u := m.Pick(func(r orgmodel.Ref) bool { return m.childless(r) })
		if whole := m.out(u, orgmodel.PartOf); whole != orgmodel.None && m.out(whole, orgmodel.PartOf) == orgmodel.None {
			m.Write("%s part-of %s", m.ID(whole), m.ID(u))
			m.Hurt(min(m.ID(whole), m.ID(u)))
		}
	}},
	{Name: "second-parent", Rule: "unit-cycle", Doc: "A unit whose members report to nobody becomes part of a second one.", Inject: func(m *Mutant) {
		u := m.Pick(func(r orgmodel.Ref) bool { return m.childless(r) })
		other := m.Pick(func(r orgmodel.Ref) bool {
			return m.Org.Kind(r) == orgmodel.Unit && r != u && r != m.out(u, orgmodel.PartOf) && m.out(r, orgmodel.PartOf) != orgmodel.None
		})
		if u != orgmodel.None && other != orgmodel.None {
			m.Write("%s part-of %s", m.ID(u), m.ID(other))
			m.Hurt(m.ID(u))
		}
	}},
}

// childless says that a record is a unit of which no unit is part, and none of whose members
// reports to anybody.
func (m *Mutant) childless(r orgmodel.Ref) bool {
	if m.Org.Kind(r) != orgmodel.Unit || m.out(r, orgmodel.PartOf) == orgmodel.None {
		return false
	}
	for e := range m.Org.In(r, orgmodel.PartOf) {
		if m.Org.Kind(e.From) != orgmodel.Post || m.Org.Boss(e.From) != orgmodel.None {
			return false
		}
	}
	return true
}

// vacancy is a post without reports that nobody holds, and of which nothing else is said.
func (m *Mutant) vacancy() orgmodel.Ref {
	return m.Pick(func(r orgmodel.Ref) bool {
		return m.Org.Attrs(r).Get(orgmodel.Occupied) == "vacant" && m.Org.Span(r, false) == 0 && m.only(r, orgmodel.ReportsTo, orgmodel.PartOf)
	})
}
