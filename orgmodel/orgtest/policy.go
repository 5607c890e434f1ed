package orgtest

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
	"example.com/orgchart/orgmodel/policy"
)

// Policy fails t for every error that an organisation has by a policy file, and for a rule that looked
// at nothing; what waivers and the policy's baseline let stand does not count, and what is wrong with
// waivers does. Warnings and information go into the log. The path starts in the folder of the test:
//
//	orgtest.Policy(t, orgtest.On(t, org, "2026-04-01"), "testdata/policy.yaml")
//
// Waivers expire by the day on which the organisation is seen; seen on none, they do not. It fails t at
// once where the file cannot be read. For another severity, see Check.Policy.
func Policy(t testing.TB, org *orgmodel.Org, file string) {
	t.Helper()
	Check{Least: orgmodel.Error}.Policy(t, org, LoadPolicy(t, file))
}

// LoadPolicy reads a policy, with what it includes, from the folder of the test. It fails t at once where
// that cannot be read.
func LoadPolicy(t testing.TB, file string) *policy.Policy {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatalf("the policy cannot be read:\n%s%s", indent(err.Error()), here(nil, err))
	}
	defer f.Close()
	p, err := policy.Reader{Folder: os.DirFS(filepath.Dir(file))}.Load(file, f)
	if err != nil {
		t.Fatalf("the policy cannot be read:\n%s", indent(err.Error()))
	}
	return p
}

// Policy holds an organisation to a policy and fails t, once, with what counts.
func (c Check) Policy(t testing.TB, org *orgmodel.Org, p *policy.Policy) {
	t.Helper()
	if len(p.Rules()) == 0 {
		t.Errorf("no rule is checked: %s turns none on", p.Name())
		return
	}
	out, err := p.Check(context.Background(), org)
	if err != nil {
		t.Errorf("the check was given up: %v", err)
		return
	}
	if n := len(out.Waived) + len(out.Known); n > 0 {
		t.Logf("%s let stand by %s", wording.Count(n, "finding"), p.Name())
	}
	c.judge(t, org, slices.Clone(out.Findings), p.Name())
}
