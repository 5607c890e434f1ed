package rules_test

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// shipped are the rules of all packs.
func shipped() []orgmodel.Rule {
	return rules.All()
}
