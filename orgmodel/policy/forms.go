package policy

import (
	"reflect"

	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// A form is how the policy language writes a parameter of rules with certain fields, where that reads
// better than the field.
type form struct {
	key    string
	fields []string // the rules that have all of these fields have the form
	read   func(f *file, e *entry, n *yaml.Node)
	// schema is the form as a schema; plain is that of the field of the key, if there is one.
	schema func(plain object) object
}

func forms() []form {
	return []form{
		{"for", []string{"For", "Kinds"}, (*file).formFor, forSchema},
		{"to", []string{"To", "Match"}, func(f *file, e *entry, n *yaml.Node) { f.wrapped(e, n, "To", "to", "any-role") }, wrapping("any-role")},
		{"exempt", []string{"Exempt", "Match"}, func(f *file, e *entry, n *yaml.Node) { f.wrapped(e, n, "Exempt", "exempt", "also-role") }, wrapping("also-role")},
		{"share", []string{"Share", "Match"}, func(f *file, e *entry, n *yaml.Node) { f.wrapped(e, n, "Share", "share", "min") }, wrapping("min")},
		{"missing", []string{"MissingPasses"}, (*file).formMissing, func(object) object { return enum([]string{"error", "pass"}) }},
	}
}

func (m form) fits(t reflect.Type) bool {
	for _, name := range m.fields {
		if _, ok := t.FieldByName(name); !ok {
			return false
		}
	}
	return true
}

// formOf is the form of a key for rules of a type, nil where there is none.
func formOf(t reflect.Type, key string) *form {
	for _, m := range forms() {
		if m.key == key && m.fits(t) {
			return &m
		}
	}
	return nil
}

// formFor reads for: the role, or {role, kinds, live}.
func (f *file) formFor(e *entry, n *yaml.Node) {
	role, kinds := e.value.FieldByName("For"), e.value.FieldByName("Kinds")
	if n.Kind != yaml.MappingNode {
		f.set(role, n, slot{e.check, "for"})
		return
	}
	f.each(n, func(key string, k, v *yaml.Node) {
		switch key {
		case "role":
			f.set(role, v, slot{e.check, "for.role"})
		case "kinds":
			f.set(kinds, v, slot{e.check, "for.kinds"})
		case "live":
			if live, ok := f.truth(v, "for.live"); ok && !live {
				f.fault(v, "Leave it out: rules are about those who are live on the day.", "what has ended cannot be chosen")
			}
		default:
			known := []string{"role", "kinds", "live"}
			f.fault(k, "There are "+yamltext.Listed(known, "and")+"."+didYouMean(key, known), "%s is no key of for", yamltext.Shown(key))
		}
	})
}

// wrapped reads a field that stands plainly or in a mapping with one key.
func (f *file) wrapped(e *entry, n *yaml.Node, field, name, key string) {
	to := e.value.FieldByName(field)
	if n.Kind != yaml.MappingNode {
		f.set(to, n, slot{e.check, name})
		return
	}
	if len(n.Content) == 0 {
		f.fault(n, "Write {"+key+": ...}, or its value alone.", "%s says nothing", name)
	}
	f.each(n, func(k string, kn, v *yaml.Node) {
		if k != key {
			f.fault(kn, "It has "+key+" alone."+didYouMean(k, []string{key}), "%s is no key of %s", yamltext.Shown(k), name)
			return
		}
		f.set(to, v, slot{e.check, name + "." + key})
	})
}

// formMissing reads missing: what becomes of those without any line.
func (f *file) formMissing(e *entry, n *yaml.Node) {
	text, ok := f.text(n, "missing")
	words := []string{"error", "pass"}
	if ok && !contains(words, text) {
		f.fault(n, "Write error where whoever has no line breaks the rule, pass where not."+didYouMean(text, words), "%s is nothing that missing can be", yamltext.Shown(text))
	}
	e.value.FieldByName("MissingPasses").SetBool(text == "pass")
}

func forSchema(plain object) object {
	return object{"anyOf": []any{plain, object{
		"type": "object", "additionalProperties": false,
		"properties": object{"role": plain, "kinds": listOf(ref("some", ""), ""), "live": object{"enum": []any{true, "true"}}},
	}}}
}

// wrapping is the schema of a field that stands plainly or in a mapping with one key.
func wrapping(key string) func(object) object {
	return func(plain object) object {
		return object{"anyOf": []any{plain, object{
			"type": "object", "required": []any{key}, "properties": object{key: plain}, "additionalProperties": false,
		}}}
	}
}
