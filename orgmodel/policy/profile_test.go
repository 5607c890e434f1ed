package policy_test

import (
	"fmt"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
	"example.com/orgchart/orgmodel/rules"
)

// The profiles are those of the catalogue, and each can be read, alone and over every pack, without a
// word of Lint's.
func TestProfiles(t *testing.T) {
	want := []string{"balanced", "central-pmo", "delivery-default", "embedded-pmo", "functional", "hub-spoke", "projectised", "small-company", "strong", "uk-organogram", "weak"}
	if got := policy.Profiles(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	for _, name := range want {
		for _, packs := range []string{"", "packs: [core, policy, shape, delivery, value, duty, ops]\n"} {
			p := load(t, "profile: "+name+"\n"+packs)
			if fs := p.Lint(orgmodel.Date{}); len(fs) > 0 {
				t.Errorf("%s: %v", name, fs)
			}
			if packs == "" && len(p.Rules()) == len(rules.Core()) {
				t.Errorf("%s says nothing", name)
			}
		}
	}
}

func TestProfilesSay(t *testing.T) {
	for _, c := range []struct {
		profile, rule string
		want          any
	}{
		{"strong", "matrix-mode", rules.MatrixMode{Mode: rules.Strong}},
		{"functional", "matrix-mode", rules.MatrixMode{Mode: rules.Functional}},
		{"[weak, hub-spoke]", "pmo-placement", rules.PMOPlacement{Mode: rules.HubSpoke}},
		{"[weak, hub-spoke]", "matrix-mode", rules.MatrixMode{Mode: rules.Weak}},
		{"central-pmo", "embedded-pm-unlinked", nil},
		{"central-pmo", "pmo-placement", rules.PMOPlacement{Mode: rules.Central}},
		{"embedded-pmo", "pmo-placement", rules.PMOPlacement{Mode: rules.Embedded}},
		{"embedded-pmo", "embedded-pm-unlinked", rules.EmbeddedPMUnlinked{}},
		{"hub-spoke", "embedded-pm-unlinked", rules.EmbeddedPMUnlinked{}},
		{"weak", "matrix-mode", rules.MatrixMode{Mode: rules.Weak}},
		{"balanced", "matrix-mode", rules.MatrixMode{Mode: rules.Balanced}},
		{"projectised", "matrix-mode", rules.MatrixMode{Mode: rules.Projectised}},
		{"projectised", "permanent-on-temporary-line", nil},
		{"projectised", "report-cycle", rules.ReportCycle{Rels: []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy}}},
		{"projectised", "mixed-kind-cycle", rules.MixedKindCycle{Rels: []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.FunctionalTo}}},
		{"functional", "permanent-on-temporary-line", rules.PermanentOnTemporaryLine{}},
		{"weak", "permanent-on-temporary-line", rules.PermanentOnTemporaryLine{}},
		{"balanced", "permanent-on-temporary-line", rules.PermanentOnTemporaryLine{}},
		{"strong", "permanent-on-temporary-line", rules.PermanentOnTemporaryLine{}},
		{"strong", "report-cycle", rules.ReportCycle{}},
		{"uk-organogram", "id-collision", rules.IDCollision{Reserved: []orgmodel.ID{"XX", "0", "N/A", "N/D", "Vacant", "Eliminated"}}},
		{"uk-organogram", "duplicate-id", rules.DuplicateID{MayDiffer: []string{"name", "pay", "contact", "email", "phone", "notes", "fte"}}},
		{"uk-organogram", "job-share-mismatch", rules.JobShareMismatch{MayDiffer: []string{"fte"}}},
		{"delivery-default", "duty-not-for-role", rules.DutyNotForRole{}},
		{"delivery-default", "project-manager-reports", rules.ReportsToRole{
			Name: "project-manager-reports", For: "project-manager", To: []orgmodel.ID{"programme-manager", "it-manager"},
			Via: []orgmodel.Rel{orgmodel.ReportsTo}, Because: "usual practice",
		}},
		{"small-company", "span-narrow", nil},
		{"small-company", "no-appraiser", nil},
		{"small-company", "unprogrammed-project", nil},
		{"small-company", "mixed-work-unsplit", nil},
		{"uk-organogram", "multiple-tops", nil},
	} {
		if got := load(t, "profile: "+c.profile+"\n").Value(c.rule); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: %+v", c.profile, got)
		}
	}
	// A loop of lines and directions is one of bosses where who directs is the boss, told once.
	const round = "posts: {a: {top: true}, b: {reports-to: a}, c: {reports-to: b}}\nlines: [b directed-by c]\n"
	wantMarks(t, check(t, load(t, "profile: projectised\n"), org(t, "", round)).Findings.Of("report-cycle"), "report-cycle b")
	for _, name := range []string{"projectised", "strong"} {
		if fs := check(t, load(t, "profile: "+name+"\n"), org(t, "", round)).Findings; len(fs.Of("report-cycle"))+len(fs.Of("mixed-kind-cycle")) != 1 {
			t.Errorf("%s: %v", name, fs)
		}
	}
	p := load(t, "profile: small-company\npacks: [core, shape, delivery]\nrules: [{check: span-narrow, min: 3}]\n")
	var names []string
	for _, r := range p.Rules() {
		names = append(names, r.Name+" "+r.Severity.String())
	}
	if !slices.Contains(names, "span-narrow info") || !slices.Contains(names, "incompatible-roles warning") || slices.Contains(names, "unprogrammed-project info") {
		t.Errorf("%q", names)
	}
	wantMarks(t, check(t, load(t, "profile: delivery-default\npacks: [core]\n"), readOpen(t, "share")).Findings, "project-managers-mostly-to-it project-manager")
}

func ExampleProfiles() {
	fmt.Println(policy.Profiles()[0])
	// Output: balanced
}
