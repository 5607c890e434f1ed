package near

import "unicode/utf8"

// TooLong is the length in bytes from which a text is not compared letter by letter.
const TooLong = 200

// A Meter measures how far texts are from one word, all folded. It is for one goroutine.
type Meter struct {
	key   string
	runes int
	most  int
	text  []byte
	plain [utf8.RuneSelf]uint64 // by character: its places in the word, a bit each
	other map[rune]uint64
}

// NewMeter measures from a word that Fold gave.
func NewMeter(key string) *Meter {
	m := &Meter{key: key, other: map[rune]uint64{}}
	for _, r := range key {
		if bit := uint64(1) << m.runes; r < utf8.RuneSelf {
			m.plain[r] |= bit
		} else {
			m.other[r] |= bit
		}
		m.runes++
	}
	m.most = 2 * (1 + m.runes/4)
	return m
}

// Most is the largest cost of a text that is like the word: of one letter that differs, and one
// more for every four of the word.
func (m *Meter) Most() int { return m.most }

// Cost is twice the letters that differ, and 1 where a word of the text begins as the word does;
// more than Most where it is not like it.
func (m *Meter) Cost(s string) int {
	if s == "" || len(s) > TooLong {
		return m.most + 1
	}
	var f folder
	m.text = m.text[:0]
	for _, r := range s {
		m.text = f.append(m.text, r)
	}
	if beginsWord(m.text, m.key) {
		return 1
	}
	if n := utf8.RuneCount(m.text) - m.runes; m.runes > 64 || 2*n > m.most || -2*n > m.most {
		return m.most + 1
	}
	return 2 * m.distance(m.text)
}

// distance is how many letters differ (Levenshtein), a column of the table at a time in the bits
// of a word: G. Myers, A fast bit-vector algorithm for approximate string matching, 1999.
func (m *Meter) distance(text []byte) int {
	score, last := m.runes, uint64(1)<<(m.runes-1)
	up, down := ^uint64(0), uint64(0) // where the column rises and falls
	for k := 0; k < len(text); {
		r, size := rune(text[k]), 1
		eq := uint64(0)
		if r < utf8.RuneSelf {
			eq = m.plain[r]
		} else {
			r, size = utf8.DecodeRune(text[k:])
			eq = m.other[r]
		}
		k += size
		v := eq | down
		h := (((eq & up) + up) ^ up) | eq
		right, left := down|^(h|up), up&h
		if right&last != 0 {
			score++
		}
		if left&last != 0 {
			score--
		}
		right, left = right<<1|1, left<<1
		up, down = left|^(v|right), right&v
	}
	return score
}
