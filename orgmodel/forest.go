package orgmodel

import "slices"

// forest is the derived solid graph: which seat reports to which, one boss a seat, as flat
// arrays. Seats are numbered breadth first, so that a boss has a smaller number than its
// reports, the reports of one boss lie side by side, bottom-up is a scan from the end and
// top-down one from the start. A loop is cut at its member with the smallest Ref.
type forest struct {
	lift   []Ref   // person to the one live post it holds; nil where nobody holds any
	held   []bool  // by Ref: a live person holds it; nil where nobody holds any
	boss   []Ref   // by Ref: the seat it reports to, ghosts included; None
	line   []int32 // by Ref: the line behind boss
	num    []int32 // by Ref: breadth-first number; -1: no seat
	order  []Ref   // by number
	up     []int32 // by number: the boss's number; -1 at a root and where a loop is cut
	depth  []int32 // by number: 0 at a root
	first  []int32 // by number: its reports are first[n] to first[n+1]-1
	under  []bool  // by number: hangs under a top
	tops   []Ref
	cut    []Ref       // one member a loop: where it is cut
	closer map[Ref]Ref // the boss of a cut seat to that seat
	deep   int32       // largest depth
	twice  bool        // some seat has more than one live solid line
}

const several Ref = -2 // lift of a person who holds several live posts

func (o *Org) solid() *forest {
	o.d.once.Do(func() { o.d.forest = o.grow() })
	return o.d.forest
}

func (o *Org) grow() *forest {
	f := &forest{}
	f.lift, f.held = o.lifts()
	o.bosses(f)
	o.number(f)
	o.crown(f)
	return f
}

// lifts says of every person which one live post it holds, and of every post whether a live
// person holds it.
func (o *Org) lifts() (lift []Ref, held []bool) {
	c := o.c
	if c.holds == 0 {
		return nil, nil
	}
	lift, held = make([]Ref, c.nodes()), make([]bool, c.nodes())
	for i := range lift {
		lift[i] = None
	}
	for i, rel := range c.rel {
		if rel != c.holds || !o.lineHolds(int32(i)) {
			continue
		}
		p, q := c.from[i], c.to[i]
		held[q] = held[q] || o.Live(p)
		if c.seatKind[c.kind[p]] != personSeat || int(q) < c.declared && !o.Live(q) {
			continue
		}
		switch lift[p] {
		case None:
			lift[p] = q
		case q:
		default:
			lift[p] = several
		}
	}
	return lift, held
}

// SeatOf is the seat that stands for r in reporting lines: a person's one live post, or r
// itself.
func (o *Org) SeatOf(r Ref) Ref {
	if !o.has(r) {
		return None
	}
	return o.solid().seatOf(r)
}

func (f *forest) seatOf(r Ref) Ref {
	if f.lift == nil || f.lift[r] < 0 {
		return r
	}
	return f.lift[r]
}

// bosses picks each seat's boss: the first live solid line in the author's order, those to
// declared bosses before those to ghosts. A line to oneself and one with an empty end shape
// nothing.
func (o *Org) bosses(f *forest) {
	c := o.c
	n := c.nodes()
	f.boss, f.line = make([]Ref, n), make([]int32, n)
	for i := range f.boss {
		f.boss[i] = None
	}
	if c.solid == 0 {
		return
	}
	for i, rel := range c.rel {
		if rel != c.solid || !o.lineHolds(int32(i)) {
			continue
		}
		s, t := f.seatOf(c.from[i]), f.seatOf(c.to[i])
		if s == t || !c.shapes(s) || !c.shapes(t) {
			continue
		}
		switch b := f.boss[s]; {
		case b == None || int(b) >= c.declared && int(t) < c.declared:
			f.twice = f.twice || b != None
			f.boss[s], f.line[s] = t, int32(i)
		case b != t:
			f.twice = true
		}
	}
}

// shapes says that r may stand at an end of a solid line.
func (c *columns) shapes(r Ref) bool {
	return (c.seatKind[c.kind[r]] != notSeat || int(r) >= c.declared || c.kind[r] == 0) && c.idLen[r] != 0
}

