package native

import (
	"bytes"

	"example.com/orgchart/orgmodel/internal/yamltext"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/internal/decode"
)

// Comments are the comments of a YAML file, each from its # to the end of its line, in their order:
// what Read leaves out and Canon keeps. A file that cannot be parsed has none, and neither has JSON.
func Comments(src []byte) []string {
	text, _, err := decode.UTF8(src)
	if err != nil || !bytes.ContainsRune(text, '#') || isJSON("", text) {
		return nil
	}
	root, err := yamltext.Parse("", form, text, source.Limits{}.Filled())
	if err != nil {
		return nil
	}
	s := sheet{src: text, lines: yamltext.LineStarts(text), any: true}
	if err := s.tree(root, &s.root, -1); err != nil {
		return nil
	}
	var all []string
	for _, r := range s.remarks() {
		all = append(all, r.text)
	}
	return all
}
