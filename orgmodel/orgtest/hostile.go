package orgtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"example.com/orgchart/orgmodel"
)

// HostileDay is a day in the middle of the dates in a hostile organisation: some of what there
// is has ended on it, and some not yet begun.
var HostileDay = orgmodel.NewDate(2026, time.April, 6)

// Hostile is an organisation of n records that is wrong in every way: loops, ghosts, repeated
// and empty ids, ids that look alike or show nothing, bytes that are no text, script in names,
// several bosses, dates in and out of order, attributes that make no sense, relations between
// any two kinds. One seed and n, one organisation. Whatever takes an organisation must take it.
func Hostile(seed uint64, n int) orgmodel.Spec {
	h := hostile{Rand: rand.New(rand.NewPCG(seed, uint64(n))), file: "hostile.csv", kinds: map[orgmodel.Kind][]orgmodel.ID{}}
	s := orgmodel.Spec{Name: "Hostile <b>\u202e\x00"}
	h.solid = h.IntN(3) == 0
	for i := range n {
		s.Nodes = append(s.Nodes, h.node(i))
	}
	for _, role := range hostileRoles {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(role), Kind: orgmodel.Role, Pos: h.pos(n)})
	}
	h.ids = append(h.ids, "ghost", "", "unit:nowhere")
	for range 2*n + h.IntN(n+2) {
		s.Lines = append(s.Lines, h.line(n))
		if h.IntN(12) == 0 { // said twice
			s.Lines = append(s.Lines, s.Lines[h.IntN(len(s.Lines))])
		}
	}
	switch n := len(h.ids); h.IntN(8) {
	case 0: // a loop of all
		for i, id := range h.ids {
			s.Lines = append(s.Lines, orgmodel.Line{From: id, Rel: orgmodel.ReportsTo, To: h.ids[(i+1)%n], Pos: h.pos(n)})
		}
	case 1: // everybody is their own boss
		for _, id := range h.ids {
			s.Lines = append(s.Lines, orgmodel.Line{From: id, Rel: orgmodel.ReportsTo, To: id, Pos: h.pos(n)})
		}
	}
	return s
}

// hostile makes the parts.
type hostile struct {
	*rand.Rand
	ids   []orgmodel.ID
	kinds map[orgmodel.Kind][]orgmodel.ID
	file  string
	solid bool // mostly reporting lines
}

var hostileRoles = []string{"project-manager", "programme-manager", "it-manager", "auditor", "finance-manager"}

var hostileKinds = []orgmodel.Kind{
	orgmodel.Post, orgmodel.Post, orgmodel.Post, orgmodel.Post, orgmodel.Person, orgmodel.Person, orgmodel.Person, orgmodel.Person,
	orgmodel.Unit, orgmodel.Role, orgmodel.Project, orgmodel.Programme, orgmodel.Duty, orgmodel.Board, orgmodel.Service, orgmodel.BusinessCase,
	orgmodel.Need, orgmodel.Benefit, orgmodel.Outcome, "squad", "agent", "", "<kind>\xff",
}

var hostileRels = []orgmodel.Rel{
	orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.Holds, orgmodel.Holds, orgmodel.Holds,
	orgmodel.HasRole, orgmodel.HasRole, orgmodel.IsA, orgmodel.PartOf, orgmodel.PartOf, orgmodel.DottedTo, orgmodel.DirectedBy,
	orgmodel.FunctionalTo, orgmodel.AccountableFor, orgmodel.SponsoredBy, orgmodel.WorksOn,
	orgmodel.Owns, orgmodel.Realises, orgmodel.ContributesTo, orgmodel.JustifiedBy, orgmodel.Answers, orgmodel.Represents, "mentors", "", "rel \"x\"\n",
}

var hostileIDs = []orgmodel.ID{
	"", " ", "N/A", "XX", "007", "7", "n 1", "N1", " n1 ", "ünit", "u\u0308nit", "\u202en1", "n1\x00", "a\xffb", "<script>alert(1)</script>",
	"=1+1", "unit:n1", "person:n1", "group:n1", "in", "want", "+post", "-->", "javascript:x",
}

