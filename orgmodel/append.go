package orgmodel

import "slices"

// Append adds all that o holds to b, in o's order and after all that b holds, as if it had
// been read into b: readers that read the halves of a file at once put them together so. What
// o gave is good for b when shifted: a node's Ref r is then r plus b.Len() before, a line's
// number i is i plus b.Lines() before. Ids keep the prefix that o put before them. The name of
// o's organisation does not count, and o is not to be used afterwards.
func (b *Builder) Append(o *Builder) {
	c, d := &b.c, &o.c
	node, line, pend := Ref(len(c.kind)), len(c.from), Ref(len(b.pendAt))
	c.place.append(&d.place, int(node), len(d.kind), b.renamed(o.fields))
	c.linePlace.append(&d.linePlace, line, len(d.from), b.renamed(o.fields))

	for r, n := range d.longIDs {
		if c.longIDs == nil {
			c.longIDs = map[Ref]uint32{}
		}
		c.longIDs[node+r] = n
	}
	c.idAt = shifted(c.idAt, d.idAt, uint32(len(c.text)))
	c.text = append(c.text, d.text...)
	c.idLen = append(c.idLen, d.idLen...)
	kinds := make([]uint16, len(d.kinds)+1)
	for i, k := range d.kinds {
		kinds[i] = uint16(b.KindCode(Kind(k)))
	}
	c.kind = renumbered(c.kind, d.kind, kinds)
	rels := make([]uint16, len(d.rels)+1)
	for i, r := range d.rels {
		rels[i] = uint16(b.RelCode(Rel(r)))
	}
	c.rel = renumbered(c.rel, d.rel, rels)

	b.attrs.init()
	o.attrs.init()
	sets := make([]uint32, len(o.attrs.start)-1)
	for s := range sets {
		sets[s] = b.attrs.adopt(Attrs{&o.attrs.attrTable, uint32(s)})
	}
	c.attrs = renumbered(c.attrs, d.attrs, sets)
	if len(d.lineAttrs) > 0 {
		c.lineAttrs = renumbered(padded(c.lineAttrs, line, 0), d.lineAttrs, sets)
	}
	if len(d.live) > 0 {
		c.live = append(padded(c.live, int(node), Interval{}), d.live...)
	}
	if len(d.lineLive) > 0 {
		c.lineLive = append(padded(c.lineLive, line, Interval{}), d.lineLive...)
	}
	if len(d.scope) > 0 {
		c.scope = moved(padded(c.scope, line, None), d.scope, node, pend)
	}
	c.from, c.to = moved(c.from, d.from, node, pend), moved(c.to, d.to, node, pend)
	b.pendAt = shifted(b.pendAt, o.pendAt, uint32(len(b.pend)))
	b.pend = append(b.pend, o.pend...)
	b.lastPend = 0
}

// renamed gives the code in b of each of these names of fields.
func (b *Builder) renamed(fields []string) []int32 {
	codes := make([]int32, len(fields)+1)
	for i, f := range fields {
		codes[i] = int32(b.FieldCode(f))
	}
	return codes
}

// append adds the n places of q, with their fields renumbered, after the first places.
func (p *places) append(q *places, first, n int, fields []int32) {
	if k := len(p.files); k > 0 && p.files[k-1].name != "" && (len(q.files) == 0 || q.files[0].first > 0) {
		p.files = append(p.files, fileRun{int32(first), ""}) // q begins in no file
	}
	if len(q.line) == 0 && len(q.files) == 0 {
		if len(p.line) > 0 || len(p.files) > 0 {
			p.fill(first + n)
		}
		return
	}
	p.fill(first)
	for _, f := range q.files {
		if k := len(p.files); k == 0 || p.files[k-1].name != f.name {
			p.files = append(p.files, fileRun{f.first + int32(first), f.name})
		}
	}
	same := len(q.wide) == 0
	for i, c := range fields[:len(fields)-1] {
		same = same && int(c) == i
	}
	if same {
		p.line = append(p.line, q.line...)
		p.column = append(p.column, q.column...)
		p.field = append(p.field, q.field...)
		p.fill(first + n)
		return
	}
	p.grow(len(q.line))
	for i := range q.line {
		at := Place{Line: int32(q.line[i]), Column: int32(q.column[i]), Field: FieldCode(q.field[i])}
		if w, ok := q.wide[int32(i)]; ok {
			at.Column, at.Field = w.column, FieldCode(w.field)
		}
		at.Field = FieldCode(fields[at.Field])
		p.add(first+i, at)
	}
	p.fill(first + n)
}

func padded[T any](col []T, n int, zero T) []T {
	for len(col) < n {
		col = append(col, zero)
	}
	return col
}

func shifted(col, more []uint32, by uint32) []uint32 {
	n := len(col)
	col = slices.Grow(col, len(more))[:n+len(more)]
	for i, v := range more {
		col[n+i] = v + by
	}
	return col
}

func renumbered[T uint16 | uint32](col, more []T, codes []T) []T {
	n := len(col)
	col = slices.Grow(col, len(more))[:n+len(more)]
	for i, v := range more {
		col[n+i] = codes[v]
	}
	return col
}

// moved shifts numbers of nodes, those above None, and of pending ids, those below.
func moved(col, more []Ref, node, pend Ref) []Ref {
	n := len(col)
	col = slices.Grow(col, len(more))[:n+len(more)]
	for i, r := range more {
		switch {
		case r > None:
			r += node
		case r < None:
			r -= pend
		}
		col[n+i] = r
	}
	return col
}
