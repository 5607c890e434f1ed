package rules

import "example.com/orgchart/orgmodel"

// Value is the pack about why work is done: who wants it, who pays, who gains, and whether those who do
// it can tell.
//
// The rules are about deliveries and benefits; an organisation without any passes in silence, rather
// than being told that each rule looked at nothing. The slice is the caller's.
func Value() []orgmodel.Rule {
	return []orgmodel.Rule{
		NeedsSponsor{}.Rule(),
		NeedsBusinessCase{}.Rule(),
		NeedsBenefitOwner{}.Rule(),
		OutcomeLineOfSight{}.Rule(),
		SponsorDistance{}.Rule(),
		ITWorkWithoutBusinessOwner{}.Rule(),
		BudgetHolder{}.Rule(),
	}
}
