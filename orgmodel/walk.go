package orgmodel

import "iter"

// Up yields what lies above r, nearest first, with the distance in lines: without rels along
// solid lines between seats; with rels along the lines of these relations as they are
// written. Each node comes once, r itself never, so loops end.
func (o *Org) Up(r Ref, rels ...Rel) iter.Seq2[Ref, int] {
	if len(rels) > 0 {
		return o.along(r, rels, false)
	}
	return func(yield func(Ref, int) bool) {
		f, n := o.seatNumber(r)
		if n < 0 {
			return
		}
		stop := None
		for s, d := f.boss[f.order[n]], 1; s != None && s != stop; s, d = f.boss[s], d+1 {
			if stop == None && f.boss[s] != None && f.up[f.num[s]] < 0 {
				// s is where a loop is cut. Going round it ends where the walk came onto it.
				stop = f.order[o.meet(f, n, f.num[f.boss[s]])]
			}
			if s == f.order[n] || !yield(s, d) {
				return
			}
		}
	}
}

// Down yields what lies below r, nearest first, with the distance in lines: without rels the
// seats under r's seat along solid lines; with rels along the lines of these relations as they
// are written. Each node comes once, r itself never.
func (o *Org) Down(r Ref, rels ...Rel) iter.Seq2[Ref, int] {
	if len(rels) > 0 {
		return o.along(r, rels, true)
	}
	return func(yield func(Ref, int) bool) {
		f, n := o.seatNumber(r)
		if n < 0 {
			return
		}
		if o.onLoop(f, n) {
			o.downLoop(r, yield)
			return
		}
		lo, hi := f.first[n], f.first[n+1]
		for d := 1; lo < hi; lo, hi, d = f.first[lo], f.first[hi], d+1 {
			for i := lo; i < hi; i++ {
				if !yield(f.order[i], d) {
					return
				}
			}
		}
	}
}

// onLoop says that the seat numbered n is a member of a loop.
func (o *Org) onLoop(f *forest, n int32) bool {
	if len(f.cut) == 0 {
		return false
	}
	root := n
	for f.up[root] >= 0 {
		root = f.up[root]
	}
	b := f.boss[f.order[root]]
	return b != None && o.meet(f, n, f.num[b]) == n
}

// downLoop is Down for a member of a loop: everything below, the whole loop included.
func (o *Org) downLoop(r Ref, yield func(Ref, int) bool) {
	o.spreadOut(o.SeatOf(r), func(s Ref, visit func(Ref) bool) bool {
		for t := range o.Reports(s) {
			if !visit(t) {
				return false
			}
		}
		return true
	})(yield)
}

// along yields what live lines of some relations lead to from r, or in what they come from, breadth
// first. It reads the columns: at a million nodes an iterator for each costs more than the walk.
func (o *Org) along(r Ref, rels []Rel, in bool) iter.Seq2[Ref, int] {
	return func(yield func(Ref, int) bool) {
		take, any := o.c.relSet(rels)
		if !any || !o.has(r) {
			return
		}
		start, list, far := o.c.outStart, o.c.out, o.c.to
		if in {
			start, list, far = o.c.inStart, o.c.in, o.c.from
		}
		met := newMetSet(o.c.nodes())
		met.add(r)
		queue := []Ref{r}
		ends := 1 // where the nodes at distance d-1 end in the queue
		for i, d := 0, 1; i < len(queue); i++ {
			if i == ends {
				ends, d = len(queue), d+1
			}
			for k := start[queue[i]]; k < start[queue[i]+1]; k++ {
				l := k
				if list != nil {
					l = list[k]
				}
				if !take[o.c.rel[l]] || !o.lineHolds(l) || !met.add(far[l]) {
					continue
				}
				queue = append(queue, far[l])
				if !yield(far[l], d) {
					return
				}
			}
		}
	}
}

// spreadOut yields what next leads to from r, breadth first.
func (o *Org) spreadOut(r Ref, next func(Ref, func(Ref) bool) bool) iter.Seq2[Ref, int] {
	return func(yield func(Ref, int) bool) {
		if !o.has(r) {
			return
		}
		seen := newMetSet(o.c.nodes())
		seen.add(r)
		queue := []Ref{r}
		ends := 1 // where the nodes at distance d-1 end in the queue
		for i, d := 0, 1; i < len(queue); i++ {
			if i == ends {
				ends, d = len(queue), d+1
			}
			ok := next(queue[i], func(s Ref) bool {
				if !seen.add(s) {
					return true
				}
				queue = append(queue, s)
				return yield(s, d)
			})
			if !ok {
				return
			}
		}
	}
}
