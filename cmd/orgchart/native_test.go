package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const small = "format: 1\nposts:\n  a: {name: A, top: true}\n  b: {name: B, reports-to: a}\n"

// A native file is checked and drawn as any other, by its name, by its content, or by --from.
func TestNativeFiles(t *testing.T) {
	good := file(t, "org.yaml", small)
	plain := file(t, "org", small)
	bad := file(t, "bad.yml", "format: 1\nposts:\n  a: {boss: b}\n  b: {gade: G6}\nlines: [a reprots-to b]\n")
	js := file(t, "org.json", `{"format": 1, "posts": {"a": {"reports-to": "b"}, "b": {"reports-to": "a"}}}`)
	for _, c := range []struct {
		args string
		code int
		says string
	}{
		{"check " + good, clean, "Nothing found"},
		{"check " + plain, clean, "Nothing found"},
		{"check " + plain + " --from native", clean, "Nothing found"},
		{"check " + js, found, "org.json:1:45:"},
		{"draw " + good + " --format dot", clean, "digraph"},
		{"check " + good + " --from table", wrong, "org.yaml"},
		{"check " + bad, wrong, "bad.yml:3:7: \"boss\" is no key of a node. Did you mean reports-to?"},
		{"check " + bad, wrong, "\norgchart: " + bad + ":4:7: \"gade\" is no key"},
		{"check " + bad, wrong, "\norgchart: " + bad + ":5:11: \"reprots-to\" is no relation"},
		{"check " + good + " --max-depth 1", wrong, "(option --max-depth)"},
		{"check " + file(t, "x.yaml", "format: 1\nnodes: [&a {id: x}, *a]\n") + " --max-alias 1", wrong, "(option --max-alias)"},
		{"check " + file(t, "x.yaml", "format: 1\nposts: {a: "+strings.Repeat("x", 100)+"}\n") + " --max-cell 50", wrong, "(option --max-cell)"},
		{"check " + good + " --max-rows 2", wrong, "more than 2 nodes and lines"},
		{"schema", clean, `"title": "An organisation in the native format of orgchart`},
		{"schema x", wrong, "unknown command"},
		{"--help", clean, "Without a file, check, draw, ask and convert take"},
		{"check --help", clean, "native, table or organogram"},
	} {
		code, out, errOut := orgchart(t, "", strings.Fields(c.args)...)
		if code != c.code || !strings.Contains(out+errOut, c.says) {
			t.Errorf("orgchart %s: exit %d\n%s%s\nwant %d and %q", c.args, code, out, errOut, c.code, c.says)
		}
	}
	if code, out, errOut := orgchart(t, small, "check", "-"); code != clean {
		t.Errorf("%s%s", out, errOut)
	}
	if code, _, errOut := orgchart(t, small+"include: x.yaml\n", "check", "-"); code != wrong || !strings.Contains(errOut, "stands in no folder") {
		t.Error(errOut)
	}
}

// What a file includes lies in its folder; nothing leads out.
func TestNativeIncludes(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("format: 1\n"+text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	all := write("org/all.yaml", "include: teams/it.yaml\nposts: {a: {top: true}}\n")
	write("org/teams/it.yaml", "posts: {b: {reports-to: c}}\n")
	write("secret.yaml", "posts: {s: S}\n")
	code, out, errOut := orgchart(t, "", "check", all)
	if want := filepath.Join(dir, "org", "teams", "it.yaml") + ":2:25:"; code != found || !strings.Contains(out, want) {
		t.Errorf("exit %d\n%s%s\nwant %s", code, out, errOut, want)
	}
	if err := os.Symlink("../secret.yaml", filepath.Join(dir, "org", "link.yaml")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	for name, says := range map[string]string{"link.yaml": "escapes", "teams": "it is no file", "../secret.yaml": "leads out of the folder"} {
		path := write("org/main.yaml", fmt.Sprintf("include: %s\n", name))
		if code, out, errOut := orgchart(t, "", "check", path); code != wrong || !strings.Contains(errOut, says) {
			t.Errorf("%s: exit %d\n%s%s", name, code, out, errOut)
		}
	}
	a, b := write("a/org.yaml", "posts: {x: {name: X, top: true}, y: {reports-to: x}}\n"), write("b/team.yaml", "posts: {x: {name: X, reports-to: y}}\n")
	if _, out, _ := orgchart(t, "", "check", a, b, "--prefix"); strings.Contains(out, "duplicate-id") || !strings.Contains(out, "team:x") {
		t.Error(out)
	}
	if _, out, _ := orgchart(t, "", "check", a, b); !strings.Contains(out, "duplicate-id") {
		t.Error(out)
	}
}
