package policy_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/policy"
	"example.com/orgchart/orgmodel/source"
)

// What a file cannot mean is told all at once, each with its place, what was found and what to write.
func TestErrors(t *testing.T) {
	got := refused(t, `policy: orgpolicy/v2
profile: balancd
packs: [core, shapes]
rule: []
rules:
  - {id: a, check: report-to-role}
  - {id: B c, check: span-wide}
  - {check: span-wide, defualt: 8, severity: warn, count: heads, by-archetype: 7}
  - {check: reports-to-role, via: [lnie], to: {anyRole: x}, match: nearest, missing: warning, share: half, for: {live: false, rôle: x}}
  - {check: vacant-manager, max-days: soon}
  - {check: span-narrow, min: 0}
  - {check: span-narrow, min: 3, min: 4}
  - {check: unit-cycle, multi-parent-kinds: [borad]}
  - {check: forbidden-line, deny: [{from: a}]}
  - {check: empty-id, max: 3}
  - span-wide
  - {id: self-report, check: span-wide}
  - {default: 8}
off: {span-narrow: ""}
external: ""
waivers:
  - {rule: x}
  - {rule: x, subject: a, expires: 31/12/2026}
  - {rule: x, fingerprint: 12}
  - {subject: a, reasn: b}
baseline: known.txt
`)
	for _, want := range []string{
		`p.yaml:1:9: the text "orgpolicy/v2" is no form`,
		`p.yaml:2:10: "balancd" is no profile`, "Did you mean balanced?",
		`p.yaml:3:15: "shapes" is no pack. There are core,`, "Did you mean shape?",
		`p.yaml:4:1: "rule" is no key of a policy`, "Did you mean rules?",
		`p.yaml:6:20: "report-to-role" is no check (unknown-rule)`, "Did you mean reports-to-role?",
		`p.yaml:7:10: "B c" is no id of a rule`,
		`p.yaml:8:24: "defualt" is no parameter of span-wide. It has by-archetype, count and default. Did you mean default?`,
		`p.yaml:8:46: "warn" is no severity. Write info, warning or error.`,
		`p.yaml:8:59: "heads" is no count. Write posts, people or fte.`,
		`p.yaml:8:80: the text "7" stands where the table by-archetype is due`,
		`p.yaml:9:36: "lnie" is no relation. Did you mean line?`,
		`p.yaml:9:48: "anyRole" is no key of to. It has any-role alone. Did you mean any-role?`,
		`"nearest" is no match. Write direct, nearest-filled or any-above.`,
		`"warning" is nothing that missing can be`, `"half" is no number for share`, "what has ended cannot be chosen", `"rôle" is no key of for. There are role, kinds and live. Did you mean role?`,
		`p.yaml:10:39: "soon" is no whole number for max-days`,
		"p.yaml:11:31: min cannot be 0. Leave the key out",
		`p.yaml:12:34: the key "min" stands here a second time`,
		`"borad" is no kind. Did you mean board?`,
		"the key to of deny is missing", `"max" is no parameter of empty-id. It has no parameters.`,
		`p.yaml:16:5: the text "span-wide" stands where a rule is due`,
		`the id "self-report" is the name of another check`, "p.yaml:18:5: the key check is missing",
		`p.yaml:19:20: the rule "span-narrow" is off without a reason`, "p.yaml:20:11: an empty id",
		`p.yaml:22:5: a waiver of everything that "x" finds`, "2026-12-31", `"12" is no fingerprint`, `"reasn" is no key of a waiver`,
		`p.yaml:26:11: the baseline "known.txt" cannot be found`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestErrorsAreCounted(t *testing.T) {
	_, err := policy.Load("p.yaml", strings.NewReader("policy: orgpolicy/v1\nrules:\n"+strings.Repeat("- {check: x}\n", 150)))
	var all *source.Errors
	if !errors.As(err, &all) || all.Total != 150 || len(all.List) != source.MaxErrors {
		t.Errorf("%v", err)
	}
}

// What is no policy at all, or too large, is one error.
func TestNoPolicy(t *testing.T) {
	for text, want := range map[string]string{
		"":          `p.yaml: the file says nothing. Begin it with the line "policy: orgpolicy/v1".`,
		"policy: [": "p.yaml:",
		"\xff":      "p.yaml: this is no text in UTF-8",
		"policy: orgpolicy/v1\n---\npolicy: orgpolicy/v1\n":                 "a second YAML document",
		"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b, *b, *b]\n" + bomb():   "values that aliases stand for",
		strings.Repeat("[", 200):                                            "levels of nesting",
		"# " + strings.Repeat("x", 5<<20):                                   "bytes in a policy",
		"policy: orgpolicy/v1\nrules:\n" + strings.Repeat("- {}\n", 20_001): "rules and waivers",
	} {
		_, err := policy.Load("p.yaml", strings.NewReader(text))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %.300v", text, err)
		}
	}
	if got := refused(t, "- x\n"); !strings.Contains(got, "a list stands where a mapping with the key policy is due") {
		t.Error(got)
	}
	if got := refused(t, "packs: core\n"); !strings.Contains(got, "the key policy is missing") {
		t.Error(got)
	}
}

// bomb is aliases that stand for very much.
func bomb() string {
	var b strings.Builder
	b.WriteString("l0: &l0 [*c, *c, *c, *c]\n")
	for i := 1; i < 12; i++ {
		fmt.Fprintf(&b, "l%d: &l%d [*l%d, *l%d, *l%d]\n", i, i, i-1, i-1, i-1)
	}
	return b.String()
}

// A path that no file system has is told from a file that is not there.
func TestOpenPath(t *testing.T) {
	if _, err := policy.Open(os.DirFS("testdata"), "../policy.yaml"); !errors.Is(err, fs.ErrInvalid) || !strings.HasSuffix(err.Error(), "/ between names") {
		t.Error(err)
	}
}
