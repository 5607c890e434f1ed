package rules_test

import (
	"context"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
	"example.com/orgchart/orgmodel/source/table"
)

// TestTwoOfOneID: two people with one id and a boss each are told as two, with where they stand;
// one person listed twice is told as one with two bosses. The fingerprint is the same.
func TestTwoOfOneID(t *testing.T) {
	const head = "id,name,manager\nE1,Top,\nE2,Ada,E1\nE02,Bo,E1\n"
	var prints []string
	for rows, wants := range map[string][2]string{
		"E06,Finn Berg,E2\nE06,Ida Lund,E02\n": {
			`E06 is the id of 2 records: p.csv:5:1 [id] ("Finn Berg") and p.csv:6:1 [id] ("Ida Lund"); their solid lines lead to E02 "Bo" and E2 "Ada".`, "Give each record an id of its own",
		},
		"E06,Finn Berg,E2\nE06,Finn Berg,E02\n": {`E06 "Finn Berg" has 2 solid lines at once`, "Keep one solid line"},
	} {
		o, _, err := table.Read("p.csv", strings.NewReader(head+rows))
		if err != nil {
			t.Fatal(err)
		}
		found, err := orgmodel.Check(context.Background(), o, rules.Core()...)
		if err != nil {
			t.Fatal(err)
		}
		found = found.AtLeast(orgmodel.Error)
		if len(found) != 1 || !strings.HasPrefix(found[0].Message, wants[0]) || !strings.HasPrefix(found[0].Fix, wants[1]) || len(found[0].Path) != 2 {
			t.Errorf("%s%+v", rows, found)
			continue
		}
		prints = append(prints, found[0].Fingerprint())
	}
	if len(prints) != 2 || prints[0] != prints[1] {
		t.Errorf("fingerprints %v", prints)
	}
}
