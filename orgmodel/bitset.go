package orgmodel

import "math/bits"

// A bitset is a set of numbers from 0 on.
type bitset []uint64

func newBits(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) has(i int) bool { return i >= 0 && i>>6 < len(b) && b[i>>6]&(1<<(i&63)) != 0 }

// set takes a number in that the set has room for.
func (b bitset) set(i int) {
	if i >= 0 && i>>6 < len(b) {
		b[i>>6] |= 1 << (i & 63)
	}
}

// join takes all of another set in.
func (b bitset) join(other bitset) {
	for i, w := range other {
		b[i] |= w
	}
}

func (b bitset) count() (n int) {
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}
