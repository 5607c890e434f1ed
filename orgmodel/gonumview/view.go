package gonumview

import (
	"gonum.org/v1/gonum/graph"

	"example.com/orgchart/orgmodel"
)

// A View says what gonum sees of an organisation. The zero View is every line that is live on the
// organisation's day, of any relation, as it is written.
type View struct {
	// Rels are the relations whose lines are seen; none means all.
	Rels []orgmodel.Rel
	// Seats joins the seats that stand for the ends of a line (Org.SeatOf) rather than the ends as
	// written, and leaves out lines with an end that may not be a seat: what Org.SeatKnots walks.
	Seats bool
	// All makes a node of everything declared (with Seats, of every seat), be it touched by a line
	// of the view or not.
	All bool
	// Reverse turns edges round: from the boss to the report.
	Reverse bool
	// Weight is what a line weighs; nil means 1 each. It is called once a line, in the author's
	// order, and must not give NaN; gonum's shortest paths want it not below 0.
	Weight func(orgmodel.Edge) float64
}

// Graph is the plain graph of the view: one edge from a node to another however many lines there
// are, none from a node to itself.
func (v View) Graph(o *orgmodel.Org) *Graph { return v.graph(o, v.lines(o)) }

// Forest is the graph of Org.Forest: every seat and the line by which it hangs under its one boss.
// It has no loops, since they are taken apart where Org.Cuts says. Of the View it takes Weight and
// Reverse.
func (v View) Forest(o *orgmodel.Org) *Graph {
	p := pairs{nodes: newSet(o)}
	for seat, boss := range o.Forest() {
		p.nodes.add(seat)
		if boss != orgmodel.None {
			e, _ := o.BossLine(seat)
			p.add(seat, boss, e, v.Weight)
		}
	}
	return v.graph(o, p)
}

// Multigraph is the view with every line as an edge of its own, lines to oneself included.
func (v View) Multigraph(o *orgmodel.Org) *Multigraph {
	p := v.lines(o)
	if v.Reverse {
		p.from, p.to = p.to, p.from
	}
	p.sort(p.nodes.size)
	m := &Multigraph{org: o, line: p.line, weight: p.weight}
	m.run = p.runs()
	m.arcs = newArcs(p, m.run)
	return m
}

func (v View) graph(o *orgmodel.Org, p pairs) *Graph {
	p.dropSelf()
	if v.Reverse {
		p.from, p.to = p.to, p.from
	}
	p.sort(p.nodes.size)
	runs := p.runs()
	g := &Graph{org: o, arcs: newArcs(p, runs), line: make([]int32, len(runs)-1)}
	if p.weight != nil {
		g.weight = make([]float64, len(g.line))
	}
	for i := range g.line {
		least := runs[i]
		for k := least; p.weight != nil && k < runs[i+1]; k++ {
			if p.weight[k] < p.weight[least] {
				least = k
			}
		}
		g.line[i] = p.line[least]
		if p.weight != nil {
			g.weight[i] = p.weight[least]
		}
	}
	return g
}

// lines are the live lines of the view, with their ends.
func (v View) lines(o *orgmodel.Org) pairs {
	p := pairs{nodes: newSet(o)}
	for e := range o.Edges(v.Rels...) {
		if !o.LiveLine(e) {
			continue
		}
		s, t := e.From, e.To
		if v.Seats {
			if s, t = o.SeatOf(s), o.SeatOf(t); !o.MaySit(s) || !o.MaySit(t) {
				continue
			}
		}
		p.nodes.add(s)
		p.nodes.add(t)
		p.add(s, t, e, v.Weight)
	}
	if v.All {
		all := o.Nodes()
		if v.Seats {
			all = o.Seats()
		}
		for r := range all {
			p.nodes.add(r)
		}
	}
	return p
}

// A Node is a record or a ghost as gonum knows it: its number is its Ref.
type Node int64

// ID is the node's number.
func (n Node) ID() int64 { return int64(n) }

// Ref is the node's number in its Org.
func (n Node) Ref() orgmodel.Ref { return Ref(n) }

// Ref is the number in the Org of a node that gonum gives back, None of nil or of what is no node
// of any organisation.
func Ref(n graph.Node) orgmodel.Ref {
	if n == nil || n.ID() < 0 || n.ID() > 1<<31-1 {
		return orgmodel.None
	}
	return orgmodel.Ref(n.ID())
}
