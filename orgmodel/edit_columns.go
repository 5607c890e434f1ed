package orgmodel

import "slices"

// lineColumns puts together the columns of the lines, their ends still Refs of the Edit.
func (f *finish) lineColumns() {
	if len(f.lines) == 0 {
		return
	}
	c, run := f.c, f.lineRun
	c.from = spliced(c.from, run, 0, 0, func(p piece) Ref { return p.line.from })
	c.to = spliced(c.to, run, 0, 0, func(p piece) Ref { return p.line.to })
	c.rels = slices.Clip(c.rels)
	c.rel = spliced(c.rel, run, 0, 0, func(p piece) uint16 { return nameCode(&c.rels, string(p.line.Rel)) })
	c.rel, c.rels = firstFirst(c.rel, c.rels)
	if len(c.scope) > 0 || some(run, func(p piece) bool { return p.line.scope != None }) {
		c.scope = spliced(c.scope, run, None, 0, func(p piece) Ref { return p.line.scope })
	}
	if len(c.lineAttrs) > 0 || some(run, func(p piece) bool { return p.line.Attrs.Len() > 0 }) {
		c.lineAttrs = spliced(c.lineAttrs, run, 0, 0, func(p piece) uint32 { return f.attrs.set(p.line.Attrs) })
	}
	if len(c.lineLive) > 0 || some(run, func(p piece) bool { return !p.line.Live.IsZero() }) {
		c.lineLive = spliced(c.lineLive, run, Interval{}, 0, func(p piece) Interval { return p.line.Live })
	}
	c.linePlace = c.linePlace.spliced(run, func(p piece) Pos { return p.line.Pos })
}

// settle gives every node of the Edit its Ref in the finished organisation: ghosts come after the
// records, in the order in which lines name them.
func (f *finish) settle() {
	c, first := f.c, f.old.declared
	f.new = make([]Ref, f.old.nodes()+len(f.names)-first)
	for i := range f.new {
		f.new[i] = None
	}
	for i, r := range f.added {
		f.new[int(r)-first] = Ref(first + i)
	}
	c.declared += len(f.added)
	next := Ref(c.declared)
	haunt := func(r Ref) {
		if int(r) >= first && f.new[int(r)-first] == None {
			f.new[int(r)-first] = next
			f.ghosts = append(f.ghosts, r)
			next++
		}
	}
	if f.haunted {
		for i, r := range c.from {
			haunt(r)
			haunt(c.to[i])
			if i < len(c.scope) && c.scope[i] != None {
				haunt(c.scope[i])
			}
		}
	} else {
		for r := first; r < f.old.nodes(); r++ {
			haunt(Ref(r))
		}
	}
	renamed := false
	for i, r := range f.new {
		renamed = renamed || r != Ref(first+i)
		f.moved = f.moved || first+i < f.old.nodes() && r != Ref(first+i)
	}
	if renamed {
		c.from, c.to, c.scope = f.resettled(c.from), f.resettled(c.to), f.resettled(c.scope)
	}
}

// resettled is a column of Refs of the Edit as Refs of the finished organisation.
func (f *finish) resettled(col []Ref) []Ref {
	first := Ref(f.old.declared)
	i := slices.IndexFunc(col, func(r Ref) bool { return r >= first })
	if i < 0 {
		return col
	}
	col = slices.Clone(col)
	for ; i < len(col); i++ {
		if r := col[i]; r >= first {
			col[i] = f.new[r-first]
		}
	}
	return col
}

// nodeColumns puts together the columns of the nodes.
func (f *finish) nodeColumns() {
	c, run := f.c, f.nodeRun
	same := len(f.names) == 0 && len(f.added) == 0 && !f.moved && len(f.ghosts) == f.old.nodes()-f.old.declared
	if len(f.nodes) == 0 && same {
		return
	}
	ghosts := len(f.ghosts)
	c.kinds = slices.Clip(c.kinds)
	c.kind = spliced(c.kind, run, 0, ghosts, func(p piece) uint16 { return nameCode(&c.kinds, string(p.node.Kind)) })
	c.kind, c.kinds = firstFirst(c.kind, c.kinds)
	c.attrs = spliced(c.attrs, run, 0, ghosts, func(p piece) uint32 { return f.attrs.set(p.node.Attrs) })
	c.seatKind = make([]seating, len(c.kinds))
	for i, k := range c.kinds {
		c.seatKind[i] = seatingOf(Kind(k))
	}
	if len(c.live) > 0 || some(run, func(p piece) bool { return !p.node.Live.IsZero() }) {
		c.live = spliced(c.live, run, Interval{}, 0, func(p piece) Interval { return p.node.Live })
		c.someEnd = true
	}
	c.place = c.place.spliced(run, func(p piece) Pos { return p.node.Pos })
	if !same || f.renamed() {
		f.text()
	}
	if !same {
		f.index()
	}
}

// renamed says that some record has another name.
func (f *finish) renamed() bool {
	for r, n := range f.nodes {
		if n.Name != f.base.NameOf(r) {
			return true
		}
	}
	return false
}

// text writes ids and names anew.
func (f *finish) text() {
	c, old := f.c, f.old
	n := c.nodes()
	c.text = make([]byte, 0, len(old.text)+64*len(f.nodes)+16*len(f.names))
	c.idAt, c.idLen, c.longIDs = make([]uint32, 0, n+1), make([]uint8, 0, n), nil
	for _, p := range f.nodeRun {
		if p.single() {
			c.addID("", string(p.node.ID))
			c.text = append(c.text, p.node.Name...)
			continue
		}
		by := uint32(len(c.text)) - old.idAt[p.from]
		c.text = append(c.text, old.text[old.idAt[p.from]:old.idAt[p.to]]...)
		first := len(c.idAt)
		c.idAt = append(c.idAt, old.idAt[p.from:p.to]...)
		for i := first; i < len(c.idAt) && by != 0; i++ {
			c.idAt[i] += by
		}
		for r, size := range old.longIDs {
			if r >= Ref(p.from) && r < Ref(p.to) {
				if c.longIDs == nil {
					c.longIDs = map[Ref]uint32{}
				}
				c.longIDs[r] = size
			}
		}
		c.idLen = append(c.idLen, old.idLen[p.from:p.to]...)
	}
	for _, r := range f.ghosts {
		c.addID("", string(f.Node(r).ID))
	}
	c.idAt = append(c.idAt, uint32(len(c.text)))
}

// nameCode is the number of a name in a list whose first one is empty, added where it is missing.
func nameCode(all *[]string, s string) uint16 {
	if s == "" {
		return 0
	}
	i := slices.Index(*all, s)
	if i < 0 {
		if i = len(*all); i > 1<<16-2 {
			return 1<<16 - 2
		}
		*all = append(*all, s)
	}
	return uint16(i)
}

// firstFirst numbers names in the order in which a column first uses them, after the empty one. Those
// that it does not use are left out: what is edited for ever would else run out of numbers.
func firstFirst(col []uint16, names []string) ([]uint16, []string) {
	to := make([]uint16, len(names))
	next := uint16(1)
	ordered := true
	for _, k := range col {
		if k != 0 && to[k] == 0 {
			ordered = ordered && next == k
			to[k] = next
			if next++; int(next) == len(names) {
				break
			}
		}
	}
	if ordered {
		return col, names[:next]
	}
	ranked := make([]string, next)
	for k := 1; k < len(names); k++ {
		if to[k] != 0 {
			ranked[to[k]] = names[k]
		}
	}
	col = slices.Clone(col)
	for i, k := range col {
		col[i] = to[k]
	}
	return col, ranked
}
