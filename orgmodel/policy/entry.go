package policy

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// Keys of a rule that are no parameters.
const (
	keyID       = "id"
	keyCheck    = "check"
	keySeverity = "severity"
	keyBecause  = "because"
)

// An entry is a rule as a file states it.
type entry struct {
	id, check string
	value     reflect.Value // of the check's struct
	own       *own          // instead, of a rule that the file itself writes
	severity  orgmodel.Severity
	because   string
	given     []string // parameters and their values, as the file has them
	pos       orgmodel.Pos
	rule      orgmodel.Rule
}

// ids are what rules are called: they stand in findings and on command lines.
var ids = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (f *file) rules(n *yaml.Node) {
	seen := map[string]int{}
	for _, item := range f.items(n, keyRules) {
		if !f.count(item) {
			return
		}
		e, ok := f.rule(item)
		if !ok {
			continue
		}
		if line, twice := seen[e.id]; twice {
			f.fault(item, "Give one of them another id.", "the rule %s stands here a second time, after line %d", yamltext.Shown(e.id), line)
			continue
		}
		seen[e.id] = item.Line
		f.book.put(e)
	}
}

// rule reads one rule; false where it says something that it cannot mean.
func (f *file) rule(n *yaml.Node) (*entry, bool) {
	if n.Kind != yaml.MappingNode {
		f.fault(n, "Write a mapping with check, such as {check: span-wide, default: 8}.", "%s stands where a rule is due", yamltext.KindOf(n))
		return nil, false
	}
	e := &entry{pos: f.pos(n)}
	before := f.errs.Total
	var at, when *yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch n.Content[i].Value {
		case keyCheck:
			at = n.Content[i+1]
		case keyWhen:
			when = n.Content[i+1]
		}
	}
	if at != nil {
		e.check, _ = f.text(at, "the name of a check")
	}
	switch {
	case at == nil && when != nil:
		return f.ownRule(n)
	case at == nil:
		f.fault(n, "Name the check that the rule is made of, such as check: reports-to-role; 'orgchart rules' lists them.", "the key check is missing")
		return nil, false
	case f.cat.types[e.check] == nil:
		f.fault(at, "'orgchart rules' lists what there is."+didYouMean(e.check, f.cat.names), "%s is no check (%s)", yamltext.Shown(e.check), UnknownRule)
		return nil, false
	}
	e.id, e.value = e.check, f.cat.blank(e.check)
	f.parameters(e, n)
	if e.id != e.check && f.cat.types[e.id] != nil {
		f.fault(n, "Give it another id, or check: "+e.id+".", "the id %s is the name of another check", yamltext.Shown(e.id))
	}
	return e, f.errs.Total == before
}

// parameters reads the keys of a rule.
func (f *file) parameters(e *entry, n *yaml.Node) {
	f.each(n, func(key string, k, v *yaml.Node) {
		switch key {
		case keyCheck:
		case keyID:
			e.id = f.idOf(v)
		case keySeverity:
			f.severity(&e.severity, v)
		case keyBecause:
			e.because, _ = f.text(v, "because")
		default:
			e.given = append(e.given, key+" "+inline(v))
			f.parameter(e, key, k, v)
		}
	})
}

// idOf is what a rule is called.
func (f *file) idOf(n *yaml.Node) string {
	id, ok := f.text(n, "an id")
	if ok && !ids.MatchString(id) {
		f.fault(n, "Write small letters, digits and hyphens: pm-boss.", "%s is no id of a rule", yamltext.Shown(id))
	}
	return id
}

func (f *file) severity(to *orgmodel.Severity, n *yaml.Node) {
	f.set(reflect.ValueOf(to).Elem(), n, slot{"", keySeverity})
}

// parameter reads one parameter of a rule: in the form the policy language has for it, else by the field
// of its name.
func (f *file) parameter(e *entry, key string, k, v *yaml.Node) {
	if form := formOf(e.value.Type(), key); form != nil {
		form.read(f, e, v)
		return
	}
	p, ok := parameterOf(e.value.Type(), key)
	if !ok {
		known := keysOf(e.value.Type())
		fix := "It has " + yamltext.Listed(known, "and") + "."
		if len(known) == 0 {
			fix = "It has no parameters."
		}
		known = append(known, keyID, keySeverity, keyBecause)
		f.fault(k, fix+didYouMean(key, known), "%s is no parameter of %s", yamltext.Shown(key), e.check)
		return
	}
	f.set(e.value.Field(p.field), v, slot{e.check, key})
}

// keysOf are the names of all parameters that rules of a type have in a file, sorted.
func keysOf(t reflect.Type) (keys []string) {
	for _, p := range parameters(t) {
		keys = append(keys, p.name)
	}
	for _, form := range forms() {
		if form.fits(t) && !contains(keys, form.key) {
			keys = append(keys, form.key)
		}
	}
	slices.Sort(keys)
	return keys
}

// make fills in what a file says of every rule, and makes the rule.
func (e *entry) make() {
	if e.own != nil {
		e.rule = e.own.rule(e.id, e.because)
		e.rule.Severity = e.severity
		return
	}
	if !e.value.IsValid() {
		return
	}
	if f := e.value.FieldByName("Because"); f.IsValid() {
		f.SetString(e.because)
	}
	if f := e.value.FieldByName("Name"); f.IsValid() {
		f.SetString(e.id)
	}
	if f := e.value.FieldByName("Severity"); f.IsValid() && e.severity != 0 {
		f.Set(reflect.ValueOf(e.severity))
	}
	e.rule = e.value.Interface().(ruler).Rule()
	e.rule.Name = e.id
	if e.severity != 0 {
		e.rule.Severity = e.severity
	}
}

// inline is a value as a file could have it in one line.
func inline(n *yaml.Node) string {
	var b strings.Builder
	write(&b, n)
	return b.String()
}

func write(b *strings.Builder, n *yaml.Node) {
	open, end, step := "[", "]", 1
	switch {
	case b.Len() > 1000:
		return // it is cut anyway
	case n.Kind == yaml.ScalarNode:
		b.WriteString(n.Value)
		return
	case n.Kind == yaml.MappingNode:
		open, end, step = "{", "}", 2
	}
	b.WriteString(open)
	for i := 0; i < len(n.Content); i += step {
		if i > 0 {
			b.WriteString(", ")
		}
		write(b, n.Content[i])
		if step == 2 {
			b.WriteString(": ")
			write(b, n.Content[i+1])
		}
	}
	b.WriteString(end)
}

func contains(words []string, w string) bool { return slices.Contains(words, w) }
