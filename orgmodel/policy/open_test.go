package policy_test

import (
	"bytes"
	"os"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source/native"
)

// TestOpenQuestions is what the sentence "project managers report to a programme manager or an IT
// manager" leaves open, and how a file answers it. Package rules has the same in Go.
func TestOpenQuestions(t *testing.T) {
	const sentence = "check: reports-to-role, for: {role: project-manager}, to: {any-role: [programme-manager, it-manager]}"
	for _, c := range []struct {
		org, policy string
		want        []string
	}{
		{"infrastructure", sentence, nil},
		{"vacant", sentence + ", match: direct", nil},
		{"vacant", sentence + ", match: nearest-filled", []string{"pm-boss pm-1"}},
		{"missing", sentence + ", missing: error", []string{"pm-boss pm-1"}},
		{"missing", sentence, []string{"pm-boss pm-1"}},
		{"missing", sentence + ", missing: pass", nil},
		{"dotted", sentence + ", via: [line]", []string{"pm-boss pm-1"}},
		{"dotted", sentence + ", via: [line, dotted], quantify: some-line", nil},
		{"dotted", sentence + ", via: [line, dotted], quantify: every-line", []string{"pm-boss pm-1"}},
		{"both", sentence, []string{"pm-boss it-1"}},
		{"both", sentence + ", exempt: {also-role: it-manager}", nil},
		{"title", sentence, nil},
		{"assigned", sentence, []string{"pm-boss analyst-1"}},
		{"share", "check: reports-to-role, for: project-manager, to: it-manager, share: {min: 0.3}", nil},
		{"share", "check: reports-to-role, for: project-manager, to: it-manager, share: {min: 0.5}", []string{"pm-boss project-manager"}},
	} {
		p := load(t, "packs: []\nrules: [{id: pm-boss, "+c.policy+"}]\n")
		t.Run(c.org, func(t *testing.T) { wantMarks(t, check(t, p, readOpen(t, c.org)).Findings, c.want...) })
	}
	drift := load(t, "packs: []\nrules: [{check: title-role-drift}]\n")
	wantMarks(t, check(t, drift, readOpen(t, "title")).Findings, "title-role-drift dev-1")
	vacant := load(t, "packs: []\nrules: [{check: vacant-manager}]\n")
	wantMarks(t, check(t, vacant, readOpen(t, "vacant")).Findings, "vacant-manager it-1")
	share := check(t, load(t, "packs: []\nrules: [{check: reports-to-role, for: project-manager, to: it-manager, share: 50%, severity: info}]\n"), readOpen(t, "share")).Findings
	if len(share) != 1 || share[0].Severity != orgmodel.Info || len(share[0].Related) != 2 {
		t.Errorf("the share is not one finding with those that do not conform: %+v", share)
	}
}

func readOpen(t *testing.T, name string) *orgmodel.Org {
	t.Helper()
	text, err := os.ReadFile("testdata/open/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	o, _, err := native.Read(name+".yaml", bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return o
}
