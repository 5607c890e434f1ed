package chart

import (
	"slices"

	"example.com/orgchart/layout"
	"example.com/orgchart/orgmodel"
)

// strokes are how relations are drawn and called in the legend.
var strokes = map[orgmodel.Rel]layout.Stroke{
	orgmodel.ReportsTo:    layout.Solid,
	orgmodel.DottedTo:     layout.Dotted,
	orgmodel.DirectedBy:   layout.Dashed,
	orgmodel.FunctionalTo: layout.LongDash,
	orgmodel.SponsoredBy:  layout.Double,
	orgmodel.Represents:   layout.Double,
	orgmodel.OverseenBy:   layout.DashDot,
	orgmodel.SupportedBy:  layout.DashDot,
}

// edges makes the tree's edges and lays the other lines over them.
func (s *sketch) edges() {
	s.g.Edges = make([]layout.Edge, 0, len(s.drawn))
	for i, u := range s.up {
		if u < 0 {
			continue
		}
		e := layout.Edge{From: u, To: int32(i), Tree: true}
		if len(s.stems) > 0 {
			e.Mark = s.stems[int32(i)]
			e.Arrow = e.Mark != layout.NoMark
		}
		if e.Arrow {
			s.keys.loudEdges++
		}
		s.g.Edges = append(s.g.Edges, e)
	}
	s.keys.rels = map[orgmodel.Rel]int{s.Tree: len(s.g.Edges)}
	if len(s.Over) > 0 {
		s.over()
	}
}

// over lays the lines that do not shape the tree over it: each pair of boxes once a relation.
func (s *sketch) over() {
	type pair struct {
		from, to int32
		rel      orgmodel.Rel
	}
	seen := map[pair]bool{}
	rels := slices.Clone(s.Over)
	if !s.tree.extra { // then every line of the tree's relation is in the tree
		rels = slices.DeleteFunc(rels, func(r orgmodel.Rel) bool { return r == s.Tree })
	}
	if len(rels) == 0 {
		return
	}
	for e := range s.o.Edges(rels...) {
		if !s.o.LiveLine(e) {
			continue
		}
		low, high := s.tree.node(e.From), s.tree.node(e.To)
		from, to := s.boxOf[high], s.boxOf[low]
		if from < 0 || to < 0 || e.Rel == s.Tree && s.up[to] == from && from != to {
			continue
		}
		p := pair{from, to, e.Rel}
		if seen[p] {
			continue
		}
		seen[p] = true
		m := s.loud[lineKey{s.o.ID(e.From), e.Rel, s.o.ID(e.To)}]
		if m == layout.NoMark && from == to && e.Rel == s.Tree {
			m = layout.Error // reports to itself
		}
		if m != layout.NoMark {
			s.keys.loudEdges++
		}
		s.keys.rels[e.Rel]++
		s.g.Edges = append(s.g.Edges, layout.Edge{From: from, To: to, Stroke: strokes[e.Rel], Mark: m, Arrow: m != layout.NoMark})
	}
}
