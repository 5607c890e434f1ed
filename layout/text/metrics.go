package text

import (
	_ "embed"
	"unicode"
	"unicode/utf8"
)

// em is the unit of all widths inside the package: 1/2048 of the font size.
const em = 2048

//go:generate sh -c "cd internal/metrics && go run . -o ../../metrics.bin"

// metrics holds the widths of ranges, first regular, then bold, 16 bits each, low byte first.
// internal/metrics makes it and names the fonts.
//
//go:embed metrics.bin
var metrics string

// ranges are the characters metrics has a width for.
var ranges = [...]struct{ first, last rune }{
	{0x20, 0x7e}, {0xa0, 0x5ff}, {0x1e00, 0x1fff}, {0x2010, 0x2044}, {0x20a0, 0x20bf}, {0x2100, 0x214f},
}

// plane is how many widths one weight has in metrics.
const plane = 0x5f + 0x560 + 0x200 + 0x35 + 0x20 + 0x50

// ascii repeats the widths of single bytes, regular and bold, where the loops want them.
var ascii = func() (t [2][utf8.RuneSelf]uint16) {
	for c := range t[0] {
		t[0][c], t[1][c] = uint16(runeWidth(rune(c), 0)), uint16(runeWidth(rune(c), 1))
	}
	return t
}()

// weight is 0 for regular, 1 for bold.
func (s Style) weight() int {
	if s.Bold() {
		return 1
	}
	return 0
}

// runeWidth is the width of r in 1/em.
func runeWidth(r rune, weight int) int {
	at := 0
	for _, g := range ranges {
		if r < g.first {
			break
		}
		if r <= g.last {
			i := 2 * (weight*plane + at + int(r-g.first))
			if w := int(metrics[i]) | int(metrics[i+1])<<8; w != 0 {
				return w
			}
			break
		}
		at += int(g.last-g.first) + 1
	}
	w := scriptWidth(r)
	if weight == 1 {
		w += w / 14
	}
	return w
}

// scripts are the widths of characters outside the table, in 1/em, by their first character:
// an entry holds until the next. They are on the wide side of what common fonts have.
var scripts = [...]struct {
	first rune
	width int
}{
	{0, em * 3 / 5},
	{0x530, em * 7 / 10},   // Armenian, Hebrew
	{0x600, em * 3 / 5},    // Arabic, Syriac, N'Ko
	{0x900, em * 3 / 4},    // Indic
	{0xe00, em * 2 / 3},    // Thai, Lao
	{0xf00, em * 3 / 4},    // Tibetan, Myanmar, Georgian
	{0x1100, em},           // Hangul letters, Ethiopic, Cherokee, Canadian
	{0x1700, em * 3 / 4},   // South-East Asian, Mongolian, phonetic
	{0x2000, em * 3 / 5},   // punctuation
	{0x2010, em},           // symbols, arrows, mathematics, boxes
	{0x2c00, em * 3 / 4},   // Glagolitic, Coptic, Tifinagh
	{0x2e80, em},           // Chinese, Japanese, Korean
	{0xa4d0, em * 3 / 4},   // Lisu, Vai, Latin Extended-D, more Indic
	{0xac00, em},           // Hangul, private use
	{0xfb00, em * 3 / 5},   // Latin, Hebrew and Arabic presentation forms
	{0xfe10, em},           // vertical and small forms
	{0xfe70, em * 3 / 5},   // Arabic presentation forms
	{0xff00, em},           // full width; U+FFFD
	{0x10000, em * 3 / 4},  // ancient scripts, mathematical letters
	{0x1f000, em * 11 / 8}, // emoji, tiles, cards
	{0x20000, em},          // Chinese
}

// scriptWidth is the width of a character that has none in the table.
func scriptWidth(r rune) int {
	switch {
	case r < 0x20 || r == 0x7f || 0x80 <= r && r < 0xa0:
		return em // Clean shows them as U+FFFD, or as a narrower space
	case r >= 0x300 && isMark(r):
		return 0
	case r == 0xad || unicode.Is(unicode.Cf, r):
		return 0
	}
	lo, hi := 0, len(scripts)
	for hi-lo > 1 {
		if m := (lo + hi) / 2; scripts[m].first <= r {
			lo = m
		} else {
			hi = m
		}
	}
	return scripts[lo].width
}

// isMark reports whether r is drawn over or around the character before it.
func isMark(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Me) }
