package orgmodel

import (
	"cmp"
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
	seen := map[[3]uint16]bool{}
	var all [][3]uint16
	var last, other [3]uint16
	for i, rel := range c.rel {
		j := [3]uint16{rel, c.kind[c.from[i]], c.kind[c.to[i]]}
		if i > 0 && (j == last || j == other) {
			continue
		}
		if last, other = j, last; !seen[j] {
			seen[j] = true
			all = append(all, j)
		}
	}
	slices.SortFunc(all, func(a, b [3]uint16) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]), cmp.Compare(a[2], b[2]))
	})
	joins := make([]Join, len(all))
	for i, j := range all {
		joins[i] = Join{Kind(c.kinds[j[1]]), Rel(c.rels[j[0]]), Kind(c.kinds[j[2]])}
	}
	return joins
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
