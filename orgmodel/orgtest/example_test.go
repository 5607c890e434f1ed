package orgtest_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/formats"
	"example.com/orgchart/orgmodel/source/table"
)

// TestReportingPolicy is what a test of an organisation looks like: it reads a file, holds it
// against the core pack and a policy, and asks for a few things that must be so.
func TestReportingPolicy(t *testing.T) {
	org := orgtest.Load(t, "testdata/org.yaml")
	orgtest.NoErrors(t, org)
	orgtest.ReportsToRole(t, org, "project-manager", "programme-manager", "it-manager")
	orgtest.Obeys(t, orgtest.On(t, org, "2026-04-01"), rules.ReportsToRole{
		For: "project-manager", To: []orgmodel.ID{"programme-manager", "it-manager"}, Match: rules.NearestFilled,
		Because: "delivery board, March 2026",
	}.Rule())
	orgtest.Manager(t, org, "pm-1", "it-1")
	orgtest.Chain(t, org, "pm-1", "it-1", "coo")
	orgtest.Tops(t, org, "coo")
	orgtest.Golden(t, org, "testdata/findings.golden")
}

// TestTableWithRoles reads people from a table, whose column job says which roles they hold, and
// the roles from a file beside it.
func TestTableWithRoles(t *testing.T) {
	org := orgtest.Source{
		Files:   []string{"testdata/roles.yaml", "testdata/people.csv"},
		Formats: formats.With(table.Reader{Mapping: table.Mapping{"job": "has-role"}}),
		AsOf:    "2026-04-01",
	}.Load(t)
	orgtest.NoErrors(t, org)
	orgtest.ReportsToRole(t, org, "project-manager", "programme-manager", "it-manager")
}

// TestNoLoneReport proves a rule of one's own by files, bad.org and good.org, and the examples in
// its Doc.
func TestNoLoneReport(t *testing.T) {
	orgtest.ProveRule(t, noLoneReport, orgtest.Cases(t, os.DirFS("testdata/no-lone-report"), "*.org")...)
	orgtest.ProveDoc(t, noLoneReport)
}

func ExampleProveRule() {
	test := func(t *testing.T) { // TestNoLoneReport
		orgtest.ProveRule(t, noLoneReport,
			orgtest.Case{Name: "one report", Text: `
				+post head
				+post deputy
				deputy reports-to head
				want warning no-lone-report head`},
			orgtest.Case{Name: "two reports", Text: `
				+post head
				+post deputy
				+post clerk
				deputy reports-to head
				clerk reports-to head`},
		)
	}
	_ = test // go test runs it
}

func ExampleProveMutations() {
	test := func(t *testing.T) { // TestNoLoneReportFires
		orgtest.ProveMutations(t, []orgmodel.Rule{noLoneReport}, orgtest.Mutation{
			Name: "first-report", Rule: "no-lone-report", Doc: "A post without reports gets one.",
			Inject: func(m *orgtest.Mutant) {
				if leaf := m.Leaf(); leaf != orgmodel.None {
					m.Staff(m.ID(leaf))
					m.Hurt(m.ID(leaf))
				}
			},
		})
	}
	_ = test // go test runs it
}

func ExampleProof_Run() {
	test := func(t *testing.T) { // TestCatalogue, with organisations of the house's own
		orgtest.Proof{
			Rules: rules.Core(),
			Sound: func(seed uint64) orgtest.Case { return orgtest.Case{Spec: orgtest.Random{Seed: seed}.Spec()} },
			Seeds: 20,
		}.Run(t, orgtest.Mutation{
			Name: "own-boss", Rule: "self-report", Doc: "A post reports to itself.",
			Inject: func(m *orgtest.Mutant) {
				if leaf := m.ID(m.Leaf()); leaf != "" {
					m.Change(func(l orgmodel.Line) bool { return l.From == leaf && l.Rel == orgmodel.ReportsTo }, func(l *orgmodel.Line) { l.To = leaf })
					m.Hurt(leaf)
				}
			},
		})
	}
	_ = test // go test runs it
}

