package rules

import "example.com/orgchart/orgmodel"

// A RolePair is two roles that one person is not to hold.
type RolePair struct {
	A, B     orgmodel.ID       // roles that are-a one of them count
	Severity orgmodel.Severity // 0 means Error
	Source   string            // who says so; stands at the end of messages
}

// IncompatiblePairs are those that IncompatibleRoles takes where it is given none. The slice is the
// caller's.
//
// Executive and senior user are not among them: sources disagree.
func IncompatiblePairs() []RolePair {
	const (
		prince = "PRINCE2"
		itil   = "ITIL"
		iso    = "ISO/IEC 27002, 5.3"
	)
	return []RolePair{
		{"executive", "project-manager", orgmodel.Error, prince},
		{"project-assurance", "project-manager", orgmodel.Error, prince},
		{"project-assurance", "team-manager", orgmodel.Error, prince},
		{"project-assurance", "project-support", orgmodel.Error, prince},
		{"executive", "senior-supplier", orgmodel.Warning, prince},
		{"incident-manager", "problem-manager", orgmodel.Warning, itil},
		{"change-initiator", "change-approver", orgmodel.Error, iso},
		{"change-approver", "change-implementer", orgmodel.Error, iso},
		{"change-initiator", "change-implementer", orgmodel.Error, iso},
		{"developer", "production-administrator", orgmodel.Error, iso},
		{"control-designer", "control-auditor", orgmodel.Error, iso},
	}
}

// Scoping says which scopes of two roles count as one.
type Scoping uint8

const (
	SameScope     Scoping = iota // one scope, or none for either
	MeetingScopes                // also a role without a scope and one in any
	AnyScope                     // whatever the scopes
)

// String is same-scope, meeting-scopes or any-scope.
func (s Scoping) String() string {
	return [...]string{"same-scope", "meeting-scopes", "any-scope"}[min(s, AnyScope)]
}

// join says that two scopes count as one.
func (s Scoping) join(a, b orgmodel.Ref) bool {
	return a == b || s == MeetingScopes && meet(a, b) || s >= AnyScope
}

// Control is the attribute that names what compensates for roles that one person should not hold both:
// of the person, of a post they hold one by, or of the line of one.
const Control = "control"
