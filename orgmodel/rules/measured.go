package rules

import (
	"context"
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// What rules about shape measure before they judge is here for reports, so that a report and a
// finding never differ: the methods of a rule's struct give what its Check looks at, with the same
// parameters and defaults. They look at records and lines that are live on the organisation's day;
// their only error is ctx's.

// look is a pass for measuring, at which nothing is reported.
func look(ctx context.Context, o *orgmodel.Org) *orgmodel.Pass {
	return &orgmodel.Pass{Org: o, Ctx: ctx}
}

// A Band is the spans that suit an archetype of managers.
type Band struct {
	Archetype string
	Low, High int // in direct reports; High 0 is without end
}

// Text is the spans of a band: 3–5, or 16 and more.
func (b Band) Text() string {
	if b.High == 0 {
		return strconv.Itoa(b.Low) + " and more"
	}
	return strconv.Itoa(b.Low) + "–" + strconv.Itoa(b.High)
}

// Archetypes are the bands of the five archetypes, the narrowest first. The source has the last begin
// at 15, where the one before it ends; here it begins at 16.
//
// A. Acharya, R. Lieber, L. Seem and T. Welchman, How to identify the right spans of control for your
// organization, McKinsey & Company, 2017.
func Archetypes() []Band {
	return []Band{{PlayerCoach, 3, 5}, {Coach, 6, 7}, {Supervisor, 8, 10}, {Facilitator, 11, 15}, {Coordinator, 16, 0}}
}

// A Manager is a seat that somebody reports to.
type Manager struct {
	Seat      orgmodel.Ref
	Reports   []orgmodel.Ref // by Ref: live seats, vacant ones too; not to be changed
	Span      int64          // what counts of them, in millionths, so that shares of a post add up
	Archetype string         // as seat or holder state it; empty where they do not
}

// Managers are the managers whose spans the rule looks at, by Ref. Vacant seats count nothing, so that
// a span may be 0.
func (s SpanWide) Managers(ctx context.Context, o *orgmodel.Org) ([]Manager, error) {
	p := look(ctx, o)
	w := newWeb(p, orgmodel.ReportsTo)
	if w == nil {
		return nil, ctx.Err()
	}
	var all []Manager
	for boss := range p.Nodes() {
		if boss&4095 == 0 && p.Stopped() {
			return nil, ctx.Err()
		}
		below := w.reports(boss)
		if len(below) == 0 {
			continue
		}
		m := Manager{Seat: boss, Reports: below, Archetype: archetypeOf(p, boss)}
		for _, r := range below {
			m.Span += s.Count.of(p, r)
		}
		all = append(all, m)
	}
	return all, ctx.Err()
}

// Of counts some seats as the rule does their manager's reports, in millionths; vacant ones are 0.
func (c Counting) Of(o *orgmodel.Org, seat orgmodel.Ref) int64 {
	return c.of(look(context.Background(), o), seat)
}

// StatedBy is an attribute of a seat, such as Archetype or orgmodel.Grade; where the seat does not have
// it, that of its first holder by id who does.
func StatedBy(o *orgmodel.Org, seat orgmodel.Ref, key string) string {
	return saidOf(look(context.Background(), o), seat, key)
}

// Rows are the rows of managers of one report each, from the top down and with the last report, by
// their first seat; those of Length managers or more.
func (c OneToOneChain) Rows(ctx context.Context, o *orgmodel.Org) ([][]orgmodel.Ref, error) {
	p := look(ctx, o)
	w := newWeb(p, orgmodel.ReportsTo)
	if w == nil {
		return nil, ctx.Err()
	}
	least := c.Length
	if least <= 0 {
		least = 2
	}
	rows := slices.DeleteFunc(oneToOne(p, w), func(run []orgmodel.Ref) bool { return len(run) <= least })
	return rows, ctx.Err()
}

// Levels are how deep each declared record lies by all solid lines, by Ref, as the rule counts: 1 is a
// seat with reports and without a boss, or with PerUnit where the unit changes; of several ways up the
// longest counts. 0 is what has no level: no seat, a seat without boss and reports, one on a loop of
// bosses or below one.
func (l LayersDeep) Levels(ctx context.Context, o *orgmodel.Org) ([]int32, error) {
	p := look(ctx, o)
	w := newWeb(p, orgmodel.ReportsTo)
	if w == nil {
		return nil, ctx.Err()
	}
	n := p.Len()
	ls := layers{p: p, w: w, level: make([]int32, n), by: make([]orgmodel.Ref, n), from: make([]orgmodel.Ref, n)}
	ls.part = l.parts(p)
	ls.count()
	return ls.level, ctx.Err()
}
