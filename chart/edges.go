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
	for i, r := range s.drawn {
		u := s.tree.up(r)
		if u == orgmodel.None || !s.tree.hangs(r) || s.boxOf[u] < 0 {
			continue
		}
		e := layout.Edge{From: s.boxOf[u], To: int32(i), Tree: true, Mark: s.lineMark(r)}
		e.Arrow = e.Mark != layout.NoMark
		if e.Mark != layout.NoMark {
			s.keys.loudEdges++
		}
		s.g.Edges = append(s.g.Edges, e)
	}
	s.keys.rels = map[orgmodel.Rel]int{s.Tree: len(s.g.Edges)}
	if len(s.Over) > 0 {
		s.over()
	}
}

// lineMark is how loud the line from r to what is above it is.
func (s *sketch) lineMark(r orgmodel.Ref) layout.Mark {
	if len(s.loud) == 0 {
		return layout.NoMark
	}
	e, ok := s.tree.line(r)
	if !ok {
		return layout.NoMark
	}
	return s.loud[lineKey{s.o.ID(e.From), e.Rel, s.o.ID(e.To)}]
}

// over lays the lines that do not shape the tree over it: each pair of boxes once a relation.
func (s *sketch) over() {
	type pair struct {
		from, to int32
		rel      orgmodel.Rel
	}
	seen := map[pair]bool{}
	for e := range s.o.Edges() {
		if e.Rel == orgmodel.PartOf || e.Rel == orgmodel.Holds || !slices.Contains(s.Over, e.Rel) || !s.o.LiveLine(e) {
			continue
		}
		low, high := s.tree.node(e.From), s.tree.node(e.To)
		from, to := s.boxOf[high], s.boxOf[low]
		if from < 0 || to < 0 || e.Rel == s.Tree && s.tree.up(low) == high && s.tree.hangs(low) {
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
