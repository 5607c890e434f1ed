package ask

import (
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Codes of reasons about remits.
const (
	ThroughReports Code = "through-reports" // a charge of somebody below
	NoRole         Code = "no-role"         // the subject is no role
)

// ScopeOf answers what is in somebody's remit: what they own, and where they have a role (a unit, a
// project, a service), at a Distance of 1; then what is part of it, a line more for each whole
// between. Of a post its own lines and those of its holders count, of a person those of the posts
// they hold too, of a role those of whoever has it. What those below are in charge of is a reason
// and no item: it is theirs. Counts are remit and one count a kind.
//
// A role without a scope puts nothing into a remit.
func (q Asker) ScopeOf(r orgmodel.Ref) Answer {
	a := q.about("scope", r)
	m := a.remit(r)
	n, order := map[orgmodel.Kind]int{}, []orgmodel.Kind{}
	for _, t := range m.things {
		k := a.o.Kind(t.at)
		if n[k]++; n[k] == 1 {
			order = append(order, k)
		}
		it := a.itemBy(t.at, t.far, t.line)
		if it == nil {
			continue
		}
		if t.line.Rel == orgmodel.HasRole {
			it.Role, it.Scope = a.o.ID(t.line.To), a.o.ID(t.at)
		}
		if code, why := a.trouble(t.at); code != "" && code != IsVacant {
			it.because(Reason{Code: code, Text: why + "."})
		}
	}
	if m.everywhere > 0 {
		a.because(NoScope, "There "+are(m.everywhere, "role")+" without a scope, which puts nothing into a remit.")
	}
	a.below(r, m)
	if a.Total == 0 {
		return a.none("Nothing is written down as the remit of " + a.who(r) + ".")
	}
	a.Counts = Counts{{"remit", float64(a.Total)}}
	var parts []string
	for _, k := range order {
		a.Counts = append(a.Counts, Count{Name: kindName(k), N: float64(n[k])})
		if len(parts) < named {
			parts = append(parts, plural(n[k], k))
		}
	}
	return a.done("The remit of " + a.who(r) + " is " + wording.Series(parts, len(order)) + ".")
}

// A charge is something in a remit, the line that puts it there, and how many lines that takes.
type charge struct {
	at   orgmodel.Ref
	line orgmodel.Edge
	far  int
}

// remit is what somebody is in charge of, nearest first.
type remit struct {
	things     []charge
	met        map[orgmodel.Ref]bool
	everywhere int // roles held without a scope
}

func (a *answer) remit(r orgmodel.Ref) *remit {
	o := a.o
	m := &remit{met: map[orgmodel.Ref]bool{r: true}}
	if o.Kind(r) == orgmodel.Role {
		for e := range o.RoleHolders(r, orgmodel.None) {
			m.take(o, e)
		}
	}
	for _, f := range a.faces(r) {
		for e := range o.Out(f.at, orgmodel.HasRole, orgmodel.Owns) {
			m.take(o, e)
		}
	}
	for i := 0; i < len(m.things); i++ {
		t := m.things[i]
		if !bodyKinds[o.Kind(t.at)] && !workKinds[o.Kind(t.at)] {
			continue
		}
		for e := range o.In(t.at, orgmodel.PartOf) {
			if k := o.Kind(e.From); o.LiveLine(e) && (bodyKinds[k] || workKinds[k]) && !m.met[e.From] {
				m.met[e.From] = true
				m.things = append(m.things, charge{e.From, e, t.far + 1})
			}
		}
	}
	return m
}

// take puts in what a line makes a charge.
func (m *remit) take(o *orgmodel.Org, e orgmodel.Edge) {
	thing := e.To
	if !o.LiveLine(e) {
		return
	}
	if e.Rel == orgmodel.HasRole {
		if thing = o.Scope(e); thing == orgmodel.None {
			m.everywhere++
			return
		}
	}
	if !m.met[thing] {
		m.met[thing] = true
		m.things = append(m.things, charge{thing, e, 1})
	}
}

// below says what is in the remits of those who report to a subject, directly or not, and not in
// its own.
func (a *answer) below(r orgmodel.Ref, own *remit) {
	o := a.o
	seat := o.SeatOf(r)
	if !o.IsSeat(seat) {
		return
	}
	more := remit{met: own.met}
	seats := 0
	var who []orgmodel.Ref
	for s := range o.Down(seat) {
		n := len(more.things)
		for _, f := range a.faces(s) {
			for e := range o.Out(f.at, orgmodel.HasRole, orgmodel.Owns) {
				more.take(o, e)
			}
		}
		if len(more.things) > n {
			seats++
			who = first(who, s)
		}
	}
	if len(more.things) == 0 {
		return
	}
	var things []orgmodel.Ref
	for _, t := range more.things[:min(len(more.things), named)] {
		things = append(things, t.at)
	}
	a.because(ThroughReports, "Below it"+isAre(len(more.things))+a.listOf(things, len(more.things))+", in the charge of "+a.listOf(who, seats)+".")
}

func number(n int) string { return strconv.Itoa(n) }

// wordOfKind is a kind in a sentence.
func wordOfKind(k orgmodel.Kind) string {
	switch k {
	case "":
		return "record of no kind"
	case orgmodel.PMO:
		return "PMO"
	}
	return wording.Short(string(k))
}
