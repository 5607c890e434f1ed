package orgtest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// office is a small organisation: as it should be, but for a project manager who reports to the
// head of development.
func office(t testing.TB) *orgmodel.Org {
	t.Helper()
	c, err := orgtest.Case{Name: "office.org", Text: `
		organisation "Harbour Digital"
		+role project-manager
		+role programme-manager
		+role it-manager
		+role auditor
		+post coo "Chief operating officer" top=true
		+post prg-1 "Head of programmes"
		+post it-1 "Head of IT" occupancy=vacant
		+post dev-1 "Head of development"
		+post pm-1 "Payments project manager"
		+post pm-2 "Ports project manager"
		prg-1 has-role programme-manager
		it-1 has-role it-manager
		pm-1 has-role project-manager
		pm-2 has-role project-manager
		prg-1 reports-to coo
		it-1 reports-to coo
		dev-1 reports-to it-1
		pm-1 reports-to dev-1 since 2026-01-05
		pm-2 reports-to prg-1`}.Parse()
	if err != nil {
		t.Fatal(err)
	}
	return c.Org()
}

var pmBoss = rules.ReportsToRole{For: "project-manager", To: []orgmodel.ID{"programme-manager", "it-manager"}}

func TestObeys(t *testing.T) {
	o := office(t)
	above := pmBoss
	above.Match = rules.AnyAbove
	silent(t, func(t testing.TB) { orgtest.Obeys(t, o, above.Rule()) })
	fails(t, func(t testing.TB) { orgtest.Obeys(t, o, pmBoss.Rule()) }, "1 finding of reports-to-role in Harbour Digital", "error reports-to-role: pm-1 \"Payments")
	fails(t, func(t testing.TB) { orgtest.ReportsToRole(t, o, "project-manager", "programme-manager", "it-manager") }, "path  pm-1 reports-to dev-1 since 2026-01-05  (office.org:20:3)")
	fails(t, func(t testing.TB) { orgtest.ReportsToRole(t, o, "programme-manager", "it-manager") }, "prg-1 \"Head of programmes\" reports to coo")
}

// A boss there must be, and somebody who is to have one.
func TestObeysNobody(t *testing.T) {
	s := office(t).Spec()
	s.Lines = s.Lines[:len(s.Lines)-1]
	fails(t, func(t testing.TB) {
		orgtest.ReportsToRole(t, orgmodel.New(s), "project-manager", "programme-manager", "it-manager")
	},
		"2 findings", "pm-2 \"Ports project manager\" has no")
	auditors := rules.RequiresLine{Name: "audit", For: "auditor"}.Rule()
	fails(t, func(t testing.TB) { orgtest.Obeys(t, office(t), auditors) }, "The rule audit looked at nothing")
	fails(t, func(t testing.TB) { orgtest.NoErrors(t, office(t), auditors) }, "The rule audit looked at nothing")
	silent(t, func(t testing.TB) { orgtest.Check{MayBeIdle: true}.Run(t, office(t), auditors) })
	fails(t, func(t testing.TB) { orgtest.Obeys(t, office(t)) }, "no rule is checked")

	// It says which roles there are: most such rules name one that nobody holds.
	owner := rules.RequiresLine{For: "product-owner"}.Rule()
	fails(t, func(t testing.TB) { orgtest.Obeys(t, office(t), owner) }, "roles held are it-manager, programme-manager, project-manager")
	s.Nodes = s.Nodes[1:]
	fails(t, func(t testing.TB) { orgtest.Obeys(t, orgmodel.New(s), owner) }, "programme-manager, project-manager (which no record declares)")
	s.Lines = nil
	fails(t, func(t testing.TB) { orgtest.Obeys(t, orgmodel.New(s), owner) }, "nobody holds any: there is no has-role line")
}

