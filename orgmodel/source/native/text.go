package native

import (
	"example.com/orgchart/orgmodel/internal/yamltext"
	"example.com/orgchart/orgmodel/source"
	"go.yaml.in/yaml/v4"
)

// plainTag refuses tags, but for those that say what a value is anyway.
func (f *file) plainTag(n *yaml.Node) bool {
	if n.Style&yaml.TaggedStyle == 0 || n.Tag == "!!str" || n.Tag == "!!map" || n.Tag == "!!seq" {
		return true
	}
	f.fault(n, "Leave the tag out: every value is text. Quote a text that begins with !.", "the tag %s says nothing here", yamltext.Shown(n.Tag))
	return false
}

// quotedForm says that a mapping stands for a text whose bytes are no UTF-8.
func quotedForm(n *yaml.Node) bool {
	return n.Kind == yaml.MappingNode && len(n.Content) == 2 && n.Content[0].Value == keyQuoted
}

// text is a value that is a text; what it is due for is named for messages, such as "a name".
func (f *file) text(n *yaml.Node, what string) (string, bool) {
	if !f.plainTag(n) {
		return "", false
	}
	switch {
	case yamltext.Null(n):
		f.fault(n, `Write a text, "" for an empty one, or leave the key out.`, "nothing stands where %s is due", what)
	case n.Kind == yaml.ScalarNode:
		return f.bounded(n, n.Value)
	case quotedForm(n):
		return f.unquoted(n.Content[1])
	case n.Kind == yaml.MappingNode:
		f.fault(n, "Write a text; quote one that holds a colon and a space.", "a mapping stands where %s is due", what)
	default:
		f.fault(n, "Write a single text.", "a list stands where %s is due", what)
	}
	return "", false
}

// bounded holds a text to the limit of texts.
func (f *file) bounded(n *yaml.Node, s string) (string, bool) {
	if len(s) > f.limits.Cell {
		f.stop(&source.LimitError{Pos: f.pos(n), Limit: "Cell", Max: int64(f.limits.Cell), Option: "--max-cell", Unit: "bytes in one text"})
		return "", false
	}
	return s, true
}

// unquoted is the text of a quoted form.
func (f *file) unquoted(n *yaml.Node) (string, bool) {
	const fix = `Write a word in double quotes, and single quotes around it: {quoted: '"Zo\xeb"'}.`
	if n.Kind != yaml.ScalarNode || n.Value == "" || n.Value[0] != '"' {
		f.fault(n, fix, "the value of quoted is no quoted word")
		return "", false
	}
	s, took, err := unquoteWord(n.Value)
	switch {
	case err != nil:
		f.fault(n, fix, "the value of quoted is no quoted word: %v", err)
		return "", false
	case took < len(n.Value):
		f.fault(n, fix, "there is more after the quoted word")
		return "", false
	}
	return f.bounded(n, s)
}

// key is the key of a mapping, as it is written.
func (f *file) key(n *yaml.Node) (string, bool) {
	switch {
	case n.Kind != yaml.ScalarNode:
		f.fault(n, "Write a text before the colon.", "a key that is no text")
	case n.Tag == "!!merge":
		f.fault(n, `Write the keys out, or let an alias stand for a whole value; quote "<<" where it is meant as a text.`, "merge keys (<<) are not read")
	case n.Value == "" && yamltext.Null(n):
		f.fault(n, `Write a key, or "" for an empty one.`, "a colon without a key before it")
	case f.plainTag(n):
		return f.bounded(n, n.Value)
	}
	return "", false
}
