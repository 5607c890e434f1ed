package report_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/report"
	"example.com/orgchart/orgmodel/source"
)

// odd are texts that mean something to one format or another.
var odd = []string{
	"", " ", "a\nb", "\r\n::error::owned", "::add-mask::x", "##[add-matcher]x", "%0A::warning::%25", "a:b,c=d", "\x00\x1b]0;owned\x07\x9b31m",
	"\u202eevil\u2066", "\u2028\u2029\u0085", "\xff\xfe bytes", "<script>alert(1)</script>", "]]>&amp;<!--", "\"'`", "``` ```` `", "| a | b |\\|",
	"[x](javascript:alert(1)) ![y](http://z)", "@everyone #1 GH-1", "</pre></details>", "{0} {{1}}", "*_~# - 1.", "\ufffe\uffff\U0001ffff", "e" + strings.Repeat("\u0301", 50),
	"\U000e0041tag", "C:\\x\\y.csv", "../../etc/passwd", "//host/x", "https://evil/x?y#z", "统计局", strings.Repeat("long ", 2000),
}

// about is a report whose every text is s.
func about(s string) report.Report {
	pos := orgmodel.Pos{File: s, Line: 2, Column: 3, Field: s}
	line := orgmodel.Line{From: orgmodel.ID(s), Rel: orgmodel.Rel(s), To: orgmodel.ID(s), Scope: orgmodel.ID(s), Pos: orgmodel.Pos{File: s, Line: 3, Column: 1}}
	f := orgmodel.Finding{
		Rule: "odd", Severity: orgmodel.Error, Subject: orgmodel.ID(s), Message: s, Fix: s, Key: s, Pos: pos,
		Path: []orgmodel.Line{line, line}, PathTotal: 9, Related: []orgmodel.ID{orgmodel.ID(s)}, RelatedTotal: 1,
	}
	unknown, whole, idle := f, f, f
	unknown.Rule, unknown.Severity = s, orgmodel.Warning
	whole.Pos, whole.Subject, whole.Severity = orgmodel.Pos{}, "", orgmodel.Info
	idle.Rule, idle.Subject, idle.Severity = orgmodel.MatchesNothing, "idle", orgmodel.Warning
	r := report.Report{
		Org: orgmodel.New(orgmodel.Spec{
			Name:  s,
			Nodes: []orgmodel.Node{{ID: orgmodel.ID(s), Kind: orgmodel.Kind(s), Name: s, Pos: pos}},
			Lines: []orgmodel.Line{line},
		}),
		Files:    []string{s},
		Rules:    []orgmodel.Rule{{Name: "odd", Doc: s + "\n" + s}, {Name: "idle", Doc: s}},
		Findings: orgmodel.Findings{f, unknown, whole, idle},
		Open:     func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("x\n" + s + "\n" + s)), nil },
	}
	r.Notes.Add(pos, "%s", s)
	return r
}

func TestHostileTexts(t *testing.T) {
	for _, s := range odd {
		r := about(s)
		for _, f := range formats(false) {
			harmless(t, f.name, written(t, f, r), r)
		}
		r.Open = nil
		for _, f := range formats(true) {
			harmless(t, f.name, written(t, f, r), r)
		}
	}
}

// What is made harmless for people is made so as in charts.
func TestCleanAsCharts(t *testing.T) {
	for _, s := range odd {
		if len(s) > 1000 || strings.Contains(s, "\u0301") || s == "" {
			continue // cut; a heap of marks, which charts thin out
		}
		out := written(t, format{"text", report.Text{}.Write}, report.Report{Findings: orgmodel.Findings{{Rule: "r", Message: s}}})
		if !strings.Contains(out, "  "+text.Clean(s)+"\n") {
			t.Errorf("%q is written as %q", s, out)
		}
	}
}

func FuzzFormats(f *testing.F) {
	for _, s := range odd[:len(odd)-1] {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := about(s)
		for _, form := range formats(false) {
			harmless(t, form.name, written(t, form, r), r)
		}
	})
}

// A short writer fails after so many bytes, with an error of its own each time.
type short struct {
	room  int
	fails int
}

var errFirst = errors.New("the first")

func (w *short) Write(b []byte) (int, error) {
	if w.room -= len(b); w.room < 0 {
		if w.fails++; w.fails == 1 {
			return 0, errFirst
		}
		return 0, errors.New("a later one")
	}
	return len(b), nil
}

func TestFirstErrorKept(t *testing.T) {
	r := many(300)
	for _, f := range formats(true) {
		for _, room := range []int{0, 5000} {
			if err := f.write(&short{room: room}, r); !errors.Is(err, errFirst) {
				t.Errorf("%s, with room for %d bytes: %v", f.name, room, err)
			}
		}
	}
}

func TestNothingFound(t *testing.T) {
	for _, r := range []report.Report{{}, {Org: orgmodel.New(orgmodel.Spec{}), Rules: []orgmodel.Rule{{Name: "a"}}, Notes: source.Notes{Rows: 3}}} {
		for _, f := range formats(false) {
			out := written(t, f, r)
			harmless(t, f.name, out, r)
			switch {
			case strings.HasSuffix(f.name, ".jsonl"):
				if out != "" {
					t.Errorf("%s: %q", f.name, out)
				}
			case strings.HasSuffix(f.name, ".txt") || strings.HasSuffix(f.name, ".md"):
				if !strings.Contains(out, "Nothing found") {
					t.Errorf("%s does not say that nothing was found: %s", f.name, out)
				}
			}
		}
	}
}
