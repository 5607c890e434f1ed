package rules_test

import (
	"context"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
)

// noLoneReport is a rule of one's own, in ten lines.
var noLoneReport = orgmodel.Rule{
	Name: "no-lone-report", Severity: orgmodel.Warning,
	Doc: "A manager has more than one report.",
	Check: func(p *orgmodel.Pass) {
		for r := range p.Select(p.Seats()) {
			if p.Span(r, false) == 1 {
				p.Report(orgmodel.Finding{Subject: p.ID(r), Message: p.Label(r) + " has one report."})
			}
		}
	},
}

// TestOwnRule is how to hold such a rule, in twelve.
func TestOwnRule(t *testing.T) {
	found, err := orgmodel.Check(context.Background(), harbour(), noLoneReport)
	if err != nil {
		t.Fatal(err)
	}
	var about []orgmodel.ID
	for _, f := range found {
		about = append(about, f.Subject)
	}
	if want := []orgmodel.ID{"dev-2", "it-1"}; !slices.Equal(about, want) {
		t.Errorf("found %v, want one each about %v", found, want)
	}
}
