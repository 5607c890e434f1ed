package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const untidy = "posts:\n    it-1: {top: true,   name: 'Head of IT'} # since the merger\nformat: 1\n"
const ordered = "format: 1\nposts:\n  it-1: {name: Head of IT, top: true}  # since the merger\n"

func TestFmt(t *testing.T) {
	path := file(t, "org.yaml", untidy)
	other := file(t, "ordered.yaml", ordered)
	bad := file(t, "bad.yaml", "format: 1\nposts: {a: {nmae: A, rol: b}}\n")
	anchored := file(t, "anchored.yaml", "format: 1\nposts: {a: &x {name: A}}\n")
	for _, c := range []struct {
		in, args string
		code     int
		out, err string
	}{
		{"", "fmt " + path, clean, ordered, ""},
		{untidy, "fmt", clean, ordered, ""},
		{untidy, "fmt -", clean, ordered, ""},
		{`{"posts": {"a": null}, "format": 1}`, "fmt", clean, "{\n  \"format\": 1,\n  \"posts\": {\n    \"a\": null\n  }\n}\n", ""},
		{"", "fmt -l " + path + " " + other, found, path + "\n", ""},
		{"", "fmt -l " + other, clean, "", ""},
		{untidy, "fmt -l -", found, "standard input\n", ""},
		{untidy, "fmt -w -", wrong, "", "cannot be rewritten"},
		{"", "fmt " + path + " " + other, wrong, "", "one file at a time"},
		{"", "fmt " + bad, wrong, "", "bad.yaml:2:22: \"rol\" is no key of a node. Did you mean role?"},
		{"", "fmt " + anchored, wrong, "", "anchored.yaml:2:12: the anchor &x cannot be kept"},
		{"", "fmt people.csv", wrong, "", "orgchart convert people.csv -o org.yaml"},
		{"", "fmt " + file(t, "pic.csv", "\x89PNG\r\n\x1a\n"), wrong, "", "pic.csv: this is a picture, not text"},
		{"", "fmt nothing.yaml", wrong, "", "there is no such file"},
		{"", "fmt .", wrong, "", "is a folder"},
		{"", "fmt --max-bytes 10 " + path, wrong, "", "--max-bytes"},
		{"", "fmt", wrong, "", "the file says nothing"},
	} {
		code, out, errOut := orgchart(t, c.in, strings.Fields(c.args)...)
		if code != c.code || out != c.out || !strings.Contains(errOut, c.err) || (errOut == "") != (c.err == "") {
			t.Errorf("orgchart %s: exit %d, want %d\n%s\nwant\n%s\nand says %s", c.args, code, c.code, out, c.out, errOut)
		}
	}
}

// What may not be read is told in one way, whatever the command.
func TestNotPermitted(t *testing.T) {
	path := file(t, "org.yaml", ordered)
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(path); err == nil {
		f.Close()
		t.Skip("this user may read everything")
	}
	for _, command := range []string{"check", "fmt", "convert", "draw"} {
		code, _, errOut := orgchart(t, "", command, path)
		if want := "orgchart: cannot read " + path + ": permission denied\n"; code != wrong || errOut != want {
			t.Errorf("%s: exit %d: %swant %s", command, code, errOut, want)
		}
	}
}

// TestFmtRewrites: -w rewrites what differs, through a link, with its permissions, and leaves what it
// cannot read as it is while it goes on.
func TestFmtRewrites(t *testing.T) {
	path := file(t, "org.yaml", untidy)
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	const nonsense = "format: 1\nposts: {a: &x B}\n"
	bad := file(t, "bad.yaml", nonsense)
	link := filepath.Join(t.TempDir(), "link.yaml")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	if code, out, errOut := orgchart(t, "", "fmt", "-w", "-l", bad, link); code != wrong || out != link+"\n" || !strings.Contains(errOut, "&x") {
		t.Errorf("exit %d, %q, %q", code, out, errOut)
	}
	text, err := os.ReadFile(path)
	if err != nil || string(text) != ordered {
		t.Errorf("%v: rewritten as %q", err, text)
	}
	if st, err := os.Stat(path); err != nil || st.Mode().Perm() != 0o600 {
		t.Errorf("%v: permissions are %v", err, st.Mode())
	}
	if st, err := os.Lstat(link); err != nil || st.Mode()&os.ModeSymlink == 0 {
		t.Errorf("%v: the link is one no more", err)
	}
	if text, _ := os.ReadFile(bad); string(text) != nonsense {
		t.Errorf("what cannot be kept became %q", text)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("beside the file lies %v", left)
	}
	if code, out, _ := orgchart(t, "", "fmt", "-w", "-l", link); code != clean || out != "" {
		t.Errorf("a second time: exit %d, %q", code, out)
	}
}
