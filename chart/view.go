package chart

import (
	"example.com/orgchart/layout"
	"example.com/orgchart/orgmodel"
)

// A View says which part of an organisation is drawn and how. The zero View draws all of it.
type View struct {
	Root     orgmodel.ID       // draws this seat and what is under it; empty draws everything
	Depth    int               // levels drawn under a root; what is deeper is a count at the foot of its boss; 0 draws all
	Over     []orgmodel.Rel    // relations laid over the tree; nil: every reporting relation; empty: none
	Tree     orgmodel.Rel      // relation that shapes the tree; empty: reports-to
	Detail   []string          // attributes of the third line, "unit" being what the seat is part of; nil: grade, unit
	Findings orgmodel.Findings // drawn on the boxes they are about
	Title    string            // empty: the organisation's name
	Source   string            // where the records come from, in the subtitle
}

// reporting are the relations laid over the tree by default.
var reporting = []orgmodel.Rel{
	orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.FunctionalTo, orgmodel.DottedTo,
	orgmodel.OverseenBy, orgmodel.SponsoredBy, orgmodel.Represents, orgmodel.SupportedBy,
}

// Graph is the view of o as boxes and edges without places. A Root nobody declares gives a
// Graph without boxes; Has tells.
func (v View) Graph(o *orgmodel.Org) layout.Graph {
	if v.Over == nil {
		v.Over = reporting
	}
	if v.Detail == nil {
		v.Detail = []string{orgmodel.Grade, unitDetail}
	}
	if v.Tree == "" {
		v.Tree = orgmodel.ReportsTo
	}
	s := &sketch{View: v, o: o, tree: seatTree(o)}
	if v.Tree != orgmodel.ReportsTo {
		s.tree = relTree(o, v.Tree)
	}
	s.choose()
	s.mark()
	s.partOf()
	s.bars()
	s.boxes()
	s.level()
	s.edges()
	s.words()
	return s.g
}

// Has says that the view's root is there.
func (v View) Has(o *orgmodel.Org) bool {
	_, ok := o.Find(v.Root)
	return v.Root == "" || ok
}

// sketch is a Graph in the making.
type sketch struct {
	View
	o    *orgmodel.Org
	g    layout.Graph
	tree tree

	drawn []orgmodel.Ref // by box
	up    []int32        // by box: the box it hangs under, -1 where there is none
	boxOf []int32        // by Ref: its box, -1 where it is not drawn
	below []int32        // by box: seats hidden under it; nil while nothing is hidden
	marks map[orgmodel.Ref]*mark
	loud  map[lineKey]layout.Mark // lines that findings show
	stems map[int32]layout.Mark   // the same by the lower box, where the line shapes the tree
	unit  []orgmodel.Ref          // by Ref: what it is part of
	barOf map[orgmodel.Ref]uint8  // unit to the colour of its bar
	units []orgmodel.Ref          // units that have a bar, in the order of their colours
	keys  legend
	told  map[orgmodel.ID]bool // records that findings name; nil until it is asked
}

type lineKey struct {
	from orgmodel.ID
	rel  orgmodel.Rel
	to   orgmodel.ID
}

// choose picks what is drawn: breadth first, so that a boss comes before its reports.
func (s *sketch) choose() {
	n := s.o.Len()
	for range s.o.Ghosts() {
		n++
	}
	s.boxOf = make([]int32, n)
	for i := range s.boxOf {
		s.boxOf[i] = -1
	}
	root := orgmodel.None
	if s.Root != "" {
		r, ok := s.o.Find(s.Root)
		if !ok {
			return
		}
		root = s.tree.node(r)
	}
	whole := root == orgmodel.None && s.Depth <= 0
	s.drawn, s.up = make([]orgmodel.Ref, 0, n), make([]int32, 0, n)
	var depth []int32
	for r, up := range s.tree.nodes {
		if up == orgmodel.None && r != root && s.gone(r) {
			continue
		}
		b := int32(-1)
		if up != orgmodel.None {
			b = s.boxOf[up]
		}
		if !whole {
			d := int32(0)
			switch {
			case r == root:
				b = -1
			case b >= 0:
				d = depth[b] + 1
			case b < -1:
				s.hide(r, -2-b)
				continue
			case root != orgmodel.None:
				continue
			}
			if s.Depth > 0 && int(d) > s.Depth {
				s.hide(r, b)
				continue
			}
			depth = append(depth, d)
		}
		s.boxOf[r] = int32(len(s.drawn))
		s.drawn = append(s.drawn, r)
		s.up = append(s.up, b)
	}
}

// hide counts a seat at the box it is hidden under, and lets what is under it find that box:
// boxOf of a hidden seat is -2 less its box.
func (s *sketch) hide(r orgmodel.Ref, b int32) {
	if s.below == nil {
		s.below = make([]int32, len(s.boxOf))
	}
	s.below[b]++
	s.boxOf[r] = -2 - b
}
