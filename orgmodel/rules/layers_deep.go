package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// LayersDeep is the rule layers-deep: few layers lie between the top and the work.
type LayersDeep struct {
	// Max is how many layers there may be, the top's own included; 0 means 8.
	Max int
	// PerUnit are units, such as the legal entities of a group, whose members are counted by
	// themselves: layers begin anew where a line enters one or leaves it. Of units within units the
	// nearest counts.
	PerUnit []orgmodel.ID
}

const layersDeepDoc = `Few layers lie between the top and the work.

Why: each layer is a step that decisions and bad news must take.

Parameters:
  Max (8): the most layers, that of the top and that of the last report included.
  PerUnit (none): ids of units, such as legal entities, whose layers are counted by themselves.

False positives: groups of companies; name the companies in PerUnit. Vacant seats are layers: they
are meant to be filled. Ended ones are none, and what hangs under one is counted by itself
(ended-manager). Says nothing about loops and what hangs under them (report-cycle).

Source: seven or eight layers are usual in large organisations; the senior posts of 116 public
organograms stand in three to eight, most often in five.

Before:
  +post l1
  +post l2
  +post l3
  +post l4
  +post l5
  +post l6
  +post l7
  +post l8
  +post l9
  l2 reports-to l1
  l3 reports-to l2
  l4 reports-to l3
  l5 reports-to l4
  l6 reports-to l5
  l7 reports-to l6
  l8 reports-to l7
  l9 reports-to l8
After:
  +post l1
  +post l2
  +post l3
  +post l4
  +post l5
  +post l6
  +post l7
  +post l8
  +post l9
  l2 reports-to l1
  l3 reports-to l2
  l4 reports-to l3
  l5 reports-to l4
  l6 reports-to l5
  l7 reports-to l6
  l8 reports-to l7
  l9 reports-to l7
`

// Rule is the rule. One finding a tree, or part of it in a unit of PerUnit: the subject is the seat
// its layers are counted from, Path leads up to it from the seat that lies deepest, of several from
// the one with the smallest id.
func (l LayersDeep) Rule() orgmodel.Rule {
	if l.Max <= 0 {
		l.Max = 8
	}
	return orgmodel.Rule{Name: "layers-deep", Doc: layersDeepDoc, Severity: orgmodel.Warning, Check: l.check}
}

// layers is how deep each seat lies, by Ref.
type layers struct {
	p     *orgmodel.Pass
	w     *web
	level []int32        // 1 where counting begins; 0: not reached
	by    []orgmodel.Ref // the boss that makes it so deep; None where counting begins
	from  []orgmodel.Ref // the seat it is counted from
	part  []int32        // which of the units it is in, from 1; nil where none is named
}

func (l LayersDeep) check(p *orgmodel.Pass) {
	w := webOf(p, orgmodel.ReportsTo)
	if w == nil {
		return
	}
	n := p.Len()
	ls := layers{p: p, w: w, level: make([]int32, n), by: make([]orgmodel.Ref, n), from: make([]orgmodel.Ref, n)}
	ls.part = l.parts(p)
	ls.count()
	deepest := map[orgmodel.Ref]orgmodel.Ref{}
	order := byID(p)
	for i, d := range ls.level {
		if d <= int32(min(l.Max, n)) {
			continue
		}
		r := orgmodel.Ref(i)
		best, met := deepest[ls.from[r]]
		if !met || d > ls.level[best] || d == ls.level[best] && order(r, best) < 0 {
			deepest[ls.from[r]] = r
		}
	}
	for root, r := range deepest {
		l.report(&ls, root, r)
	}
}

// parts marks which of the units a seat is in: the nearest, of equally near ones that with the
// smallest id.
func (l LayersDeep) parts(p *orgmodel.Pass) []int32 {
	var part []int32
	var far []int
	for i, id := range slices.Sorted(slices.Values(l.PerUnit)) {
		unit, ok := p.Find(id)
		if !ok {
			continue
		}
		if part == nil {
			part, far = make([]int32, p.Len()), make([]int, p.Len())
		}
		for r, d := range p.Members(unit) {
			if s := p.SeatOf(r); p.Declared(s) && (part[s] == 0 || d < far[s]) {
				part[s], far[s] = int32(i+1), d
			}
		}
	}
	return part
}

// count goes down from the seats without a boss; a seat comes when all its bosses have, so those on
// loops and under them never do.
func (ls *layers) count() {
	left := make([]int32, len(ls.level)) // bosses still to come
	var queue []orgmodel.Ref
	for i := range left {
		r := orgmodel.Ref(i)
		ls.by[r], ls.from[r] = orgmodel.None, r
		if left[r] = int32(len(ls.w.bosses(r))); left[r] == 0 && len(ls.w.reports(r)) > 0 {
			ls.level[r] = 1
			queue = append(queue, r)
		}
	}
	order := byID(ls.p)
	for i := 0; i < len(queue); i++ {
		if i&4095 == 0 && ls.p.Stopped() {
			return
		}
		t := queue[i]
		for _, s := range ls.w.reports(t) {
			d, b := ls.level[t]+1, ls.by[s]
			if ls.part != nil && ls.part[s] != ls.part[t] {
				d = 1
			}
			if d > ls.level[s] || d > 1 && d == ls.level[s] && (b == orgmodel.None || order(t, b) < 0) {
				ls.level[s] = d
				if d > 1 {
					ls.by[s], ls.from[s] = t, ls.from[t]
				}
			}
			if left[s]--; left[s] == 0 {
				queue = append(queue, s)
			}
		}
	}
}

func (l LayersDeep) report(ls *layers, root, low orgmodel.Ref) {
	p := ls.p
	way := []orgmodel.Ref{low}
	var thin []string
	for t := ls.by[low]; t != orgmodel.None; t = ls.by[t] {
		way = append(way, t)
		if len(ls.w.reports(t)) == 1 && t != root && len(thin) < suggested {
			thin = append(thin, called(p, t))
		}
	}
	n := len(way)
	f := orgmodel.Finding{
		Subject: p.ID(root), Path: ls.w.wayUp(p, way, orgmodel.ReportsTo), PathTotal: n - 1, Related: []orgmodel.ID{p.ID(low)},
		Message: called(p, root) + " has " + strconv.Itoa(n) + " layers of seats, its own included, down to " + called(p, low) +
			", and there are at most " + strconv.Itoa(l.Max) + ".",
		Fix: "Take layers out of the chain above " + word(p.ID(low)),
	}
	if len(thin) > 0 {
		f.Fix += ", first of all those with one report: " + either(thin)
	}
	f.Fix += "."
	p.Report(f)
}
