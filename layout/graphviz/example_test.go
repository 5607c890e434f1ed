package graphviz_test

import (
	"bytes"
	"context"
	"fmt"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/graphviz"
	"example.com/orgchart/layout/svg"
)

func trio() *layout.Graph {
	return &layout.Graph{
		Title: "Harbour Digital",
		Boxes: []layout.Box{{ID: "it-1", W: 120, H: 33, Count: 1}, {ID: "pm-1", W: 120, H: 33, First: 1, Count: 1}, {ID: "pm-2", W: 120, H: 33, First: 2, Count: 1}},
		Lines: []layout.Line{{S: "Ada Lovelace"}, {S: "Alan Turing"}, {S: "Grace Hopper"}},
		Edges: []layout.Edge{{From: 0, To: 1, Tree: true}, {From: 0, To: 2, Tree: true}},
	}
}

func ExamplePool() {
	pool := &graphviz.Pool{Self: true} // main calls worker.MaybeRun first; without Self a program is found
	defer pool.Close()
	d, err := pool.Arrange(context.Background(), *trio())
	if err != nil {
		fmt.Println(err)
		return
	}
	var picture bytes.Buffer
	fmt.Println(svg.Encode(&picture, d), d.At[0].Y < d.At[1].Y, d.At[1].Y == d.At[2].Y)
	// Output: <nil> true true
}

func ExamplePool_SVG() {
	pool := &graphviz.Pool{Self: true}
	defer pool.Close()
	var picture bytes.Buffer
	if err := pool.SVG(context.Background(), &picture, trio()); err != nil {
		fmt.Println(err)
	}
	fmt.Println(bytes.Count(picture.Bytes(), []byte(`<g class="node">`)), "boxes")
	// Output: 3 boxes
}

func ExampleEngine() {
	pool := &graphviz.Pool{Self: true, Workers: 1}
	defer pool.Close()
	var engine layout.Engine = graphviz.Engine{Pool: pool, Layout: graphviz.Dot, Direction: layout.LeftRight}
	d, err := engine.Arrange(context.Background(), *trio())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.At[0].X < d.At[1].X, d.At[1].X == d.At[2].X)
	// Output: true true
}

func ExampleFind() {
	if path, err := graphviz.Find(); err != nil {
		fmt.Println(err) // says which command builds it
	} else {
		fmt.Println("Graphviz draws in", path)
	}
}
