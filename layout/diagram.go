package layout

import "context"

// A Diagram is finished geometry: a Graph in which everything has a place. It is plain data
// in integers, so that a golden file is the same on every CPU; the writers (svg, dot, ...)
// read it and decide nothing about places. The origin is top left, x grows right, y down.
type Diagram struct {
	Graph
	W, H   int     // size of the picture, margins, title and legend included
	At     []Rect  // a box each, in the order of Boxes
	Paths  []Path  // in drawing order
	Points []Point // the corners of all paths, end to end
	Words  []Word  // title, subtitle, tray heading
	Keys   []Rect  // a legend entry each, in the order of Legend: the sample stands at its left, the text right of it
}

// A Rect is a place: its top left corner and its size.
type Rect struct{ X, Y, W, H int32 }

// A Point is a corner of a path.
type Point struct{ X, Y int32 }

// A Path is how an edge runs: straight between its points, right-angled paths with rounded
// corners.
type Path struct {
	Edge  int32 // index into Edges
	First int32 // Points[First : First+Count]
	Count int32
	Curve bool // a smooth curve through the points rather than corners
}

// A Word is a text outside the boxes, its baseline starting at X, Y.
type Word struct {
	X, Y int32
	Line
}

// An Engine gives every box and edge a place. It never changes g, honours ctx within
// 100 ms, and gives the same Diagram for the same Graph.
type Engine interface {
	Arrange(ctx context.Context, g Graph) (*Diagram, error)
}
