package rulepage

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
)

// markdown is the page.
func (s *subject) markdown() ([]byte, error) {
	var b bytes.Buffer
	say := func(format string, args ...any) { fmt.Fprintf(&b, format, args...) }
	say("<!-- Made from the code by ORGTEST_UPDATE=1 go test ./internal/rulepage -->\n\n# %s\n\n**%s**\n\n", s.rule.Name, s.doc.Policy)
	name := reflect.TypeOf(s.example).Name()
	pack := "in no pack: made for a policy of the house"
	if s.pack != "" {
		pack = "pack `" + s.pack + "`"
	}
	say("%s · %s · `rules.%s` in Go · [all rules](../rules.md)\n", capital(s.rule.Severity.String()), pack, name)
	say("\n## Why\n\n%s\n", s.linked(escape(s.doc.Why)))
	for i, n := range s.doc.Notes {
		if i == 0 {
			say("\n## What is looked at\n")
		}
		say("\n%s\n", s.prose(n))
	}
	if err := s.examples(say); err != nil {
		return nil, err
	}
	if err := s.parameters(say); err != nil {
		return nil, err
	}
	say("\n## What it is known to report wrongly\n\n%s\n", s.prose(s.doc.FalsePositives))
	say("\nA single finding that is right and may stand all the same is [waived](../policy.md#waivers), with a reason and a day on which that ends.\n")
	say("\n## Source\n\n%s\n", s.linked(escape(s.doc.Source)))
	say("\n## Related\n\n")
	for _, r := range s.related {
		say("- [%s](%s.md)\n", r, r)
	}
	say("- [More cases that break it and that do not](../../orgmodel/rules/testdata/%s), each with the findings it must give\n", s.rule.Name)
	return b.Bytes(), nil
}

// examples writes the files before and after, and what is found.
func (s *subject) examples(say func(string, ...any)) error {
	before, err := sampleOf("before", s.doc.Before)
	if err != nil {
		return err
	}
	after, err := sampleOf("after", s.doc.After)
	if err != nil {
		return err
	}
	found, n, err := before.check("before.yaml", s.rule)
	if err != nil {
		return err
	}
	if n == 0 {
		return errors.New("the example before breaks no rule")
	}
	if _, n, err := after.check("after.yaml", s.rule); n > 0 || err != nil {
		return fmt.Errorf("the example after: %d findings, %v", n, err)
	}
	say("\n## Before\n\n`before.yaml`:\n\n```yaml\n%s```\n", before.yaml)
	say("%s", before.mermaid(s.rule))
	say("\n`policy.yaml`:\n\n```yaml\npolicy: orgpolicy/v1\npacks: []        # this rule alone\nrules:\n%s```\n", s.plain())
	say("\n`orgchart check before.yaml --policy policy.yaml --as-of %s` finds:\n\n```text\n%s\n```\n", before.day(), found)
	say("\n## After\n\n`after.yaml`, in which nothing is found:\n\n```yaml\n%s```\n", after.yaml)
	return nil
}

// plain is the rule as it comes, as an entry of a policy file; one that is made, with what it is told.
func (s *subject) plain() string {
	if s.pack == "" {
		return entry(s.rule.Name, s.example)
	}
	return "  - check: " + s.rule.Name + "\n"
}

// parameters writes the table of parameters, and the example in both languages.
func (s *subject) parameters(say func(string, ...any)) error {
	fields := fieldsOf(s.example)
	if len(fields) == 0 {
		say("\n## Parameters\n\nNone. It is turned on by its pack, or by `- check: %s` in a [policy file](../policy.md).\n", s.rule.Name)
		return nil
	}
	types := map[string]string{}
	for _, f := range fields {
		types[f.Name] = strings.ReplaceAll(f.Type.String(), "func(*orgmodel.Org) iter.Seq[example.com/orgchart/orgmodel.Ref]", "func(*orgmodel.Org) iter.Seq[orgmodel.Ref]")
	}
	say("\n## Parameters\n\n| in a policy file | in Go | without it | what it says |\n| --- | --- | --- | --- |\n")
	for _, p := range s.doc.Parameters {
		var keys, names, defaults []string
		for i, f := range p.Fields {
			key := "in Go alone"
			if k := keyOf(s.rule.Name, f); k != "" {
				key = "`" + k + "`"
			}
			keys, names = append(keys, key), append(names, "`"+f+" "+types[f]+"`")
			if d := p.Defaults[i]; i == 0 || d != p.Defaults[i-1] {
				defaults = append(defaults, d)
			}
			delete(types, f)
		}
		say("| %s | %s | %s | %s |\n", strings.Join(keys, "<br>"), strings.Join(names, "<br>"), orDash(escape(strings.Join(defaults, "; "))), s.prose(p.Text))
	}
	if len(types) > 0 {
		return fmt.Errorf("the Doc does not tell of the parameters %v", types)
	}
	say("\nIn a [policy file](../policy.md):\n\n```yaml\npolicy: orgpolicy/v1\nrules:\n%s```\n", entry(s.rule.Name, s.example))
	say("\nIn Go:\n\n```go\n%s.Rule()\n```\n", s.golang)
	return nil
}

// prose is a text of Doc as Markdown: fields have the names of policy files, and one that stands alone as
// the way out is something to set.
func (s *subject) prose(text string) string {
	const mark = "\x00"
	text = strings.ReplaceAll(text, "(external: in a policy file, External in Go)", "("+mark+"external:"+mark+" in a policy file)")
	for _, f := range fieldNames(s.example) {
		if key := keyOf(s.rule.Name, f); key != "" {
			text = regexp.MustCompile(`([^.:] )`+f+`\b`).ReplaceAllString(text, "${1}"+mark+key+mark)
		}
	}
	text = strings.ReplaceAll(text, "; "+mark, "; set "+mark)
	return s.linked(strings.ReplaceAll(escape(text), mark, "`"))
}

// linked is a text in which the names of rules are links.
func (s *subject) linked(text string) string {
	return dashed.ReplaceAllStringFunc(text, func(w string) string {
		if slices.Contains(s.related, w) {
			return "[" + w + "](" + w + ".md)"
		}
		return w
	})
}

// dashed is what may be the name of a rule.
var dashed = regexp.MustCompile(`[a-z]+(-[a-z]+)+`)

func orDash(s string) string { return cmp.Or(s, "–") }

// escape makes a text of Doc harmless in Markdown.
func escape(s string) string {
	return strings.NewReplacer("|", `\|`, "<", `\<`, "*", `\*`, "_", `\_`, "[", `\[`).Replace(s)
}
