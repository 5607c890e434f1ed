package orgtest

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
)

// ProveRule fails t unless a rule gives for each case exactly the findings it wants, and keeps
// what every rule owes its users:
//
//   - a name in kebab case, a Doc whose first line is the policy as a sentence, a severity;
//   - findings whose message is a sentence with the id of the subject, with a fix that is a
//     sentence, and a position where the subject has one; no two with one fingerprint;
//   - the same fingerprints whatever the order of a case's records and lines, wherever they stand,
//     and when several goroutines check one organisation;
//   - over an interval, where it has Days, what it finds on each of its days, as ProveDays holds it;
//   - no panic on organisations that are Hostile, and an end soon after the caller gave up a
//     rule that is at work for seconds.
//
// There must be a case with findings and one without, of which the rule looked at something.
func ProveRule(t testing.TB, rule orgmodel.Rule, cases ...Case) {
	t.Helper()
	proveForm(t, rule)
	if rule.Check == nil || rule.Name == "" {
		return
	}
	bad, good, wrong := 0, 0, false
	for _, c := range cases {
		c, err := c.Parse()
		if err != nil {
			t.Errorf("the case cannot be read: %v", err)
			wrong = true
			continue
		}
		switch looks, ok := proveCase(t, rule, c); {
		case !ok:
			wrong = true
		case looks == idle:
			continue
		}
		if len(c.Want) > 0 {
			bad++
		} else {
			good++
		}
	}
	if bad == 0 {
		t.Errorf("%s: no case has a finding to give: add one that breaks the rule, with what it wants", rule.Name)
	}
	if good == 0 {
		t.Errorf("%s: no case without a finding has a record that the rule looks at: add one that obeys it", rule.Name)
	}
	if !wrong { // first things first
		proveHostile(t, rule)
		if rule.Days != nil {
			for seed := range uint64(4) {
				around := orgmodel.Interval{From: HostileDay.AddDays(-30), Until: HostileDay.AddDays(60)}
				ProveDays(t, orgmodel.New(Hostile(seed, 12)), around, rule)
			}
		}
		proveStop(t, rule, slow)
	}
}

var kebab = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// proveForm holds what stands on a rule.
func proveForm(t testing.TB, rule orgmodel.Rule) {
	t.Helper()
	if rule.Name == "" {
		t.Errorf("the rule has no name: give it one in kebab case, as no-lone-report; it is part of every fingerprint")
		return
	}
	if !kebab.MatchString(rule.Name) {
		t.Errorf("the rule's name is %q: write it in kebab case, as no-lone-report; it is part of every fingerprint", rule.Name)
	}
	policy, _, _ := strings.Cut(rule.Doc, "\n")
	if !strings.HasSuffix(policy, ".") {
		t.Errorf("%s: the first line of its Doc is %q: write the policy as a sentence with a full stop", rule.Name, policy)
	}
	if rule.Severity < orgmodel.Info || rule.Severity > orgmodel.Error {
		t.Errorf("%s: it has no severity: say how much a finding matters", rule.Name)
	}
	if rule.Check == nil {
		t.Errorf("%s: it has no function Check", rule.Name)
	}
}

// A seen is what a case showed of a rule.
type seen uint8

const (
	looked seen = iota
	idle        // the rule looked at no record
)

// ProveDoc fails t unless the examples in a rule's Doc are true: the rule finds something in
// the text after Before: and nothing in that after After:, both in the language of cases. It is
// for the rule as it comes, since the examples need not hold for other parameters.
func ProveDoc(t testing.TB, rule orgmodel.Rule) {
	t.Helper()
	_, text, _ := strings.Cut(rule.Doc, "\nBefore:")
	before, after, ok := strings.Cut(text, "\nAfter:")
	if !ok {
		t.Errorf("%s: its Doc has no examples: write an organisation after a line Before: and one after a line After:", rule.Name)
		return
	}
	for _, example := range []struct {
		name, text string
		fires      bool
	}{{"Before", before, true}, {"After", after, false}} {
		c, err := Case{Name: rule.Name + " " + example.name, Text: example.text}.Parse()
		if err != nil {
			t.Errorf("the example cannot be read: %v", err)
			continue
		}
		found, _ := findings(t, rule, c)
		if example.fires && len(found) == 0 {
			t.Errorf("%s: it finds nothing in the example Before: of its Doc", rule.Name)
		}
		if !example.fires && len(found) > 0 {
			t.Errorf("%s: it finds something in the example After: of its Doc:\n%s", rule.Name, indent(told(found)))
		}
	}
}

// proveCase holds a rule against one case, and says whether it looked at a record and found what
// is wanted.
func proveCase(t testing.TB, rule orgmodel.Rule, c Case) (seen, bool) {
	t.Helper()
	found, looks := findings(t, rule, c)
	if twin := repeated(found); twin != "" {
		t.Errorf("%s, case %s: two findings have one fingerprint, and nobody can accept one of them: give them a Key each\n    %s", rule.Name, c.Name, twin)
	}
	if !proveWants(t, rule, c, found) {
		return looks, false
	}
	for _, f := range found {
		if why := lacks(c.Org(), f); why != "" {
			t.Errorf("%s, case %s: %s:\n%s", rule.Name, c.Name, why, indent(tellOne(f)))
		}
	}
	provePrints(t, rule, "case "+c.Name, c.Spec, c.AsOf, false)
	return looks, true
}

// findings are those of a rule, and the one about a rule that looked at nothing where the case
// wants it.
func findings(t testing.TB, rule orgmodel.Rule, c Case) (orgmodel.Findings, seen) {
	t.Helper()
	found, err := orgmodel.Checker{Limit: -1}.Check(context.Background(), c.Org(), rule)
	if err != nil {
		t.Errorf("%s, case %s: %v", rule.Name, c.Name, err)
	}
	looks := looked
	found = slices.DeleteFunc(found, func(f orgmodel.Finding) bool {
		if f.Rule != orgmodel.MatchesNothing {
			return false
		}
		looks = idle
		return !slices.ContainsFunc(c.Want, func(w string) bool { return strings.Contains(w, orgmodel.MatchesNothing) })
	})
	return found, looks
}

func proveWants(t testing.TB, rule orgmodel.Rule, c Case, found orgmodel.Findings) bool {
	t.Helper()
	var wants []want
	for _, text := range c.Want {
		w, err := parseWant(text)
		if err != nil {
			t.Errorf("%s, case %s: %v", rule.Name, c.Name, err)
			return false
		}
		wants = append(wants, w)
	}
	missing, surplus := unmatched(wants, found)
	if len(missing) == 0 && len(surplus) == 0 {
		return true
	}
	var b strings.Builder
	for _, w := range missing {
		b.WriteString("\n    not found   want " + w.text)
	}
	for _, f := range surplus {
		b.WriteString("\n    not wanted  want " + wanted(f) + "\n        " + strings.ReplaceAll(tellOne(f), "\n", "\n        "))
	}
	t.Errorf("%s, case %s%s: it finds other than is wanted:%s", rule.Name, c.Name, onDay(c.Org()), b.String())
	return false
}
