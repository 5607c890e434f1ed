package yamltext

import (
	"fmt"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"go.yaml.in/yaml/v4"
)

// Unfold puts what aliases name in their places. What that adds is bound by limits.Alias, an
// alias inside what it names is an error. The tree is then one whose branches may grow
// together.
func Unfold(name string, root *yaml.Node, limits source.Limits) error {
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
