package layout

import "context"

// drawTree draws the edges of the tree: each from its boss to its report, what they share
// drawn by every one of them. It makes room for the loose edges as well.
func (s *sketch) drawTree(ctx context.Context, d *Diagram) error {
	paths, points := 0, 0
	for v := int32(1); v < int32(len(s.box)); v++ {
		for c := s.nodes[v].kid; c < s.nodes[v+1].kid; c++ {
			paths, points = paths+1, points+s.mostCorners(v, c)
		}
	}
	loose := 0
	for i := range d.Edges {
		if i%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		loose += isLoose(d, s.up, i)
	}
	d.Paths = make([]Path, 0, paths+loose)
	d.Points = make([]Point, 0, points+6*loose)
	var p [5]Point
	for v := int32(1); v < int32(len(s.box)); v++ {
		for c := s.nodes[v].kid; c < s.nodes[v+1].kid; c++ {
			n := s.path(d, v, c, &p)
			d.Paths = append(d.Paths, Path{Edge: s.up[s.box[c]], First: int32(len(d.Points)), Count: int32(n)})
			d.Points = append(d.Points, p[:n]...)
		}
		if v%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	d.raiseMarked()
	return ctx.Err()
}

// raiseMarked puts the paths of marked edges after the others, each kind in its order, so that
// a stem they share with quiet ones shows the mark.
func (d *Diagram) raiseMarked() {
	marked := 0
	for _, p := range d.Paths {
		if d.Edges[p.Edge].Mark != NoMark {
			marked++
		}
	}
	if marked == 0 || marked == len(d.Paths) {
		return
	}
	loud := make([]Path, 0, marked)
	quiet := d.Paths[:0]
	for _, p := range d.Paths {
		if d.Edges[p.Edge].Mark != NoMark {
			loud = append(loud, p)
		} else {
			quiet = append(quiet, p)
		}
	}
	d.Paths = append(quiet, loud...)
}

// mostCorners is how many corners the path from v to c can have, known without looking at
// places.
func (s *sketch) mostCorners(v, c int32) int {
	switch {
	case s.how[c]&inBlock == 0:
		return 4
	case s.how[v]&oneColumn != 0 && (s.how[v]&inBlock != 0 || s.leads(v)):
		return 3
	}
	return 5
}

// isLoose is 1 for an edge that joins two boxes and is not held by the tree, otherwise 0.
func isLoose(d *Diagram, up []int32, i int) int {
	e, n := &d.Edges[i], uint32(len(d.Boxes))
	if uint32(e.From) < n && uint32(e.To) < n && up[e.To] != int32(i) {
		return 1
	}
	return 0
}

// path writes the corners from v to its child c and returns how many there are.
func (s *sketch) path(d *Diagram, v, c int32, p *[5]Point) int {
	boss, box := d.At[s.box[v]], d.At[s.box[c]]
	from := Point{boss.X + boss.W/2, boss.Y + boss.H}
	if s.how[c]&inBlock == 0 {
		to := Point{box.X + box.W/2, box.Y}
		near := int32(1) // rounding makes no corner, nor does the list under an only child
		if s.nodes[v+1].kid-s.nodes[v].kid == 1 {
			near = max(near, boss.W/2-8)
		}
		if to.X-from.X >= -near && to.X-from.X <= near {
			from.X = to.X
			return corners(p, from, to)
		}
		y := box.Y - s.LevelGap/2
		return corners(p, from, Point{from.X, y}, Point{to.X, y}, to)
	}
	to, stem := Point{box.X, box.Y + box.H/2}, box.X-s.tick
	if s.how[c]&stemRight != 0 {
		to.X, stem = box.X+box.W, box.X+box.W+s.tick
	}
	y := s.block[v].Y - s.LevelGap/2
	if s.how[v]&inBlock != 0 || s.leads(v) {
		from.X, y = min(boss.X+s.tick, boss.X+boss.W), s.block[v].Y-(s.row+1)/2
	}
	if stem-from.X >= -1 && stem-from.X <= 1 {
		from.X = stem
		return corners(p, from, Point{stem, to.Y}, to)
	}
	return corners(p, from, Point{from.X, y}, Point{stem, y}, Point{stem, to.Y}, to)
}

func corners(p *[5]Point, c ...Point) int { return copy(p[:], c) }
