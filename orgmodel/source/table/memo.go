package table

import "hash/maphash"

// A memo is a map from text to a small value, with the texts asked for last in front: titles
// and units repeat. The texts must not change.
type memo[V any] struct {
	all   map[string]V
	seed  maphash.Seed
	front []remembered[V]
}

type remembered[V any] struct {
	text string
	val  V
}

const frontSize = 1 << 9

func (m *memo[V]) init() {
	m.all, m.seed, m.front = map[string]V{}, maphash.MakeSeed(), make([]remembered[V], frontSize)
}

func (m *memo[V]) slot(text string) *remembered[V] {
	return &m.front[maphash.String(m.seed, text)%frontSize]
}

func (m *memo[V]) find(text string) (V, bool) {
	s := m.slot(text)
	if s.text == text && text != "" {
		return s.val, true
	}
	v, ok := m.all[text]
	if ok {
		s.text, s.val = text, v
	}
	return v, ok
}

func (m *memo[V]) put(text string, v V) { m.all[text] = v }
