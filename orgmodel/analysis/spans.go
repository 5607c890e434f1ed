package analysis

import (
	"cmp"
	"context"
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/atonce"
	"example.com/orgchart/orgmodel/rules"
)

// Spans asks how wide and how deep an organisation is. The zero Spans counts posts, and tells three
// levels of units apart.
type Spans struct {
	Count  rules.Counting // what the reports of a manager are counted in
	Levels int            // how many levels of units are told apart; 0 means 3
	Length int            // how many managers of one report in a row are a chain; 0 means 2
}

// SpanReport is what Spans finds. Seats are live ones; a manager is one to whom another reports, by the
// rule span-wide; of several bosses each counts.
type SpanReport struct {
	Count        rules.Counting
	Seats        int    // live seats
	Counted      Amount // what counts of them: posts that are not vacant, people or full-time equivalents
	Managers     int
	Contributors int           // seats with a boss and nobody below
	Loose        int           // seats with neither
	Spans        Distribution  // of the managers; vacant reports count nothing, so that one may be 0
	Widest       []ManagerSpan // the ten widest, then by id
	Layers       []Layer       // from the top down
	Circling     int           // seats on a loop of bosses or below one, which have no layer
	Archetypes   []ArchetypeSpans
	Units        []UnitSpans      // those with seats, the largest first, then by id
	Homeless     int              // seats in no unit
	Grades       []GradeSpans     // where managers have grades, by grade
	Chains       [][]orgmodel.Ref // managers of one report each in a row, from the top down, with the last report; by id of the first
}

// A ManagerSpan is a manager's own.
type ManagerSpan struct {
	Seat orgmodel.Ref
	Span Amount
}

// A Layer is one level of seats: 1 is the uppermost.
type Layer struct{ Level, Seats, Managers int }

// ArchetypeSpans are the managers whose spans suit an archetype. The first of a report's is the spans
// below all archetypes, whose Archetype is empty.
type ArchetypeSpans struct {
	rules.Band
	Managers int // whose span lies in the band
	Stated   int // managers who state the archetype
	Within   int // of these, those whose span lies in the band
}

// UnitSpans are the spans in a unit and all that is part of it.
type UnitSpans struct {
	Unit  orgmodel.Ref
	Level int // of the unit, 1 the outermost
	Seats int
	Spans Distribution // of the managers in it
	// Uppermost and Lowest are the layers its seats begin and end in, 0 where none has a layer.
	Uppermost, Lowest int
}

// GradeSpans are the spans of the managers of a grade.
type GradeSpans struct {
	Grade string // empty is those who state none
	Spans Distribution
}

// Report measures an organisation on its day. The only error is ctx's.
func (s Spans) Report(ctx context.Context, o *orgmodel.Org) (*SpanReport, error) {
	return atonce.Do(ctx, func() (*SpanReport, error) { return s.report(ctx, o) })
}

func (s Spans) report(ctx context.Context, o *orgmodel.Org) (*SpanReport, error) {
	managers, err := rules.SpanWide{Count: s.Count}.Managers(ctx, o)
	if err != nil {
		return nil, err
	}
	level, err := rules.LayersDeep{}.Levels(ctx, o)
	if err != nil {
		return nil, err
	}
	in, err := newUnits(ctx, o, s.Levels)
	if err != nil {
		return nil, err
	}
	g := &gathering{SpanReport: &SpanReport{Count: s.Count, Managers: len(managers)}, o: o, in: in, level: level,
		below: make([]bool, o.Len()), leads: make([]bool, o.Len()), units: map[orgmodel.Ref]*unitSpans{}}
	if err := g.managers(ctx, managers); err != nil {
		return nil, err
	}
	if err := liveSeats(ctx, o, g.seat); err != nil {
		return nil, err
	}
	if err := g.close(ctx); err != nil {
		return nil, err
	}
	if g.Chains, err = (rules.OneToOneChain{Length: s.Length}).Rows(ctx, o); err != nil {
		return nil, err
	}
	order := byID(o)
	g.Chains, err = sorted(ctx, g.Chains, func(a, b []orgmodel.Ref) int { return order(a[0], b[0]) })
	return g.SpanReport, err
}

// gathering is a SpanReport in the making.
type gathering struct {
	*SpanReport
	o            *orgmodel.Org
	in           *units
	level        []int32
	below, leads []bool // by Ref: has a boss, has reports
	layers       []Layer
	units        map[orgmodel.Ref]*unitSpans
}

