package report_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/engine"
	"example.com/orgchart/orgmodel/report"
	"example.com/orgchart/orgmodel/report/internal/odd"
	"example.com/orgchart/orgmodel/source"
)

// The level goes by what counts; what is let stand is said beside it, and so is the level with it.
func TestLevelsWithStanding(t *testing.T) {
	is := func(v orgmodel.Severity, rules ...string) (fs orgmodel.Findings) {
		for _, r := range rules {
			fs = append(fs, orgmodel.Finding{Rule: r, Severity: v, Message: "x"})
		}
		return fs
	}
	for _, c := range []struct {
		r           report.Report
		level, all  report.Level
		text, other string
	}{
		{report.Report{}, report.Valid, report.Valid, "Level valid: no rule found an error.", "with"},
		{report.Report{Waived: is(orgmodel.Warning, "a", "b", "c"), Known: make(orgmodel.Findings, 0)}, report.Valid, report.Valid, "Level valid (with 3 findings waived): no rule found an error.", "let stand"},
		{report.Report{Waived: is(orgmodel.Error, "a"), Known: is(orgmodel.Warning, "b", "b")}, report.Valid, report.Display,
			"Level valid (with 1 finding waived, 2 known): no rule found an error that counts. With what is let stand it is display: its chart shows what it says, and a keeps it from being valid.", "load"},
		{report.Report{Known: is(orgmodel.Error, "report-cycle")}, report.Valid, report.Load,
			"Level valid (with 1 finding known): no rule found an error that counts. With what is let stand it is load: every record was read, and report-cycle keeps its chart", "display"},
		{report.Report{Findings: is(orgmodel.Error, "a"), Known: is(orgmodel.Error, "no-top")}, report.Display, report.Load,
			"Level display (with 1 finding known): its chart shows what it says, and 1 error keeps it from being valid. With what is let stand it is load:", "valid:"},
		{report.Report{Findings: is(orgmodel.Error, "no-top"), Waived: is(orgmodel.Error, "no-top")}, report.Load, report.Load, "Level load (with 1 finding waived): every record", "let stand"},
	} {
		s := c.r.Summary()
		if s.Level != c.level || s.LevelOfAll != c.all || s.Waived != len(c.r.Waived) || s.Known != len(c.r.Known) {
			t.Errorf("%+v, want %s and %s", s, c.level, c.all)
		}
		text := written(t, format{"x", report.Text{}.Write}, c.r)
		if !strings.Contains(text, c.text) || strings.Contains(text, c.other) {
			t.Errorf("%s\nwant %s", text, c.text)
		}
		var doc struct {
			Summary struct {
				Level, LevelOfAll report.Level `json:"-"`
				L                 string       `json:"level"`
				All               string       `json:"level_of_all"`
				Waived, Known     int
			}
		}
		if err := json.Unmarshal([]byte(written(t, format{"x", report.JSON{}.Write}, c.r)), &doc); err != nil ||
			doc.Summary.L != c.level.String() || doc.Summary.All != c.all.String() || doc.Summary.Waived != len(c.r.Waived) || doc.Summary.Known != len(c.r.Known) {
			t.Errorf("%+v %v", doc, err)
		}
	}
	md := written(t, format{"x.md", report.Markdown{}.Write}, report.Report{Known: is(orgmodel.Error, "no-top")})
	if !strings.Contains(md, "Level **valid** (with 1 finding known); with what is let stand **load**, for `no-top`.") {
		t.Error(md)
	}
}

// wrong are errors of reading, by how many findings they are.
func wrong() map[error]int {
	two := &source.Errors{}
	two.Add(&source.Error{Pos: orgmodel.Pos{File: "org.yaml", Line: 3, Column: 7}, Found: `"boss" is no key of a node`, Fix: "Did you mean reports-to?"})
	two.Add(&source.Error{Pos: orgmodel.Pos{File: "org.yaml", Line: 9, Column: 1}, Found: `"gade" is no key of a node`, Fix: "Did you mean grade?"})
	many := &source.Errors{}
	for i := range source.MaxErrors + 20 {
		many.Add(&source.Error{Pos: orgmodel.Pos{File: "org.yaml", Line: i + 1}, Found: "wrong"})
	}
	return map[error]int{
		two: 2, many: source.MaxErrors + 1, fmt.Errorf("reading: %w", two): 2,
		&source.Error{Pos: orgmodel.Pos{File: "a.yaml", Line: 1}, Found: "no YAML"}:  1,
		&source.LimitError{Pos: orgmodel.Pos{File: "a.csv"}, Limit: "Bytes", Max: 9}: 1,
		errors.New("a.csv: there is no such file"):                                   1,
		context.Canceled: 0,
		fmt.Errorf("given up: %w", context.DeadlineExceeded): 0,
	}
}

