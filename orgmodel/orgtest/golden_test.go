package orgtest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// update runs a test with the variable that writes goldens.
func update(t *testing.T, test func(t testing.TB)) *recorder {
	t.Helper()
	t.Setenv(orgtest.UpdateVariable, "1")
	defer t.Setenv(orgtest.UpdateVariable, "")
	return record(t, test)
}

func TestGolden(t *testing.T) {
	t.Setenv(orgtest.UpdateVariable, "")
	file := filepath.Join(t.TempDir(), "deep", "findings.golden")
	golden := func(o *orgmodel.Org, rules ...orgmodel.Rule) func(t testing.TB) {
		return func(t testing.TB) { orgtest.Golden(t, o, file, rules...) }
	}
	o := office(t)
	fails(t, golden(o, pmBoss.Rule()), "is not there", "(1 error)", "ORGTEST_UPDATE=1 go test -run '^TestPolicy$' .")
	if r := update(t, golden(o, pmBoss.Rule())); r.Failed() || len(r.logs) != 1 || !strings.Contains(r.logs[0], "written: 1 error") {
		t.Errorf("%q, %q", r.errors, r.logs)
	}
	silent(t, golden(o, pmBoss.Rule()))
	again := pmBoss
	again.Because = "another wording"
	s := o.Spec()
	s.Nodes[5].Name, s.Lines[7].Pos.Line = "Somebody else", 99
	silent(t, golden(orgmodel.New(s), again.Rule()))
	again.Severity = orgmodel.Warning
	fails(t, golden(o, again.Rule()), "1 new finding, not in", "1 finding, known and no longer found", "warning reports-to-role: pm-1",
		"findings.golden:2: error reports-to-role pm-1: ")

	// New, gone, both.
	s = o.Spec()
	s.Lines[8].To = "coo"
	fails(t, golden(orgmodel.New(s), pmBoss.Rule()), "1 new finding, not in", "pm-2 \"Ports project manager\" reports to coo", "accept it:\n    ORGTEST_UPDATE=1")
	s.Lines[7].To = "prg-1"
	fails(t, golden(orgmodel.New(s), pmBoss.Rule()), "1 new finding", "known and no longer found:\n    "+file+":2: error reports-to-role pm-1: ")
	s.Lines[8].To = "prg-1"
	fails(t, golden(orgmodel.New(s), pmBoss.Rule()), "known and no longer found")

	// What is found twice must be known twice.
	twin := orgmodel.Rule{Name: "twin", Doc: "Nothing is right.", Severity: orgmodel.Info, Check: func(p *orgmodel.Pass) {
		p.Report(orgmodel.Finding{Subject: "coo", Message: "coo is\nodd."})
		p.Report(orgmodel.Finding{Subject: "coo", Message: "coo is odd."})
	}}
	update(t, golden(o, twin))
	silent(t, golden(o, twin))
	text, err := os.ReadFile(file)
	if err != nil || strings.Count(string(text), "\n") != 3 {
		t.Errorf("the file is\n%s, error %v", text, err)
	}
	if err := os.WriteFile(file, text[:strings.LastIndex(strings.TrimSpace(string(text)), "\n")+1], 0o666); err != nil {
		t.Fatal(err)
	}
	fails(t, golden(o, twin), "1 new finding")
}

// The core pack is what is checked where no rule is named; nothing found is a file, too.
func TestGoldenCore(t *testing.T) {
	t.Setenv(orgtest.UpdateVariable, "")
	file := filepath.Join(t.TempDir(), "findings.golden")
	update(t, func(t testing.TB) { orgtest.Golden(t, office(t), file) })
	silent(t, func(t testing.TB) { orgtest.Golden(t, office(t), file) })
	fails(t, func(t testing.TB) { orgtest.Golden(t, office(t), file, rules.SelfReport{}.Rule()) }, "vacant-manager it-1")
	update(t, func(t testing.TB) { orgtest.Golden(t, office(t), file, rules.SelfReport{}.Rule()) })
	silent(t, func(t testing.TB) { orgtest.Golden(t, office(t), file, rules.SelfReport{}.Rule()) })
}

func TestGoldenUnreadable(t *testing.T) {
	t.Setenv(orgtest.UpdateVariable, "")
	for _, text := range []string{"<<<<<<< ours\n", "# ok\n0123456789abcdef fatal x\n", "0123456789abcdeg error x\n", "0123 error x", "0123456789abcdef"} {
		file := filepath.Join(t.TempDir(), "f.golden")
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		fails(t, func(t testing.TB) { orgtest.Golden(t, office(t), file) }, "f.golden:", "begins with no fingerprint")
	}
	dir := t.TempDir()
	fails(t, func(t testing.TB) { orgtest.Golden(t, office(t), dir) }, "cannot be read")
	if r := update(t, func(t testing.TB) { orgtest.Golden(t, office(t), dir) }); !r.Failed() {
		t.Error("a folder can be written")
	}
}
