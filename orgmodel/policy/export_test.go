package policy

import (
	"reflect"
	"strings"
)

// A Shipped is a rule that a file can name, for tests of the table.
type Shipped struct {
	Name string
	Type reflect.Type
	Keys []string // of its parameters
	Rule ruler
}

func ShippedRules() (all []Shipped) {
	for _, r := range shipped() {
		t := reflect.TypeOf(r)
		all = append(all, Shipped{r.Rule().Name, t, keysOf(t), r})
	}
	return all
}

func PackRules(t interface{ Helper() }) map[string][]string {
	t.Helper()
	names := map[string][]string{}
	for _, p := range Packs() {
		names[p.Name] = nil
		for _, r := range p.Rules {
			names[p.Name] = append(names[p.Name], r.Name)
		}
	}
	return names
}

// Sample is a value that a file can give to a parameter, and what it is in the struct.
func Sample(t reflect.Type, name string) string { return sample(t, name) }

// Kebab is the name of a field in a file.
func Kebab(field string) string { return kebab(field) }

// Value is the struct of a rule of a policy.
func (p *Policy) Value(id string) any {
	for _, e := range p.entries {
		if e.id == id && e.value.IsValid() {
			return e.value.Interface()
		}
	}
	return nil
}

// sample is a value of a type as a file has it.
func sample(t reflect.Type, name string) string {
	if words := choices[t]; words != nil {
		return words[len(words)-1]
	}
	switch t.Kind() {
	case reflect.String:
		return "project"
	case reflect.Bool:
		return "true"
	case reflect.Int:
		return "7"
	case reflect.Float64:
		return "0.25"
	case reflect.Slice:
		return "[" + sample(t.Elem(), name) + "]"
	case reflect.Map:
		return "{a: " + sample(t.Elem(), name) + "}"
	}
	s := ""
	for _, p := range parameters(t) {
		s += p.name + ": " + sample(t.Field(p.field).Type, p.name) + ", "
	}
	return "{" + s + "}"
}

// SampleJSON is a value of a type as JSON.
func SampleJSON(t reflect.Type) string {
	switch {
	case choices[t] != nil:
		return `"` + choices[t][0] + `"`
	case t.Kind() == reflect.String:
		return `"project"`
	case t.Kind() == reflect.Slice:
		return "[" + SampleJSON(t.Elem()) + "]"
	case t.Kind() == reflect.Map:
		return `{"a": ` + SampleJSON(t.Elem()) + "}"
	case t.Kind() == reflect.Struct:
		var parts []string
		for _, p := range parameters(t) {
			parts = append(parts, `"`+p.name+`": `+SampleJSON(t.Field(p.field).Type))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return sample(t, "")
}
