package rulepage_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/internal/rulepage"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/policy"
	"example.com/orgchart/orgmodel/rules"
)

var folder = filepath.Join("..", "..", "docs", "rules")

// The pages are those that the code makes, and there is none of a rule that there is not.
func TestPages(t *testing.T) {
	pages, err := rulepage.All()
	if err != nil {
		t.Fatal(err)
	}
	left := map[string]bool{}
	names, err := filepath.Glob(filepath.Join(folder, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		left[name] = true
	}
	delete(left, filepath.Join(folder, "engine.md")) // written by hand
	for _, p := range pages {
		name := filepath.Join(folder, p.Name+".md")
		delete(left, name)
		if os.Getenv(orgtest.UpdateVariable) == "1" {
			if err := os.WriteFile(name, p.Markdown, 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if text, err := os.ReadFile(name); err != nil || string(text) != string(p.Markdown) {
			t.Errorf("docs/rules/%s.md is not what the code says (%v): ORGTEST_UPDATE=1 go test ./internal/rulepage", p.Name, err)
		}
	}
	for name := range left {
		t.Errorf("%s is the page of no rule", name)
	}
}

// Before and after are looked at on one day: the page has one command for both.
func TestOneDay(t *testing.T) {
	for _, r := range append(rules.All(), rules.Made()...) {
		_, text, _ := strings.Cut(r.Doc, "\nBefore:")
		before, after, _ := strings.Cut(text, "\nAfter:")
		b, err := orgtest.Case{Text: before}.Parse()
		if err != nil {
			t.Fatal(err)
		}
		a, err := orgtest.Case{Text: after}.Parse()
		if err != nil {
			t.Fatal(err)
		}
		if a.AsOf != b.AsOf {
			t.Errorf("%s: the example before is of %v, that after of %v", r.Name, b.AsOf, a.AsOf)
		}
	}
}

// The parameters of a page are the same policy in a file and in Go: for all fixtures of the rule both find
// the same.
func TestParametersBothWays(t *testing.T) {
	pages, err := rulepage.All()
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile("(?s)\nIn a \\[policy file\\]\\(../policy.md\\):\n\n```yaml\n(.*?)```")
	told := 0
	for _, p := range pages {
		m := block.FindSubmatch(p.Markdown)
		if m == nil {
			continue // it has no parameters
		}
		told++
		held, err := policy.Load(p.Name+".md", bytes.NewReader(m[1]))
		if err != nil {
			t.Errorf("%s: %v", p.Name, err)
			continue
		}
		if odd := held.Lint(orgmodel.Date{}); len(odd) > 0 {
			t.Errorf("%s: %v", p.Name, odd)
		}
		i := slices.IndexFunc(held.Rules(), func(r orgmodel.Rule) bool { return r.Name == p.Name })
		if i < 0 {
			t.Errorf("%s: the policy of its page does not turn it on", p.Name)
			continue
		}
		for _, c := range orgtest.Cases(t, os.DirFS("../../orgmodel/rules/testdata"), p.Name+"*/*.org") {
			inFile, _ := orgmodel.Check(t.Context(), c.Org(), held.Rules()[i])
			inGo, _ := orgmodel.Check(t.Context(), c.Org(), p.Example)
			if fmt.Sprint(inFile) != fmt.Sprint(inGo) {
				t.Errorf("%s, %s: by the file\n%v\nand in Go\n%v", p.Name, c.Name, inFile, inGo)
			}
		}
	}
	if told < 60 {
		t.Errorf("%d pages show parameters: the expression no longer fits", told)
	}
}

// The page about the check itself ends with a section for each of its checks, as the code tells them.
func TestChecks(t *testing.T) {
	name := filepath.Join(folder, "engine.md")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, _, ok := strings.Cut(string(text), "\n## ")
	if !ok {
		t.Fatal("the page has no sections")
	}
	now := head + rulepage.Checks()
	if os.Getenv(orgtest.UpdateVariable) == "1" {
		err = os.WriteFile(name, []byte(now), 0o666)
	} else if now != string(text) {
		t.Error("docs/rules/engine.md is not what the code says: ORGTEST_UPDATE=1 go test ./internal/rulepage")
	}
	if err != nil {
		t.Fatal(err)
	}
}
