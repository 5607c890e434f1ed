package native_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/source/native"
)

// The examples of the format's page are read, and it names every key of the schema's.
func TestPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "..", "docs", "native.md"))
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(page), "```yaml\n")
	if len(blocks) < 2 {
		t.Fatal("the page has no example")
	}
	for _, b := range blocks[1:] {
		text, _, _ := strings.Cut(b, "```")
		if o := read(t, "page.yaml", text); o.Len() == 0 {
			t.Errorf("nothing in\n%s", text)
		}
	}
	c, root := newValidator(t)
	var keys []string
	for k := range root["properties"].(map[string]any) {
		keys = append(keys, k)
	}
	for k := range c.Defs["plainNode"].(map[string]any)["properties"].(map[string]any) {
		keys = append(keys, k)
	}
	words := strings.FieldsFunc(string(page), func(r rune) bool { return r == ' ' || r == '`' || r == '\n' || r == ',' })
	for _, k := range keys {
		if !slices.Contains(words, k) {
			t.Errorf("the page does not name the key %q", k)
		}
		if _, _, err := native.Read("x.yaml", strings.NewReader("format: 1\nposts: {a: {"+k+"s: x}}\n")); err == nil {
			t.Errorf("%ss is a key", k)
		}
	}
}

// inContext is a mistake of the page in a file.
func inContext(mistake string) string {
	if strings.HasPrefix(mistake, "- ") {
		return "format: 1\nposts:\n  it-1: Head of IT\nlines:\n  " + mistake + "\n"
	}
	return "format: 1\nposts:\n  it-1: Head of IT\n  " + mistake + "\n"
}

// TestPageMistakes: what the page says of mistakes is what the reader says.
func TestPageMistakes(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "..", "docs", "native.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "| written | told |\n| --- | --- |\n")
	table, _, _ = strings.Cut(table, "\n\n")
	rows := strings.Split(table, "\n")
	if len(rows) != 10 {
		t.Errorf("%d mistakes", len(rows))
	}
	for _, row := range rows {
		cells := strings.Split(strings.Trim(row, "|` "), "` | `")
		if len(cells) != 2 {
			t.Fatalf("no row: %s", row)
		}
		if _, _, err := native.Read("org.yaml", strings.NewReader(inContext(cells[0]))); err == nil || !strings.HasSuffix(err.Error(), ": "+cells[1]) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s\ngives\n%v\nand the page says\n%s", cells[0], err, cells[1])
		}
	}
}
