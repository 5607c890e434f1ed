package ask

import (
	"cmp"
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Apart is the code of what only one of two roles has.
const Apart Code = "apart"

// RoleOverlap answers what two roles share: who has both, which duties are written at both, and in
// which scopes both are held. Items are these, holders first, then duties, then scopes, each in the
// author's order; Via is the line of the first role, and a reason has that of the second. What only
// one of them has is a reason of the whole, Apart. Counts are holders, duties and scopes shared; of
// two roles that share nothing they are 0, which is an answer.
//
// A role has the holders of every role that is-a it, and the duties of every role that it is-a. A
// holder is a person, or a post that nobody is known to hold. Ended holders do not count.
func (q Asker) RoleOverlap(one, other orgmodel.Ref) Answer {
	a := q.about("overlap", one, other)
	o := q.Org
	for _, r := range []orgmodel.Ref{one, other} {
		if k := o.Kind(r); !(k == orgmodel.Role || r != orgmodel.None && !o.Declared(r) && k == "") {
			a.because(NoRole, a.called(r)+" is "+kindOf(o, r)+", and no role.")
			return a.none(a.called(one) + " and " + a.called(other) + " are not both roles.")
		}
	}
	if one == other {
		a.because(NoRole, "They are one role.")
	}
	a.kinship(one, other)
	x, y := a.bundle(one), a.bundle(other)
	var told []string
	for i, of := range [][2]string{{"holder", "holders"}, {"duty", "duties"}, {"scope", "scopes"}} {
		n := a.shared(x[i], y[i])
		a.Counts = append(a.Counts, Count{Name: of[1], N: float64(n)})
		switch n {
		case 0:
			told = append(told, "no "+of[0])
		case 1:
			told = append(told, "1 "+of[0])
		default:
			told = append(told, number(n)+" "+of[1])
		}
		a.alone(one, x[i], y[i], of[1])
		a.alone(other, y[i], x[i], of[1])
	}
	return a.done(a.called(one) + " and " + a.called(other) + " share " + wording.Series(told, len(told)) + ".")
}

// kinship says that one role is-a the other.
func (a *answer) kinship(one, other orgmodel.Ref) {
	for _, p := range [][2]orgmodel.Ref{{one, other}, {other, one}} {
		if p[0] != p[1] && a.o.IsA(p[0], p[1]) {
			a.because(ThroughRole, a.called(p[0])+" is-a "+a.called(p[1])+": whoever has the first has the second.")
		}
	}
}

// bundle are the holders, duties and scopes of a role, each with the first line that gives it.
func (a *answer) bundle(role orgmodel.Ref) (has [3]map[orgmodel.Ref]orgmodel.Edge) {
	o := a.o
	for i := range has {
		has[i] = map[orgmodel.Ref]orgmodel.Edge{}
	}
	put := func(i int, r orgmodel.Ref, e orgmodel.Edge) {
		if _, met := has[i][r]; !met && r != orgmodel.None {
			has[i][r] = e
		}
	}
	met := map[orgmodel.Ref]bool{}
	for e := range o.RoleHolders(role, orgmodel.None) {
		if !o.Live(e.From) {
			continue
		}
		put(2, o.Scope(e), e)
		if met[e.From] {
			continue
		}
		met[e.From] = true
		n := 0
		for h := range holdersOf(o, e.From) {
			put(0, h.From, e)
			n++
		}
		if n == 0 {
			put(0, e.From, e)
		}
	}
	duties := func(r orgmodel.Ref) {
		for e := range o.Out(r, orgmodel.ResponsibleFor, orgmodel.AccountableFor, orgmodel.ConsultedOn, orgmodel.InformedOf) {
			if o.LiveLine(e) {
				put(1, e.To, e)
			}
		}
	}
	duties(role)
	for r := range o.Up(role, orgmodel.IsA) {
		duties(r)
	}
	return has
}

// shared lists what two roles both have.
func (a *answer) shared(x, y map[orgmodel.Ref]orgmodel.Edge) (n int) {
	for _, r := range a.ordered(x) {
		second, both := y[r]
		if !both {
			continue
		}
		n++
		if it := a.itemBy(r, 0, x[r]); it != nil {
			it.because(Reason{Code: ByLine, Text: a.says(second) + ".", Line: a.line(second)})
		}
	}
	return n
}

// ordered are the records of a bundle in the author's order, those that nobody declares last.
func (a *answer) ordered(x map[orgmodel.Ref]orgmodel.Edge) []orgmodel.Ref {
	all := make([]orgmodel.Ref, 0, len(x))
	for r := range x {
		all = append(all, r)
	}
	slices.SortFunc(all, func(r, s orgmodel.Ref) int { return cmp.Compare(r, s) })
	return all
}

// alone says what the first role has and the second has not.
func (a *answer) alone(role orgmodel.Ref, x, y map[orgmodel.Ref]orgmodel.Edge, what string) {
	var only []orgmodel.Ref
	n := 0
	for _, r := range a.ordered(x) {
		if _, both := y[r]; !both {
			n++
			only = first(only, r)
		}
	}
	if n > 0 {
		a.because(Apart, "The "+what+" of "+a.called(role)+" alone: "+a.listOf(only, n)+".")
	}
}
