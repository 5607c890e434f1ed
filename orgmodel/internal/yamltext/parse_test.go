package yamltext_test

import (
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/internal/yamltext"
	"example.com/orgchart/orgmodel/source"
)

// What is said of broken YAML is about the form that the file has.
func TestFormInMessages(t *testing.T) {
	records := yamltext.Form{First: "a: 1", Example: "b: Bee", Key: func(k string) bool { return k == "boss" }, Joints: []string{"since"}}
	other := yamltext.Form{First: "x: 2"}
	for _, c := range []struct {
		form       yamltext.Form
		text, want string
	}{
		{records, "", `Begin it with the line "a: 1".`},
		{other, "# nothing\n", `Begin it with the line "x: 2".`},
		{records, "c\nd: e\n", "the value: b: Bee."},
		{other, "c\nd: e\n", "the value: x: 2."},
		{records, "a:\n  b: Bee, boss: c\n", "b: {name: Bee, boss: c}"},
		{other, "a:\n  b: Bee, boss: c\n", `b: "Bee, boss: c"`},
		{records, "a:\n  b: c since: d\n", "Write c since d, without a colon."},
		{other, "a:\n  b: c since: d\n", `b: "c since: d"`},
		{other, "%TAG ! x\n---\na: b\n", "the directive %TAG says nothing here"},
	} {
		_, err := yamltext.Parse("f.yaml", c.form, []byte(c.text), source.Limits{}.Filled())
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.text, err, c.want)
		}
	}
	if root, err := yamltext.Parse("f.yaml", yamltext.Form{}, []byte("%YAML 1.2\n---\na: b\n"), source.Limits{}.Filled()); err != nil || len(root.Content) != 2 {
		t.Error(root, err)
	}
}
