// Package gonumview lets gonum's graph algorithms run over an organisation: dominators,
// betweenness, PageRank, shortest paths by weight, and whatever else takes a graph.
//
//	top := gonumview.View{Rels: []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DottedTo}, Reverse: true}
//	g := top.Graph(org)
//	ceo, _ := org.Find("ceo")
//	tree := flow.Dominators(gonumview.Node(ceo), g)
//	for _, n := range tree.DominatedBy(int64(ceo)) {
//		fmt.Println(org.Label(gonumview.Ref(n)))
//	}
//
// # Views
//
// A View says which lines gonum sees: those of some relations that are live on the
// organisation's day (see orgmodel.Org.At). Its zero value is every live line. Graph is the
// plain graph that nearly all algorithms want, Multigraph keeps parallel lines and lines to
// oneself, and Forest is the derived tree of bosses that Org.Depth and Org.Layers answer over.
// Edges go as the line is written, from the subordinate to the boss; Reverse turns them round
// for what starts at the top.
//
// # Nodes and edges
//
// A node's gonum id is its Ref: Node and Ref cross from one to the other. A node is what a line
// of the view touches, ghosts included: without its ghost a seat whose boss is unknown would look
// like a top. With View.All everything declared is a node. An Edge knows the line it stands for.
//
// A plain graph has one edge for all parallel lines from one node to another: that of the
// smallest weight, of equals the first in the author's order, so that a shortest path says which
// line it went by. It has no self-edges, which many algorithms answer wrongly or panic at:
// orgmodel.Org.SelfLines and Multigraph have those lines, and their ends are nodes nevertheless.
//
// # Cost
//
// Making a view takes a few passes over the lines and keeps arrays of integers, 12 bytes a line
// and 8 a node (and 8 a line where there are weights); nothing of the organisation is copied. Views never change and
// are safe for many goroutines. Neighbours come in the order of their Refs, so an algorithm that
// is deterministic over an ordered graph is so here.
//
// Not here: what orgmodel answers itself. Its Knots, Seats, Up, Depth and CommonManager run on flat
// arrays and take a thirtieth of what gonum's generic graphs need, or far less. Nor a DOT writer: gonum's takes an id
// of the form <...> for HTML, so pictures are the business of the packages under layout.
package gonumview
