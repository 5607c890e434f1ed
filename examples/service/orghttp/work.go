package orghttp

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"example.com/orgchart/chart"
	"example.com/orgchart/layout"
	"example.com/orgchart/layout/dot"
	"example.com/orgchart/layout/svg"
	"example.com/orgchart/orgmodel"
)

// Why something is not made. Whoever asked is told.
var (
	errBusy   = errors.New("busy")
	errNoRoot = errors.New("no such root")
)

// A tooLarge is a picture of more boxes than may be drawn.
type tooLarge struct{ boxes, most int }

func (e tooLarge) Error() string {
	return fmt.Sprintf("%d boxes, and %d are the most", e.boxes, e.most)
}

// turn waits until there is a place to work in, and gives it back by what it returns.
func (s *Server) turn(ctx context.Context) (func(), error) {
	places := s.places()
	late := time.NewTimer(or(s.Patience, 2*time.Second))
	defer late.Stop()
	select {
	case places <- struct{}{}:
		return func() { <-places }, nil
	case <-late.C:
		return nil, errBusy
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// work makes the bytes that answer a query.
func (s *Server) work(ctx context.Context, o *orgmodel.Org, q query) ([]byte, error) {
	done, err := s.turn(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	if !q.asOf.IsZero() { // else the day that the organisation was set with, if any
		o = o.At(q.asOf)
	}
	findings, err := orgmodel.Check(ctx, o, s.rules()...)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := patient{ctx, &out}
	if q.path == "/findings.json" {
		err = writeFindings(w, o, findings)
	} else {
		err = s.draw(ctx, w, o, q, findings)
	}
	return out.Bytes(), err
}

// draw writes a picture.
func (s *Server) draw(ctx context.Context, w io.Writer, o *orgmodel.Org, q query, findings orgmodel.Findings) error {
	view := chart.View{Root: q.root, Depth: q.depth, Findings: findings}
	g := view.Graph(o)
	if q.root != "" && len(g.Boxes) == 0 {
		return errNoRoot // a project or a unit, which is no box of this chart
	}
	if most := or(s.Boxes, 20_000); len(g.Boxes) > most {
		return tooLarge{len(g.Boxes), most}
	}
	theme, _ := q.colours()
	if q.path == "/org.dot" {
		return dot.Encoder{Colours: theme.Colours}.Encode(w, &g)
	}
	d, err := layout.Tidy{}.Arrange(ctx, g)
	if err != nil {
		return err
	}
	return svg.Encoder{Theme: theme}.Encode(w, d)
}

// A patient writer writes until ctx is done, so that an encoder stops as well.
type patient struct {
	ctx context.Context
	w   io.Writer
}

func (p patient) Write(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.w.Write(b)
}
