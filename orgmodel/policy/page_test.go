package policy_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/schematest"
	"example.com/orgchart/orgmodel/policy"
)

// The examples of the page are read, with nothing odd about it, and the page names every key, pack and
// profile.
func TestPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "policy.md"))
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(page), "```yaml\n")[1:]
	if len(blocks) != 3 {
		t.Fatalf("the page has %d examples", len(blocks))
	}
	for _, b := range blocks {
		example, _, _ := strings.Cut(b, "```")
		p, err := policy.Load("page.yaml", strings.NewReader(example))
		if err != nil {
			t.Fatal(err)
		}
		if fs := p.Lint(orgmodel.NewDate(2026, 6, 1)); len(fs) > 0 {
			t.Errorf("%v", fs)
		}
	}
	s := schematest.New(t, policy.Schema())
	words := policy.Profiles()
	for key := range s.Root["properties"].(map[string]any) {
		words = append(words, key)
	}
	for key := range s.Defs["waiver"].(map[string]any)["properties"].(map[string]any) {
		words = append(words, key)
	}
	for _, pack := range policy.Packs() {
		words = append(words, pack.Name)
	}
	for _, w := range append(words, "check", "id", "severity", "because", policy.WaiverExpired, policy.StaleWaiver, policy.WaiverWithoutReason, policy.UnknownRule, policy.StaleBaseline, orgmodel.Uncovered) {
		if !strings.Contains(string(page), "`"+w+"`") && !strings.Contains(string(page), " "+w+" ") && !strings.Contains(string(page), w+"`") && !strings.Contains(string(page), "`"+w) {
			t.Errorf("the page does not name %q", w)
		}
	}
}
