package native_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/native"
)

// Whatever a file says, each error about it is of a length that a person reads.
func TestErrorsAreShort(t *testing.T) {
	long := strings.Repeat("k", 100_000)
	for _, text := range []string{
		"posts:\n  a: KEY: x\n", "posts:\n  a: x: KEY\n", "posts:\n  a: KEY\n  KEY:b\n", "posts:\n  KEY:b\n", "posts:\n  a: b\n  KEY\n",
		"posts:\n  a: {KEY: x}\n", "posts:\n  a: {KEY}\n", "posts:\n  a: [KEY]\n", "posts:\n  a: !KEY x\n", "posts:\n  a: *KEY\n", "KEY: x\n",
		"posts:\n  a: {since: KEY}\n", "posts:\n  a: {grade: x, attrs: {grade: KEY}}\n", "posts:\n  a: {reports-to: KEY b}\n",
		"lines:\n  - KEY\n", "lines:\n  - KEY KEY\n", "lines:\n  - KEY reprots-to KEY\n", "lines:\n  - KEY b KEY\n", "lines:\n  - a reports to KEY\n",
		"lines:\n  - KEY KEY holds b\n", "lines:\n  - holds KEY KEY\n", "lines:\n  - a holds KEY KEY\n", "lines:\n  - a holds b in\n",
		"lines:\n  - a holds \"KEY\n", "lines:\n  - {KEY: x}\n", "include: KEY\n", "include: ../KEY\n", "nodes: KEY\n", "%KEY\n", "%YAML KEY\n",
	} {
		if text[0] != '%' {
			text = "format: 1\n" + text
		}
		_, _, err := native.Read("x.yaml", strings.NewReader(strings.ReplaceAll(text, "KEY", long)))
		if err == nil {
			continue // what is long need not be wrong
		}
		for _, line := range strings.Split(err.Error(), "\n") {
			if len(line) > 1000 {
				t.Errorf("%s\ngives %d bytes: %.300s", text, len(line), line)
			}
		}
	}
}

// The way back to the line above costs what the lines are, not their square: with 300,000 lines
// this test would not end.
func TestBlankLinesBeforeMistake(t *testing.T) {
	text := "format: 1\nposts:\n  a: x\n" + strings.Repeat("\n", 300_000) + "     b: y\n"
	_, _, err := native.Read("x.yaml", strings.NewReader(text))
	if err == nil || !strings.HasPrefix(err.Error(), "x.yaml:300004:7: this line is indented more") {
		t.Error(err)
	}
}

func TestYAML12(t *testing.T) {
	for _, text := range []string{"%YAML 1.2\n---\nformat: 1\nposts: {a: A}\n", "# x\n%YAML\t1.2 # y\n---\nformat: 1\nposts: {a: A}\n", "%YAML 1.1\r\n---\r\nformat: 1\r\nposts: {a: A}"} {
		o, _, err := native.Read("x.yaml", strings.NewReader(text))
		if err != nil || o.Len() != 1 {
			t.Errorf("%q: %v", text, err)
		}
		if _, err := native.Canon("x.yaml", []byte(text)); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestJSONMistakes(t *testing.T) {
	for text, want := range map[string]string{
		`{"format":1},,:`:   "x.json:1:13: there is more after the end",
		"{\"format\":1}\n]": "x.json:2:1: there is more after the end",
		"{\"format\":1,\r\"posts\":{\r\n\"a\":{\"grad\":1}}}":    `x.json:3:6: "grad" is no key`,
		`{"format":1,"lines":["a holds b since x"]}`:             "x.json:1:39: since: ",
		`{"format":1,"lines":["a\u0020holds b since x"]}`:        "x.json:1:22: since: ",
		`{"format":1,"posts":{"a":{"reports-to":["x", "y z"]}}}`: "x.json:1:49: in",
	} {
		_, _, err := native.Read("x.json", strings.NewReader(text))
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s\ngives %v, want %s", text, err, want)
		}
	}
}

// A link to its own folder gives every file names without end: a file is read once for all that.
func TestIncludeThroughLinks(t *testing.T) {
	dir := t.TempDir()
	for i, name := range []string{"a", "b", "c"} {
		text := fmt.Sprintf("format: 1\nposts: {p%d: P}\n", i)
		if i < 2 {
			text += fmt.Sprintf("include: [u/%c.yaml, v/%c.yaml, u/v/u/%c.yaml]\n", 'b'+i, 'b'+i, 'b'+i)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".yaml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"u", "v"} {
		if err := os.Symlink(".", filepath.Join(dir, name)); err != nil {
			t.Skip("no symbolic links here: ", err)
		}
	}
	o, _, err := load(os.DirFS(dir), source.Limits{}, "", "a.yaml")
	if err != nil || o.Len() != 3 {
		t.Fatalf("%v, %d records", err, o.Len())
	}
	loop := "format: 1\ninclude: [u/a.yaml, v/a.yaml]\n"
	if err := os.WriteFile(filepath.Join(dir, "a.yaml"), []byte(loop), 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, err = load(os.DirFS(dir), source.Limits{}, "", "a.yaml")
	if err == nil || !strings.HasPrefix(err.Error(), "a.yaml:2:11: the includes go round in a loop: a.yaml includes u/a.yaml (which is a.yaml)") || strings.Count(err.Error(), "\n") != 1 {
		t.Error(err)
	}
}
