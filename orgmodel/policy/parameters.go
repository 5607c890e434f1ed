package policy

import (
	"reflect"
	"strings"
	"unicode"
)

// A parameter is an exported field of a rule's struct, by the name it has in a file.
type parameter struct {
	name  string
	field int
}

// parameters are those of a rule, or of a struct inside a parameter, in its order: every exported field
// but those of a rule that a file says otherwise (Name by id, Severity, Because), and functions.
func parameters(t reflect.Type) (ps []parameter) {
	isRule := t.Implements(reflect.TypeFor[ruler]())
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() || f.Type.Kind() == reflect.Func || isRule && (f.Name == "Name" || f.Name == "Severity" || f.Name == "Because") {
			continue
		}
		ps = append(ps, parameter{kebab(f.Name), i})
	}
	return ps
}

func parameterOf(t reflect.Type, name string) (parameter, bool) {
	for _, p := range parameters(t) {
		if p.name == name {
			return p, true
		}
	}
	return parameter{}, false
}

// kebab is a Go name in small letters with hyphens: MaxFTE is max-fte, CoTops co-tops.
func kebab(name string) string {
	var b strings.Builder
	rs := []rune(name)
	for i, r := range rs {
		if i > 0 && unicode.IsUpper(r) && (!unicode.IsUpper(rs[i-1]) || i+1 < len(rs) && unicode.IsLower(rs[i+1])) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// unitOf is the unit in which a whole number counts, by the last word of its name; empty where none is
// named.
func unitOf(name string) string {
	last := name[strings.LastIndexByte(name, '-')+1:]
	switch last {
	case "days", "months", "weeks":
		return last
	}
	return ""
}

// pairForm says that a slice of these structs may be written as a mapping from the first field to the
// second: {auditor: [finance-manager]}. The other fields are ones that may be left out.
func pairForm(t reflect.Type) bool {
	if t.Kind() != reflect.Struct || t.NumField() < 2 || t.Field(0).Type.Kind() != reflect.String {
		return false
	}
	for _, p := range parameters(t)[2:] {
		if !contains(optional[t], p.name) {
			return false
		}
	}
	second := t.Field(1).Type
	return second.Kind() == reflect.String || second.Kind() == reflect.Slice && second.Elem().Kind() == reflect.String
}
