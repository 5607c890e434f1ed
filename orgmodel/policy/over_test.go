package policy_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
)

func span(t testing.TB, from, until string) (iv orgmodel.Interval) {
	t.Helper()
	if from != "" {
		iv.From = day(t, from)
	}
	if until != "" {
		iv.Until = day(t, until)
	}
	return iv
}

func over(t *testing.T, p *policy.Policy, o *orgmodel.Org, days orgmodel.Interval) policy.Outcome {
	t.Helper()
	_, out, err := p.Over(context.Background(), o, days)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A waiver lets a finding stand through its last day, and what goes on counts from the day after.
func TestWaiversOver(t *testing.T) {
	const passing = "posts:\n  a: {top: true}\n  b: {reports-to: b since 2026-03-01 until 2026-11-01, top: true}\n"
	const why = `reason: "agreed", owner: ann`
	all := "self-report b: breaks on 2026-03-01, heals on 2026-11-01"
	for _, c := range []struct {
		waivers, from, until string
		want, waived         []string
	}{
		{"", "2026-01-01", "2027-01-01", []string{all}, nil},
		{"{rule: self-report, subject: b, " + why + "}", "2026-01-01", "2027-01-01", nil, []string{all}},
		{"{rule: self-report, subject: b, expires: 2026-06-30, " + why + "}", "2026-01-01", "2027-01-01",
			[]string{"self-report b: breaks on 2026-07-01, heals on 2026-11-01", "waiver-expired b: breaks on 2026-07-01, heals on 2026-11-01"},
			[]string{"self-report b: breaks on 2026-03-01, turns into an error on 2026-07-01"}},
		{"{rule: self-report, subject: b, expires: 2026-06-30, " + why + "}", "2026-04-01", "2026-08-01",
			[]string{"self-report b: breaks on 2026-07-01 and does not heal", "waiver-expired b: breaks on 2026-07-01 and does not heal"},
			[]string{"self-report b: stands already, turns into an error on 2026-07-01"}},
		{"{rule: self-report, subject: b, expires: 2026-06-30, " + why + "}", "2026-04-01", "2026-07-01", nil, []string{"self-report b: stands throughout"}},
		{"{rule: self-report, subject: b, expires: 2026-06-30, " + why + "}", "2026-07-01", "2026-08-01",
			[]string{"self-report b: stands throughout", "waiver-expired b: stands throughout"}, nil},
		{"{rule: self-report, subject: b, expires: 2026-10-31, " + why + "}", "2026-01-01", "", nil, []string{all}},
		{"{rule: self-report, subject: b, expires: 2026-02-01, " + why + "}", "2026-01-01", "2027-01-01", []string{all, "waiver-expired b: breaks on 2026-03-01, heals on 2026-11-01"}, nil},
		{"{rule: self-report, subject: b, expires: 2026-06-30, " + why + "}, {rule: self-report, subject: b, expires: 2026-12-31, " + why + "}", "2026-01-01", "2027-01-01",
			[]string{"waiver-expired b: breaks on 2026-07-01, heals on 2026-11-01"}, []string{all}},
		{"{rule: self-report, subject: a, " + why + "}", "2026-01-01", "2027-01-01", []string{all, "stale-waiver a: no spell"}, nil},
	} {
		out := over(t, load(t, "waivers: ["+c.waivers+"]\n"), org(t, "", passing), span(t, c.from, c.until))
		t.Run(c.waivers+c.from, func(t *testing.T) {
			var waived orgmodel.Findings
			for _, w := range out.Waived {
				waived = append(waived, w.Finding)
			}
			for _, part := range []struct {
				what string
				got  orgmodel.Findings
				want []string
			}{{"counts", out.Findings, c.want}, {"waived", waived, c.waived}} {
				var got []string
				for _, f := range part.got {
					if f.Rule == "multiple-tops" {
						continue
					}
					s := f.Rule + " " + string(f.Subject) + ": no spell"
					if f.Spell != nil {
						s = f.Rule + " " + string(f.Subject) + ": " + f.Spell.String()
					}
					got = append(got, s)
				}
				if len(got) != len(part.want) {
					t.Fatalf("%s: %q, want %q", part.what, got, part.want)
				}
				for i := range got {
					if got[i] != part.want[i] {
						t.Errorf("%s: %q, want %q", part.what, got[i], part.want[i])
					}
				}
			}
		})
	}
}

// What counts on a day of a check over an interval is what counts in a check of the day.
func TestOverIsEveryDay(t *testing.T) {
	p := load(t, `waivers:
  - {rule: self-report, subject: b, reason: agreed, owner: ann, expires: 2026-01-09}
  - {rule: self-report, subject: b, reason: agreed, owner: ann, expires: 2026-01-13}
  - {rule: self-report, subject: c, reason: agreed, owner: ann, expires: 2026-01-20}
rules:
  - {id: own, for: posts, when: day < "2026-01-12" and id == "a", message: Too early.}
  - {id: other, for: posts, when: id == "b" and span > 0, message: Has reports.}
`)
	o := org(t, "", "posts:\n  a: {top: true}\n  b: {reports-to: b since 2026-01-05 until 2026-01-17, top: true}\n  c: {reports-to: c until 2026-01-15, top: true}\n")
	days := span(t, "2026-01-01", "2026-02-01")
	out := over(t, p, o, days)
	for d := days.From; d.Before(days.Until); d = d.AddDays(1) {
		want, err := p.Check(context.Background(), o.At(d))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range want.Findings {
			if f.Rule != policy.StaleWaiver && !standing(out.Findings, f, d) {
				t.Errorf("on %s %s counts, and not over the interval", d, f)
			}
		}
		for _, f := range out.Findings {
			if f.Spell != nil && f.Spell.Days().Holds(d) && !standing(want.Findings, f, orgmodel.Date{}) {
				t.Errorf("over the interval %s counts on %s, and not on the day", f, d)
			}
		}
	}
}

func standing(in orgmodel.Findings, f orgmodel.Finding, d orgmodel.Date) bool {
	for _, g := range in {
		if g.Fingerprint() == f.Fingerprint() && g.Severity == f.Severity && (g.Spell == nil || g.Spell.Days().Holds(d)) {
			return true
		}
	}
	return false
}

func ExamplePolicy_Over() {
	p, err := policy.Load("policy.yaml", strings.NewReader(`
policy: orgpolicy/v1
packs: [core]
waivers:
  - {rule: ended-manager, subject: it-1, reason: successor is sought, owner: ann, expires: 2026-05-31}
`))
	if err != nil {
		panic(err)
	}
	org := orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			{ID: "cio", Kind: orgmodel.Post}, {ID: "dev-1", Kind: orgmodel.Post},
			{ID: "it-1", Kind: orgmodel.Post, Live: orgmodel.Interval{Until: orgmodel.NewDate(2026, 4, 1)}},
		},
		Lines: []orgmodel.Line{{From: "it-1", Rel: orgmodel.ReportsTo, To: "cio"}, {From: "dev-1", Rel: orgmodel.ReportsTo, To: "it-1"}},
	})
	year := orgmodel.Interval{From: orgmodel.NewDate(2026, 1, 1), Until: orgmodel.NewDate(2027, 1, 1)}
	_, out, err := p.Over(context.Background(), org, year)
	if err != nil {
		panic(err)
	}
	for _, f := range out.Waived {
		fmt.Println("waived:", f.Message, f.Spell)
	}
	for _, f := range out.Findings.Of("ended-manager") {
		fmt.Println(f.Message, f.Spell)
	}
	// Output:
	// waived: it-1 ended on 2026-04-01, and dev-1 still reports to it. breaks on 2026-04-01, turns into an error on 2026-06-01
	// it-1 ended on 2026-04-01, and dev-1 still reports to it. breaks on 2026-06-01 and does not heal
}
