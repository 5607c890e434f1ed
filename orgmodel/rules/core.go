package rules

import "example.com/orgchart/orgmodel"

// Core is the pack that holds for every organisation: identity, references, reporting lines,
// dates and containment, in the catalogue's order. The slice is the caller's.
func Core() []orgmodel.Rule {
	return []orgmodel.Rule{
		DuplicateID{}.Rule(),
		IDCollision{}.Rule(),
		UnknownReference{}.Rule(),
		SelfReport{}.Rule(),
		ReportCycle{}.Rule(),
		MixedKindCycle{}.Rule(),
		NoTop{}.Rule(),
		MultipleTops{}.Rule(),
		UnreachableFromTop{}.Rule(),
		MultipleSolidLines{}.Rule(),
		VacantManager{}.Rule(),
		EndedManager{}.Rule(),
		DepartedHolder{}.Rule(),
		DateInverted{}.Rule(),
		LineOutlivesEndpoint{}.Rule(),
		AssignmentOverlap{}.Rule(),
		JobShareMismatch{}.Rule(),
		UnitCycle{}.Rule(),
		WrongEnds{}.Rule(),
		EmptyID{}.Rule(),
		UnreadableCell{}.Rule(),
	}
}
