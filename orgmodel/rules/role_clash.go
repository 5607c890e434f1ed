package rules

import (
	"cmp"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// clash looks for people who hold both roles of a pair.
type clash struct {
	IncompatibleRoles
	p      *orgmodel.Pass
	of     map[orgmodel.Ref][]int           // by role: the sides of pairs it stands on, 2i and 2i+1 for pair i
	by     map[orgmodel.Ref][]orgmodel.Edge // what holders found
	held   *heldRoles
	guises *guises
	told   map[toldClash]bool
}

type toldClash struct {
	who orgmodel.Ref
	key string
}

// heldRole is a role as somebody holds it.
type heldRole struct {
	orgmodel.Edge                   // has-role
	by            orgmodel.Edge     // holds, where it is by a post
	at            orgmodel.Interval // while both last
}

// gather gives whoever holds a role of a pair, by first line, with the roles.
func (c *clash) gather() (people []orgmodel.Ref, roles map[orgmodel.Ref][]heldRole) {
	p := c.p
	c.of, roles = map[orgmodel.Ref][]int{}, map[orgmodel.Ref][]heldRole{}
	for i, pair := range c.Pairs {
		for side, id := range []orgmodel.ID{pair.A, pair.B} {
			for role := range rolesNamed(p, []orgmodel.ID{id}) {
				c.of[role] = append(c.of[role], 2*i+side)
			}
		}
	}
	add := func(who orgmodel.Ref, h heldRole) {
		if h.at.Empty() {
			return
		}
		if roles[who] == nil {
			people = append(people, who)
		}
		roles[who] = append(roles[who], h)
	}
	n := 0
	for e := range p.Edges(orgmodel.HasRole) {
		if n++; n&4095 == 0 && p.Stopped() {
			return nil, nil
		}
		if c.of[e.To] == nil || !p.LiveLine(e) || !p.Live(e.From) || gone(p, e.From) || p.Occupancy(e.From) == orgmodel.Vacant {
			continue
		}
		if scope := p.Scope(e); scope != orgmodel.None && p.Declared(scope) && !p.Live(scope) {
			continue // closed work
		}
		by := c.holders(e.From)
		if len(by) == 0 {
			add(e.From, heldRole{Edge: e, at: p.Lasting(e)})
		}
		for _, h := range by {
			add(h.From, heldRole{e, h, p.Lasting(e).Intersect(p.Lasting(h))})
		}
	}
	return people, roles
}

// holders are the lines by which those who have not left hold a post; none of a crowd, for whom the post
// itself stands.
func (c *clash) holders(post orgmodel.Ref) []orgmodel.Edge {
	if c.p.Kind(post) != orgmodel.Post {
		return nil
	}
	if by, known := c.by[post]; known {
		return by
	}
	var by []orgmodel.Edge
	for h := range c.p.Holders(post) {
		if !gone(c.p, h.From) {
			by = append(by, h)
		}
		if len(by) > crowd {
			by = nil
			break
		}
	}
	c.by[post] = by
	return by
}

// twofold says that a single role is both of a pair.
func (c *clash) twofold(held []heldRole) bool {
	for _, h := range held {
		for _, side := range c.of[h.To] {
			if slices.Contains(c.of[h.To], side^1) {
				return true
			}
		}
	}
	return false
}

// sort puts what one holds in order: by scope, role, where it is written, and time.
func (c *clash) sort(held []heldRole) {
	p, order := c.p, byID(c.p)
	slices.SortFunc(held, func(a, b heldRole) int {
		if s, t := p.Scope(a.Edge), p.Scope(b.Edge); s != t {
			return order(s, t)
		}
		return cmp.Or(order(a.To, b.To), order(a.Edge.From, b.Edge.From), strings.Compare(a.at.String(), b.at.String()),
			strings.Compare(p.LineAttrs(a.Edge).Get(Control), p.LineAttrs(b.Edge).Get(Control)))
	})
}

// look compares what one holds, in scopes that may count as one; of a crowd on either side of a pair the
// first.
func (c *clash) look(who orgmodel.Ref, held []heldRole) {
	for i, pair := range c.Pairs {
		as := c.side(held, 2*i)
		if len(as) == 0 {
			continue
		}
		bs := c.side(held, 2*i+1)
		for _, a := range as {
			for _, b := range bs {
				if c.Scope.join(c.p.Scope(a.Edge), c.p.Scope(b.Edge)) && !a.at.Intersect(b.at).Empty() {
					c.report(who, pair, a, b)
				}
			}
		}
	}
}

// side are the roles that stand on one side of a pair.
func (c *clash) side(held []heldRole, side int) []heldRole {
	var on []heldRole
	for _, h := range held {
		if len(on) < crowd && slices.Contains(c.of[h.To], side) {
			on = append(on, h)
		}
	}
	return on
}

// path is how somebody holds two roles: the posts, where they hold one by a post, and the roles.
func (c *clash) path(who orgmodel.Ref, held ...heldRole) []orgmodel.Edge {
	var lines []orgmodel.Edge
	for _, h := range held {
		if h.by.Rel == orgmodel.Holds && h.Edge.From != who && !slices.Contains(lines, h.by) {
			lines = append(lines, h.by)
		}
		if !slices.Contains(lines, h.Edge) {
			lines = append(lines, h.Edge)
		}
	}
	return lines
}

// control is what is said to compensate for both roles; empty where nothing is.
func (c *clash) control(who orgmodel.Ref, lines []orgmodel.Edge) string {
	p := c.p
	said := []string{c.Controls[p.ID(who)], p.Attrs(who).Get(Control)}
	for _, e := range lines {
		said = append(said, c.Controls[p.ID(e.From)], p.Attrs(e.From).Get(Control), p.LineAttrs(e).Get(Control))
	}
	for _, s := range said {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}
