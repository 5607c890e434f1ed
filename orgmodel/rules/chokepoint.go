package rules

import (
	"math"
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// Chokepoint is the rule chokepoint: nobody below the top stands on every way up of too many.
type Chokepoint struct {
	Fraction float64        // of the seats under the top, from which on a seat is reported; 0 means 0.4
	MinSeats int            // organisations with fewer seats are left alone; 0 means 10
	Rels     []orgmodel.Rel // the lines by which one escalates; nil means reports-to and directed-by
}

const chokepointDoc = `Nobody below the top stands on every way up of a large part of the organisation.

Why: where that one is away, on leave or gone, approvals and bad news of all below wait, or go to
the wrong person.

Parameters:
  Fraction (0.4): the part of the seats for which a seat may not be the only way up.
  MinSeats (10): in organisations with fewer seats nobody is reported.
  Rels (reports-to, directed-by): the lines by which matters go up.

False positives: small firms in which all hang on one; MinSeats. A seat with two holders, or with a
filled report marked as its deputy (the word among its tags, or mode=deputy on its line), is none. A top is
none: nothing goes further up. Where one such seat stands above another, the lower one is reported and names those above it.
Seats under no top are not counted (unreachable-from-top).

Source: outages of approval in a product that sent requests to one manager, who was away
(microsoft/coe-starter-kit#9115); a seat on all ways up is a dominator in the sense of the theory of
graphs (T. Lengauer and R. E. Tarjan, 1979).

Before:
  +post cio "Chief information officer"
  +post it-1 "Head of IT"
  +post d-1
  +post d-2
  +post d-3
  +post d-4
  +post d-5
  +post d-6
  +post d-7
  +post d-8
  it-1 reports-to cio
  d-1 reports-to it-1
  d-2 reports-to it-1
  d-3 reports-to it-1
  d-4 reports-to it-1
  d-5 reports-to it-1
  d-6 reports-to cio
  d-7 reports-to cio
  d-8 reports-to cio
After:
  +post cio "Chief information officer"
  +post it-1 "Head of IT"
  +post d-1
  +post d-2
  +post d-3
  +post d-4
  +post d-5
  +post d-6
  +post d-7
  +post d-8
  it-1 reports-to cio
  d-1 reports-to it-1
  d-2 reports-to it-1
  d-3 reports-to it-1
  d-4 reports-to cio
  d-5 reports-to cio
  d-6 reports-to cio
  d-7 reports-to cio
  d-8 reports-to cio
`

// Rule is the rule. One finding a seat: Path leads from it to the top, Related are those above it
// that also stand on every way up, nearest first, tops left out.
func (c Chokepoint) Rule() orgmodel.Rule {
	c = c.filled()
	return orgmodel.Rule{Name: "chokepoint", Doc: chokepointDoc, Severity: orgmodel.Info, Check: c.check}
}

// filled is c with its defaults.
func (c Chokepoint) filled() Chokepoint {
	if !(c.Fraction > 0) {
		c.Fraction = 0.4
	}
	if c.MinSeats == 0 {
		c.MinSeats = 10
	}
	if c.Rels == nil {
		c.Rels = []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy}
	}
	return c
}

func (c Chokepoint) check(p *orgmodel.Pass) {
	tops, _ := survey(p)
	tops = liveOnes(p, tops)
	w := webOf(p, c.Rels...)
	if w == nil || len(tops) == 0 {
		return
	}
	d := walkDown(p, w, tops)
	if d == nil || len(d.vertex)-1 < c.MinSeats {
		return
	}
	all := len(d.vertex) - 1
	need := int32(max(1, math.Ceil(min(c.Fraction, 2)*float64(all)-1e-9)))
	if !d.mayWeigh(need) || !d.solve(p) {
		return
	}
	weight, a := d.weights(), newAscent(p, d)
	lower := make([]bool, len(weight)) // one below it is as weighty
	for v := len(weight) - 1; v > 0; v-- {
		if v&4095 == 0 && p.Stopped() {
			return
		}
		if weight[v]-1 < need || d.isTop[v] || hasDeputy(p, w, d.vertex[v]) {
			continue
		}
		if !lower[v] {
			c.report(p, d, a, int32(v), int(weight[v]-1))
		}
		lower[d.idom[v]] = true
	}
}

// hasDeputy says that somebody else can decide for a seat: a second holder, or a deputy.
func hasDeputy(p *orgmodel.Pass, w *web, seat orgmodel.Ref) bool {
	first := orgmodel.None
	for e := range p.Holders(seat) {
		if first != orgmodel.None && e.From != first {
			return true
		}
		first = e.From
	}
	return slices.ContainsFunc(w.reports(seat), func(r orgmodel.Ref) bool { return decides(p, r) && isDeputy(p, w, r, seat) })
}

func (c Chokepoint) report(p *orgmodel.Pass, d *dominators, a *ascent, v int32, below int) {
	seat, all := d.vertex[v], len(d.vertex)-1
	var above []orgmodel.Ref
	var ids []orgmodel.ID
	for u := d.idom[v]; u != 0 && !d.isTop[u] && len(above) < orgmodel.PathCap; u = d.idom[u] {
		above = append(above, d.vertex[u])
		ids = append(ids, p.ID(d.vertex[u]))
	}
	f := orgmodel.Finding{
		Subject: p.ID(seat), Related: ids, RelatedTotal: int(a.above[v]),
		Message: called(p, seat) + " stands on every way up of " + strconv.Itoa(below) + " of " + count(all, "seat") +
			" (" + percent(float64(below)/float64(all)) + ")",
		Fix: "Name a deputy for " + word(p.ID(seat)) + " (mode=deputy on the line of one of its reports), or give some of those below it a second way up.",
	}
	if len(above) > 0 {
		f.Message += ", and above it so does " + names(p, above, int(a.above[v]))
	}
	f.Message += "."
	way := []orgmodel.Ref{seat}
	for u := v; !d.isTop[u] && len(way) <= orgmodel.PathCap; {
		u = a.via[u]
		way = append(way, d.vertex[u])
	}
	f.Path, f.PathTotal = d.w.wayUp(p, way, c.Rels...), int(a.steps[v])
	p.Report(f)
}

// ascent is a shortest way from each seat to a top, of several that by the smallest ids from the
// top down, and how many seats below the tops stand on all its ways.
type ascent struct{ via, steps, above []int32 } // by number of the dominators

func newAscent(p *orgmodel.Pass, d *dominators) *ascent {
	n := len(d.vertex)
	a := &ascent{via: make([]int32, n), steps: make([]int32, n), above: make([]int32, n)}
	var queue []int32
	for v := 1; v < n; v++ {
		if d.isTop[v] {
			queue = append(queue, int32(v))
		} else if u := d.idom[v]; u != 0 && !d.isTop[u] {
			a.above[v] = a.above[u] + 1
		}
	}
	order := byID(p)
	for i := 0; i < len(queue); i++ {
		if i&4095 == 0 && p.Stopped() {
			break
		}
		t := queue[i]
		for _, r := range d.w.reports(d.vertex[t]) {
			switch s := d.num[r]; {
			case d.isTop[s]:
			case a.steps[s] == 0:
				a.steps[s], a.via[s] = a.steps[t]+1, t
				queue = append(queue, s)
			case a.steps[s] == a.steps[t]+1 && order(d.vertex[t], d.vertex[a.via[s]]) < 0:
				a.via[s] = t
			}
		}
	}
	return a
}
