package orgmodel

import (
	"iter"
	"slices"
)

// Scoped yields the lines that have a scope, in the author's order, whatever their day.
func (o *Org) Scoped() iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		o.each(o.c.limited(), yield)
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
		lines := o.c.inScopes()
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
