// Package svg writes a finished [layout.Diagram] as SVG: one self-contained element without
// script, which browsers, rsvg-convert and drawing programs show alike.
//
//	boxes := []layout.Box{{ID: "it-1", W: 120, H: 33, Count: 1}, {ID: "pm-1", W: 120, H: 33, First: 1, Count: 1}}
//	d := &layout.Diagram{
//		Graph: layout.Graph{
//			Title: "Harbour Digital",
//			Boxes: boxes,
//			Lines: []layout.Line{{S: "Ada Lovelace"}, {S: "Alan Turing"}},
//			Edges: []layout.Edge{{From: 0, To: 1, Tree: true}},
//		},
//		W: 168, H: 138,
//		At:     []layout.Rect{{X: 24, Y: 24, W: 120, H: 33}, {X: 24, Y: 81, W: 120, H: 33}},
//		Paths:  []layout.Path{{Edge: 0, First: 0, Count: 2}},
//		Points: []layout.Point{{X: 84, Y: 57}, {X: 84, Y: 81}},
//	}
//	err := svg.Encode(os.Stdout, d)
//
// An engine of package layout makes such a diagram of a graph. [Encode] decides nothing about
// places; what it draws with is a [Theme], plain data: colours, widths, dashes, radii. The zero
// theme follows the viewer's light or dark screen and is light on paper.
//
// Texts are data. Whatever an author wrote (markup, control characters, bad UTF-8, characters
// that turn the direction of text) comes out as text that text.Clean made harmless; a box's
// hover text keeps its line breaks. Ids of boxes are shown and never become ids in the XML.
// The picture is an image to assistive programs: its title and description are read, so a
// Graph should have a Desc that says in words what matters.
//
// The bytes are few, because a picture may hold a million boxes: classes of one letter, paths
// in relative integers, nothing said twice. The same diagram gives the same bytes.
//
// Not here: embedding fonts (text is set in the fonts that package text has the widths of, with
// others drawn in the same width behind them), links and script, and reading SVG.
package svg
