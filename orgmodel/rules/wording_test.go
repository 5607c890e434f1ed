package rules_test

import (
	"context"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

const programmed = `+role project-manager
+role programme-manager
+role it-manager
+programme digital
+project payments
+post ceo top=true
+post it-1
+post prg-1
+post prg-9 "Head of digital programmes"
+post pm-1
it-1 has-role it-manager
prg-1 has-role programme-manager
prg-9 has-role programme-manager in digital
payments part-of digital
pm-1 reports-to ceo
pm-1 has-role project-manager in payments
`

// TestWhatFindingsSay: a finding says what is wrong in so many words, and the way out of it.
func TestWhatFindingsSay(t *testing.T) {
	for _, c := range []struct {
		name, text string
		rule       orgmodel.Rule
		message    string
		fix        string
		pos        string
	}{
		{"held twice", "+post prg-1\n+person p-3\np-3 holds prg-1\np-3 holds prg-1\n", rules.AssignmentOverlap{}.Rule(),
			"p-3 holds prg-1 by 2 lines at once, at x:3:1 and x:4:1.", "Keep one of the lines.", "x:4:1"},
		{"reversed", "+post it-1\n+person p-2\nit-1 holds p-2\n", rules.WrongEnds{}.Rule(),
			"it-1, a post, holds p-2, a person, and holds joins no such two.",
			"The other way round: p-2 holds it-1; else name the record that is meant.", "x:3:1"},
		{"reversed role", "+role pm\n+post it-1\npm has-role it-1\n", rules.WrongEnds{}.Rule(),
			"pm, a role, has the role it-1, a post, and has-role joins no such two.",
			"The other way round: it-1 has-role pm; else name the record that is meant.", "x:3:1"},
		{"vacant and held", "+post it-1 occupancy=vacant top=true\n+post pm-1 occupancy=filled\n+person p-8 \"Ada\"\npm-1 reports-to it-1\np-8 holds it-1\n", rules.VacantManager{}.Rule(),
			`it-1 is said to be vacant, but p-8 "Ada" holds it, with 1 filled report: pm-1.`,
			"Drop one of the two: the word that it-1 is vacant, or the holding of p-8.", "x:1:1"},
		{"line ended", "as-of 2026-08-01\n+post cio top=true\n+post it-1\nit-1 reports-to cio until 2026-07-01\n", rules.UnreachableFromTop{}.Rule(),
			"it-1 hangs nowhere: its line to cio ended, last day 2026-06-30, and it has no reports and is no top.",
			"Give it-1 a boss from then on, let the line last, or flag it as top.", "x:4:1"},
		{"line of a team ended", "as-of 2026-08-01\n+post cio top=true\n+post it-1\n+post pm-1\nit-1 reports-to cio until 2026-01-01\nit-1 reports-to cio since 2026-02-01 until 2026-07-01\npm-1 reports-to it-1\n", rules.UnreachableFromTop{}.Rule(),
			"it-1 is no top, and its line to cio ended, last day 2026-06-30: 1 seat under it cannot be reached.",
			"Give it-1 a boss from then on, let the line last, or flag it as top.", "x:6:1"},
		{"grades", "+post it-1 grade=G7\n+post pm-1 grade=G6\npm-1 reports-to it-1\n", rules.GradeInversion{}.Rule(),
			"pm-1, of grade G6, reports to it-1, of grade G7: G6 ranks above G7 (UK civil service order).",
			"Confirm the grades of both, or re-line pm-1 to somebody above.", "x:3:1"},
		{"grades of a house", "+post it-1 grade=1\n+post pm-1 grade=1\npm-1 reports-to it-1\n", rules.GradeInversion{Order: [][]string{{"1"}}, Strict: true}.Rule(),
			"pm-1, of grade 1, reports to it-1, of grade 1: both are of one rank (the order given).",
			"Confirm the grades of both, or re-line pm-1 to somebody above.", "x:3:1"},
		{"the programme's manager first", programmed, rules.ReportsToRole{For: "project-manager", To: []orgmodel.ID{"programme-manager", "it-manager"}}.Rule(),
			"pm-1 reports to ceo, who is no programme-manager or it-manager.",
			`Re-line pm-1 to prg-9 "Head of digital programmes", it-1 or prg-1.`, "x:15:1"},
		{"units of tables", "+unit unit:Digital \"Digital\"\n+unit unit:Finance \"Finance\"\n+post d-1\n+post d-2\n+post f-1\nd-1 part-of unit:Digital\nd-2 part-of unit:Digital\nf-1 part-of unit:Finance\nd-2 reports-to d-1\nd-2 reports-to f-1\n", rules.CrossUnitLine{}.Rule(),
			`d-2 of "Digital" reports to f-1 of "Finance".`,
			`Say that d-2 is embedded (mode=embedded on the line), move it to "Finance", or re-line it to d-1, which leads "Digital".`, "x:10:1"},
	} {
		p, err := (orgtest.Case{Name: "x", Text: c.text}).Parse()
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		found, err := orgmodel.Check(context.Background(), p.Org(), c.rule)
		if err != nil || len(found) != 1 {
			t.Errorf("%s: %v, %v", c.name, found, err)
			continue
		}
		if f := found[0]; f.Message != c.message || f.Fix != c.fix || f.Pos.String() != c.pos {
			t.Errorf("%s:\n got %s %s\n     fix: %s\nwant %s %s\n     fix: %s", c.name, f.Pos, f.Message, f.Fix, c.pos, c.message, c.fix)
		}
	}
}
