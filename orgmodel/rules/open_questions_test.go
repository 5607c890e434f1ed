package rules_test

import (
	"bytes"
	"context"
	"os"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
	"example.com/orgchart/orgmodel/source/native"
)

// TestOpenQuestions is what the sentence "project managers report to a programme manager or an IT
// manager" leaves open, and how the fields answer it. Package policy has the same in a file.
func TestOpenQuestions(t *testing.T) {
	type change = func(*rules.ReportsToRole)
	for _, c := range []struct {
		org    string
		change change
		want   []orgmodel.ID
	}{
		{"infrastructure", func(*rules.ReportsToRole) {}, nil},
		{"vacant", func(r *rules.ReportsToRole) { r.Match = rules.Direct }, nil},
		{"vacant", func(r *rules.ReportsToRole) { r.Match = rules.NearestFilled }, []orgmodel.ID{"pm-1"}},
		{"missing", func(*rules.ReportsToRole) {}, []orgmodel.ID{"pm-1"}},
		{"missing", func(r *rules.ReportsToRole) { r.MissingPasses = true }, nil},
		{"dotted", func(*rules.ReportsToRole) {}, []orgmodel.ID{"pm-1"}},
		{"dotted", func(r *rules.ReportsToRole) {
			r.Via, r.Quantify = []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DottedTo}, rules.SomeLine
		}, nil},
		{"both", func(*rules.ReportsToRole) {}, []orgmodel.ID{"it-1"}},
		{"both", func(r *rules.ReportsToRole) { r.Exempt = []orgmodel.ID{"it-manager"} }, nil},
		{"title", func(*rules.ReportsToRole) {}, nil},
		{"assigned", func(*rules.ReportsToRole) {}, []orgmodel.ID{"analyst-1"}},
		{"share", func(r *rules.ReportsToRole) { r.To, r.Share = []orgmodel.ID{"it-manager"}, 0.3 }, nil},
		{"share", func(r *rules.ReportsToRole) { r.To, r.Share = []orgmodel.ID{"it-manager"}, 0.5 }, []orgmodel.ID{"project-manager"}},
	} {
		t.Run(c.org, func(t *testing.T) {
			var got []orgmodel.ID
			for _, f := range foundIn(t, c.org, with(pmBoss, c.change)) {
				got = append(got, f.Subject)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
	if fs := foundIn(t, "title", rules.TitleRoleDrift{}.Rule()); len(fs) != 1 || fs[0].Subject != "dev-1" {
		t.Errorf("the title is not told: %v", fs)
	}
	if fs := foundIn(t, "vacant", rules.VacantManager{}.Rule()); len(fs) != 1 || fs[0].Subject != "it-1" {
		t.Errorf("the vacancy is not told: %v", fs)
	}
}

func foundIn(t *testing.T, name string, rule orgmodel.Rule) orgmodel.Findings {
	t.Helper()
	text, err := os.ReadFile("../policy/testdata/open/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	o, _, err := native.Read(name+".yaml", bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	fs, err := orgmodel.Check(context.Background(), o, rule)
	if err != nil {
		t.Fatal(err)
	}
	return fs
}
