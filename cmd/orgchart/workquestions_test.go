package main

import (
	"strings"
	"testing"
)

// TestWorkQuestions: formats, exit codes and misspelt subjects of the questions about work.
func TestWorkQuestions(t *testing.T) {
	csv := file(t, "team.csv", "id,name,manager\nE1,Ada,\nE2,Bo,E1\n")
	for _, c := range []struct {
		args string
		code int
		says string // on either stream
	}{
		{"ask scope", wrong, "wants a person, a post or a role, then files if any: orgchart ask scope ops-1"},
		{"ask scope opps-1", wrong, "did you mean one of\n  ops-1"},
		{"ask scope E2 " + csv, found, "Nothing is written down as the remit of E2"},
		{"ask facets finance --format table", clean, "Finance"},
		{"ask facets E2 " + csv, found, "Nothing says which facets"},
		{"ask overlap project-manger it-manager", wrong, "did you mean"},
		{"ask overlap project-manager", wrong, "wants two roles"},
		{"ask overlap pm-1 it-manager", found, "pm-1 \"Payments project manager\" is a post, and no role"},
		{"ask overlap sponsor it-manager", wrong, "no record has the id or the name \"sponsor\""},
		{"ask overlap budget-holder business-analyst", clean, "share no holder, no duty and no scope"},
		{"ask line-manager E1 " + csv, clean, "is a line manager: 1 live seat reports to it"},
		{"ask line-manager E2 " + csv, found, "no line manager"},
		{"ask line-manager payments", found, "payments \"Payments renewal\" is a project, and takes no part"},
		{"ask history E2 " + csv, found, "has held no post"},
		{"ask history payments", found, "nothing that is held"},
		{"ask history pm-1 --format table", clean, "petra-lund"},
		{"ask projects fin-1", clean, "digital"},
		{"ask projects pm-1 --tag it", found, "Without this tag: payments"},
		{"ask classify fin-1", found, "runs no project"},
		{"ask classify pm-1 --format json", clean, `"label": "cannot be told"`},
		{"ask run-as --style operation", found, "Values of run-as here: project"},
		{"ask why E2 " + csv, found, "is at no work that is known"},
		{"ask why turnaround", clean, "is what work is for"},
		{"ask line-of-sight " + csv, found, "Nobody is at work"},
		{"ask line-of-sight --as-of 2026-04-01 --format json", clean, `"outcome": 10`},
		{"ask purpose pm-1", wrong, "did you mean why?"},
		{"ask histroy pm-1", wrong, "did you mean history?"},
	} {
		code, out, errOut := orgchart(t, "", strings.Fields(c.args)...)
		if code != c.code || !strings.Contains(out+errOut, c.says) {
			t.Errorf("orgchart %s: exit %d, want %d and %q\n%s%s", c.args, code, c.code, c.says, shortened(out), errOut)
		}
	}
}
