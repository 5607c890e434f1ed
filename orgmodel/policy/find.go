package policy

import (
	"fmt"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/engine"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"example.com/orgchart/orgmodel/rules"
)

// Find is the rule of a name: one of own, of the library, or a check of the engine, which has a Doc and no
// function. The error is an *UnknownRuleError.
func Find(name string, own ...orgmodel.Rule) (orgmodel.Rule, error) {
	var names []string
	for _, rules := range [][]orgmodel.Rule{own, rules.All(), rules.Made(), engine.Checks()} {
		for _, r := range rules {
			if r.Name == name {
				return r, nil
			}
			names = append(names, r.Name)
		}
	}
	return orgmodel.Rule{}, &UnknownRuleError{Name: name, Like: yamltext.Like(name, names)}
}

// An UnknownRuleError says that there is no rule of a name.
type UnknownRuleError struct {
	Name string
	Like string // the rule that was probably meant; empty where none is like it
}

// Error asks whether the rule was meant that is most like it.
func (e *UnknownRuleError) Error() string {
	s := fmt.Sprintf("%s is no rule", yamltext.Shown(e.Name))
	if e.Like != "" {
		s += ", did you mean " + e.Like + "?"
	}
	return s
}
