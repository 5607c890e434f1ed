package text

import (
	"unicode"
	"unicode/utf8"
)

const (
	zwnj = '\u200c'
	zwj  = '\u200d'
)

// cluster finds the end of what a reader takes for one character starting at s[i], and its
// width in 1/em. It is a short form of the rules of Unicode Annex 29: marks, joiners,
// variation selectors, emoji modifiers, flags, Hangul syllables and Indic conjuncts stay
// whole. i must be less than len(s).
func cluster(s string, i, weight int) (end, width int) {
	c := s[i]
	if c < utf8.RuneSelf && (i+1 == len(s) || s[i+1] < utf8.RuneSelf) {
		return i + 1, int(ascii[weight][c])
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	end, width = i+n, runeWidth(r, weight)
	if c < ' ' {
		return end, width
	}
	flag := isRegional(r)
	for end < len(s) && s[end] >= utf8.RuneSelf {
		next, n := utf8.DecodeRuneInString(s[end:])
		switch {
		case next == utf8.RuneError && n == 1:
			return end, width
		case extends(next), isVirama(r) && unicode.IsLetter(next):
			if !isTone(next) {
				width += runeWidth(next, weight)
			}
		case r == zwj && next >= 0x2000, isJamo(r) && isVowelJamo(next): // drawn in the same place
		case flag && isRegional(next):
			flag = false
		default:
			return end, width
		}
		r, end = next, end+n
	}
	return end, width
}

// extends reports whether r belongs to the character before it.
func extends(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r == zwj, r == zwnj:
		return true
	case isTone(r), 0xe0020 <= r && r <= 0xe007f: // tags
		return true
	}
	return unicode.Is(unicode.M, r)
}

// isTone reports whether r colours the emoji before it.
func isTone(r rune) bool { return 0x1f3fb <= r && r <= 0x1f3ff }

// isRegional reports whether r is one of the letters of which two make a flag.
func isRegional(r rune) bool { return 0x1f1e6 <= r && r <= 0x1f1ff }

func isJamo(r rune) bool { return 0x1100 <= r && r <= 0x11ff }

func isVowelJamo(r rune) bool { return 0x1160 <= r && r <= 0x11ff }

// isVirama reports whether r joins the Indic consonants around it.
func isVirama(r rune) bool {
	switch r {
	case 0x94d, 0x9cd, 0xa4d, 0xacd, 0xb4d, 0xc4d, 0xccd, 0xd4d:
		return true
	}
	return false
}

// isWide reports whether lines may break before and after r: the characters of Chinese,
// Japanese and Korean without spaces between words, and emoji.
func isWide(r rune) bool {
	return r >= 0x2e80 && (r <= 0xa4cf || 0xac00 <= r && r <= 0xd7a3 || 0xf900 <= r && r <= 0xfaff ||
		0xff00 <= r && r <= 0xff60 || r >= 0x1f000 && r <= 0x3fffd)
}

// isSpace reports whether lines may break at r and r is not shown there.
func isSpace(r rune) bool {
	switch {
	case r <= ' ':
		return r == ' ' || '\t' <= r && r <= '\r'
	case r < 0x2000:
		return r == 0x85 || r == 0x1680
	}
	return r <= 0x200b && r != 0x2007 || r == 0x2028 || r == 0x2029 || r == 0x205f || r == 0x3000
}

// breakAfter reports whether a line may end between the characters r and next, neither of
// them a space.
func breakAfter(r, next rune) bool {
	switch r {
	case '-', '/', '\u2010', '\u2013', '\u2014', '_', '\\', '|':
		return unicode.IsLetter(next) // not in 2026-01-05
	case '\u00ad':
		return true
	}
	if !isWide(r) && !isWide(next) {
		return false
	}
	return !unicode.In(next, unicode.Pe, unicode.Pf, unicode.Po) && !unicode.In(r, unicode.Ps, unicode.Pi)
}
