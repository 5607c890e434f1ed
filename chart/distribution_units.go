package chart

import (
	"cmp"
	"slices"
	"strconv"

	"example.com/orgchart/layout/bars"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/analysis"
)

// unitPanel is the spans of units.
func unitPanel(o *orgmodel.Org, r *analysis.SpanReport) bars.Panel {
	p := bars.Panel{Title: "Spans by unit", Form: bars.Rows, Half: true, Along: "unit", Value: "median span; line: the middle half", Unit: int64(analysis.One)}
	units := unitsShown(r)
	slices.SortStableFunc(units, func(a, b analysis.UnitSpans) int { // they stand by size and id
		return cmp.Or(cmp.Compare(b.Spans.N, a.Spans.N), cmp.Compare(b.Seats, a.Seats))
	})
	others := units[min(len(units), topUnits):]
	if len(others) == 1 {
		others = nil // it takes no more room than a row that says so
	}
	units = slices.Clone(units[:len(units)-len(others)])
	slices.SortStableFunc(units, func(a, b analysis.UnitSpans) int {
		return cmp.Or(cmp.Compare(b.Spans.Median, a.Spans.Median), cmp.Compare(b.Spans.Q3, a.Spans.Q3), cmp.Compare(b.Spans.N, a.Spans.N))
	})
	for _, u := range units {
		d := u.Spans
		bar := bars.Bar{
			Label: o.Label(u.Unit), Parts: []bars.Part{{N: int64(d.Median), Colour: managerColour}}, Low: int64(d.Q1), High: int64(d.Q3),
			Text: d.Median.String() + " (" + managers(d.N) + ")",
		}
		bar.Hint = bar.Label + ": " + managers(d.N) + " of " + strconv.Itoa(u.Seats) + " seats; spans from " + d.Min.String() + " to " + d.Max.String() +
			", half of them from " + d.Q1.String() + " to " + d.Q3.String()
		p.Bars = append(p.Bars, bar)
	}
	if len(others) > 0 {
		p.Bars = append(p.Bars, othersBar(others))
	}
	return p
}

// othersBar stands for units that are not shown, and has no length: a median of medians is none.
func othersBar(others []analysis.UnitSpans) bars.Bar {
	all, least, most := 0, others[0].Spans.Min, analysis.Amount(0)
	for _, u := range others {
		all += u.Spans.N
		least, most = min(least, u.Spans.Min), max(most, u.Spans.Max)
	}
	spans := ", spans from " + least.String() + " to " + most.String()
	if least == most {
		spans = ", spans of " + most.String()
	}
	return bars.Bar{Label: strconv.Itoa(len(others)) + " other units", Faint: true, Text: managers(all) + spans}
}

func managers(n int) string {
	if n == 1 {
		return "1 manager"
	}
	return strconv.Itoa(n) + " managers"
}

// unitsShown are the units with managers of one level: the outermost that has several, or a deeper one
// that has more of them, as long as all are shown; of the outermost at all where none has several.
func unitsShown(r *analysis.SpanReport) []analysis.UnitSpans {
	by := map[int][]analysis.UnitSpans{}
	deepest := 0
	for _, u := range r.Units {
		if u.Spans.N > 0 {
			by[u.Level] = append(by[u.Level], u)
			deepest = max(deepest, u.Level)
		}
	}
	shown := by[1]
	for level := 2; level <= deepest; level++ {
		if n := len(by[level]); n > len(shown) && (len(shown) < 2 || n <= topUnits) {
			shown = by[level]
		}
	}
	return shown
}
