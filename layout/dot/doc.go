// Package dot writes a layout.Graph in the DOT language of Graphviz, for those who want its
// layouts or one of the many tools that read DOT:
//
//	f, err := os.Create("org.dot")
//	if err != nil {
//		return err
//	}
//	defer f.Close()
//	return dot.Encode(f, &graph) // then: dot -Tsvg org.dot > org.svg
//
// Nothing of the graph's texts is ever taken for DOT: nodes are called n0, n1, ... in the order
// of the boxes, attributes come from a closed list, and every text is quoted and escaped so that
// Graphviz shows it as it is. The author's id of a box is its tooltip.
//
// Not here: places (a Graph has none, Graphviz finds its own), HTML labels, and reading DOT.
package dot
