package rules_test

import (
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// shipped are the rules of all packs.
func shipped() []orgmodel.Rule {
	return slices.Concat(rules.Core(), rules.Policy(), rules.Shape(), rules.Delivery(), rules.Value(), rules.Duty(), rules.Ops())
}
