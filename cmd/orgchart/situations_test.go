package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const situationsPage = "../../docs/situations.md"

// TestSituations runs each command on the page of situations and holds the page to what it prints:
// in a yaml block the word behind yaml is the file that the block is, in a console block each
// line after a dollar is a command, and what follows is its standard output.
func TestSituations(t *testing.T) {
	text, err := os.ReadFile(situationsPage)
	if err != nil {
		t.Fatal(err)
	}
	page, err := filepath.Abs(situationsPage)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	commands := 0
	got := regexp.MustCompile("(?ms)^```(\\w+) ?([^\n]*)\n(.*?)^```$").ReplaceAllStringFunc(string(text), func(block string) string {
		lines := strings.Split(strings.TrimSuffix(block, "\n```"), "\n")
		lang, name, _ := strings.Cut(strings.TrimPrefix(lines[0], "```"), " ")
		switch {
		case lang == "yaml" && name != "":
			if err := os.WriteFile(name, []byte(strings.Join(lines[1:], "\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			return block
		case lang != "console":
			t.Errorf("a block of %q, which is no file and no command", lines[0])
			return block
		}
		out := []string{lines[0]}
		for _, line := range lines[1:] {
			command, is := strings.CutPrefix(line, "$ orgchart ")
			if !is {
				continue
			}
			commands++
			if len(out) > 1 {
				out = append(out, "")
			}
			out = append(out, line, situation(t, command))
		}
		return strings.Join(append(out, "```"), "\n")
	})
	if commands < 30 {
		t.Errorf("%d commands were found: the expression no longer fits the page", commands)
	}
	if os.Getenv("ORGCHART_UPDATE") != "" {
		if err := os.WriteFile(page, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if got != string(text) {
		t.Errorf("docs/situations.md is not what the commands print: run ORGCHART_UPDATE=1 go test ./cmd/orgchart -run Situations, and read the difference")
	}
	for _, section := range strings.Split(got, "\n## ")[1:] {
		if title, rest, _ := strings.Cut(section, "\n"); !strings.Contains(rest, "$ orgchart ") {
			t.Errorf("the situation %q has no command", title)
		}
	}
}

// situation is what a command prints; it is answered or finds something, and is used rightly.
func situation(t *testing.T, command string) string {
	t.Helper()
	code, out, errOut := orgchart(t, "", words(command)...)
	if code != clean && code != found || out == "" {
		t.Errorf("orgchart %s: exit %d: %s", command, code, errOut)
	}
	return strings.TrimSuffix(out, "\n")
}
