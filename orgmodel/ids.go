package orgmodel

import (
	"hash/maphash"
	"math/bits"
)

// idTable finds a node by its id: a numbering for the ids that are numbers, and for the rest
// open addressing over 32-bit slots. A slot holds a node's number plus one in its low bits and
// a tag from the hash in the rest, so that most misses never touch the text. The seed differs
// from process to process and no order of the table ever reaches an answer.
type idTable struct {
	num     numbering
	slots   []uint32
	used    int    // slots taken
	shift   uint   // hash to slot
	low     uint32 // mask of the number
	seed    maphash.Seed
	touched uint32 // keeps the loads that warm the cache alive
}

// room says that n ids fit into the slots without crowding them, and nodes into a slot's bits.
func (t *idTable) room(n, nodes int) bool {
	return len(t.slots) > 0 && len(t.slots) >= n+n/4 && uint32(nodes) < t.low
}

// newIDTable is the empty table for the ids of c, its slots yet to be made.
func newIDTable(c *columns) idTable {
	n := len(c.kind)
	t := idTable{low: 1<<bits.Len(uint(n+n/16+16)) - 1, seed: maphash.MakeSeed()}
	if t.num.like(c) {
		t.num.at = []uint32{}
	}
	return t
}

// numbers reads the numbers of the ids from node first on, nil where there is no numbering,
// and says how many ids are left to the slots.
func (t *idTable) numbers(c *columns, first int) (nums []uint32, rest int) {
	rest = len(c.kind) - first
	if t.num.at == nil {
		return nil, rest
	}
	nums = t.num.numbers(c, first)
	if first == 0 {
		t.num.size(nums)
	}
	for _, n := range nums {
		if int(n) < len(t.num.at) {
			rest--
		}
	}
	return nums, rest
}

func slotsFor(n int) int {
	size := 16
	for size < n+n/2 {
		size *= 2
	}
	return size
}

func shiftFor(slots int) uint { return uint(64 - bits.Len(uint(slots-1))) }

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

// like is the first node with the tag of this hash, None where there is none: if the slots
// have an id of this hash at all, it is most likely this node's.
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
	t.used++
}

// find is the node with this id, ghosts included; None where there is none.
func (t *idTable) find(c *columns, id string) Ref {
	if n := t.num.of(id); int(n) < len(t.num.at) {
		return Ref(t.num.at[n]) - 1
	}
	if len(t.slots) == 0 {
		return None
	}
	r, _ := t.probe(c, id, t.hash(id))
	return r
}
