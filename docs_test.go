package orgchart_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	blocks = regexp.MustCompile("(?ms)^```.*?^```$")
	links  = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	titles = regexp.MustCompile(`(?m)^#+ (.*)$`)
)

// anchors are the names that GitHub gives the headings of a page.
func anchors(page string) map[string]bool {
	all := map[string]bool{}
	for _, m := range titles.FindAllStringSubmatch(blocks.ReplaceAllString(page, ""), -1) {
		name := regexp.MustCompile(`[^\p{L}\p{N} _-]`).ReplaceAllString(strings.ToLower(m[1]), "")
		all[strings.ReplaceAll(name, " ", "-")] = true
	}
	return all
}

// Every link of every page leads to a file or folder of the repository, and to a heading that it has.
func TestLinks(t *testing.T) {
	met := 0
	for _, root := range []string{"README.md", "docs", "examples"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".md" {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for _, m := range links.FindAllStringSubmatch(blocks.ReplaceAllString(string(text), ""), -1) {
				if strings.Contains(m[1], "://") {
					continue
				}
				met++
				file, heading, _ := strings.Cut(m[1], "#")
				to := filepath.Join(filepath.Dir(path), file)
				if file == "" {
					to = path
				}
				if _, err := os.Stat(to); err != nil {
					t.Errorf("%s links to %s: %v", path, m[1], err)
					continue
				}
				if page, err := os.ReadFile(to); heading != "" && (err != nil || !anchors(string(page))[heading]) {
					t.Errorf("%s links to %s, which has no such heading", path, m[1])
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if met < 300 {
		t.Errorf("%d links: the expression no longer fits", met)
	}
}
