package svg

import (
	"encoding/binary"
	"strings"

	"example.com/orgchart/layout/text"
)

// What a byte of a text asks for.
const (
	asIs   = 0
	marked = 1 << iota // <, >, &, " or ': written as a reference
	slow               // not ASCII, or a control character: text.Clean decides
)

// kinds is what each byte asks for.
var kinds = func() (t [256]uint8) {
	for c := range t {
		if c < ' ' || c >= 0x7f {
			t[c] = slow
		}
	}
	for _, c := range `<>&"'` {
		t[c] = marked
	}
	return t
}()

// The bytes of eight characters at once.
const (
	ones = 0x0101010101010101
	tops = 0x8080808080808080
)

// appendPlain appends s if it asks for nothing, and reports whether it did. It takes eight
// bytes at a time, some of them twice, and treats short texts without a loop. What odd says of
// one byte may be wrong only where another byte does ask for something.
func appendPlain(b []byte, s string) ([]byte, bool) {
	const word = 8
	from, n := len(b), len(s)
	switch {
	case n < word/2:
		return append(b, s...), asks(s) == asIs
	case n < word:
		x, z := load4(s), load4(s[n-4:])
		b = binary.LittleEndian.AppendUint32(b, x)[:from+n-4]
		return binary.LittleEndian.AppendUint32(b, z), odd(uint64(x)|uint64(z)<<32) == 0
	case n <= 2*word:
		x, z := load(s), load(s[n-word:])
		b = binary.LittleEndian.AppendUint64(b, x)[:from+n-word]
		return binary.LittleEndian.AppendUint64(b, z), odd(x)|odd(z) == 0
	case n <= 4*word:
		x, y, t, z := load(s), load(s[word:]), load(s[n-2*word:]), load(s[n-word:])
		b = binary.LittleEndian.AppendUint64(b, x)
		b = binary.LittleEndian.AppendUint64(b, y)[:from+n-2*word]
		b = binary.LittleEndian.AppendUint64(b, t)
		return binary.LittleEndian.AppendUint64(b, z), odd(x)|odd(y)|odd(t)|odd(z) == 0
	}
	bad := odd(load(s[n-word:]))
	for rest := s; len(rest) > word; rest = rest[word:] {
		bad |= odd(load(rest))
	}
	return append(b, s...), bad == 0
}

// odd is not 0 if one of the bytes of x asks for something: it is below a space, beyond a
// tilde, or one of <, >, &, " and '. It takes # for one of them too. (x-ones)&^x has the top bit
// of a byte set if it is 0, for the lowest such byte in x and perhaps for others.
func odd(x uint64) uint64 {
	quote := x&(0xfa*ones) ^ '"'*ones // 0 for ", #, & and '
	angle := x&(0xfd*ones) ^ '<'*ones // 0 for < and >
	return ((quote-ones)&^quote | (angle-ones)&^angle | (x-' '*ones)&^x | (x + ones) | x) & tops
}

// load is the first eight bytes of s.
func load(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// load4 is the first four bytes of s.
func load4(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

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
	if out, ok := appendPlain(b, s); ok {
		return out
	}
	return appendOdd(b, s)
}

// appendOdd is appendText for a text that is not plain. The letters most names are written in
// are taken as they are; beyond them text.Clean decides.
func appendOdd(b []byte, s string) []byte {
	begin, from := len(b), 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; kinds[c] {
		case asIs:
		case marked:
			b = append(append(b, s[from:i]...), references[c&31]...)
			from = i + 1
		default:
			n := letter(s[i:])
			if n == 0 {
				return appendMarked(b[:begin], text.Clean(s))
			}
			i += n - 1
		}
	}
	return append(b, s[from:]...)
}

// letter is how many bytes at the start of s are a character that is surely clean: Latin with
// accents, Greek, Cyrillic, Chinese. It is 0 for any other.
func letter(s string) int {
	switch c := s[0]; {
	case len(s) < 2 || s[1]&0xc0 != 0x80:
		return 0
	case c == 0xc2 && s[1] >= 0xa0, 0xc3 <= c && c <= 0xcb, 0xce <= c && c <= 0xd1:
		return 2
	case 0xe4 <= c && c <= 0xe9 && len(s) > 2 && s[2]&0xc0 == 0x80:
		return 3
	}
	return 0
}

// references is what stands for <, >, &, " and ', by their lower five bits.
var references = [32]string{'<' & 31: "&lt;", '>' & 31: "&gt;", '&' & 31: "&amp;", '"' & 31: "&#34;", '\'' & 31: "&#39;"}

// appendLines is appendText for a text of several lines: the line breaks stay.
func appendLines(b []byte, s string) []byte {
	for {
		line, rest, more := strings.Cut(s, "\n")
		b = appendText(b, strings.TrimSuffix(line, "\r"))
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
		b = append(append(b, s[from:i]...), references[s[i]&31]...)
		from = i + 1
	}
	return append(b, s[from:]...)
}
