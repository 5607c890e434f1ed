package rules_test

import (
	"maps"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

func init() {
	maps.Copy(cases, map[string]orgmodel.Rule{
		"needs-sponsor.own":                    rules.NeedsSponsor{Roles: []orgmodel.ID{"owner"}, Max: 2, Own: true, HandoverDays: -1, Managers: []orgmodel.ID{"lead"}}.Rule(),
		"needs-business-case.house":            rules.NeedsBusinessCase{Kinds: []orgmodel.Kind{orgmodel.Portfolio}, Stages: []string{"idea"}, MinBudget: 1000}.Rule(),
		"needs-benefit-owner.units":            rules.NeedsBenefitOwner{OwnerUnits: []orgmodel.ID{"sales", "nowhere"}, Role: "owner", DeliveryRoles: []orgmodel.ID{"lead"}, Exempt: []orgmodel.ID{"internal"}}.Rule(),
		"outcome-line-of-sight.house":          rules.OutcomeLineOfSight{MaxHops: 3, MinCoverage: 0.5, Kinds: []orgmodel.Kind{orgmodel.Process}}.Rule(),
		"sponsor-distance.house":               rules.SponsorDistance{Max: 1, Rels: []orgmodel.Rel{orgmodel.FunctionalTo}, Role: "lead", Sponsors: []orgmodel.ID{"owner"}, Business: "biz", IT: "tech"}.Rule(),
		"it-work-without-business-owner.units": rules.ITWorkWithoutBusinessOwner{ITUnits: []orgmodel.ID{"tech"}, ITTag: "digital", Sponsors: []orgmodel.ID{"owner"}, Upkeep: "upkeep"}.Rule(),
		"budget-holder.house":                  rules.BudgetHolder{MinBudget: 100_000, Role: "purse", Sponsors: []orgmodel.ID{"owner"}, Central: []orgmodel.ID{"finance"}}.Rule(),
	})
}
