package demo_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"example.com/orgchart/internal/demo"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
	"example.com/orgchart/orgmodel/source/native"
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

// The file is as orgchart fmt would leave it.
func TestDemoIsCanonical(t *testing.T) {
	text, err := os.ReadFile("demo.yaml")
	if err != nil {
		t.Fatal(err)
	}
	canon, err := native.Canon("demo.yaml", text)
	if err != nil || !bytes.Equal(canon, text) {
		t.Errorf("demo.yaml is not in canonical form (%v): run 'go run ./cmd/orgchart fmt -w internal/demo/demo.yaml'", err)
	}
}
