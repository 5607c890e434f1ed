package worker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	graphviz "github.com/goccy/go-graphviz"

	"example.com/orgchart/layout/graphviz/internal/grammar"
	"example.com/orgchart/layout/graphviz/internal/wire"
)

// layouts are those that a request may name.
var layouts = []graphviz.Layout{
	graphviz.DOT, graphviz.NEATO, graphviz.FDP, graphviz.SFDP,
	graphviz.TWOPI, graphviz.CIRCO, graphviz.OSAGE, graphviz.PATCHWORK,
}

// one keeps renders apart: there is one Graphviz in a process.
var one sync.Mutex

// seal takes its files from Graphviz.
func seal() { graphviz.SetFileSystem(noFiles{}) }

// draw answers one request, after looking at all of it.
func draw(gv *graphviz.Graphviz, q wire.Request) ([]byte, error) {
	layout := graphviz.Layout(q.Layout)
	switch {
	case q.Format != wire.SVG:
		return nil, fmt.Errorf("format %q; want %s", q.Format, wire.SVG)
	case !slices.Contains(layouts, layout):
		return nil, fmt.Errorf("layout %q; want one of %v", q.Layout, layouts)
	}
	if err := grammar.Check(q.DOT); err != nil {
		return nil, fmt.Errorf("this is no DOT text of ours: %w", err)
	}
	return render(gv, q.DOT, layout, graphviz.SVG)
}

// render draws whatever it is given. The collector waits meanwhile: it would hold up the
// goroutine that notices when the other end has gone.
func render(gv *graphviz.Graphviz, src []byte, layout graphviz.Layout, format graphviz.Format) (_ []byte, err error) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	g, err := graphviz.ParseBytes(src)
	if err != nil {
		return nil, fmt.Errorf("graphviz does not read it: %w", err)
	}
	if g == nil {
		return nil, errors.New("graphviz does not read it")
	}
	defer func() { err = errors.Join(err, g.Close()) }()
	var out bytes.Buffer
	if err := gv.SetLayout(layout).Render(context.Background(), g, format, &out); err != nil {
		return nil, fmt.Errorf("graphviz does not draw it: %w", err)
	}
	if format == graphviz.SVG && !strings.HasSuffix(strings.TrimSpace(out.String()), "</svg>") {
		return nil, errors.New("graphviz returned half a picture")
	}
	return out.Bytes(), nil
}
