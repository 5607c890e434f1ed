package layout_test

import (
	"testing"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/layouttest"
)

// Where there is a way between the boxes, no loose edge runs through one, and of two lines
// that run side by side none covers the other.
func TestLooseEdgesRunBetweenBoxes(t *testing.T) {
	routed, all := 0, 0
	for seed := range uint64(40) {
		g := layouttest.Random(seed, 70)
		held := layouttest.Held(g)
		for _, e := range []layout.Tidy{{}, {Direction: layout.LeftRight}} {
			d := arrange(t, e, g)
			for i, p := range d.Paths {
				if held[g.Edges[p.Edge].To] == p.Edge {
					continue
				}
				all++
				if p.Curve {
					continue
				}
				routed++
				points := d.Points[p.First : p.First+p.Count]
				for k := 1; k < len(points); k++ {
					for b, r := range d.At {
						if meets(points[k-1], points[k], r) {
							t.Errorf("seed %d: path %d runs through box %d at %v from %v to %v", seed, i, b, r, points[k-1], points[k])
						}
					}
				}
			}
		}
	}
	if routed*100 < all*95 {
		t.Errorf("only %d of %d loose edges have a way between the boxes", routed, all)
	}
}

func meets(a, b layout.Point, r layout.Rect) bool {
	return min(a.X, b.X) < r.X+r.W && r.X < max(a.X, b.X) && min(a.Y, b.Y) < r.Y+r.H && r.Y < max(a.Y, b.Y) ||
		a.X == b.X && r.X < a.X && a.X < r.X+r.W && min(a.Y, b.Y) < r.Y+r.H && r.Y < max(a.Y, b.Y) ||
		a.Y == b.Y && r.Y < a.Y && a.Y < r.Y+r.H && min(a.X, b.X) < r.X+r.W && r.X < max(a.X, b.X)
}

// Four lines between the same two boxes run 6 px apart.
func TestParallelLoose(t *testing.T) {
	g := layout.Graph{Boxes: []layout.Box{{W: 100, H: 60}, {W: 100, H: 60}, {W: 100, H: 60}}}
	g.Edges = []layout.Edge{{From: 0, To: 1, Tree: true}, {From: 0, To: 2, Tree: true}}
	for range 4 {
		g.Edges = append(g.Edges, layout.Edge{From: 1, To: 2, Stroke: layout.Dotted})
	}
	d := arrange(t, layout.Tidy{}, g)
	seen := map[[2]layout.Point]bool{}
	for _, p := range d.Paths[2:] {
		points := d.Points[p.First : p.First+p.Count]
		for k := 1; k < len(points); k++ {
			line := [2]layout.Point{points[k-1], points[k]}
			if seen[line] {
				t.Errorf("two lines run from %v to %v", line[0], line[1])
			}
			seen[line] = true
		}
	}
}

func TestSelfEdge(t *testing.T) {
	g := layout.Graph{Boxes: []layout.Box{{W: 100, H: 48}}, Edges: []layout.Edge{{Tree: true}, {}}}
	d := arrange(t, layout.Tidy{}, g)
	if len(d.Paths) != 2 || d.Paths[0].Count != 4 || d.Points[1] == d.Points[5] {
		t.Errorf("two edges of a box to itself: %v through %v", d.Paths, d.Points)
	}
}

func TestTray(t *testing.T) {
	g := layouttest.Star(4)
	g.Tray = "Reports to nobody"
	for range 30 {
		g.Boxes = append(g.Boxes, layout.Box{W: 120, H: 40, Tray: true})
	}
	d := arrange(t, layout.Tidy{}, g)
	right := d.At[3].X + d.At[3].W
	for i, r := range d.At[4:] {
		if r.X <= right {
			t.Errorf("box %d of the tray at %v stands left of %d", i, r, right)
		}
	}
	if len(d.Words) != 1 || d.Words[0].S != g.Tray || d.Words[0].X != d.At[4].X || d.Words[0].Y >= d.At[4].Y {
		t.Errorf("heading %+v over %v", d.Words, d.At[4])
	}
}
