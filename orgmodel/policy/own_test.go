package policy_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
)

const contractors = `packs: []
rules:
  - id: no-contractor-leads
    for: posts
    when: 'attrs.engagement == "contractor" && span > 0'
    message: a contractor has reports
    fix: Give the reports another boss.
    severity: warning
    because: framework of 2026
`

func TestOwnRules(t *testing.T) {
	o := org(t, "", "posts:\n  a: {top: true, role: lead, name: Ann}\n  b: {reports-to: a, attrs: {engagement: contractor}}\n  c: {reports-to: b, attrs: {engagement: contractor, cost: '12.5'}, occupancy: vacant}\npeople: {p: {holds: b}}\n")
	out := check(t, load(t, contractors), o)
	if len(out.Findings) != 1 {
		t.Fatalf("%+v", out.Findings)
	}
	if doc := load(t, contractors).Rules()[0].Doc; !strings.HasPrefix(doc, "Reported of each post: a contractor has reports.\n") {
		t.Error(doc)
	}
	f := out.Findings[0]
	if f.Rule != "no-contractor-leads" || f.Severity != orgmodel.Warning || f.Subject != "b" || f.Message != "b: a contractor has reports" || f.Fix == "" || f.Pos.Line != 4 {
		t.Errorf("%+v", f)
	}
	for when, want := range map[string][]string{
		"true":                                {"a", "b", "c"},
		"boss == 'a'":                         {"b"},
		"depth == 2 and kind == 'post'":       {"c"},
		"'lead' in roles":                     {"a"},
		"any(roles, # == 'lead')":             {"a"},
		"number(attrs.cost) > 12":             {"c"},
		"number(attrs.name) == 0":             {"a", "b", "c"},
		"occupancy == 'vacant'":               {"a", "c"},
		"name matches '^A' && day == ''":      {"a"},
		"lower(name) startsWith 'an'":         {"a"},
		"id in ['a', 'c'] ? span > 0 : !true": {"a"},
	} {
		p := load(t, fmt.Sprintf("packs: []\nrules: [{id: x, when: %q, message: m}]\n", when))
		var got []string
		for _, f := range check(t, p, o).Findings {
			got = append(got, string(f.Subject))
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: %q, want %q", when, got, want)
		}
	}
	wantMarks(t, check(t, load(t, "packs: []\nrules: [{id: x, for: [board, robots], when: 'true', message: m}]\n"), o).Findings, "rule-matches-nothing x")
	wantMarks(t, check(t, load(t, "packs: []\nrules: [{id: x, for: people, when: 'true', message: m}]\nwaivers: [{rule: x, subject: p, reason: r, owner: o}]\n"), o).Findings)
}

// What is wrong with an expression is told at its place.
func TestOwnRuleErrors(t *testing.T) {
	got := refused(t, `policy: orgpolicy/v1
rules:
- {id: a, message: m, when: "spam > 0"}
- {id: b, message: m, when: id > 0}
- {id: c, message: m, when: span}
- {id: d, message: m, when: "span >"}
- {id: e, when: "true"}
- {id: f, message: m, when: "true", mesage: n, for: post s}
- {id: no-top, message: m, when: "true"}
- {id: g, message: m, when: "any(roles, any(roles, # == 'a'))"}
- {id: h, message: m, when: "len(1..1000000) > 0"}
- {id: i, message: m, when: "let x = id + id; x == ''"}
- {id: j, message: m, when: "repeat(id, 100000) == ''"}
- {id: k, message: m, when: "reduce(roles, #acc + #) == ''"}
- {id: l, message: m, when: "now() == now()"}
- {id: m, message: m, when: "toJSON(attrs) == '' || attrs.x.y == 'b'"}
- {id: n, message: m, when: "name matches attrs.x"}
`)
	for _, want := range []string{
		"p.yaml:3:30: when: unknown name spam", "p.yaml:4:32: when: invalid operation", "p.yaml:5:", "p.yaml:6:", "p.yaml:7:3: a rule with when lacks", `"mesage" is no key of a rule with when`, "Did you mean message?",
		"the id \"no-top\" is the name of a check", "p.yaml:10:41: when: a predicate in a predicate", "a range (..) is not allowed", "a variable (let) is not allowed",
		"p.yaml:13:30: when: ", "p.yaml:14:30: when: the function reduce", "p.yaml:15:30: when: ", "p.yaml:16:", "a pattern that is not written out",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, long := range []string{strings.Repeat("(", 1900), strings.Repeat("!", 1900) + "true", "true" + strings.Repeat("||true", 300), strings.Repeat("x", 3000), strings.Repeat("[", 1000) + strings.Repeat("]", 1000)} {
		if _, err := policy.Load("p.yaml", strings.NewReader(fmt.Sprintf("policy: orgpolicy/v1\nrules: [{id: a, message: m, when: %q}]\n", long))); err == nil {
			t.Errorf("%.20s: taken", long)
		}
	}
}

// What fails for a record is one finding, however many there are, and a finished context ends the walk.
func TestOwnRuleFails(t *testing.T) {
	o := org(t, "", "posts: {a: {top: true}, b: {reports-to: a}}\n")
	p := load(t, "packs: []\nrules: [{id: x, when: \"roles[5] == 'a'\", message: m}]\n")
	fs := check(t, p, o).Findings
	if len(fs) != 1 || fs[0].Key != "failed" || !strings.Contains(fs[0].Message, "for 2 records") || fs[0].Subject != "a" {
		t.Errorf("%+v", fs)
	}
	var spec orgmodel.Spec
	for i := range 200_000 {
		spec.Nodes = append(spec.Nodes, orgmodel.Node{ID: orgmodel.ID(fmt.Sprint("p", i)), Kind: orgmodel.Post})
	}
	big := orgmodel.New(spec)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	if _, err := p.Check(ctx, big); err == nil {
		t.Log("done before it was given up")
	}
}

// A record of any size takes time in proportion to it, and the machine refuses to grow beyond its memory.
func TestOwnRuleOnHugeRecords(t *testing.T) {
	huge := strings.Repeat("a", 4<<20)
	o := orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{{ID: "a", Kind: orgmodel.Post, Name: huge, Attrs: orgmodel.NewAttrs("x", huge)}}})
	p := load(t, "packs: []\nrules: [{id: x, when: \"upper(name + attrs.x) matches '^(A+)+$' && len(trim(name)) > 5\", message: m}]\n")
	fs := check(t, p, o).Findings
	if len(fs) != 1 || len(fs[0].Message) > 1000 {
		t.Errorf("%d findings", len(fs))
	}
}

func BenchmarkOwnRule(b *testing.B) {
	var spec orgmodel.Spec
	for i := range 100_000 {
		spec.Nodes = append(spec.Nodes, orgmodel.Node{ID: orgmodel.ID(fmt.Sprint("p", i)), Kind: orgmodel.Post, Attrs: orgmodel.NewAttrs("grade", "G6", "engagement", "contractor")})
	}
	o, p := orgmodel.New(spec), load(b, contractors)
	for b.Loop() {
		check(b, p, o)
	}
}
