// Package layout gives the boxes and lines of a chart their places, in whole pixels. It knows
// nothing of organisations: what a box says and which line is loose is decided before, and
// how it looks on paper after, by the packages beside it ([example.com/orgchart/layout/svg]
// and others).
//
//	g := layout.Graph{
//		Boxes: []layout.Box{{ID: "ada", W: 120, H: 46}, {ID: "bao", W: 120, H: 46}, {ID: "cho", W: 120, H: 46}},
//		Edges: []layout.Edge{{From: 0, To: 1, Tree: true}, {From: 0, To: 2, Tree: true}, {From: 1, To: 2, Stroke: layout.Dotted}},
//	}
//	d, err := layout.Tidy{}.Arrange(ctx, g)
//	if err != nil {
//		return err
//	}
//	for i, b := range d.Boxes {
//		fmt.Println(b.ID, d.At[i])
//	}
//
// The ideas, in the order needed:
//
// A [Graph] is what is to be drawn: boxes that already have a size, edges, words around them.
// Edges marked Tree shape the chart; all others are loose and never move a box. A Graph may
// be as broken as the table it came from: loops, bosses that do not exist and boxes named
// twice are arranged like anything else.
//
// A [Diagram] is a Graph with a place for everything, plain data in integers, the same on
// every machine.
//
// An [Engine] makes one from the other. [Tidy] is the engine for organisations; package
// graphviz has one that asks Graphviz, in a process of its own. Package layouttest proves
// engines; [Complete] and [Finish] put tray, remaining edges, title and legend around what
// another engine has arranged.
//
// A [Placer] is the tidy tree alone, for those who have a [Tree] of sizes and want
// coordinates: a million boxes in about a tenth of a second.
//
// Not here: measuring text (package text), choosing what to show (package chart), layered
// drawing of graphs that are no trees (package graphviz has Graphviz do that),
// zooming and folding, which is a viewer's business.
package layout
