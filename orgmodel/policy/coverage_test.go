package policy_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
)

const managed = `roles: {pm: Project manager}
posts:
  a: {top: true}
  b: {reports-to: a, role: pm}
  c: {reports-to: a}
projects: {x: {}}
`

const pmRule = "packs: []\nrules: [{id: pms, check: requires-line, for: pm, rel: reports-to}]\n"

// A policy says how much its rules are to be about; what is missed is one finding a sort, at the
// key, and nothing waives it or makes it known.
func TestCoverage(t *testing.T) {
	for _, c := range []struct{ coverage, want string }{
		{"", ""},
		{"coverage: 30%", "deliveries"},
		{"coverage: {min: 0.4}", "deliveries seats"},
		{"coverage: {seats: 34%}", "seats"},
		{"coverage: {seats: 33%, lines: 50%}", ""},
		{"coverage: {min: 100%, seats: 1%}", "deliveries lines"},
	} {
		p := load(t, c.coverage+"\n"+pmRule)
		out := check(t, p, org(t, "", managed))
		var keys []string
		for _, f := range out.Findings {
			keys = append(keys, f.Key)
			if f.Rule != orgmodel.Uncovered || f.Severity != orgmodel.Info || f.Pos.Line != 2 || f.Pos.File != "p.yaml" {
				t.Errorf("%+v", f)
			}
		}
		if strings.Join(keys, " ") != c.want || (out.Coverage != nil) != (c.coverage != "") {
			t.Errorf("%s: %q", c.coverage, keys)
		}
		if again, err := (policy.Checker{Baseline: policy.NewBaseline(out.Findings)}).Check(t.Context(), org(t, "", managed), p); err != nil || len(again.Findings) != len(out.Findings) {
			t.Errorf("%s: what is missed is let stand by a baseline: %v %v", c.coverage, again.Findings, err)
		}
	}
	out, err := policy.Checker{Coverage: true, MinCoverage: orgmodel.MinCoverage{Seats: 1}}.Check(t.Context(), org(t, "", managed), load(t, "coverage: {lines: 100%, severity: warning}\n"+pmRule))
	if err != nil || len(out.Findings) != 1 || out.Findings[0].Key != "seats" || out.Findings[0].Severity != orgmodel.Warning || out.Coverage.Seats().Covered != 1 {
		t.Errorf("%+v %v", out, err)
	}
	if out, err := (policy.Checker{Coverage: true}).Check(t.Context(), org(t, "", managed), load(t, pmRule)); err != nil || len(out.Findings) != 0 || out.Coverage == nil {
		t.Errorf("%+v %v", out, err)
	}
}

func TestCoverageErrors(t *testing.T) {
	for text, want := range map[string]string{
		"coverage: 101%":             `"101%" is no share for coverage`,
		"coverage: -0.1":             `"-0.1" is no share for coverage`,
		"coverage: {min: 0}":         "coverage.min cannot be 0",
		"coverage: {}":               "coverage says nothing",
		"coverage: []":               "a list stands where coverage is due",
		"coverage: most":             `"most" is no number for coverage`,
		"coverage: {seat: 50%}":      `"seat" is no key of coverage`,
		"coverage: {severity: loud}": `"loud" is no severity`,
	} {
		if _, err := policy.Load("p.yaml", strings.NewReader("policy: orgpolicy/v1\n"+text+"\n")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

func TestCoverageIsDescribed(t *testing.T) {
	var b strings.Builder
	load(t, "coverage: {min: 90%, lines: 12.5%}\n").Describe(&b)
	if !strings.Contains(b.String(), "about at least 90% of seats, 90% of projects, programmes and portfolios and 12.5% of lines.") {
		t.Error(b.String())
	}
}

func ExampleChecker() {
	p, _ := policy.Load("policy.yaml", strings.NewReader(house))
	out, err := policy.Checker{Coverage: true}.Check(context.Background(), harbour, p)
	if err != nil {
		fmt.Println(err)
		return
	}
	s := out.Coverage.Seats()
	fmt.Printf("rules are about %d of %d seats\n", s.Covered, s.All)
	// Output:
	// rules are about 2 of 4 seats
}
