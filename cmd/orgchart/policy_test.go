package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const policyText = `policy: orgpolicy/v1
title: Test policy
include: house.yaml
waivers:
  - {rule: self-report, subject: E3, reason: agreed, owner: ann, expires: 2026-06-30}
`

// policyFiles writes a table, a policy and what it includes, and gives their paths.
func policyFiles(t *testing.T) (table, policy string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"people.csv": "id,name,manager\nE1,Ann,\nE2,Bo,E1\nE3,Cy,E3\nE4,Di,E9\n", "policy.yaml": policyText,
		"house.yaml": "policy: orgpolicy/v1\nrules: [{check: span-wide, default: 5}]\n",
		"own.yaml":   "policy: orgpolicy/v1\nrules: [{id: pm-boss, check: reports-to-role, for: {role: project-manager}, to: {any-role: [chief]}}]\n",
		"wrong.yaml": "policy: orgpolicy/v1\nrules: [{check: span-wde}]\npack: core\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "people.csv"), filepath.Join(dir, "policy.yaml")
}

func TestPolicyCommands(t *testing.T) {
	table, policy := policyFiles(t)
	bad := filepath.Join(filepath.Dir(policy), "wrong.yaml")
	own := filepath.Join(filepath.Dir(policy), "own.yaml")
	twice := file(t, "known.txt", "0123456789abcdef error no-top \"\": x\n0123456789abcdef error no-top \"\": x\n0123456789abcde0 info no-tpo \"a\": x\n")
	for _, c := range []struct {
		args string
		code int
		says string
	}{
		{"check " + table + " --as-of 2026-06-01 --policy " + policy, found, "(with 1 finding waived)"},
		{"check " + table + " --as-of 2026-07-01 --policy " + policy, found, "waiver-expired"},
		{"check " + table + " --policy nowhere.yaml", wrong, "there is no such file"},
		{"check " + table + " --policy " + filepath.Dir(policy), wrong, "is a folder: name the policy in it"},
		{"check " + table + " --policy " + bad, wrong, `wrong.yaml:2:17: "span-wde" is no check (unknown-rule). 'orgchart rules' lists what there is. Did you mean span-wide?`},
		{"check " + table + " --policy " + bad, wrong, `wrong.yaml:3:1: "pack" is no key of a policy`},
		{"check " + table + " --baseline nowhere.txt", wrong, "--baseline nowhere.txt: there is no such file"},
		{"check " + table + " --baseline " + table, wrong, "people.csv:1:1: "},
		{"policy describe " + policy, clean, "Test policy holds an organisation to 22 rules"},
		{"policy describe", wrong, "name one policy"},
		{"policy lint " + policy + " --as-of 2026-07-01", found, "waiver-expired"},
		{"policy lint " + policy + " --as-of 2026-06-01", clean, ""},
		{"policy lint " + policy + " --as-of soon", wrong, "--as-of"},
		{"policy lint " + policy + " --as-of none --baseline " + twice, found, twice + ":2: warning known-twice: The finding 0123456789abcdef stands here a second time, after line 1."},
		{"policy lint " + policy + " --as-of none --baseline " + twice, found, twice + `:3: error unknown-rule: There is no rule "no-tpo", which the baseline names. Did you mean no-top?`},
		{"policy lint " + policy + " --baseline nowhere.txt", wrong, "there is no such file"},
		{"policy schema", clean, `"title": "A policy for orgchart, orgpolicy/v1"`},
		{"policy schema x", wrong, "takes no file"},
		{"policy descibe x", wrong, "there are describe, lint and schema"},
		{"policy", clean, "Profiles: balanced,"},
		{"rules vacant-manager", clean, "{check: vacant-manager, ...}, with max-days, require-acting"},
		{"explain vacant-manager", clean, "{check: vacant-manager, ...}, with max-days, require-acting"},
		{"explain pm-boss", wrong, "is no rule"},
		{"explain pm-boss --policy " + own, clean, "A project-manager reports to a chief."},
		{"explain pm-boss --policy nowhere.yaml", wrong, "there is no such file"},
		{"check " + table + " --policy " + policy, found, "orgchart explain --policy " + policy + " "},
		{"check " + table + " --policy " + policy + " --as-of 2026-07-01", found, "      - {rule: self-report, subject: E3"},
		{"check " + table + " --policy " + own + " --format sarif", found, `"id": "pm-boss"`},
		{"check " + table + " --policy " + own + " --format junit", found, `"pm-boss"`},
		{"check " + table + " --policy " + policy + " --format github", found, "title=unknown-reference::"},
		{"check --policy " + own, found, "demo.yaml:"},
	} {
		code, out, errOut := orgchart(t, "", strings.Fields(c.args)...)
		if code != c.code || !strings.Contains(out+errOut, c.says) {
			t.Errorf("orgchart %s: exit %d, want %d and %q\n%s%s", c.args, code, c.code, c.says, shortened(out), errOut)
		}
	}
}

