package dot_test

import (
	"fmt"
	"os"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/dot"
	"example.com/orgchart/layout/svg"
)

func pair() *layout.Graph {
	return &layout.Graph{
		Title: "Harbour Digital",
		Boxes: []layout.Box{{ID: "it-1", Count: 1}, {ID: "pm-1", First: 1, Count: 1}},
		Lines: []layout.Line{{S: "Ada Lovelace"}, {S: `Alan "Prof" Turing`}},
		Edges: []layout.Edge{{From: 0, To: 1, Tree: true}},
	}
}

func ExampleEncode() {
	if err := dot.Encode(os.Stdout, pair()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// digraph orgchart {
	// 	graph [rankdir=TB, ordering=out, nodesep=0.25, ranksep=0.4, fontname="Arial", bgcolor="#ffffff", fontcolor="#1b2430", fontsize=16, labelloc=t, labeljust=l, label="Harbour Digital"]
	// 	node [shape=box, style="rounded,filled", fontname="Arial", fontsize=11, color="#8a94a3", fillcolor="#f7f9fb", fontcolor="#1b2430"]
	// 	edge [dir=none, penwidth=1.5, arrowsize=0.6, color="#8a94a3"]
	// 	n0 [label="Ada Lovelace", id="it-1", tooltip="it-1"]
	// 	n1 [label="Alan \"Prof\" Turing", id="pm-1", tooltip="pm-1"]
	// 	n0 -> n1
	// }
}

func ExampleEncoder() {
	e := dot.Encoder{Direction: layout.LeftRight, Colours: svg.Dark().Colours}
	if err := e.Encode(os.Stdout, pair()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// digraph orgchart {
	// 	graph [rankdir=LR, ordering=out, nodesep=0.25, ranksep=0.4, fontname="Arial", bgcolor="#12171e", fontcolor="#e7ecf3", fontsize=16, labelloc=t, labeljust=l, label="Harbour Digital"]
	// 	node [shape=box, style="rounded,filled", fontname="Arial", fontsize=11, color="#6b7789", fillcolor="#1c242e", fontcolor="#e7ecf3"]
	// 	edge [dir=none, penwidth=1.5, arrowsize=0.6, color="#6b7789"]
	// 	n0 [label="Ada Lovelace", id="it-1", tooltip="it-1"]
	// 	n1 [label="Alan \"Prof\" Turing", id="pm-1", tooltip="pm-1"]
	// 	n0 -> n1
	// }
}
