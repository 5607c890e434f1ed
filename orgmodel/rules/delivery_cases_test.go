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
		"pm-outside-programme.house":    rules.PMOutsideProgramme{Rels: []orgmodel.Rel{orgmodel.DottedTo}, MaxHops: 1, Role: "lead", Over: "director"}.Rule(),
		"unprogrammed-project.flag":     rules.UnprogrammedProject{Flag: "solo"}.Rule(),
		"no-escalation-path.house": rules.NoEscalationPath{
			Rels: []orgmodel.Rel{orgmodel.FunctionalTo}, MaxHops: 1, Role: "lead", Sponsors: []orgmodel.ID{"owner"}, External: []orgmodel.ID{"x"},
		}.Rule(),
		"closed-work-live-roles.strict": rules.ClosedWorkLiveRoles{GraceDays: -1, Exempt: []orgmodel.ID{"archivist"}}.Rule(),
		"pmo-placement.central":         rules.PMOPlacement{Mode: rules.Central}.Rule(),
		"pmo-placement.embedded":        rules.PMOPlacement{Mode: rules.Embedded, MinShare: 0.5}.Rule(),
		"pmo-placement.hub-spoke":       rules.PMOPlacement{Mode: rules.HubSpoke}.Rule(),
		"pmo-placement.house":           rules.PMOPlacement{Mode: rules.HubSpoke, Hub: "hub", Role: "lead", Ranking: "ranks", Rank: "order"}.Rule(),
		"embedded-pm-unlinked.house":    rules.EmbeddedPMUnlinked{Rels: []orgmodel.Rel{orgmodel.SupportedBy}, Role: "lead"}.Rule(),
		"pmo-marks-own-homework.post":   rules.PMOMarksOwnHomework{Within: rules.SamePost, Roles: []orgmodel.ID{"lead"}}.Rule(),
		"pmo-marks-own-homework.unit":   rules.PMOMarksOwnHomework{Within: rules.SameUnit}.Rule(),
		"board-composition.house":       rules.BoardComposition{MinBudget: 100_000, Required: []rules.BoardSeat{{Voice: "owner", Roles: []orgmodel.ID{"owner"}, Max: 2}}}.Rule(),
	})
}
