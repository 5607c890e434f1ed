package rules

import (
	"iter"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// choice is which records a policy is about.
type choice struct {
	role   orgmodel.ID
	kinds  []orgmodel.Kind
	choose func(*orgmodel.Org) iter.Seq[orgmodel.Ref]
}

// live yields the chosen records that are live, in the author's order: those the function
// gives, else the seats that hold the role, else those of the kinds, else every seat; of these
// only those of the kinds if any is named.
func (c choice) live(p *orgmodel.Pass) iter.Seq[orgmodel.Ref] {
	return func(yield func(orgmodel.Ref) bool) {
		for r := range c.all(p) {
			if p.Live(r) && (len(c.kinds) == 0 || slices.Contains(c.kinds, p.Kind(r))) && !yield(r) {
				return
			}
		}
	}
}

func (c choice) all(p *orgmodel.Pass) iter.Seq[orgmodel.Ref] {
	switch {
	case c.choose != nil:
		return c.choose(p.Org)
	case c.role != "":
		return p.WithRole(c.role)
	case len(c.kinds) > 0:
		return p.Nodes()
	}
	return func(yield func(orgmodel.Ref) bool) {
		for r := range p.Nodes() {
			if p.IsSeat(r) && !yield(r) {
				return
			}
		}
	}
}

// String names what is chosen, in the singular.
func (c choice) String() string {
	switch {
	case c.role != "":
		return word(c.role)
	case len(c.kinds) > 0:
		var ks []string
		for _, k := range c.kinds {
			ks = append(ks, string(k))
		}
		return either(ks)
	case c.choose != nil:
		return "chosen record"
	}
	return "seat"
}

// either joins names with commas and an "or".
func either(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " or " + names[n-1]
	}
	return strings.Join(names, "")
}

func eitherID(ids []orgmodel.ID) string {
	var ws []string
	for _, id := range ids {
		ws = append(ws, word(id))
	}
	return either(ws)
}

// one puts the article before a noun.
func one(noun string) string {
	if noun != "" && strings.ContainsRune("aeiouAEIOU", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// orElse is a rule's name: its own, or that of the constructor.
func orElse(name, constructor string) string {
	if name == "" {
		return constructor
	}
	return name
}

// because puts the source of a policy at the end of a sentence.
func because(why string) string {
	if why == "" {
		return "."
	}
	return " (" + short(why) + ")."
}

// whose says who made a policy, for the section Why of its Doc.
func whose(why string) string {
	if why == "" {
		return "a policy of the house."
	}
	return "a policy of the house: " + why + "."
}

// of says that a node is in a set that covers the declared ones.
func of(set []bool, r orgmodel.Ref) bool { return r >= 0 && int(r) < len(set) && set[r] }

// holdersOf marks whoever holds one of some roles, or a role that is-a one of them: the nodes at
// which the roles are written, and the posts that they hold on the view's day.
func holdersOf(p *orgmodel.Pass, roles []orgmodel.ID) []bool {
	set, walked := make([]bool, p.Len()), make([]bool, p.Len())
	take := func(role orgmodel.Ref) {
		for e := range p.In(role, orgmodel.HasRole) {
			if !p.LiveLine(e) || !p.Declared(e.From) || walked[e.From] {
				continue
			}
			set[e.From], walked[e.From] = true, true // many lines of one holder must not walk its posts again
			if p.Live(e.From) {
				for h := range p.Posts(e.From) {
					if p.Declared(h.To) {
						set[h.To] = true
					}
				}
			}
		}
	}
	for _, id := range roles {
		role, ok := p.Find(id)
		if !ok {
			continue
		}
		take(role)
		for r := range p.Down(role, orgmodel.IsA) {
			take(r)
		}
	}
	return set
}

// seatsIn are the live seats of a set, filled ones before vacant ones, by id.
func seatsIn(p *orgmodel.Pass, set []bool) []orgmodel.Ref {
	var filled, vacant []orgmodel.Ref
	for r, in := range set {
		switch s := orgmodel.Ref(r); {
		case !in || !p.IsSeat(s) || p.SeatOf(s) != s || !p.Live(s):
		case decides(p, s):
			filled = append(filled, s)
		default:
			vacant = append(vacant, s)
		}
	}
	slices.SortFunc(filled, byID(p))
	slices.SortFunc(vacant, byID(p))
	return append(filled, vacant...)
}

// lone is the only top of an organisation that flags none.
func lone(p *orgmodel.Pass) orgmodel.Ref {
	if tops, _ := survey(p); len(tops) == 1 {
		return tops[0]
	}
	return orgmodel.None
}

// atTop says that nobody can be above a seat: it is flagged as top, itself or in its holder, or
// is the one top there is.
func atTop(p *orgmodel.Pass, r, lone orgmodel.Ref) bool { return r == lone || crowned(p, r) }

// ways gives the live lines of some relations by which a chosen record answers, the posts it is
// lifted to included: a person of several posts without lines of their own answers by the lines
// of each post.
func ways(p *orgmodel.Pass, r orgmodel.Ref, via []orgmodel.Rel) [][]orgmodel.Edge {
	own := p.SeatLines(r, via...)
	if len(own) > 0 || p.Kind(r) != orgmodel.Person {
		return [][]orgmodel.Edge{own}
	}
	var each [][]orgmodel.Edge
	for _, h := range heldBy(p, r) {
		if lines := p.SeatLines(h.To, via...); len(lines) > 0 {
			each = append(each, lines)
		}
	}
	if len(each) == 0 {
		each = append(each, nil)
	}
	return each
}

// inOrder sorts lines by relation, in the order of via, then by the id of the other end.
func inOrder(p *orgmodel.Pass, lines []orgmodel.Edge, via []orgmodel.Rel) {
	order := byID(p)
	slices.SortStableFunc(lines, func(e, f orgmodel.Edge) int {
		if k := slices.Index(via, e.Rel) - slices.Index(via, f.Rel); k != 0 {
			return k
		}
		if k := order(e.To, f.To); k != 0 {
			return k
		}
		return order(e.From, f.From)
	})
}
