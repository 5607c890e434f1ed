package rulepage

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// A ruler is a struct of package rules.
type ruler interface{ Rule() orgmodel.Rule }

// ids saves the type's name, which YAML does not have either.
type ids = []orgmodel.ID

// examples are the rules there are, each with parameters as a house may set them; those that are made for a
// policy with the ones that rules.Made gives. The pages show the values as they stand here: one
// rule begins a line of the list.
func examples() []ruler {
	return []ruler{
		rules.DuplicateID{Marked: true, MayDiffer: []string{"name", "pay", "email"}},
		rules.IDCollision{KeepZeros: true, Reserved: ids{"XX", "TBC", "Vacant"}},
		rules.UnknownReference{External: ids{"MIN-01"}},
		rules.SelfReport{SeatsOnly: true},
		rules.ReportCycle{Rels: []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy}, LiveOnly: true},
		rules.MixedKindCycle{Rels: []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy}},
		rules.NoTop{External: ids{"MIN-01"}},
		rules.MultipleTops{Max: 2, CoTops: ids{"ceo-1", "ceo-2"}},
		rules.UnreachableFromTop{Units: ids{"pool"}, Engagements: []string{"contractor"}, GraceDays: 28},
		rules.MultipleSolidLines{CoBoss: "shared"},
		rules.VacantManager{MaxDays: 30},
		rules.EndedManager{GraceDays: 14},
		rules.DepartedHolder{GraceDays: 7, LeaveCounts: true},
		rules.DateInverted{AllowZero: true},
		rules.LineOutlivesEndpoint{ToleranceDays: 7},
		rules.AssignmentOverlap{MaxFTE: 1.2, HandoverDays: 60},
		rules.JobShareMismatch{MayDiffer: []string{"grade"}},
		rules.UnitCycle{MultiParentKinds: []orgmodel.Kind{orgmodel.Board}},
		rules.WrongEnds{Also: []orgmodel.Join{{From: orgmodel.Post, Rel: orgmodel.ReportsTo, To: orgmodel.Board}}},
		rules.EmptyID{},
		rules.UnreadableCell{},

		rules.GradeInversion{Order: [][]string{{"Director"}, {"Lead", "Principal"}, {"Senior"}}, Exempt: ids{"architect"}},
		rules.CrossUnitLine{Level: 2, Exempt: ids{"shared-services"}},
		rules.RedundantDotted{Hops: 1},
		rules.TitleRoleDrift{Patterns: []rules.TitlePattern{{Pattern: "delivery manager", Role: "project-manager"}}},
		rules.NoAppraiser{Work: []orgmodel.Rel{orgmodel.DirectedBy}, Exempt: []string{"contractor", "intern"}},

		rules.ProjectNeedsManager{Role: "delivery-lead", GapDays: 30},
		rules.ProgrammeNeedsManager{Max: 2, GapDays: 30},
		rules.PMOutsideProgramme{MaxHops: 3},
		rules.UnprogrammedProject{Flag: "one-off"},
		rules.PMOPlacement{Mode: rules.Central, MinShare: 0.9},
		rules.EmbeddedPMUnlinked{Rels: []orgmodel.Rel{orgmodel.FunctionalTo}},
		rules.PMOMarksOwnHomework{Within: rules.SameUnit},
		rules.BoardComposition{Required: []rules.BoardSeat{{Voice: "chair", Roles: ids{"executive", "sponsor"}, Max: 1}, {Voice: "user", Roles: ids{"senior-user"}}}, MinBudget: 100_000},
		rules.NoEscalationPath{MaxHops: 4, External: ids{"MIN-01"}},
		rules.ClosedWorkLiveRoles{GraceDays: 60, Exempt: ids{"benefit-owner", "archivist"}},

		rules.SpanWide{Default: 8, ByArchetype: map[string]int{"coach": 7, "coordinator": -1}, Count: rules.People},
		rules.SpanNarrow{Min: 3},
		rules.OneToOneChain{Length: 3},
		rules.LayersDeep{Max: 6, PerUnit: ids{"acme-ltd", "acme-gmbh"}},
		rules.Chokepoint{Fraction: 0.5, MinSeats: 20},

		rules.RACIAccountableCount{Max: 2},
		rules.RACINoResponsible{Unheld: orgmodel.Warning, External: ids{"supplier"}},
		rules.RACIDoubleLetter{Allow: []string{"AR", "CI"}},
		rules.DutyNotForRole{Deny: []rules.Denial{{Role: "architect", Duty: "approve-budget", Instead: "finance-manager"}}, AllowIfAlso: ids{"director"}},
		rules.IncompatibleRoles{Pairs: []rules.RolePair{{A: "buyer", B: "payer", Severity: orgmodel.Error, Source: "purchasing policy"}}, Scope: rules.AnyScope, Controls: map[orgmodel.ID]string{"ada": "payments above 1,000 are countersigned"}},
		rules.AccountableOutOfReach{PeersOK: true},

		rules.NeedsSponsor{Own: true, HandoverDays: 30},
		rules.NeedsBusinessCase{Stages: []string{"discovery", "alpha"}, MinBudget: 50_000},
		rules.NeedsBenefitOwner{OwnerUnits: ids{"operations", "customer-services"}},
		rules.OutcomeLineOfSight{MinCoverage: 0.8},
		rules.SponsorDistance{Max: 2},
		rules.ITWorkWithoutBusinessOwner{ITUnits: ids{"digital"}},
		rules.BudgetHolder{MinBudget: 50_000, Central: ids{"finance-manager"}},

		rules.ServiceNeedsOwner{Roles: ids{"service-owner", "product-manager"}},
		rules.HandoverReceiver{Days: 120, Exempt: []string{"research", "event"}},
		rules.MixedWorkUnsplit{Tolerance: 0.1},
		rules.PermanentOnTemporaryLine{NoticeDays: 90},
		rules.EndlessProject{MaxMonths: 24},

		rules.ReportsToRole{For: "project-manager", To: ids{"programme-manager", "it-manager"}},
		rules.RequiresLine{For: "project-manager"},
		rules.ForbiddenLine{Deny: []rules.Pair{{From: "auditor", To: "finance-manager"}}},
		rules.MatrixMode{Mode: rules.Balanced},
		rules.PMLoad{Max: 3},
	}
}
