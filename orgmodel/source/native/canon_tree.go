package native

import (
	"fmt"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"go.yaml.in/yaml/v4"
)

// A sheet is a document between its text and its canonical form.
type sheet struct {
	name   string
	src    []byte
	lines  []int // where each line begins
	root   value
	spots  []spot
	any    bool      // nothing is refused: the text is looked at and not written again
	quoted []scalar  // scalars that may hold what looks like a comment
	head   []comment // of the file, above its first entry

	begin int    // where the text begins, behind empty lines
	found cursor // the last answer of offset
	gap   int    // the last question of closes: the spot
	close int    // and where the last bracket before it closes
}

// A cursor is a line and a column of the parser, and the offset of both.
type cursor struct{ line, column, at int }

// A spot is where an entry stood, in the order of the text.
type spot struct {
	entry  *entry
	parent int  // its spot; -1 for entries of the document
	at     int  // offset of the key, or of an item's value
	line   int  // from 1
	column int  // in runes from 1; that of the dash of an item
	flow   bool // it stood within braces or brackets
	depth  int  // 1 for entries of the document
}

// A scalar is one in quotation marks or a block.
type scalar struct {
	at     int
	style  yaml.Style
	indent int // columns before the entry it belongs to
}

// tree turns a node into a value, whose entries are given spots. What a canonical form cannot
// keep is an error.
func (s *sheet) tree(n *yaml.Node, v *value, parent int) error {
	if err := s.refuse(n); err != nil {
		return err
	}
	switch n.Kind {
	case yaml.ScalarNode:
		s.scalar(n, parent)
		if n.Tag == "!!null" {
			return nil
		}
		*v = textOf(n.Value)
		return nil
	case yaml.SequenceNode:
		*v = value{shape: aList, items: make([]entry, len(n.Content))}
		for i, c := range n.Content {
			at := s.spot(&v.items[i], c, n, parent)
			if err := s.tree(c, &v.items[i].value, at); err != nil {
				return err
			}
		}
		return nil
	}
	*v = value{shape: aMapping, items: make([]entry, len(n.Content)/2)}
	for i := range v.items {
		key, x := n.Content[2*i], &v.items[i]
		if err := s.refuse(key); err != nil {
			return err
		}
		if key.Kind != yaml.ScalarNode && !s.any {
			return s.fault(key, "a mapping or a list is the key of a mapping", "Use a text as the key.")
		}
		x.key = key.Value
		at := s.spot(x, key, n, parent)
		s.scalar(key, at)
		if err := s.tree(n.Content[2*i+1], &x.value, at); err != nil {
			return err
		}
	}
	return nil
}

// refuse is the error about what a tree cannot say again.
func (s *sheet) refuse(n *yaml.Node) error {
	switch {
	case s.any:
	case n.Kind == yaml.AliasNode:
		return s.fault(n, fmt.Sprintf("the alias *%s cannot be kept in the canonical form", n.Value), "Write out what it stands for.")
	case n.Anchor != "":
		return s.fault(n, fmt.Sprintf("the anchor &%s cannot be kept in the canonical form", n.Anchor), "Take it out, and write out its aliases.")
	case n.Style&yaml.TaggedStyle != 0:
		return s.fault(n, fmt.Sprintf("the tag %s cannot be kept in the canonical form", n.Tag), "Take it out: every scalar is text.")
	case n.Tag == "!!merge":
		return s.fault(n, "the merge key << cannot be kept in the canonical form", "Write out what it merges.")
	}
	return nil
}

func (s *sheet) fault(n *yaml.Node, found, fix string) error {
	return &source.Error{Pos: orgmodel.Pos{File: s.name, Line: n.Line, Column: n.Column}, Found: found, Fix: fix}
}

// spot adds the spot of an entry at n within container, and gives its number.
func (s *sheet) spot(x *entry, n, container *yaml.Node, parent int) int {
	p := spot{entry: x, parent: parent, at: s.offset(n.Line, n.Column), line: n.Line, column: n.Column,
		flow: container.Style&yaml.FlowStyle != 0, depth: 1}
	if container.Kind == yaml.SequenceNode && !p.flow {
		p.column = container.Column
	}
	if parent >= 0 {
		p.depth = s.spots[parent].depth + 1
	}
	s.spots = append(s.spots, p)
	return len(s.spots) - 1
}

func (s *sheet) scalar(n *yaml.Node, of int) {
	const special = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	if n.Style&special == 0 {
		return
	}
	indent := 0
	if of >= 0 {
		indent = s.spots[of].column - 1
	}
	s.quoted = append(s.quoted, scalar{s.offset(n.Line, n.Column), n.Style & special, indent})
}

// offset is that of a line and a column of the parser: columns are characters.
func (s *sheet) offset(line, column int) int {
	if line < 1 || line > len(s.lines) {
		return len(s.src)
	}
	at, from := s.lines[line-1], 1
	if c := s.found; c.line == line && c.column <= column { // a line may be very long
		at, from = c.at, c.column
	}
	s.found = cursor{line, column, at}
	for column -= from - 1; column > 1 && at < len(s.src); column-- {
		for at++; at < len(s.src) && s.src[at]&0xc0 == 0x80; at++ {
		}
	}
	s.found.at = at
	return at
}
