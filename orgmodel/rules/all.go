package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// All is every rule that says something without being told anything about the house: the packs Core, Policy,
// Shape, Delivery, Value, Duty and Ops, in this order. It is for lists and for a first look at an organisation;
// who checks one again and again chooses packs. The slice is the caller's.
func All() []orgmodel.Rule {
	return slices.Concat(Core(), Policy(), Shape(), Delivery(), Value(), Duty(), Ops())
}

// Made are the rules that no pack holds, since they say nothing until they are told what only the house
// knows, each with parameters for an example: to be listed and explained, not to be run. The slice is the
// caller's.
func Made() []orgmodel.Rule {
	return []orgmodel.Rule{
		ReportsToRole{For: "project-manager", To: []orgmodel.ID{"programme-manager", "it-manager"}}.Rule(),
		RequiresLine{For: "project-manager"}.Rule(),
		ForbiddenLine{Deny: []Pair{{From: "auditor", To: "finance-manager"}}}.Rule(),
		MatrixMode{Mode: Balanced}.Rule(),
		PMLoad{Max: 3}.Rule(),
	}
}
