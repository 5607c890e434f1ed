package rules_test

import (
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
)

// noLoneReport is a rule of one's own, in ten lines.
var noLoneReport = orgmodel.Rule{
	Name: "no-lone-report", Severity: orgmodel.Warning,
	Doc: "A manager has more than one report.",
	Check: func(p *orgmodel.Pass) {
		for r := range p.Select(p.Seats()) {
			if p.Span(r, false) == 1 {
				p.Report(orgmodel.Finding{Subject: p.ID(r), Message: string(p.ID(r)) + " has one report.", Fix: "Give it another."})
			}
		}
	},
}

// TestOwnRule is how to hold such a rule.
func TestOwnRule(t *testing.T) {
	orgtest.ProveRule(t, noLoneReport,
		orgtest.Case{Name: "one report", Text: `
			+post head
			+post deputy
			deputy reports-to head
			want warning no-lone-report head`},
		orgtest.Case{Name: "two reports", Text: `
			+post head
			+post deputy
			+post clerk
			deputy reports-to head
			clerk reports-to head`},
	)
}
