package dot

import (
	"strings"
	"unicode/utf8"

	"example.com/orgchart/layout/text"
)

// appendEscaped appends s as it may stand in a quoted string that Graphviz shows: a label, a
// tooltip, an id. Graphviz gives text.Clean(s) back: it takes \\ for a backslash, so that no
// \N or \G is left to be replaced, and &amp; for an ampersand, so that no entity is.
func appendEscaped(b []byte, s string) []byte {
	for _, r := range text.Clean(s) {
		switch r {
		case '\\':
			b = append(b, `\\`...)
		case '"':
			b = append(b, `\"`...)
		case '&':
			b = append(b, "&amp;"...)
		case utf8.RuneError: // a character that gonum's reader refuses
			b = append(b, "&#65533;"...)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// appendLines is appendEscaped for a text of several lines.
func appendLines(b []byte, s string) []byte {
	for {
		line, rest, more := strings.Cut(s, "\n")
		b = appendEscaped(b, strings.TrimSuffix(line, "\r"))
		if !more {
			return b
		}
		b, s = append(b, `\n`...), rest
	}
}
