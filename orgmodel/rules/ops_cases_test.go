package rules_test

import (
	"maps"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

func init() {
	maps.Copy(cases, map[string]orgmodel.Rule{
		"service-needs-owner.house": rules.ServiceNeedsOwner{Max: 2, Roles: []orgmodel.ID{"steward"}, Kinds: []orgmodel.Kind{orgmodel.Outcome}}.Rule(),
		"handover-receiver.house": rules.HandoverReceiver{
			Days: 10, Rels: []orgmodel.Rel{orgmodel.SupportedBy}, Roles: []orgmodel.ID{"steward"}, Exempt: []string{"art"}, Kinds: []orgmodel.Kind{orgmodel.Programme},
		}.Rule(),
		"endless-project.house": rules.EndlessProject{MaxMonths: 14, Kinds: []orgmodel.Kind{orgmodel.Programme}, Operations: []orgmodel.Kind{"upkeep"}}.Rule(),
		"mixed-work-unsplit.house": rules.MixedWorkUnsplit{
			Tolerance: -1, Projects: []orgmodel.Kind{"campaign"}, Operations: []orgmodel.Kind{"shop"}, Roles: []orgmodel.ID{"seller"},
		}.Rule(),
		"permanent-on-temporary-line.house": rules.PermanentOnTemporaryLine{NoticeDays: 10, Exempt: []string{"volunteer"}}.Rule(),
	})
}
