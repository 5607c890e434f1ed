package rules

import (
	"strconv"

	"example.com/orgchart/orgmodel"
)

// RedundantDotted is the rule redundant-dotted: a dotted line says what the solid ones do not.
type RedundantDotted struct {
	// Hops is how many bosses up a dotted line is redundant; 0 means all, 1 the direct boss alone.
	Hops int
}

const redundantDottedDoc = `A dotted line leads to somebody who is not above already by solid lines.

Why: a second line to one's own boss, or to a boss's boss, says nothing and crosses the chart; what it
was meant to say is lost.

Parameters:
  Hops (all): how many bosses up a dotted line is redundant.

False positives: a sponsor, or whoever directs the work, shown on purpose; give the line that
relation. A dotted line past a boss that is vacant, ended or unknown stands in for it and is left
alone. In an organisation with loops or with several solid bosses of one seat, a boss more than some
sixteen up is not looked for.

Source: the habits of those who draw charts; a tool for diagrams asked how to treat two lines
between one pair (mermaid-js/mermaid#1360).

Before:
  +post cio "Chief information officer"
  +post it-1 "Head of IT"
  +post pm-1 "Payments project manager"
  it-1 reports-to cio
  pm-1 reports-to it-1
  pm-1 dotted-to cio
After:
  +post cio "Chief information officer"
  +post it-1 "Head of IT"
  +post pm-1 "Payments project manager"
  it-1 reports-to cio
  pm-1 reports-to it-1
  pm-1 sponsored-by cio
`

// Rule is the rule. One finding a pair of seats: the subject is the lower one, Key the upper one's
// id, Path the dotted line and the solid ones from below.
func (d RedundantDotted) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "redundant-dotted", Doc: redundantDottedDoc, Severity: orgmodel.Info, Check: d.check}
}

func (d RedundantDotted) check(p *orgmodel.Pass) {
	if !anyLine(p, []orgmodel.Rel{orgmodel.DottedTo}) {
		return
	}
	w := webOf(p, orgmodel.DottedTo)
	if w == nil {
		return
	}
	up := climber{p: p}
	tree := !p.ManyBosses()
	for range p.Cuts() {
		tree = false
	}
	for s := range p.Nodes() {
		for i, t := range w.bosses(s) {
			if i&1023 == 0 && p.Stopped() {
				return
			}
			if tree && p.CommonManager(s, t) != t {
				continue
			}
			if way, hops := d.way(p, &up, tree, s, t); hops > 0 && (d.Hops <= 0 || hops <= d.Hops) {
				d.report(p, w, s, t, way, hops)
			}
		}
	}
}

// way gives the solid lines from a seat up to another, as many as a finding shows, and how many
// there are; 0 where the other is not above, or where nobody decides in between.
func (d RedundantDotted) way(p *orgmodel.Pass, up *climber, tree bool, s, t orgmodel.Ref) ([]orgmodel.Edge, int) {
	if !tree {
		c := up.nearest(s, func(r orgmodel.Ref) bool { return r == t })
		if c.at == orgmodel.None || empties(p, c.path[:len(c.path)-1]) {
			return nil, 0
		}
		return c.path, len(c.path)
	}
	var path []orgmodel.Edge
	for r := s; r != t && len(path) < orgmodel.PathCap; {
		e, ok := p.BossLine(r)
		if !ok {
			return nil, 0
		}
		path = append(path, e)
		r = p.SeatOf(e.To)
	}
	between := path
	if p.SeatOf(path[len(path)-1].To) == t {
		between = path[:len(path)-1]
	}
	if empties(p, between) {
		return nil, 0
	}
	return path, p.Depth(s) - p.Depth(t)
}

// empties says that lines lead to bosses and none of them can decide.
func empties(p *orgmodel.Pass, lines []orgmodel.Edge) bool {
	for _, e := range lines {
		if decides(p, p.SeatOf(e.To)) {
			return false
		}
	}
	return len(lines) > 0
}

func (d RedundantDotted) report(p *orgmodel.Pass, w *web, s, t orgmodel.Ref, way []orgmodel.Edge, hops int) {
	f := orgmodel.Finding{
		Subject: p.ID(s), Key: string(p.ID(t)), PathTotal: 1 + hops, Related: []orgmodel.ID{p.ID(t)},
		Message: called(p, s) + " has a dotted line to " + called(p, t) + ", its boss already.",
		Fix:     "Take the dotted line out, or give it the relation it stands for: directed-by, functional-to or sponsored-by.",
	}
	if hops > 1 {
		f.Message = called(p, s) + " has a dotted line to " + called(p, t) + ", who is above it already, " + strconv.Itoa(hops) + " solid lines up."
	}
	if e, ok := w.lineUp(p, s, t, orgmodel.DottedTo); ok {
		way = append([]orgmodel.Edge{e}, way...)
		f.Pos = p.LinePos(e)
	}
	f.Path = p.Records(way...)
	p.Report(f)
}
