package orgmodel

import (
	"runtime"
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
	b.join()
	b.attrs.init()
	table := b.attrs.attrTable
	b.c.attrSets = &table
	c := new(columns)
	*c = b.c
	fields := b.fieldNames()
	c.place.finish(len(c.kind), fields)
	c.linePlace.finish(len(c.from), fields)
	*b = Builder{}
	done := make(chan bool)
	go func() {
		c.inStart, c.in = adjacency(c.to, c.nodes())
		close(done)
	}()
	c.outStart, c.out = adjacency(c.from, c.nodes())
	<-done
	c.trim()
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
func (b *Builder) join() {
	c := &b.c
	b.enter()
	slices.Sort(c.repeats) // within a block those found by number came first
	b.resolve()
	c.declared = len(c.kind)
	c.idAt = append(c.idAt, uint32(len(c.text)))
	b.haunt()
	if len(b.owner) == 0 && len(b.found) == 0 {
		return
	}
	for _, col := range [][]Ref{c.from, c.to, c.scope} {
		for i, r := range col {
			if r < None {
				r = b.found[-r-2]
			}
			if len(b.owner) > 0 {
				if o, ok := b.owner[r]; ok {
					r = o
				}
			}
			col[i] = r
		}
	}
}

// enter puts the declared ids that are not there yet into the table; of a repeated id the
// first stays, and owner has the first record of every later one.
func (b *Builder) enter() {
	c, t := &b.c, &b.c.ids
	if b.entered == len(c.kind) && len(t.slots) > 0 {
		return
	}
	var nums []uint32
	rest := len(c.kind) - b.entered
	if t.num.at != nil {
		nums, rest = t.numbers(c, b.entered)
	}
	if !t.room(t.used+rest, len(c.kind)) {
		*t = newIDTable(c)
		b.entered, b.owner, c.repeats = 0, nil, nil
		nums, rest = t.numbers(c, 0)
		t.slots = make([]uint32, slotsFor(rest+len(c.kind)/16)) // some room for ghosts
		t.shift = shiftFor(len(t.slots))
	}
	again := func(r, first Ref) {
		if b.owner == nil {
			b.owner = map[Ref]Ref{}
		}
		b.owner[r] = first
		c.repeats = append(c.repeats, r)
	}
	var hash [64]uint64
	var which [64]Ref
	for i := b.entered; i < len(c.kind); i += len(hash) {
		m := 0
		for r := i; r < min(i+len(hash), len(c.kind)); r++ {
			if nums != nil {
				if n := nums[r-b.entered]; int(n) < len(t.num.at) {
					if at := &t.num.at[n]; *at == 0 {
						*at = uint32(r) + 1
					} else {
						again(Ref(r), Ref(*at)-1)
					}
					continue
				}
			}
			which[m], hash[m] = Ref(r), t.hash(c.id(Ref(r)))
			t.touched |= t.slots[hash[m]>>t.shift] // so that the misses of a block overlap
			m++
		}
		for k, r := range which[:m] {
			if first, slot := t.probe(c, c.id(r), hash[k]); first == None {
				t.put(slot, r, hash[k])
			} else {
				again(r, first)
			}
		}
	}
	b.entered = len(c.kind)
}

// resolve looks every pending id up that no look has found yet, and says whether some are
// still missing.
func (b *Builder) resolve() bool {
	c := &b.c
	if b.missing > 0 && b.looked < b.entered {
		b.missing = 0
		for i, r := range b.found {
			if r == None {
				id := b.pending(i)
				if b.found[i] = c.ids.find(c, id); b.found[i] == None {
					b.missing++
				}
			}
		}
	}
	b.looked = b.entered
	first, most := len(b.found), len(b.pendAt)
	b.found = grown(b.found, most-first)[:most]
	half := first + (most-first)/2&^63
	if most-first < alone {
		half = most
	}
	missing := make(chan int, 1)
	go func() { missing <- b.look(half, most) }()
	b.missing += b.look(first, half)
	b.missing += <-missing
	return b.missing > 0
}

// alone is how many records are too few to be worth a second goroutine.
const alone = 1 << 14

// look finds the nodes of the pending ids [first, most) and says how many there are not. It
// goes by blocks and within a block by steps, so that the cache misses of a step overlap:
// slots, then the offsets and then the text of the one node that may be it.
func (b *Builder) look(first, most int) (missing int) {
	c, t := &b.c, &b.c.ids
	var hash [64]uint64
	var may [64]Ref
	var which [64]int
	touched := uint32(0)
	for i := first; i < most; i += len(hash) {
		m := 0
		for j := i; j < min(i+len(hash), most); j++ {
			id := b.pending(j)
			if n := t.num.of(id); int(n) < len(t.num.at) {
				if b.found[j] = Ref(t.num.at[n]) - 1; b.found[j] == None {
					missing++
				}
				continue
			}
			which[m], hash[m] = j, t.hash(id)
			touched |= t.slots[hash[m]>>t.shift]
			m++
		}
		for k := range m {
			if may[k] = t.like(hash[k]); may[k] != None {
				touched |= c.idAt[may[k]] | uint32(c.idLen[may[k]])
			}
		}
		for k := range m {
			if r := may[k]; r != None {
				if at := c.idAt[r]; int(at) < len(c.text) {
					touched |= uint32(c.text[at])
				}
			}
		}
		for k, j := range which[:m] {
			id, r := b.pending(j), may[k]
			if r != None && c.id(r) != id {
				r, _ = t.probe(c, id, hash[k])
			}
			if b.found[j] = r; r == None {
				missing++
			}
		}
	}
	runtime.KeepAlive(touched)
	return missing
}

func (b *Builder) pending(i int) string {
	lo, hi := b.pendAt[i], uint32(len(b.pend))
	if i+1 < len(b.pendAt) {
		hi = b.pendAt[i+1]
	}
	if lo == hi {
		return ""
	}
	return unsafe.String(&b.pend[lo], hi-lo)
}

// haunt makes a ghost of every id that lines name and no node declares.
func (b *Builder) haunt() {
	if b.missing == 0 {
		return
	}
	named := make([]bool, len(b.found)) // what Retarget replaced everywhere is named no more
	for _, col := range [][]Ref{b.c.from, b.c.to, b.c.scope} {
		for _, r := range col {
			if r < None {
				named[-r-2] = true
			}
		}
	}
	var ghosts []string
	ghostOf := map[string]Ref{}
	for i, r := range b.found {
		if r != None || !named[i] {
			continue
		}
		id := b.pending(i)
		g, ok := ghostOf[id]
		if !ok {
			id = strings.Clone(id)
			g = Ref(b.c.declared + len(ghosts))
			ghostOf[id] = g
			ghosts = append(ghosts, id)
		}
		b.found[i] = g
	}
	b.addGhosts(ghosts)
}

func (b *Builder) addGhosts(ghosts []string) {
	c := &b.c
	for _, id := range ghosts {
		c.idAt = c.idAt[:len(c.idLen)]
		c.addID("", id)
		c.idAt = append(c.idAt, uint32(len(c.text)))
		c.kind = append(c.kind, 0)
		c.attrs = append(c.attrs, 0)
	}
	b.enter()
}

// trim gives back the room that growing left over.
func (c *columns) trim() {
	c.text = trimmed(c.text)
	c.idAt, c.idLen = trimmed(c.idAt), trimmed(c.idLen)
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
