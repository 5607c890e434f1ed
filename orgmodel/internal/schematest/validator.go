// Package schematest holds values against JSON Schemas in tests.
package schematest

import (
	"encoding/json"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A Validator checks values as encoding/json gives them against the part of JSON Schema that
// the published schemas use. A keyword it does not know fails the test.
type Validator struct {
	Defs map[string]any // definitions by name
	Root map[string]any // the whole schema

	t        testing.TB
	patterns map[string]*regexp.Regexp
}

// New is a Validator of the schema in text.
func New(t testing.TB, text []byte) *Validator {
	t.Helper()
	var root map[string]any
	if err := json.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	return &Validator{Defs: root["$defs"].(map[string]any), Root: root, t: t, patterns: map[string]*regexp.Regexp{}}
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

// Valid says whether v fits the schema s.
func (c *Validator) Valid(s map[string]any, v any) bool {
	object, isObject := v.(map[string]any)
	list, isList := v.([]any)
	for keyword, want := range s {
		ok := true
		switch keyword {
		case "$schema", "$defs", "title", "description":
		case "$ref":
			ok = c.Valid(c.Defs[strings.TrimPrefix(want.(string), "#/$defs/")].(map[string]any), v)
		case "type":
			if one, is := want.(string); is {
				want = []any{one}
			}
			whole, isNumber := v.(float64)
			ok = slices.Contains(want.([]any), any(typeOf(v))) || isNumber && whole == math.Trunc(whole) && slices.Contains(want.([]any), any("integer"))
		case "enum":
			ok = slices.Contains(want.([]any), v)
		case "anyOf":
			ok = slices.ContainsFunc(want.([]any), func(one any) bool { return c.Valid(one.(map[string]any), v) })
		case "not":
			ok = !c.Valid(want.(map[string]any), v)
		case "pattern":
			if text, is := v.(string); is {
				ok = c.pattern(want.(string)).MatchString(text)
			}
		case "minimum":
			n, is := v.(float64)
			ok = !is || n >= want.(float64)
		case "maximum":
			n, is := v.(float64)
			ok = !is || n <= want.(float64)
		case "minProperties":
			ok = !isObject || float64(len(object)) >= want.(float64)
		case "required":
			for _, k := range want.([]any) {
				if _, has := object[k.(string)]; isObject && !has {
					ok = false
				}
			}
		case "items":
			ok = !isList || !slices.ContainsFunc(list, func(item any) bool { return !c.Valid(want.(map[string]any), item) })
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

func (c *Validator) properties(s, object map[string]any) bool {
	known, _ := s["properties"].(map[string]any)
	for k, v := range object {
		if one, ok := known[k]; ok {
			if !c.Valid(one.(map[string]any), v) {
				return false
			}
		} else if rest, ok := s["additionalProperties"]; ok {
			if sub, is := rest.(map[string]any); is && !c.Valid(sub, v) || !is && rest == false {
				return false
			}
		}
	}
	return true
}

func (c *Validator) pattern(p string) *regexp.Regexp {
	if c.patterns[p] == nil {
		c.patterns[p] = regexp.MustCompile(p)
	}
	return c.patterns[p]
}
