package orgmodel

import "iter"

// Dated yields the declared nodes with an interval of their own, in the author's order.
func (o *Org) Dated() iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		for r, iv := range o.c.live {
			if !iv.IsZero() && !yield(Ref(r)) {
				return
			}
		}
	}
}

// DatedLines yields the lines with an interval of their own, in the author's order, whatever
// their day.
func (o *Org) DatedLines() iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		for i, iv := range o.c.lineLive {
			if !iv.IsZero() && !yield(o.edge(int32(i))) {
				return
			}
		}
	}
}
