package policy

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// A Pack is rules that a file turns on together.
type Pack struct {
	Name  string // as under the key packs
	About string // what its rules are about
	Rules []orgmodel.Rule
}

// Packs are the packs of package rules, in the catalogue's order. The slice is the caller's.
func Packs() []Pack {
	return []Pack{
		{"core", "what every organisation should pass", rules.Core()},
		{"policy", "who reports to whom", rules.Policy()},
		{"delivery", "projects, programmes and PMOs", rules.Delivery()},
		{"shape", "span and layers", rules.Shape()},
		{"duty", "responsibility and segregation", rules.Duty()},
		{"value", "why work is done", rules.Value()},
		{"ops", "operations and projects", rules.Ops()},
	}
}

func packNames() (names []string) {
	for _, p := range Packs() {
		names = append(names, p.Name)
	}
	return names
}

// Parameters are the keys that a rule with this check has in a file beside id, severity and because,
// sorted; none where there is no such check.
func Parameters(check string) []string {
	if t := newCatalogue().types[check]; t != nil {
		return keysOf(t)
	}
	return nil
}
