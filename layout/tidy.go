package layout

import (
	"context"
	"fmt"
)

// A Direction is where reports stand as seen from their boss.
type Direction uint8

const (
	TopDown   Direction = iota // below
	LeftRight                  // to the right
)

// Tidy is the engine for charts of who reports to whom: a tidy tree (see Placer) in which
// wide teams of leaves stack in columns and, where the shape of the whole gains by it, the
// lowest levels hang as indented lists. The zero Tidy draws well.
//
// Siblings stand in the order of their edges: from left to right, in stacks down the columns,
// the first column first. In a team that has leaves and bosses, the stack of leaves stands
// where the first leaf would. Boxes of one depth share a row. Boxes of the tray stand in
// columns at the right. Loose edges never move a box.
//
// Up to 20,000 boxes Tidy tries several arrangements and takes the one that can be shown
// largest on a screen of the shape aimed at; above, it takes one that suits large charts.
type Tidy struct {
	SiblingGap int32     // px between boxes side by side; 0 means 24, less means none
	LevelGap   int32     // px between a boss and the team; 0 means 40, less means none
	Direction  Direction // LeftRight is TopDown with width and height exchanged
	Stack      int       // how many leaf reports a team may have before they stack; 0 means 5 (LeftRight: 24), less means any number, and nothing hangs
	Aspect     int       // shape aimed at, the width in hundredths of the height; 0 means 160, the 16:10 of a screen
}

// withDefaults returns t with every 0 replaced.
func (t Tidy) withDefaults() Tidy {
	if t.SiblingGap == 0 {
		t.SiblingGap = 24
	}
	if t.LevelGap == 0 {
		t.LevelGap = 40
	}
	t.SiblingGap, t.LevelGap = max(t.SiblingGap, 0), max(t.LevelGap, 0)
	if t.Stack == 0 {
		t.Stack = 5
		if t.Direction == LeftRight {
			t.Stack = 24
		}
	}
	if t.Aspect <= 0 {
		t.Aspect = 160
	}
	t.Aspect = min(max(t.Aspect, 1), 10_000)
	return t
}

// Arrange gives every box and edge of g a place. The error is ctx's or wraps ErrTooLarge;
// edges that name no box are left out, and whatever else is odd in g has a drawing.
func (t Tidy) Arrange(ctx context.Context, g Graph) (*Diagram, error) {
	t = t.withDefaults()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := t.fits(&g); err != nil {
		return nil, err
	}
	size := func(b *Box) (int32, int32) { return max(b.W, 0), max(b.H, 0) }
	if t.Direction == LeftRight {
		size = func(b *Box) (int32, int32) { return max(b.H, 0), max(b.W, 0) }
	}
	f, err := grow(ctx, &g, size)
	if err != nil {
		return nil, err
	}
	s := newSketch(t, f)
	if err := s.choose(ctx); err != nil {
		return nil, err
	}
	d := &Diagram{Graph: g, At: make([]Rect, len(g.Boxes))}
	if err := s.place(ctx, d); err != nil {
		return nil, err
	}
	if err := s.drawTree(ctx, d); err != nil {
		return nil, err
	}
	if t.Direction == LeftRight {
		transpose(d)
	}
	standApart(d, f.tray, t, d.corner())
	if err := routeLoose(ctx, d, s); err != nil {
		return nil, err
	}
	Finish(d)
	return d, nil
}

// fits keeps the sums of the widest arrangement possible within a coordinate, with room for
// what stands around it.
func (t Tidy) fits(g *Graph) error {
	var wide, high int64
	for i := range g.Boxes {
		wide += int64(max(g.Boxes[i].W, 0))
		high += int64(max(g.Boxes[i].H, 0))
	}
	gap := t.SiblingGap + t.LevelGap
	if _, err := room(len(g.Boxes)+1000, wide, high, gap, gap); err != nil {
		return fmt.Errorf("tidy: %w", err)
	}
	return nil
}

// transpose exchanges x and y of boxes and paths.
func transpose(d *Diagram) {
	for i, r := range d.At {
		d.At[i] = Rect{r.Y, r.X, r.H, r.W}
	}
	for i, p := range d.Points {
		d.Points[i] = Point{p.Y, p.X}
	}
}
