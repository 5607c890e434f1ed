package native

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// appendYAML appends a text as a YAML scalar of one line, which must be UTF-8: plain where every
// reader of YAML 1.1 and 1.2 takes it as the same text; in single quotation marks where that
// spares it escapes; else in double ones. inside is within a flow mapping or list, or a key.
func appendYAML(b []byte, s string, inside bool) []byte {
	switch {
	case isPlain(s, inside):
		return append(b, s...)
	case strings.ContainsAny(s, `"\`) && !strings.ContainsRune(s, '\'') && allSeen(s):
		b = append(b, '\'')
		b = append(b, s...)
		return append(b, '\'')
	}
	b = append(b, '"')
	from := 0
	for i, r := range s {
		if r != '"' && r != '\\' && isSeen(r) {
			continue
		}
		b = append(b, s[from:i]...)
		from = i + utf8.RuneLen(r)
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r < 0x100:
			b = fmt.Appendf(b, `\x%02x`, r)
		case r < 0x10000:
			b = fmt.Appendf(b, `\u%04x`, r)
		default:
			b = fmt.Appendf(b, `\U%08x`, r)
		}
	}
	b = append(b, s[from:]...)
	return append(b, '"')
}

// appendJSON appends a text, which must be UTF-8, as a JSON string.
func appendJSON(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i, r := range s {
		if r != '"' && r != '\\' && isSeen(r) {
			continue
		}
		b = append(b, s[from:i]...)
		from = i + utf8.RuneLen(r)
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r < 0x10000:
			b = fmt.Appendf(b, `\u%04x`, r)
		default:
			high, low := utf16.EncodeRune(r)
			b = fmt.Appendf(b, `\u%04x\u%04x`, high, low)
		}
	}
	b = append(b, s[from:]...)
	return append(b, '"')
}

// isSeen says that a reader of the file sees the character for what it is: no control
// character, no mark of format or direction, no space but the common one.
func isSeen(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= ' ' && r != 0x7f
	}
	return !unseen(r) && !unicode.IsSpace(r)
}

func allSeen(s string) bool {
	for _, r := range s {
		if !isSeen(r) {
			return false
		}
	}
	return true
}

// visible is s with every character that is not seen, and every byte of none, as U+FFFD.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if isSeen(r) {
			return r
		}
		return utf8.RuneError
	}, s)
}

// words that some reader takes for something else than a text, in small letters.
var notText = map[string]bool{
	"null": true, "true": true, "false": true, "yes": true, "no": true, "on": true, "off": true, "y": true, "n": true,
	"nan": true, "inf": true,
}

// isPlain says that s may stand as it is.
func isPlain(s string, inside bool) bool {
	if s == "" || s[len(s)-1] == ' ' || s[len(s)-1] == ':' || len(s) <= 5 && notText[strings.ToLower(s)] {
		return false
	}
	first := rune(s[0])
	switch {
	case first >= utf8.RuneSelf:
	case first|0x20 >= 'a' && first|0x20 <= 'z', strings.ContainsRune("/($_", first):
	case first >= '0' && first <= '9':
		if !isNoNumber(s) {
			return false
		}
	default:
		return false
	}
	for i, r := range s {
		switch {
		case r == '#' && s[i-1] == ' ', r == ':' && s[i+1] == ' ':
			return false
		case inside && strings.ContainsRune(",[]{}:?", r):
			return false
		case r < utf8.RuneSelf && r >= ' ' && r != 0x7f:
		case !isSeen(r):
			return false
		}
	}
	return true
}

// isNoNumber says that a text that begins with a digit has a character that neither a number,
// however written, nor a time has.
func isNoNumber(s string) bool {
	for _, r := range s {
		if !strings.ContainsRune("0123456789abcdefABCDEFxXoOtTzZ_.:+- ", r) {
			return true
		}
	}
	return false
}

// isNumber says that s is a number to every reader of YAML and JSON, without an exponent. Ours keeps
// it as it is written: 1.0 stays 1.0.
func isNumber(s string) bool {
	if s == "0" {
		return true
	}
	s = strings.TrimPrefix(s, "-")
	whole, part, dot := strings.Cut(s, ".")
	if len(s) > 15 || !digits(whole) || whole[0] == '0' && (len(whole) > 1 || !dot) {
		return false
	}
	return !dot || digits(part)
}

func digits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

// isDay says that s has the form of a date.
func isDay(s string) bool {
	return len(s) == 10 && s[4] == '-' && s[7] == '-' && digits(s[:4]) && digits(s[5:7]) && digits(s[8:])
}
