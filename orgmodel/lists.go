package orgmodel

import (
	"cmp"
	"iter"
	"slices"
	"sync"
)

// lists are the numbers of what is rare, in the author's order, worked out when they are first asked for: who
// wants the projects, or the few lines that have a scope, need not look at a million people for them. What is
// common has no list: to look at every record costs little more, and a list would cost memory.
type lists struct {
	byRel  sync.Once
	lines  [][]int32 // by number of relation; nil where it is common
	byKind sync.Once
	kind   [][]Ref // by number of kind, declared nodes; nil where it is common
	limits sync.Once
	scoped []int32 // lines that have a scope
	scopes sync.Once
	within []int32 // the same by scope, then in the author's order
}

// rare says that so many of all are worth a list.
func rare(n, all int) bool { return n <= all/8 }

// ofRel are the lines of a relation, and whether there is a list of them.
func (c *columns) ofRel(rel int) ([]int32, bool) {
	l := c.lists
	l.byRel.Do(func() {
		l.lines = make([][]int32, len(c.rels))
		for i, n := range c.relCount {
			if rare(n, len(c.rel)) {
				l.lines[i] = make([]int32, 0, n)
			}
		}
		for i, rel := range c.rel {
			if of := l.lines[rel]; of != nil {
				l.lines[rel] = append(of, int32(i))
			}
		}
	})
	return l.lines[rel], l.lines[rel] != nil
}

// ofRels are the lines of the marked relations, in the author's order, and whether there are lists of all of
// them.
func (c *columns) ofRels(take []bool) (lines []int32, listed bool) {
	for rel, is := range take {
		if !is {
			continue
		}
		some, listed := c.ofRel(rel)
		if !listed {
			return nil, false
		}
		lines = merged(lines, some)
	}
	return lines, true
}

// merged are two ascending lists as one; it may be one of the two.
func merged(a, b []int32) []int32 {
	if len(a) == 0 {
		return b
	}
	both := make([]int32, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] < b[0] {
			both, a = append(both, a[0]), a[1:]
		} else {
			both, b = append(both, b[0]), b[1:]
		}
	}
	return append(append(both, a...), b...)
}

// ofKind yields the declared nodes of a kind, by its number.
func (c *columns) ofKind(kind uint16) iter.Seq[Ref] {
	l := c.lists
	l.byKind.Do(func() {
		count := make([]int, len(c.kinds))
		for _, k := range c.kind[:c.declared] {
			count[k]++
		}
		l.kind = make([][]Ref, len(c.kinds))
		for k, n := range count {
			if rare(n, c.declared) {
				l.kind[k] = make([]Ref, 0, n)
			}
		}
		for r, k := range c.kind[:c.declared] {
			if of := l.kind[k]; of != nil {
				l.kind[k] = append(of, Ref(r))
			}
		}
	})
	if of := l.kind[kind]; of != nil {
		return slices.Values(of)
	}
	return func(yield func(Ref) bool) {
		for r, k := range c.kind[:c.declared] {
			if k == kind && !yield(Ref(r)) {
				return
			}
		}
	}
}

// limited are the lines that have a scope.
func (c *columns) limited() []int32 {
	l := c.lists
	l.limits.Do(func() {
		for i, s := range c.scope {
			if s != None {
				l.scoped = append(l.scoped, int32(i))
			}
		}
	})
	return l.scoped
}

// inScopes are the lines that have a scope, by scope, then in the author's order.
func (c *columns) inScopes() []int32 {
	l := c.lists
	l.scopes.Do(func() {
		l.within = slices.Clone(c.limited())
		slices.SortFunc(l.within, func(i, j int32) int { return cmp.Or(cmp.Compare(c.scope[i], c.scope[j]), cmp.Compare(i, j)) })
	})
	return l.within
}
