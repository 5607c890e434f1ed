package rules_test

import (
	"maps"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

func init() {
	maps.Copy(cases, map[string]orgmodel.Rule{
		"span-wide.people":       rules.SpanWide{Default: 2, Count: rules.People}.Rule(),
		"span-narrow.three":      rules.SpanNarrow{Min: 3, Exempt: []string{}}.Rule(),
		"one-to-one-chain.three": rules.OneToOneChain{Length: 3}.Rule(),
		"layers-deep.companies":  rules.LayersDeep{Max: 2, PerUnit: []orgmodel.ID{"group", "ltd", "gmbh", "nowhere"}}.Rule(),
		"span-wide.fte":          rules.SpanWide{Default: -1, ByArchetype: map[string]int{"half": 1}, Count: rules.FTEs}.Rule(),
	})
}
