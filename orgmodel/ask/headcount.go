package ask

import (
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Headcount answers how many there are at r and below: posts, groups, people and full-time
// equivalents, which differ. Of a unit, a PMO, a board, a portfolio, a programme or a project it
// counts the seats that are part of it, directly or through others, each once. The reasons say
// what each counts.
func (q Asker) Headcount(r orgmodel.Ref) Answer {
	a := q.about("headcount", r)
	switch q.Org.Kind(r) {
	case orgmodel.Unit, orgmodel.PMO, orgmodel.Board, orgmodel.Portfolio, orgmodel.Programme, orgmodel.Project:
		return a.membersCount(r)
	}
	seat := a.seat(r)
	if a.noSeat(seat) {
		return a.none(a.who(r) + " has no headcount.")
	}
	return a.done("At and below " + a.who(r) + " are " + a.counted(q.Org.Headcount(seat)) + ".")
}

// membersCount counts what is part of something that is no seat.
func (a *answer) membersCount(r orgmodel.Ref) Answer {
	o := a.o
	h := o.HeadcountOf(func(yield func(orgmodel.Ref) bool) {
		for m := range o.Members(r) {
			if !yield(m) {
				return
			}
		}
	})
	a.because(Counted, "Counted are the seats that are part of "+a.called(r)+", directly or through what is part of it, each once; not who reports to them.")
	for e := range o.In(r, orgmodel.WorksOn) {
		if o.LiveLine(e) {
			a.because(NotCounted, "Who works on it without being part of it is not counted: ask for its members.")
			break
		}
	}
	return a.done(a.called(r) + " has " + a.counted(h) + ".")
}

// counted is a headcount in words; it sets the counts and says how each is counted.
func (a *answer) counted(h orgmodel.Headcount) string {
	a.Counts = Counts{{"posts", float64(h.Posts)}, {"groups", float64(h.Groups)}, {"people", float64(h.People)}, {"fte", h.FTE}}
	a.because(Counted, "Posts are live seats, vacant ones too; a person without a post is one.")
	if h.Groups > 0 {
		a.because(Counted, "A group is one record for several posts; it counts towards FTE alone.")
	}
	a.because(Counted, "People are live holders, each once a post held; a filled seat that names nobody counts one.")
	a.because(Counted, "FTE is what the holding states, else the person, else 1; a seat that names nobody has its own, else 1.")
	groups := ""
	if h.Groups > 0 {
		groups = wording.Count(h.Groups, "group") + ", "
	}
	people := strconv.Itoa(h.People) + " people"
	if h.People == 1 {
		people = "1 person"
	}
	return wording.Count(h.Posts, "post") + ", " + groups + people + " and " + strconv.FormatFloat(h.FTE, 'f', -1, 64) + " FTE"
}
