package rules_test

import (
	"maps"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

func init() {
	maps.Copy(cases, map[string]orgmodel.Rule{
		"service-needs-owner.house": rules.ServiceNeedsOwner{Max: 2, Roles: []orgmodel.ID{"steward"}, Kinds: []orgmodel.Kind{orgmodel.Outcome}}.Rule(),
	})
}
