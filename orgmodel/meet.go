package orgmodel

// CommonManager is the nearest boss that a and b share, counting a seat as its own: for a
// manager and one of its reports it is that manager. None where they share none. In a loop
// the line into the member with the smallest Ref does not count.
func (o *Org) CommonManager(a, b Ref) Ref {
	if !o.has(a) || !o.has(b) {
		return None
	}
	s := o.berths()
	x, y := s.by[a], s.by[b]
	switch {
	case x.seat < 0 || y.seat < 0:
		return None
	case x.seat == y.seat:
		return o.solid().order[x.seat]
	case x.boss < 0 || y.boss < 0:
		return None
	}
	n := int32(-1)
	if s.head != nil {
		n = s.meetFar(x.boss, y.boss)
	} else {
		n = s.meetNear(x.boss, y.boss)
	}
	if n < 0 {
		return None
	}
	return s.ref[n]
}

// berths is what CommonManager asks for, made when it is first used. Where data lies decides: a
// look at a random person costs a cache miss, and there is one for each of the two; from there
// up the way leads among those who have reports, numbered apart, breadth first as seats are.
type berths struct {
	by    []berth // by Ref
	up    []int32 // by boss: its own boss; -1
	ref   []Ref   // by boss
	level []int32 // the first boss of each depth from 1 on
	head  []int32 // by boss: where its heavy path begins; nil where no chain is long
}

// berth is the number of a Ref's seat, and the boss it counts for: the seat if it has reports,
// else its boss; -1 for none.
type berth struct{ seat, boss int32 }

// farDown is the depth from which on chains are climbed by paths and not by steps.
const farDown = 64

func (o *Org) berths() *berths {
	if o.w != nil {
		o.sees()
	}
	o.d.berths.Do(func() { o.d.berth = o.solid().berths(o.c.nodes()) })
	return &o.d.berth
}

func (f *forest) berths(nodes int) berths {
	var s berths
	boss := make([]int32, len(f.order)) // by seat: the boss it counts for
	for n, u := range f.up {
		boss[n] = -1
		if u >= 0 {
			boss[n] = boss[u]
		}
		if f.first[n] < f.first[n+1] {
			for int(f.depth[n]) > len(s.level) && f.deep <= farDown {
				s.level = append(s.level, int32(len(s.up)))
			}
			s.up = append(s.up, boss[n])
			boss[n] = int32(len(s.ref))
			s.ref = append(s.ref, f.order[n])
		}
	}
	s.by = make([]berth, nodes)
	for r := range s.by {
		s.by[r] = berth{-1, -1}
		if n := f.num[f.seatOf(Ref(r))]; n >= 0 {
			s.by[r] = berth{n, boss[n]}
		}
	}
	if f.deep > farDown {
		s.head = heavyPaths(s.up)
	}
	return s
}

// depth of a boss: levels are runs of numbers. No branch depends on the number, so that none is
// mispredicted.
func (s *berths) depth(n int32) (d int) {
	for _, first := range s.level {
		d += int(uint32(first-n-1) >> 31) // 1 where first <= n
	}
	return d
}

// meetNear climbs step by step, from one depth on from both at once.
func (s *berths) meetNear(n, m int32) int32 {
	up := s.up
	d := s.depth(n) - s.depth(m)
	for ; d > 0; d-- {
		n = up[n]
	}
	for ; d < 0; d++ {
		m = up[m]
	}
	for n != m {
		if n < 0 || m < 0 {
			return -1 // two roots
		}
		n, m = up[n], up[m]
	}
	return n
}

// meetFar climbs path by path: of two, that which begins deeper. The path of a boss goes on to
// the one of its reports with most below it, so that a climb crosses a logarithmic number of
// paths, and a chain is one path (D. D. Sleator and R. E. Tarjan, A data structure for dynamic
// trees, 1983).
func (s *berths) meetFar(n, m int32) int32 {
	// A boss has a smaller number than its reports: of two paths the one with the larger head
	// does not hold the other's.
	for h, k := s.head[n], s.head[m]; h != k; {
		if h > k {
			if n = s.up[h]; n < 0 {
				return -1
			}
			h = s.head[n]
		} else {
			if m = s.up[k]; m < 0 {
				return -1
			}
			k = s.head[m]
		}
	}
	return min(n, m)
}

// heavyPaths gives each boss the first of its path.
func heavyPaths(up []int32) []int32 {
	size, heavy := make([]int32, len(up)), make([]int32, len(up))
	for n := len(up) - 1; n >= 0; n-- {
		size[n]++
		if u := up[n]; u >= 0 {
			if size[u] += size[n]; heavy[u] == 0 || size[n] > size[heavy[u]] {
				heavy[u] = int32(n)
			}
		}
	}
	head := size // no size is needed any more
	for n, u := range up {
		head[n] = int32(n)
		if u >= 0 && heavy[u] == int32(n) {
			head[n] = head[u]
		}
	}
	return head
}

// meet is the number of the nearest seat above or at both n and m, -1 where there is none.
func (o *Org) meet(f *forest, n, m int32) int32 {
	if f.deep > farDown {
		if r := o.CommonManager(f.order[n], f.order[m]); r != None {
			return f.num[r]
		}
		return -1
	}
	// A boss has a smaller number than its reports: the larger number always climbs.
	for n != m {
		if n > m {
			n = f.up[n]
		} else {
			m = f.up[m]
		}
	}
	return n
}
