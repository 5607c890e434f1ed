package native_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/source/native"
)

// A validator checks values as encoding/json gives them against the part of JSON Schema that
// the published schema uses. A keyword it does not know fails the test.
type validator struct {
	t        *testing.T
	defs     map[string]any
	patterns map[string]*regexp.Regexp
}

func newValidator(t *testing.T) (*validator, map[string]any) {
	var root map[string]any
	if err := json.Unmarshal(native.Schema(), &root); err != nil {
		t.Fatal(err)
	}
	return &validator{t, root["$defs"].(map[string]any), map[string]*regexp.Regexp{}}, root
}

func typeOf(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case float64:
		return "number"
	case string:
		return "string"
	case []any:
		return "array"
	}
	return "object"
}

// valid says whether v fits the schema s.
func (c *validator) valid(s map[string]any, v any) bool {
	object, isObject := v.(map[string]any)
	list, isList := v.([]any)
	for keyword, want := range s {
		ok := true
		switch keyword {
		case "$schema", "$defs", "title", "description":
		case "$ref":
			ok = c.valid(c.defs[strings.TrimPrefix(want.(string), "#/$defs/")].(map[string]any), v)
		case "type":
			if one, is := want.(string); is {
				want = []any{one}
			}
			ok = slices.Contains(want.([]any), any(typeOf(v)))
		case "enum":
			ok = slices.Contains(want.([]any), v)
		case "anyOf":
			ok = slices.ContainsFunc(want.([]any), func(one any) bool { return c.valid(one.(map[string]any), v) })
		case "not":
			ok = !c.valid(want.(map[string]any), v)
		case "pattern":
			if text, is := v.(string); is {
				ok = c.pattern(want.(string)).MatchString(text)
			}
		case "minimum":
			n, is := v.(float64)
			ok = !is || n >= want.(float64)
		case "required":
			for _, k := range want.([]any) {
				if _, has := object[k.(string)]; isObject && !has {
					ok = false
				}
			}
		case "items":
			ok = !isList || !slices.ContainsFunc(list, func(item any) bool { return !c.valid(want.(map[string]any), item) })
		case "properties", "additionalProperties":
		default:
			c.t.Fatalf("the validator does not know %q", keyword)
		}
		if !ok {
			return false
		}
	}
	return c.properties(s, object)
}

func (c *validator) properties(s, object map[string]any) bool {
	known, _ := s["properties"].(map[string]any)
	for k, v := range object {
		if one, ok := known[k]; ok {
			if !c.valid(one.(map[string]any), v) {
				return false
			}
		} else if rest, ok := s["additionalProperties"]; ok {
			if sub, is := rest.(map[string]any); is && !c.valid(sub, v) || !is && rest == false {
				return false
			}
		}
	}
	return true
}

func (c *validator) pattern(p string) *regexp.Regexp {
	if c.patterns[p] == nil {
		c.patterns[p] = regexp.MustCompile(p)
	}
	return c.patterns[p]
}

func ExampleSchema() {
	var s struct{ Title string }
	err := json.Unmarshal(native.Schema(), &s)
	fmt.Println(s.Title, err)
	// Output: An organisation in the native format of orgchart, format 1 <nil>
}
