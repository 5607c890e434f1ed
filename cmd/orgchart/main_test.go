package main

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/rules"
)

// orgchart runs the command with a given standard input.
func orgchart(t *testing.T, in string, args ...string) (code int, out, errOut string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(in), &o, &e)
	return code, o.String(), e.String()
}

const team = "id,name,manager\nE1,Ada,\nE2,Bo,E1\nE3,Cy,E2\n"
const loop = "id,name,manager\nE1,Ada,\nE2,Bo,E3\nE3,Cy,E2\n"

func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestExitCodes(t *testing.T) {
	good, bad := file(t, "team.csv", team), file(t, "loop.csv", loop)
	empty, header, ghost := file(t, "empty.csv", ""), file(t, "header.csv", "id,name,manager\n"), file(t, "ghost.csv", team+"E4,Di,E7\n")
	for _, c := range []struct {
		args string
		code int
		says string // on either stream
	}{
		{"", clean, "orgchart check people.csv"},
		{"--help", clean, "draw people.csv -o people.svg"},
		{"check --help", clean, "--fail-on"},
		{"check", found, "demonstration organisation"},
		{"check --as-of none", found, "on no particular day"},
		{"check " + good, clean, "Nothing found"},
		{"check " + bad, found, "report-cycle"},
		{"check " + bad + " --fail-on never", clean, "report-cycle"},
		{"check " + bad + " --fail-on loud", wrong, "want error, warning, info or never"},
		{"check " + bad + " --format xml", wrong, "want text, json, jsonl, sarif, junit, markdown or github"},
		{"check " + bad + " --as-of 2026-02-30", wrong, "a day that exists"},
		{"check " + bad + " --map Chef", wrong, "Chef=manager"},
		{"check " + bad + " --from excel", wrong, "is no format"},
		{"check " + bad + " --max-bytes 10", wrong, "--max-bytes"},
		{"check " + bad + " " + bad, wrong, "is given twice"},
		{"check - --from table", wrong, "the file is empty"},
		{"check " + bad + " --max-rows many", wrong, "want a whole number; see 'orgchart check --help'"},
		{"check nothing.csv", wrong, "there is no such file"},
		{"check .", wrong, "is a folder"},
		{"check " + empty, wrong, "empty"},
		{"check --color", wrong, "--color, did you mean --colour?; see 'orgchart check --help'"},
		{"check --colour pink", wrong, "want auto, always or never"},
		{"check --by colour", wrong, "want rule or subject"},
		{"check --by subject", found, "berth-1 \"Berth planner\"\n"},
		{"check --format jsonl", found, "{\"rule\":\"ended-manager\""},
		{"check --format sarif", found, "\"2.1.0\""},
		{"check --format junit", found, "<testsuites"},
		{"check --format junit --fail-on never", clean, "failures=\"0\""},
		{"check --format markdown", found, "| rule |"},
		{"check --format github", found, "::error file=demo.yaml,line=145,col=58,title=ended-manager::"},
		{"check " + bad + " --format sarif", found, "\"startColumn\":7,\"endColumn\":9"},
		{"explain report-cycle", clean, "Why:"},
		{"explain", wrong, "name a rule"},
		{"explain report-cicle", wrong, "did you mean report-cycle?"},
		{"explain report-cycle no-top", wrong, "one rule at a time"},
		{"__complete explain report-c", clean, "report-cycle\tNo chain"},
		{"__complete check --format s", clean, "sarif"},
		{"check --help", clean, "accountable-for, consulted-on,"},
		{good, wrong, "did you mean 'orgchart check"},
		{"chek", wrong, "there are check, draw, ask, convert, fmt, schema, rules, explain and policy"},
		{"rules", clean, "report-cycle"},
		{"rules", clean, "Pack shape"},
		{"rules", clean, "Pack delivery"},
		{"rules needs-sponsor", clean, "HandoverDays (14)"},
		{"rules", clean, "Pack ops"},
		{"rules incompatible-roles", clean, "PRINCE2"},
		{"rules pm-load", clean, "runs at most 3 projects"},
		{"rules chokepoint", clean, "Fraction (0.4)"},
		{"rules report-cycle", clean, "Why:"},
		{"rules reports-to-role", clean, "Parameters:"},
		{"rules report-cicle", wrong, "did you mean report-cycle?"},
		{"draw " + good + " -o x.png", wrong, ".svg or .dot"},
		{"draw " + good + " --direction up", wrong, "top-down or left-right"},
		{"draw " + good + " --theme pink", wrong, "auto, light or dark"},
		{"rules report-cycle no-top", wrong, "one rule at a time"},
		{"rules project-managers-boss", clean, "Why:"},
		{"draw " + good + " --depth -1", wrong, "want 1 or more"},
		{"draw " + good + " --tree part", wrong, "found here: reports-to"},
		{"draw " + good + " --over part", clean, "found here: reports-to"},
		{"draw " + good + " --detail age", clean, "no record has this attribute"},
		{"draw " + good + " -o " + filepath.Join(good, "..", "no", "x.svg"), wrong, "there is no folder"},
		{"draw --root it-manager", wrong, "a role is no box"},
		{"draw " + good + " --root E9", wrong, "no record has the id or the name \"E9\"; did you mean one of\n  E1 (person) Ada"},
		{"draw " + good + " --root ada --depth 1", clean, ">Ada<"},
		{"draw --root bo-larsen", clean, "Bo Larsen"},
		{"draw " + ghost + " --root E7", wrong, "no record declares it"},
		{"check " + header, wrong, "no record in " + header + ": nothing to check"},
		{"draw " + header + " -o " + filepath.Join(t.TempDir(), "x.svg"), wrong, "no record in " + header},
		{"ask tops " + header, wrong, "no record in " + header},
		{"ask tops " + header + " " + good, clean, "E1"},
		{"check " + good + " " + header, clean, "Nothing found"},
		{"draw " + good + " -o " + t.TempDir(), wrong, "is a folder"},
		{"draw " + good + " --format dot", clean, "digraph"},
		{"draw " + bad + " --root E2 --depth 1", clean, "<svg"},
		{"completion bash", clean, "orgchart"},
	} {
		code, out, errOut := orgchart(t, "", strings.Fields(c.args)...)
		if code != c.code || !strings.Contains(out+errOut, c.says) {
			t.Errorf("orgchart %s: exit %d, want %d and %q\n%s%s", c.args, code, c.code, c.says, shortened(out), errOut)
		}
		if code == wrong && out != "" {
			t.Errorf("orgchart %s: an error wrote to standard output: %s", c.args, shortened(out))
		}
	}
}

