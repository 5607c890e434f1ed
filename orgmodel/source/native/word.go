package native

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// A word is one word of a sentence: what it says, whether it was quoted, and the offset in
// bytes at which it begins.
type word struct {
	text   string
	quoted bool
	at     int
}

// quoteWord is s as a word of a sentence, quoted where it must be.
func quoteWord(s string) string {
	if !mustQuote(s) {
		return s
	}
	return string(appendQuoted(make([]byte, 0, len(s)+8), s))
}

// appendWord appends s as a word of a sentence, quoted where it must be.
func appendWord(b []byte, s string) []byte {
	if !mustQuote(s) {
		return append(b, s...)
	}
	return appendQuoted(b, s)
}

// mustQuote says that a word cannot stand as it is, or would not be seen as it is.
func mustQuote(s string) bool {
	if s == "" {
		return true
	}
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c <= ' ' || c == '"' || c == 0x7f {
				return true
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || unseen(r) || unicode.IsSpace(r) {
			return true
		}
		i += n
	}
	return false
}

// unseen says that a rune is a control character, a mark of format, a separator of lines or no
// character at all.
func unseen(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) || r&0xfffe == 0xfffe
}

// appendQuoted appends s as a quoted word: as JSON quotes it, with \xNN for each byte that
// belongs to no UTF-8 character.
func appendQuoted(b []byte, s string) []byte {
	b = append(b, '"')
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b = fmt.Appendf(b, `\x%02x`, s[i])
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case unseen(r) && r > 0xffff:
			high, low := utf16.EncodeRune(r)
			b = fmt.Appendf(b, `\u%04x\u%04x`, high, low)
		case unseen(r):
			b = fmt.Appendf(b, `\u%04x`, r)
		default:
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return append(b, '"')
}

// splitWords gives the words of a sentence, appended to words. Words stand apart by spaces,
// tabs or ends of lines. The error is about a quoted word, and at is its offset in bytes.
func splitWords(words []word, s string) (_ []word, at int, err error) {
	for i := 0; i < len(s); {
		switch {
		case blank(s[i]):
			i++
		case s[i] == '"':
			text, n, err := unquoteWord(s[i:])
			if err != nil {
				return words, i, err
			}
			words = append(words, word{text, true, i})
			i += n
			if i < len(s) && !blank(s[i]) {
				return words, i, errors.New("a quoted word is not followed by a space")
			}
		default:
			from := i
			for i < len(s) && !blank(s[i]) {
				i++
			}
			words = append(words, word{s[from:i], false, from})
		}
	}
	return words, 0, nil
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

var errUnclosed = errors.New("the quotation mark that opens this word is never closed")

// unquoteWord reads the quoted word at the beginning of s, which starts with a quotation mark,
// and gives how many bytes it takes.
func unquoteWord(s string) (text string, n int, err error) {
	if end := strings.IndexAny(s[1:], `"\`); end < 0 {
		return "", 0, errUnclosed
	} else if s[1+end] == '"' {
		return s[1 : 1+end], end + 2, nil
	}
	var b []byte
	for i := 1; i < len(s); {
		switch s[i] {
		case '"':
			return string(b), i + 1, nil
		case '\\':
			took := 0
			if b, took, err = appendEscape(b, s[i:]); err != nil {
				return "", 0, err
			}
			i += took
		default:
			b = append(b, s[i])
			i++
		}
	}
	return "", 0, errUnclosed
}

var plainEscapes = map[byte]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// appendEscape appends what the escape at the beginning of s stands for and gives its length.
func appendEscape(b []byte, s string) ([]byte, int, error) {
	if len(s) < 2 {
		return b, 0, errUnclosed
	}
	if c, ok := plainEscapes[s[1]]; ok {
		return append(b, c), 2, nil
	}
	switch s[1] {
	case 'x':
		v, ok := hex(s[2:], 2)
		if !ok {
			return b, 0, errors.New(`\x is not followed by two hexadecimal digits`)
		}
		return append(b, byte(v)), 4, nil
	case 'u':
		v, ok := hex(s[2:], 4)
		if !ok {
			return b, 0, errors.New(`\u is not followed by four hexadecimal digits`)
		}
		if !utf16.IsSurrogate(v) {
			return utf8.AppendRune(b, v), 6, nil
		}
		if len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
			if low, ok := hex(s[8:], 4); ok {
				if r := utf16.DecodeRune(v, low); r != utf8.RuneError {
					return utf8.AppendRune(b, r), 12, nil
				}
			}
		}
		return b, 0, fmt.Errorf(`%s is half of a pair without the other half`, s[:6])
	}
	_, n := utf8.DecodeRuneInString(s[1:])
	return b, 0, fmt.Errorf(`%s is no escape: there are \" \\ \/ \b \f \n \r \t, \u with four hexadecimal digits and \x with two`, s[:1+n])
}

func hex(s string, digits int) (rune, bool) {
	if len(s) < digits {
		return 0, false
	}
	v := rune(0)
	for i := range digits {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			v = v<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			v = v<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return v, true
}
