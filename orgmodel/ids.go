package orgmodel

import (
	"hash/maphash"
	"math/bits"
)

// idTable finds a node by its id: open addressing over 32-bit slots. A slot holds a node's
// number plus one in its low bits and a tag from the hash in the rest, so that most misses
// never touch the text. The seed differs from process to process and no order of the table
// ever reaches an answer.
type idTable struct {
	slots   []uint32
	shift   uint   // hash to slot
	low     uint32 // mask of the number
	seed    maphash.Seed
	touched uint32 // keeps the loads that warm the cache alive
}

// room says that n ids fit without crowding the table.
func (t *idTable) room(n int) bool {
	return len(t.slots) > 0 && len(t.slots) >= n+n/4 && uint32(n) < t.low
}

func newIDTable(n int) idTable {
	size := 16
	for size < n+n/2 {
		size *= 2
	}
	return idTable{
		slots: make([]uint32, size),
		shift: uint(64 - bits.Len(uint(size-1))),
		low:   1<<bits.Len(uint(n+1)) - 1,
		seed:  maphash.MakeSeed(),
	}
}

func (t *idTable) hash(id string) uint64 { return maphash.String(t.seed, id) }

// probe gives the node with this id, or the free slot where it belongs.
func (t *idTable) probe(c *columns, id string, h uint64) (Ref, uint64) {
	mask := uint64(len(t.slots) - 1)
	tag := uint32(h) &^ t.low
	for i := h >> t.shift; ; i = (i + 1) & mask {
		s := t.slots[i]
		if s == 0 {
			return None, i
		}
		if s&^t.low == tag {
			if r := Ref(s&t.low) - 1; c.id(r) == id {
				return r, i
			}
		}
	}
}

// like is the first node with the tag of this hash, None where there is none: if the table has
// an id of this hash at all, it is most likely this node's.
func (t *idTable) like(h uint64) Ref {
	mask := uint64(len(t.slots) - 1)
	tag := uint32(h) &^ t.low
	for i := h >> t.shift; ; i = (i + 1) & mask {
		if s := t.slots[i]; s == 0 || s&^t.low == tag {
			return Ref(s&t.low) - 1
		}
	}
}

func (t *idTable) put(slot uint64, r Ref, h uint64) {
	t.slots[slot] = uint32(h)&^t.low | uint32(r+1)
}

// find is probe for readers of a finished table.
func (t *idTable) find(c *columns, id string) Ref {
	if len(t.slots) == 0 {
		return None
	}
	r, _ := t.probe(c, id, t.hash(id))
	return r
}
