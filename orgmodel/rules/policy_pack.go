package rules

import "example.com/orgchart/orgmodel"

// Policy is the pack about who may report to whom, as far as it can be said without knowing the
// house. ReportsToRole, RequiresLine, ForbiddenLine and MatrixMode need something only the house
// knows and are in no pack.
//
// The rules are about every organisation; one without grades, units, roles or work lines passes
// in silence. The slice is the caller's.
func Policy() []orgmodel.Rule {
	return []orgmodel.Rule{
		GradeInversion{}.Rule(),
		CrossUnitLine{}.Rule(),
		RedundantDotted{}.Rule(),
		TitleRoleDrift{}.Rule(),
		NoAppraiser{}.Rule(),
	}
}
