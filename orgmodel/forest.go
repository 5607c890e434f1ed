package orgmodel

// forest is the derived solid graph: which seat reports to which, one boss a seat, as flat
// arrays. Seats are numbered breadth first, so that a boss has a smaller number than its
// reports, the reports of one boss lie side by side, bottom-up is a scan from the end and
// top-down one from the start. A loop is cut at its member with the smallest Ref.
type forest struct {
	lift    []Ref   // person to the one live post it holds; nil where nobody holds any
	held    []hold  // by Ref: who holds it; nil where nobody holds any
	boss    []Ref   // by Ref: the seat it reports to, ghosts included; None
	line    []int32 // by Ref: the line behind boss
	num     []int32 // by Ref: breadth-first number; -1: no seat
	order   []Ref   // by number
	up      []int32 // by number: the boss's number; -1 at a root and where a loop is cut
	depth   []int32 // by number: 0 at a root
	first   []int32 // by number: its reports are first[n] to first[n+1]-1
	under   []bool  // by number: hangs under a top
	passed  refSet  // by Ref: a boss some line names though another was picked; nil where there is none
	tops    []Ref
	cut     []Ref       // one member a loop: where it is cut
	closer  map[Ref]Ref // the boss of a cut seat to that seat
	deep    int32       // largest depth
	twice   bool        // some seat has live solid lines to more than one boss
	touched Ref         // keeps the loads that warm the cache alive
	again   bool        // some seat has more than one live solid line, be they to one boss
}

// hold is who holds a post by live lines: nobody, nobody live, or some live person too.
type hold uint8

const (
	unheld hold = iota
	heldByNone
	heldBySome
)

const several Ref = -2 // lift of a person who holds several live posts

func (o *Org) solid() *forest {
	if o.w != nil {
		o.sees()
	}
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

// lifts says of every person which one live post it holds, and of every post who holds it.
func (o *Org) lifts() (lift []Ref, held []hold) {
	c := o.c
	if c.holds == 0 {
		return nil, nil
	}
	lift, held = make([]Ref, c.nodes()), make([]hold, c.nodes())
	for i := range lift {
		lift[i] = None
	}
	for i, rel := range c.rel {
		if rel != c.holds || !o.lineHolds(int32(i)) {
			continue
		}
		p, q := c.from[i], c.to[i]
		if held[q] = max(held[q], heldByNone); o.Live(p) {
			held[q] = heldBySome
		}
		if c.seatKind[c.kind[p]] != personSeat || !c.liftable(q) || int(q) < c.declared && !o.Live(q) {
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

// liftable says that a person's lines may count for q: a person's do not for another person, nor
// for what is no seat.
func (c *columns) liftable(q Ref) bool {
	return c.seatKind[c.kind[q]] != personSeat && c.shapes(q)
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
	shapes := newRefSet(n)
	for r := range n {
		if c.shapes(Ref(r)) {
			shapes.set(int32(r))
		}
	}
	for i, rel := range c.rel {
		if rel != c.solid || !o.lineHolds(int32(i)) {
			continue
		}
		s, t := c.from[i], c.to[i]
		if f.lift != nil {
			s, t = f.seatOf(s), f.seatOf(t)
		}
		if s == t || !shapes.has(int32(s)) || !shapes.has(int32(t)) {
			continue
		}
		b := f.boss[s]
		if b == None || int(b) >= c.declared && int(t) < c.declared {
			f.boss[s], f.line[s] = t, int32(i)
		}
		if b == None {
			continue
		}
		f.again = true
		if b != t {
			f.twice = true
			f.touch(b)
			f.touch(t)
		}
	}
}

// touch notes an end of a solid line that was not picked, or may not be.
func (f *forest) touch(r Ref) {
	if f.passed == nil {
		f.passed = newRefSet(len(f.boss))
	}
	f.passed.set(int32(r))
}

// shapes says that r may stand at an end of a solid line.
func (c *columns) shapes(r Ref) bool {
	return (c.seatKind[c.kind[r]] != notSeat || int(r) >= c.declared || c.kind[r] == 0) && c.idLen[r] != 0
}

// crown finds the tops and what hangs under them.
func (o *Org) crown(f *forest) {
	if o.c.someTop {
		var ended []Ref
		for _, r := range f.order {
			switch {
			case !o.flagged(r):
			case o.Live(r):
				f.tops = append(f.tops, r)
			default:
				ended = append(ended, r)
			}
		}
		if len(f.tops) == 0 {
			f.tops = ended
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
		for e := range o.holders(r) {
			if o.Flagged(e.From) {
				return true
			}
		}
	}
	return false
}
