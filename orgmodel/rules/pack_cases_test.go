package rules_test

import (
	"maps"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

func init() {
	maps.Copy(cases, map[string]orgmodel.Rule{
		"span-wide.people":        rules.SpanWide{Default: 2, Count: rules.People}.Rule(),
		"span-narrow.three":       rules.SpanNarrow{Min: 3, Exempt: []string{}}.Rule(),
		"one-to-one-chain.three":  rules.OneToOneChain{Length: 3}.Rule(),
		"layers-deep.companies":   rules.LayersDeep{Max: 2, PerUnit: []orgmodel.ID{"group", "ltd", "gmbh", "nowhere"}}.Rule(),
		"chokepoint.half":         rules.Chokepoint{Fraction: 0.5, MinSeats: 4, Rels: []orgmodel.Rel{orgmodel.ReportsTo}}.Rule(),
		"pm-load":                 rules.PMLoad{Max: 2}.Rule(),
		"pm-load.weight":          rules.PMLoad{Max: 1.5, Role: "lead", Kinds: []orgmodel.Kind{orgmodel.Project, orgmodel.Programme}, Weight: "weight"}.Rule(),
		"redundant-dotted.direct": rules.RedundantDotted{Hops: 1}.Rule(),
		"no-appraiser.direction":  rules.NoAppraiser{Work: []orgmodel.Rel{orgmodel.DirectedBy}, Exempt: []string{"volunteer"}}.Rule(),
		"grade-inversion.house":   rules.GradeInversion{Order: [][]string{{"L9"}, {"L8", "P8"}, {"L7"}}, Strict: true, Rels: []orgmodel.Rel{orgmodel.DirectedBy, orgmodel.ReportsTo}, Exempt: []orgmodel.ID{"expert", "lab", "nothing"}}.Rule(),
		"cross-unit-line.teams":   rules.CrossUnitLine{Level: 3, Exempt: []orgmodel.ID{"pool", "nowhere"}}.Rule(),
		"title-role-drift.house":  rules.TitleRoleDrift{Patterns: []rules.TitlePattern{{Pattern: "Projekt-Leitung", Role: "project-manager"}, {Pattern: "stellv.", Role: ""}, {Pattern: "", Role: "sponsor"}}, Ambiguous: []rules.Abbreviation{{Word: "PL", Roles: []orgmodel.ID{"project-manager", "nothing"}}}}.Rule(),
		"matrix-mode":             rules.MatrixMode{Mode: rules.Weak}.Rule(),
		"matrix-mode.functional":  rules.MatrixMode{Mode: rules.Functional, MinShare: 0.5, Within: "digital"}.Rule(),
		"matrix-mode.strong":      rules.MatrixMode{Mode: rules.Strong, Role: "lead", Over: []orgmodel.ID{"director"}}.Rule(),
		"matrix-mode.projectised": rules.MatrixMode{Mode: rules.Projectised}.Rule(),
		"span-wide.fte":           rules.SpanWide{Default: -1, ByArchetype: map[string]int{"half": 1}, Count: rules.FTEs}.Rule(),
	})
}
