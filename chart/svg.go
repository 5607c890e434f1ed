package chart

import (
	"context"
	"io"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/svg"
	"example.com/orgchart/orgmodel"
)

// SVG draws a whole organisation with what was found in it, top down, in colours that follow
// the viewer. It keeps the first error of w; the only other error is ctx's.
func SVG(ctx context.Context, w io.Writer, o *orgmodel.Org, findings ...orgmodel.Finding) error {
	d, err := layout.Tidy{}.Arrange(ctx, View{Findings: findings}.Graph(o))
	if err != nil {
		return err
	}
	return svg.Encode(patient{ctx, w}, d)
}

// patient writes to w until ctx is done: the writing of a large chart takes seconds.
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
