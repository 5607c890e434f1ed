package orgmodel_test

import (
	"context"
	"testing"

	"example.com/orgchart/orgmodel"
)

// TestUnfinishedRule holds that a rule without a severity, or without a function, does not pass
// in silence.
func TestUnfinishedRule(t *testing.T) {
	for what, r := range map[string]orgmodel.Rule{
		"no severity": {Name: "loud", Check: func(p *orgmodel.Pass) { p.Report(orgmodel.Finding{Subject: "ceo", Message: "ceo."}) }},
		"no function": {Name: "empty", Severity: orgmodel.Info},
	} {
		found, err := orgmodel.Check(context.Background(), team(), r)
		if err != nil || found.Count(orgmodel.Error) != 1 || found.Err() == nil {
			t.Errorf("%s: %v %v %v", what, found, err, found.Err())
		}
	}
}