func shortened(s string) string { return s[:min(len(s), 600)] }

func TestStandardInput(t *testing.T) {
	code, out, _ := orgchart(t, loop, "check", "-", "--quiet")
	if code != found || !strings.Contains(out, "standard input:3") {
		t.Errorf("exit %d: %s", code, out)
	}
}

func TestJSON(t *testing.T) {
	path := file(t, "loop.csv", loop+"E4,<b>\x1b[31m\",E9\n")
	code, out, _ := orgchart(t, "", "check", path, "--format", "json", "--as-of", "2026-04-01")
	if code != found {
		t.Errorf("exit %d", code)
	}
	if strings.Contains(out, "\x1b") || strings.Contains(out, "<b>") {
		t.Error("escape sequences and markup reach the JSON raw")
	}
	var d struct {
		Version, Rows int
		AsOf          string `json:"as_of"`
		Counts        map[string]int
		Findings      []struct {
			Rule, Fix, Fingerprint string
			Source                 struct {
				File, Field string
				Line        int
			}
		}
	}
	dec := json.NewDecoder(strings.NewReader(out))
	if err := dec.Decode(&d); err != nil {
		t.Fatal(err)
	}
	if d.Version != 1 || d.Rows != 4 || d.Counts["nodes"] != 4 || d.Counts["person"] != 4 || d.AsOf != "2026-04-01" {
		t.Errorf("%+v", d)
	}
	for _, f := range d.Findings {
		if f.Rule == "unknown-reference" {
			if f.Source.Line != 5 || f.Source.Field != "manager" || f.Source.File != path || f.Fingerprint == "" || f.Fix == "" {
				t.Errorf("%+v", f)
			}
			return
		}
	}
	t.Error("no finding about the unknown manager")
}

func TestTextIsHarmless(t *testing.T) {
	path := file(t, "odd.csv", "id,name,manager\nE1,\"\x1b]0;owned\x07\",E9\n")
	_, out, errOut := orgchart(t, "", "check", path)
	if strings.ContainsAny(out+errOut, "\x1b\x07") {
		t.Errorf("terminal escapes come through: %q", out)
	}
}

