package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// folding says what two ids may differ in and still look like one.
type folding struct {
	keepCase, keepSpace, keepForm, keepZeros bool

	lower bool // letters are folded to lower case, not to upper
}

// Classes of bytes, joined over an id, say whether folding could change it.
const (
	digits uint8 = 1 << iota
	lowers
	uppers
	spaces
	foreign // outside ASCII
	dots
	colons
)

var classes = func() (c [256]uint8) {
	for b := range c {
		switch {
		case b >= '0' && b <= '9':
			c[b] = digits
		case b >= 'a' && b <= 'z':
			c[b] = lowers
		case b >= 'A' && b <= 'Z':
			c[b] = uppers
		case b == ' ' || b >= '\t' && b <= '\r':
			c[b] = spaces
		case b >= utf8.RuneSelf:
			c[b] = foreign
		case b == '.':
			c[b] = dots
		case b == ':':
			c[b] = colons
		default:
			c[b] = 1 << 7
		}
	}
	return c
}()

func classOf(id string) (c uint8) {
	for i := 0; i < len(id); i++ {
		c |= classes[id[i]]
	}
	return c
}

// odd says that folding could change an id of this class in something other than the case of
// ASCII letters. Where it is false and the letters have the folding's case, folding changes
// nothing.
func (f folding) odd(id string, c uint8) bool {
	return c&spaces != 0 && !f.keepSpace || c&foreign != 0 && !f.keepForm || !f.keepZeros && zeros(id, c)
}

// zeros says that an id is a number with zeros that a spreadsheet adds or takes away.
func zeros(id string, c uint8) bool {
	return c&^(digits|dots) == 0 && c&digits != 0 && (id[0] == '0' && len(id) > 1 || strings.HasSuffix(id, ".0"))
}

// fold appends the folded id to dst.
func (f folding) fold(dst []byte, id string) []byte {
	from := len(dst)
	for _, r := range id {
		if r >= utf8.RuneSelf && !f.keepForm {
			dst = f.form(dst, r)
		} else if r == utf8.RuneError {
			dst = append(dst, "\ufffd"...)
		} else {
			dst = f.letter(dst, r)
		}
	}
	if s := dst[from:]; !f.keepZeros && zeros(string(s), classOf(string(s))) {
		t := strings.TrimLeft(strings.TrimSuffix(string(s), ".0"), "0")
		if t == "" || t[0] == '.' {
			t = "0" + t
		}
		dst = append(dst[:from], t...)
	}
	return dst
}

// letter appends a rune with its case and spaces folded.
func (f folding) letter(dst []byte, r rune) []byte {
	switch {
	case r < utf8.RuneSelf && classes[r] == spaces && !f.keepSpace:
		return dst
	case f.keepCase:
	case f.lower && r >= 'A' && r <= 'Z':
		r += 'a' - 'A'
	case !f.lower && r >= 'a' && r <= 'z':
		r -= 'a' - 'A'
	case r >= utf8.RuneSelf:
		least := r
		for s := unicode.SimpleFold(r); s != r; s = unicode.SimpleFold(s) {
			least = min(least, s)
		}
		if least < utf8.RuneSelf {
			return f.letter(dst, least)
		}
		r = least
	}
	return utf8.AppendRune(dst, r)
}

// form appends a rune beyond ASCII as the one it looks like: wide letters as plain ones, all
// spaces and hyphens alike, a letter with an accent as letter and accent.
func (f folding) form(dst []byte, r rune) []byte {
	switch {
	case r >= 0xFF01 && r <= 0xFF5E:
		return f.letter(dst, r-0xFF01+'!')
	case r >= 0x200B && r <= 0x200D, r == 0x2060, r == 0xFEFF, r == 0xAD:
		return dst // no width at all
	case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
		return f.letter(dst, ' ')
	case unicode.Is(unicode.Pd, r) || r == 0x2212:
		return append(dst, '-')
	}
	upper := unicode.ToUpper(r)
	for _, a := range accents {
		i := strings.IndexRune(a.whole, upper)
		if i < 0 {
			continue
		}
		base := rune(a.base[utf8.RuneCountInString(a.whole[:i])])
		if upper != r {
			base = unicode.ToLower(base)
		}
		return utf8.AppendRune(f.letter(dst, base), a.mark)
	}
	return f.letter(dst, r)
}

// accents take apart the letters that keyboards and file systems write in two ways.
var accents = [...]struct {
	mark        rune
	base, whole string
}{
	{0x300, "AEIOU", "ÀÈÌÒÙ"},
	{0x301, "AEIOUYCLNRSZ", "ÁÉÍÓÚÝĆĹŃŔŚŹ"},
	{0x302, "AEIOUCGHJSWY", "ÂÊÎÔÛĈĜĤĴŜŴŶ"},
	{0x303, "AINOU", "ÃĨÑÕŨ"},
	{0x304, "AEIOU", "ĀĒĪŌŪ"},
	{0x306, "AEGIOU", "ĂĔĞĬŎŬ"},
	{0x307, "CEGZ", "ĊĖĠŻ"},
	{0x308, "AEIOUY", "ÄËÏÖÜŸ"},
	{0x30A, "AU", "ÅŮ"},
	{0x30B, "OU", "ŐŰ"},
	{0x30C, "CDENRSTZ", "ČĎĚŇŘŠŤŽ"},
	{0x327, "CGKLNRST", "ÇĢĶĻŅŖŞŢ"},
	{0x328, "AEIU", "ĄĘĮŲ"},
}
