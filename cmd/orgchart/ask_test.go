package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/ask"
)

var update = flag.Bool("update", false, "write the golden files")

// words are the words of an example, those in quotation marks as one.
func words(s string) (all []string) {
	for i, part := range strings.Split(s, `"`) {
		if i%2 == 1 {
			all = append(all, part)
		} else {
			all = append(all, strings.Fields(part)...)
		}
	}
	return all
}

// TestAskGolden asks the demonstration organisation every example of every question, as text and
// as JSON.
func TestAskGolden(t *testing.T) {
	var text, data bytes.Buffer
	for _, q := range questions() {
		for _, example := range q.examples {
			args := append([]string{"ask"}, append(words(example), "--as-of", "2026-04-01")...)
			code, out, errOut := orgchart(t, "", args...)
			if code != clean && code != found || !strings.Contains(errOut, "demonstration organisation") {
				t.Errorf("ask %s: exit %d: %s", example, code, errOut)
			}
			fmt.Fprintf(&text, "$ orgchart ask %s\n%s[exit %d]\n\n", example, out, code)
			_, out, _ = orgchart(t, "", append(args, "--format", "json")...)
			if err := json.Compact(&data, []byte(out)); err != nil {
				t.Errorf("ask %s: %v", example, err)
			}
			data.WriteByte('\n')
		}
	}
	for name, got := range map[string]string{"ask.txt": text.String(), "ask.jsonl": data.String()} {
		path := filepath.Join("testdata", name)
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
			t.Errorf("%s is not what the command answers: read it, then run with -update", path)
		}
	}
}

func TestAskExitCodes(t *testing.T) {
	csv := file(t, "team.csv", "id,name,manager\nE1,Ada,\nE2,Bo,E1\nE3,Bo,E2\nE4,\"\x1b[31mred\nline\",E2\n")
	for _, c := range []struct {
		args string
		code int
		says string // on either stream
	}{
		{"ask", clean, "orgchart ask manager net-1"},
		{"ask --help", clean, "Subjects come first"},
		{"ask manager --help", clean, "passed over"},
		{"ask manager E2 " + csv, clean, `The manager of E2 "Bo" is E1 "Ada"`},
		{"ask manager E2 " + csv, clean, csv + ":3:"},
		{"ask manager ada " + csv, found, "is a top"},
		{"ask manager bo " + csv, wrong, "E2 (person) Bo\n  E3 (person) Bo"},
		{"ask manager E9 " + csv, wrong, "did you mean one of\n  E1"},
		{"ask manager E4 " + csv, clean, "E4"},
		{"ask chain E3 " + csv + " --format table", clean, "DISTANCE"},
		{"ask reports E1 " + csv + " --depth 2", clean, "3 seats are up to 2 levels below"},
		{"ask reports E1 " + csv + " --depth none", wrong, "want 1 or more, or all"},
		{"ask path E1 E3 " + csv + " --via holds", wrong, "found here: reports-to"},
		{"ask path E1 E3 " + csv + " --format xml", wrong, "want text, table or json"},
		{"ask holders E1 " + csv, clean, "is a person and holds no post"},
		{"ask holders --role it-manager --in nowhere", wrong, "--in: no record"},
		{"ask holders ba-1 --in payments", wrong, "--in is for roles"},
		{"ask roles payments --in digital", wrong, "--in is for the roles of a person"},
		{"ask roles it-manager", clean, "4 assignments"},
		{"ask loop E1 " + csv, found, "in no loop"},
		{"ask common E1", wrong, "wants two posts or persons, then files if any: orgchart ask common net-1 dev-2"},
		{"ask manager " + csv, wrong, "manager wants a post or a person; " + csv + " is a file: orgchart ask manager net-1 " + csv},
		{"ask common E1 " + csv, wrong, "common wants two posts or persons; " + csv + " is a file"},
		{"ask path E1 " + csv, wrong, "path wants two records of any kind; " + csv + " is a file"},
		{"ask common " + csv, wrong, csv + " is a file"},
		{"ask roles --in rota " + csv, wrong, csv + " is a file"},
		{"ask manager -", wrong, "standard input is a file"},
		{"ask manager " + csv + " " + csv, wrong, "subjects come before files"},
		{"ask manager Dag Holm " + csv, wrong, `Holm: there is no such file; quote a name of two words: "Dag Holm"`},
		{"ask common Dag Holm E1 " + csv, wrong, `E1: there is no such file; quote a name of two words: "Dag Holm"`},
		{"ask manager E1 Holm.csv", wrong, "Holm.csv: there is no such file\n"},
		{"ask boss E1 " + csv, wrong, "did you mean manager?"},
		{"ask who E1 " + csv, wrong, "did you mean manager, holders or roles?"},
		{"ask xyzzy-plugh E1 " + csv, wrong, `"xyzzy-plugh" is no question; `},
		{"ask managr E1 " + csv, wrong, "did you mean manager?"},
		{"ask --quiet", wrong, "put flags last"},
		{"ask tops nothing.csv", wrong, "there is no such file"},
		{"ask manager E1 " + csv + " --as-of soon", wrong, "--as-of"},
		{"ask spans " + csv, clean, "has 2 managers and 2 seats with nobody below, in 3 layers"},
		{"ask spans --count fte --format table " + csv, clean, "HISTOGRAM"},
		{"ask spans --count heads " + csv, wrong, "want posts, people or fte"},
		{"ask spans --format svg " + csv, clean, "<title id=\"oc-title\">Spans and layers of"},
		{"ask spans --format svg --theme pink " + csv, wrong, "want auto, light or dark"},
		{"ask spans --format json -o spans.svg " + csv, wrong, "leave --format out"},
		{"ask spans -o spans.png " + csv, wrong, "want a name that ends in .svg"},
		{"ask tops --format svg " + csv, wrong, "'orgchart ask tops' has no picture"},
		{"ask structure " + csv, clean, "has no live project"},
		{"ask structure --run-by sponsor", clean, "too little evidence"},
		{"ask placement " + csv, clean, "has no PMO"},
		{"ask chokepoints " + csv, clean, `Most hang on E2 "Bo": every way up of 2 of 4 (50%) seats passes there`},
		{"ask hotspots --in nowhere " + csv, wrong, "--in: no record"},
		{"ask hotspots " + csv, clean, "There are no findings in the organisation"},
		{"ask bottlenecks " + csv, wrong, "did you mean chokepoints?"},
		{"--version", clean, "orgchart version "},
		{"completion bash", clean, "orgchart"},
		{"__complete ask m", clean, "manager\t"},
	} {
		code, out, errOut := orgchart(t, "", strings.Fields(c.args)...)
		if code != c.code || !strings.Contains(out+errOut, c.says) {
			t.Errorf("orgchart %s: exit %d, want %d and %q\n%s%s", c.args, code, c.code, c.says, shortened(out), errOut)
		}
		if code == wrong && out != "" {
			t.Errorf("orgchart %s: an error wrote to standard output: %s", c.args, shortened(out))
		}
		if strings.ContainsAny(out+errOut, "\x1b\x07\u202e") {
			t.Errorf("orgchart %s: terminal escapes come through: %q", c.args, out+errOut)
		}
	}
}

