package rules_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// fixes are the fixes of a rule's findings by Key, all of which must have one.
func fixes(t *testing.T, r orgmodel.Rule, o *orgmodel.Org) map[string]string {
	t.Helper()
	found, err := orgmodel.Check(context.Background(), o, r)
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]string{}
	for _, f := range found {
		by[f.Key] = f.Fix
	}
	return by
}

const misspelt = `
+post p-it "Head of IT"
+person E1 "Ann Lee"
+person E2 "Zoë Ndiaye"
+unit digital
+person E3 "Bob Ray"
+person E4 "Bob Ray"
+post pm-1
pm-1 reports-to p-itt
pm-1 part-of digtal
E2 reports-to "Ann Leee"
E1 reports-to "zoe ndiaye"
pm-1 dotted-to VACANT
pm-1 dotted-to n/a
pm-1 supported-by pm-2
pm-1 answers quarterly
E1 dotted-to "Bob Ray"
`

// TestUnknownReferenceSuggests: a missing id a letter away from an id or a name is told so, a word
// for nobody is no record to add, and of numbers none is likelier than another.
func TestUnknownReferenceSuggests(t *testing.T) {
	c, err := (orgtest.Case{Name: "misspelt", Text: misspelt}).Parse()
	if err != nil {
		t.Fatal(err)
	}
	by := fixes(t, rules.UnknownReference{}.Rule(), c.Org())
	for key, want := range map[string]string{
		"p-itt":      `Did you mean p-it "Head of IT"? Else add p-itt`,
		"digtal":     "Did you mean digital?",
		"Ann Leee":   `Did you mean E1 "Ann Lee"?`,
		"zoe ndiaye": `Did you mean E2 "Zoë Ndiaye"?`,
		"VACANT":     "VACANT is a word for nobody",
		"n/a":        "n/a is a word for nobody",
		"pm-2":       "Correct the id or add pm-2",
		"quarterly":  "Correct the id or declare the need quarterly",
	} {
		if !strings.HasPrefix(by[key], want) && !strings.Contains(by[key], ": "+want) {
			t.Errorf("%s: the fix is %q, want %q", key, by[key], want)
		}
		if strings.Contains(by[key], "nobody") && strings.Contains(by[key], "add ") {
			t.Errorf("%s: %q", key, by[key])
		}
	}
}

// TestUnknownReferenceSuggestsNoEnd: whoever writes a line that alone names an id did not mean itself
// or its other end; where others name it too, they may.
func TestUnknownReferenceSuggestsNoEnd(t *testing.T) {
	c, err := (orgtest.Case{Name: "ends", Text: `
+post boss-one
+post boss-two
+post PM-1
+post pm-2
boss-one reports-to boss-onne
boss-two reports-to Boss-Two
PM-1 reports-to pm-1
pm-2 dotted-to pm-1
+post jobs-chief
+post DWP2
jobs-chief reports-to JCP2
`}).Parse()
	if err != nil {
		t.Fatal(err)
	}
	by := fixes(t, rules.UnknownReference{}.Rule(), c.Org())
	for key, want := range map[string]string{
		"boss-onne": "Correct the id or add boss-onne",
		"Boss-Two":  "Correct the id or add Boss-Two",
		"pm-1":      "Write PM-1 if that is meant; else add pm-1",
		"JCP2":      "Correct the id or add JCP2", // two letters of three are another id
	} {
		if !strings.HasPrefix(by[key], want) {
			t.Errorf("%s: the fix is %q, want %q", key, by[key], want)
		}
	}
}

const lookingAlike = `
+person p-8
+person p6
+person p_4
+post it-1 top=true
+post dev-2 "Developer"
+role architect
+person 1-1
p-08 holds it-1
p-6 holds it-1
p-4 holds it-1
dev-2 reports-to it-l
dev-2 has-role developer
dev-2 has-role dev_2
dev-2 has-role architekt
dev-2 has-role Architect
P-80 holds it-1
11 holds it-1
`

// TestUnknownReferenceLooksAlike: ids that differ in separators, leading zeros or l and 1 are likely
// one; and only what the relation may join is suggested.
func TestUnknownReferenceLooksAlike(t *testing.T) {
	c, err := (orgtest.Case{Name: "alike", Text: lookingAlike}).Parse()
	if err != nil {
		t.Fatal(err)
	}
	by := fixes(t, rules.UnknownReference{}.Rule(), c.Org())
	const elsewhere = ", or declare it external (external: in a policy file, External in Go)."
	for key, want := range map[string]string{
		"p-08":      "Did you mean p-8? Else declare the person p-08" + elsewhere,
		"p-6":       "Did you mean p6? Else declare the person p-6" + elsewhere,
		"p-4":       "Did you mean p_4? Else declare the person p-4" + elsewhere,
		"it-l":      "Did you mean it-1? Else add it-l" + elsewhere,
		"developer": "Correct the id or declare the role developer" + elsewhere,
		"dev_2":     "Correct the id or declare the role dev_2" + elsewhere,
		"architekt": "Did you mean architect? Else declare the role architekt" + elsewhere,
		"Architect": "Write architect if that is meant; else declare the role Architect, or declare it external (external: in a policy file, External in Go).",
		"P-80":      "Correct the id or declare the person P-80" + elsewhere,
		"11":        "Correct the id or declare the person 11" + elsewhere,
	} {
		if by[key] != want {
			t.Errorf("%s: the fix is %q, want %q", key, by[key], want)
		}
	}
}

// TestUnknownReferenceSuggestsSoMany: of many missing ids the first hundred by subject and key are
// looked for, in whatever order the lines stand.
func TestUnknownReferenceSuggestsSoMany(t *testing.T) {
	var s orgmodel.Spec
	for i := range 700 {
		letters := fmt.Sprintf("%c%c%c", 'a'+i%26, 'a'+i/26, 'a'+i*7%26)
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID("boss-" + letters + "-right"), Kind: orgmodel.Post})
		s.Lines = append(s.Lines, orgmodel.Line{From: s.Nodes[i].ID, Rel: orgmodel.ReportsTo, To: orgmodel.ID("boss-" + letters + "-rigth")})
	}
	for i := range s.Lines {
		s.Lines[i].From = s.Nodes[(i+1)%len(s.Nodes)].ID // nobody is suggested to themselves
	}
	first := map[string]string{}
	for round := range 3 {
		by := fixes(t, rules.UnknownReference{}.Rule(), orgmodel.New(s))
		n := 0
		for key, fix := range by {
			if strings.HasPrefix(fix, "Did you mean "+strings.TrimSuffix(key, "rigth")+"right?") {
				n++
			} else if strings.HasPrefix(fix, "Did") {
				t.Errorf("%s: %s", key, fix)
			}
			if round > 0 && first[key] != fix {
				t.Errorf("%s: %q in another order of records, %q before", key, fix, first[key])
			}
		}
		if len(by) != 700 || n != 100 {
			t.Errorf("%d findings, %d of them with a suggestion", len(by), n)
		}
		first = by
		rand.Shuffle(len(s.Nodes), func(i, j int) { s.Nodes[i], s.Nodes[j] = s.Nodes[j], s.Nodes[i] })
		rand.Shuffle(len(s.Lines), func(i, j int) { s.Lines[i], s.Lines[j] = s.Lines[j], s.Lines[i] })
	}
}
