package rulepage

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel/policy"
)

// fieldsOf are the fields of a rule's struct that Doc tells of: all but those that a policy file says
// otherwise.
func fieldsOf(rule any) (fields []reflect.StructField) {
	t := reflect.TypeOf(rule)
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && f.Name != "Name" && f.Name != "Severity" && f.Name != "Because" {
			fields = append(fields, f)
		}
	}
	return fields
}

func fieldNames(rule any) (names []string) {
	for _, f := range fieldsOf(rule) {
		names = append(names, f.Name)
	}
	return names
}

// keyOf is what a field is called in a policy file; empty where no file can say it.
func keyOf(check, field string) string {
	for _, key := range policy.Parameters(check) {
		if strings.ReplaceAll(key, "-", "") == strings.ToLower(field) {
			return key
		}
	}
	return ""
}

// kebab is a Go name of a struct within a parameter as a key: all that there are are a word each.
func kebab(field string) string { return strings.ToLower(field) }

// entry is a rule of a policy file: the check, and what the struct sets.
func entry(check string, rule any) string {
	s := "  - check: " + check + "\n"
	v := reflect.ValueOf(rule)
	for _, f := range fieldsOf(rule) {
		if x := v.FieldByIndex(f.Index); !x.IsZero() {
			s += "    " + keyOf(check, f.Name) + ": " + value(x) + "\n"
		}
	}
	return s
}

// value is a value of a parameter as YAML on one line.
func value(v reflect.Value) string {
	if s, ok := v.Interface().(fmt.Stringer); ok {
		return scalar(s.String())
	}
	switch v.Kind() {
	case reflect.Slice:
		var items []string
		for i := range v.Len() {
			items = append(items, value(v.Index(i)))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		var items []string
		for _, k := range keys {
			items = append(items, scalar(k.String())+": "+value(v.MapIndex(k)))
		}
		return "{" + strings.Join(items, ", ") + "}"
	case reflect.Struct:
		var items []string
		for i := range v.NumField() {
			if x := v.Field(i); !x.IsZero() {
				items = append(items, kebab(v.Type().Field(i).Name)+": "+value(x))
			}
		}
		return "{" + strings.Join(items, ", ") + "}"
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64)
	}
	return scalar(fmt.Sprint(v.Interface()))
}

var plainly = regexp.MustCompile(`^[A-Za-z0-9.][A-Za-z0-9 ._/-]*$`)

// scalar is a text as YAML that stays it within braces.
func scalar(s string) string {
	if plainly.MatchString(s) {
		return s
	}
	return strconv.Quote(s)
}
