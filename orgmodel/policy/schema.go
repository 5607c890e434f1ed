package policy

import (
	"bytes"
	"encoding/json"
	"reflect"

	"example.com/orgchart/orgmodel"
)

// Schema is the form of policy files as a JSON Schema (draft 2020-12), for editors that complete and check
// while one writes. It is made from the table that files are read by, and says what the reader says but
// for what a schema cannot: that a key, a rule or an id stands twice, that a day does not exist, that a
// word of an open set is most likely misspelt, that a number is 0 where that says nothing, how large a
// text may be, whether an expression is right, and where files lie. The bytes are the caller's.
func Schema() []byte {
	c := newCatalogue()
	var rules []any
	for _, name := range c.names {
		rules = append(rules, ruleSchema(name, c.types[name]))
	}
	rules = append(rules, object{
		"type": "object", "required": []any{keyID, keyWhen, keyMessage}, "additionalProperties": false,
		"properties": object{
			keyID: object{"type": []any{"string", "number", "boolean"}, "pattern": ids.String()}, keyFor: listOf(ref("some", ""), "posts, people, projects, ...; seats where it is left out"),
			keyWhen: ref("text", "an expression; each record for which it is true is a finding"), keyMessage: ref("some", "what the finding says"), keyFix: ref("text", "how to put it right"),
			keySeverity: enum(choices[reflect.TypeFor[orgmodel.Severity]()]), keyBecause: ref("text", "where it comes from"),
		},
	})
	root := object{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"title":   "A policy for orgchart, " + Version,
		"type":    "object", "required": []any{keyPolicy}, "additionalProperties": false,
		"properties": object{
			keyPolicy:   object{"description": "the form of this file", "enum": []any{Version}},
			keyTitle:    orNull(ref("text", "what the policy is called")),
			keyProfile:  orNull(listOf(enum(Profiles()), "small policies of the library that this one builds on")),
			keyInclude:  orNull(listOf(ref("text", ""), "policy files that this one builds on, relative to it")),
			keyPacks:    orNull(listOf(enum(packNames()), "packs of rules that are on; core where none is named")),
			keyRules:    object{"description": "rules, with a check and its parameters", "type": []any{"array", "null"}, "items": object{"anyOf": rules}},
			keyOff:      object{"description": "rules that are off, each with the reason", "type": []any{"object", "null"}, "additionalProperties": ref("some", "")},
			keyExternal: orNull(listOf(ref("some", ""), "ids that are declared elsewhere")),
			keyAssume:   orNull(listOf(ref("some", ""), "by which titles roles are assumed: languages, and files of titles relative to this one")),
			keyWaivers:  object{"description": "findings that may stand", "type": []any{"array", "null"}, "items": ref("waiver", "")},
			keyBaseline: orNull(ref("text", "a file of findings that are known, relative to this one")),
			keyCoverage: orNull(coverageSchema()),
		},
		"$defs": definitions(),
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(root); err != nil {
		panic(err) // texts, lists and tables alone
	}
	return b.Bytes()
}

type object = map[string]any

func definitions() object {
	waiver := object{
		"type": "object", "required": []any{"rule"}, "additionalProperties": false,
		"anyOf": []any{object{"required": []any{"subject"}}, object{"required": []any{"fingerprint"}}},
		"properties": object{
			"rule":        ref("some", "the rule whose findings may stand"),
			"subject":     ref("text", "the record they are about, empty for the organisation as a whole"),
			"fingerprint": object{"description": "the one finding", "type": "string", "pattern": "^[0-9a-f]{16}$"},
			"reason":      orNull(ref("text", "why they may stand")),
			"owner":       orNull(ref("text", "who answers for it")),
			"expires":     ref("day", "the last day on which they may"),
		},
	}
	return object{
		"text":   object{"type": []any{"string", "number", "boolean"}},
		"some":   object{"type": []any{"string", "number", "boolean"}, "pattern": "."},
		"day":    object{"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
		"truth":  object{"enum": []any{true, false, "true", "false"}},
		"whole":  object{"anyOf": []any{object{"type": "integer"}, object{"type": "string", "pattern": "^[+-]?[0-9]{1,9}$"}}},
		"number": object{"anyOf": []any{object{"type": "number"}, object{"type": "string", "pattern": `^[+-]?[0-9]{1,9}([.][0-9]{1,9})?%?$`}}},
		"share":  object{"anyOf": []any{object{"type": "number", "minimum": 0, "maximum": 1}, object{"type": "string", "pattern": `^[+]?((100|[0-9]{1,2})([.]0{1,9})?|[0-9]{1,2}[.][0-9]{1,9})%$|^[+]?(0?[.][0-9]{1,9}|0|1|1[.]0{1,9})$`}}},
		"waiver": waiver,
	}
}

func coverageSchema() object {
	return object{"description": "the least part of the organisation that rules are to be about", "anyOf": []any{ref("share", ""), object{
		"type": "object", "minProperties": 1, "additionalProperties": false,
		"properties": object{
			"min": ref("share", "of whatever is not named itself"), "seats": ref("share", ""), "deliveries": ref("share", ""), "lines": ref("share", ""),
			keySeverity: enum(choices[reflect.TypeFor[orgmodel.Severity]()]),
		},
	}}}
}

// ruleSchema is one rule as a file has it.
func ruleSchema(check string, t reflect.Type) object {
	properties := object{
		keyCheck: object{"enum": []any{check}}, keyID: object{"type": []any{"string", "number", "boolean"}, "pattern": ids.String()},
		keySeverity: enum(choices[reflect.TypeFor[orgmodel.Severity]()]), keyBecause: ref("text", "where it comes from; stands in messages of some rules"),
	}
	for _, p := range parameters(t) {
		properties[p.name] = valueSchema(t.Field(p.field).Type, p.name)
	}
	for _, m := range forms() {
		if m.fits(t) {
			old, _ := properties[m.key].(object)
			properties[m.key] = m.schema(old)
		}
	}
	return object{"type": "object", "required": []any{keyCheck}, "properties": properties, "additionalProperties": false}
}

// valueSchema is what a file can write for a value of a type.
func valueSchema(t reflect.Type, name string) object {
	if words, ok := choices[t]; ok {
		return enum(words)
	}
	if t == reflect.TypeFor[orgmodel.Date]() {
		return ref("day", "")
	}
	switch t.Kind() {
	case reflect.String:
		if t == reflect.TypeFor[orgmodel.Rel]() || t == reflect.TypeFor[orgmodel.Kind]() {
			return ref("some", "")
		}
		return ref("text", "")
	case reflect.Bool:
		return ref("truth", "")
	case reflect.Int:
		if unit := unitOf(name); unit != "" {
			return object{"anyOf": []any{ref("whole", ""), object{"type": "string", "pattern": "^[+-]?[0-9]{1,9} " + unit[:len(unit)-1] + "s?$"}}}
		}
		return ref("whole", "")
	case reflect.Float64:
		return ref("number", "")
	case reflect.Map:
		return object{"type": "object", "additionalProperties": valueSchema(t.Elem(), name)}
	case reflect.Slice:
		return sliceSchema(t, name)
	}
	properties, required := object{}, []any{}
	for _, p := range parameters(t) {
		properties[p.name] = valueSchema(t.Field(p.field).Type, p.name)
		if !contains(optional[t], p.name) {
			required = append(required, p.name)
		}
	}
	return object{"type": "object", "required": required, "properties": properties, "additionalProperties": false}
}

func sliceSchema(t reflect.Type, name string) object {
	one := valueSchema(t.Elem(), name)
	list := object{"type": "array", "items": one}
	switch {
	case pairForm(t.Elem()):
		second := t.Elem().Field(1).Type
		value := valueSchema(second, name)
		if second.Kind() == reflect.String {
			value = listOf(value, "")
		}
		return object{"anyOf": []any{list, object{"type": "object", "additionalProperties": value}}}
	case t.Elem().Kind() == reflect.Struct || t.Elem().Kind() == reflect.Slice:
		return list
	}
	return listOf(one, "")
}

// ref is a definition by name.
func ref(name, about string) object { return described(object{"$ref": "#/$defs/" + name}, about) }

func described(s object, about string) object {
	if about != "" {
		s["description"] = about
	}
	return s
}

func enum(words []string) object {
	var all []any
	for _, w := range words {
		all = append(all, w)
	}
	return object{"enum": all}
}

// listOf is a list, or one of it alone.
func listOf(one object, about string) object {
	return described(object{"anyOf": []any{one, object{"type": "array", "items": one}}}, about)
}

func orNull(s object) object { return object{"anyOf": []any{s, object{"type": "null"}}} }
