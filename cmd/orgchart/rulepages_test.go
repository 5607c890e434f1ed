package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/policy"
	"example.com/orgchart/orgmodel/rules"
)

// fence is a block of code of a page.
type fence struct{ info, text string }

var fences = regexp.MustCompile("(?ms)^```([^\n]*)\n(.*?)^```$")

// block is the one block after a line that begins with head.
func block(t *testing.T, page, head string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", page))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(text), "\n"+head)
	m := fences.FindStringSubmatch(rest)
	if !ok || m == nil {
		t.Fatalf("%s has no block after %q", page, head)
	}
	return m[2]
}

// What the page of a rule says that the command finds, it finds: a reader who puts the files of the page
// into a folder gets what stands there, and nothing for the file after.
func TestRulePagesHold(t *testing.T) {
	command := regexp.MustCompile("(?m)^`orgchart (check before.yaml [^`]*)` finds:$")
	for _, r := range append(rules.All(), rules.Made()...) {
		page := filepath.Join("rules", r.Name+".md")
		text, err := os.ReadFile(filepath.Join("..", "..", "docs", page))
		if err != nil {
			t.Errorf("%s has no page: ORGTEST_UPDATE=1 go test ./internal/rulepage", r.Name)
			continue
		}
		said := command.FindStringSubmatch(string(text))
		if said == nil {
			t.Errorf("%s shows no command", page)
			continue
		}
		t.Run(r.Name, func(t *testing.T) {
			t.Chdir(laidOut(t, page, "`before.yaml`", "`after.yaml`", "`policy.yaml`"))
			code, out, errOut := orgchart(t, "", strings.Fields(said[1])...)
			if code == wrong || !strings.HasPrefix(out, strings.TrimSuffix(findings(string(text)), "\n")) {
				t.Errorf("exit %d, and the command says\n%s%s", code, out, errOut)
			}
			if more := strings.Count(out, "\n    fix: ") - strings.Count(findings(string(text)), "\n    fix: "); more != 0 {
				t.Errorf("the command finds %d more than the page:\n%s", more, out)
			}
			after := strings.Fields(strings.Replace(said[1], "before.yaml", "after.yaml", 1) + " --fail-on info")
			if code, out, errOut := orgchart(t, "", after...); code != clean {
				t.Errorf("after: exit %d\n%s%s", code, out, errOut)
			}
		})
	}
}

// findings is the block of a rule's page that shows them.
func findings(page string) string {
	_, rest, _ := strings.Cut(page, "` finds:\n")
	return fences.FindStringSubmatch(rest)[2]
}

// laidOut is a folder with the files that a page shows under these heads, named by what stands in their
// backquotes.
func laidOut(t *testing.T, page string, heads ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, head := range heads {
		name := strings.Split(head, "`")[1]
		if err := os.WriteFile(filepath.Join(dir, name), []byte(block(t, page, head)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// The page about findings that are about the check shows what the command finds, and has a heading for each.
func TestEnginePage(t *testing.T) {
	const page = "rules/engine.md"
	path, err := filepath.Abs(filepath.Join("..", "..", "docs", page))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	said := regexp.MustCompile("(?m)^`orgchart (check org.yaml [^`]*)` finds:$").FindSubmatch(text)
	if said == nil {
		t.Fatal("the page shows no command")
	}
	t.Chdir(laidOut(t, page, "`org.yaml`", "`policy.yaml`"))
	_, out, _ := orgchart(t, "", strings.Fields(string(said[1]))...)
	want := findings(string(text))
	if os.Getenv(orgtest.UpdateVariable) == "1" {
		now := strings.Replace(string(text), "```text\n"+want+"```", "```text\n"+out+"```", 1)
		if err := os.WriteFile(path, []byte(now), 0o666); err != nil {
			t.Fatal(err)
		}
		want = out
	}
	if out != want {
		t.Errorf("docs/%s shows other than what is found: ORGTEST_UPDATE=1 go test ./cmd/orgchart -run TestEnginePage\n%s", page, out)
	}
	for _, name := range []string{orgmodel.MatchesNothing, policy.WaiverExpired, policy.StaleWaiver, policy.WaiverWithoutReason, policy.UnknownRule} {
		if !strings.Contains(want, " "+name) || !strings.Contains(string(text), "\n## "+name+"\n") {
			t.Errorf("docs/%s does not show and tell of %s", page, name)
		}
	}
}
