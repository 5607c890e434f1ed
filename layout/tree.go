package layout

import (
	"context"
	"errors"
	"fmt"
	"math"
)

// A Tree is a forest of boxes as three columns, a row each, in any order of rows. Parent is
// the row of the box above; -1, or any number that is no row, makes a root. Siblings stand
// in the order of their rows. W and H are px; less than 0 counts as 0.
//
// Every Tree has a drawing: where parents run in a loop, the lowest row of the loop becomes
// a root.
type Tree struct{ Parent, W, H []int32 }

// ErrTooLarge says that a picture could be wider or higher than 2,147,483,647 px, the
// largest a coordinate can be. Errors that wrap it say how large.
var ErrTooLarge = errors.New("layout: picture too large for its coordinates")

// A Placer gives the boxes of a Tree their places, in time linear in their number and
// without recursion: A. van der Ploeg, "Drawing non-layered tidy trees in linear time",
// Software: Practice and Experience 44(12), 2014. Boxes may have any size. A box stands
// LevelGap below the bottom of its parent, whatever its cousins do; subtrees stand as close
// as SiblingGap allows; a parent stands over the middle of the span from its first child's
// left edge to its last one's right edge, to the pixel;
// several roots stand side by side.
//
// The zero Placer leaves no gaps. It keeps its working memory (56 bytes a row) from one
// call to the next, so it serves one goroutine at a time.
type Placer struct {
	SiblingGap int32 // px between boxes side by side, at least; less than 0 counts as 0
	LevelGap   int32 // px between a box and its children; less than 0 counts as 0

	number numbering
	tidy   contours
}

// Place returns the top left corner of each box of t, in the order of its rows, and the size
// of the whole, whose own top left corner is 0, 0. The result is written into at where that
// has the room. The error is ctx's, ErrTooLarge, or says that the columns differ in length.
func (p *Placer) Place(ctx context.Context, t Tree, at []Point) (_ []Point, w, h int, err error) {
	n := len(t.Parent)
	if len(t.W) != n || len(t.H) != n {
		return nil, 0, 0, fmt.Errorf("layout: Tree has %d parents, %d widths and %d heights; want as many of each", n, len(t.W), len(t.H))
	}
	sibling, level := max(p.SiblingGap, 0), max(p.LevelGap, 0)
	room, err := fits(t.W, t.H, sibling, level)
	if err != nil {
		return nil, 0, 0, err
	}
	nodes, err := p.number.build(ctx, t, p.tidy.nodes)
	if err != nil {
		return nil, 0, 0, err
	}
	if err := p.tidy.solve(ctx, nodes, sibling, level, room); err != nil {
		return nil, 0, 0, err
	}
	if cap(at) < n {
		at = make([]Point, n)
	}
	at = at[:n]
	row, ends, fine := p.number.row, p.tidy.ends, p.tidy.fine
	for v := range n + 1 {
		from, y := nodes[v].pos+ends[v].kids, nodes[v].low
		for c := nodes[v].kid; c < nodes[v+1].kid; c++ {
			nodes[c].pos += from
			at[row[c]] = Point{nodes[c].pos >> fine, y}
		}
	}
	return at, int(p.tidy.w), int(p.tidy.h), nil
}

// fits returns how wide all boxes with their gaps are side by side; no sum of the algorithm is
// larger. It fails where that could overflow a coordinate.
func fits(w, h []int32, sibling, level int32) (int64, error) {
	var wide, high int64
	for i := range w {
		wide += int64(max(w[i], 0))
		high += int64(max(h[i], 0))
	}
	return room(len(w), wide, high, sibling, level)
}

func room(n int, wide, high int64, sibling, level int32) (int64, error) {
	wide += int64(n) * int64(sibling)
	high += int64(n) * int64(level)
	if wide > math.MaxInt32 || high > math.MaxInt32 {
		return 0, fmt.Errorf("%w: %d boxes with their gaps make %d px side by side and %d px one under the other; at most %d", ErrTooLarge, n, wide, high, math.MaxInt32)
	}
	return wide, nil
}
