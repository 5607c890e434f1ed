package orgmodel

import (
	"iter"
	"slices"
	"strings"
)

// Attrs are the attributes of a record: keys with one value each, sorted by key. The zero
// Attrs is empty. Attrs never change, so they may be shared and copied freely.
type Attrs struct {
	t   *attrTable
	set uint32
}

// attrTable holds attribute sets; set 0 is the empty one.
type attrTable struct {
	keys  []string
	vals  []string
	pairs []attrPair
	start []uint32 // set s is pairs[start[s]:start[s+1]]
}

type attrPair struct{ key, val uint32 }

// NewAttrs takes keys and values in turn; of a repeated key the last value counts, and a key
// without a value at the end has the empty one.
func NewAttrs(kv ...string) Attrs {
	var b attrBuilder
	b.init()
	return Attrs{&b.attrTable, b.set(kv)}
}

// Get is the value of key, empty where there is none.
func (a Attrs) Get(key string) string {
	v, _ := a.Lookup(key)
	return v
}

// Lookup is the value of key and whether the key is there at all.
func (a Attrs) Lookup(key string) (string, bool) {
	if a.t == nil {
		return "", false
	}
	ps := a.pairs()
	if len(ps) > manyAttrs {
		i, ok := slices.BinarySearchFunc(ps, key, func(p attrPair, key string) int { return strings.Compare(a.t.keys[p.key], key) })
		if !ok {
			return "", false
		}
		return a.t.vals[ps[i].val], true
	}
	for _, p := range ps {
		if a.t.keys[p.key] == key {
			return a.t.vals[p.val], true
		}
	}
	return "", false
}

// manyAttrs is how many attributes are too many to look through one by one: a table may have
// thousands of columns.
const manyAttrs = 16

// Len is how many attributes there are.
func (a Attrs) Len() int {
	if a.t == nil {
		return 0
	}
	return int(a.t.start[a.set+1] - a.t.start[a.set])
}

// All yields the attributes in the order of their keys.
func (a Attrs) All() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		if a.t == nil {
			return
		}
		for _, p := range a.pairs() {
			if !yield(a.t.keys[p.key], a.t.vals[p.val]) {
				return
			}
		}
	}
}

// Equal says that a and b have the same keys with the same values.
func (a Attrs) Equal(b Attrs) bool {
	if a.Len() != b.Len() {
		return false
	}
	if a.Len() == 0 {
		return true
	}
	ps, qs := a.pairs(), b.pairs()
	for i, p := range ps {
		if q := qs[i]; a.t.keys[p.key] != b.t.keys[q.key] || a.t.vals[p.val] != b.t.vals[q.val] {
			return false
		}
	}
	return true
}

func (a Attrs) pairs() []attrPair { return a.t.pairs[a.t.start[a.set]:a.t.start[a.set+1]] }

// attrBuilder adds sets to a table, each distinct set once.
type attrBuilder struct {
	attrTable
	keyOf map[string]uint32
	valOf map[string]uint32
	setOf map[string]uint32
	code  []byte
	tmp   []attrPair
}

func (b *attrBuilder) init() {
	if b.start == nil {
		b.start = []uint32{0, 0}
		b.keyOf, b.valOf, b.setOf = map[string]uint32{}, map[string]uint32{}, map[string]uint32{}
	}
}

func intern(of map[string]uint32, all *[]string, s string) uint32 {
	c, ok := of[s]
	if !ok {
		s = strings.Clone(s)
		c = uint32(len(*all))
		*all = append(*all, s)
		of[s] = c
	}
	return c
}

// set is the number of the set with these keys and values.
func (b *attrBuilder) set(kv []string) uint32 {
	b.tmp = b.tmp[:0]
	for i := 0; i < len(kv); i += 2 {
		v := ""
		if i+1 < len(kv) {
			v = kv[i+1]
		}
		b.tmp = append(b.tmp, attrPair{intern(b.keyOf, &b.keys, kv[i]), intern(b.valOf, &b.vals, v)})
	}
	if len(b.tmp) == 0 {
		return 0
	}
	slices.SortStableFunc(b.tmp, func(p, q attrPair) int { return strings.Compare(b.keys[p.key], b.keys[q.key]) })
	b.tmp = lastOfEach(b.tmp)
	b.code = b.code[:0]
	for _, p := range b.tmp {
		b.code = append(b.code, byte(p.key), byte(p.key>>8), byte(p.key>>16), byte(p.key>>24), byte(p.val), byte(p.val>>8), byte(p.val>>16), byte(p.val>>24))
	}
	if s, ok := b.setOf[string(b.code)]; ok {
		return s
	}
	s := uint32(len(b.start) - 1)
	b.pairs = append(b.pairs, b.tmp...)
	b.start = append(b.start, uint32(len(b.pairs)))
	b.setOf[string(b.code)] = s
	return s
}

// lastOfEach keeps the last of the neighbours that have one key.
func lastOfEach(pairs []attrPair) []attrPair {
	n := 0
	for i, p := range pairs {
		if i+1 == len(pairs) || pairs[i+1].key != p.key {
			pairs[n] = p
			n++
		}
	}
	return pairs[:n]
}

// adopt is the number of the set that equals a, which may live in another table.
func (b *attrBuilder) adopt(a Attrs) uint32 {
	if a.t == &b.attrTable {
		return a.set
	}
	kv := make([]string, 0, 2*a.Len())
	for k, v := range a.All() {
		kv = append(kv, k, v)
	}
	return b.set(kv)
}