// number walks the seats breadth first.
func (o *Org) number(f *forest) {
	start, list := reportsOf(f.boss)
	f.num = make([]int32, o.c.nodes())
	seats := 0
	for r := range f.num {
		f.num[r] = noSeat
		if o.sits(f, start, Ref(r)) {
			f.num[r] = unmet
			seats++
		}
	}
	f.order = make([]Ref, 0, seats)
	f.up, f.depth = make([]int32, 0, seats), make([]int32, 0, seats)
	f.first = make([]int32, 0, seats+1)
	f.spread(start, list)
	if len(f.order) < seats {
		// What was not met is on a loop or under one. Cut the loops and walk again.
		f.cutLoops()
		for _, r := range f.order {
			f.num[r] = unmet
		}
		f.order, f.up, f.depth, f.first = f.order[:0], f.up[:0], f.depth[:0], f.first[:0]
		f.spread(start, list)
	}
	f.first = append(f.first, int32(len(f.order)))
}

const noSeat, unmet int32 = -1, -2 // in forest.num

func (f *forest) root(r Ref) {
	f.num[r] = int32(len(f.order))
	f.order = append(f.order, r)
	f.up = append(f.up, -1)
	f.depth = append(f.depth, 0)
}

// spread numbers the roots, by Ref, the cut members of loops after them, and everything below.
func (f *forest) spread(start []int32, list []Ref) {
	for r, b := range f.boss {
		if b == None && f.num[r] == unmet {
			f.root(Ref(r))
		}
	}
	for _, r := range f.cut {
		f.root(r)
	}
	for n := 0; n < len(f.order); n++ {
		f.first = append(f.first, int32(len(f.order)))
		r, d := f.order[n], f.depth[n]+1
		for _, s := range list[start[r]:start[r+1]] {
			if f.num[s] >= 0 {
				continue // closes a loop
			}
			f.num[s] = int32(len(f.order))
			f.order = append(f.order, s)
			f.up = append(f.up, int32(n))
			f.depth = append(f.depth, d)
			f.deep = max(f.deep, d)
		}
	}
}

// cutLoops finds each loop once and keeps its smallest member. Every unmet seat has a boss
// that is unmet too.
func (f *forest) cutLoops() {
	seen := make(map[Ref]Ref) // seat to the seat its walk began at
	for r := range f.num {
		if f.num[r] != unmet {
			continue
		}
		s := Ref(r)
		for {
			if _, ok := seen[s]; ok {
				break
			}
			seen[s] = Ref(r)
			s = f.boss[s]
		}
		if seen[s] != Ref(r) {
			continue // ran into an earlier walk
		}
		least := s
		for t := f.boss[s]; t != s; t = f.boss[t] {
			least = min(least, t)
		}
		f.cut = append(f.cut, least)
	}
	slices.Sort(f.cut)
	f.closer = make(map[Ref]Ref, len(f.cut))
	for _, s := range f.cut {
		f.closer[f.boss[s]] = s
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

// sits says that r is a seat: a post, a person who holds none, or whatever else a solid line
// touches.
func (o *Org) sits(f *forest, start []int32, r Ref) bool {
	touched := f.boss[r] != None || start[r] != start[r+1]
	if int(r) >= o.c.declared {
		return touched
	}
	switch o.c.seatKind[o.c.kind[r]] {
	case postSeat:
		return true
	case personSeat:
		return f.lift == nil || f.lift[r] == None || touched
	}
	return touched
}

// crown finds the tops and what hangs under them.
func (o *Org) crown(f *forest) {
	for _, r := range f.order {
		if o.flagged(r) {
			f.tops = append(f.tops, r)
		}
	}
	f.under = make([]bool, len(f.order))
	if len(f.tops) == 0 {
		for n, r := range f.order {
			if f.up[n] < 0 && f.boss[r] == None && int(r) < o.c.declared && (f.first[n] < f.first[n+1] || len(f.order) == 1) {
				f.tops = append(f.tops, r)
			}
		}
	}
	for _, r := range f.tops {
		f.under[f.num[r]] = true
	}
	for n := range f.under {
		if u := f.up[n]; u >= 0 && f.under[u] {
			f.under[n] = true
		}
	}
}

// flagged says that a seat, or a live holder of it, is flagged as a top.
func (o *Org) flagged(r Ref) bool {
	if o.Flagged(r) {
		return true
	}
	if o.c.holds != 0 {
		for e := range o.Holders(r) {
			if o.Flagged(e.From) {
				return true
			}
		}
	}
	return false
}
