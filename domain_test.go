package orgchart_test

import (
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/rules"
)

// A claim is something that people in the field say, and what makes it real here.
type claim struct {
	says      string
	cases     []string // rule or rule.variant / file : a line that the file has
	questions []string // methods of ask.Asker, each with an Example
	situation string   // a heading of docs/situations.md
	text      string   // file : words in it, for what is explained rather than asked
}

// claims are what the domain says, each once.
var claims = []claim{
	{says: "roles of managers differ and cross over", questions: []string{"RoleOverlap", "RoleHolders"}, situation: "One person who is IT manager and project manager"},
	{says: "an IT manager may be a project manager and the reverse, neither implies the other",
		cases:     []string{"reports-to-role/good-both-roles.org: it-2 has-role project-manager in payments", "project-needs-manager/bad-it-manager.org: it-1 has-role it-manager in payments"},
		situation: "One person who is IT manager and project manager"},
	{says: "somebody is told to deliver without the title",
		cases:     []string{"project-needs-manager/good-no-title.org: ann has-role project-manager in rota", "title-role-drift/bad.org: want info title-role-drift dev-1 role"},
		situation: "A project manager without the title"},
	{says: "no job of project manager at all", cases: []string{"project-needs-manager/good-no-such-job.org: skipper owns tow"}, situation: "No project manager at all"},
	{says: "line management is derived", questions: []string{"IsLineManager"}, situation: "A line manager"},
	{says: "projects of IT or otherwise", questions: []string{"ProjectsOf"}, situation: "An IT project, if there is such a thing"},
	{says: "the wider remit of an IT manager", cases: []string{`grade-inversion/bad.org: want info grade-inversion rep-1 "scope boss-1"`},
		questions: []string{"ScopeOf"}, situation: "The wider remit of an IT manager"},
	{says: "projects, operations, or both", questions: []string{"FacetsOf"}, situation: "The wider remit of an IT manager"},
	{says: "services beside projects; who manages a project does not own the service by that",
		cases: []string{"service-needs-owner/bad.org: ada has-role project-manager in desk"}, situation: "A service and its owner"},
	{says: "a service meets a need", cases: []string{`outcome-line-of-sight/bad-service.org: want warning outcome-line-of-sight print ""`}, situation: "A service and its owner"},
	{says: "two levels interlock, by lines of several kinds", cases: []string{`mixed-kind-cycle/bad.org: want info mixed-kind-cycle it-1 ""`}, situation: "Who appraises and who directs"},
	{says: "seniority: project managers below one IT manager, areas of a team below another", cases: []string{"reports-to-role/good-seniority.org: it-2 has-role it-manager in team"}},
	{says: "an IT manager within a PMO", questions: []string{"Members"}, situation: "An IT manager who sits in the project office"},
	{says: "a PMO ranks projects by need", cases: []string{"pmo-placement/bad.org: want warning pmo-placement ranker rank"}, situation: "A project office of its own, and project managers in the business"},
	{says: "project managers below a programme manager", cases: []string{"pm-outside-programme/good.org: prg-1 has-role programme-manager in digital"},
		situation: "A project manager under a programme manager, or under an IT manager"},
	{says: "mostly below an IT manager", cases: []string{"reports-to-role.share/bad.org: want info pm-mostly-it project-manager share"}, situation: "Most project managers under an IT manager"},
	{says: "in a small company one does everything", text: "orgmodel/policy/profiles/small-company.yaml: off:", situation: "A small company, where one does everything"},
	{says: "in a larger one, somebody organises work and somebody else appraises", cases: []string{"no-appraiser/bad.org: dev-1 directed-by prg-1 in payments"}, situation: "Who appraises and who directs"},
	{says: "a post finds a successor", cases: []string{"departed-holder/bad.org: want error departed-holder"}, questions: []string{"History"}, situation: "Somebody leaves, and a successor is found"},
	{says: "a PMO apart, or project managers embedded", cases: []string{"pmo-placement.central/bad.org: want warning pmo-placement", "embedded-pm-unlinked/bad.org: want warning embedded-pm-unlinked"},
		situation: "A project office of its own, and project managers in the business"},
	{says: "a manager from start to close", cases: []string{"project-needs-manager/bad.org: gap"}},
	{says: "the business manager holds the budget and stands in for the sponsor", cases: []string{"budget-holder/good.org: ops-1 represents ada"},
		situation: "A business project manager, an IT project manager"},
	{says: "the business manager is nearer to the sponsor", cases: []string{"sponsor-distance/bad.org: business"}, questions: []string{"ClassifyPM"}},
	{says: "business or IT project manager, and why", questions: []string{"ClassifyPM"}, situation: "A business project manager, an IT project manager"},
	{says: "or no difference at all", cases: []string{"sponsor-distance/good.org: pm-1 has-role project-manager in p-1"}, questions: []string{"ClassifyPM"}},
	{says: "no need, no reason to deliver", cases: []string{"needs-business-case/bad.org: want error needs-business-case p-1 case"}, situation: "A sponsor, a business case, a benefit"},
	{says: "IT as a part of projects, not a kind of them", cases: []string{"it-work-without-business-owner/bad.org: tags=it"}, questions: []string{"ProjectsOf"}, situation: "An IT project, if there is such a thing"},
	{says: "benefits have owners in the business", cases: []string{"needs-benefit-owner/bad.org: want warning needs-benefit-owner b-1 missing"}, situation: "A sponsor, a business case, a benefit"},
	{says: "everybody can name the outcome", cases: []string{"outcome-line-of-sight/bad.org: want warning outcome-line-of-sight"}, questions: []string{"WhyAmIHere", "LineOfSight"},
		situation: "The outcome that everybody can name"},
	{says: "an analyst is a colleague and no report", cases: []string{"reports-to-role/good-both-roles.org: ba-1 reports-to cfo"}, situation: "A business analyst beside a project manager"},
	{says: "what separates a project manager from an analyst", questions: []string{"RoleOverlap"}, situation: "A business analyst beside a project manager"},
	{says: "an abbreviation means several things", cases: []string{`title-role-drift/bad.org: want info title-role-drift dee "abbreviation PM"`}},
	{says: "project managers write no code", cases: []string{`duty-not-for-role/bad.org: want warning duty-not-for-role ada "write-code project-manager payments"`},
		situation: "A project manager who writes code, an IT manager who sends out the project update"},
	{says: "IT managers do not send the project update", cases: []string{`duty-not-for-role/bad.org: want warning duty-not-for-role it-1 "distribute-project-update it-manager ports"`},
		situation: "A project manager who writes code, an IT manager who sends out the project update"},
	{says: "that is project administration", cases: []string{"duty-not-for-role/bad.org: ann has-role project-administrator"},
		situation: "A project manager who writes code, an IT manager who sends out the project update"},
	{says: "a project makes something and ends", cases: []string{"endless-project/bad.org: want warning endless-project", "handover-receiver/bad.org: want warning handover-receiver"},
		situation: "A project ends, and hands over"},
	{says: "projects and operations compete for the same people", cases: []string{"mixed-work-unsplit/bad.org: want info mixed-work-unsplit"}},
	{says: "operations run in the style of a project", cases: []string{"endless-project/good.org: +process hiring run-as=project review=2026-04-01"}, questions: []string{"RunAs"},
		situation: "Operations that are run as a project"},
	{says: "customers and processes are no work of a project", cases: []string{`duty-not-for-role/bad.org: want info duty-not-for-role ada "improve project-manager"`}},
	{says: "back office, or facing clients", questions: []string{"FacetsOf"}, situation: "The wider remit of an IT manager"},
	{says: "project management and functional management", cases: []string{"matrix-mode.functional/bad.org: want"}, situation: "Who appraises and who directs"},
	{says: "frameworks are packs, methods are profiles, and none is wired in", text: "docs/policy.md: profile", situation: "A small company, where one does everything"},
	{says: "a project has a sponsor", cases: []string{"needs-sponsor/bad.org: want error needs-sponsor"}, situation: "A sponsor, a business case, a benefit"},
	{says: "contractors and outsiders", cases: []string{"no-appraiser/good.org: engagement=contractor"}, situation: "A contractor who leads"},
	{says: "what a project is, and its management", text: "orgmodel/doc.go: A project makes something"},
	{says: "an outcome has a measure, a target and a date", questions: []string{"WhyAmIHere"}, situation: "The outcome that everybody can name"},
	{says: "headings without a sentence: nothing to model", text: "docs/situations.md: nothing to model"},
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestDomain: each claim is real, by rules with cases that show it, questions with examples,
// situations on the page.
func TestDomain(t *testing.T) {
	if len(claims) != 47 {
		t.Errorf("%d claims, want 47", len(claims))
	}
	page := read(t, "docs/situations.md")
	examples := read(t, "orgmodel/ask/example_test.go") + read(t, "orgmodel/ask/work_example_test.go")
	asker := reflect.TypeFor[ask.Asker]()
	met := map[string]bool{}
	for _, c := range claims {
		if met[c.says] || c.says == "" || len(c.cases)+len(c.questions)+len(c.situation)+len(c.text) == 0 {
			t.Errorf("%q is said twice, or nothing makes it real", c.says)
		}
		met[c.says] = true
		for _, at := range c.cases {
			testCase(t, c.says, at)
		}
		for _, q := range c.questions {
			if _, ok := asker.MethodByName(q); !ok || !strings.Contains(examples, "func ExampleAsker_"+q+"()") {
				t.Errorf("%q: %s is no question with an example", c.says, q)
			}
		}
		if c.situation != "" && !strings.Contains(page, "\n## "+c.situation+"\n") {
			t.Errorf("%q: the page has no situation %q", c.says, c.situation)
		}
		if file, words, ok := strings.Cut(c.text, ": "); ok != (c.text != "") || ok && !strings.Contains(read(t, file), words) {
			t.Errorf("%q: %s does not say %q", c.says, file, words)
		}
	}
	for _, section := range strings.Split(page, "\n## ")[1:] {
		title, _, _ := strings.Cut(section, "\n")
		if !slices.ContainsFunc(claims, func(c claim) bool { return c.situation == title || strings.HasSuffix(c.text, title) }) {
			t.Errorf("the situation %q is of no claim", title)
		}
	}
}

// testCase: the rule is shipped, and the case says what it is there for.
func testCase(t *testing.T, says, at string) {
	t.Helper()
	file, line, _ := strings.Cut(at, ": ")
	rule, _, _ := strings.Cut(path.Dir(file), ".")
	known := slices.Contains([]string{"reports-to-role", "matrix-mode"}, rule) // made by a policy of one's own
	for _, r := range rules.All() {
		known = known || r.Name == rule
	}
	if text := read(t, path.Join("orgmodel/rules/testdata", file)); !known || line == "" || !strings.Contains(text, line) {
		t.Errorf("%q: the rule %s, case %s, has no %q", says, rule, file, line)
	}
}
