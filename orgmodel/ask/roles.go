package ask

import (
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Roles answers which roles a person or a post has: their own, those of the persons who hold the
// post, those of the posts that the person holds, and every role that one of these is-a. With a
// scope only those held in it count; others are a reason. An item's Distance counts is-a lines
// from the role held, and Via is the line that gives it.
func (q Asker) Roles(r, scope orgmodel.Ref) Answer {
	a := q.about("roles", r)
	if scope != orgmodel.None {
		a.Subjects = append(a.Subjects, a.record(scope))
		a.oddity(scope)
	}
	o := q.Org
	held := 0
	take := func(e orgmodel.Edge, code Code, through string) {
		if scope != orgmodel.None && o.Scope(e) != scope {
			a.outside(e, scope)
			return
		}
		held++
		a.role(e, code, through)
	}
	for e := range o.Roles(r) {
		if e.From == r {
			take(e, "", "")
		} else {
			take(e, ThroughPerson, "By "+a.called(e.From)+", who holds the post.")
		}
	}
	if o.Kind(r) == orgmodel.Person {
		for _, post := range a.posts(r) {
			for e := range o.Out(post, orgmodel.HasRole) {
				if o.LiveLine(e) {
					take(e, ThroughPost, "By the post "+a.called(post)+".")
				}
			}
		}
	}
	if a.Total == 0 {
		return a.done(a.who(r) + " has no role" + a.in(scope) + ".")
	}
	also := ""
	if n := a.Total - held; n > 0 {
		also = ", and " + strconv.Itoa(n) + " more through is-a"
	}
	return a.done(a.who(r) + " has " + wording.Count(held, "role") + a.in(scope) + also + ".")
}

// role lists a role that a line gives, and what it is-a.
func (a *answer) role(e orgmodel.Edge, code Code, through string) {
	o := a.o
	put := func(role orgmodel.Ref, d int, via orgmodel.Edge) *Item {
		it := a.itemBy(role, d, via)
		if it != nil {
			it.Role, it.Scope = o.ID(role), o.ID(o.Scope(e))
		}
		return it
	}
	it := put(e.To, 0, e)
	if code != "" {
		it.because(Reason{Code: code, Text: through})
	}
	if assumption(o, e) != "" {
		it.because(a.assumed(e))
	}
	far := map[orgmodel.Ref]int{e.To: 0}
	for role, d := range o.Up(e.To, orgmodel.IsA) {
		far[role] = d
		for up := range o.In(role, orgmodel.IsA) {
			if from, met := far[up.From]; met && from == d-1 && o.LiveLine(up) {
				put(role, d, up).because(Reason{Code: ThroughRole, Text: "Through the role " + a.called(e.To) + "."})
				break
			}
		}
	}
}

// RolesIn answers who has which role in a scope, a project or a programme: an item an
// assignment, in the author's order, with its role. Roles held without a scope do not count, nor
// do those held in what the scope is part of. Who sponsors, directs, oversees or supports it, and
// what else is said of somebody in it, is a reason.
func (q Asker) RolesIn(scope orgmodel.Ref) Answer {
	a := q.about("roles", scope)
	o := q.Org
	for e := range o.InScope(scope, orgmodel.HasRole) {
		if o.LiveLine(e) {
			a.assignment(e, orgmodel.None)
		}
	}
	a.otherLines(scope)
	for e := range o.InScope(scope) {
		if e.Rel != orgmodel.HasRole && o.LiveLine(e) {
			a.byLine(e)
		}
	}
	if a.Total == 0 {
		a.because(NoScope, "Only a role held in "+a.called(scope)+" counts, not one held without a scope.")
		return a.done("Nobody has a role in " + a.called(scope) + ".")
	}
	return a.done("In " + a.called(scope) + " there " + are(a.Total, "assignment") + " to a role.")
}
