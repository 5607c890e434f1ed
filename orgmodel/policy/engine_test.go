package policy_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/engine"
	"example.com/orgchart/orgmodel/policy"
)

// Each name of a finding that is about a policy is documented, with the severity that it has.
func TestFindingsAboutPoliciesAreDocumented(t *testing.T) {
	const text = `rules: [{check: requires-line, for: nobody, rel: reports-to}]
off: {span-narow: x, span-wide: we are few}
coverage: 100%
waivers:
  - {rule: self-report, subject: b}
  - {rule: self-report, subject: b}
  - {rule: self-report, subject: c, reason: x, owner: y, expires: 2026-01-01}
  - {rule: no-top, subject: "", reason: x, owner: y}
`
	const known = "0123456789abcdef error no-top \"\": x\n0123456789abcdef error no-top \"\": x\n"
	p, err := policy.Open(fstest.MapFS{"p.yaml": {Data: []byte("policy: orgpolicy/v1\nbaseline: known.txt\n" + text)}, "known.txt": {Data: []byte(known)}}, "p.yaml")
	if err != nil {
		t.Fatal(err)
	}
	met := map[string]bool{}
	for _, f := range append(check(t, p, org(t, "2026-02-01", trouble)).Findings, p.Lint(day(t, "2026-02-01"))...) {
		c, ok := engine.Named(f.Rule)
		if f.Pos.File == "o.yaml" {
			continue // of the organisation
		}
		met[f.Rule] = true
		if !ok || c.Severity != f.Severity && f.Rule != orgmodel.MatchesNothing {
			t.Errorf("%v is documented as %s %s", f, c.Name, c.Severity)
		}
	}
	for _, name := range []string{
		orgmodel.MatchesNothing, orgmodel.Uncovered, policy.UnknownRule, policy.WaiverExpired, policy.StaleWaiver, policy.WaiverWithoutReason,
		policy.StaleBaseline, "waiver-twice", "waiver-without-end", "off-anyway", "known-twice",
	} {
		if !met[name] {
			t.Errorf("%s is not found", name)
		}
	}
}

// Every way of naming a rule that there is not is told, with the rule that was meant.
func TestUnknownRule(t *testing.T) {
	o := org(t, "", "posts: {a: {top: true}}\n")
	const waiver = ", subject: a, reason: x, owner: y}]\n"
	for _, text := range []string{"waivers: [{rule: self-reprot" + waiver, "off: {self-reprot: x}\n", "rules: [{id: own-rule, check: span-wide}]\nwaivers: [{rule: own-rul" + waiver} {
		p := load(t, text)
		for _, fs := range []orgmodel.Findings{check(t, p, o).Findings, p.Lint(orgmodel.Date{})} {
			fs = slices.DeleteFunc(fs, func(f orgmodel.Finding) bool { return f.Rule == "waiver-without-end" })
			if len(fs) != 1 || fs[0].Rule != policy.UnknownRule || fs[0].Severity != orgmodel.Error || !strings.HasPrefix(fs[0].Fix, "Did you mean ") || fs[0].Pos.Line < 2 {
				t.Errorf("%s: %+v", text, fs)
			}
		}
	}
	_, err := policy.Load("p.yaml", strings.NewReader("policy: orgpolicy/v1\nrules:\n  - check: self-reprot\n"))
	if err == nil || err.Error() != `p.yaml:3:12: "self-reprot" is no check (unknown-rule). 'orgchart rules' lists what there is. Did you mean self-report?` {
		t.Error(err)
	}
	b, err := policy.ReadBaseline("known.txt", strings.NewReader("0123456789abcdef error self-reprot \"a\": x\n"))
	if err != nil {
		t.Fatal(err)
	}
	out, err := policy.Checker{Baseline: b}.Check(t.Context(), o, load(t, ""))
	if err != nil || len(out.Findings) != 1 || out.Findings[0].Rule != policy.UnknownRule || out.Findings[0].Fix != "Did you mean self-report?" || out.Findings[0].Pos.Line != 1 {
		t.Errorf("%+v %v", out.Findings, err)
	}
	// A check of the engine is no rule that could be waived, and it is said why.
	fs := check(t, load(t, "waivers: [{rule: waiver-expired"+waiver), o).Findings
	if len(fs) != 1 || fs[0].Rule != policy.UnknownRule || !strings.HasPrefix(fs[0].Message, `Nothing lets "waiver-expired" stand`) {
		t.Errorf("%+v", fs)
	}
}

func TestFind(t *testing.T) {
	own := orgmodel.Rule{Name: "pm-boss", Doc: "Ours.", Severity: orgmodel.Warning}
	for _, name := range []string{"report-cycle", "reports-to-role", "pm-boss", "stale-waiver", "panic"} {
		if r, err := policy.Find(name, own); err != nil || r.Name != name || r.Doc == "" {
			t.Errorf("%s: %+v %v", name, r, err)
		}
	}
	for name, like := range map[string]string{"report-cicle": "report-cycle", "pm-bos": "pm-boss", "stale-waivers": "stale-waiver", "": "", strings.Repeat("x", 1<<20): ""} {
		_, err := policy.Find(name, own)
		var unknown *policy.UnknownRuleError
		if !errors.As(err, &unknown) || unknown.Like != like || len(err.Error()) > 400 {
			t.Errorf("%.40s: %v", name, err)
		}
	}
}

func ExampleFind() {
	_, err := policy.Find("waiver-expried")
	fmt.Println(err)
	// Output: "waiver-expried" is no rule, did you mean waiver-expired?
}