var hostileNames = []string{"", "", "Ada Okafor", "Bo Li", "Vacant", "<b>&amp;</b>", "line\nbreak", "\x00\x1b[0m", "\xff\xfe", "\u202eright to left", strings.Repeat("long ", 300)}

var hostileAttrs = [][]string{
	{orgmodel.Top, "true"}, {orgmodel.Top, "perhaps"}, {orgmodel.State, "abolished"}, {orgmodel.State, "ended"}, {orgmodel.State, "inactive"},
	{orgmodel.Occupied, "vacant"}, {orgmodel.Occupied, "group"}, {orgmodel.Occupied, "undisclosed"}, {orgmodel.Occupied, "filled"},
	{orgmodel.FTE, "0.5"}, {orgmodel.FTE, "much"}, {orgmodel.FTE, "-1"}, {orgmodel.FTE, "NaN"}, {orgmodel.FTE, "1e300"},
	{orgmodel.Mode, "job-share"}, {orgmodel.Mode, "acting"}, {orgmodel.Mode, "co-boss"}, {orgmodel.Title, "Engineer"}, {orgmodel.Grade, "G7"},
	{orgmodel.Engagement, "contractor"}, {orgmodel.UnreadableKey(3, "grade"), "G?\x00"}, {"", ""}, {"a=b c", "\xff"},
}

func oneOf[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }

func (h *hostile) node(i int) orgmodel.Node {
	id := orgmodel.ID(fmt.Sprintf("n%d", i))
	switch h.IntN(24) {
	case 0:
		id = orgmodel.ID(fmt.Sprintf("n%d", h.IntN(i+1))) // may be another's
	case 1:
		id = oneOf(h.Rand, hostileIDs)
	}
	h.ids = append(h.ids, id)
	kind := oneOf(h.Rand, hostileKinds)
	h.kinds[kind] = append(h.kinds[kind], id)
	return orgmodel.Node{
		ID: id, Kind: kind, Name: oneOf(h.Rand, hostileNames),
		Live: h.live(5), Attrs: h.attrs(14), Pos: h.pos(i),
	}
}

func (h *hostile) line(n int) orgmodel.Line {
	l := orgmodel.Line{
		From: oneOf(h.Rand, h.ids), To: oneOf(h.Rand, h.ids), Rel: oneOf(h.Rand, hostileRels),
		Live: h.live(5), Attrs: h.attrs(20), Pos: h.pos(h.IntN(n + 1)),
	}
	switch {
	case h.solid && h.IntN(3) > 0:
		l.Rel = orgmodel.ReportsTo
	case l.Rel == orgmodel.HasRole && h.IntN(5) > 0:
		l.To = orgmodel.ID(oneOf(h.Rand, hostileRoles))
	case l.Rel == orgmodel.Holds && len(h.kinds[orgmodel.Person]) > 0 && len(h.kinds[orgmodel.Post]) > 0 && h.IntN(4) > 0:
		l.From, l.To = oneOf(h.Rand, h.kinds[orgmodel.Person]), oneOf(h.Rand, h.kinds[orgmodel.Post])
		l.Attrs = h.attrs(8)
	}
	if h.IntN(8) == 0 {
		l.Scope = oneOf(h.Rand, h.ids)
	}
	return l
}

func (h *hostile) attrs(rare int) orgmodel.Attrs {
	var kv []string
	for _, a := range hostileAttrs {
		if h.IntN(rare) == 0 {
			kv = append(kv, a...)
		}
	}
	return orgmodel.NewAttrs(kv...)
}

// live is open at both ends but one time in rare.
func (h *hostile) live(rare int) (iv orgmodel.Interval) {
	if h.IntN(rare) == 0 {
		iv.From = HostileDay.AddDays(h.IntN(12) - 6)
	}
	if h.IntN(rare) == 0 {
		iv.Until = HostileDay.AddDays(h.IntN(12) - 6)
	}
	return iv
}

// pos is the row of a record, and sometimes a strange one.
func (h *hostile) pos(i int) orgmodel.Pos {
	return orgmodel.Pos{File: h.file, Line: i + 2, Column: oneOf(h.Rand, []int{1, 1, 9, 0, 1<<16 - 1, 1 << 20}), Field: oneOf(h.Rand, []string{"", "manager", "unit"})}
}