type unitSpans struct {
	seats, uppermost, lowest int
	spans                    []Amount
}

// managers takes the spans.
func (g *gathering) managers(ctx context.Context, all []rules.Manager) error {
	var spans []Amount
	grades := map[string][]Amount{}
	bands := append([]rules.Band{{}}, rules.Archetypes()...)
	bands[0].High = bands[1].Low - 1
	g.Archetypes = make([]ArchetypeSpans, len(bands))
	for i, b := range bands {
		g.Archetypes[i].Band = b
	}
	for i, m := range all {
		if i&4095 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		span := Amount(m.Span)
		g.leads[m.Seat] = true
		for _, r := range m.Reports {
			g.below[r] = true
		}
		spans = append(spans, span)
		g.Widest = append(g.Widest, ManagerSpan{m.Seat, span})
		for i, b := range bands {
			in := suits(b, span)
			if in {
				g.Archetypes[i].Managers++
			}
			if m.Archetype != "" && m.Archetype == b.Archetype {
				g.Archetypes[i].Stated++
				if in {
					g.Archetypes[i].Within++
				}
			}
		}
		grade := rules.StatedBy(g.o, m.Seat, orgmodel.Grade)
		grades[grade] = append(grades[grade], span)
		g.in.around(g.in.tree.Homes(m.Seat), func(u orgmodel.Ref) { g.unit(u).spans = append(g.unit(u).spans, span) })
	}
	g.Spans = Distribute(spans)
	g.grades(grades)
	return g.widest(ctx)
}

// suits says that a span lies in a band: whole ones from Low to High, and parts above High up to the
// next.
func suits(b rules.Band, span Amount) bool {
	whole := int(span / One)
	return whole >= b.Low && (b.High == 0 || whole <= b.High)
}

// widest keeps ten.
func (g *gathering) widest(ctx context.Context) (err error) {
	order := byID(g.o)
	g.Widest, err = sorted(ctx, g.Widest, func(a, b ManagerSpan) int { return cmp.Or(cmp.Compare(b.Span, a.Span), order(a.Seat, b.Seat)) })
	g.Widest = slices.Clone(g.Widest[:min(len(g.Widest), 10)])
	return err
}

func (g *gathering) grades(of map[string][]Amount) {
	if _, none := of[""]; len(of) == 1 && none {
		return
	}
	for grade, spans := range of {
		g.Grades = append(g.Grades, GradeSpans{grade, Distribute(spans)})
	}
	slices.SortFunc(g.Grades, func(a, b GradeSpans) int { return natural(a.Grade, b.Grade) })
}

func (g *gathering) unit(u orgmodel.Ref) *unitSpans {
	if g.units[u] == nil {
		g.units[u] = &unitSpans{}
	}
	return g.units[u]
}

// seat takes one live seat.
func (g *gathering) seat(s orgmodel.Ref) {
	g.Seats++
	g.Counted = g.Counted.plus(Amount(g.Count.Of(g.o, s)))
	level := int(g.level[s])
	switch {
	case !g.leads[s] && !g.below[s]:
		g.Loose++
	case level == 0:
		g.Circling++
	}
	if g.below[s] && !g.leads[s] {
		g.Contributors++
	}
	if level > 0 {
		for len(g.layers) < level {
			g.layers = append(g.layers, Layer{Level: len(g.layers) + 1})
		}
		g.layers[level-1].Seats++
		if g.leads[s] {
			g.layers[level-1].Managers++
		}
	}
	homes := g.in.tree.Homes(s)
	if len(homes) == 0 {
		g.Homeless++
	}
	g.in.around(homes, func(r orgmodel.Ref) {
		u := g.unit(r)
		u.seats++
		if level > 0 && (u.uppermost == 0 || level < u.uppermost) {
			u.uppermost = level
		}
		u.lowest = max(u.lowest, level)
	})
}

func (g *gathering) close(ctx context.Context) error {
	g.Layers = g.layers
	order, err := sortedUnits(ctx, g.o, g.units, func(u *unitSpans) int { return u.seats })
	for _, r := range order {
		u := g.units[r]
		g.Units = append(g.Units, UnitSpans{
			Unit: r, Level: g.in.tree.Level(r), Seats: u.seats, Spans: Distribute(u.spans), Uppermost: u.uppermost, Lowest: u.lowest,
		})
	}
	return err
}
