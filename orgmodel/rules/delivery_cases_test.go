package rules_test

import (
	"maps"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

func init() {
	maps.Copy(cases, map[string]orgmodel.Rule{
		"project-needs-manager.strict":  rules.ProjectNeedsManager{Role: "lead", Max: 2, GapDays: -1}.Rule(),
		"programme-needs-manager.house": rules.ProgrammeNeedsManager{Role: "programme-lead", Max: 2, GapDays: 60}.Rule(),
	})
}
