package main

import (
	"encoding/json"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
)

var updatePages = flag.Bool("update-pages", false, "write what commands print into the pages that show it")

// The page about time shows what the command prints.
func TestTimePage(t *testing.T) {
	path, err := filepath.Abs(filepath.Join("..", "..", "docs", "time.md"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	block := func(kind string) string {
		_, rest, ok := strings.Cut(string(text), "```"+kind+"\n")
		body, _, _ := strings.Cut(rest, "```")
		if !ok {
			t.Fatalf("the page has no block of %q", kind)
		}
		return body
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("org.yaml", []byte(block("yaml")), 0o644); err != nil {
		t.Fatal(err)
	}
	_, line, _ := strings.Cut(string(text), "\n$ orgchart ")
	line, _, _ = strings.Cut(line, "\n")
	code, out, errOut := orgchart(t, "", strings.Fields(line)...)
	if code != found || errOut != "" {
		t.Fatalf("exit %d: %s", code, errOut)
	}
	shown := block("text")
	if shown == out {
		return
	}
	if !*updatePages {
		t.Fatalf("%s prints\n%s\nthe page shows\n%s", line, out, shown)
	}
	page := strings.Replace(string(text), "```text\n"+shown+"```", "```text\n"+out+"```", 1)
	if err := os.WriteFile(path, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestIntervals(t *testing.T) {
	now := time.Date(2026, 5, 4, 23, 59, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"2026-01-01..2027-01-01": "2026-01-01 to 2027-01-01", "today..": "since 2026-05-04", "..today": "until 2026-05-04", "..": "always",
		"today..2026-05-05": "2026-05-04 to 2026-05-05", "2026-01-01..": "since 2026-01-01",
		"org.yaml": "! want FROM..UNTIL", "": "! want FROM..UNTIL", "2026-01-01": "! want FROM..UNTIL",
		"2026-02-30..": "! a day that exists", "1..2": "! want YYYY-MM-DD", "2026-01-01...2026-02-01": "! want FROM..UNTIL", " today .. 2026-05-05 ": "2026-05-04 to 2026-05-05",
		"2026-02-01..2026-01-01": "! write 2026-01-01..2026-02-01", "2026-02-01..2026-02-01": "! --as-of 2026-02-01",
	} {
		got, err := intervalOf(text, now)
		switch says, fails := strings.CutPrefix(want, "! "); {
		case !fails && (err != nil || got.String() != want):
			t.Errorf("%q is %s, %v, want %s", text, got, err, want)
		case fails && (err == nil || !strings.Contains(err.Error(), says)):
			t.Errorf("%q: %v, want %s", text, err, says)
		}
	}
}

const changing = `format: 1
posts:
  a: {top: true}
  b: {reports-to: a}
people:
  ada: {holds: a, until: 2026-09-01}
  bo: {holds: b}
`

func TestCheckOver(t *testing.T) {
	for _, c := range []struct {
		args, in string
		code     int
		says     string
	}{
		{"--over 2026-01-01..2026-09-01", changing, clean, "Nothing found"},
		{"--over 2026-01-01..2026-09-02", changing, found, "breaks on 2026-09-01 and does not heal"},
		{"--over 2026-01-01..2026-09-02", changing, found, "on the days 2026-01-01 to 2026-09-02 (3 days looked at)"},
		{"--over 2026-01-01..2026-09-02 --fail-on never", changing, clean, "departed-holder"},
		{"--over ..", changing, found, "breaks on 2026-09-01"},
		{"--over .. --as-of none", changing, wrong, "exclude each other"},
		{"--over 2026-01-01..2026-09-02 --max-days 2", changing, wrong, "--max-days"},
		{"--max-days 2", changing, wrong, "with --over alone"},
		{"--over", changing, wrong, "today.. is what is to come"},
		{"--over ..", "format: 1\nposts:\n  a: {top: true, reports-to: a}\n", found, "stands throughout"},
		{"--over 2026-01-01..2026-09-02 --format github", changing, found, "%0ABreaks on 2026-09-01 and does not heal."},
		{"--over 2026-01-01..2026-09-02 --format markdown", changing, found, "    breaks on 2026-09-01 and does not heal"},
		{"--over 2026-01-01..2026-09-02 --format junit", changing, found, `<property name="over-until" value="2026-09-02"/>`},
		{"--over 2026-01-01..2026-09-02 --format jsonl", changing, found, `"spell":{"from":"2026-09-01","until":"","turns":"","whole":false}`},
		{"--over 2026-01-01..2026-09-02 --format sarif", changing, found, `"spell":{"from":"2026-09-01","until":"","turns":"","whole":false}`},
		{"--over 2026-01-01..2026-09-02 --format sarif", changing, found, `Breaks on 2026-09-01 and does not heal.`},
	} {
		code, out, errOut := orgchart(t, c.in, append([]string{"check", "-"}, strings.Fields(c.args)...)...)
		if code != c.code || !strings.Contains(out+errOut, c.says) {
			t.Errorf("%s: exit %d, want %d and %q\n%s%s", c.args, code, c.code, c.says, out, errOut)
		}
		if format := c.args[strings.LastIndex(c.args, " ")+1:]; format == "junit" {
			if err := xml.Unmarshal([]byte(out), new(struct{})); err != nil && err != io.EOF {
				t.Error(err)
			}
		}
	}
}

// A check of one day says nothing of intervals, so that what reads it meets no new key.
func TestOverInJSON(t *testing.T) {
	read := func(args ...string) (doc map[string]any, first map[string]any) {
		_, out, _ := orgchart(t, changing, append([]string{"check", "-", "--format", "json"}, args...)...)
		if err := json.Unmarshal([]byte(out), &doc); err != nil {
			t.Fatal(err)
		}
		return doc, doc["findings"].([]any)[0].(map[string]any)
	}
	doc, f := read("--over", "2026-01-01..2026-12-01")
	over, _ := doc["over"].(map[string]any)
	spell, _ := f["spell"].(map[string]any)
	if over["from"] != "2026-01-01" || over["until"] != "2026-12-01" || over["looked"] != 4.0 || doc["as_of"] != "" || spell["from"] != "2026-09-01" {
		t.Errorf("over %v, as of %v, spell %v", over, doc["as_of"], spell)
	}
	doc, f = read("--as-of", "2026-10-01")
	if _, has := doc["over"]; has || f["spell"] != nil {
		t.Errorf("a check of one day has over %v and spell %v", doc["over"], f["spell"])
	}
}

// A baseline that is written over an interval lets all of it stand.
func TestOverBaseline(t *testing.T) {
	known := filepath.Join(t.TempDir(), "known.txt")
	if code, out, errOut := orgchart(t, changing, "check", "-", "--over", "..", "--write-baseline", known); code != clean {
		t.Fatalf("exit %d\n%s%s", code, out, errOut)
	}
	if code, out, errOut := orgchart(t, changing, "check", "-", "--over", "..", "--baseline", known, "--fail-on", orgmodel.Info.String()); code != clean || !strings.Contains(out, "1 finding known") {
		t.Errorf("exit %d\n%s%s", code, out, errOut)
	}
}

// An interval that ends before the first day there is holds none.
func TestOverBeforeFirstDay(t *testing.T) {
	if code, out, errOut := orgchart(t, "", "check", "--over", "..0001-01-01"); code != wrong || out != "" || !strings.Contains(errOut, "holds no day") {
		t.Errorf("exit %d: %s%s", code, out, errOut)
	}
}
