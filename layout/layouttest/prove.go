package layouttest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"example.com/orgchart/layout"
)

// Prove runs e over random graphs, odd ones, a chain and a star of 100,000 (10,000 with
// -short), and fails t where a diagram does not pass Check, where e changes the graph, gives
// two diagrams for one graph, lets a loose edge move a box, panics, or goes on for a context
// that has ended.
func Prove(t *testing.T, e layout.Engine) {
	t.Helper()
	large := 100_000
	if testing.Short() {
		large = 10_000
	}
	t.Run("random", func(t *testing.T) {
		for seed := range uint64(60) {
			n := int(seed*seed) / 9
			if !prove(t, e, fmt.Sprintf("Random(%d, %d)", seed, n), Random(seed, n)) {
				return
			}
		}
	})
	t.Run("odd", func(t *testing.T) {
		for name, g := range Odd() {
			prove(t, e, name, g)
		}
	})
	t.Run("large", func(t *testing.T) {
		for name, g := range map[string]layout.Graph{"chain": Chain(large), "star": Star(large)} {
			d, err := e.Arrange(context.Background(), g)
			if err == nil {
				err = Check(g, d)
			}
			if err != nil {
				t.Errorf("%s of %d: %v", name, large, err)
			}
		}
	})
	t.Run("cancelled", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := e.Arrange(ctx, Random(1, 50)); !errors.Is(err, context.Canceled) {
			t.Errorf("Arrange with a cancelled context: %v; want %v", err, context.Canceled)
		}
	})
}

// prove holds one graph against all rules and tells whether it passed.
func prove(t *testing.T, e layout.Engine, name string, g layout.Graph) bool {
	t.Helper()
	kept := g
	kept.Boxes, kept.Edges = slices.Clone(g.Boxes), slices.Clone(g.Edges)
	kept.Lines, kept.Legend = slices.Clone(g.Lines), slices.Clone(g.Legend)
	d, err := e.Arrange(context.Background(), g)
	if err == nil {
		err = Check(kept, d)
	}
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return false
	}
	if !reflect.DeepEqual(g, kept) {
		t.Errorf("%s: Arrange changed the graph", name)
		return false
	}
	again, err := e.Arrange(context.Background(), g)
	if err != nil || !reflect.DeepEqual(d, again) {
		t.Errorf("%s: a second Arrange differs from the first, error %v", name, err)
		return false
	}
	return looseMoveNothing(t, e, name, g, d)
}

// looseMoveNothing compares the boxes with those of the graph without its loose edges: apart
// from a shift of the whole they stand alike.
func looseMoveNothing(t *testing.T, e layout.Engine, name string, g layout.Graph, d *layout.Diagram) bool {
	t.Helper()
	held := Held(g)
	bare := g
	bare.Edges = nil
	for i, edge := range g.Edges {
		if joins(g, edge) && held[edge.To] == int32(i) {
			bare.Edges = append(bare.Edges, edge)
		}
	}
	other, err := e.Arrange(context.Background(), bare)
	if err != nil {
		t.Errorf("%s without loose edges: %v", name, err)
		return false
	}
	for i, a := range d.At {
		b := other.At[i]
		if a.X-b.X != d.At[0].X-other.At[0].X || a.Y-b.Y != d.At[0].Y-other.At[0].Y {
			t.Errorf("%s: loose edges move box %d from %v to %v", name, i, b, a)
			return false
		}
	}
	return true
}
