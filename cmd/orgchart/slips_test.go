package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What people get wrong at first is answered with what to write instead.
func TestSlips(t *testing.T) {
	csv := file(t, "people.csv", titled)
	none := file(t, "none.titles", "# nothing yet\n")
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"chekc", csv, "--over", "today.."}, `"chekc" is no command, did you mean check?`},
		{[]string{"spans", csv + "x"}, `"spans" is no command, did you mean 'orgchart ask spans'?`},
		{[]string{"frobnicate"}, `"frobnicate" is no command; there are check`},
		{[]string{"policy", "lnt", "p.yaml", "--as-of", "none"}, `"lnt" is nothing to do with a policy, did you mean lint?`},
		{[]string{"check", csv, "--asume-roles"}, "unknown flag: --asume-roles, did you mean --assume-roles?; see 'orgchart check --help'"},
		{[]string{"check", csv, "--zzzz"}, "unknown flag: --zzzz; see"},
		{[]string{"check", csv, "-x"}, "unknown shorthand flag: 'x' in -x; see"},
		{[]string{"ask", "structure", "-o", "x.svg"}, "-o writes pictures, and 'orgchart ask structure' has none"},
		{[]string{"ask", "spans", "--format", "xml"}, "want text, table, json or svg"},
		{[]string{"ask", "tops", "--format", "xml"}, "want text, table or json"},
		{[]string{"ask", "spans", "E1", csv}, "E1: there is no such file, and 'orgchart ask spans' is about the whole organisation: leave E1 out"},
		{[]string{"ask", "spans", "nowhere.csv"}, "nowhere.csv: there is no such file"},
		{[]string{"explain", "pm-boss"}, "for a rule of a policy: orgchart explain pm-boss --policy policy.yaml"},
		{[]string{"explain", "report-cycl"}, "did you mean report-cycle?; 'orgchart rules' lists them\n"},
		{[]string{"ask", "spans", "--levels", "-1"}, "--levels -1: want 1 or more"},
		{[]string{"policy", "lint", file(t, "cut.yaml", "policy: orgpolicy/v1\nrules:\n  - {id: y, when: \"span > \", message: m}\n")}, "the expression ends before it is complete"},
		{[]string{"explain", "shape"}, "shape is a pack, and no rule"},
		{[]string{"check", csv, "--assume-roles", "de"}, "de: there is no such file; for a language write --assume-roles=de"},
		{[]string{"check", csv, "--assume-roles="}, "--assume-roles= names no patterns: want languages (de, en, fr)"},
		{[]string{"check", csv, "--assume-roles=english"}, `"english" is no language that has patterns (de, en, fr) and no file, did you mean en?`},
		{[]string{"check", csv, "--assume-roles=" + none}, "the file has no pattern"},
		{[]string{"check", csv, "--over", "today..", "--max-days", "-1"}, "--max-days -1: want 1 or more"},
	} {
		code, out, errOut := orgchart(t, "", c.args...)
		if code != wrong || out != "" || !strings.Contains(errOut, c.says) {
			t.Errorf("%s: exit %d\n%s%s", strings.Join(c.args, " "), code, out, errOut)
		}
	}
	if _, _, errOut := orgchart(t, "", "check", csv, "--assume-roles=EN"); !strings.Contains(errOut, "2 roles assumed") {
		t.Errorf("EN is no language: %s", errOut)
	}
	if _, _, errOut := orgchart(t, "", "check", file(t, "team.csv", team), "--assume-roles"); !strings.Contains(errOut, "0 roles assumed") || strings.Contains(errOut, "lists them") {
		t.Errorf("nothing is to be listed: %s", errOut)
	}
}

// Known findings are written over known findings, be they broken, and over nothing else.
func TestBaselineSparesFiles(t *testing.T) {
	csv := file(t, "loop.csv", loop)
	dir := filepath.Dir(csv)
	put := func(name, text string) string {
		at := filepath.Join(dir, name)
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return at
	}
	policy := put("policy.yaml", "policy: orgpolicy/v1\n")
	entry := "0123456789abcdef error no-top \"\": x\n"
	for _, c := range []struct {
		name, file string
		spared     bool
	}{
		{"the organisation", csv, true},
		{"the policy", policy, true},
		{"a text", put("notes.txt", "Ask Bo.\n"), true},
		{"another table", put("other.csv", team), true},
		{"an empty file", put("empty.txt", ""), false},
		{"known findings", put("known.txt", entry), false},
		{"known findings with the marks of a merge", put("merge.txt", "<<<<<<< ours\n"+entry+"=======\n>>>>>>> theirs\n"), false},
		{"a new file", filepath.Join(dir, "new.txt"), false},
	} {
		before, _ := os.ReadFile(c.file)
		code, _, errOut := orgchart(t, "", "check", csv, "--policy", policy, "--write-baseline", c.file)
		after, err := os.ReadFile(c.file)
		switch {
		case err != nil:
			t.Error(err)
		case c.spared && (code != wrong || string(before) != string(after) || !strings.Contains(errOut, "would overwrite")):
			t.Errorf("%s: exit %d, %s", c.name, code, errOut)
		case !c.spared && (code != clean || !strings.Contains(string(after), " error report-cycle ")):
			t.Errorf("%s: exit %d, %s\n%s", c.name, code, errOut, after)
		}
	}
}
