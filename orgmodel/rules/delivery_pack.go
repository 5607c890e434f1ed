package rules

import "example.com/orgchart/orgmodel"

// Delivery is the pack about projects, programmes and PMOs: who runs them, how their managers stand to
// programmes and offices, and whether work that has closed is cleared up.
//
// The rules are about deliveries, offices and boards; an organisation without any passes in silence,
// rather than being told that each rule looked at nothing. What the house must say (the mode of its PMO)
// is not looked at until it does. The slice is the caller's.
func Delivery() []orgmodel.Rule {
	return []orgmodel.Rule{
		ProjectNeedsManager{}.Rule(),
		ProgrammeNeedsManager{}.Rule(),
		PMOutsideProgramme{}.Rule(),
		UnprogrammedProject{}.Rule(),
		PMOPlacement{}.Rule(),
		EmbeddedPMUnlinked{}.Rule(),
		PMOMarksOwnHomework{}.Rule(),
		BoardComposition{}.Rule(),
		NoEscalationPath{}.Rule(),
		ClosedWorkLiveRoles{}.Rule(),
	}
}
