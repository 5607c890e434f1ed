package rules_test

import (
	"context"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// A policy that forgot to say to whom is one finding about the whole and not one for each holder.
func TestReportsToNobody(t *testing.T) {
	rule := rules.ReportsToRole{For: "project-manager"}.Rule()
	found, err := orgmodel.Check(context.Background(), harbour(), rule)
	if err != nil || len(found) != 1 || found[0].Key != "no-role" || found[0].Severity != orgmodel.Error || !strings.Contains(found[0].Fix, "in To") {
		t.Errorf("%+v, %v", found, err)
	}
	if policy, _, _ := strings.Cut(rule.Doc, "\n"); policy != "A project-manager reports to a holder of an allowed role." {
		t.Errorf("the policy reads %q", policy)
	}
}
