package main

import (
	"encoding/json"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	checks "example.com/orgchart/orgmodel/engine"
)

// Exit codes of check, for a file whose worst finding is of each severity, by --fail-on, in every format.
func TestFailOn(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	org := write("org.yaml", "format: 1\nposts: {a: {top: true}, b: {reports-to: a}}\n")
	policies := map[string]string{"none": write("none.yaml", "policy: orgpolicy/v1\n")}
	for _, s := range []string{"info", "warning", "error"} {
		policies[s] = write(s+".yaml", "policy: orgpolicy/v1\nrules: [{id: odd, when: 'id == \"b\"', message: it is there, severity: "+s+"}]\n")
	}
	waived := write("waived.yaml", "policy: orgpolicy/v1\nrules: [{id: odd, when: 'id == \"b\"', message: it is there}]\nwaivers: [{rule: odd, subject: b, reason: x, owner: a, expires: 2026-06-30}]\n")
	rank := map[string]int{"none": 0, "info": 1, "warning": 2, "error": 3, "never": 4}
	for worst, policy := range policies {
		for _, least := range []string{"", "info", "warning", "error", "never"} {
			args := []string{"check", org, "--policy", policy}
			want, from := clean, least
			if least != "" {
				args = append(args, "--fail-on", least)
			} else {
				from = "error"
			}
			if rank[worst] > 0 && rank[worst] >= rank[from] {
				want = found
			}
			for _, format := range formatNames {
				if code, out, errOut := orgchart(t, "", append(args, "--format", format)...); code != want {
					t.Errorf("worst %s, --fail-on %q, %s: exit %d, want %d\n%s%s", worst, least, format, code, want, out, errOut)
				}
			}
		}
	}
	for _, c := range []struct {
		args string
		code int
		says string
	}{
		// What is let stand does not count, until its day; then it and its waiver do.
		{"--policy " + waived + " --as-of 2026-06-30 --fail-on info", clean, "(with 1 finding waived)"},
		{"--policy " + waived + " --as-of 2026-07-01", found, "waiver-expired"},
		{"--policy " + waived + " --as-of 2026-07-01 --fail-on never", clean, "waiver-expired"},
		{"--policy " + policies["error"] + " --write-baseline " + filepath.Join(dir, "known.txt"), clean, "1 known finding written"},
		{"--policy " + policies["error"] + " --baseline " + filepath.Join(dir, "known.txt"), clean, "(with 1 finding known)"},
		{"--policy " + policies["none"] + " --baseline " + filepath.Join(dir, "known.txt"), found, "unknown-rule"},
		{"--baseline " + filepath.Join(dir, "known.txt"), found, "unknown-rule"},
		// Coverage is information, and fails where it is asked to.
		{"--coverage", clean, "rules chose nobody, as rules do that go by everybody alike.\nRules are about 0 of 2 seats, 0 of 1 reports-to lines.\n  seats without a rule: a, b."},
		{"--coverage --format json", clean, `"coverage": {`},
		{"--min-coverage 50%", clean, "No rule is about 2 of 2 seats, such as a and b: 0% are covered, and 50% are asked for."},
		{"--min-coverage 0.5 --fail-on info", found, "uncovered (2): Rules are about as much"},
		{"--policy " + policies["error"] + " --min-coverage 100% --fail-on never", clean, "No rule is about 1 of 1 lines"},
		// Misuse is an error, whatever is found and whatever counts.
		{"--min-coverage 101%", wrong, "want a share above 0"},
		{"--min-coverage NaN", wrong, "want a share above 0"},
		{"--min-coverage some", wrong, "want a share above 0"},
		{"--update-baseline", wrong, "name the file by --baseline"},
		{"--update-baseline --write-baseline x", wrong, "give one"},
		{"--fail-on", wrong, "flag needs an argument"},
		{"--fail-on errors", wrong, "want error, warning, info or never"},
		{"--format yaml --fail-on never", wrong, "--format"},
		{"--fail-on never --as-of yesterday --format json", wrong, "--as-of"},
		{"--fail-on never nowhere.yaml", wrong, "there is no such file"},
		{"--fail-on never --policy nowhere.yaml", wrong, "there is no such file"},
		{"--fail-on never --max-bytes 3", wrong, "--max-bytes"},
	} {
		code, out, errOut := orgchart(t, "", append([]string{"check", org}, strings.Fields(c.args)...)...)
		if code != c.code || !strings.Contains(out+errOut, c.says) {
			t.Errorf("check %s: exit %d, want %d and %q\n%s%s", c.args, code, c.code, c.says, shortened(out), errOut)
		}
		if code == wrong && out != "" {
			t.Errorf("check %s: misuse wrote to standard output: %s", c.args, shortened(out))
		}
	}
}

