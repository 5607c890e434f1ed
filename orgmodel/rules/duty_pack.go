package rules

import "example.com/orgchart/orgmodel"

// Duty is the pack about who answers for what, and which work one person should not have in both hands.
//
// The rules are about duties and roles; an organisation without any passes in silence, rather than being
// told that each rule looked at nothing. The slice is the caller's.
func Duty() []orgmodel.Rule {
	return []orgmodel.Rule{
		RACIAccountableCount{}.Rule(),
		RACINoResponsible{}.Rule(),
		RACIDoubleLetter{}.Rule(),
		DutyNotForRole{}.Rule(),
		IncompatibleRoles{}.Rule(),
		AccountableOutOfReach{}.Rule(),
	}
}
