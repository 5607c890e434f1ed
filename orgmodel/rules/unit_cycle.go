package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// UnitCycle is the rule unit-cycle: units, and deliveries, form trees.
type UnitCycle struct {
	// MultiParentKinds are kinds whose nodes may be part of several others.
	MultiParentKinds []orgmodel.Kind
}

const unitCycleDoc = `A unit is part of one other, and never of itself.

Why: budgets, headcounts and membership are summed along part-of. In a loop the sum has no end,
and with two parents everything below counts twice.

Parameters:
  MultiParentKinds (none): kinds whose nodes may be part of several others.

False positives: shared services; write supported-by for those they serve. Units (unit, pmo,
board) and deliveries (portfolio, programme, project) are two trees: a project may be part of a
programme and of a unit. People and posts may be part of several units. Parents that follow each
other in time do not count.

Source: the W3C organisation ontology (subOrganizationOf); the software catalogue
Backstage, whose groups have one parent.

Before:
  +unit digital
  +unit delivery
  digital part-of delivery
  delivery part-of digital
After:
  +unit digital
  +unit delivery
  delivery part-of digital
`

// Rule is the rule. A loop is one finding, with Key loop, its smallest id as Subject, its members
// as Related and the shortest way round through the subject as Path; where the loop's lines
// share no day and the view has none, it is a warning. A line to itself has the Key self. Several
// parents are one finding, with Key parents and the parents as Related.
func (u UnitCycle) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "unit-cycle", Doc: unitCycleDoc, Severity: orgmodel.Error, Check: u.check, Days: orgmodel.NoDays, Whole: true}
}

// trees are the kinds that form a tree together.
var trees = [][]orgmodel.Kind{
	{orgmodel.Unit, orgmodel.PMO, orgmodel.Board},
	{orgmodel.Portfolio, orgmodel.Programme, orgmodel.Project},
}

func treeOf(k orgmodel.Kind) int {
	return slices.IndexFunc(trees, func(ks []orgmodel.Kind) bool { return slices.Contains(ks, k) })
}

func (u UnitCycle) check(p *orgmodel.Pass) {
	var members []orgmodel.Ref
	for _, kinds := range trees {
		for _, k := range kinds {
			for r := range p.OfKind(k) {
				members = append(members, r)
				if len(members)&4095 == 0 && p.Stopped() {
					return
				}
			}
		}
	}
	knot := loops(p, members)
	for i, r := range members {
		if i&4095 == 0 && p.Stopped() {
			return
		}
		up, self := parents(p, r)
		if self.From == r {
			reportSelfPart(p, self)
		}
		if len(up) > 1 && !slices.Contains(u.MultiParentKinds, p.Kind(r)) {
			reportParents(p, r, up, knot)
		}
	}
}

// parents are the live lines from a unit or delivery to what it is part of, and its line to itself
// if it has one.
func parents(p *orgmodel.Pass, r orgmodel.Ref) (up []orgmodel.Edge, self orgmodel.Edge) {
	self.From = orgmodel.None
	if !p.Live(r) {
		return nil, self
	}
	for e := range p.Out(r, orgmodel.PartOf) {
		switch {
		case !p.LiveLine(e):
		case e.To == r:
			self = e
		case treeOf(p.Kind(e.To)) >= 0 && p.Live(e.To):
			up = append(up, e)
		}
	}
	return up, self
}

func reportSelfPart(p *orgmodel.Pass, e orgmodel.Edge) {
	p.Report(orgmodel.Finding{
		Subject: p.ID(e.From), Key: "self", Path: p.Records(e), Pos: p.LinePos(e),
		Message: called(p, e.From) + " is part of itself.",
		Fix:     "Take the line out, or name what was meant.",
	})
}

// loops reports the loops among members and says of each node which it is in, counted from 1; nil
// where there are none.
func loops(p *orgmodel.Pass, members []orgmodel.Ref) []int32 {
	if grounded(p, members) {
		return nil
	}
	knot, met := make([]int32, p.Len()), make([]bool, p.Len())
	for i, k := range p.Knots(orgmodel.PartOf) {
		k = slices.DeleteFunc(k, func(r orgmodel.Ref) bool { return treeOf(p.Kind(r)) < 0 || !p.Live(r) })
		for _, r := range k {
			knot[r] = int32(i) + 1
		}
		if len(k) > 1 {
			reportLoop(p, k, knot, met)
		}
	}
	return knot
}

