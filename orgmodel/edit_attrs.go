package orgmodel

import "slices"

// attrJoin adds sets of attributes to those of an organisation, whose table others still read: a
// longer table begins with the same sets.
type attrJoin struct {
	table attrTable
	old   *attrTable
	known map[Attrs]uint32
}

func (j *attrJoin) init(c *columns) {
	t := c.attrSets
	j.old, j.known = t, map[Attrs]uint32{}
	j.table = attrTable{slices.Clip(t.keys), slices.Clip(t.vals), slices.Clip(t.pairs), slices.Clip(t.start)}
}

// set is the number of a set, which may live in another table.
func (j *attrJoin) set(a Attrs) uint32 {
	if a.Len() == 0 {
		return 0
	}
	if a.t == j.old {
		return a.set
	}
	if s, ok := j.known[a]; ok {
		return s
	}
	t := &j.table
	for k, v := range a.All() {
		key := slices.Index(t.keys, k)
		if key < 0 {
			key = len(t.keys)
			t.keys = append(t.keys, k)
		}
		t.pairs = append(t.pairs, attrPair{uint32(key), uint32(len(t.vals))})
		t.vals = append(t.vals, v)
	}
	s := uint32(len(t.start) - 1)
	t.start = append(t.start, uint32(len(t.pairs)))
	j.known[a] = s
	return s
}

// done puts the table into c. Sets that no record has any more are left out when they are many, so
// that what is edited for ever does not grow for ever.
func (j *attrJoin) done(c *columns) {
	if len(j.table.start) == len(j.old.start) {
		return
	}
	table := j.table // on its own: a pointer into j would keep every organisation before alive
	c.attrSets = &table
	c.setFlags = slices.Clip(c.setFlags)
	if len(j.table.start) > 1024+2*(len(c.attrs)+len(c.lineAttrs)) {
		c.compactAttrs()
	}
	c.readSets()
}

// compactAttrs keeps the sets that records have.
func (c *columns) compactAttrs() {
	var b attrBuilder
	b.init()
	to := make([]uint32, len(c.attrSets.start)) // number of a set plus one; 0: not met
	kept := func(col []uint32) []uint32 {
		col = slices.Clone(col)
		for i, s := range col {
			if to[s] == 0 {
				to[s] = b.adopt(Attrs{c.attrSets, s}) + 1
			}
			col[i] = to[s] - 1
		}
		return col
	}
	c.attrs, c.lineAttrs = kept(c.attrs), kept(c.lineAttrs)
	table := b.attrTable
	c.attrSets, c.setFlags = &table, nil
}
