package layout

import (
	"context"
	"math"
)

// How the children of a box stand, and how a box stands itself.
const (
	stacked   = 1 << iota // its leaves stand in a block
	hung                  // all its children stand in a block, with what they lead
	inBlock               // it stands in its boss's block
	stemRight             // the stem of that block runs at its right
	oneColumn             // its block is a single column
)

// A sketch is an arrangement being made. Everything in it lies top down.
type sketch struct {
	*forest
	Tidy
	plan
	tick int32 // from a stem to its boxes
	row  int32 // between boxes in a column

	height []uint8 // levels below each node, 255 for more
	how    []uint8 // of each node
	block  []Point // size of each node's block, then its place
	level  []int32 // height of the rows that boxes share, by depth
	grid   []int32 // heights of the rows of one block
	tops   []int32 // where rows of boxes outside blocks begin, going up

	tidy contours
	node []node  // boxes and blocks that the tidy tree places
	of   []int32 // what they are: a node of the forest, or ^node for its block
}

// A plan is what one arrangement does with its teams.
type plan struct {
	deep int   // 0: teams of more than Stack leaves stack, 1: all do, more: teams with so many levels below hang
	tall int32 // how high a block should be, px
}

func newSketch(t Tidy, f *forest) *sketch {
	n := len(f.box)
	s := &sketch{forest: f, Tidy: t, tick: (t.SiblingGap + 1) / 2, row: (t.SiblingGap + 1) / 2}
	s.height, s.how, s.block = make([]uint8, n), make([]uint8, n), make([]Point, n)
	for v := n - 1; v >= 0; v-- {
		for c := f.nodes[v].kid; c < f.nodes[v+1].kid; c++ {
			s.height[v] = max(s.height[v], uint8(min(254, int(s.height[c])))+1)
		}
	}
	levels := 0
	for v := int32(0); int(v) < n; v = f.nodes[v].kid { // the first node of each depth
		levels++
	}
	s.level, s.tops = make([]int32, 0, levels), make([]int32, 0, levels)
	return s
}

func (s *sketch) leaf(v int32) bool { return s.nodes[v].kid == s.nodes[v+1].kid }

// decide sets how every team stands and finds the heights of the rows.
func (s *sketch) decide() {
	s.level = s.level[:0]
	clear(s.how)
	depth, below := -1, int32(0) // below: the first node of the next depth
	for v := range int32(len(s.box)) {
		if v >= below {
			depth, below = depth+1, s.nodes[v].kid
			s.level = append(s.level, 0)
		}
		if s.how[v]&inBlock == 0 {
			s.level[depth] = max(s.level[depth], s.nodes[v].low)
		}
		lo, hi := s.nodes[v].kid, s.nodes[v+1].kid
		if lo == hi {
			continue
		}
		leaves := 0
		for c := lo; c < hi; c++ {
			if s.leaf(c) {
				leaves++
			}
		}
		s.how[v] |= s.team(v, leaves, int(hi-lo))
		for c := lo; c < hi; c++ {
			if s.how[v]&hung != 0 || s.how[v]&stacked != 0 && s.leaf(c) {
				s.how[c] |= inBlock
			}
		}
	}
}

// team decides for one team.
func (s *sketch) team(v int32, leaves, all int) uint8 {
	levels := int(s.height[v])
	switch {
	case s.how[v]&inBlock != 0 && levels > 1:
		return hung
	case s.how[v]&inBlock != 0:
		return stacked
	case v > 0 && levels > 1 && levels <= s.deep && all > 1:
		return hung
	case s.Stack >= 0 && (leaves > s.Stack || s.deep > 0 && v > 0 && leaves > 1):
		return stacked
	}
	return 0
}

// blocks finds the size of every block, the lowest first.
func (s *sketch) blocks() {
	for v := int32(len(s.box)) - 1; v >= 0; v-- {
		if s.how[v]&(stacked|hung) != 0 {
			s.block[v] = s.fill(v, Point{}, nil)
		}
	}
}

