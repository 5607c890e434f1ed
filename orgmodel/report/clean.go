package report

import (
	"strings"
	"unicode/utf8"
)

// clean makes s harmless to show on one line: line breaks and tabs become a space; what would act
// rather than show becomes U+FFFD: other control characters, bytes that are not UTF-8, the
// characters that turn the direction of the text around them, and what is no character in XML.
func clean(s string) string { return strings.Map(harmless, s) }

// harmless is r, or what is shown in its place.
func harmless(r rune) rune {
	switch {
	case '\t' <= r && r <= '\r', r == 0x85, r == 0x2028, r == 0x2029:
		return ' '
	case r < ' ', 0x7f <= r && r < 0xa0, 0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069,
		0xfff9 <= r && r <= 0xfffb, r >= 0xfdd0 && (r <= 0xfdef || r&0xfffe == 0xfffe):
		return utf8.RuneError
	}
	return r
}

// brief is s made harmless and cut to so many bytes, an ellipsis in place of the rest. The work
// does not grow with what is cut off.
func brief(s string, most int) string {
	if len(s) <= most {
		return clean(s)
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return clean(s[:most]) + "…"
}

// Bytes shown of what an author may make as long as he likes.
const (
	longName    = 200
	longMessage = 2000
)