func TestUnread(t *testing.T) {
	if report.Unread(nil) != nil {
		t.Error("no error is one")
	}
	for err, want := range wrong() {
		fs := report.Unread(err)
		prints := map[string]bool{}
		for _, f := range fs {
			prints[f.Fingerprint()+f.Pos.String()] = true
			if f.Rule != report.Unreadable || f.Severity != orgmodel.Error || f.Message == "" {
				t.Errorf("%+v", f)
			}
		}
		if len(fs) != want || len(prints) != want {
			t.Errorf("%.80q: %d findings, %d different, want %d", err, len(fs), len(prints), want)
		}
	}
}

// Every format tells each error of reading, at its place, and that nothing was checked.
func TestFormatsOfUnread(t *testing.T) {
	two := &source.Errors{}
	two.Add(&source.Error{Pos: orgmodel.Pos{File: "org.yaml", Line: 3, Column: 7}, Found: `"boss" is no key of a node`, Fix: "Did you mean reports-to?"})
	two.Add(&source.Error{Pos: orgmodel.Pos{File: "org.yaml", Line: 9, Column: 1}, Found: `"gade" is no key of a node`, Fix: "Did you mean grade?"})
	r := report.Report{Files: []string{"org.yaml"}, Err: two, Rules: []orgmodel.Rule{{Name: "never-ran"}}, Findings: orgmodel.Findings{{Rule: "never-ran"}}}
	for name, want := range map[string][]string{
		"demo.txt":    {"error unreadable (2): Every file can be read.", "org.yaml:3:7", "fix: Did you mean grade?", "Level unread: nothing was checked."},
		"demo.json":   {`"level": "unread"`, `"rule": "unreadable"`, `"line": 9`, `"column": 7`, `"fix": "Did you mean grade?"`, `"file": "org.yaml"`},
		"demo.jsonl":  {`{"rule":"unreadable","severity":"error"`, `"source":{"file":"org.yaml","line":9,"column":1,"field":""}`},
		"demo.sarif":  {`"executionSuccessful": false`, `"level": "error"`, `"ruleId":"unreadable"`, `"startLine":3,"startColumn":7`, `"id": "unreadable"`, `"startLine": 9`, `"level": "unread"`},
		"demo.xml":    {`tests="1" failures="0" errors="1" skipped="0"`, `<testcase classname="orgchart" name="unreadable">`, `<error type="unreadable" message="2 errors of reading: &quot;boss&quot; is no key of a node.">`, "at: org.yaml:9:1"},
		"demo.md":     {"❌ 2 errors", "Level **unread**", "`unreadable`", "at: org.yaml:3:7"},
		"demo.github": {"::error file=org.yaml,line=3,col=7,title=unreadable::\"boss\" is no key of a node.%0AFix: Did you mean reports-to?\n", "Level unread"},
	} {
		for _, f := range formats(false) {
			if f.name != name {
				continue
			}
			out := written(t, f, r)
			for _, w := range want {
				if !strings.Contains(out, w) {
					t.Errorf("%s: no %s in\n%s", name, w, out)
				}
			}
			if strings.Contains(out, "never-ran") {
				t.Errorf("%s: a rule ran on what was not read\n%s", name, out)
			}
		}
	}
	for _, s := range odd.Texts {
		r := odd.Report(s)
		r.Err = &source.Error{Pos: orgmodel.Pos{File: s, Line: 2, Column: 1, Field: s}, Found: s, Fix: s}
		want := r
		want.Findings, want.Rules = report.Unread(r.Err), nil
		for _, f := range formats(true) {
			harmless(t, f.name, written(t, f, r), want)
		}
	}
}

