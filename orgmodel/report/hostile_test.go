package report_test

import (
	"errors"
	"strings"
	"testing"

	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/report"
	"example.com/orgchart/orgmodel/report/internal/odd"
	"example.com/orgchart/orgmodel/source"
)

func TestHostileTexts(t *testing.T) {
	for _, s := range odd.Texts {
		r := odd.Report(s)
		for _, f := range formats(false) {
			harmless(t, f.name, written(t, f, r), r)
		}
		r.Open = nil
		for _, f := range formats(true) {
			harmless(t, f.name, written(t, f, r), r)
		}
	}
}

// A workflow reads in a command what was meant.
func TestCommandsAreReadBack(t *testing.T) {
	back := strings.NewReplacer("%25", "%", "%0A", "\n", "%0D", "\r", "%3A", ":", "%2C", ",")
	for _, s := range odd.Texts {
		if len(s) > 400 || strings.Contains(s, "\u0301") || s == "" {
			continue // cut; a heap of marks, which charts thin out
		}
		out := written(t, format{"github", report.GitHub{}.Write}, odd.Report(s))
		first, _, _ := strings.Cut(out, "\n")
		_, rest, _ := strings.Cut(first, "file=")
		props, message, _ := strings.Cut(rest, "::")
		file, _, _ := strings.Cut(props, ",")
		want := text.Clean(s)
		if back.Replace(file) != want || back.Replace(message) != want+"\nFix: "+want {
			t.Errorf("%q is read back as the file %q and the message %q", s, back.Replace(file), back.Replace(message))
		}
	}
}

// What is made harmless for people is made so as in charts.
func TestCleanAsCharts(t *testing.T) {
	for _, s := range odd.Texts {
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
	for _, s := range odd.Texts[:len(odd.Texts)-1] {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := odd.Report(s)
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
