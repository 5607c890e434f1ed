package native

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// breakAt is how many bytes the end of a line at i takes, as YAML 1.1 has it: 0 for none.
func breakAt(b []byte, i int) int {
	switch b[i] {
	case '\n':
		return 1
	case '\r':
		if i+1 < len(b) && b[i+1] == '\n' {
			return 2
		}
		return 1
	case 0xc2:
		if i+1 < len(b) && b[i+1] == 0x85 {
			return 2
		}
	case 0xe2:
		if i+2 < len(b) && b[i+1] == 0x80 && b[i+2]&0xfe == 0xa8 {
			return 3
		}
	}
	return 0
}

// lineStarts are the offsets at which the lines of b begin.
func lineStarts(b []byte) []int {
	starts := make([]int, 1, 1+bytes.Count(b, []byte{'\n'})+bytes.Count(b, []byte{'\r'})) // nearly always enough
	for i := 0; i < len(b); {
		if n := breakAt(b, i); n > 0 {
			i += n
			starts = append(starts, i)
		} else {
			i++
		}
	}
	return starts
}

// lineText is the line of this number, from 1, without what ends it; empty where there is none.
func lineText(b []byte, starts []int, line int) string {
	if line < 1 || line > len(starts) {
		return ""
	}
	to := len(b)
	if line < len(starts) {
		to = starts[line]
	}
	return strings.TrimRight(string(b[starts[line-1]:to]), "\n\r\u0085\u2028\u2029")
}

// lineOf is the number of the line, from 1, on which offset i lies.
func lineOf(starts []int, i int) int {
	return sort.Search(len(starts), func(n int) bool { return starts[n] > i })
}

// at is the place of what stands at an offset in the text of a scalar: in the line of the scalar, at
// its own column. Where the file writes the text otherwise up to there (escapes, several lines),
// or far to the right, it is the place of the scalar.
func (f *file) at(n *yaml.Node, s string, offset int) *yaml.Node {
	const far = 10_000
	if f.errs.crowded() || n.Column > far {
		return n
	}
	if f.starts == nil {
		f.starts = lineStarts(f.source)
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
