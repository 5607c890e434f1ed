package native

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

// deepest is how many levels are read where no limit is set: parsers go down a level by a call.
const deepest = 100_000

var errDepth = errors.New("too deep")

// parseYAML gives the tree of the only document in text.
func parseYAML(name string, text []byte, limits source.Limits) (_ *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &source.Error{Pos: orgmodel.Pos{File: name}, Found: fmt.Sprintf("the YAML parser gave up: %v", p)}
		}
	}()
	text, err = directives(name, text)
	if err != nil {
		return nil, err
	}
	most := min(limits.Depth, deepest)
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
		return nil, noDocument(name)
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
			return nil, noDocument(name)
		}
		root = doc.Content[0]
	}
	return root, nil
}

func noDocument(name string) error {
	return &source.Error{Pos: orgmodel.Pos{File: name}, Found: "the file says nothing", Fix: `Begin it with the line "format: 1".`}
}

// unfold puts what aliases name in their places. What that adds is bound by limits.Alias, an
// alias inside what it names is an error. The tree is then one whose branches may grow
// together.
func unfold(name string, root *yaml.Node, limits source.Limits) error {
	u := unfolding{name: name, most: int64(limits.Alias), size: map[*yaml.Node]int64{}}
	if root.Kind != yaml.AliasNode {
		u.walk(root)
	}
	return u.err
}

type unfolding struct {
	name  string
	most  int64
	added int64                // values that aliases stand for
	size  map[*yaml.Node]int64 // of finished branches with what aliases add; 0 while in work
	err   error
}

// walk gives how many values the branch has. It goes down as the parser did.
func (u *unfolding) walk(n *yaml.Node) int64 {
	if n.Anchor != "" {
		u.size[n] = 0
	}
	size := int64(1)
	for i, c := range n.Content {
		if u.err != nil {
			return size
		}
		if c.Kind != yaml.AliasNode {
			size += u.walk(c)
			continue
		}
		at := orgmodel.Pos{File: u.name, Line: c.Line, Column: c.Column}
		s := u.size[c.Alias]
		if s == 0 {
			u.err = &source.Error{Pos: at, Found: fmt.Sprintf("the alias *%s stands inside what it names", c.Value), Fix: "Write out what is meant."}
			return size
		}
		if u.added += s; u.added > u.most {
			u.err = &source.LimitError{Pos: at, Limit: "Alias", Max: u.most, Option: "--max-alias"}
			return size
		}
		size += s
		n.Content[i] = c.Alias
	}
	if n.Anchor != "" {
		u.size[n] = size
	}
	return size
}