// covered is a report with a coverage of names that are s.
func covered(t *testing.T, s string) report.Report {
	t.Helper()
	r := odd.Report(s)
	r.Org = orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{{ID: "a", Kind: orgmodel.Post}, {ID: orgmodel.ID("b" + s), Kind: orgmodel.Post}, {ID: orgmodel.ID("p" + s), Kind: orgmodel.Project}},
		Lines: []orgmodel.Line{{From: orgmodel.ID("b" + s), Rel: orgmodel.ReportsTo, To: "a"}},
	})
	rule := orgmodel.Rule{Name: "r" + s, Check: func(p *orgmodel.Pass) {
		for range p.Select(p.OfKind(orgmodel.Post)) {
			break
		}
	}}
	r.Coverage = new(orgmodel.Coverage)
	if _, err := (orgmodel.Checker{Coverage: r.Coverage}).Check(context.Background(), r.Org, rule, orgmodel.Rule{Name: "all", Check: func(*orgmodel.Pass) {}}); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCoverageInFormats(t *testing.T) {
	r := covered(t, "x")
	for name, want := range map[string][]string{
		"demo.txt":    {"records  lines  findings\n      1      0         0  rx\n1 rule chose nobody, as rules do that go by everybody alike.\n", "Rules are about 1 of 2 seats, 0 of 1 deliveries, 0 of 1 reports-to lines.\n", "  seats without a rule: bx.\n", "  reports-to lines without a rule: bx reports-to a.\n"},
		"demo.json":   {`"coverage": {`, `"covered": 1,`, `"missed": [`, `"rel": "reports-to"`, `"chooses": true`, `"selected": 1`},
		"demo.sarif":  {`"coverage": {`, `"covered": 1,`},
		"demo.xml":    {`<property name="coverage of seats" value="1/2"/>`},
		"demo.md":     {"| 1 | 2 seats | `bx` |", "| 0 | 1 reports-to lines |"},
		"demo.github": {"%0ARules are about 1 of 2 seats, 0 of 1 deliveries"},
	} {
		for _, f := range formats(false) {
			if out := written(t, f, r); f.name == name {
				for _, w := range want {
					if !strings.Contains(out, w) {
						t.Errorf("%s: no %s in\n%s", name, w, out)
					}
				}
			}
		}
	}
	for _, s := range odd.Texts {
		r := covered(t, s)
		for _, f := range formats(true) {
			harmless(t, f.name, written(t, f, r), r)
		}
	}
	r.Coverage = new(orgmodel.Coverage)
	if out := written(t, format{"x", report.Text{}.Write}, r); !strings.Contains(out, "There is nobody whom a rule could be about.") {
		t.Error(out)
	}
}

// What the engine finds has its policy as heading, and its documentation in SARIF.
func TestEngineIsDocumented(t *testing.T) {
	for _, c := range engine.Checks() {
		r := report.Report{Findings: orgmodel.Findings{{Rule: c.Name, Severity: c.Severity, Message: "x"}}}
		sentence, rest, _ := strings.Cut(c.Doc, "\n\n")
		if out := written(t, format{"x", report.Text{}.Write}, r); !strings.Contains(out, c.Severity.String()+" "+c.Name+": "+sentence+"\n") {
			t.Errorf("%s", out)
		}
		why, _, _ := strings.Cut(rest, "\n")
		if out := written(t, format{"x", report.SARIF{}.Write}, r); !strings.Contains(out, `"text": "`+sentence+`\n\n`+why) {
			t.Errorf("%s\n%s", why, out)
		}
	}
	if _, ok := engine.Named(report.Unreadable); !ok {
		t.Error("unreadable is not documented")
	}
}

func ExampleUnread() {
	r := report.Report{Files: []string{"org.yaml"}, Err: &source.Error{
		Pos: orgmodel.Pos{File: "org.yaml", Line: 3, Column: 7}, Found: `"boss" is no key of a node`, Fix: "Did you mean reports-to?",
	}}
	fmt.Println(report.Unread(r.Err))
	report.Text{}.Write(io.Discard, r)
	fmt.Println(r.Summary().Level)
	// Output:
	// [org.yaml:3:7: error unreadable: "boss" is no key of a node.]
	// unread
}
