package rulepage

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// A Doc is what stands in Rule.Doc, by part. Paragraphs are single lines.
type Doc struct {
	Policy         string  // the first line
	Why            string  // without the word Why
	Parameters     []Param // in the order of Doc
	Notes          []string
	FalsePositives string
	Source         string
	Before, After  string // in the language of orgtest.Case
}

// A Param is one entry of the parameters: one field, or several that are told together.
type Param struct {
	Fields   []string
	Defaults []string // one a field; empty where none is told
	Text     string
}

// ParseDoc reads the Doc of a rule whose struct has these fields. It is an error if a part is missing
// or stands twice, if the examples are missing, or if the parameters tell of something that is no field.
func ParseDoc(text string, fields []string) (Doc, error) {
	var d Doc
	head, examples, ok := strings.Cut(text, "\nBefore:\n")
	if d.Before, d.After, _ = strings.Cut(examples, "After:\n"); !ok || d.After == "" {
		return d, errors.New("there are no examples: write one after a line \"Before:\" and one after a line \"After:\", each of its own")
	}
	parts := strings.Split(strings.TrimSpace(head), "\n\n")
	d.Policy = parts[0]
	for _, p := range parts[1:] {
		word, rest, named := strings.Cut(p, ":")
		flat := strings.Join(strings.Fields(rest), " ")
		into := map[string]*string{"Why": &d.Why, "False positives": &d.FalsePositives, "Source": &d.Source}[word]
		switch {
		case named && word == "Parameters":
			var err error
			if d.Parameters, err = parseParams(flat, fields); err != nil {
				return d, err
			}
		case into != nil && *into != "":
			return d, fmt.Errorf("%s stands there twice", word)
		case into != nil:
			*into = capital(flat)
		default:
			d.Notes = append(d.Notes, strings.Join(strings.Fields(p), " "))
		}
	}
	for _, part := range []struct{ name, text string }{{"Why", d.Why}, {"False positives", d.FalsePositives}, {"Source", d.Source}} {
		if !strings.HasSuffix(part.text, ".") {
			return d, fmt.Errorf("%s is missing, or no sentence: %q", part.name, part.text)
		}
	}
	return d, nil
}

// parseParams reads entries of the form "Max (1): tops allowed." Names that share an entry stand apart by
// commas, each with its default or all with that of the last.
func parseParams(flat string, fields []string) ([]Param, error) {
	if flat == "none." {
		return nil, nil
	}
	one := `(?:` + strings.Join(fields, "|") + `)(?: \([^()]*\))?`
	entry := regexp.MustCompile(`(?:^|\. )(` + one + `(?:, ` + one + `)*): `)
	at := entry.FindAllStringSubmatchIndex(flat, -1)
	if len(fields) == 0 || len(at) == 0 || at[0][0] != 0 {
		return nil, fmt.Errorf("the parameters begin with no field of the rule: %.60q", flat)
	}
	var ps []Param
	for i, m := range at {
		end := len(flat)
		if i+1 < len(at) {
			end = at[i+1][0] + 1 // the full stop
		}
		p := Param{Text: capital(flat[m[1]:end])}
		for _, n := range regexp.MustCompile(`(\w+)(?: \(([^()]*)\))?(?:, |$)`).FindAllStringSubmatch(flat[m[2]:m[3]], -1) {
			p.Fields, p.Defaults = append(p.Fields, n[1]), append(p.Defaults, n[2])
		}
		for i := len(p.Fields) - 2; i >= 0; i-- {
			if p.Defaults[i] == "" {
				p.Defaults[i] = p.Defaults[i+1]
			}
		}
		ps = append(ps, p)
	}
	return ps, nil
}

// capital begins a text with a capital letter.
func capital(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
