package native

import (
	"bytes"
	"unicode/utf8"

	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// at is the place of what stands at an offset in the text of a scalar: in the line of the scalar, at
// its own column. Where the file writes the text otherwise up to there (escapes, several lines),
// or far to the right, it is the place of the scalar.
func (f *file) at(n *yaml.Node, s string, offset int) *yaml.Node {
	const far = 10_000
	if f.errs.Crowded() || n.Column > far {
		return n
	}
	if f.starts == nil {
		f.starts = yamltext.LineStarts(f.source)
	}
	if n.Line < 1 || n.Line > len(f.starts) {
		return n
	}
	rest, column := f.source[f.starts[n.Line-1]:], n.Column
	for range column - 1 {
		_, size := utf8.DecodeRune(rest)
		rest = rest[size:]
	}
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 && len(rest) > 0 {
		rest = rest[1:]
		column++
	}
	if !bytes.HasPrefix(rest, []byte(s[:offset])) {
		return n
	}
	return &yaml.Node{Line: n.Line, Column: column + utf8.RuneCountInString(s[:offset])}
}
