package policy_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/native"
)

// load reads a policy from a text that begins after the line policy.
func load(t testing.TB, text string) *policy.Policy {
	t.Helper()
	p, err := policy.Load("p.yaml", strings.NewReader("policy: orgpolicy/v1\n"+text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return p
}

// org reads an organisation in the native format, as of a day, on none where it is empty.
func org(t testing.TB, day, text string) *orgmodel.Org {
	t.Helper()
	o, _, err := native.Read("o.yaml", strings.NewReader("format: 1\n"+text))
	if err != nil {
		t.Fatal(err)
	}
	if day == "" {
		return o
	}
	d, err := orgmodel.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	return o.At(d)
}

func check(t testing.TB, p *policy.Policy, o *orgmodel.Org) policy.Outcome {
	t.Helper()
	out, err := p.Check(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// marks are findings in short: rule and subject.
func marks(fs orgmodel.Findings) (ms []string) {
	for _, f := range fs {
		ms = append(ms, strings.TrimSpace(f.Rule+" "+string(f.Subject)))
	}
	return ms
}

func wantMarks(t testing.TB, fs orgmodel.Findings, want ...string) {
	t.Helper()
	if got := marks(fs); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
		for _, f := range fs {
			t.Log(f)
		}
	}
}

// refused reads a policy that says something it cannot mean, and gives the errors, one a line.
func refused(t testing.TB, text string) string {
	t.Helper()
	_, err := policy.Load("p.yaml", strings.NewReader(text))
	var all *source.Errors
	if !errors.As(err, &all) {
		t.Fatalf("error %v, want *source.Errors:\n%s", err, text)
	}
	for _, e := range all.List {
		if e.Pos.File != "p.yaml" || e.Pos.Line < 1 || e.Pos.Column < 1 || e.Found == "" || e.Fix == "" {
			t.Errorf("%+v", e)
		}
	}
	return err.Error()
}

func TestSketch(t *testing.T) {
	p := load(t, `profile: balanced
rules:
  - id: pm-boss
    check: reports-to-role
    for: {role: project-manager, live: true}
    via: [line]
    to: {any-role: [programme-manager, it-manager]}
    match: nearest-filled
    quantify: every-line
    missing: error
    exempt: {also-role: it-manager}
    because: "S20, S24; delivery board 2026-03"
  - {id: pm-mostly-it, check: reports-to-role, for: {role: project-manager}, via: [line],
     to: {any-role: [it-manager]}, share: {min: 0.5}, severity: info}
waivers:
  - {rule: pm-boss, subject: post/PM-017, reason: "acting head until September", owner: post/DEL-01, expires: 2026-09-30}
`)
	var names []string
	for _, r := range p.Rules() {
		names = append(names, r.Name)
	}
	if n := len(names); n != 25 || !slices.Equal(names[n-4:], []string{"matrix-mode", "permanent-on-temporary-line", "pm-boss", "pm-mostly-it"}) {
		t.Errorf("rules %q", names)
	}
	if w := p.Waivers(); len(w) != 1 || w[0].Expires.String() != "2026-09-30" || w[0].Pos.Line != 17 {
		t.Errorf("waivers %+v", w)
	}
}

func TestIncludes(t *testing.T) {
	files := fstest.MapFS{
		"team/p.yaml":          {Data: []byte("policy: orgpolicy/v1\ninclude: base/house.yaml\nrules: [{check: span-wide, default: 5}]\noff: {narrow: ours}\nbaseline: known.txt\n")},
		"team/known.txt":       {Data: []byte("0123456789abcdef error no-top \"\": nobody\n")},
		"team/base/house.yaml": {Data: []byte("policy: orgpolicy/v1\npacks: [shape]\ninclude: [more.yaml]\nrules: [{check: span-wide, default: 9, severity: error}, {id: narrow, check: span-narrow}]\n")},
		"team/base/more.yaml":  {Data: []byte("policy: orgpolicy/v1\nexternal: [X]\n")},
		"loop/a.yaml":          {Data: []byte("policy: orgpolicy/v1\ninclude: b.yaml\n")},
		"loop/b.yaml":          {Data: []byte("policy: orgpolicy/v1\ninclude: [a.yaml, ../x.yaml, nowhere.yaml, a.yaml/]\n")},
	}
	p, err := policy.Open(files, "team/p.yaml")
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, r := range p.Rules() {
		got += r.Name + " " + r.Severity.String() + "\n"
	}
	if got != "span-wide warning\nspan-narrow info\none-to-one-chain warning\nlayers-deep warning\nchokepoint info\n" {
		t.Error(got)
	}
	if b := p.Baseline(); b == nil || b.Name != "team/known.txt" || len(b.Entries) != 1 {
		t.Errorf("%+v", b)
	}
	_, err = policy.Open(files, "loop/a.yaml")
	for _, want := range []string{"a.yaml includes b.yaml includes a.yaml", `"../x.yaml" leads out`, `"nowhere.yaml" cannot be read: there is no such file`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v lacks %q", err, want)
		}
	}
}
