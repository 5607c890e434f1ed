package layouttest_test

import (
	"context"
	"slices"
	"testing"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/layouttest"
)

// Every fault put into a good diagram is found.
func TestCheckFindsFaults(t *testing.T) {
	g := layouttest.Random(5, 40)
	good := func() *layout.Diagram {
		d, err := layout.Tidy{}.Arrange(context.Background(), g)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	if err := layouttest.Check(g, good()); err != nil {
		t.Fatalf("a good diagram: %v", err)
	}
	for name, spoil := range map[string]func(*layout.Diagram){
		"box on another":      func(d *layout.Diagram) { d.At[3].X, d.At[3].Y = d.At[4].X+5, d.At[4].Y+5 },
		"box of another size": func(d *layout.Diagram) { d.At[3].W++ },
		"box outside":         func(d *layout.Diagram) { d.At[3].X = -500 },
		"small picture":       func(d *layout.Diagram) { d.H -= 60 },
		"box without place":   func(d *layout.Diagram) { d.At = d.At[1:] },
		"key without place":   func(d *layout.Diagram) { d.Keys = nil },
		"word outside":        func(d *layout.Diagram) { d.Words[0].Y = -1 },
		"path missing":        func(d *layout.Diagram) { d.Paths = d.Paths[1:] },
		"path twice":          func(d *layout.Diagram) { d.Paths = append(slices.Clip(d.Paths), d.Paths[0]) },
		"path of no edge":     func(d *layout.Diagram) { d.Paths[0].Edge = 1000 },
		"path without points": func(d *layout.Diagram) { d.Paths[0].Count = 0 },
		"path past the end":   func(d *layout.Diagram) { d.Paths[0].First = int32(len(d.Points)) },
		"path begins nowhere": func(d *layout.Diagram) { d.Points[d.Paths[0].First].Y += 9 },
		"path slants":         func(d *layout.Diagram) { d.Points[d.Paths[0].First+1].X += 2; d.Points[d.Paths[0].First+1].Y += 2 },
		"path through a box": func(d *layout.Diagram) {
			p, box := &d.Paths[0], d.At[d.Edges[d.Paths[2].Edge].To]
			from, to := d.Points[p.First], d.Points[p.First+p.Count-1]
			x, y := box.X+box.W/2, box.Y+box.H/2
			p.First, p.Count = int32(len(d.Points)), 5
			d.Points = append(d.Points, from, layout.Point{X: from.X, Y: y}, layout.Point{X: x, Y: y}, layout.Point{X: x, Y: to.Y}, to)
		},
	} {
		d := good()
		spoil(d)
		if layouttest.Check(g, d) == nil {
			t.Errorf("%s: not found", name)
		}
	}
	if layouttest.Check(g, nil) == nil {
		t.Error("no diagram: not found")
	}
}

func TestRandomIsTheSameEachTime(t *testing.T) {
	a, b := layouttest.Random(9, 200), layouttest.Random(9, 200)
	if !slices.Equal(a.Boxes, b.Boxes) || !slices.Equal(a.Edges, b.Edges) {
		t.Error("two graphs of one seed differ")
	}
}
