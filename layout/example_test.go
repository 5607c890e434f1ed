package layout_test

import (
	"context"
	"fmt"

	"example.com/orgchart/layout"
)

func team() layout.Graph {
	return layout.Graph{
		Boxes: []layout.Box{{ID: "ada", W: 120, H: 46}, {ID: "bao", W: 120, H: 46}, {ID: "cho", W: 120, H: 46}},
		Edges: []layout.Edge{{From: 0, To: 1, Tree: true}, {From: 0, To: 2, Tree: true}, {From: 1, To: 2, Stroke: layout.Dotted}},
	}
}

func Example() {
	d, err := layout.Tidy{}.Arrange(context.Background(), team())
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, b := range d.Boxes {
		fmt.Println(b.ID, d.At[i])
	}
	// Output:
	// ada {96 24 120 46}
	// bao {24 110 120 46}
	// cho {168 110 120 46}
}

func ExampleTidy() {
	sideways := layout.Tidy{Direction: layout.LeftRight, SiblingGap: 12}
	d, err := sideways.Arrange(context.Background(), team())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.W, "x", d.H)
	for _, p := range d.Paths {
		e := d.Edges[p.Edge]
		fmt.Println(d.Boxes[e.From].ID, "to", d.Boxes[e.To].ID, d.Points[p.First:p.First+p.Count])
	}
	// Output:
	// 328 x 152
	// ada to bao [{144 76} {164 76} {164 47} {184 47}]
	// ada to cho [{144 76} {164 76} {164 105} {184 105}]
	// bao to cho [{252 70} {252 82}]
}

func ExamplePlacer() {
	p := layout.Placer{SiblingGap: 20, LevelGap: 40}
	at, w, h, err := p.Place(context.Background(), layout.Tree{
		Parent: []int32{-1, 0, 0},
		W:      []int32{100, 100, 60},
		H:      []int32{40, 40, 80},
	}, nil)
	fmt.Println(at, w, h, err)
	// Output:
	// [{40 0} {0 80} {120 80}] 180 160 <nil>
}

func ExampleFinish() {
	d := &layout.Diagram{
		Graph: layout.Graph{
			Title:  "Harbour Digital",
			Boxes:  []layout.Box{{ID: "ada", W: 120, H: 46}},
			Legend: []layout.Key{{Text: "reports to"}},
		},
		At: []layout.Rect{{X: 500, Y: 500, W: 120, H: 46}},
	}
	layout.Finish(d)
	fmt.Println(d.W, "x", d.H)
	fmt.Println(d.Words[0].S, d.Words[0].X, d.Words[0].Y)
	fmt.Println(d.At[0], d.Keys[0])
	// Output:
	// 168 x 180
	// Harbour Digital 24 40
	// {24 70 120 46} {24 140 87 16}
}