// What cannot be read reaches machines at its place, and people on standard error; it exits with 2.
func TestUnreadInFormats(t *testing.T) {
	good := file(t, "good.yaml", "format: 1\nposts: {a: {top: true}}\n")
	bad := file(t, "bad.yaml", "format: 1\nposts:\n  a: {boss: b}\n  b: {gade: G6}\n")
	policy := file(t, "policy.yaml", "policy: orgpolicy/v1\npack: core\n")
	known := file(t, "known.txt", "what\n")
	for _, c := range []struct{ name, args, at, says string }{
		{"a misspelt key", bad, bad, "is no key of a node"},
		{"a policy", good + " --policy " + policy, policy, "is no key of a policy"},
		{"a baseline", good + " --baseline " + known, known, "is no known finding"},
		{"no file", good + " nowhere.yaml", "nowhere.yaml", "there is no such file"},
		{"a limit", good + " --max-bytes 5", good, "--max-bytes"},
		{"a folder", filepath.Dir(good), "", "is a folder"},
	} {
		for _, format := range formatNames {
			code, out, errOut := orgchart(t, "", append([]string{"check", "--fail-on", "never", "--format", format}, strings.Fields(c.args)...)...)
			if code != wrong || !strings.Contains(errOut, c.says) {
				t.Errorf("%s, %s: exit %d\n%s", c.name, format, code, errOut)
			}
			if format == "text" {
				if out != "" {
					t.Errorf("%s: text for people goes to standard output: %s", c.name, out)
				}
				continue
			}
			if !strings.Contains(out, "unreadable") || !strings.Contains(out, c.says) && !strings.Contains(out, strings.ReplaceAll(c.says, ":", "%3A")) {
				t.Errorf("%s, %s:\n%s", c.name, format, out)
			}
			if strings.Contains(out, "report-cycle") {
				t.Errorf("%s, %s: a rule seems to have run:\n%s", c.name, format, out)
			}
			if base := filepath.Base(c.at); c.at != "" && !strings.Contains(out, base) {
				t.Errorf("%s, %s: the file %s is not named:\n%s", c.name, format, base, out)
			}
			wellFormed(t, format, out)
		}
	}
	_, out, _ := orgchart(t, "", "check", bad, "--format", "github")
	if !strings.Contains(out, "::error file="+strings.ReplaceAll(bad, ":", "%3A")+",line=3,col=7,title=unreadable::") || !strings.Contains(out, "line=4,col=7,") {
		t.Error(out)
	}
	_, out, _ = orgchart(t, "", "check", bad, "--format", "sarif")
	if !strings.Contains(out, `"executionSuccessful": false`) || strings.Count(out, `"ruleId":"unreadable"`) != 2 || !strings.Contains(out, `"startLine":3,"startColumn":7`) {
		t.Error(out)
	}
}

func wellFormed(t *testing.T, format, out string) {
	t.Helper()
	var doc any
	var err error
	switch format {
	case "json", "sarif":
		err = json.Unmarshal([]byte(out), &doc)
	case "jsonl":
		for line := range strings.Lines(out) {
			if e := json.Unmarshal([]byte(line), &doc); e != nil {
				err = e
			}
		}
	case "junit":
		var suites struct {
			XMLName xml.Name `xml:"testsuites"`
			Errors  int      `xml:"errors,attr"`
		}
		if err = xml.Unmarshal([]byte(out), &suites); suites.Errors != 1 {
			t.Errorf("%d errors\n%s", suites.Errors, out)
		}
	}
	if err != nil {
		t.Errorf("%s: %v\n%s", format, err, out)
	}
}

// The engine's checks are listed, explained and completed as rules are.
func TestEngineInTheCommand(t *testing.T) {
	_, list, _ := orgchart(t, "", "rules")
	_, ours, ok := strings.Cut(list, "\nTold by no rule but by what runs them")
	if !ok {
		t.Fatal(list)
	}
	for _, c := range checks.Checks() {
		sentence, _, _ := strings.Cut(c.Doc, "\n")
		if !strings.Contains(ours, c.Name+" ") || !strings.Contains(ours, sentence) {
			t.Errorf("rules does not list %s", c.Name)
		}
		for _, cmd := range []string{"explain", "rules"} {
			code, out, _ := orgchart(t, "", cmd, c.Name)
			if code != clean || !strings.HasPrefix(out, c.Name+" ("+c.Severity.String()+")\n\n"+sentence) || !strings.Contains(out, "\nFix: ") {
				t.Errorf("%s %s: exit %d\n%s", cmd, c.Name, code, out)
			}
		}
	}
	if code, _, errOut := orgchart(t, "", "explain", "waiver-expried"); code != wrong || !strings.Contains(errOut, "did you mean waiver-expired?") {
		t.Errorf("exit %d: %s", code, errOut)
	}
	if _, out, _ := orgchart(t, "", "__complete", "explain", "stale-"); !strings.Contains(out, "stale-waiver\tA waiver lets") {
		t.Error(out)
	}
}
