package chart_test

import (
	"testing"

	"example.com/orgchart/chart"
	"example.com/orgchart/orgmodel"
)

// Whoever has left and hangs nowhere is drawn only where somebody asks for them, or a finding names them.
func TestGone(t *testing.T) {
	o := orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			{ID: "a", Kind: orgmodel.Person}, {ID: "b", Kind: orgmodel.Person},
			{ID: "left", Kind: orgmodel.Person, Attrs: orgmodel.NewAttrs(orgmodel.State, "ended")},
			{ID: "lost", Kind: orgmodel.Person},
		},
		Lines: []orgmodel.Line{{From: "b", Rel: orgmodel.ReportsTo, To: "a"}},
	})
	for _, c := range []struct {
		view chart.View
		want int
	}{
		{chart.View{}, 3},
		{chart.View{Root: "left"}, 1},
		{chart.View{Findings: orgmodel.Findings{{Rule: "r", Severity: orgmodel.Error, Subject: "left"}}}, 4},
		{chart.View{Findings: orgmodel.Findings{{Rule: "r", Severity: orgmodel.Error, Subject: "a", Related: []orgmodel.ID{"left"}}}}, 4},
	} {
		if n := len(c.view.Graph(o).Boxes); n != c.want {
			t.Errorf("%+v draws %d boxes, and %d are wanted", c.view, n, c.want)
		}
	}
}
