package orgtest_test

import (
	"os"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
)

// wing is an organisation with one fault, and the folder of a policy about it.
func wing(t testing.TB, policy string) (*orgmodel.Org, string) {
	t.Helper()
	file := t.TempDir() + "/policy.yaml"
	if err := os.WriteFile(file, []byte("policy: orgpolicy/v1\n"+policy), 0o644); err != nil {
		t.Fatal(err)
	}
	return orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{{ID: "a", Kind: orgmodel.Post}, {ID: "b", Kind: orgmodel.Post}, {ID: "c", Kind: orgmodel.Post}},
		Lines: []orgmodel.Line{{From: "b", Rel: orgmodel.ReportsTo, To: "a"}, {From: "c", Rel: orgmodel.ReportsTo, To: "c"}},
	}), file
}

func TestPolicyFile(t *testing.T) {
	orgtest.Policy(t, orgtest.On(t, orgtest.Load(t, "testdata/org.yaml"), "2026-04-01"), "testdata/policy.yaml") // the example
	const waiver = "waivers: [{rule: self-report, subject: c, reason: agreed, owner: ann, expires: 2026-06-30}]\n"
	for _, c := range []struct {
		policy, day string
		says        []string // nothing: it passes
	}{
		{"", "", []string{"1 finding of ", "policy.yaml:", "error self-report: c", "fix "}},
		{waiver, "", nil},
		{waiver, "2026-06-30", nil},
		{waiver, "2026-07-01", []string{"2 findings of", "on 2026-07-01", "self-report", "waiver-expired", "policy.yaml:2:11"}},
		{"packs: []\nrules: [{check: span-narrow}]\n", "", nil}, // information goes into the log
		{"packs: []\nrules: [{check: requires-line, for: no-such-role}]\n", "", []string{"looked at nothing", "roles nobody holds any"}},
		{"packs: []\n", "", []string{"no rule is checked"}},
		{"packs: [cor]\n", "", []string{"the policy cannot be read", "policy.yaml:2:9: \"cor\" is no pack", "Did you mean core?"}},
	} {
		org, file := wing(t, c.policy)
		r := record(t, func(t testing.TB) {
			if c.day != "" {
				org = orgtest.On(t, org, c.day)
			}
			orgtest.Policy(t, org, file)
		})
		got := strings.Join(r.errors, "\n")
		if len(r.errors) > 1 || (got == "") != (c.says == nil) {
			t.Errorf("%q on %q: %d failures\n%s", c.policy, c.day, len(r.errors), got)
		}
		for _, want := range c.says {
			if !strings.Contains(got, want) {
				t.Errorf("%q on %q: no %q in\n%s", c.policy, c.day, want, got)
			}
		}
	}
	r := record(t, func(t testing.TB) { orgtest.Policy(t, orgmodel.New(orgmodel.Spec{}), "testdata/nowhere.yaml") })
	if got := strings.Join(r.errors, ""); !r.stopped || !strings.Contains(got, "Paths start in the folder of the test") {
		t.Error(got)
	}
}
