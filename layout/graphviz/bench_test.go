package graphviz_test

import (
	"context"
	"fmt"
	"io"
	"testing"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/graphviz"
	"example.com/orgchart/layout/layouttest"
)

// team is a tree of n boxes, five reports a boss.
func team(n int) layout.Graph {
	g := layouttest.Chain(n)
	for i := range g.Edges {
		g.Edges[i].From = int32(i / 5)
	}
	return g
}

func BenchmarkWarm(b *testing.B) {
	pool := newPool(b, &graphviz.Pool{Workers: 1})
	ctx := context.Background()
	if _, err := pool.Arrange(ctx, team(3)); err != nil { // starts the worker
		b.Fatal(err)
	}
	for _, n := range []int{60, 500, 2000} {
		g := team(n)
		b.Run(fmt.Sprintf("Arrange/%d", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := pool.Arrange(ctx, g); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("SVG/%d", n), func(b *testing.B) {
			for b.Loop() {
				if err := pool.SVG(ctx, io.Discard, &g); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A pool's first worker compiles Graphviz.
func BenchmarkCold(b *testing.B) {
	for b.Loop() {
		pool := &graphviz.Pool{Self: true}
		if _, err := pool.Arrange(context.Background(), team(3)); err != nil {
			b.Fatal(err)
		}
		pool.Close()
	}
}

// Later workers of a pool find it compiled.
func BenchmarkReplaced(b *testing.B) {
	pool := newPool(b, &graphviz.Pool{Workers: 1, Renders: 1})
	g := team(3)
	if _, err := pool.Arrange(context.Background(), g); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := pool.Arrange(context.Background(), g); err != nil {
			b.Fatal(err)
		}
	}
}
