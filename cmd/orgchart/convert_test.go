package main

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
)

const broken = "id,name,manager,start date\nE1,Ada,,2020-01-01\nE2,Bo,E1,32/13/2020\nE3,Cy,E9,\n"

func TestConvert(t *testing.T) {
	csv := file(t, "people.csv", broken)
	dir := filepath.Dir(csv)
	yaml, json := filepath.Join(dir, "org.yaml"), filepath.Join(dir, "org.json")
	for _, args := range [][]string{
		{"convert", csv, "-o", yaml}, {"convert", yaml, "-o", json, "--exact"}, {"convert", json, "-o", filepath.Join(dir, "back.yaml")},
	} {
		if code, out, errOut := orgchart(t, "", args...); code != clean || out != "" {
			t.Fatalf("%s: exit %d: %s%s", args, code, out, errOut)
		}
	}
	text, err := os.ReadFile(yaml)
	want := `# Converted from people.csv: 3 records, 2 lines.

format: 1
people:
  E1: {name: Ada, since: 2020-01-01}
  E2: {name: Bo, attrs: {"unreadable:0:start date": 32/13/2020}, reports-to: E1}
  E3: {name: Cy, reports-to: E9}
`
	if err != nil || string(text) != want {
		t.Errorf("%v: written is\n%s\nwant\n%s", err, text, want)
	}
	back, err := os.ReadFile(filepath.Join(dir, "back.yaml"))
	if got := strings.Replace(string(back), "org.json", "people.csv", 1); err != nil || got != want {
		t.Errorf("%v: by way of JSON it is\n%s", err, back)
	}
	_, before, _ := orgchart(t, "", "check", csv, "--as-of", "none")
	_, after, _ := orgchart(t, "", "check", json, "--as-of", "none")
	if want := json + ":5:"; !strings.Contains(after, want) || !strings.Contains(after, "^^^^ start date\n") {
		t.Errorf("the cell should be at %s:\n%s", want, after)
	}
	for _, rule := range []string{"unknown-reference", "unreadable-cell"} {
		if !strings.Contains(before, rule) || !strings.Contains(after, rule) {
			t.Errorf("%s is found in the table: %v, in the file: %v", rule, strings.Contains(before, rule), strings.Contains(after, rule))
		}
	}
}

func TestConvertSays(t *testing.T) {
	twice := file(t, "twice.csv", "id,name,manager\nE1,Ada,\nE2,Bo,E1\nE2,Cy,E1\n")
	for _, c := range []struct {
		args string
		code int
		says string
	}{
		{"convert --quiet", clean, "# Converted from the demonstration organisation: "},
		{"convert " + twice + " --format json", clean, `"format": 1`},
		{"convert " + twice + " --format xml", wrong, "--format yaml or json"},
		{"convert " + twice + " -o org.csv", wrong, "want a name that ends in .yaml or .json"},
		{"convert " + twice + " -o " + filepath.Join(twice, "..", "no", "x.yaml"), wrong, "there is no folder"},
		{"convert " + twice + " -o " + t.TempDir() + " --format yaml", wrong, "is a folder"},
		{"convert nothing.csv", wrong, "there is no such file"},
		{"convert", clean, "Try 'orgchart convert people.csv -o org.yaml'."},
		{"convert " + file(t, "anchored.yaml", "format: 1\nposts: {a: &x {name: A}, b: *x} # two\n# and more\n"), clean, "anchored.yaml has 2 comments, which are not carried over."},
		{"convert --help", clean, "Comments of a YAML file are not carried over"},
	} {
		code, out, errOut := orgchart(t, "", strings.Fields(c.args)...)
		if code != c.code || !strings.Contains(out+errOut, c.says) || code == wrong && out != "" {
			t.Errorf("orgchart %s: exit %d, want %d and %q\n%s%s", c.args, code, c.code, c.says, shortened(out), errOut)
		}
	}
	if _, _, errOut := orgchart(t, "", "convert", twice, "--quiet"); errOut != "" {
		t.Errorf("--quiet says %q", errOut)
	}
}

// TestOntoInput: no output takes the place of what it was made from, by whatever name.
func TestOntoInput(t *testing.T) {
	const text = "format: 1\nposts: {a: A} # mine\n"
	path := file(t, "org.yaml", text)
	link := filepath.Join(filepath.Dir(path), "link.yaml")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	outer := file(t, "outer.yaml", "format: 1\ninclude: inner.yaml\n")
	inner := filepath.Join(filepath.Dir(outer), "inner.yaml")
	if err := os.WriteFile(inner, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, _, errOut := orgchart(t, "", "convert", outer, "-o", inner); code != wrong || !strings.Contains(errOut, "orgchart fmt -w "+inner) {
		t.Errorf("exit %d: %s", code, errOut)
	}
	for _, args := range [][]string{
		{"convert", path, "-o", path}, {"convert", path, "-o", link}, {"convert", link, "-o", path},
		{"convert", path, "-o", filepath.Dir(path) + "/./org.yaml"}, {"draw", path, "-o", path, "--format", "svg"},
	} {
		code, _, errOut := orgchart(t, "", args...)
		if code != wrong || !strings.Contains(errOut, "name another file") {
			t.Errorf("orgchart %s: exit %d: %s", args, code, errOut)
		}
	}
	if now, err := os.ReadFile(path); string(now) != text {
		t.Errorf("%s (%v)", now, err)
	}
}

// A cell that could not be read stands in no column once it is converted, and two of one name stay two.
func TestUnplaced(t *testing.T) {
	o := unplaced(orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{{ID: "a", Attrs: orgmodel.NewAttrs(
		orgmodel.UnreadableKey(3, "FTE"), "x", orgmodel.UnreadableKey(9, "FTE"), "y", orgmodel.UnreadableKey(0, "day"), "z", "desk", "1")}}}))
	r, _ := o.Find("a")
	got := map[string]string{}
	for key, value := range o.Attrs(r).All() {
		got[key] = value
	}
	want := map[string]string{"unreadable:0:FTE": "x", "unreadable:0:FTE (column 9)": "y", "unreadable:0:day": "z", "desk": "1"}
	if !maps.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestProvenance(t *testing.T) {
	files := []string{"a/one.csv", "two.csv", "three.csv", "four.csv", "five.csv"}
	for n, want := range map[int]string{
		0: "the demonstration organisation", 1: "one.csv", 2: "one.csv and two.csv", 4: "one.csv, two.csv, three.csv and four.csv", 5: "one.csv, two.csv, three.csv and 2 more",
	} {
		if got := sources(files[:n]); got != want {
			t.Errorf("%d files are %q, want %q", n, got, want)
		}
	}
}
