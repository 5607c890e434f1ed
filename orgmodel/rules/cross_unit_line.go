package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// CrossUnitLine is the rule cross-unit-line: solid lines stay in the department, but for its head's.
type CrossUnitLine struct {
	// Level says which units are the departments: 1 the outermost, 2 those directly within them, and
	// so on. 0 means the outermost level that has more than one unit.
	Level int
	// Exempt are units whose members' lines, in either direction, are left alone.
	Exempt []orgmodel.ID
}

const crossUnitLineDoc = `A solid line stays in its department, but for the line of whoever leads it.

Why: somebody whose boss sits in another department is counted by one and appraised by the other.
That may be meant, and then it should be written down.

Parameters:
  Level (the outermost of which there are several): which units are departments, 1 the outermost.
  Exempt (none): units whose members are left alone: shared services.

False positives: the line of a department's head leads out by nature, and so do other lines to the
same boss (deputies); the head is the one, of those without a boss in it, under whom most of the department
hang, of several the first by id; a group of posts only where there is nobody else. Somebody embedded or seconded: the line, the holding or the
membership says mode=embedded or mode=secondment, the seat's tags hold the word embedded or seconded,
or the seat is part of both. A unit that holds the other is not another. Says nothing about seats
that are part of no unit, nor about units on a loop (unit-cycle).

Source: project managers embedded in business departments, in a practitioner's account; the guidance of
makers of HR systems against mixing structures.

Before:
  +unit board
  +unit it
  +unit finance
  +post ceo "Chief executive"
  +post it-1 "Head of IT"
  +post dev-1 "Development lead"
  +post dev-2
  +post fin-1 "Head of finance"
  ceo part-of board
  it-1 part-of it
  dev-1 part-of it
  dev-2 part-of it
  fin-1 part-of finance
  it-1 reports-to ceo
  fin-1 reports-to ceo
  dev-1 reports-to it-1
  dev-2 reports-to fin-1
After:
  +unit board
  +unit it
  +unit finance
  +post ceo "Chief executive"
  +post it-1 "Head of IT"
  +post dev-1 "Development lead"
  +post dev-2
  +post fin-1 "Head of finance"
  ceo part-of board
  it-1 part-of it
  dev-1 part-of it
  dev-2 part-of it
  fin-1 part-of finance
  it-1 reports-to ceo
  fin-1 reports-to ceo
  dev-1 reports-to it-1
  dev-2 reports-to fin-1 mode=embedded
`

// Rule is the rule. One finding a report and boss: the subject is the report, Key the boss's id, Path
// the line, Related the boss and both departments. Groups of posts of one department under one boss are one
// finding: the subject is the boss, Key groups and the department's id, Path the lines, Related both departments
// and the groups.
func (c CrossUnitLine) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "cross-unit-line", Doc: crossUnitLineDoc, Severity: orgmodel.Info, Check: c.check}
}

func (c CrossUnitLine) check(p *orgmodel.Pass) {
	w := webOf(p, orgmodel.ReportsTo)
	if w == nil || !anyLine(p, []orgmodel.Rel{orgmodel.PartOf}) {
		return
	}
	d := newDepartments(p, max(c.Level, 0))
	heads, away := headsOf(p, w, d), lent(p)
	reportMisspelt(p, "as exempt", c.Exempt, slices.Concat([]orgmodel.Kind{orgmodel.Role}, bodyKinds, workKinds)...)
	exempt := make([]bool, p.Len())
	for _, id := range c.Exempt {
		for i, in := range belonging(p, id) {
			exempt[i] = exempt[i] || in
		}
	}
	groups, crossings := map[crossing][]orgmodel.Edge{}, []crossing(nil)
	for s := range p.Nodes() {
		if s&1023 == 0 && p.Stopped() {
			return
		}
		if exempt[s] || len(w.bosses(s)) == 0 || len(d.seat(s)) == 0 {
			continue
		}
		head, led := heads[d.home(s)]
		for _, t := range w.bosses(s) {
			if exempt[t] || !d.apart(s, t) || led && head.leads(w, s, t) || away[s] || away[t] {
				continue
			}
			e, known := w.lineUp(p, s, t, orgmodel.ReportsTo)
			if known && slices.Contains(lentModes, p.LineAttrs(e).Get(orgmodel.Mode)) {
				continue
			}
			if known && p.Occupancy(s) == orgmodel.Group {
				at := crossing{d.home(s), t}
				if groups[at] == nil {
					crossings = append(crossings, at)
				}
				groups[at] = append(groups[at], e)
				continue
			}
			f := c.finding(p, d, s, t, head, led)
			if known {
				f.Path, f.Pos = p.Records(e), p.LinePos(e)
			}
			p.Report(f)
		}
	}
	for _, at := range crossings {
		reportGroups(p, d, at, groups[at])
	}
}

