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
	return svg.Encode(w, d)
}
