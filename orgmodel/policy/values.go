package policy

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// A slot is where a value of a file goes, and what it is called in messages.
type slot struct {
	of   string // the rule
	name string // the parameter
}

// set puts a value into a field of a rule, by the field's type.
func (f *file) set(to reflect.Value, n *yaml.Node, s slot) bool {
	t := to.Type()
	if words, ok := choices[t]; ok {
		return f.choose(to, n, s, words)
	}
	switch {
	case t == reflect.TypeFor[orgmodel.Date]():
		d, ok := f.day(n, s.name)
		to.Set(reflect.ValueOf(d))
		return ok
	case t == reflect.TypeFor[orgmodel.Rel]():
		r, ok := f.relation(n, s.name)
		to.SetString(string(r))
		return ok
	case t == reflect.TypeFor[orgmodel.Kind]():
		k, ok := f.kind(n, s.name)
		to.SetString(string(k))
		return ok
	}
	switch t.Kind() {
	case reflect.String:
		text, ok := f.text(n, s.name)
		to.SetString(text)
		return ok
	case reflect.Bool:
		b, ok := f.truth(n, s.name)
		to.SetBool(b)
		return ok
	case reflect.Int:
		i, ok := f.whole(n, s)
		to.SetInt(int64(i))
		return ok
	case reflect.Float64:
		x, ok := f.number(n, s)
		to.SetFloat(x)
		return ok
	case reflect.Slice:
		return f.list(to, n, s)
	case reflect.Map:
		return f.table(to, n, s)
	case reflect.Struct:
		return f.fields(to, n, s)
	}
	panic("policy: a parameter of a type that no file can say: " + t.String()) // a test sets each
}

// choose sets a value that is one of a few words.
func (f *file) choose(to reflect.Value, n *yaml.Node, s slot, words []string) bool {
	text, ok := f.text(n, s.name)
	if !ok {
		return false
	}
	i := slices.Index(words, text)
	switch {
	case i < 0:
		f.fault(n, "Write "+yamltext.Listed(words, "or")+"."+didYouMean(text, words), "%s is no %s", yamltext.Shown(text), s.name)
		return false
	case to.Kind() == reflect.String:
		to.SetString(text)
	case to.Type() == reflect.TypeFor[orgmodel.Severity]():
		to.SetUint(uint64(i + 1)) // 0 is unset
	default:
		to.SetUint(uint64(i))
	}
	return true
}

// list sets a slice: from a list, from a single value, or from a mapping where its elements are pairs.
func (f *file) list(to reflect.Value, n *yaml.Node, s slot) bool {
	t := to.Type()
	items := []*yaml.Node{n}
	switch {
	case n.Kind == yaml.MappingNode && pairForm(t.Elem()):
		return f.pairs(to, n, s)
	case n.Kind == yaml.SequenceNode:
		items = n.Content
	case t.Elem().Kind() == reflect.Struct || t.Elem().Kind() == reflect.Slice || n.Kind == yaml.MappingNode || yamltext.Null(n):
		f.fault(n, "Write a list, [] for an empty one.", "%s stands where the list %s is due", yamltext.KindOf(n), s.name)
		return false
	}
	list := reflect.MakeSlice(t, len(items), len(items))
	good := true
	for i, item := range items {
		good = f.set(list.Index(i), item, s) && good
	}
	to.Set(list)
	return good
}

// pairs sets a slice of pairs from a mapping: each key with its value, or with each of a list.
func (f *file) pairs(to reflect.Value, n *yaml.Node, s slot) bool {
	t := to.Type()
	list, good := reflect.MakeSlice(t, 0, len(n.Content)/2), true
	f.each(n, func(key string, k, v *yaml.Node) {
		seconds := []*yaml.Node{v}
		if v.Kind == yaml.SequenceNode && t.Elem().Field(1).Type.Kind() == reflect.String {
			seconds = v.Content
		}
		for _, second := range seconds {
			one := reflect.New(t.Elem()).Elem()
			one.Field(0).SetString(key)
			good = f.set(one.Field(1), second, s) && good
			list = reflect.Append(list, one)
		}
	})
	to.Set(list)
	return good
}

