package text

import (
	"strings"
	"unicode/utf8"
)

// maxMarks is how many marks a character may carry before the rest is dropped. Living
// scripts need four; a heap of them paints over its neighbours.
const maxMarks = 6

// Clean makes s harmless to show on one line and changes nothing else. Line breaks and tabs
// become a space. What would act rather than show becomes U+FFFD, one for one: other control
// characters (NUL, escape), bytes that are not UTF-8, the characters that turn the direction
// of the text around them (U+202A to U+202E, U+2066 to U+2069), interlinear annotation and
// what is no character in XML. Of more than six marks on one character the rest becomes one
// U+FFFD. If s is clean it is returned as it is, without allocation; Clean(Clean(s)) is Clean(s).
func Clean(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c >= 0x7f {
			if n := cleanPrefix(s[i:]); i+n < len(s) {
				return scrub(s, i+n)
			}
			return s
		}
	}
	return s
}

// cleanPrefix is how many bytes at the start of s are clean.
func cleanPrefix(s string) int {
	marks := 0
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < 0x7f {
			marks = 0
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if n == 1 || harmless(r) != r { // every remaining single byte is wrong
			return i
		}
		if marks = countMarks(marks, r); marks > maxMarks {
			return i
		}
		i += n
	}
	return len(s)
}

// scrub cleans s, of which the first n bytes are clean.
func scrub(s string, n int) string {
	var b strings.Builder
	b.Grow(len(s) + 8)
	b.WriteString(s[:n])
	// How many marks the clean part ends with.
	marks := 0
	for i := n; i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if !isMark(r) {
			break
		}
		marks++
		i -= size
	}
	for _, r := range s[n:] {
		r = harmless(r)
		marks = countMarks(marks, r)
		switch {
		case marks == maxMarks+1:
			b.WriteRune(utf8.RuneError)
		case marks <= maxMarks:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func countMarks(marks int, r rune) int {
	if r >= 0x300 && isMark(r) {
		return marks + 1
	}
	return 0
}

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
