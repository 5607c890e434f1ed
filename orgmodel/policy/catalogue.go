package policy

import (
	"fmt"
	"reflect"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// A ruler is a struct of package rules: its fields are parameters, its zero value is the rule as the
// library states it.
type ruler interface{ Rule() orgmodel.Rule }

// shipped are the rules that a file can name, by the name that the zero value has.
func shipped() []ruler {
	return []ruler{
		rules.DuplicateID{}, rules.IDCollision{}, rules.UnknownReference{}, rules.SelfReport{}, rules.ReportCycle{},
		rules.MixedKindCycle{}, rules.NoTop{}, rules.MultipleTops{}, rules.UnreachableFromTop{}, rules.MultipleSolidLines{},
		rules.VacantManager{}, rules.EndedManager{}, rules.DepartedHolder{}, rules.DateInverted{}, rules.LineOutlivesEndpoint{},
		rules.AssignmentOverlap{}, rules.JobShareMismatch{}, rules.UnitCycle{}, rules.WrongEnds{}, rules.EmptyID{}, rules.UnreadableCell{},

		rules.ReportsToRole{}, rules.RequiresLine{}, rules.ForbiddenLine{}, rules.MatrixMode{},
		rules.GradeInversion{}, rules.CrossUnitLine{}, rules.RedundantDotted{}, rules.TitleRoleDrift{}, rules.NoAppraiser{},

		rules.SpanWide{}, rules.SpanNarrow{}, rules.OneToOneChain{}, rules.LayersDeep{}, rules.Chokepoint{}, rules.PMLoad{},

		rules.ProjectNeedsManager{}, rules.ProgrammeNeedsManager{}, rules.PMOutsideProgramme{}, rules.UnprogrammedProject{},
		rules.PMOPlacement{}, rules.EmbeddedPMUnlinked{}, rules.PMOMarksOwnHomework{}, rules.BoardComposition{},
		rules.NoEscalationPath{}, rules.ClosedWorkLiveRoles{},

		rules.NeedsSponsor{}, rules.NeedsBusinessCase{}, rules.NeedsBenefitOwner{}, rules.OutcomeLineOfSight{}, rules.SponsorDistance{},
		rules.ITWorkWithoutBusinessOwner{}, rules.BudgetHolder{},

		rules.RACIAccountableCount{}, rules.RACINoResponsible{}, rules.RACIDoubleLetter{}, rules.DutyNotForRole{},
		rules.IncompatibleRoles{}, rules.AccountableOutOfReach{},

		rules.ServiceNeedsOwner{}, rules.HandoverReceiver{}, rules.MixedWorkUnsplit{}, rules.PermanentOnTemporaryLine{}, rules.EndlessProject{},
	}
}

// A catalogue is the shipped rules by name.
type catalogue struct {
	names []string // in order
	types map[string]reflect.Type
}

func newCatalogue() catalogue {
	c := catalogue{types: map[string]reflect.Type{}}
	for _, r := range shipped() {
		name := r.Rule().Name
		c.names = append(c.names, name)
		c.types[name] = reflect.TypeOf(r)
	}
	return c
}

// blank is a settable zero value of a rule's struct.
func (c catalogue) blank(check string) reflect.Value { return reflect.New(c.types[check]).Elem() }

// choices are the words of types that are one of a few.
var choices = map[reflect.Type][]string{
	reflect.TypeFor[orgmodel.Severity](): {"info", "warning", "error"},
	reflect.TypeFor[rules.Match]():       upTo(rules.AnyAbove),
	reflect.TypeFor[rules.Quantify]():    upTo(rules.SomeLine),
	reflect.TypeFor[rules.Counting]():    upTo(rules.FTEs),
	reflect.TypeFor[rules.Sameness]():    upTo(rules.SameUnit),
	reflect.TypeFor[rules.Scoping]():     upTo(rules.AnyScope),
	reflect.TypeFor[rules.Placement]():   {string(rules.Central), string(rules.Embedded), string(rules.HubSpoke)},
	reflect.TypeFor[rules.Structure]():   {string(rules.Functional), string(rules.Weak), string(rules.Balanced), string(rules.Strong), string(rules.Projectised)},
}

// upTo are the words of an enumeration up to its last.
func upTo[E interface {
	~uint8
	fmt.Stringer
}](last E) (words []string) {
	for e := range last + 1 {
		words = append(words, e.String())
	}
	return words
}

// zeros are what the number 0 of a file means in the struct, for the parameters that can be 0. In a
// struct 0 is most often "as the library has it", which in a file is said by leaving the key out.
var zeros = map[string]int{
	"unreachable-from-top.grace-days": 0, "ended-manager.grace-days": 0, "departed-holder.grace-days": 0,
	"line-outlives-endpoint.tolerance-days": 0,
	"vacant-manager.max-days":               -1, "assignment-overlap.handover-days": -1,
	"project-needs-manager.gap-days": -1, "programme-needs-manager.gap-days": -1,
	"closed-work-live-roles.grace-days": -1, "needs-sponsor.handover-days": -1,
	"requires-line.min": -1, "board-composition.required.max": 0, "mixed-work-unsplit.tolerance": -1,
}

// optional are the fields that may be left out of structs inside parameters; the others are asked for.
var optional = map[reflect.Type][]string{
	reflect.TypeFor[rules.RolePair]():  {"severity", "source"},
	reflect.TypeFor[rules.Denial]():    {"duty", "tag", "instead", "severity", "source"},
	reflect.TypeFor[rules.BoardSeat](): {"max"},
}

// relationNames are the catalogue's names of relations, and what files of organisations call them.
var relationNames = map[string]orgmodel.Rel{
	"line": orgmodel.ReportsTo, "direction": orgmodel.DirectedBy, "functional": orgmodel.FunctionalTo, "dotted": orgmodel.DottedTo,
	"oversight": orgmodel.OverseenBy, "sponsor": orgmodel.SponsoredBy, "supports": orgmodel.SupportedBy,
}
