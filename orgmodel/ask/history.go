package ask

import (
	"cmp"
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Codes of reasons about history.
const (
	Gap     Code = "gap"     // days on which nobody holds a post
	Overlap Code = "overlap" // days on which several do
	HadBoss Code = "boss"    // to whom it reported, reports or will report
)

// History answers who has held a post, holds it and will hold it, on any day, and to whom it
// reported: items are the holdings by the day they begin, those of no day first, then in the
// author's order. Via is the holds line; how somebody holds it that is no substantive holder, acting
// or interim, is a reason of the item. Gaps and overlaps between holdings and each boss with the
// days are reasons. Of a person it answers which posts they have held, in the same way.
//
// A holding lasts as long as its line says, within the days of the post and the person. Counts are
// holdings, gaps, overlaps and bosses; a time before the first or after the last holding is a gap
// only if the post exists on some day of it that is known: from its own first day, to its own last, or
// for ever where it has not ended.
// Whoever holds it by mode=job-share or with an fte below 1 overlaps with nobody.
func (q Asker) History(r orgmodel.Ref) Answer {
	a := q.about("history", r)
	o := q.Org
	person := o.Kind(r) == orgmodel.Person
	lines := o.In(r, orgmodel.Holds)
	if person {
		lines = o.Out(r, orgmodel.Holds)
	}
	var all []holding
	for e := range lines {
		all = append(all, holding{e, effective(o, e)})
	}
	slices.SortStableFunc(all, func(x, y holding) int { return compareDates(x.on.From, y.on.From) })
	for _, h := range all {
		who := h.line.From
		if person {
			who = h.line.To
		}
		it := a.itemBy(who, 1, h.line)
		if as := heldAs(o.LineAttrs(h.line)); as != "" {
			it.because(Reason{Code: HeldAs, Text: "As " + as + "."})
		}
		if h.on.Empty() {
			it.because(Reason{Code: NotCounted, Text: "On no day: " + a.why(h.line) + "."})
		}
	}
	gaps, overlaps := a.sweep(r, all, person)
	bosses := a.bosses(r)
	if a.Total == 0 {
		if k := o.Kind(r); o.Declared(r) && k != orgmodel.Post && k != orgmodel.Person {
			a.because(NoSeat, a.called(r)+" is "+kindOf(o, r)+", and nothing that is held.")
		}
		if person {
			return a.none(a.called(r) + " has held no post.")
		}
		return a.none("Nobody is said to have held " + a.called(r) + ".")
	}
	a.Counts = Counts{{"holdings", float64(a.Total)}, {"gaps", float64(gaps)}, {"overlaps", float64(overlaps)}, {"bosses", float64(bosses)}}
	s := a.called(r) + " has " + wording.Count(a.Total, "holding")
	if person {
		s = a.called(r) + " has " + wording.Count(a.Total, "holding") + " of posts"
	}
	return a.done(s + ", with " + wording.Count(gaps, "gap") + " and " + wording.Count(overlaps, "overlap") + ".")
}

// A holding is a holds line and the days for which it is good.
type holding struct {
	line orgmodel.Edge
	on   orgmodel.Interval
}

// effective is when a holds line can be so: its own days within those of both ends.
func effective(o *orgmodel.Org, e orgmodel.Edge) orgmodel.Interval {
	return o.LineLife(e).Intersect(o.Life(e.From)).Intersect(o.Life(e.To))
}

// why a line holds on no day.
func (a *answer) why(e orgmodel.Edge) string {
	o := a.o
	for _, r := range []orgmodel.Ref{e.From, e.To} {
		if o.LineLife(e).Intersect(o.Life(r)).Empty() && !o.LineLife(e).Empty() {
			return a.called(r) + " is there " + during(o.Life(r))
		}
	}
	return "it ends before it begins"
}

// during is an interval in a sentence.
func during(iv orgmodel.Interval) string {
	switch {
	case iv.IsZero():
		return "at any time"
	case iv.From.IsZero() || iv.Until.IsZero():
		return iv.String()
	}
	return "from " + iv.From.String() + " until " + iv.Until.String()
}

// compareDates orders days of beginning; an unset one comes first.
func compareDates(d, e orgmodel.Date) int {
	switch {
	case d == e:
		return 0
	case d.IsZero() || !e.IsZero() && d.Before(e):
		return -1
	}
	return 1
}

// sweep goes over holdings in the order in which they begin and says where nobody holds and where
// several do. What begins before the earlier one that ends last has ended overlaps with it.
func (a *answer) sweep(r orgmodel.Ref, all []holding, person bool) (gaps, overlaps int) {
	o := a.o
	all = slices.DeleteFunc(slices.Clone(all), func(h holding) bool { return h.on.Empty() })
	if len(all) == 0 {
		return 0, 0
	}
	nobody := "Nobody holds " + a.called(r)
	if person {
		nobody = a.called(r) + " holds no post"
	}
	gap := func(iv orgmodel.Interval) {
		gaps++
		when := during(iv)
		if today := o.AsOf(); iv.Until.IsZero() && !today.IsZero() && today.Before(iv.From) {
			when = "from " + iv.From.String() + " on" // since is for what is so already
		}
		a.because(Gap, nobody+" "+when+days(iv)+".")
	}
	if from := o.Life(r).From; !from.IsZero() && from.Before(all[0].on.From) {
		gap(orgmodel.Interval{From: from, Until: all[0].on.From})
	}
	last := all[0] // of those so far the one that ends last
	for _, h := range all[1:] {
		if end := last.on.Until; !end.IsZero() && end.Before(h.on.From) {
			gap(orgmodel.Interval{From: end, Until: h.on.From})
		}
		last = later(last, h)
	}
	if end, life := last.on.Until, o.Life(r).Until; !end.IsZero() && (life.IsZero() && !a.endedByState(r) || end.Before(life)) {
		gap(orgmodel.Interval{From: end, Until: life})
	}
	return gaps, a.overlaps(slices.DeleteFunc(all, func(h holding) bool { return a.shares(h.line) }), person)
}

// endedByState says that a record has ended, on a day that nobody states.
func (a *answer) endedByState(r orgmodel.Ref) bool {
	return a.o.Declared(r) && !a.o.Live(r) && a.o.Life(r).Holds(a.o.AsOf())
}

// overlaps says which of some holdings begin before an earlier one has ended, and counts them.
func (a *answer) overlaps(all []holding, person bool) (n int) {
	var last holding
	for i, h := range all {
		if i == 0 {
			last = h
			continue
		}
		if both := last.on.Intersect(h.on); !both.Empty() {
			n++
			a.because(Overlap, a.twoHold(last.line, h.line, person)+" "+during(both)+days(both)+".")
		}
		last = later(last, h)
	}
	return n
}

// later is the holding that ends last.
func later(h, k holding) holding {
	if end := h.on.Until; !end.IsZero() && (k.on.Until.IsZero() || end.Before(k.on.Until)) {
		return k
	}
	return h
}

// twoHold names two holdings of one post, or of one person.
func (a *answer) twoHold(x, y orgmodel.Edge, person bool) string {
	switch {
	case person && x.To != y.To:
		return a.called(x.To) + " and " + a.called(y.To) + " are held at once"
	case !person && x.From != y.From:
		return a.called(x.From) + " and " + a.called(y.From) + " both hold it"
	}
	return a.called(x.From) + " holds " + a.called(x.To) + " by two lines"
}

// shares says that a holding is meant for a part of the time.
func (a *answer) shares(e orgmodel.Edge) bool {
	attrs := a.o.LineAttrs(e)
	return part(attrs.Get(orgmodel.FTE)) || attrs.Get(orgmodel.Mode) == "job-share"
}

// days is how long an interval lasts, where it has both ends.
func days(iv orgmodel.Interval) string {
	if iv.From.IsZero() || iv.Until.IsZero() {
		return ""
	}
	return " (" + wording.Count(iv.From.DaysUntil(iv.Until), "day") + ")"
}

// bosses says to whom a seat's solid lines lead, whatever their day, and counts the bosses.
func (a *answer) bosses(r orgmodel.Ref) int {
	var all []holding
	met := map[orgmodel.Ref]bool{}
	for e := range a.o.Out(r, orgmodel.ReportsTo) {
		all = append(all, holding{e, a.o.Lasting(e)})
		met[e.To] = true
	}
	slices.SortStableFunc(all, func(x, y holding) int {
		return cmp.Or(compareDates(x.on.From, y.on.From), cmp.Compare(x.line.Number(), y.line.Number()))
	})
	for _, h := range all {
		a.becauseOf(HadBoss, a.says(h.line)+".", h.line)
	}
	return len(met)
}

// part says that a share of time is a number below one.
func part(fte string) bool {
	n, err := strconv.ParseFloat(fte, 64)
	return err == nil && n >= 0 && n < 1
}