// grounded says that there is no loop: members without parts left are taken away until none is
// left.
func grounded(p *orgmodel.Pass, members []orgmodel.Ref) bool {
	if len(members) == 0 {
		return true
	}
	parts := make([]int32, p.Len())
	for _, r := range members {
		up, _ := parents(p, r)
		for _, e := range up {
			parts[e.To]++
		}
	}
	var free []orgmodel.Ref
	for _, r := range members {
		if parts[r] == 0 {
			free = append(free, r)
		}
	}
	for i := 0; i < len(free); i++ {
		up, _ := parents(p, free[i])
		for _, e := range up {
			if parts[e.To]--; parts[e.To] == 0 {
				free = append(free, e.To)
			}
		}
	}
	return len(free) == len(members)
}

// reportLoop reports a knot by the shortest way round through its smallest id.
func reportLoop(p *orgmodel.Pass, k []orgmodel.Ref, knot []int32, met []bool) {
	first := smallest(p, k)
	path := roundTrip(p, first, knot, met)
	if len(path) == 0 {
		return // joined through records that are neither units nor deliveries: wrong-ends
	}
	var way []orgmodel.Ref
	common := orgmodel.Interval{}
	for _, e := range path {
		common = common.Intersect(p.Lasting(e))
		way = append(way, e.To)
	}
	f := orgmodel.Finding{
		Subject: p.ID(first), Key: "loop", Related: related(p, k), RelatedTotal: len(k),
		Path: p.Records(path...), PathTotal: len(path), Pos: p.LinePos(path[0]),
		Message: called(p, first) + " is part of itself, by way of " + names(p, way[:len(way)-1], len(way)-1),
		Fix:     "Take one of the lines out, most likely the newest.",
	}
	if p.AsOf().IsZero() && common.Empty() {
		f.Severity = orgmodel.Warning
		f.Message += ", though not on any one day"
	}
	f.Message += "."
	p.Report(f)
}

// step is a line that a search took, and where in its queue the one before stands.
type step struct {
	orgmodel.Edge
	before int
}

// roundTrip is the shortest way from a member along part-of back to it within its knot, of equally
// short ones that by the smallest ids. It marks whom it met.
func roundTrip(p *orgmodel.Pass, start orgmodel.Ref, knot []int32, met []bool) []orgmodel.Edge {
	queue := []step{{orgmodel.Edge{To: start}, -1}}
	order := byID(p)
	for i := 0; i < len(queue); i++ {
		next, _ := parents(p, queue[i].To)
		slices.SortStableFunc(next, func(e, f orgmodel.Edge) int { return order(e.To, f.To) })
		for _, e := range next {
			if e.To == start {
				path := []orgmodel.Edge{e}
				for k := i; k > 0; k = queue[k].before {
					path = append(path, queue[k].Edge)
				}
				slices.Reverse(path)
				return path
			}
			if !met[e.To] && knot[e.To] == knot[start] {
				met[e.To] = true
				queue = append(queue, step{e, i})
			}
		}
	}
	return nil
}

// reportParents reports several parents at once in one of the trees. Lines within a loop do not
// count: the loop is the finding.
func reportParents(p *orgmodel.Pass, r orgmodel.Ref, lines []orgmodel.Edge, knot []int32) {
	order := byID(p)
	slices.SortStableFunc(lines, func(e, f orgmodel.Edge) int { return order(e.To, f.To) })
	for tree := range trees {
		var up []orgmodel.Edge
		for _, e := range lines {
			if treeOf(p.Kind(e.To)) == tree && (knot == nil || knot[r] == 0 || knot[r] != knot[e.To]) {
				up = append(up, e)
			}
		}
		var each []orgmodel.Edge
		var to []orgmodel.Ref
		for i, e := range up {
			if (len(to) == 0 || to[len(to)-1] != e.To) && concurrent(p, up, i) {
				each, to = append(each, e), append(to, e.To)
			}
		}
		if len(each) < 2 {
			continue
		}
		p.Report(orgmodel.Finding{
			Subject: p.ID(r), Key: "parents", Related: related(p, to), RelatedTotal: len(to),
			Path: p.Records(each...), PathTotal: len(each), Pos: p.LinePos(each[1]),
			Message: called(p, r) + " is part of " + names(p, to, len(to)) + " at once.",
			Fix:     "Keep one parent; write supported-by for what " + word(p.ID(r)) + " serves.",
		})
	}
}

// concurrent says that a line to another parent holds on a day on which line i does.
func concurrent(p *orgmodel.Pass, up []orgmodel.Edge, i int) bool {
	for n, e := range up {
		if e.To != up[i].To && atOnce(p, up[i], e) {
			return true
		}
		if n > rivals {
			return true // hostile input must not square its lines
		}
	}
	return false
}
