package ask

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// RoleHolders answers who holds a role, or one that is-a that role: everywhere with a scope of
// None, else in that scope alone. There is an item an assignment, with the role held and its
// scope, whose Distance counts is-a lines from the role held to the one asked for. A role held
// without a scope, or in another, answers no question about a scope: that is a reason.
// Whoever has ended on the day is a reason too, and no item.
func (q Asker) RoleHolders(role, scope orgmodel.Ref) Answer {
	a := q.about("holders", role)
	if scope != orgmodel.None {
		a.Subjects = append(a.Subjects, a.record(scope))
		a.oddity(scope)
	}
	o := q.Org
	for e := range o.RoleHolders(role, scope) {
		a.assignment(e, role)
	}
	in := a.in(scope)
	if scope != orgmodel.None {
		a.elsewhere(role, scope)
	}
	if a.Total == 0 {
		if o.Declared(role) && o.Kind(role) != orgmodel.Role {
			a.because(NoSeat, a.called(role)+" is "+kindOf(o, role)+", and no role.")
		}
		return a.done("Nobody holds the role " + a.called(role) + in + ".")
	}
	if a.Total == 1 {
		return a.done(a.who(a.Items[0].Ref) + " holds the role " + a.called(role) + in + ".")
	}
	return a.done(wording.Count(a.Total, "assignment") + " to the role " + a.called(role) + in + ".")
}

// in is a scope within a sentence.
func (a *answer) in(scope orgmodel.Ref) string {
	if scope == orgmodel.None {
		return ""
	}
	return " in " + a.called(scope)
}

// assignment lists who has a role by a line; what is None where any role will do.
func (a *answer) assignment(e orgmodel.Edge, what orgmodel.Ref) {
	o := a.o
	if !o.Live(e.From) {
		why := "is declared nowhere"
		if o.Declared(e.From) {
			why = a.over(e.From)
		}
		if len(a.Why) >= maxReasons {
			a.more++
			return
		}
		a.becauseOf(NotCounted, a.called(e.From)+" has the role "+a.called(e.To)+" by the line, but "+why+".", e)
		return
	}
	if a.full() {
		a.Total++
		return
	}
	steps := 0
	if what != orgmodel.None && e.To != what {
		for r, d := range o.Up(e.To, orgmodel.IsA) {
			if r == what {
				steps = d
			}
		}
	}
	it := a.itemBy(e.From, steps, e)
	it.Role = o.ID(e.To)
	it.Scope = o.ID(o.Scope(e))
	if steps > 0 {
		it.because(Reason{Code: ThroughRole, Text: "By the role " + a.called(e.To) + ", which is-a " + a.called(what) + "."})
	}
	if assumption(o, e) != "" {
		it.because(a.assumed(e))
	}
	if o.Scope(e) != orgmodel.None && !o.Live(o.Scope(e)) {
		if code, why := a.trouble(o.Scope(e)); code != "" {
			it.because(Reason{Code: code, Text: why + "."})
		}
	}
	if code, why := a.trouble(e.From); code != "" {
		it.because(Reason{Code: code, Text: why + "."})
	}
}

// elsewhere names the first of those who hold a role, but not in the scope asked about.
func (a *answer) elsewhere(role, scope orgmodel.Ref) {
	said := 0
	for e := range a.o.RoleHolders(role, orgmodel.None) {
		s := a.o.Scope(e)
		if s == scope || !a.o.Live(e.From) {
			continue
		}
		if said++; said > named {
			a.because(More, "Others hold it without this scope.")
			return
		}
		a.outside(e, scope)
	}
}

// outside says why a role that somebody has does not answer for a scope.
func (a *answer) outside(e orgmodel.Edge, scope orgmodel.Ref) {
	who := a.called(e.From) + " has the role " + a.called(e.To)
	if s := a.o.Scope(e); s != orgmodel.None {
		a.becauseOf(OtherScope, who+" in "+a.called(s)+", not"+a.in(scope)+".", e)
		return
	}
	a.becauseOf(NoScope, who+" without a scope, which does not make it so"+a.in(scope)+".", e)
}
