package ask

import (
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Span answers how many seats report directly to r. Counts are span (the live ones), filled,
// vacant and ended; there are no items.
func (q Asker) Span(r orgmodel.Ref) Answer {
	a := q.about("span", r)
	seat := a.seat(r)
	if a.noSeat(seat) {
		return a.none(a.who(r) + " has no span of control.")
	}
	o := q.Org
	var t tally
	var vacant, ended []orgmodel.Ref
	for s := range o.Reports(seat) {
		t.add(o, s)
		switch stateOf(o, s) {
		case Vacant:
			vacant = first(vacant, s)
		case Ended, NotYet:
			ended = first(ended, s)
		}
	}
	a.Counts = Counts{{"span", float64(t.live)}, {"filled", float64(t.filled)}, {"vacant", float64(t.vacant)}, {"ended", float64(t.ended)}}
	if t.vacant > 0 {
		a.because(IsVacant, a.listOf(vacant, t.vacant)+isAre(t.vacant)+"vacant, and counted.")
	}
	if t.ended > 0 {
		a.because(NotCounted, a.listOf(ended, t.ended)+haveHas(t.ended)+"ended or not begun, and not counted.")
	}
	filled := ", all filled"
	switch {
	case t.live == 0:
		filled = ""
	case t.filled < t.live:
		filled = ", " + strconv.Itoa(t.filled) + " of them filled"
	}
	return a.done("The span of " + a.who(r) + " is " + wording.Count(t.live, "live seat") + filled + ".")
}

// first keeps the first few of many.
func first(rs []orgmodel.Ref, r orgmodel.Ref) []orgmodel.Ref {
	if len(rs) < named {
		rs = append(rs, r)
	}
	return rs
}

func isAre(n int) string {
	if n == 1 {
		return " is "
	}
	return " are "
}

func haveHas(n int) string {
	if n == 1 {
		return " has "
	}
	return " have "
}

// Layers answers how many levels of seats there are from r down, its own included. Counts are
// layers, and depth: how many levels are above r.
func (q Asker) Layers(r orgmodel.Ref) Answer {
	a := q.about("layers", r)
	seat := a.seat(r)
	if a.noSeat(seat) {
		return a.none(a.who(r) + " has no layers.")
	}
	layers, depth := q.Org.Layers(seat), q.Org.Depth(seat)
	a.Counts = Counts{{"layers", float64(layers)}, {"depth", float64(depth)}}
	above := are(depth, "level")
	if depth == 0 {
		above = "is none"
	}
	a.because(Counted, "The level of "+a.called(seat)+" itself is counted; above it "+above+".")
	if q.Org.IsCut(seat) {
		a.because(InLoop, a.called(seat)+" is in a loop, which is taken apart above it.")
	}
	return a.done("From " + a.who(r) + " down there " + are(layers, "level") + " of seats.")
}
