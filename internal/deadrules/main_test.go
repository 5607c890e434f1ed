package main

import (
	"os"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/rules"
)

const dir = "../../orgmodel/rules"

// No rule of the catalogue escapes, and each is found by the brace that opens its check.
func TestChecks(t *testing.T) {
	found, err := checks(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for _, c := range found {
		got = append(got, c.rule)
		text, err := os.ReadFile(c.file)
		if err != nil {
			t.Fatal(err)
		}
		start := strings.LastIndexByte(string(text[:c.body]), '\n') + 1
		if line := string(text[start:c.body]); !strings.HasPrefix(line, "func ") || !strings.HasSuffix(line, "(p *orgmodel.Pass) {") {
			t.Errorf("%s: its check begins with %q", c.rule, line)
		}
	}
	for _, r := range append(rules.All(), rules.Made()...) {
		want = append(want, r.Name)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

func TestFailures(t *testing.T) {
	said := "--- FAIL: TestRules (0.5s)\n    --- FAIL: TestRules/a (0s)\n    --- FAIL: TestRules/b (0s)\n--- FAIL: TestMutations (1s)\nFAIL\n"
	if got, want := failures(said), []string{"TestRules/a", "TestRules/b", "TestMutations"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := failures("ok\nPASS\n"); len(got) > 0 {
		t.Errorf("%q of tests that pass", got)
	}
}
