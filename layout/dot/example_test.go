package dot_test

import (
	"fmt"
	"os"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/dot"
)

func ExampleEncode() {
	g := layout.Graph{
		Title: "Harbour Digital",
		Boxes: []layout.Box{{ID: "it-1", First: 0, Count: 1}, {ID: "pm-1", First: 1, Count: 1, State: layout.Vacant}},
		Lines: []layout.Line{{S: "Hiro Tanaka"}, {S: `Project "P" manager`}},
		Edges: []layout.Edge{{From: 0, To: 1, Tree: true}},
	}
	if err := dot.Encode(os.Stdout, &g); err != nil {
		fmt.Println(err)
	}
	// Output:
	// digraph {
	//   graph [label="Harbour Digital", labelloc=t, fontname="sans-serif", fontsize=16, nodesep=0.25, ranksep=0.4, splines=ortho, rankdir=TB];
	//   node [shape=box, style="rounded,filled", fillcolor="#f7f9fb", color="#8a94a3", fontname="sans-serif", fontsize=11];
	//   edge [color="#8a94a3", dir=none, arrowsize=0.7];
	//   n0 [label="Hiro Tanaka", tooltip="it-1"];
	//   n1 [label="Project \"P\" manager", tooltip="pm-1", style="rounded,dashed"];
	//   n0 -> n1 [constraint=true];
	// }
}

func ExampleQuote() {
	fmt.Println(dot.Quote(`"];a->b`))
	// Output: "\"];a->b"
}
