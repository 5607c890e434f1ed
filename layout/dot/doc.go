// Package dot writes a [layout.Graph] in the DOT language, so that Graphviz and what reads its
// language can place and draw it. It is a way out before anything has a place; package svg is
// the one after.
//
//	g := &layout.Graph{
//		Title: "Harbour Digital",
//		Boxes: []layout.Box{{ID: "it-1", Count: 1}, {ID: "pm-1", First: 1, Count: 1}},
//		Lines: []layout.Line{{S: "Ada Lovelace"}, {S: "Alan Turing"}},
//		Edges: []layout.Edge{{From: 0, To: 1, Tree: true}},
//	}
//	err := dot.Encode(os.Stdout, g)
//
// Nodes are called n0, n1 and so on in the order of Boxes: an author's id would have to be
// quoted, and some ids mean something to Graphviz. The id stands in the attributes id and
// tooltip. Edges that shape the tree come first to last as given; loose ones have
// constraint=false, so that they move nothing. Boxes of the tray stand in a cluster.
//
// Texts are data: they are made harmless by text.Clean and quoted so that Graphviz shows them
// character by character. What is written beside them (shapes, styles, colours, fonts) is a
// closed list; nothing an author wrote reaches an attribute that Graphviz takes for a file, a
// font, a link or markup.
//
// Graphviz knows fewer kinds of line than package svg draws: a long dash has an open arrow head
// and a dash-dot line an open diamond, so that they are told apart without colour. Left out,
// because DOT has no word for it: the bar at the left edge, the sizes of text in one box, rules
// between its lines, and the legend.
//
// Not here: reading DOT, and running Graphviz: package graphviz does, or pipe the text into its
// command dot.
package dot
