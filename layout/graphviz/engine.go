package graphviz

import (
	"bytes"
	"context"
	"errors"
	"io"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/dot"
	"example.com/orgchart/layout/svg"
)

// An Engine draws with Graphviz in the workers of a pool. With a pool and nothing else it
// draws from the top down as the command dot does.
type Engine struct {
	Pool      *Pool // needed
	Layout    Layout
	Direction layout.Direction // for Dot: where reports stand from their boss
	Colours   svg.Palette      // for SVG; zero: those of svg.Light
}

// errNoPool is the error of an Engine without a pool.
var errNoPool = errors.New("graphviz: the Engine has no Pool")

// SVG writes Graphviz's own picture of g: its texts, fonts and arrows, a tray in a frame, no
// legend. Only what package graphviz knows to be harmless passes: shapes and texts, without
// script, style, links or references to anything outside. Sizes are px. The same graph gives the
// same bytes. The error is ctx's, the first one of w, a *LimitError, or one of this package;
// nothing is written to w before the picture is whole.
func (e Engine) SVG(ctx context.Context, w io.Writer, g *layout.Graph) error {
	if err := e.ready(ctx, g); err != nil {
		return err
	}
	if err := e.Pool.light(g); err != nil {
		return err
	}
	src := &capped{limit: e.Pool.bytes()}
	if err := (dot.Encoder{Direction: e.Direction, Colours: e.Colours, Sized: true}).Encode(src, g); err != nil {
		return err
	}
	// No text of g stands before the attribute.
	in := bytes.Replace(src.b, []byte("overlap=false"), []byte("overlap="+overlap(e.Layout)), 1)
	out, err := e.Pool.render(ctx, e.Layout, in)
	if err != nil {
		return err
	}
	out, err = clean(out, g)
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

// Arrange gives every box and edge of g a place: boxes where Graphviz puts boxes of their
// sizes, edges along its curves. The tray, title and legend stand as layout.Tidy puts them.
// Graphviz sees sizes and edges and no text. Loose edges run between the boxes, and unlike
// those of layout.Tidy may move them. Patchwork, which sizes boxes itself, is an error. Other
// errors are as of SVG.
func (e Engine) Arrange(ctx context.Context, g layout.Graph) (*layout.Diagram, error) {
	if err := e.ready(ctx, &g); err != nil {
		return nil, err
	}
	if e.Layout == Patchwork {
		return nil, errors.New("graphviz: the layout patchwork gives boxes sizes of its own, so it can arrange nothing: use Engine.SVG, or another layout")
	}
	d := &layout.Diagram{Graph: g, At: make([]layout.Rect, len(g.Boxes))}
	if err := e.ask(ctx, d); err != nil {
		return nil, err
	}
	if err := layout.Complete(ctx, d); err != nil {
		return nil, err
	}
	return d, nil
}

// ask has the boxes outside the tray and the edges between them placed.
func (e Engine) ask(ctx context.Context, d *layout.Diagram) error {
	src := skeleton(&d.Graph, e)
	switch n := len(src); {
	case n == 0:
		return nil
	case n > e.Pool.bytes():
		return &LimitError{"bytes of DOT", n, e.Pool.bytes(), "MaxBytes"}
	}
	out, err := e.Pool.render(ctx, e.Layout, src)
	if err != nil {
		return err
	}
	return place(out, d)
}

// ready is an error where nothing should be started for g.
func (e Engine) ready(ctx context.Context, g *layout.Graph) error {
	if e.Pool == nil {
		return errNoPool
	}
	if _, err := e.Layout.MarshalText(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return e.Pool.fits(g)
}

// SVG is that of an Engine with this pool and nothing else.
func (p *Pool) SVG(ctx context.Context, w io.Writer, g *layout.Graph) error {
	return Engine{Pool: p}.SVG(ctx, w, g)
}

// Arrange is that of an Engine with this pool and nothing else, so that a Pool is a
// layout.Engine.
func (p *Pool) Arrange(ctx context.Context, g layout.Graph) (*layout.Diagram, error) {
	return Engine{Pool: p}.Arrange(ctx, g)
}