func TestNoErrors(t *testing.T) {
	r := record(t, func(t testing.TB) { orgtest.NoErrors(t, office(t)) }) // core: a vacant manager, a warning
	if r.Failed() || len(r.logs) != 1 || !strings.Contains(r.logs[0], "1 finding below error:\n    office.org:9:3: warning vacant-manager") {
		t.Errorf("failed %q, logged %q", r.errors, r.logs)
	}
	fails(t, func(t testing.TB) { orgtest.Obeys(t, office(t), rules.Core()...) }, "1 finding of 21 rules", "vacant-manager")
	broken := orgtest.Load(t, "testdata/harbour.csv")
	fails(t, func(t testing.TB) { orgtest.NoErrors(t, broken) }, "error report-cycle", "error unknown-reference")
	fails(t, func(t testing.TB) { orgtest.Check{Least: orgmodel.Warning}.Run(t, office(t), rules.Core()...) }, "vacant-manager")
}

func TestManager(t *testing.T) {
	o := office(t)
	silent(t, func(t testing.TB) {
		orgtest.Manager(t, o, "pm-1", "dev-1")
		orgtest.Manager(t, o, "dev-1", "coo") // it-1 is vacant
		orgtest.Manager(t, o, "coo", "")
		orgtest.Chain(t, o, "pm-1", "dev-1", "it-1", "coo")
		orgtest.Chain(t, o, "coo")
		orgtest.Tops(t, o, "coo")
	})
	for says, test := range map[string]func(t testing.TB){
		"office.org:10:3: dev-1 \"Head of development\": its manager is coo \"Chief operating officer\"; want it-1 \"Head of IT\"\n" +
			"    path  dev-1 reports-to it-1, passed over: vacant  (office.org:19:3)\n    path  it-1 reports-to coo  (office.org:18:3)": func(t testing.TB) { orgtest.Manager(t, o, "dev-1", "it-1") },
		"its manager is dev-1 \"Head of development\"; want nobody":                                      func(t testing.TB) { orgtest.Manager(t, o, "pm-1", "") },
		"its manager is nobody; want dev-1":                                                              func(t testing.TB) { orgtest.Manager(t, o, "coo", "dev-1") },
		"no record has the id PM-1; there is pm-1":                                                       func(t testing.TB) { orgtest.Manager(t, o, "PM-1", "dev-1") },
		"no record has the id \"Head of IT\"; there is it-1":                                             func(t testing.TB) { orgtest.Manager(t, o, "dev-1", "Head of IT") },
		"no record has the id \"\"":                                                                      func(t testing.TB) { orgtest.Manager(t, o, "", "dev-1") },
		"no record has the id pm1; did you mean pm-1 \"Payments project manager\"?":                      func(t testing.TB) { orgtest.Manager(t, o, "pm1", "dev-1") },
		"no record has the id gone":                                                                      func(t testing.TB) { orgtest.Chain(t, o, "gone") },
		"its chain is dev-1, it-1, coo; want dev-1, coo":                                                 func(t testing.TB) { orgtest.Chain(t, o, "pm-1", "dev-1", "coo") },
		"want dev-1, cooo\n    no record has the id cooo; did you mean coo \"Chief operating officer\"?": func(t testing.TB) { orgtest.Chain(t, o, "pm-1", "dev-1", "cooo") },
		"want it1\n    no record has the id it1; did you mean it-1 \"Head of IT\"?":                      func(t testing.TB) { orgtest.Tops(t, o, "it1") },
		"no role is named that may stand above: say to whom each pm reports":                             func(t testing.TB) { orgtest.ReportsToRole(t, o, "pm") },
		"its chain is nobody; want dev-1":                                                                func(t testing.TB) { orgtest.Chain(t, o, "coo", "dev-1") },
		"its chain is it-1, coo; want nobody":                                                            func(t testing.TB) { orgtest.Chain(t, o, "dev-1") },
		"the tops are coo; want nobody":                                                                  func(t testing.TB) { orgtest.Tops(t, o) },
		"the tops on 2026-04-01 are coo; want coo, it-1":                                                 func(t testing.TB) { orgtest.Tops(t, orgtest.On(t, o, "2026-04-01"), "it-1", "coo") },
		"the day of the organisation: ":                                                                  func(t testing.TB) { orgtest.On(t, o, "April") },
	} {
		fails(t, test, says)
	}
}

