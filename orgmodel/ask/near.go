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
		if o.IsRepeat(r) {
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
	word []rune
	key  string
	most int // what costs more is not like it
	row  []int
	text []byte
}

func newMeter(key string) *meter {
	m := &meter{word: []rune(key), key: key}
	m.most = 2 * (1 + len(m.word)/4)
	m.row = make([]int, len(m.word)+1)
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
	if beginsWord(string(m.text), m.key) {
		return 1
	}
	return 2 * m.distance(m.text, m.most/2)
}

// distance is how many letters differ (Levenshtein, two that changed places counting two), or
// more than most.
func (m *meter) distance(text []byte, most int) int {
	n := utf8.RuneCount(text)
	if n > len(m.word)+most || n < len(m.word)-most {
		return most + 1
	}
	for j := range m.row {
		m.row[j] = j
	}
	i := 0
	for k := 0; k < len(text); {
		r, size := utf8.DecodeRune(text[k:])
		k += size
		i++
		prev, least := m.row[0], i
		m.row[0] = i
		for j := 1; j < len(m.row); j++ {
			step := prev
			if r != m.word[j-1] {
				step = 1 + min(prev, m.row[j-1], m.row[j])
			}
			prev, m.row[j] = m.row[j], step
			least = min(least, step)
		}
		if least > most {
			return most + 1
		}
	}
	return m.row[len(m.word)]
}