// table sets a map from texts.
func (f *file) table(to reflect.Value, n *yaml.Node, s slot) bool {
	if n.Kind != yaml.MappingNode {
		f.fault(n, "Write a mapping, such as {coach: 7}.", "%s stands where the table %s is due", yamltext.KindOf(n), s.name)
		return false
	}
	made, good := reflect.MakeMap(to.Type()), true
	f.each(n, func(key string, k, v *yaml.Node) {
		one := reflect.New(to.Type().Elem()).Elem()
		good = f.set(one, v, slot{s.of, s.name + "." + key}) && good
		made.SetMapIndex(reflect.ValueOf(key).Convert(to.Type().Key()), one)
	})
	to.Set(made)
	return good
}

// fields sets a struct inside a parameter, such as a pair, from a mapping with all its fields but
// those that may be left out.
func (f *file) fields(to reflect.Value, n *yaml.Node, s slot) bool {
	ps := parameters(to.Type())
	var names []string
	for _, p := range ps {
		names = append(names, p.name)
	}
	if n.Kind != yaml.MappingNode {
		f.fault(n, "Write a mapping with "+yamltext.Listed(names, "and")+".", "%s stands in %s where a mapping is due", yamltext.KindOf(n), s.name)
		return false
	}
	met, good := map[string]bool{}, true
	f.each(n, func(key string, k, v *yaml.Node) {
		p, ok := parameterOf(to.Type(), key)
		if !ok {
			f.fault(k, "There are "+yamltext.Listed(names, "and")+"."+didYouMean(key, names), "%s is no key of %s", yamltext.Shown(key), s.name)
			good = false
			return
		}
		met[key] = true
		good = f.set(to.Field(p.field), v, slot{s.of, s.name + "." + key}) && good
	})
	for _, name := range names {
		if !met[name] && !contains(optional[to.Type()], name) {
			f.fault(n, "Write "+name+", too.", "the key %s of %s is missing", name, s.name)
			good = false
		}
	}
	return good
}

// whole is a whole number, with its unit or without.
func (f *file) whole(n *yaml.Node, s slot) (int, bool) {
	text, ok := f.text(n, s.name)
	if !ok {
		return 0, false
	}
	unit := unitOf(s.name)
	if number, word, two := strings.Cut(text, " "); two && unit != "" && (word == unit || word == strings.TrimSuffix(unit, "s")) {
		text = number
	}
	i, err := strconv.ParseInt(text, 10, 32)
	if err != nil {
		f.fault(n, "Write a number, such as 3.", "%s is no whole number for %s", yamltext.Shown(n.Value), s.name)
		return 0, false
	}
	if i == 0 {
		of, can := zeros[s.of+"."+s.name]
		if !can {
			f.fault(n, "Leave the key out for what the rule has by itself.", "%s cannot be 0", s.name)
		}
		return of, can
	}
	return int(i), true
}

// number is a number, or a part in per cent.
func (f *file) number(n *yaml.Node, s slot) (float64, bool) {
	text, ok := f.text(n, s.name)
	if !ok {
		return 0, false
	}
	digits, percent := strings.CutSuffix(text, "%")
	x, err := strconv.ParseFloat(digits, 64)
	switch {
	case err != nil || strings.ContainsAny(digits, "xXpP_nN"):
		f.fault(n, "Write a number, such as 0.5 or 50%.", "%s is no number for %s", yamltext.Shown(text), s.name)
		return 0, false
	case math.Abs(x) > 1e9:
		f.fault(n, "Write a smaller one.", "%s is no number that %s can be", yamltext.Shown(text), s.name)
		return 0, false
	case x == 0:
		of, can := zeros[s.of+"."+s.name]
		if !can {
			f.fault(n, "Leave the key out for what the rule has by itself.", "%s cannot be 0", s.name)
		}
		return float64(of), can
	}
	if percent {
		x /= 100
	}
	return x, true
}
