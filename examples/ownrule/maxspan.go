package main

import (
	"fmt"

	"example.com/orgchart/orgmodel"
)

// A MaxSpan is a rule with a parameter: the rule's function closes over the struct.
type MaxSpan struct {
	Reports int // that a manager may have; 0 means none
}

// Rule is the rule. It ranges over Select, since it is about managers alone: in an organisation
// without one, the finding rule-matches-nothing would say that there was nobody to look at.
func (m MaxSpan) Rule() orgmodel.Rule {
	return orgmodel.Rule{
		Name: "max-span", Severity: orgmodel.Warning, Doc: "Nobody has more direct reports than they can lead.",
		Check: func(p *orgmodel.Pass) {
			for r := range p.Select(managers(p.Org)) {
				if n := p.Span(r, false); n > m.Reports {
					p.Report(orgmodel.Finding{
						Subject: p.ID(r),
						Message: fmt.Sprintf("%s has %d direct reports; %d are the most.", p.Label(r), n, m.Reports),
						Fix:     "Give some of them another boss, or raise MaxSpan.Reports.",
					})
				}
			}
		},
	}
}

// managers yields the seats that have reports and a record.
func managers(o *orgmodel.Org) func(yield func(orgmodel.Ref) bool) {
	return func(yield func(orgmodel.Ref) bool) {
		for r := range o.Seats() {
			if o.Declared(r) && o.Span(r, false) > 0 && !yield(r) {
				return
			}
		}
	}
}
