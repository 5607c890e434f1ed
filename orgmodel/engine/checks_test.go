package engine_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/engine"
	"example.com/orgchart/orgmodel/rules"
)

// Each check has what a reader of a rule finds: a policy as a sentence, why, and how to put it
// right; and no name is that of a rule.
func TestChecksAreDocumented(t *testing.T) {
	taken := map[string]bool{}
	for _, r := range append(rules.All(), rules.Made()...) {
		taken[r.Name] = true
	}
	for _, c := range engine.Checks() {
		sentence, rest, _ := strings.Cut(c.Doc, "\n")
		if !regexp.MustCompile(`^[A-Z][^.\n]*\.$`).MatchString(sentence) || !strings.Contains(rest, "\nWhy: ") || !strings.Contains(rest, "\nFix: ") {
			t.Errorf("%s: %s", c.Name, c.Doc)
		}
		for _, line := range strings.Split(c.Doc, "\n") {
			if len(line) > 110 {
				t.Errorf("%s: a line of %d characters", c.Name, len(line))
			}
		}
		if c.Severity == 0 || c.Check != nil || taken[c.Name] || !regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`).MatchString(c.Name) {
			t.Errorf("%+v", c)
		}
		taken[c.Name] = true
		if again, ok := engine.Named(c.Name); !ok || again.Doc != c.Doc {
			t.Errorf("%s is not found by its name", c.Name)
		}
	}
	if _, ok := engine.Named("report-cycle"); ok {
		t.Error("a rule is a check of the engine")
	}
}

func ExampleChecks() {
	fmt.Println(engine.Checks()[0].Name)
	// Output: rule-matches-nothing
}

func ExampleNamed() {
	c, _ := engine.Named("stale-waiver")
	sentence, _, _ := strings.Cut(c.Doc, "\n")
	fmt.Printf("%s (%s): %s\n", c.Name, c.Severity, sentence)
	// Output: stale-waiver (warning): A waiver lets something stand.
}
