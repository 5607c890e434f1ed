package orgmodel

import (
	"iter"
	"slices"
)

// Scoped yields the lines that have a scope, in the author's order, whatever their day.
func (o *Org) Scoped() iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		for i, s := range o.c.scope {
			if s != None && !yield(o.edge(int32(i))) {
				return
			}
		}
	}
}

// InScope yields the lines that are limited to a scope, in the author's order, whatever their
// day; with rels only those of these relations. The first question goes over all lines, the
// others over those of the scope.
func (o *Org) InScope(scope Ref, rels ...Rel) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		if scope == None {
			return
		}
		o.d.scopes.Do(func() { o.d.scoped = o.c.scopedLines() })
		lines := o.d.scoped
		first, _ := slices.BinarySearchFunc(lines, scope, func(i int32, r Ref) int { return int(o.c.scope[i] - r) })
		for _, i := range lines[first:] {
			if o.c.scope[i] != scope {
				return
			}
			if e := o.edge(i); e.among(rels) && !yield(e) {
				return
			}
		}
	}
}

// scopedLines are the lines that have a scope, by scope, then in the author's order.
func (c *columns) scopedLines() []int32 {
	var lines []int32
	for i, s := range c.scope {
		if s != None {
			lines = append(lines, int32(i))
		}
	}
	slices.SortStableFunc(lines, func(i, j int32) int { return int(c.scope[i] - c.scope[j]) })
	return lines
}
