package layout_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/layouttest"
)

func ExampleComplete() {
	g := layout.Graph{
		Title: "Harbour Digital",
		Boxes: []layout.Box{{ID: "ada", W: 120, H: 46}, {ID: "bao", W: 120, H: 46}, {ID: "cho", W: 120, H: 46, Tray: true}},
		Edges: []layout.Edge{{From: 0, To: 1, Tree: true}},
	}
	d := &layout.Diagram{Graph: g, At: []layout.Rect{{X: -60, Y: -500, W: 120, H: 46}, {X: -60, Y: -400, W: 120, H: 46}, {}}}
	if err := layout.Complete(context.Background(), d); err != nil {
		fmt.Println(err)
	}
	fmt.Println(d.At, len(d.Paths), d.W, d.H)
	// Output: [{24 70 120 46} {24 170 120 46} {192 70 120 46}] 1 336 240
}

// Boxes in a row anywhere become a whole picture.
func TestComplete(t *testing.T) {
	graphs := layouttest.Odd()
	for seed := range uint64(30) {
		graphs[fmt.Sprint("random ", seed)] = layouttest.Random(seed, int(4*seed))
	}
	for name, g := range graphs {
		d := &layout.Diagram{Graph: g, At: make([]layout.Rect, len(g.Boxes))}
		x := int32(-3000)
		for i, b := range g.Boxes {
			d.At[i] = layout.Rect{X: x, Y: -77, W: max(b.W, 0), H: max(b.H, 0)}
			x += max(b.W, 0) + 20
		}
		if err := layout.Complete(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		for i := range d.Paths { // Check holds paths of the tree to right angles past all boxes
			d.Paths[i].Curve = true
		}
		if err := layouttest.Check(g, d); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	g := layouttest.Random(1, 20)
	if err := layout.Complete(ctx, &layout.Diagram{Graph: g, At: make([]layout.Rect, 20)}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
