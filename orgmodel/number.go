package orgmodel

import (
	"math/bits"
	"slices"
)

// refSet is a set of small numbers: an eighth of a byte each, so that a set of a million nodes
// lies in the second-level cache where a column of theirs does not.
type refSet []uint64

func newRefSet(n int) refSet      { return make(refSet, (n+63)/64) }
func (b refSet) set(i int32)      { b[i>>6] |= 1 << (i & 63) }
func (b refSet) has(i int32) bool { return b[i>>6]>>(i&63)&1 != 0 }

// number walks the seats breadth first. Most seats have no reports: what is looked up in no
// order is looked up for those that have.
func (o *Org) number(f *forest) {
	start, list := reportsOf(f.boss)
	bosses := newRefSet(len(f.boss))
	f.num = make([]int32, len(f.boss))
	seats := 0
	for r := range f.num {
		f.num[r] = noSeat
		has := start[r] != start[r+1]
		if has {
			bosses.set(int32(r))
		}
		if has || f.boss[r] != None || o.sitsAlone(f, Ref(r)) || f.passed != nil && f.passed.has(int32(r)) {
			f.num[r] = unmet
			seats++
		}
	}
	f.cutLoops(bosses)
	f.order = make([]Ref, 0, seats)
	f.up, f.depth = make([]int32, 0, seats), make([]int32, 0, seats)
	f.first = make([]int32, 0, seats+1)
	f.spread(start, list, bosses)
	for n, r := range f.order {
		f.num[r] = int32(n)
	}
}

const noSeat, unmet int32 = -1, -2 // in forest.num

// sitsAlone says that r is a seat though no solid line touches it: a post, or a person who holds
// none.
func (o *Org) sitsAlone(f *forest, r Ref) bool {
	if int(r) >= o.c.declared {
		return false
	}
	switch o.c.seatKind[o.c.kind[r]] {
	case postSeat:
		return true
	case personSeat:
		return f.lift == nil || f.lift[r] == None
	}
	return false
}

// cutLoops finds each loop once and keeps its smallest member. A member of a loop has a report:
// walks begin at bosses alone, and none goes where an earlier one was. They mark their way in
// num, which is filled in later.
func (f *forest) cutLoops(bosses refSet) {
	for w, word := range bosses {
		for ; word != 0; word &= word - 1 {
			r := Ref(w*64 + bits.TrailingZeros64(word))
			s := r
			for s != None && f.num[s] < 0 {
				f.num[s] = int32(r)
				s = f.boss[s]
			}
			if s == None || f.num[s] != int32(r) {
				continue // came to a root, or ran into an earlier walk
			}
			least := s
			for t := f.boss[s]; t != s; t = f.boss[t] {
				least = min(least, t)
			}
			f.cut = append(f.cut, least)
		}
	}
	slices.Sort(f.cut)
	f.closer = make(map[Ref]Ref, len(f.cut))
	for _, s := range f.cut {
		f.closer[f.boss[s]] = s
	}
}

// spread numbers the roots, by Ref, the cut members of loops after them, and everything below.
func (f *forest) spread(start []int32, list []Ref, bosses refSet) {
	for r, b := range f.boss {
		if b == None && f.num[r] != noSeat {
			f.order = append(f.order, Ref(r))
		}
	}
	f.order = append(f.order, f.cut...)
	for range f.order {
		f.up = append(f.up, -1)
		f.depth = append(f.depth, 0)
	}
	var lo, hi [64]int32
	touched := Ref(0)
	for n := 0; n < len(f.order); {
		// The lists of a block are touched before any is used, so that their cache misses
		// overlap.
		block := f.order[n:min(n+len(lo), len(f.order))]
		for k, r := range block {
			lo[k], hi[k] = 0, 0
			if bosses.has(int32(r)) {
				lo[k], hi[k] = start[r], start[r+1]
			}
		}
		for k := range block {
			if lo[k] < hi[k] {
				touched |= list[lo[k]]
			}
		}
		for k, r := range block {
			f.first = append(f.first, int32(len(f.order)))
			if lo[k] < hi[k] {
				f.push(int32(n+k), r, list[lo[k]:hi[k]])
			}
		}
		n += len(block)
	}
	f.touched = touched
	f.first = append(f.first, int32(len(f.order)))
}

// push numbers the reports of r, whose number is n.
func (f *forest) push(n int32, r Ref, reports []Ref) {
	d := f.depth[n] + 1
	cut := f.cutUnder(r)
	for _, s := range reports {
		if s == cut {
			continue // closes a loop
		}
		f.order = append(f.order, s)
		f.up = append(f.up, n)
		f.depth = append(f.depth, d)
		f.deep = d
	}
}

// reportsOf turns bosses into lists of reports, each in the author's order.
func reportsOf(boss []Ref) (start []int32, list []Ref) {
	start = make([]int32, len(boss)+1)
	total := 0
	for _, b := range boss {
		if b != None {
			start[b+1]++
			total++
		}
	}
	for i := 1; i < len(start); i++ {
		start[i] += start[i-1]
	}
	list = make([]Ref, total)
	for r, b := range boss {
		if b != None {
			list[start[b]] = Ref(r)
			start[b]++
		}
	}
	copy(start[1:], start[:len(boss)])
	start[0] = 0
	return start, list
}
