package demo_test

import (
	"context"
	"strings"
	"testing"

	"example.com/orgchart/internal/demo"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// The file is read, and each finding stands at a place in it.
func TestDemo(t *testing.T) {
	o := demo.Org()
	if o.Len() < 70 || o.Name() != "Harbour Digital" {
		t.Errorf("%q with %d nodes", o.Name(), o.Len())
	}
	findings, err := orgmodel.Check(context.Background(), o, append(rules.Core(), demo.Policy())...)
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range []string{"report-cycle", "self-report", "unknown-reference", "ended-manager", "multiple-solid-lines", "vacant-manager", "project-managers-boss"} {
		if len(findings.Of(rule)) == 0 {
			t.Errorf("the demonstration no longer has a fault for %s", rule)
		}
	}
	for _, f := range findings {
		if f.Subject != "" && !strings.HasPrefix(f.Pos.String(), "demo.yaml:") {
			t.Errorf("%s stands nowhere", f)
		}
	}
}
