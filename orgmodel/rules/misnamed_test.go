package rules_test

import (
	"context"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

const programme = `as-of 2026-04-01
+role project-manager
+role programme-manager "Programme manager"
+role auditor
+unit finance
+post ceo top=true
+post prg-1
+post pm-1
prg-1 has-role programme-manager
pm-1 has-role project-manager
pm-1 reports-to ceo
`

// TestMisnamed: a policy that names a role nobody declares is told the role that it may mean.
func TestMisnamed(t *testing.T) {
	c, err := orgtest.Case{Name: "programme", Text: programme}.Parse()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		rule          orgmodel.Rule
		message, want string // what the only finding and its fix begin or end with
	}{
		{rules.ReportsToRole{For: "project-manger", To: []orgmodel.ID{"programme-manager"}}.Rule(),
			"no role project-manger is declared, and the nearest that is declared is project-manager.", "No role project-manger is declared; did you mean project-manager?"},
		{rules.RequiresLine{For: "gardener"}.Rule(),
			"no role gardener is declared.", "No role gardener is declared: correct the name or declare it."},
		{rules.RequiresLine{For: "auditor", Kinds: []orgmodel.Kind{orgmodel.Person}}.Rule(),
			"looked at nothing: no live person has the role auditor.", "Check the names"},
		{rules.RequiresLine{Kinds: []orgmodel.Kind{orgmodel.Person}}.Rule(), "looked at nothing: there is no live person.", "Check"},
		{rules.ForbiddenLine{Deny: []rules.Pair{{From: "finanse", To: "auditor"}}}.Rule(), "and the nearest that is declared is finance.", "No role finanse is declared; did you mean finance?"},
		{rules.ReportsToRole{For: "project-manager", To: []orgmodel.ID{"program-manager"}}.Rule(),
			"who is no program-manager.", "No role program-manager is declared; did you mean programme-manager?"},
		{rules.ReportsToRole{For: "project-manager", To: []orgmodel.ID{"program-manager", "programme-manager"}}.Rule(),
			"who is no program-manager or programme-manager.", "Re-line pm-1 to prg-1. No role program-manager is declared; did you mean programme-manager?"},
		{rules.ReportsToRole{For: "project-manager", To: []orgmodel.ID{"auditor"}}.Rule(), "who is no auditor.", "Appoint an auditor for pm-1"},
	} {
		found, err := orgmodel.Check(context.Background(), c.Org(), x.rule)
		if err != nil || len(found) != 1 || !strings.HasSuffix(found[0].Message, x.message) || !strings.HasPrefix(found[0].Fix, x.want) {
			t.Errorf("%v\n%+v\nwant %q and %q", err, found, x.message, x.want)
		}
	}
}
