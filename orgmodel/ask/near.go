package ask

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
)

// maxNear is how many likely records an error names.
const maxNear = 5

// tooLong is the length in bytes from which a word is not compared letter by letter.
const tooLong = 200

// guess is a record that may have been meant; the smaller its cost, the likelier.
type guess struct {
	r    orgmodel.Ref
	cost int
}

// near are the records whose id or name is most like a word that none has: a word of it begins so,
// or few letters differ. One scan over all ids and names.
func (q Asker) near(asked, key string) []Record {
	if key == "" || len(key) > tooLong {
		return nil
	}
	o := q.Org
	m := newMeter(key)
	var best []guess
	for r := range o.Nodes() {
		if o.IsRepeat(r) && o.ID(r) != "" {
			continue
		}
		cost := min(m.cost(string(o.ID(r))), m.cost(o.NameOf(r)))
		if cost > m.most || len(best) == maxNear && cost >= best[maxNear-1].cost {
			continue
		}
		g := guess{r, cost}
		i, _ := slices.BinarySearchFunc(best, g, func(a, b guess) int { return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.r, b.r)) })
		best = slices.Insert(best, i, g)
		best = best[:min(len(best), maxNear)]
	}
	a := answer{o: o}
	var near []Record
	for _, g := range best {
		near = append(near, a.record(g.r))
	}
	return near
}

// meter measures how far texts are from one word, all folded.
type meter struct {
	key   string
	runes int
	most  int // what costs more is not like it
	text  []byte
	plain [utf8.RuneSelf]uint64 // by character: its places in the word, a bit each
	other map[rune]uint64
}

func newMeter(key string) *meter {
	m := &meter{key: key, other: map[rune]uint64{}}
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

// cost is twice the letters that differ, and 1 where a word of the text begins as the word does;
// more than most where it is not like it.
func (m *meter) cost(s string) int {
	if s == "" || len(s) > tooLong {
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
func (m *meter) distance(text []byte) int {
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
