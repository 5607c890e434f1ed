package chart_test

import (
	"context"
	"strings"
	"testing"

	"example.com/orgchart/chart"
	"example.com/orgchart/internal/demo"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// TestRootCountsItsFindings holds that a chart of one root counts what is about it and no more.
func TestRootCountsItsFindings(t *testing.T) {
	findings, err := orgmodel.Check(context.Background(), demo.Org(), rules.Core()...)
	if err != nil {
		t.Fatal(err)
	}
	for root, want := range map[orgmodel.ID]string{"it-1": "Findings: 2 errors, 1 warning,", "": "Findings: 6 errors, 1 warning,"} {
		if g := demoGraph(t, chart.View{Root: root, Depth: 1, Findings: findings}); !strings.Contains(g.Desc, want) {
			t.Errorf("root %q: %s, want %s", root, g.Desc, want)
		}
	}
}
