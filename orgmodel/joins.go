package orgmodel

import (
	"iter"
	"slices"
)

// A Join is what a line joins: a kind, by a relation, with a kind. The kind of a ghost is empty.
type Join struct {
	From Kind
	Rel  Rel
	To   Kind
}

// Joins are the joins that an organisation's lines make, whatever their day, each once, by
// relation and kinds in the order in which the author first wrote them. There are few, so that
// what holds for a join need not be asked of every line.
func (o *Org) Joins() []Join {
	c := o.c
	seen := map[uint64]bool{}
	var all []uint64
	last, other := uint64(1<<63), uint64(1<<63) // lines of two relations often take turns
	most, usual := c.usualKind()
	for i, rel := range c.rel {
		to := uint64(most)
		if t := c.to[i]; !usual.has(int32(t)) {
			to = uint64(c.kind[t])
		}
		j := uint64(rel)<<32 | uint64(c.kind[c.from[i]])<<16 | to
		if j == last || j == other {
			continue
		}
		if last, other = j, last; !seen[j] {
			seen[j] = true
			all = append(all, j)
		}
	}
	slices.Sort(all)
	joins := make([]Join, len(all))
	for i, j := range all {
		joins[i] = Join{Kind(c.kinds[j>>16&0xFFFF]), Rel(c.rels[j>>32]), Kind(c.kinds[j&0xFFFF])}
	}
	return joins
}

// usualKind is the kind that most nodes have, and which nodes: to look that up in no order costs
// a fraction of looking up the kind.
func (c *columns) usualKind() (most uint16, usual refSet) {
	count := make([]int, len(c.kinds))
	for _, k := range c.kind {
		if count[k]++; count[k] > count[most] {
			most = k
		}
	}
	usual = newRefSet(len(c.kind))
	for r, k := range c.kind {
		if k == most {
			usual.set(int32(r))
		}
	}
	return most, usual
}

// SelfLines yields the lines from a record to itself, in the author's order, whatever their day.
func (o *Org) SelfLines() iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		to := o.c.to
		for i, r := range o.c.from {
			if r == to[i] && !yield(o.edge(int32(i))) {
				return
			}
		}
	}
}
