package analysis

import (
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Answer is the report in words and figures. The Asker's organisation is the one it was made of.
func (r *ChokepointReport) Answer(q ask.Asker) ask.Answer {
	o := q.Org
	a := q.Begin("chokepoints")
	large := 0
	for _, w := range r.Ways.Of {
		if w.TooLarge && !w.Deputy {
			large++
		}
	}
	a.Counts = ask.Counts{
		count("seats", r.Seats), count("under-a-top", r.Ways.Seats), count("needed", len(r.Ways.Of)), count("chokepoints", large),
		count("threshold", r.Ways.Need), count("pivots", r.Pivots),
	}
	a.Sentence = r.sentence(o)
	if r.Ways.Seats > 0 {
		why(&a, ask.Counted, "Cut off are the seats whose every way to the top passes a seat; "+strconv.Itoa(r.Ways.Need)+" of "+
			wording.Count(r.Ways.Seats, "seat")+" make a chokepoint, as in the rule of that name, unless a deputy or a second holder can stand in.")
	} else {
		why(&a, ask.NotCounted, "There is no live top, and so no way up to be on.")
	}
	switch {
	case r.Pivots < r.Seats:
		why(&a, ask.Counted, "Between is an estimate: the shortest ways that begin at "+strconv.Itoa(r.Pivots)+" of "+strconv.Itoa(r.Seats)+" seats, drawn the same way every time. Seats that differ by little may stand in another order than they should.")
	case r.Seats > 0:
		why(&a, ask.Counted, "Between is exact: the part of all pairs of other seats whose shortest way passes here, by reporting lines in either direction.")
	}
	if n := r.Seats - r.Ways.Seats; n > 0 && r.Ways.Seats > 0 {
		why(&a, ask.NotCounted, wording.Count(n, "seat")+isAre(n)+" under no top, and cut off by nobody.")
	}
	if len(r.Needs) > 0 {
		a.Breakdowns = append(a.Breakdowns, q.Breakdown("needed", "Without whom others are cut off from the top, of "+wording.Count(r.Ways.Seats, "seat"), []string{"cut off", "chokepoint", "deputy", "next above", "between"},
			rowsOf(r.Needs, func(c Choke) ask.Row {
				next := ask.Cell("")
				if c.Next != orgmodel.None {
					next = ask.Cell(wording.Word(o.ID(c.Next)))
				}
				return about(o, c.Seat, number(c.Below), yes(c.TooLarge && !c.Deputy), yes(c.Deputy), next, number(int(c.Between)))
			})))
	}
	if len(r.Brokers) > 0 {
		a.Breakdowns = append(a.Breakdowns, q.Breakdown("between", "Through whom the shortest ways between others go, as a part of all pairs", []string{"between", "cut off"},
			rowsOf(r.Brokers, func(c Choke) ask.Row { return about(o, c.Seat, number(int(c.Between)), number(c.Below)) })))
	}
	for i := range a.Breakdowns {
		a.Breakdowns[i].Millionths = []string{"between"}
	}
	return a
}

func yes(is bool) ask.Cell {
	if is {
		return "yes"
	}
	return "no"
}

func (r *ChokepointReport) sentence(o *orgmodel.Org) string {
	if len(r.Needs) == 0 {
		return "Nobody below the top of " + inside(o) + " stands on every way up of others."
	}
	var large []orgmodel.Ref
	for _, c := range r.Needs {
		if c.TooLarge && !c.Deputy {
			large = append(large, c.Seat)
		}
	}
	first := r.Needs[0]
	s := "Most hang on " + wording.Called(o, first.Seat) + ": every way up of " + part(first.Below, r.Ways.Seats) + " seats passes there"
	if first.Deputy {
		s += ", where a deputy or a second holder can stand in"
	}
	s += ". "
	switch len(large) {
	case 0:
		return s + "Nobody is a chokepoint."
	case 1:
		return s + "That makes one chokepoint, " + named(o, large) + "."
	}
	return s + strconv.Itoa(len(large)) + " seats are chokepoints: " + named(o, large) + "."
}

// inside is house within a sentence.
func inside(o *orgmodel.Org) string {
	if o.Name() == "" {
		return "the organisation"
	}
	return house(o)
}
