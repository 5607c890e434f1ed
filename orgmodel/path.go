package orgmodel

// Path is the shortest way from one node to another along live lines of these relations, any
// where none is named, taken in either direction; nil where there is no way or the ends are
// one node. Of ways of one length it is the one whose lines come first: at each node those
// that start there before those that end there, each in the author's order.
//
// The search goes on from both ends at once, from the one with fewer lines to look at, so that
// a short way costs little in an organisation of any size.
func (o *Org) Path(from, to Ref, rels ...Rel) []Edge {
	if !o.has(from) || !o.has(to) || from == to {
		return nil
	}
	a, b := newFront(from), newFront(to)
	for len(a.edge) > 0 && len(b.edge) > 0 {
		near, far := a, b
		if o.degree(b.edge) < o.degree(a.edge) {
			near, far = b, a
		}
		if meet := o.advance(near, far, rels); len(meet) > 0 {
			return o.firstWay(from, to, o.between(meet, a, b, rels), rels)
		}
	}
	return nil
}

// front is what one end of a search has met: how far each node is, and those met last.
type front struct {
	dist map[Ref]int32
	edge []Ref
	far  int32 // the distance of edge
}

func newFront(r Ref) *front { return &front{dist: map[Ref]int32{r: 0}, edge: []Ref{r}} }

// degree is how many lines touch these nodes, whatever their relation and day.
func (o *Org) degree(rs []Ref) (n int) {
	for _, r := range rs {
		n += int(o.c.outStart[r+1]-o.c.outStart[r]) + int(o.c.inStart[r+1]-o.c.inStart[r])
	}
	return n
}

// beside calls visit with what lives lines join to r, in the order that Path promises, until it
// says false.
func (o *Org) beside(r Ref, rels []Rel, visit func(Ref, Edge) bool) {
	for e := range o.Out(r, rels...) {
		if o.LiveLine(e) && !visit(e.To, e) {
			return
		}
	}
	for e := range o.In(r, rels...) {
		if o.LiveLine(e) && !visit(e.From, e) {
			return
		}
	}
}

// advance takes a front one line further and gives the nodes at which it meets the other.
func (o *Org) advance(f, other *front, rels []Rel) (meet []Ref) {
	var next []Ref
	f.far++
	for _, s := range f.edge {
		o.beside(s, rels, func(t Ref, _ Edge) bool {
			if _, seen := f.dist[t]; !seen {
				f.dist[t] = f.far
				next = append(next, t)
				if _, met := other.dist[t]; met {
					meet = append(meet, t)
				}
			}
			return true
		})
	}
	f.edge = next
	return meet
}

// between are all nodes on shortest ways through the nodes at which the fronts met, with their
// distance from the front a began at.
func (o *Org) between(meet []Ref, a, b *front, rels []Rel) map[Ref]int32 {
	on := make(map[Ref]int32, len(meet))
	// Every node at which the fronts meet first is as far from either end as the other: it lies
	// on the outermost ring of both.
	for _, m := range meet {
		on[m] = a.dist[m]
	}
	total := a.far + b.far
	back := func(f *front, far func(d int32) int32) {
		ring := meet
		for d := f.far - 1; d >= 0; d-- {
			var next []Ref
			for _, s := range ring {
				o.beside(s, rels, func(t Ref, _ Edge) bool {
					if at, met := f.dist[t]; met && at == d {
						if _, known := on[t]; !known {
							on[t] = far(d)
							next = append(next, t)
						}
					}
					return true
				})
			}
			ring = next
		}
	}
	back(a, func(d int32) int32 { return d })
	back(b, func(d int32) int32 { return total - d })
	return on
}

// firstWay goes from one end to the other over nodes of shortest ways, by the first line that
// leads on at each.
func (o *Org) firstWay(from, to Ref, on map[Ref]int32, rels []Rel) []Edge {
	var path []Edge
	for s := from; s != to; {
		d := on[s] + 1
		o.beside(s, rels, func(t Ref, e Edge) bool {
			if at, ok := on[t]; !ok || at != d {
				return true
			}
			path = append(path, e)
			s = t
			return false
		})
	}
	return path
}