// Rows are quoted of files and not of standard input, whatever lies in the folder; colours are asked for.
func TestQuotedRows(t *testing.T) {
	path := file(t, "loop.csv", loop)
	_, out, _ := orgchart(t, "", "check", path)
	below := strings.Join(strings.Fields(out), " ") // the row stands below a long path
	if !strings.Contains(below, path+":3:7: E2,Bo,E3 ^^ manager") || !strings.Contains(out, "^^ manager\n") {
		t.Error(out)
	}
	t.Chdir(filepath.Dir(path))
	if err := os.WriteFile("standard input", []byte("not\nwhat\nwas\nread\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, out, _ = orgchart(t, loop, "check", "-")
	if !strings.Contains(out, "at: standard input:3:7 [manager]") || strings.Contains(out, "what\n") {
		t.Error(out)
	}
	_, out, _ = orgchart(t, "", "check", "loop.csv", "--colour", "always")
	if !strings.Contains(out, "\x1b[1;31merror\x1b[0m") {
		t.Error(out)
	}
	_, out, _ = orgchart(t, "", "check", "loop.csv", "--colour", "always", "--format", "markdown")
	if strings.Contains(out, "\x1b") {
		t.Error("colours in Markdown")
	}
	_, first, _ := orgchart(t, "", "check", "loop.csv", "--format", "sarif")
	if _, again, _ := orgchart(t, "", "check", "loop.csv", "--format", "sarif"); first != again {
		t.Error("two runs write two logs")
	}
}

func TestTextOfAnAbsurdId(t *testing.T) {
	path := file(t, "long.csv", "id,name,manager\n"+strings.Repeat("E", 500_000)+",Ada,E9\n")
	if _, out, _ := orgchart(t, "", "check", path); len(out) > 20_000 || !strings.Contains(out, "unknown-reference") {
		t.Errorf("an id of 500,000 letters makes a report of %d bytes", len(out))
	}
}

func TestDrawWritesWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.svg")
	if code, _, errOut := orgchart(t, "", "draw", "-o", path, "--as-of", "none"); code != clean {
		t.Fatal(errOut)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dec := xml.NewDecoder(bytes.NewReader(whole))
	for {
		if _, err := dec.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	err = writeWhole(path, nil, func(w io.Writer) error {
		io.WriteString(w, "half")
		return io.ErrShortWrite
	})
	if err == nil {
		t.Error("a failed write is no error")
	}
	if again, _ := os.ReadFile(path); !bytes.Equal(again, whole) {
		t.Error("a failed write left half a file")
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("a failed write left %d files", len(left))
	}
}

func TestDrawIsDeterministic(t *testing.T) {
	_, a, _ := orgchart(t, "", "draw", "--as-of", "2026-04-01")
	_, b, _ := orgchart(t, "", "draw", "--as-of", "2026-04-01")
	if a == "" || a != b {
		t.Error("two runs draw two pictures")
	}
}

// The README's picture is the demonstration organisation as it is drawn today.
func TestReadmePicture(t *testing.T) {
	path := filepath.Join("..", "..", "docs", "demo.svg")
	_, out, _ := orgchart(t, "", "draw", "--as-of", "none")
	if os.Getenv("ORGCHART_UPDATE") != "" {
		if err := os.WriteFile(path, []byte(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if out != string(want) {
		t.Error("docs/demo.svg is not what the command draws: run ORGCHART_UPDATE=1 go test ./cmd/orgchart")
	}
}

func TestPrefixKeepsFilesApart(t *testing.T) {
	a, b := file(t, "a.csv", team), file(t, "b.csv", team)
	same := file(t, "a.csv", team) // in another folder
	for _, pair := range [][2]string{{a, b}, {a, same}} {
		_, joined, _ := orgchart(t, "", "check", pair[0], pair[1])
		_, apart, _ := orgchart(t, "", "check", pair[0], pair[1], "--prefix")
		if !strings.Contains(joined, "duplicate-id") || strings.Contains(apart, "duplicate-id") {
			t.Errorf("joined: %s\napart: %s", joined, apart)
		}
	}
}

// The page of rules lists them as they are, and it and the README link to files that exist.
func TestPages(t *testing.T) {
	page := func(path string) string {
		text, err := os.ReadFile(filepath.Join("..", "..", path))
		if err != nil {
			t.Fatal(err)
		}
		links := regexp.MustCompile(`\]\(([^)]+)\)`).FindAllStringSubmatch(string(text), -1)
		if len(links) < 3 {
			t.Errorf("found %d links in %s: the expression no longer fits", len(links), path)
		}
		for _, l := range links {
			if _, err := os.Stat(filepath.Join("..", "..", filepath.Dir(path), l[1])); err != nil {
				t.Errorf("%s links to %s: %v", path, l[1], err)
			}
		}
		return string(text)
	}
	_, example, _ := strings.Cut(page("README.md"), "```yaml\n")
	example, _, _ = strings.Cut(example, "```")
	if code, out, errOut := orgchart(t, example, "check", "-", "--as-of", "none", "--fail-on", "info"); code != clean {
		t.Errorf("the README's file: exit %d\n%s%s", code, out, errOut)
	}
	list := page("docs/rules.md")
	for _, r := range append(rules.All(), rules.Made()...) {
		policy, _, _ := strings.Cut(r.Doc, "\n")
		if row := "| [`" + r.Name + "`](rules/" + r.Name + ".md) | " + r.Severity.String() + " | " + policy + " |"; !strings.Contains(list, row) {
			t.Errorf("docs/rules.md lacks the row\n%s", row)
		}
	}
}

// A command that is interrupted while it writes leaves nothing behind.
func TestInterruptedWhileWriting(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var out bytes.Buffer
	w := patient{ctx, &out}
	if _, err := w.Write([]byte("half")); err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := w.Write([]byte("more")); !errors.Is(err, context.Canceled) || out.String() != "half" {
		t.Errorf("after the interrupt %v, written %q", err, out.String())
	}
	path := filepath.Join(t.TempDir(), "out.svg")
	if code := run(ctx, []string{"draw", "-o", path}, nil, io.Discard, io.Discard); code != wrong {
		t.Errorf("exit %d", code)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("an interrupted command left a file")
	}
}
