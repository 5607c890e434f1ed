package oracle_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/report"
	"example.com/orgchart/orgmodel/report/internal/odd"
	"example.com/orgchart/orgmodel/source"
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/xeipuuv/gojsonschema"
)

// schema is the schema of OASIS, from the source of the module that carries it unexported. It is
// read rather than copied, and holds against the bytes that we write: go-sarif's own Validate
// sees what its structs kept, and null for each list that a log leaves out.
func schema(t *testing.T) *gojsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "pkg/report/v210/sarif/schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && len(lit.Value) > len(text) {
			text = lit.Value
		}
		return true
	})
	if text, err = strconv.Unquote(text); err != nil || !strings.Contains(text, `"partialFingerprints"`) {
		t.Fatalf("this is no schema of SARIF: %v %.100q", err, text)
	}
	s, err := gojsonschema.NewSchema(gojsonschema.NewStringLoader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func faults(t *testing.T, s *gojsonschema.Schema, text []byte) []string {
	t.Helper()
	result, err := s.Validate(gojsonschema.NewBytesLoader(text))
	if err != nil {
		t.Fatalf("%v in %.500s", err, text)
	}
	var all []string
	for _, e := range result.Errors() {
		all = append(all, e.String())
	}
	return all
}

// reports are the SARIF of odd reports and of empty ones, and that of the demonstration organisation.
func reports(t *testing.T) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	golden, err := os.ReadFile("../../testdata/demo.sarif")
	if err != nil {
		t.Fatal(err)
	}
	all["demo.sarif"] = golden
	add := func(name string, r report.Report, s report.SARIF) {
		var b bytes.Buffer
		if err := s.Write(&b, r); err != nil {
			t.Fatal(err)
		}
		all[name] = b.Bytes()
	}
	add("nothing", report.Report{}, report.SARIF{Version: "1.2.3"})
	for _, text := range odd.Texts {
		r := odd.Report(text)
		add(text, r, report.SARIF{})
		r.Open = func(string) (io.ReadCloser, error) { return nil, os.ErrNotExist }
		r.Over, r.Looked = orgmodel.Interval{From: orgmodel.NewDate(2026, 1, 1), Until: orgmodel.NewDate(2027, 1, 1)}, 3
		for i := range r.Findings {
			r.Findings[i].Spell = &orgmodel.Spell{From: orgmodel.NewDate(2026, 4, 1), Turns: orgmodel.Warning, Whole: i%2 == 1}
		}
		add(text+" over time", r, report.SARIF{})
		r.Err = &source.Error{Pos: orgmodel.Pos{File: text, Line: 3, Column: 2}, Found: text, Fix: text}
		add(text+" unread", r, report.SARIF{})
		r.Err, r.Waived, r.Known, r.Coverage = nil, r.Findings, r.Findings, coverage(t, text)
		add(text+" with coverage", r, report.SARIF{})
		add(text+" unquoted and cut", r, report.SARIF{Most: 1, Version: text})
	}
	return all
}

// coverage is one of records called by a text.
func coverage(t *testing.T, text string) *orgmodel.Coverage {
	t.Helper()
	o := orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{{ID: "a", Kind: orgmodel.Post}, {ID: orgmodel.ID("b" + text), Kind: orgmodel.Post}},
		Lines: []orgmodel.Line{{From: orgmodel.ID("b" + text), Rel: orgmodel.ReportsTo, To: "a"}},
	})
	var c orgmodel.Coverage
	if _, err := (orgmodel.Checker{Coverage: &c}).Check(t.Context(), o, orgmodel.Rule{Name: text, Check: func(*orgmodel.Pass) {}}); err != nil {
		t.Fatal(err)
	}
	return &c
}

func TestSchema(t *testing.T) {
	s := schema(t)
	for name, text := range reports(t) {
		for _, f := range faults(t, s, text) {
			t.Errorf("%.60q: %s", name, f)
		}
	}
	// The schema can tell.
	for _, c := range [][2]string{{`"startLine":`, `"startLine":-`}, {`"level":"error"`, `"level":"fatal"`}, {`"ruleId"`, `"rule"`}} {
		golden := reports(t)["demo.sarif"]
		bad := bytes.Replace(golden, []byte(c[0]), []byte(c[1]), 1)
		if bytes.Equal(bad, golden) || len(faults(t, s, bad)) == 0 {
			t.Errorf("%s in place of %s is no fault", c[1], c[0])
		}
	}
}

// Another reader finds all that was written, and writes it again.
func TestSecondReader(t *testing.T) {
	for name, text := range reports(t) {
		r, err := sarif.FromBytes(text, sarif.WithStrictValidation())
		if err != nil {
			t.Fatalf("%.60q: %v", name, err)
		}
		var again bytes.Buffer
		if err := r.Write(&again); err != nil {
			t.Fatal(err)
		}
		var ours, theirs any
		if err := json.Unmarshal(text, &ours); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(again.Bytes(), &theirs); err != nil {
			t.Fatal(err)
		}
		if missing := lost("", ours, theirs); missing != "" {
			t.Errorf("%.60q: %s is not read back", name, missing)
		}
	}
}

// lost names the first part of a that b lacks; b may have more.
func lost(at string, a, b any) string {
	switch a := a.(type) {
	case map[string]any:
		m, ok := b.(map[string]any)
		for k, v := range a {
			if s := lost(at+"."+k, v, m[k]); !ok || s != "" {
				return s
			}
		}
		return ""
	case []any:
		l, _ := b.([]any)
		if len(a) != len(l) {
			return at
		}
		for i := range a {
			if s := lost(at+"["+strconv.Itoa(i)+"]", a[i], l[i]); s != "" {
				return s
			}
		}
		return ""
	}
	if !reflect.DeepEqual(a, b) {
		return at
	}
	return ""
}
