package svg

import (
	"strings"

	"example.com/orgchart/layout/text"
)

// What a byte of a text asks for.
const (
	asIs    = 0
	lineEnd = 1 << iota // a line break: as it is where lines are kept, otherwise a space
	marked              // <, >, &, " or ': written as a reference
	slow                // not ASCII, or a control character: text.Clean decides
)

// kinds is what each byte asks for.
var kinds = func() (t [256]uint8) {
	for c := range t {
		if c < ' ' || c >= 0x7f {
			t[c] = slow
		}
	}
	t['\n'] = lineEnd
	for _, c := range `<>&"'` {
		t[c] = marked
	}
	return t
}()

// asks is the union of what the bytes of s ask for.
func asks(s string) (k uint8) {
	for i := 0; i < len(s); i++ {
		k |= kinds[s[i]]
	}
	return k
}

// appendText appends s as it may stand in an element or in a quoted attribute. A reader of
// XML gets text.Clean(s) back.
func appendText(b []byte, s string) []byte {
	if asks(s) == asIs {
		return append(b, s...)
	}
	return appendMarked(b, text.Clean(s))
}

// appendLines is appendText for a text of several lines: the line breaks stay.
func appendLines(b []byte, s string) []byte {
	switch k := asks(s); {
	case k&^lineEnd == 0:
		return append(b, s...)
	case k&slow == 0:
		return appendMarked(b, s)
	}
	for {
		line, rest, more := strings.Cut(s, "\n")
		b = appendMarked(b, text.Clean(strings.TrimSuffix(line, "\r")))
		if !more {
			return b
		}
		b, s = append(b, '\n'), rest
	}
}

// appendMarked appends s, which is clean, with references for what means something in XML.
func appendMarked(b []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		if kinds[s[i]] != marked {
			continue
		}
		b = append(b, s[from:i]...)
		from = i + 1
		switch s[i] {
		case '<':
			b = append(b, "&lt;"...)
		case '>':
			b = append(b, "&gt;"...)
		case '&':
			b = append(b, "&amp;"...)
		case '"':
			b = append(b, "&#34;"...)
		case '\'':
			b = append(b, "&#39;"...)
		}
	}
	return append(b, s[from:]...)
}