// TestAskDraws: a picture of spans is written whole, in the colours asked for, and over no input.
func TestAskDraws(t *testing.T) {
	csv := file(t, "team.csv", "id,name,manager\nE1,Ada,\nE2,Bo,E1\n")
	out := filepath.Join(filepath.Dir(csv), "spans.svg")
	if code, _, errOut := orgchart(t, "", "ask", "spans", csv, "-o", out, "--theme", "dark", "--quiet"); code != clean || errOut != "" {
		t.Fatalf("exit %d: %s", code, errOut)
	}
	b, err := os.ReadFile(out)
	if err != nil || !bytes.Contains(b, []byte("fill:#12171e")) || bytes.Contains(b, []byte("prefers-color-scheme")) {
		t.Errorf("%v: %s", err, shortened(string(b)))
	}
	odd := file(t, "odd.svg", "id,name,manager\nE1,Ada,\n")
	if code, _, errOut := orgchart(t, "", "ask", "spans", odd, "--from", "table", "-o", odd); code != wrong || !strings.Contains(errOut, "would overwrite") {
		t.Errorf("exit %d: %s", code, errOut)
	}
}

// TestAskListsSoMany: long lists are cut and say so; --all lists all.
func TestAskListsSoMany(t *testing.T) {
	var b strings.Builder
	b.WriteString("id,name,manager\n0,Top,\n")
	for i := range 200 {
		fmt.Fprintf(&b, "%d,,%d\n", i+1, i)
	}
	csv := file(t, "chain.csv", b.String())
	if _, out, errOut := orgchart(t, "", "ask", "chain", "200", csv); !strings.Contains(out, "... 200 in all, 150 more") || !strings.Contains(errOut, "--all lists all") {
		t.Errorf("%s%s", out, errOut)
	}
	if _, out, errOut := orgchart(t, "", "ask", "chain", "200", csv, "--all"); strings.Contains(out, "in all") || strings.Count(out, "\n") < 200 || strings.Contains(errOut, "--all") {
		t.Errorf("%s%s", out, errOut)
	}
	var a ask.Answer
	_, out, _ := orgchart(t, "", "ask", "chain", "200", csv, "--format", "json")
	if err := json.Unmarshal([]byte(out), &a); err != nil || len(a.Items) != 200 || a.Items[0].Via.Source.Line != 202 {
		t.Errorf("%v: %d items", err, len(a.Items))
	}
}

func TestVersion(t *testing.T) {
	for want, info := range map[string]debug.BuildInfo{
		"v1.2.3, go1.30":      {GoVersion: "go1.30", Main: debug.Module{Version: "v1.2.3"}},
		"development, go1.30": {GoVersion: "go1.30", Main: debug.Module{Version: "(devel)"}},
		"development, commit 0123456789ab of 2026-04-01 with changes, go1.30": {GoVersion: "go1.30", Settings: []debug.BuildSetting{
			{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.time", Value: "2026-04-01T10:00:00Z"}, {Key: "vcs.modified", Value: "true"}}},
	} {
		if got := versionOf(&info); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
