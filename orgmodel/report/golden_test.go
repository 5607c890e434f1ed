package report_test

import (
	"bytes"
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/orgchart/internal/demo"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/report"
	"example.com/orgchart/orgmodel/rules"
)

var update = flag.Bool("update", false, "write the golden files")

// A format is a way to write, by the name of its golden file.
type format struct {
	name  string
	write func(io.Writer, report.Report) error
}

// formats are all of them; with all, none leaves a finding out for their number.
func formats(all bool) []format {
	most := 0
	if all {
		most = -1
	}
	return []format{
		{"demo.txt", report.Text{Most: most}.Write},
		{"demo-subjects.txt", report.Text{By: report.BySubject, Most: most, Explain: "orgchart explain", All: "--all lists them"}.Write},
		{"demo-colour.txt", report.Text{Colour: true, Most: most, Width: 80}.Write},
		{"demo.json", report.JSON{}.Write},
		{"demo.jsonl", report.JSONL{}.Write},
		{"demo.sarif", report.SARIF{Most: most}.Write},
		{"demo.xml", report.JUnit{Most: most}.Write},
		{"demo.md", report.Markdown{Most: most}.Write},
		{"demo.github", report.GitHub{Most: most}.Write},
	}
}

// demonstration is the report about the demonstration organisation, with a rule that looked at
// nothing. Of each rule's Doc there is the first line.
func demonstration(t testing.TB) report.Report {
	t.Helper()
	set := append(rules.Core(), demo.Policy(), rules.RequiresLine{Name: "auditors-line", For: "auditor"}.Rule())
	for i := range set {
		set[i].Doc, _, _ = strings.Cut(set[i].Doc, "\n")
	}
	org := demo.Org()
	findings, err := orgmodel.Check(context.Background(), org, set...)
	if err != nil {
		t.Fatal(err)
	}
	return report.Report{Org: org, Rules: set, Findings: findings, Files: []string{"demo.yaml"}, Open: demo.Open}
}

func written(t testing.TB, f format, r report.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.write(&b, r); err != nil {
		t.Fatalf("%s: %v", f.name, err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	r := demonstration(t)
	for _, f := range formats(false) {
		got := written(t, f, r)
		if again := written(t, f, r); again != got {
			t.Errorf("%s: two runs write different bytes", f.name)
		}
		path := filepath.Join("testdata", f.name)
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s is not what is written: look at the difference, then run go test ./orgmodel/report -update", path)
		}
		harmless(t, f.name, got, r)
	}
}
