package yamltext

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// Deepest is how many levels are read where no limit is set: parsers go down a level by a call.
const Deepest = 100_000

var errDepth = errors.New("too deep")

// A Form is what messages about files that are no YAML know of those that are. The zero Form knows
// nothing.
type Form struct {
	First   string            // the line that a file begins with
	Example string            // a key and its value, for messages; empty: First
	Key     func(string) bool // says that a record may have such a key
	Joints  []string          // words within sentences, such as since, which have no colon
}

func (f Form) example() string {
	if f.Example == "" {
		return f.First
	}
	return f.Example
}

func (f Form) has(key string) bool { return f.Key != nil && f.Key(key) }

// Parse gives the tree of the only document in text, of a file of this name. The error is a *source.Error or a *source.LimitError. A nil
// tree without an error is never returned. Aliases stand as they are: see Unfold.
func Parse(name string, form Form, text []byte, limits source.Limits) (_ *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &source.Error{Pos: orgmodel.Pos{File: name}, Found: fmt.Sprintf("the YAML parser gave up: %v", p)}
		}
	}()
	text, err = directives(name, text)
	if err != nil {
		return nil, err
	}
	most := min(limits.Depth, Deepest)
	loader, err := yaml.NewLoader(bytes.NewReader(text), yaml.WithPlugin(loaderlimits.New(
		loaderlimits.DepthFunc(func(depth int, _ *loaderlimits.DepthContext) error {
			if depth > most {
				return errDepth
			}
			return nil
		}), loaderlimits.AliasNone())))
	if err != nil {
		return nil, err
	}
	var doc, next yaml.Node
	switch err := loader.Load(&doc); {
	case err == io.EOF:
		return nil, NoDocument(name, form.First)
	case err != nil:
		return nil, syntaxOf(name, form, text, most, err)
	}
	switch err := loader.Load(&next); {
	case err == nil:
		return nil, &source.Error{Pos: orgmodel.Pos{File: name, Line: next.Line, Column: next.Column},
			Found: "a second YAML document begins here", Fix: "Give each document a file of its own, and name them all or include them."}
	case err != io.EOF:
		return nil, syntaxOf(name, form, text, most, err)
	}
	root := &doc
	if doc.Kind == yaml.DocumentNode {
		if len(doc.Content) == 0 {
			return nil, NoDocument(name, form.First)
		}
		root = doc.Content[0]
	}
	return root, nil
}

// NoDocument is the error about a file that says nothing.
func NoDocument(name, first string) error {
	return &source.Error{Pos: orgmodel.Pos{File: name}, Found: "the file says nothing", Fix: `Begin it with the line "` + first + `".`}
}
