package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/orgtest"
)

// A walk follows a page in a folder of its own: it writes the files that the page shows, changes them
// as its diffs say, and runs its commands.
type walk struct {
	t    *testing.T
	code int // of the last command
	ran  int
}

// step is what a block of the page does; it gives the block as it should stand.
func (w *walk) step(lead string, f fence) string {
	name := ""
	if m := regexp.MustCompile("`([a-z_.]+)`[^`]*:$").FindStringSubmatch(lead); m != nil {
		name = m[1]
	}
	switch {
	case f.info == "console":
		return w.console(f.text)
	case name == "":
		w.t.Fatalf("the line before this block names no file: %q\n%s", lead, f.text)
	case f.info == "diff":
		w.patch(name, f.text)
	default:
		w.write(name, f.text)
	}
	return f.text
}

func (w *walk) write(name, text string) {
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// patch changes a file: what stands before a change must stand in the file once. A line of @@ begins
// another change.
func (w *walk) patch(name, diff string) {
	text, err := os.ReadFile(name)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, hunk := range strings.Split(diff, "@@\n") {
		var before, after strings.Builder
		for _, l := range strings.SplitAfter(hunk, "\n") {
			switch {
			case l == "":
			case l[0] == '-':
				before.WriteString(l[1:])
			case l[0] == '+':
				after.WriteString(l[1:])
			default:
				before.WriteString(l[1:])
				after.WriteString(l[1:])
			}
		}
		if n := strings.Count(string(text), before.String()); n != 1 {
			w.t.Fatalf("%s has this %d times:\n%s", name, n, before.String())
		}
		text = []byte(strings.Replace(string(text), before.String(), after.String(), 1))
	}
	w.write(name, string(text))
}

// console runs the commands of a block and gives it with what they say.
func (w *walk) console(text string) string {
	var b strings.Builder
	if testing.Short() && strings.HasPrefix(text, "$ go ") {
		return text
	}
	for _, l := range strings.Split(text, "\n") {
		command, ok := strings.CutPrefix(l, "$ ")
		if !ok {
			continue // what a command said when the page was written
		}
		b.WriteString(l + "\n")
		out := w.run(command)
		b.WriteString(out)
		if out != "" && !strings.HasSuffix(out, "\n") {
			b.WriteString("\n")
		}
	}
	return b.String()
}

// run is what a command says, on both of its streams.
func (w *walk) run(command string) string {
	w.ran++
	var out bytes.Buffer
	words := strings.Fields(command)
	lines := 0
	if i := len(words) - 4; i > 0 && words[i] == "|" && words[i+1] == "tail" && words[i+2] == "-n" {
		lines, _ = strconv.Atoi(words[i+3])
		words = words[:i]
		var errOut bytes.Buffer
		w.code = run(context.Background(), words[1:], nil, &out, &errOut)
		all := strings.SplitAfter(strings.TrimSuffix(out.String(), "\n"), "\n")
		return errOut.String() + strings.Join(all[max(0, len(all)-lines):], "") + "\n"
	}
	switch words[0] {
	case "orgchart":
		w.code = run(context.Background(), words[1:], nil, &out, &out)
	case "echo":
		return strconv.Itoa(w.code) + "\n"
	case "head":
		text, err := os.ReadFile(words[3])
		if err != nil {
			w.t.Fatal(err)
		}
		n, _ := strconv.Atoi(words[2])
		return strings.Join(strings.SplitAfter(string(text), "\n")[:n], "")
	case "go":
		return w.gotest(words[1:])
	default:
		w.t.Fatalf("the walk knows no command %s", words[0])
	}
	return out.String()
}

// gotest runs the tests of the walk's module, without the network.
func (w *walk) gotest(args []string) string {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off", orgtest.UpdateVariable+"=")
	out, err := cmd.CombinedOutput()
	w.code = 0
	if err != nil {
		w.code = 1
	}
	return regexp.MustCompile(`\t(\d+\.\d+s|\(cached\))`).ReplaceAllString(string(out), "\t0.05s")
}

// The guide is true: its files, changes and commands, followed in their order in an empty folder, give
// the output that the page shows. With -short the commands of Go, which build for half a minute, are taken
// at the page's word.
func TestGuide(t *testing.T) {
	path, err := filepath.Abs(filepath.Join("..", "..", "docs", "guide.md"))
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	root, _ := filepath.Abs(filepath.Join("..", ".."))
	dir := t.TempDir()
	if err := os.Symlink(root, filepath.Join(dir, "orgchart")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "fenwick"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Join(dir, "fenwick"))
	w := &walk{t: t}
	now, last := strings.Builder{}, 0
	for _, m := range fences.FindAllSubmatchIndex(page, -1) {
		before := strings.TrimRight(string(page[last:m[0]]), "\n")
		lead := before[strings.LastIndexByte(before, '\n')+1:]
		now.Write(page[last:m[0]])
		f := fence{string(page[m[2]:m[3]]), string(page[m[4]:m[5]])}
		fmt.Fprintf(&now, "```%s\n%s```", f.info, w.step(lead, f))
		last = m[1]
	}
	now.Write(page[last:])
	if w.ran < 10 {
		t.Errorf("%d commands were run: the expression no longer fits", w.ran)
	}
	switch {
	case now.String() == string(page):
	case os.Getenv(orgtest.UpdateVariable) == "1":
		if err := os.WriteFile(path, []byte(now.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("docs/guide.md shows other than what happens: ORGTEST_UPDATE=1 go test ./cmd/orgchart -run TestGuide, and read what has changed\n%s", now.String())
	}
}

// The table of the guide is there as a file, too.
func TestGuideTable(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "guide", "people.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if got := block(t, "guide.md", "`people.csv`"); got != string(text) {
		t.Errorf("docs/guide/people.csv is not what the guide shows:\n%s", got)
	}
}
