package rules_test

import (
	"maps"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

func init() {
	maps.Copy(cases, map[string]orgmodel.Rule{
		"raci-accountable-count.two":  rules.RACIAccountableCount{Max: 2}.Rule(),
		"raci-no-responsible.outside": rules.RACINoResponsible{Unheld: orgmodel.Warning, External: []orgmodel.ID{"cleaner"}}.Rule(),
		"raci-double-letter.strict":   rules.RACIDoubleLetter{Allow: []string{"ci"}}.Rule(),
		"duty-not-for-role.house": rules.DutyNotForRole{Deny: []rules.Denial{
			{Role: "clerk", Duty: "sign"}, {Role: "clerk", Tag: "money", Instead: "treasurer", Severity: orgmodel.Info, Source: "the bylaws"}, {Role: "clerk"},
		}, AllowIfAlso: []orgmodel.ID{"treasurer"}}.Rule(),
		"incompatible-roles.house": rules.IncompatibleRoles{
			Pairs: []rules.RolePair{{A: "clerk", B: "auditor"}, {A: "clerk", B: "payer", Severity: orgmodel.Info}}, Controls: map[orgmodel.ID]string{"cy": "the bank signs too"},
		}.Rule(),
		"incompatible-roles.meeting":     rules.IncompatibleRoles{Scope: rules.MeetingScopes}.Rule(),
		"incompatible-roles.any":         rules.IncompatibleRoles{Scope: rules.AnyScope}.Rule(),
		"accountable-out-of-reach.peers": rules.AccountableOutOfReach{PeersOK: true, Rels: []orgmodel.Rel{orgmodel.FunctionalTo}}.Rule(),
	})
}
