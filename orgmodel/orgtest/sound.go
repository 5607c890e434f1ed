package orgtest

import (
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// A Sound is the size of an organisation made up by chance, of everything that the library has a
// word for: units and an office, programmes and projects, services, business cases, needs,
// benefits, outcomes and duties, a board, people who share a post or hold two, a post with an
// interim holder, vacancies, projects run by who is called something else. Every rule of
// SoundRules has something to look at in it on SoundDay, and finds nothing. The same Sound is the
// same organisation.
//
// Random makes larger ones, in which there is less.
type Sound struct {
	Seed  uint64
	Posts int // 0 means 60, and fewer than 33 count as 33
}

// SoundDay is the day on which a Sound organisation is sound: projects begin and end around it.
var SoundDay = orgmodel.NewDate(2026, time.April, 1)

// Spec is the organisation as records, which carry no position.
func (s Sound) Spec() orgmodel.Spec { return newSoundPlan(s).spec }

// Org is the organisation on SoundDay.
func (s Sound) Org() *orgmodel.Org { return orgmodel.New(s.Spec()).At(SoundDay) }

// SoundRules are all rules of the catalogue, each of which has something to look at in a Sound
// organisation: those that say nothing until they are told about the house are told about that
// one. The slice is the caller's.
func SoundRules() []orgmodel.Rule {
	told := map[string]orgmodel.Rule{}
	for _, r := range []orgmodel.Rule{
		rules.UnreachableFromTop{Units: []orgmodel.ID{poolUnit}}.Rule(),
		rules.OutcomeLineOfSight{MinCoverage: 1}.Rule(),
		rules.ReportsToRole{For: projectManager, To: []orgmodel.ID{programmeManager, itManager}}.Rule(),
		rules.RequiresLine{For: programmeManager, Rel: orgmodel.FunctionalTo}.Rule(),
		rules.ForbiddenLine{
			Deny: []rules.Pair{{From: auditor, To: financeManager}},
			Via:  []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.FunctionalTo},
		}.Rule(),
		rules.MatrixMode{Mode: rules.Strong, Within: soundProgramme(0)}.Rule(),
		rules.PMLoad{Max: 2, Weight: "weight"}.Rule(),
	} {
		told[r.Name] = r
	}
	all := append(rules.All(), rules.Made()...)
	for i, r := range all {
		if house, ok := told[r.Name]; ok {
			all[i] = house
		}
	}
	return all
}
