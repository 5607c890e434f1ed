package native

import (
	"bytes"
	"context"
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/internal/decode"
	"go.yaml.in/yaml/v4"
)

// Canon gives the text of a file in canonical form: the order of keys, quotation marks,
// indentation, spaces within sentences, records on one line where they fit. Records, sections
// and includes keep their order, comments stay with the record they belong to, and an
// empty line above a record or a section stays. Reading the result gives what reading src
// gives, and the canonical form of the result is the result. JSON stays JSON.
//
// Name is for positions, and says by its ending whether src is YAML or JSON. What cannot be
// read is the reader's error; files that src includes are not looked at. Anchors, aliases and
// tags are refused with a *source.Error, since the canonical form has none.
func Canon(name string, src []byte) ([]byte, error) { return CanonWithin(name, src, source.Limits{}) }

// CanonWithin is Canon within other limits.
func CanonWithin(name string, src []byte, limits source.Limits) ([]byte, error) {
	limits = limits.Filled()
	if int64(len(src)) > limits.Bytes {
		return nil, &source.LimitError{Pos: orgmodel.Pos{File: name}, Limit: "Bytes", Max: limits.Bytes, Option: "--max-bytes"}
	}
	plain, _, err := decode.UTF8(src)
	if err != nil {
		return nil, &source.Error{Pos: orgmodel.Pos{File: name}, Found: err.Error()}
	}
	s := sheet{name: name, src: plain}
	json := isJSON(name, plain)
	root, err := parse(name, s.src, limits)
	if err != nil {
		return nil, err
	}
	if !json {
		s.lines = yamltext.LineStarts(s.src)
		s.begin = len(s.src) - len(bytes.TrimLeft(s.src, " \t\r\n"))
	}
	if err := s.tree(root, &s.root, -1); err != nil {
		return nil, err
	}
	if err := s.meant(root, limits); err != nil {
		return nil, err
	}
	if !json {
		s.attach()
	}
	s.root.inOrder()
	var out bytes.Buffer
	if err := s.emit(&out, json); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// meant reads the document without what it includes and gives the reader's errors.
func (s *sheet) meant(root *yaml.Node, limits source.Limits) error {
	alone := *root
	if root.Kind == yaml.MappingNode {
		alone.Content = slices.Clone(root.Content)
		for i := 0; i+1 < len(alone.Content); i += 2 {
			if alone.Content[i].Value == keyInclude {
				alone.Content = slices.Delete(alone.Content, i, i+2)
				i -= 2
			}
		}
	}
	r := newReader(context.Background(), new(orgmodel.Builder), source.Input{Name: s.name, Limits: limits})
	r.trail = []string{s.name}
	(&file{reader: r, name: s.name, source: s.src}).document(&alone)
	switch {
	case r.fatal != nil:
		return r.fatal
	case r.errs.Total > 0:
		return &r.errs
	}
	return nil
}

// emit writes the sheet.
func (s *sheet) emit(out *bytes.Buffer, json bool) error {
	e := newEmitter(out, json)
	e.begin()
	if len(s.head) > 0 {
		s.head[0].blank = false
		e.comments(s.head, 0)
		if len(s.root.items) > 0 {
			first := &s.root.items[0]
			if len(first.head) > 0 {
				first.head[0].blank = true
			} else {
				first.blank = true
			}
		}
	}
	for i := range s.root.items {
		x := &s.root.items[i]
		if v := &x.value; !v.block || len(v.items) == 0 {
			e.entry(x, false, 0)
			continue
		}
		e.open(x)
		for j := range x.value.items {
			e.entry(&x.value.items[j], x.value.shape == aList, 2)
		}
		e.close(x)
	}
	return e.end()
}
