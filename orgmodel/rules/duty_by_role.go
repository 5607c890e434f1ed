package rules

import (
	"cmp"
	"slices"

	"example.com/orgchart/orgmodel"
)

// A joint is somebody who holds two roles in scopes that meet: the one that has a duty, and a denied one.
type joint struct {
	who         orgmodel.Ref
	has, denied orgmodel.Edge
}

// jointKey is a role and a denial.
type jointKey struct {
	role   orgmodel.Ref
	denial int
}

// lookRole holds the line of a duty at a role against a denial: the role may be denied it itself, or some
// who hold the role may hold a denied one too.
func (c *denier) lookRole(i int, e orgmodel.Edge) {
	p := c.p
	if c.denied[i][e.From] {
		if !c.allowed[e.From] {
			c.report(i, e, e.From, nil)
		}
		return
	}
	both := c.both(i, e.From)
	if len(both) > crowd { // one cause, and the matrix has it
		c.report(i, e, e.From, []orgmodel.Edge{both[0].has, both[0].denied})
		return
	}
	for _, j := range both {
		if !meet(p.Scope(e), p.Scope(j.has)) {
			continue
		}
		if denied, is := c.holds(i, j.who, j.has.From, p.Scope(e), p.Scope(j.has)); is {
			c.report(i, e, j.who, []orgmodel.Edge{j.has, denied})
		}
	}
}

// both are those who hold a role and a denied one, by id; of a crowd more than a crowd.
func (c *denier) both(i int, role orgmodel.Ref) []joint {
	key := jointKey{role, i}
	if all, known := c.joint[key]; known {
		return all
	}
	p, order := c.p, byID(c.p)
	var all []joint
	if len(c.denied[i]) > 0 {
		c.held.each(role, func(h orgmodel.Edge) bool {
			if p.Declared(h.From) {
				for _, who := range c.guises.peopleAt(h.From) {
					if by, is := c.holds(i, who, h.From, p.Scope(h)); is {
						all = append(all, joint{who, h, by})
					}
				}
			}
			return !p.Stopped()
		})
	}
	slices.SortFunc(all, func(a, b joint) int {
		if k := order(a.who, b.who); k != 0 {
			return k
		}
		if k := order(a.has.To, b.has.To); k != 0 {
			return k
		}
		return cmp.Or(order(a.has.From, b.has.From), order(p.Scope(a.has), p.Scope(b.has)))
	})
	c.joint[key] = all
	return all
}
