package ask

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Loop answers whether r is above itself, with the shortest loop through it. Every solid line
// counts, not only those that shape the tree. The items are the seats on the way round, r's own
// last; Via leads to an item from the one before it. A line from a seat to itself is a loop of
// one.
func (q Asker) Loop(r orgmodel.Ref) Answer {
	a := q.about("loop", r)
	seat := a.seat(r)
	if seat == orgmodel.None {
		return a.done("There is no such record.")
	}
	o := q.Org
	if e, ok := a.selfLine(seat); ok {
		a.itemBy(seat, 1, e)
		return a.done(a.who(r) + " reports to itself.")
	}
	loop := o.SeatPath(seat, seat, nil)
	if loop == nil {
		if !a.noSeat(seat) {
			a.apart(seat)
		}
		return a.done(a.who(r) + " is in no loop.")
	}
	for i, e := range loop {
		a.itemBy(o.SeatOf(e.To), i+1, e)
	}
	if a.together(loop).Empty() {
		a.because(NoSingleDay, "The lines of this loop never hold together on one day.")
	}
	return a.done(a.who(r) + " is in a loop of " + wording.Count(len(loop), "seat") + ": " + a.round(loop) + ".")
}

// selfLine is a live solid line from a seat to itself.
func (a *answer) selfLine(seat orgmodel.Ref) (orgmodel.Edge, bool) {
	for _, e := range a.o.SeatLines(seat, orgmodel.ReportsTo) {
		if a.o.SeatOf(e.To) == seat && a.o.MaySit(seat) {
			return e, true
		}
	}
	return orgmodel.Edge{}, false
}

// together are the days on which all lines of a loop hold.
func (a *answer) together(loop []orgmodel.Edge) (all orgmodel.Interval) {
	for _, e := range loop {
		all = all.Intersect(a.o.Lasting(e))
	}
	return all
}

// round reads a loop to people: a → b → a, the first few seats.
func (a *answer) round(loop []orgmodel.Edge) string {
	var b strings.Builder
	for i, e := range loop {
		if i == 2*named {
			b.WriteString("… → ")
			break
		}
		b.WriteString(wording.Word(a.o.ID(a.o.SeatOf(e.From))) + " → ")
	}
	return b.String() + wording.Word(a.o.ID(a.o.SeatOf(loop[0].From)))
}

// Loops answers all loops of bosses, one item a group of seats that are all above each other: the
// member with the smallest id, with the shortest loop through it as its reasons and its length as
// Distance. Lines from a seat to itself come last. Counts are loops, and seats in them.
func (q Asker) Loops() Answer {
	a := q.about("loops")
	o := q.Org
	seats := 0
	for _, knot := range o.SeatKnots() {
		seats += len(knot)
		if a.full() {
			a.Total++
			continue
		}
		a.knot(knot)
	}
	for e := range o.Edges(orgmodel.ReportsTo) {
		s := o.SeatOf(e.From)
		if o.LiveLine(e) && s == o.SeatOf(e.To) && o.MaySit(s) {
			seats++
			a.itemBy(s, 1, e)
		}
	}
	if a.Total == 0 {
		return a.done("There are no loops: nobody is above themselves.")
	}
	a.Counts = Counts{{"loops", float64(a.Total)}, {"seats", float64(seats)}}
	return a.done("There " + are(a.Total, "loop") + " of bosses, with " + wording.Count(seats, "seat") + " in them.")
}

// knot lists a group of seats that are all above each other.
func (a *answer) knot(knot []orgmodel.Ref) {
	o := a.o
	one := slices.MinFunc(knot, func(r, s orgmodel.Ref) int { return strings.Compare(string(o.ID(r)), string(o.ID(s))) })
	loop := o.SeatPath(one, one, func(r orgmodel.Ref) bool { _, in := slices.BinarySearch(knot, r); return in })
	it := a.itemBy(one, len(loop), loop[0])
	it.because(Reason{Code: InLoop, Text: a.round(loop) + "."})
	for _, e := range loop[:min(len(loop), maxReasons)] {
		it.because(Reason{Code: ByLine, Text: a.says(e) + ".", Line: a.line(e)})
	}
	if len(knot) > len(loop) {
		it.because(Reason{Code: More, Text: wording.Count(len(knot), "seat") + " in all are tied together by such loops."})
	}
	if a.together(loop).Empty() {
		it.because(Reason{Code: NoSingleDay, Text: "The lines of this loop never hold together on one day."})
	}
}