func ExampleMutations() {
	for _, m := range orgtest.Mutations() {
		if m.Rule == "vacant-manager" {
			fmt.Println(m, "-", m.Doc)
		}
	}
	// Output:
	// vacant-manager/chair-empty - Whoever holds the post of a manager is struck from the file.
	// vacant-manager/said-vacant - A manager's post is said to be vacant, and is held.
}

func ExampleSound() {
	org := orgtest.Sound{Seed: 7, Posts: 40}.Org()
	found, _ := orgmodel.Check(context.Background(), org, orgtest.SoundRules()...)
	projects := 0
	for range org.OfKind(orgmodel.Project) {
		projects++
	}
	fmt.Println(projects > 4, len(found))
	// Output: true 0
}

func ExampleSoundRules() {
	fmt.Println(len(orgtest.SoundRules()) == len(rules.All())+len(rules.Made()))
	// Output: true
}

func ExampleProveFormat() {
	format := source.Format{Name: "outline" /* and a function Read */}
	test := func(t *testing.T) { // TestOutline
		orgtest.ProveFormat(t, format, orgtest.Sample{Name: "team.outline", Text: "Ada\n\tBo\n\t\tCy\n\tDi\n", Rows: 4})
	}
	_ = test // go test runs it
}

func ExampleCase_Parse() {
	c, err := orgtest.Case{Name: "loop.org", Text: `
		as-of 2026-04-01
		+post a "Head of IT"
		+post b
		a reports-to b
		b reports-to a since 2026-01-05
		want error report-cycle a`}.Parse()
	if err != nil {
		fmt.Println(err)
		return
	}
	org := c.Org()
	fmt.Println(org.AsOf(), org.Len(), org.Lines(), c.Want)
	_, err = orgtest.Case{Name: "bad.org", Text: "+post a\na reports-to b since May"}.Parse()
	fmt.Println(err)
	// Output:
	// 2026-04-01 2 2 [error report-cycle a]
	// bad.org:2: "May" is no date: want YYYY-MM-DD, a day that exists
}

func ExampleRandom() {
	shape := orgtest.Random{Seed: 7, Posts: 12, Span: 4, Projects: 2}
	org, cast := shape.Org(), shape.Cast()
	for i, id := range cast.ProjectManagers {
		pm, _ := org.Find(id)
		fmt.Println(id, org.NameOf(pm), "of", cast.Projects[i], "under", org.NameOf(org.Boss(pm)))
	}
	fmt.Println(len(cast.Posts), "posts,", len(cast.Managers), "managers,", org.Layers(org.Tops()[0]), "layers")
	// Output:
	// post-11 Project manager of prj-1 under Programme manager
	// post-12 Project manager of prj-2 under Programme manager
	// 12 posts, 4 managers, 3 layers
}

func ExampleHostile() {
	org := orgmodel.New(orgtest.Hostile(1, 40))
	knots := org.Knots() // whatever takes an organisation must take this one
	fmt.Println(org.Len() >= 40, len(knots) > 0)
	// Output: true true
}

func ExampleWritten() {
	fmt.Print(orgtest.Written(orgmodel.Spec{
		Nodes: []orgmodel.Node{{ID: "it 1", Kind: orgmodel.Post, Name: "Head of IT", Attrs: orgmodel.NewAttrs(orgmodel.Grade, "G6")}},
		Lines: []orgmodel.Line{{From: "pm-1", Rel: orgmodel.DirectedBy, To: "it 1", Scope: "payments"}},
	}))
	// Output:
	// +post "it 1" "Head of IT" grade=G6
	// pm-1 directed-by "it 1" in payments
}

func ExamplePolicy() {
	test := func(t *testing.T) { // TestPolicy
		org := orgtest.Load(t, "testdata/org.yaml")
		orgtest.Policy(t, orgtest.On(t, org, "2026-04-01"), "testdata/policy.yaml")
	}
	_ = test // go test runs it
}
