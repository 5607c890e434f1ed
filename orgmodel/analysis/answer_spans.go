package analysis

import (
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/internal/wording"
	"example.com/orgchart/orgmodel/rules"
)

// spanColumns are the figures of a distribution.
var spanColumns = []string{"managers", "min", "q1", "median", "q3", "p90", "p99", "max", "one report"}

func (d Distribution) cells() []ask.Cell {
	cells := []ask.Cell{number(d.N)}
	for _, a := range []Amount{d.Min, d.Q1, d.Median, d.Q3, d.P90, d.P99, d.Max} {
		cells = append(cells, amountOrNone(a, d.N))
	}
	return append(cells, number(d.Ones))
}

// Answer is the report in words and figures. The Asker's organisation is the one it was made of.
func (r *SpanReport) Answer(q ask.Asker) ask.Answer {
	o := q.Org
	a := q.Begin("spans")
	d := r.Spans
	a.Counts = ask.Counts{
		count("seats", r.Seats), {Name: r.Count.String(), N: float64(r.Counted) / float64(One)},
		count("managers", r.Managers), count("contributors", r.Contributors), count("loose", r.Loose), count("layers", len(r.Layers)),
		count("one-report", d.Ones), count("one-to-one-chains", len(r.Chains)), count("circling", r.Circling),
	}
	a.Sentence = r.sentence(o)
	r.explain(&a, o)
	add := func(name, title string, columns []string, rows []ask.Row) {
		if len(rows) > 0 {
			a.Breakdowns = append(a.Breakdowns, q.Breakdown(name, title, columns, rows))
		}
	}
	if d.N > 0 {
		add("spans", "Spans, in "+unitOf(r.Count, 0)+" directly below", spanColumns, []ask.Row{{Label: "all", Cells: d.cells()}})
	}
	add("histogram", "Managers by span", []string{"managers", "archetype"}, rowsOf(d.Bins, func(b Bin) ask.Row {
		return ask.Row{Label: b.String(), Cells: []ask.Cell{number(b.N), ask.Cell(archetypeOf(b.Low))}}
	}))
	if d.N > 0 {
		add("archetypes", "Managers by the archetype that a span suits", []string{"suits", "managers", "say so", "of these suit"}, rowsOf(r.Archetypes, archetypeRow))
	}
	add("layers", "Layers, from the top down", []string{"seats", "managers", "others"}, rowsOf(r.Layers, func(l Layer) ask.Row {
		return ask.Row{Label: strconv.Itoa(l.Level), Cells: []ask.Cell{number(l.Seats), number(l.Managers), number(l.Seats - l.Managers)}}
	}))
	add("units", "By unit, with all that is part of it", append([]string{"level", "seats", "layers"}, spanColumns...), rowsOf(r.Units, func(u UnitSpans) ask.Row {
		layers := ask.Cell("")
		if u.Lowest > 0 {
			layers = number(u.Lowest - u.Uppermost + 1)
		}
		return about(o, u.Unit, append([]ask.Cell{number(u.Level), number(u.Seats), layers}, u.Spans.cells()...)...)
	}))
	add("grades", "By grade of the manager", spanColumns, rowsOf(r.Grades, func(g GradeSpans) ask.Row {
		label := wording.Short(g.Grade)
		if label == "" {
			label = "no grade"
		}
		return ask.Row{Label: label, Cells: g.Spans.cells()}
	}))
	add("widest", "The widest spans", []string{"span"}, rowsOf(r.Widest, func(m ManagerSpan) ask.Row { return about(o, m.Seat, amount(m.Span)) }))
	add("one-to-one-chains", "Rows of managers of one report each", []string{"managers", "down to"}, rowsOf(r.Chains, func(c []orgmodel.Ref) ask.Row {
		return about(o, c[0], number(len(c)-1), ask.Cell(wording.Word(o.ID(c[len(c)-1]))))
	}))
	return a
}

func rowsOf[T any](all []T, row func(T) ask.Row) []ask.Row {
	rows := make([]ask.Row, 0, len(all))
	for _, x := range all {
		rows = append(rows, row(x))
	}
	return rows
}

// archetypeOf is the archetype that a span suits, empty below all of them.
func archetypeOf(span int) string {
	for _, b := range rules.Archetypes() {
		if suits(b, Amount(min(span, 1_000_000))*One) {
			return b.Archetype
		}
	}
	return ""
}

func archetypeRow(x ArchetypeSpans) ask.Row {
	row := ask.Row{Label: x.Archetype, Cells: []ask.Cell{ask.Cell(x.Text()), number(x.Managers), number(x.Stated), number(x.Within)}}
	if x.Archetype == "" {
		row.Label, row.Cells[2], row.Cells[3] = "below all", "", ""
	}
	return row
}

func (r *SpanReport) sentence(o *orgmodel.Org) string {
	d := r.Spans
	if d.N == 0 {
		return house(o) + " has " + wording.Count(r.Seats, "seat") + " and no manager: nobody reports to anybody."
	}
	s := house(o) + " has " + wording.Count(d.N, "manager") + " and " + wording.Count(r.Contributors, "seat") + " with nobody below, in " + wording.Count(len(r.Layers), "layer") + "; half of the managers have at most "
	s += d.Median.String() + " " + unitOf(r.Count, d.Median) + " directly below, and the widest has " + d.Max.String() + "."
	return s
}

// explain says what is counted and what is odd.
func (r *SpanReport) explain(a *ask.Answer, o *orgmodel.Org) {
	d := r.Spans
	switch r.Count {
	case rules.People:
		why(a, ask.Counted, "Spans count people: holders of posts, one for a seat whose holder is not named, a group as many as its FTE says.")
	case rules.FTEs:
		why(a, ask.Counted, "Spans count full-time equivalents: those of holders where stated, else of the seat, else one a person; part of one counts in the row below.")
	default:
		why(a, ask.Counted, "Spans count posts that are not vacant, a group of posts as one; a seat with two bosses counts for both.")
	}
	if d.N > 0 {
		why(a, ask.Counted, part(d.Ones, d.N)+" managers have exactly one "+unitOf(r.Count, One)+" below; of a quartile or percentile the figure is a span that occurs.")
		why(a, ask.Counted, "The archetypes are those of McKinsey & Company (2017): player-coach 3–5, coach 6–7, supervisor 8–10, facilitator 11–15, coordinator 15 and more.")
	}
	if len(r.Chains) > 0 {
		longest := 0
		for _, c := range r.Chains {
			longest = max(longest, len(c)-1)
		}
		why(a, ask.Counted, wording.Count(len(r.Chains), "row")+" of managers with one report each, the longest of "+strconv.Itoa(longest)+".")
	}
	if r.Circling > 0 {
		why(a, ask.InLoop, wording.Count(r.Circling, "seat")+isAre(r.Circling)+" on a loop of bosses or below one, and in no layer.")
	}
	if r.Loose > 0 {
		why(a, ask.NotCounted, wording.Count(r.Loose, "seat")+isAre(r.Loose)+" without boss and reports, and in no layer.")
	}
	if len(r.Units) > 0 && r.Homeless > 0 {
		why(a, ask.NotCounted, wording.Count(r.Homeless, "seat")+isAre(r.Homeless)+" in no unit.")
	}
}