func TestLoad(t *testing.T) {
	files := fstest.MapFS{
		"people.csv": {Data: []byte("id;name;manager;start\n1;Ada;;\n2;Bo;Ada;2026-05-01\n")},
		"empty.csv":  {},
		"notes.txt":  {Data: []byte("Hello.\n")},
	}
	r := record(t, func(t testing.TB) {
		o := orgtest.Source{FS: files, Files: []string{"people.csv"}, AsOf: "2026-04-01"}.Load(t)
		if o.AsOf().String() != "2026-04-01" || o.Len() != 2 {
			t.Errorf("%d records on %q", o.Len(), o.AsOf())
		}
	})
	if r.Failed() || len(r.logs) != 1 || !strings.Contains(r.logs[0], "reading people.csv assumed:\n    ") || !strings.Contains(r.logs[0], "matched by name") {
		t.Errorf("failed %q, logged %q", r.errors, r.logs)
	}
	for says, s := range map[string]orgtest.Source{
		"empty.csv: the file is empty":                     {FS: files, Files: []string{"empty.csv"}},
		"notes.txt:1:1: no column of this header is known": {FS: files, Files: []string{"people.csv", "notes.txt"}},
		"no file to read an organisation from":             {},
		"the day of the organisation: ":                    {FS: files, Files: []string{"people.csv"}, AsOf: "1 April"},
		"gone.csv: no such file":                           {Files: []string{"testdata/gone.csv"}},
		"Paths start in the folder of the test: ":          {Files: []string{"testdata/gone.csv"}},
	} {
		r := record(t, func(t testing.TB) { s.Load(t) })
		if said := strings.Join(r.errors, "\n"); !r.stopped || !strings.Contains(said, says) {
			t.Errorf("stopped %v and said %s\nwant %q", r.stopped, said, says)
		}
	}
	here, err := filepath.Abs("testdata/harbour.csv")
	if err != nil {
		t.Fatal(err)
	}
	if o := orgtest.Load(t, here); o.Len() != 9 {
		t.Errorf("%d records", o.Len())
	}
}

// The texts of failures, as a person reads them. ORGTEST_UPDATE=1 writes the file.
func TestFailures(t *testing.T) {
	var b strings.Builder
	say := func(what string, test func(t testing.TB)) {
		r := record(t, test)
		b.WriteString("--- " + what + "\n" + strings.Join(r.errors, "\n") + "\n")
	}
	loaded := orgtest.Load(t, "testdata/harbour.csv")
	say("core pack, a table", func(t testing.TB) { orgtest.NoErrors(t, loaded) })
	say("policy on a day", func(t testing.TB) { orgtest.Obeys(t, orgtest.On(t, office(t), "2026-04-01"), pmBoss.Rule()) })
	say("a rule of nobody", func(t testing.TB) { orgtest.ReportsToRole(t, office(t), "product-owner", "it-manager") })
	say("many", func(t testing.TB) {
		var s orgmodel.Spec
		for _, id := range strings.Split("a b c d e f g h i j k l m n o p q r s t u v w x y z", " ") {
			s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(id), Kind: orgmodel.Post})
			s.Lines = append(s.Lines, orgmodel.Line{From: orgmodel.ID(id), Rel: orgmodel.ReportsTo, To: orgmodel.ID(id)})
		}
		orgtest.NoErrors(t, orgmodel.New(s), rules.SelfReport{}.Rule())
	})
	say("manager", func(t testing.TB) { orgtest.Manager(t, office(t), "dev-1", "it-1") })
	const file = "testdata/failures.golden"
	if os.Getenv(orgtest.UpdateVariable) == "1" {
		if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the failures read\n%s\nand %s has\n%s\nWrite it with %s=1 if that is meant.", b.String(), file, want, orgtest.UpdateVariable)
	}
}
