package yamltext

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// Deepest is how many levels are read where no limit is set: parsers go down a level by a call.
const Deepest = 100_000

var errDepth = errors.New("too deep")

// Parse gives the tree of the only document in text, of a file of this name; first is the line that
// such a file begins with, for messages. The error is a *source.Error or a *source.LimitError. A nil
// tree without an error is never returned. Aliases stand as they are: see Unfold.
func Parse(name, first string, text []byte, limits source.Limits) (_ *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &source.Error{Pos: orgmodel.Pos{File: name}, Found: fmt.Sprintf("the YAML parser gave up: %v", p)}
		}
	}()
	if i := directive(text); i >= 0 {
		return nil, &source.Error{Pos: orgmodel.Pos{File: name, Line: 1 + bytes.Count(text[:i], []byte{'\n'}), Column: 1}, Found: "the directive %TAG says nothing here", Fix: "Leave it out: every value is text."}
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
		return nil, NoDocument(name, first)
	case err != nil:
		return nil, syntaxOf(name, text, most, err)
	}
	switch err := loader.Load(&next); {
	case err == nil:
		return nil, &source.Error{Pos: orgmodel.Pos{File: name, Line: next.Line, Column: next.Column},
			Found: "a second YAML document begins here", Fix: "Give each document a file of its own, and name them all or include them."}
	case err != io.EOF:
		return nil, syntaxOf(name, text, most, err)
	}
	root := &doc
	if doc.Kind == yaml.DocumentNode {
		if len(doc.Content) == 0 {
			return nil, NoDocument(name, first)
		}
		root = doc.Content[0]
	}
	return root, nil
}

// directive is where a line begins with %TAG, -1 where none does. Tags are not read, and of many
// directives the parser compares each with every other.
func directive(text []byte) int {
	for at := 0; ; at += len("%TAG") {
		i := bytes.Index(text[at:], []byte("%TAG"))
		if i < 0 {
			return -1
		}
		at += i
		before, _ := utf8.DecodeLastRune(text[:at])
		if at == 0 || strings.ContainsRune("\n\r\u0085\u2028\u2029", before) {
			return at
		}
	}
}

// NoDocument is the error about a file that says nothing.
func NoDocument(name, first string) error {
	return &source.Error{Pos: orgmodel.Pos{File: name}, Found: "the file says nothing", Fix: `Begin it with the line "` + first + `".`}
}
