package dot

import (
	"strings"
	"unicode/utf8"
)

// appendText appends s as it must stand inside the quotes of a label or a tooltip, so that
// Graphviz shows s itself: characters that XML forbids and bytes that are not UTF-8 become
// U+FFFD, the backslash and the quote are escaped (Graphviz would expand \N or end the string),
// an ampersand is written as the entity Graphviz makes of it again, and a line break is \n.
func appendText(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c == '\\':
				b = append(b, `\\`...)
			case c == '"':
				b = append(b, `\"`...)
			case c == '&':
				b = append(b, "&amp;"...)
			case c == '\n':
				b = append(b, `\n`...)
			case c == '\t':
				b = append(b, ' ')
			case c < ' ' || c == 0x7f:
				b = append(b, "\uFFFD"...)
			default:
				b = append(b, c)
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if r == utf8.RuneError && n == 1 || r == 0xFFFE || r == 0xFFFF || r >= 0x80 && r < 0xA0 {
			r = utf8.RuneError
		}
		b = utf8.AppendRune(b, r)
	}
	return b
}

// Quote is s as a quoted DOT string that shows s.
func Quote(s string) string {
	return string(append(appendText([]byte{'"'}, s), '"'))
}

// Unquote is what Graphviz shows for a string made by Quote. It is the inverse of Quote but for
// the characters that Quote replaces.
func Unquote(s string) string {
	s = strings.TrimSuffix(strings.TrimPrefix(s, `"`), `"`)
	return strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\n`, "\n", "&amp;", "&").Replace(s)
}
