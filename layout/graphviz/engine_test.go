package graphviz_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/graphviz"
	"example.com/orgchart/layout/layouttest"
)

// arrangeable are the layouts that Arrange takes.
var arrangeable = []graphviz.Layout{graphviz.Dot, graphviz.Neato, graphviz.Fdp, graphviz.Sfdp, graphviz.Twopi, graphviz.Circo, graphviz.Osage}

// What layouttest.Prove asks of an engine, but for two things that do not apply to Graphviz:
// loose edges may move boxes here, since that is what its layouts are for, and a chain and a star
// of 100,000 boxes are over the limit of a pool.
func TestProve(t *testing.T) {
	pool := newPool(t, nil)
	seeds := uint64(16)
	if testing.Short() {
		seeds = 10
	}
	for _, l := range arrangeable {
		t.Run(l.String(), func(t *testing.T) {
			e := graphviz.Engine{Pool: pool, Layout: l}
			for seed := range seeds {
				n := int(seed*seed) / 4
				if l != graphviz.Dot {
					n /= 5
				}
				prove(t, e, fmt.Sprintf("Random(%d, %d)", seed, n), layouttest.Random(seed, n))
			}
			for name, g := range layouttest.Odd() {
				prove(t, e, name, g)
			}
		})
	}
}

func prove(t *testing.T, e graphviz.Engine, name string, g layout.Graph) {
	t.Helper()
	kept := g
	kept.Boxes, kept.Edges = slices.Clone(g.Boxes), slices.Clone(g.Edges)
	kept.Lines, kept.Legend = slices.Clone(g.Lines), slices.Clone(g.Legend)
	d, err := e.Arrange(context.Background(), g)
	if err == nil {
		err = layouttest.Check(kept, d)
	}
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if !reflect.DeepEqual(g, kept) {
		t.Errorf("%s: Arrange changed the graph", name)
	}
	again, err := e.Arrange(context.Background(), g)
	if err != nil || !reflect.DeepEqual(d, again) {
		t.Errorf("%s: a second Arrange differs from the first, error %v", name, err)
	}
}

func TestArrangeErrors(t *testing.T) {
	pool := newPool(t, nil)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := pool.Arrange(ctx, *graph(1, 50)); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context: %v", err)
	}
	if err := pool.SVG(ctx, &bytes.Buffer{}, graph(1, 50)); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context: %v", err)
	}
	ctx = context.Background()
	for name, e := range map[string]graphviz.Engine{
		"no pool":   {},
		"patchwork": {Pool: pool, Layout: graphviz.Patchwork},
		"layout 99": {Pool: pool, Layout: 99},
	} {
		if _, err := e.Arrange(ctx, *graph(1, 5)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if n := processes(t); n != 0 {
		t.Errorf("%d processes for what was refused before any work", n)
	}
}
