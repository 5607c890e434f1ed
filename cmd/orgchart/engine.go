package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/graphviz"
	"github.com/spf13/cobra"
)

const (
	tidy   = "tidy"
	viaDot = "graphviz"
)

// engine is what the flags say about who places the boxes.
type engine struct {
	name, layout, worker string
}

func (e *engine) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&e.name, "engine", tidy, "`what` places the boxes: tidy, or graphviz in a process of its own")
	f.StringVar(&e.layout, "graphviz-layout", "", "`layout` of Graphviz: "+strings.Join(arranging(), ", ")+" (default dot)")
	f.StringVar(&e.worker, "graphviz-worker", "", "`program` in which Graphviz runs (default: orgchart-graphviz beside this one, on PATH, or where go install puts it)")
	complete(cmd, "engine", tidy, viaDot)
	complete(cmd, "graphviz-layout", arranging()...)
}

// arranging are the layouts that keep the sizes of boxes.
func arranging() []string {
	var names []string
	for i, name := range graphviz.Layouts() {
		if graphviz.Layout(i) != graphviz.Patchwork {
			names = append(names, name)
		}
	}
	return names
}

// arrange is how the engine gives a graph places. Nothing is started before it is called.
func (e *engine) arrange(dir layout.Direction) (func(context.Context, layout.Graph) (*layout.Diagram, error), error) {
	switch e.name {
	case tidy:
		for flag, value := range map[string]string{"layout": e.layout, "worker": e.worker} {
			if value != "" {
				return nil, fmt.Errorf("--graphviz-%s is for --engine graphviz", flag)
			}
		}
		return layout.Tidy{Direction: dir}.Arrange, nil
	case viaDot:
	default:
		return nil, fmt.Errorf("--engine %q: want tidy or graphviz", e.name)
	}
	g := graphviz.Engine{Direction: dir}
	if e.layout != "" {
		if err := g.Layout.UnmarshalText([]byte(e.layout)); err != nil || g.Layout == graphviz.Patchwork {
			return nil, fmt.Errorf("--graphviz-layout %q: want one of %s", e.layout, strings.Join(arranging(), ", "))
		}
	}
	return func(ctx context.Context, chart layout.Graph) (*layout.Diagram, error) {
		pool := &graphviz.Pool{Workers: 1, Timeout: -1} // who waits too long interrupts
		if e.worker != "" {
			pool.Command = []string{e.worker}
		}
		defer pool.Close()
		g.Pool = pool
		d, err := g.Arrange(ctx, chart)
		var limit *graphviz.LimitError
		switch {
		case errors.As(err, &limit):
			return nil, fmt.Errorf("--engine graphviz: %d %s; it takes %d at most: leave the flag out, or draw a part with --root and --depth", limit.Have, limit.What, limit.Limit)
		case err != nil:
			return nil, fmt.Errorf("--engine %w", err)
		}
		return d, nil
	}, nil
}
