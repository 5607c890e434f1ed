package analysis

import (
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Answer is the report in words and figures. The Asker's organisation is the one it was made of.
func (r *HotspotReport) Answer(q ask.Asker) ask.Answer {
	o, w := q.Org, r.Whole
	a := q.Begin("hotspots")
	if r.Scope != orgmodel.None {
		a = q.Begin("hotspots", r.Scope)
	}
	a.Counts = ask.Counts{
		count("seats", w.Seats), count("findings", w.Findings()), count("errors", w.Errors), count("warnings", w.Warnings), count("infos", w.Infos),
		count("units", len(r.Units)+r.Quiet), count("quiet-units", r.Quiet), count("findings-in-no-unit", r.Homeless.Findings()),
	}
	a.Sentence = r.sentence(o)
	why(&a, ask.Counted, "A finding counts in the unit of its subject and in each unit around it. Units stand by errors to a seat, then warnings, then information.")
	small := 0
	for _, u := range r.Units {
		if u.Small {
			small++
		}
	}
	if small > 0 {
		why(&a, ask.NotCounted, wording.Count(small, "unit")+" of fewer than "+strconv.Itoa(r.MinSeats)+" seats"+isAre(small)+" not compared and come last: one finding makes such a unit dense.")
	}
	if n := r.Homeless.Findings(); n > 0 {
		why(&a, ask.NotCounted, part(n, w.Findings())+" findings are about nothing that is in a unit.")
	}
	if len(r.Units) > 0 {
		a.Breakdowns = append(a.Breakdowns, q.Breakdown("units", "Units with findings, densest first", []string{"level", "seats", "findings", "errors", "warnings", "infos", "per 100 seats", "small"},
			rowsOf(r.Units, func(h Hotspot) ask.Row {
				return about(o, h.Unit, number(h.Level), number(h.Seats), number(h.Findings()), number(h.Errors), number(h.Warnings), number(h.Infos), ask.Cell(h.perHundred()), yes(h.Small))
			})))
	}
	return a
}

// perHundred is how many findings there are to a hundred seats, to a tenth; nothing without seats.
func (h Hotspot) perHundred() string {
	if h.Seats == 0 {
		return ""
	}
	tenths := (2000*int64(h.Findings()) + int64(h.Seats)) / (2 * int64(h.Seats))
	return Amount(tenths * int64(One) / 10).String()
}

func (r *HotspotReport) sentence(o *orgmodel.Org) string {
	where := inside(o)
	if r.Scope != orgmodel.None {
		where = wording.Called(o, r.Scope)
	}
	w := r.Whole
	if w.Findings() == 0 {
		return "There are no findings in " + where + "."
	}
	s := "There" + isAre(w.Findings()) + " " + wording.Count(w.Findings(), "finding") + " in " + where + ", to " + wording.Count(w.Seats, "seat")
	switch {
	case len(r.Units) == 0:
		return s + "; none is in a unit."
	case r.Units[0].Small:
		return s + "; no unit with findings has " + strconv.Itoa(r.MinSeats) + " seats or more to be compared by."
	}
	h := r.Units[0]
	return s + "; densest is " + wording.Called(o, h.Unit) + ", with " + wording.Count(h.Findings(), "finding") + " (" +
		wording.Count(h.Errors, "error") + ") to " + wording.Count(h.Seats, "seat") + "."
}
