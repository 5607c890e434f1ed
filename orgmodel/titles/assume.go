package titles

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// An Assumption is a role that a title suggests for a record, or an abbreviation in it.
type Assumption struct {
	Record orgmodel.Ref // in the organisation that it was made for, and in the one that Assume gives
	Title  string
	Guess
}

// Assumptions are what Assume did and left alone.
type Assumptions struct {
	Made      []Assumption // a has-role line each, in the author's order of records
	Ambiguous []Assumption // nothing was made of these
	Stated    int          // roles that the organisation states already, with a title that says the same
	// NoID counts records that lines cannot name, since they have no id or an earlier record has it,
	// and whose titles suggest a role.
	NoID int
	// Taken are roles that suit a title and whose ids something else than a role has; sorted.
	Taken []orgmodel.ID
}

// Assume gives the organisation with the roles that titles suggest, as has-role lines with the
// attribute assumed, which says by which words. Roles that the organisation does not declare are
// declared, with the same attribute, and with what they are; those it declares stay as they are.
// Where nothing is suggested it gives the organisation itself.
//
// A title is the attribute title of a post or a person, or the name of a post without one. No role is
// assumed that a record or its seat holds by statement, in whatever scope and on the view's day, nor one
// that is-a such a role or that such a role is-a; and one role is assumed once for a seat. Each title
// is read once, however many have it.
func (c *Classifier) Assume(o *orgmodel.Org) (*orgmodel.Org, Assumptions) {
	a := assuming{c: c, o: o, read: map[string][]Guess{}, has: map[held]bool{}, roles: map[orgmodel.ID]bool{}, marks: map[string]orgmodel.Attrs{}}
	for r := range o.Nodes() {
		if k := o.Kind(r); k == orgmodel.Post || k == orgmodel.Person {
			a.record(r)
		}
	}
	slices.Sort(a.got.Taken)
	if a.edit == nil {
		return o, a.got
	}
	return a.edit.Org(), a.got
}

// manyTitles is how many distinct titles are remembered.
const manyTitles = 1 << 17

// held is a role of a seat.
type held struct {
	seat orgmodel.Ref
	role orgmodel.ID
}

// assuming is one call of Assume.
type assuming struct {
	c     *Classifier
	o     *orgmodel.Org
	edit  *orgmodel.Edit
	read  map[string][]Guess
	has   map[held]bool        // assumed
	roles map[orgmodel.ID]bool // whether the id can be a role
	marks map[string]orgmodel.Attrs
	got   Assumptions
}

// TitleOf is the title of a record: its attribute, or the name of a post without one.
func TitleOf(o *orgmodel.Org, r orgmodel.Ref) string {
	title := o.Attrs(r).Get(orgmodel.Title)
	if title == "" && o.Kind(r) == orgmodel.Post {
		title = o.NameOf(r)
	}
	return title
}

func (a *assuming) record(r orgmodel.Ref) {
	title := TitleOf(a.o, r)
	if title == "" {
		return
	}
	guesses, known := a.read[title]
	if !known {
		if guesses = a.c.Roles(title); len(a.read) < manyTitles {
			a.read[title] = guesses
		}
	}
	if len(guesses) == 0 {
		return
	}
	if a.o.ID(r) == "" || a.o.IsRepeat(r) {
		a.got.NoID++
		return
	}
	for _, g := range guesses {
		a.guess(r, title, g)
	}
}

func (a *assuming) guess(r orgmodel.Ref, title string, g Guess) {
	if g.Ambiguous() {
		if !slices.ContainsFunc(g.Candidates, func(id orgmodel.ID) bool { return a.states(r, id) }) {
			a.got.Ambiguous = append(a.got.Ambiguous, Assumption{r, title, g})
		}
		return
	}
	key := held{a.o.SeatOf(r), g.Role}
	switch {
	case a.has[key]:
		return
	case a.states(r, g.Role):
		a.got.Stated++
		return
	case !a.declared(g.Role):
		if !slices.Contains(a.got.Taken, g.Role) {
			a.got.Taken = append(a.got.Taken, g.Role)
		}
		return
	}
	a.has[key] = true
	a.edit.AddLine(orgmodel.Line{From: a.o.ID(r), Rel: orgmodel.HasRole, To: g.Role, Attrs: a.mark(g)})
	a.got.Made = append(a.got.Made, Assumption{r, title, g})
}

// mark says of a line what its role was assumed from; lines of one pattern share it.
func (a *assuming) mark(g Guess) orgmodel.Attrs {
	from := "title: " + g.Pattern + " (" + g.Language + ")"
	attrs, known := a.marks[from]
	if !known {
		attrs = orgmodel.NewAttrs(orgmodel.Assumed, from)
		a.marks[from] = attrs
	}
	return attrs
}

// states says that the organisation states a role of a record or of its seat: the role itself, a
// more special or a more general one.
func (a *assuming) states(r orgmodel.Ref, role orgmodel.ID) bool {
	kin := func(e orgmodel.Edge) bool {
		id := a.o.ID(e.To)
		if a.c.IsA(id, role) || a.c.IsA(role, id) {
			return true
		}
		want, ok := a.o.Find(role)
		return ok && (a.o.IsA(e.To, want) || a.o.IsA(want, e.To))
	}
	for e := range a.o.Roles(r) {
		if kin(e) {
			return true
		}
	}
	if seat := a.o.SeatOf(r); seat != r {
		for e := range a.o.Roles(seat) {
			if kin(e) {
				return true
			}
		}
	}
	return false
}

// declared declares a role that the organisation does not, and what it is; false where something
// else has its id.
func (a *assuming) declared(role orgmodel.ID) bool {
	if can, known := a.roles[role]; known {
		return can
	}
	if r, ok := a.o.Find(role); ok {
		a.roles[role] = a.o.Kind(r) == orgmodel.Role
		if a.roles[role] && a.edit == nil {
			a.edit = a.o.Edit()
		}
		return a.roles[role]
	}
	if a.edit == nil {
		a.edit = a.o.Edit()
	}
	a.roles[role] = true
	n := orgmodel.Node{ID: role, Kind: orgmodel.Role, Name: string(role), Attrs: orgmodel.NewAttrs(orgmodel.Assumed, "title")}
	is := orgmodel.ID("")
	if i := slices.IndexFunc(a.c.roles, func(r Role) bool { return r.ID == role }); i >= 0 {
		n.Name, is = a.c.roles[i].Name, a.c.roles[i].IsA
	}
	a.edit.AddNode(n)
	if is != "" && a.declared(is) {
		a.edit.AddLine(orgmodel.Line{From: role, Rel: orgmodel.IsA, To: is, Attrs: orgmodel.NewAttrs(orgmodel.Assumed, "title")})
	}
	return true
}

// String is a sentence on what was done: 12 roles assumed from titles, 3 titles ambiguous.
func (a Assumptions) String() string {
	s := count(len(a.Made), "role") + " assumed from titles"
	if n := len(a.Ambiguous); n > 0 {
		s += ", " + count(n, "ambiguous title") + " left alone"
	}
	if a.Stated > 0 {
		s += ", " + count(a.Stated, "role") + " stated already"
	}
	if a.NoID > 0 {
		s += ", " + count(a.NoID, "record") + " without an id of their own left out"
	}
	if n := len(a.Taken); n > 0 {
		s += "; " + string(a.Taken[0])
		if n > 1 {
			s += " and " + count(n-1, "other id")
		}
		s += " is no role here, so nobody was given it"
	}
	return s
}

func count(n int, what string) string {
	s := strconv.Itoa(n) + " " + what
	if n != 1 {
		s += "s"
	}
	return s
}