// outer is the size of a box in a hanging list together with what hangs under it.
func (s *sketch) outer(v int32) (w, h int32) {
	w, h = s.nodes[v].w, s.nodes[v].low
	if s.how[v]&(stacked|hung) != 0 {
		w, h = max(w, s.tick+s.block[v].X), h+s.row+s.block[v].Y
	}
	return w, h
}

// reduce lists what the tidy tree places: boxes outside blocks, and blocks.
func (s *sketch) reduce() {
	n := 2 // above the roots, and the end
	for v := range s.box {
		if s.how[v]&inBlock == 0 {
			n++
		}
		if s.how[v]&(stacked|hung) != 0 {
			n++
		}
	}
	s.node, s.of = resize(s.node, n), resize(s.of, n)
	s.node, s.of = append(s.node[:0], node{}), append(s.of[:0], 0)
	depth, below := -1, 0
	for i := 0; i < len(s.node); i++ {
		if i >= below {
			depth, below = depth+1, len(s.node)
		}
		s.node[i].kid = int32(len(s.node))
		v := s.of[i]
		if v < 0 {
			continue
		}
		block := s.how[v]&(stacked|hung) != 0
		for c := s.nodes[v].kid; c < s.nodes[v+1].kid; c++ {
			switch {
			case s.how[c]&inBlock == 0:
				w, h := s.nodes[c].w, s.nodes[c].low
				if row := s.level[depth+1]; row <= 2*h {
					h = row
				}
				if s.leads(c) {
					w = max(w, s.tick+s.block[c].X)
				}
				s.node = append(s.node, node{w: w, low: h})
				s.of = append(s.of, c)
			case block:
				n := node{w: s.block[v].X, low: s.block[v].Y}
				if s.leads(v) {
					n.w = s.node[i].w
				}
				s.node = append(s.node, n)
				s.of = append(s.of, ^v)
				block = false
			}
		}
	}
	s.node = append(s.node, node{kid: int32(len(s.node))})
}

// leads tells whether v stands at the head of a single column: both are as wide as the wider
// of them, the column a step to the right, and its stem falls straight from v.
func (s *sketch) leads(v int32) bool {
	return v > 0 && s.how[v]&oneColumn != 0 && (s.how[v]&hung != 0 || s.height[v] == 1)
}

// try arranges s by p as far as its size.
func (s *sketch) try(ctx context.Context, p plan) (w, h int32, err error) {
	s.plan = p
	for _, step := range []func(){s.decide, s.blocks, s.reduce} {
		if step(); ctx.Err() != nil {
			return 0, 0, ctx.Err()
		}
	}
	var wide int64
	for _, n := range s.node {
		wide += int64(n.w) + int64(s.SiblingGap)
	}
	if wide > math.MaxInt32 {
		return 0, 0, ErrTooLarge
	}
	err = s.tidy.solve(ctx, s.node, s.SiblingGap, s.LevelGap, wide)
	return s.tidy.w, s.tidy.h, err
}

// place gives every box outside the tray its place, by the plan tried last.
func (s *sketch) place(ctx context.Context, d *Diagram) error {
	ends, fine := s.tidy.ends, s.tidy.fine
	for v := range int32(len(s.of)) {
		if v%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		from, y := s.node[v].pos+ends[v].kids, s.node[v].low
		for c := s.node[v].kid; c < s.node[v+1].kid; c++ {
			s.node[c].pos += from
			x := s.node[c].pos >> fine
			if b := s.of[c]; b >= 0 {
				d.At[s.box[b]] = Rect{x, y, s.nodes[b].w, s.nodes[b].low}
				if len(s.tops) == 0 || s.tops[len(s.tops)-1] < y {
					s.tops = append(s.tops, y)
				}
			} else {
				if s.leads(^b) {
					x += s.tick
				}
				s.block[^b] = Point{x, y}
			}
		}
	}
	s.node, s.of, s.tidy = nil, nil, contours{}
	for v := range int32(len(s.box)) {
		if s.how[v]&(stacked|hung) != 0 {
			s.fill(v, s.block[v], d.At)
		}
		if v%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}
