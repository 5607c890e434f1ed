package orgmodel

import "iter"

// A seat is what reports: a post, a person who holds none, a node of a kind of one's own or a
// ghost where a reporting line touches it. A line written at a person who holds exactly one
// live post counts for that post. Each seat has at most one boss here: that of its first live
// reports-to line, lines to declared bosses first; the rule multiple-solid-lines reports the
// others. All answers about seats take any Ref and answer for its seat.

// Seats yields every seat, bosses before their reports: level by level, within a level by
// boss, then in the author's order.
func (o *Org) Seats() iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		for _, r := range o.solid().order {
			if !yield(r) {
				return
			}
		}
	}
}

// Forest yields every seat, as Seats does, with the boss it hangs under: None at a root, and
// where a loop is taken apart.
func (o *Org) Forest() iter.Seq2[Ref, Ref] {
	return func(yield func(seat, boss Ref) bool) {
		f := o.solid()
		for n, r := range f.order {
			boss := None
			if u := f.up[n]; u >= 0 {
				boss = f.order[u]
			}
			if !yield(r, boss) {
				return
			}
		}
	}
}

// IsSeat says that r itself is a seat.
func (o *Org) IsSeat(r Ref) bool { return o.has(r) && o.solid().num[r] >= 0 }

// MaySit says that a solid line may start or end at r: a post, a person, a node of a kind of
// one's own or a ghost, with an id. Solid lines at anything else shape nothing.
func (o *Org) MaySit(r Ref) bool { return o.has(r) && o.c.shapes(r) }

// seatNumber is the breadth-first number of r's seat, -1 where it has none.
func (o *Org) seatNumber(r Ref) (*forest, int32) {
	f := o.solid()
	if !o.has(r) {
		return f, -1
	}
	return f, f.num[f.seatOf(r)]
}

// Boss is the seat that r reports to as the line says, be it vacant, ended or a ghost; None
// where there is none.
func (o *Org) Boss(r Ref) Ref {
	f, n := o.seatNumber(r)
	if n < 0 {
		return None
	}
	return f.boss[f.order[n]]
}

// BossLine is the line behind Boss.
func (o *Org) BossLine(r Ref) (Edge, bool) {
	f, n := o.seatNumber(r)
	if n < 0 || f.boss[f.order[n]] == None {
		return noEdge, false
	}
	return o.edge(f.line[f.order[n]]), true
}

// Reports yields the seats that report to r directly, in the author's order, ended ones
// included.
func (o *Org) Reports(r Ref) iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		f, n := o.seatNumber(r)
		if n < 0 {
			return
		}
		cut := f.cutUnder(f.order[n])
		for i := f.first[n]; i < f.first[n+1]; i++ {
			if s := f.order[i]; cut != None && cut < s {
				if !yield(cut) {
					return
				}
				cut = None
			}
			if !yield(f.order[i]) {
				return
			}
		}
		if cut != None {
			yield(cut)
		}
	}
}

// cutUnder is the report of r at which a loop is cut, None where there is none. A seat has one
// at most: it is on the same loop.
func (f *forest) cutUnder(r Ref) Ref {
	if s, ok := f.closer[r]; ok {
		return s
	}
	return None
}

// Span is how many live seats report to r directly; only the filled ones where filled is set.
func (o *Org) Span(r Ref, filled bool) int {
	k := 0
	for s := range o.Reports(r) {
		if o.Live(s) && !(filled && o.Occupancy(s) == Vacant) {
			k++
		}
	}
	return k
}

// Depth is how many solid lines lie between r and the root above it, 0 at a root, -1 where r
// is no seat. A loop counts from its member with the smallest Ref.
func (o *Org) Depth(r Ref) int {
	f, n := o.seatNumber(r)
	if n < 0 {
		return -1
	}
	return int(f.depth[n])
}

// Layers is how many levels of seats there are from r down, r's own included; 0 where r is no
// seat.
func (o *Org) Layers(r Ref) int {
	f, n := o.seatNumber(r)
	if n < 0 {
		return 0
	}
	deepest := f.depth[n]
	// One level of a subtree is a run of numbers: the reports of a run are a run.
	for lo, hi := n, n+1; lo < hi; lo, hi = f.first[lo], f.first[hi] {
		deepest = f.depth[lo]
	}
	return int(deepest-f.depth[n]) + 1
}

// Deepest is the seat that lies deepest, the first of several, None where there are no seats.
func (o *Org) Deepest() Ref {
	f := o.solid()
	for n, d := range f.depth {
		if d == f.deep {
			return f.order[n]
		}
	}
	return None
}

// Tops are the seats flagged as top, if any is, ended ones only where no live one is; else those without a boss that have reports.
// The only seat of an organisation is its top.
func (o *Org) Tops() []Ref { return append([]Ref(nil), o.solid().tops...) }

// UnderTop says that r is a top or hangs under one by solid lines.
func (o *Org) UnderTop(r Ref) bool {
	f, n := o.seatNumber(r)
	return n >= 0 && f.under[n]
}

// Cuts yields one member of every loop of bosses: the one with the smallest Ref, where walks
// from the top down take the loop apart.
func (o *Org) Cuts() iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		for _, r := range o.solid().cut {
			if !yield(r) {
				return
			}
		}
	}
}

// IsCut says that r is where a loop is taken apart.
func (o *Org) IsCut(r Ref) bool {
	f, n := o.seatNumber(r)
	return n >= 0 && f.up[n] < 0 && f.boss[f.order[n]] != None
}

// ManyLines says that some seat has more than one live solid line, be they all to one boss.
func (o *Org) ManyLines() bool { return o.solid().again }

// ManyBosses says that some seat has more than one live solid line.
func (o *Org) ManyBosses() bool { return o.solid().twice }
