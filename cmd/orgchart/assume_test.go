package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const titled = "id,name,title,manager\nE1,Ada,Chief executive,\nE2,Bo,Head of IT,E1\nE3,Cy,Project manager,E1\nE4,Dee,PM,E2\nE5,Eve,Quay wizard,E2\n"

const houseTitles = "title project-manager: quay wizard\n"

const bossPolicy = "policy: orgpolicy/v1\npacks: []\nrules: [{check: reports-to-role, for: {role: project-manager}, to: {any-role: [it-manager]}}]\n"

// Roles are assumed only where it is asked for, by the sets that are named, and each command takes them.
func TestAssumeRoles(t *testing.T) {
	csv := file(t, "people.csv", titled)
	dir := filepath.Dir(csv)
	house, policy := filepath.Join(dir, "house.titles"), filepath.Join(dir, "policy.yaml")
	for name, text := range map[string]string{house: houseTitles, policy: bossPolicy, filepath.Join(dir, "assuming.yaml"): bossPolicy + "assume-roles: [en, house.titles]\n"} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	yaml := filepath.Join(dir, "org.yaml")
	for _, c := range []struct {
		args      []string
		code      int
		out, note string // "" means none
	}{
		{[]string{"check", csv, "--policy", policy}, clean, "rule-matches-nothing", ""},
		{[]string{"check", csv, "--policy", policy, "--assume-roles"}, found, "E3", "note: 2 roles assumed from titles, 1 ambiguous title left alone; 'orgchart ask roles --assumed' lists them"},
		{[]string{"check", csv, "--policy", filepath.Join(dir, "assuming.yaml")}, found, "E3", "note: 3 roles assumed from titles, 1 ambiguous title left alone, as "},
		{[]string{"ask", "holders", "--role", "project-manager", "--assume-roles=en," + house, csv}, clean, `Assumed, since the title is "Quay wizard"; from title: quay wizard (house.titles)`, "note: 3 roles assumed"},
		{[]string{"ask", "holders", "--role", "project-manager", "--assume-roles=" + house, csv}, clean, `project-manager "Project manager"`, "note: 1 role assumed"},
		{[]string{"ask", "roles", "E2", "--assume-roles", csv}, clean, "Assumed, since", "note: 2 roles"},
		{[]string{"ask", "roles", "--assumed", csv}, clean, "2 roles are assumed, and 1 title is ambiguous: it-manager 1, project-manager 1, ambiguous PM 1.", "note: 2 roles"},
		{[]string{"ask", "roles", "--assumed", csv, "--format", "table"}, clean, "project-manager", "note: 2 roles"},
		{[]string{"draw", csv, "--assume-roles", "-o", filepath.Join(dir, "out.svg")}, clean, "", "note: 2 roles"},
		{[]string{"convert", csv, "--assume-roles", "-o", yaml}, clean, "", "note: 2 roles"},
		{[]string{"ask", "roles", "--assumed", yaml}, clean, "2 roles are assumed, and 1 title is ambiguous", "2 roles stated already"},
		{[]string{"check", csv, "--assume-roles=xx"}, wrong, "", `--assume-roles: "xx" is no language that has patterns (de, en, fr) and no file`},
		{[]string{"check", csv, "--assume-roles=no/where.titles"}, wrong, "", "--assume-roles no/where.titles: there is no such file"},
		{[]string{"check", csv, "--assume-roles=" + dir}, wrong, "", "a folder holds no patterns"},
		{[]string{"check", csv, "--assume-roles=" + csv}, wrong, "", "begins no line of a file of titles"},
		{[]string{"ask", "roles", "--assumed", "--in", "E1", csv}, wrong, "", "no role is assumed in a scope"},
	} {
		code, out, errOut := orgchart(t, "", c.args...)
		if code != c.code || !strings.Contains(out, c.out) || !strings.Contains(errOut, c.note) || c.note == "" && strings.Contains(errOut, "assumed from titles") {
			t.Errorf("%s: exit %d, want %d\n%s%s", strings.Join(c.args, " "), code, c.code, out, errOut)
		}
	}
	if _, _, errOut := orgchart(t, "", "check", csv, "--assume-roles", "--quiet"); strings.Contains(errOut, "assumed") {
		t.Errorf("--quiet says %q", errOut)
	}
	_, out, _ := orgchart(t, "", "ask", "roles", "--assumed", csv, "--format", "json")
	var answer struct {
		Counts map[string]int
		Items  []struct{ ID, Role string }
	}
	if err := json.Unmarshal([]byte(out), &answer); err != nil || len(answer.Items) != 3 || answer.Items[2].ID != "E4" || answer.Items[2].Role != "" || answer.Counts["ambiguous PM"] != 1 {
		t.Errorf("%v: %s", err, out)
	}
}
