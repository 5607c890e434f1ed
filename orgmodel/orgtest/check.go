package orgtest

import (
	"context"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
	"example.com/orgchart/orgmodel/rules"
)

// Obeys fails t for everything that rules find in an organisation, whatever its severity, and
// for a rule that looked at nothing: a policy that nobody is subject to holds of no one. It is
// the zero Check's Run.
func Obeys(t testing.TB, org *orgmodel.Org, rules ...orgmodel.Rule) {
	t.Helper()
	Check{}.Run(t, org, rules...)
}

// NoErrors fails t for every error that rules find, those of the core pack where none is named,
// and for a rule that looked at nothing. Warnings and information go into the log.
func NoErrors(t testing.TB, org *orgmodel.Org, pack ...orgmodel.Rule) {
	t.Helper()
	if len(pack) == 0 {
		pack = rules.Core()
	}
	Check{Least: orgmodel.Error}.Run(t, org, pack...)
}

// ReportsToRole fails t unless every holder of a role reports, by the line of reports-to itself,
// to a holder of one of some roles:
//
//	orgtest.ReportsToRole(t, org, "project-manager", "programme-manager", "it-manager")
//
// A holder without any line fails, unless it is the top. For other relations, the nearest filled
// boss, any boss above, exemptions and shares, give a rules.ReportsToRole to Obeys.
func ReportsToRole(t testing.TB, org *orgmodel.Org, role orgmodel.ID, to ...orgmodel.ID) {
	t.Helper()
	if len(to) == 0 {
		t.Errorf("no role is named that may stand above: say to whom each %s reports", quote(string(role)))
		return
	}
	Check{}.Run(t, org, rules.ReportsToRole{For: role, To: to}.Rule())
}

// A Check says which findings fail a test.
type Check struct {
	// Least is the severity from which on findings fail the test; those below go into the log.
	// The zero Least fails it for all.
	Least orgmodel.Severity
	// MayBeIdle lets a rule pass that looked at nothing, where nobody need be subject to it.
	MayBeIdle bool
}

// Run checks rules in an organisation and fails t, once, with what they found.
func (c Check) Run(t testing.TB, org *orgmodel.Org, rules ...orgmodel.Rule) {
	t.Helper()
	if len(rules) == 0 {
		t.Errorf("no rule is checked: name one, or call NoErrors for the core pack")
		return
	}
	found, err := orgmodel.Check(context.Background(), org, rules...)
	if err != nil {
		t.Errorf("the check was given up: %v", err)
		return
	}
	c.judge(t, org, found, checked(rules))
}

// judge fails t with the findings of what was checked, and puts the others into the log.
func (c Check) judge(t testing.TB, org *orgmodel.Org, found orgmodel.Findings, what string) {
	t.Helper()
	idle := found.Of(orgmodel.MatchesNothing)
	found = slices.DeleteFunc(found, func(f orgmodel.Finding) bool { return f.Rule == orgmodel.MatchesNothing })
	failing := found.AtLeast(c.Least)
	if !c.MayBeIdle {
		failing = append(failing, idle...)
	}
	below := slices.DeleteFunc(found, func(f orgmodel.Finding) bool { return f.Severity >= c.Least })
	if len(below) > 0 {
		t.Logf("%s below %s%s:\n%s", wording.Count(len(below), "finding"), c.Least, onDay(org), indent(told(below)))
	}
	if len(failing) > 0 {
		t.Errorf("%s of %s%s%s:\n%s", wording.Count(len(failing), "finding"), what, of(org), onDay(org), indent(told(failing)+held(org, failing)))
	}
}

// held says which roles are held, where a finding is that a rule looked at nothing: most such
// rules name a role that nobody has.
func held(org *orgmodel.Org, found orgmodel.Findings) string {
	if len(found.Of(orgmodel.MatchesNothing)) == 0 {
		return ""
	}
	met := map[orgmodel.Ref]bool{}
	var roles []string
	for e := range org.Edges(orgmodel.HasRole) {
		if met[e.To] || len(met) > shown {
			continue
		}
		met[e.To] = true
		if role := quote(string(org.ID(e.To))); org.Declared(e.To) {
			roles = append(roles, role)
		} else {
			roles = append(roles, role+" (which no record declares)")
		}
	}
	if len(roles) == 0 {
		return "\n    roles nobody holds any: there is no has-role line"
	}
	slices.Sort(roles)
	return "\n    roles held are " + strings.Join(roles, ", ")
}

// checked names the rules of a check, or how many there are.
func checked(rules []orgmodel.Rule) string {
	if len(rules) > 3 {
		return wording.Count(len(rules), "rule")
	}
	var names []string
	for _, r := range rules {
		names = append(names, r.Name)
	}
	return strings.Join(names, ", ")
}

// of names an organisation that has a name.
func of(org *orgmodel.Org) string {
	if org.Name() == "" {
		return ""
	}
	return " in " + oneLine(org.Name())
}
