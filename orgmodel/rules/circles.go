package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// circles tell which seats stand on one loop of solid lines. Rules that compare a boss with a report
// leave such a line alone: report-cycle speaks of it, and there is no boss.
type circles map[orgmodel.Ref]int // 0: none; seats of one number reach each other

func newCircles(p *orgmodel.Pass) circles {
	if !p.ManyBosses() {
		met := false
		for range p.Cuts() {
			met = true
			break
		}
		if !met {
			return nil
		}
	}
	c := circles{}
	for i, knot := range p.SeatKnots(orgmodel.ReportsTo) {
		for _, r := range knot {
			c[r] = i + 1
		}
	}
	return c
}

// joins says that two seats stand on one loop.
func (c circles) joins(s, t orgmodel.Ref) bool { return c[s] > 0 && c[s] == c[t] }

// any says that one of several seats stands on a loop with another.
func (c circles) any(s orgmodel.Ref, others []orgmodel.Ref) bool {
	return slices.ContainsFunc(others, func(t orgmodel.Ref) bool { return c.joins(s, t) })
}
