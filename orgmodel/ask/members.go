package ask

import (
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Members answers what is part of a unit, a PMO, a programme or a project, or works on it:
// directly, and through others down to a depth, without end where it is 0; nearest first. A
// person whose post is a member is not listed beside it. Being a member implies no reporting line:
// who reports to no other member is a reason. An item's Distance counts the lines to r, and its Via
// leads to what is one nearer. Counts are those of the whole answer: members, and one count a kind.
func (q Asker) Members(r orgmodel.Ref, depth int) Answer {
	a := q.about("members", r)
	o := q.Org
	far := map[orgmodel.Ref]int{r: 0}
	var all []orgmodel.Ref
	for m, d := range o.Down(r, orgmodel.PartOf, orgmodel.WorksOn) {
		if depth > 0 && d > depth {
			break
		}
		far[m] = d
		all = append(all, m)
	}
	kinds, at := Counts{}, map[orgmodel.Kind]int{}
	ended := 0
	for _, m := range all {
		if s := o.SeatOf(m); s != m {
			if _, both := far[s]; both {
				continue
			}
		}
		k := o.Kind(m)
		i, met := at[k]
		if !met {
			i, at[k] = len(kinds), len(kinds)
			kinds = append(kinds, Count{Name: kindName(k)})
		}
		kinds[i].N++
		if !o.Live(m) {
			ended++
		}
		a.member(m, far)
	}
	n := 0
	for e := range o.InScope(r, orgmodel.HasRole) {
		if o.LiveLine(e) {
			n++
		}
	}
	if n > 0 {
		a.because(NotCounted, "There "+are(n, "assignment")+" to a role in "+a.called(r)+", which alone makes no member: ask about its roles.")
	}
	a.linesOf(all, far)
	if a.Total == 0 {
		a.because(NotCounted, "Nothing is part of it or works on it on this day.")
		return a.done(a.called(r) + " has no members.")
	}
	a.Counts = append(Counts{{"members", float64(a.Total)}}, kinds...)
	but := ""
	if ended > 0 {
		but = ", of them " + strconv.Itoa(ended) + " ended or not begun"
	}
	return a.done(a.called(r) + " has " + wording.Count(a.Total, "member") + but + ".")
}

// NoLine is the code of members that report to nobody who is a member.
const NoLine Code = "no-line"

// linesOf says that being a member makes no reporting line, and who reports elsewhere.
func (a *answer) linesOf(all []orgmodel.Ref, far map[orgmodel.Ref]int) {
	o := a.o
	var away []orgmodel.Ref
	seats, n := 0, 0
	for _, m := range all {
		if !o.IsSeat(m) || !o.Live(m) {
			continue
		}
		seats++
		if _, in := far[o.Boss(m)]; !in {
			n++
			away = first(away, m)
		}
	}
	if seats > 0 {
		who := "of " + wording.Count(seats, "seat") + " here all report to a member."
		if n > 0 {
			who = "of " + wording.Count(seats, "seat") + " here " + number(n) + reportElsewhere(n) + a.listOf(away, n) + "."
		}
		a.because(NoLine, "Being a member makes no reporting line: "+who)
	}
}

func reportElsewhere(n int) string {
	if n == 1 {
		return " reports to no member: "
	}
	return " report to no member: "
}

// kindName is a kind as the name of a count that no other count has.
func kindName(k orgmodel.Kind) string {
	if k == "" || k == "members" || k == "remit" {
		return "kind:" + string(k)
	}
	return string(k)
}

// member lists a member with the line that leads to what is nearer.
func (a *answer) member(m orgmodel.Ref, far map[orgmodel.Ref]int) {
	if a.full() {
		a.Total++
		return
	}
	o := a.o
	for e := range o.Out(m, orgmodel.PartOf, orgmodel.WorksOn) {
		if d, met := far[e.To]; met && d == far[m]-1 && o.LiveLine(e) {
			it := a.itemBy(m, far[m], e)
			if code, why := a.trouble(m); code != "" && code != IsVacant {
				it.because(Reason{Code: code, Text: why + "."})
			}
			return
		}
	}
}