// head is the seat that leads a department, with how many of the department hang under it; 0 where it is a group
// of posts, for want of anybody else.
type head struct {
	seat orgmodel.Ref
	size int32
}

// leads says that a line is the head's own, or leads to one of the head's bosses.
func (h head) leads(w *web, s, t orgmodel.Ref) bool {
	if s == h.seat {
		return true
	}
	_, same := slices.BinarySearch(w.bosses(h.seat), t)
	return same
}

// headsOf gives the head of each department: of its seats that have no boss in it, the one under whom
// most of it hang, a group of posts only where there is none else.
func headsOf(p *orgmodel.Pass, w *web, d *departments) map[orgmodel.Ref]head {
	size := d.sizes(w)
	heads := map[orgmodel.Ref]head{}
	order := byID(p)
	for s := range p.Nodes() {
		if s&1023 == 0 && p.Stopped() {
			break
		}
		home := d.home(s)
		if home == orgmodel.None || !w.touches(s) || slices.ContainsFunc(w.bosses(s), func(t orgmodel.Ref) bool { return d.home(t) == home }) {
			continue
		}
		h, met := heads[home]
		led := size[s]
		if p.Occupancy(s) == orgmodel.Group {
			led = 0
		}
		if !met || led > h.size || led == h.size && order(s, h.seat) < 0 {
			heads[home] = head{s, led}
		}
	}
	return heads
}

// sizes is by Ref how many seats of its own department hang under a seat without another department
// in between, itself counted; those of several bosses count for each.
func (d *departments) sizes(w *web) []int32 {
	const most = 1 << 30
	size := make([]int32, len(d.of))
	left := make([]int32, len(d.of)) // reports still to come
	var queue []orgmodel.Ref
	for i := range size {
		size[i] = 1
		if left[i] = int32(len(w.reports(orgmodel.Ref(i)))); left[i] == 0 {
			queue = append(queue, orgmodel.Ref(i))
		}
	}
	for i := 0; i < len(queue); i++ {
		s := queue[i]
		for _, t := range w.bosses(s) {
			if h := d.home(s); h != orgmodel.None && h == d.home(t) {
				size[t] = min(size[t]+size[s], most)
			}
			if left[t]--; left[t] == 0 {
				queue = append(queue, t)
			}
		}
	}
	return size
}

// lentModes are the modes by which a line, a holding or a membership says that somebody sits in
// another department than their own, and lentTags the tags by which a seat does.
var (
	lentModes = []string{"embedded", "secondment", "seconded"}
	lentTags  = []string{"embedded", "seconded"}
)

// lent marks the seats that are embedded in another department, or whose holder is.
func lent(p *orgmodel.Pass) []bool {
	away := make([]bool, p.Len())
	for s := range p.Nodes() {
		if a := p.Attrs(s); a.Len() > 0 {
			away[s] = slices.ContainsFunc(lentTags, func(tag string) bool { return tagged(a, tag) })
		}
	}
	n := 0
	for e := range p.Edges(orgmodel.Holds, orgmodel.PartOf) {
		if n++; n&4095 == 0 && p.Stopped() {
			break
		}
		if a := p.LineAttrs(e); a.Len() == 0 || !p.LiveLine(e) || !slices.Contains(lentModes, a.Get(orgmodel.Mode)) {
			continue
		}
		switch s := p.SeatOf(e.From); {
		case e.Rel == orgmodel.Holds && p.Live(e.From) && p.Declared(e.To):
			away[e.To] = true
		case e.Rel == orgmodel.PartOf && p.Declared(s):
			away[s] = true
		}
	}
	return away
}
