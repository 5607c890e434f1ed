package native_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/native"
)

// FuzzRead holds that no bytes panic or pass the limits, that an error says where and is one
// of the kinds promised, and that each record stands at a place in the file.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		harbour, "format: 1\nposts: {a: &x {name: b}, c: *x}\n", "format: 1\nposts:\n\ta: b\n", "a: &a [*a]\n", "format: 1\n---\nx", "\xff\xfef\x00o\x00", "- - - -", "? [a]\n: b", "format: 1\nlines:\n - |\n  a holds\n  b\n - >-\n  c d e\n",
		"%YAML 1.2\n---\nformat: 1\n", "format: 1\nposts: {<<: {a: b}, !x y: z, a: !!binary aGk=}\n", "format: 1 # c\n# d\nposts: # e\n  a: # f\n    b\n",
	} {
		f.Add([]byte(s), false)
	}
	for _, s := range []string{`{"format": 1, "posts": {"a": {"reports-to": ["b", {"to": "c"}]}}, "lines": ["a b c"]}`, `{"format": 1, "\ud83d\ude00": "\ud800"}`, "{\n", `[[[[`, `{"format": 1} {}`, `{"a" "b"}`} {
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, text []byte, isJSON bool) {
		name := "x.yaml"
		if isJSON {
			name = "x.json"
		}
		var b orgmodel.Builder
		in := source.Input{Name: name, Reader: bytes.NewReader(text), Limits: source.Limits{Bytes: 1 << 20, Rows: 1000, Cell: 1000, Depth: 20, Alias: 1000}}
		notes, err := native.Format().Read(context.Background(), &b, in)
		if err != nil {
			checkError(t, text, err)
			return
		}
		if notes.Rows > 1000 || b.Len()+b.Lines() != notes.Rows {
			t.Errorf("%q: %d rows, %d nodes and %d lines", text, notes.Rows, b.Len(), b.Lines())
		}
		o := b.Org()
		for r := range o.Nodes() {
			if p := o.Pos(r); o.Kind(r) != "" && (p.File != name || p.Line < 1 || p.Column < 1) {
				t.Errorf("%q: %q stands at %v", text, o.ID(r), p)
			}
		}
		for e := range o.Edges() {
			if p := o.LinePos(e); p.File != name || p.Line < 1 || p.Column < 1 {
				t.Errorf("%q: %v stands at %v", text, o.Line(e), p)
			}
		}
	})
}

func checkError(t *testing.T, text []byte, err error) {
	t.Helper()
	var all *native.Errors
	var one *source.Error
	var limit *source.LimitError
	switch {
	case errors.As(err, &all):
		if all.Total < len(all.List) || len(all.List) == 0 {
			t.Errorf("%q: %d errors of %d", text, len(all.List), all.Total)
		}
		for _, e := range all.List {
			if e.Pos.Line < 1 || e.Pos.Column < 1 || e.Found == "" || e.Fix == "" {
				t.Errorf("%q: %+v", text, e)
			}
		}
	case errors.As(err, &one):
		whole := strings.Contains(one.Found, "this is ") || strings.Contains(one.Found, "the file says nothing")
		if one.Pos.File == "" || one.Found == "" || one.Pos.Line < 1 && !whole {
			t.Errorf("%q: %+v", text, one)
		}
		if strings.Contains(one.Found, "parser gave up") {
			t.Errorf("%q: the parser panics: %v", text, one)
		}
	case errors.As(err, &limit):
		if limit.Option == "" || !strings.HasPrefix(err.Error(), "x.") {
			t.Errorf("%q: %v", text, err)
		}
	default:
		t.Errorf("%q: an error of no kind: %v", text, err)
	}
}