// What is found is written, then known; what comes later is new, and what is put right is told.
func TestBaselineCommand(t *testing.T) {
	table, policy := policyFiles(t)
	known := filepath.Join(t.TempDir(), "known.txt")
	run := func(want int, args ...string) (map[string]any, string) {
		t.Helper()
		code, out, errOut := orgchart(t, "", append([]string{"check", table, "--as-of", "2026-06-01", "--format", "json"}, args...)...)
		var doc map[string]any
		if err := json.Unmarshal([]byte(out), &doc); code != want || err != nil {
			t.Fatalf("%v: exit %d, %v\n%s", args, code, err, errOut)
		}
		return doc, errOut
	}
	if _, says := run(clean, "--write-baseline", known, "--policy", policy); !strings.Contains(says, "1 known finding written") {
		t.Error(says)
	}
	text, err := os.ReadFile(known)
	if err != nil || !strings.Contains(string(text), ` error unknown-reference "E4": `) || strings.Contains(string(text), "self-report") {
		t.Errorf("%s %v", text, err)
	}
	run(clean, "--baseline", known, "--policy", policy)
	doc, _ := run(found, "--baseline", known)
	if fs := doc["findings"].([]any); len(fs) != 1 || fs[0].(map[string]any)["rule"] != "self-report" {
		t.Errorf("%v", fs)
	}
	if err := os.WriteFile(table, []byte("id,name,manager\nE1,Ann,\nE2,Bo,E1\nE3,Cy,E3\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	doc, _ = run(clean, "--baseline", known, "--policy", policy)
	fs := doc["findings"].([]any)
	if f := fs[0].(map[string]any); len(fs) != 1 || f["rule"] != "stale-baseline" || !strings.Contains(f["message"].(string), "1 known finding of "+known+" is found no longer: line 2 (unknown-reference).") {
		t.Errorf("%v", fs)
	}
	run(found, "--baseline", known, "--policy", policy, "--fail-on", "warning")
	// An update takes out what is gone and takes in nothing: the new self-report of E2 still counts.
	if err := os.WriteFile(table, []byte("id,name,manager\nE1,Ann,\nE2,Bo,E2\nE3,Cy,E3\nE4,Di,E1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	doc, says := run(found, "--baseline", known, "--policy", policy, "--update-baseline")
	if fs := doc["findings"].([]any); len(fs) != 1 || fs[0].(map[string]any)["subject"] != "E2" || !strings.Contains(says, "0 known findings left in "+known+", 1 taken out.") {
		t.Errorf("%v %s", fs, says)
	}
	if text, err := os.ReadFile(known); err != nil || strings.Count(string(text), "\n") != 1 {
		t.Errorf("%q %v", text, err)
	}
}

// The baseline that a policy names is updated where it lies.
func TestUpdateOfThePolicysBaseline(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	table, policy := write("t.csv", "id,name,manager\nE1,Ann,\nE2,Bo,E2\nE3,Cy,E3\n"), write("p.yaml", "policy: orgpolicy/v1\n")
	known := filepath.Join(dir, "known.txt")
	orgchart(t, "", "check", table, "--write-baseline", known)
	if code, _, errOut := orgchart(t, "", "check", table, "--policy", policy, "--update-baseline"); code != wrong || !strings.Contains(errOut, "names no baseline") {
		t.Errorf("exit %d: %s", code, errOut)
	}
	write("p.yaml", "policy: orgpolicy/v1\nbaseline: known.txt\n")
	write("t.csv", "id,name,manager\nE1,Ann,\nE2,Bo,E1\nE3,Cy,E3\n")
	if code, out, errOut := orgchart(t, "", "check", table, "--policy", policy, "--update-baseline"); code != clean || !strings.Contains(errOut, "1 known finding left in "+known) || !strings.Contains(out, "Level valid (with 1 finding known): no rule found an error that counts. With what is let stand it is display:") {
		t.Errorf("exit %d: %s%s", code, out, errOut)
	}
	if text, err := os.ReadFile(known); err != nil || strings.Count(string(text), "self-report") != 1 || !strings.Contains(string(text), `"E3"`) {
		t.Errorf("%s %v", text, err)
	}
}
