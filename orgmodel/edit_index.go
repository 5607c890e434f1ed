package orgmodel

import (
	"maps"
	"slices"
)

// index makes the table of ids: the old one with the new ids, where no old node has another Ref and
// there is room.
func (f *finish) index() {
	c, first := f.c, f.old.nodes()
	more := c.nodes() - first
	if f.moved || more < 0 || !f.old.ids.room(f.old.ids.used+more, c.nodes()) {
		b := Builder{c: *c}
		b.c.repeats, b.c.ids = nil, idTable{}
		b.enter()
		slices.Sort(b.c.repeats)
		c.ids, c.repeats = b.c.ids, b.c.repeats
		return
	}
	t := &c.ids
	t.slots, t.num.at = slices.Clone(t.slots), slices.Clone(t.num.at)
	c.repeats = slices.Clip(c.repeats)
	for r := Ref(first); int(r) < c.nodes(); r++ {
		id := c.id(r)
		if n := t.num.of(id); int(n) < len(t.num.at) {
			if t.num.at[n] == 0 {
				t.num.at[n] = uint32(r) + 1
			} else {
				c.repeats = append(c.repeats, r)
			}
			continue
		}
		h := t.hash(id)
		if had, slot := t.probe(c, id, h); had == None {
			t.put(slot, r, h)
		} else {
			c.repeats = append(c.repeats, r)
		}
	}
}

// group puts the lines in order of their ends: what did not change is taken over.
func (f *finish) group() {
	c, old := f.c, f.old
	var dropped []int32
	for _, n := range slices.Sorted(maps.Keys(f.lines)) {
		if f.lines[n].dropped {
			dropped = append(dropped, n)
		}
	}
	if f.moved || len(dropped) > 4 {
		c.outStart, c.out = adjacency(c.from, c.nodes())
		c.inStart, c.in = adjacency(c.to, c.nodes())
		return
	}
	c.outStart, c.out = f.regroup(old.outStart, old.out, false, dropped)
	c.inStart, c.in = f.regroup(old.inStart, old.in, true, dropped)
}

// regroup is adjacency by one end, with the groups of the ends whose lines changed put in place of
// the old ones.
func (f *finish) regroup(start, list []int32, in bool, dropped []int32) ([]int32, []int32) {
	ends := f.changedEnds(in)
	nodes, was := f.c.nodes(), f.old.nodes()
	if len(ends) == 0 && len(dropped) == 0 && nodes == was {
		return start, list
	}
	if list == nil {
		list = make([]int32, f.base.Lines())
		for i := range list {
			list[i] = int32(i)
		}
	}
	newStart, newList := make([]int32, 0, nodes+1), make([]int32, 0, len(f.c.from))
	at := 0 // the node whose group comes next
	take := func(to int) {
		by := int32(len(newList))
		if at < was {
			most := min(to, was)
			newList = append(newList, list[start[at]:start[most]]...)
			by -= start[at]
			first := len(newStart)
			newStart = append(newStart, start[at:most]...)
			for i := first; i < len(newStart) && by != 0; i++ {
				newStart[i] += by
			}
			at = most
		}
		for ; at < to; at++ {
			newStart = append(newStart, int32(len(newList)))
		}
	}
	for _, r := range slices.Sorted(maps.Keys(ends)) {
		take(int(r))
		newStart = append(newStart, int32(len(newList)))
		f.each(ends[r], in, func(l line) bool { newList = append(newList, l.n); return true })
		at++
	}
	take(nodes)
	for _, d := range slices.Backward(dropped) {
		for i, n := range newList {
			if n > d {
				newList[i] = n - 1
			}
		}
	}
	return append(newStart, int32(len(newList))), newList
}

// changedEnds are the nodes at one end of lines that were changed, dropped or added, by their Ref
// in the finished organisation, with that in the Edit. A line that keeps its end changes no group.
func (f *finish) changedEnds(in bool) map[Ref]Ref {
	ends := map[Ref]Ref{}
	add := func(r Ref) {
		if i := int(r) - f.old.declared; i >= 0 {
			ends[f.new[i]] = r
		} else {
			ends[r] = r
		}
	}
	for n, l := range f.lines {
		was, now := None, None
		if int(n) < f.base.Lines() {
			was = f.old.from[n]
			if in {
				was = f.old.to[n]
			}
		}
		if !l.dropped {
			now = l.from
			if in {
				now = l.to
			}
		}
		if was == now {
			continue
		}
		for _, r := range []Ref{was, now} {
			if r != None {
				add(r)
			}
		}
	}
	return ends
}
