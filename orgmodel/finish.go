package orgmodel

import (
	"slices"
	"strings"
	"unsafe"
)

// New makes an organisation of s. It never fails: what is wrong in s is kept, and the rules
// report it.
func New(s Spec) *Org {
	var b Builder
	b.Name(s.Name)
	b.Grow(len(s.Nodes), len(s.Lines), 0)
	for _, n := range s.Nodes {
		b.Node(n)
	}
	for _, l := range s.Lines {
		b.Line(l)
	}
	return b.Org()
}

// Org finishes the organisation: ids are joined, ghosts get their numbers, lines are put in
// order of their ends. The Builder is empty afterwards and may be used again.
func (b *Builder) Org() *Org {
	c := new(columns)
	*c = b.c
	b.attrs.init()
	table := b.attrs.attrTable
	c.attrSets = &table
	b.c = columns{}
	fields := b.fields
	if len(fields) == 0 {
		fields = []string{""}
	}
	c.place.finish(len(c.kind), fields)
	c.linePlace.finish(len(c.from), fields)
	c.declared = len(c.kind)
	b.join(c)
	*b = Builder{}
	c.trim()
	c.outStart, c.out = adjacency(c.from, c.nodes())
	c.inStart, c.in = adjacency(c.to, c.nodes())
	c.read()
	return &Org{c: c, d: new(derived)}
}

func (p *places) finish(n int, fields []string) {
	if len(p.line) > 0 || len(p.files) > 0 {
		p.fill(n)
	}
	p.fields = fields
}

// join finds the node of every pending id and makes ghosts of those that have none.
func (b *Builder) join(c *columns) {
	c.idAt = append(c.idAt, uint32(len(c.text)))
	c.ids = newIDTable(c.declared)
	owner := c.enter()
	pend := b.resolve(c)
	if len(owner) == 0 && len(pend) == 0 {
		return
	}
	for _, col := range [][]Ref{c.from, c.to, c.scope} {
		for i, r := range col {
			if r < None {
				r = pend[-r-2]
			}
			if len(owner) > 0 {
				if o, ok := owner[r]; ok {
					r = o
				}
			}
			col[i] = r
		}
	}
}

// enter puts the declared ids into the table; of a repeated id the first stays. It gives the
// first record of every later one.
func (c *columns) enter() map[Ref]Ref {
	var owner map[Ref]Ref
	c.eachHash(func(r Ref, h uint64) {
		first, slot := c.ids.probe(c, c.id(r), h)
		if first == None {
			c.ids.put(slot, r, h)
			return
		}
		if owner == nil {
			owner = map[Ref]Ref{}
		}
		owner[r] = first
		c.repeats = append(c.repeats, r)
	})
	return owner
}

// eachHash yields the declared nodes with the hashes of their ids, a block at a time: the
// slots of a block are touched before any is used, so that their cache misses overlap.
func (c *columns) eachHash(do func(Ref, uint64)) {
	var h [64]uint64
	for i := 0; i < c.declared; i += len(h) {
		n := min(len(h), c.declared-i)
		touched := uint32(0)
		for k := 0; k < n; k++ {
			h[k] = c.ids.hash(c.id(Ref(i + k)))
			touched |= c.ids.slots[h[k]>>c.ids.shift]
		}
		c.ids.touched = touched
		for k := 0; k < n; k++ {
			do(Ref(i+k), h[k])
		}
	}
}

// resolve gives the node of every pending id, in the order they were named.
func (b *Builder) resolve(c *columns) []Ref {
	pend := make([]Ref, len(b.pendAt))
	var ghosts []string
	ghostOf := map[string]Ref{}
	b.pendAt = append(b.pendAt, uint32(len(b.pend)))
	var h [64]uint64
	for i := 0; i < len(pend); i += len(h) {
		n := min(len(h), len(pend)-i)
		touched := uint32(0)
		for k := 0; k < n; k++ {
			h[k] = c.ids.hash(b.pending(i + k))
			touched |= c.ids.slots[h[k]>>c.ids.shift]
		}
		c.ids.touched = touched
		for k := 0; k < n; k++ {
			id := b.pending(i + k)
			r, _ := c.ids.probe(c, id, h[k])
			if r == None {
				g, ok := ghostOf[id]
				if !ok {
					id = strings.Clone(id)
					g = Ref(c.declared + len(ghosts))
					ghostOf[id] = g
					ghosts = append(ghosts, id)
				}
				r = g
			}
			pend[i+k] = r
		}
	}
	c.addGhosts(ghosts)
	return pend
}

func (b *Builder) pending(i int) string {
	lo, hi := b.pendAt[i], b.pendAt[i+1]
	if lo == hi {
		return ""
	}
	return unsafe.String(&b.pend[lo], hi-lo)
}

func (c *columns) addGhosts(ghosts []string) {
	if len(ghosts) == 0 {
		return
	}
	for _, id := range ghosts {
		c.text = append(c.text, id...)
		c.nameAt = append(c.nameAt, uint32(len(c.text)))
		c.idAt = append(c.idAt, uint32(len(c.text)))
		c.kind = append(c.kind, 0)
		c.attrs = append(c.attrs, 0)
	}
	if !c.ids.room(c.nodes()) {
		c.ids = newIDTable(c.nodes())
		c.enter0()
	}
	for r := Ref(c.declared); int(r) < c.nodes(); r++ {
		h := c.ids.hash(c.id(r))
		_, slot := c.ids.probe(c, c.id(r), h)
		c.ids.put(slot, r, h)
	}
}

// enter0 is enter for a table made anew: repeats are known already.
func (c *columns) enter0() {
	c.eachHash(func(r Ref, h uint64) {
		if first, slot := c.ids.probe(c, c.id(r), h); first == None {
			c.ids.put(slot, r, h)
		}
	})
}

// trim gives back the room that growing left over.
func (c *columns) trim() {
	c.text = trimmed(c.text)
	c.idAt, c.nameAt = trimmed(c.idAt), trimmed(c.nameAt)
	c.kind, c.attrs, c.live = trimmed(c.kind), trimmed(c.attrs), trimmed(c.live)
	c.from, c.to, c.rel = trimmed(c.from), trimmed(c.to), trimmed(c.rel)
	c.scope, c.lineAttrs, c.lineLive = trimmed(c.scope), trimmed(c.lineAttrs), trimmed(c.lineLive)
	for _, p := range []*places{&c.place, &c.linePlace} {
		p.line, p.column, p.field = trimmed(p.line), trimmed(p.column), trimmed(p.field)
	}
}

func trimmed[T any](s []T) []T {
	if cap(s)-len(s) <= len(s)/16 {
		return s
	}
	return slices.Clip(append(make([]T, 0, len(s)), s...))
}

// adjacency groups line numbers by an end, each group in the lines' order. Lines that are in
// order of that end already need no list of their own: it is nil.
func adjacency(end []Ref, nodes int) (start, lines []int32) {
	start = make([]int32, nodes+1)
	sorted := true
	prev := Ref(0)
	for _, r := range end {
		start[r+1]++
		sorted = sorted && r >= prev
		prev = r
	}
	for i := 1; i <= nodes; i++ {
		start[i] += start[i-1]
	}
	if sorted {
		return start, nil
	}
	lines = make([]int32, len(end))
	for i, r := range end {
		lines[start[r]] = int32(i)
		start[r]++
	}
	copy(start[1:], start[:nodes])
	start[0] = 0
	return start, lines
}
