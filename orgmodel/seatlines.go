package orgmodel

import (
	"cmp"
	"slices"
	"strings"
)

// SeatLines are the live lines of a seat, of these relations: those written at it and, since
// they count for it, those written at the persons who hold it and nothing else. The seat's own
// come first, then by person; each in the author's order.
func (o *Org) SeatLines(seat Ref, rels ...Rel) []Edge {
	var all []Edge
	add := func(r Ref) {
		for e := range o.Out(r, rels...) {
			if o.LiveLine(e) {
				all = append(all, e)
			}
		}
	}
	add(seat)
	if !o.has(seat) || o.c.holds == 0 || o.solid().held[seat] == unheld {
		return all
	}
	var met []Ref
	for e := range o.In(seat, Holds) {
		if who := e.From; o.LiveLine(e) && who != seat && o.SeatOf(who) == seat {
			met = append(met, who)
		}
	}
	slices.Sort(met)
	for _, who := range slices.Compact(met) {
		add(who)
	}
	return all
}

// BossLines are all the lines that hang a seat under another: its SeatLines of these relations,
// of reports-to where none is named, that lead to another seat. They stand by the other seat's
// id, then by relation, record and days, so that the order of a file's rows does not count;
// BossLine is the one that shapes the tree.
func (o *Org) BossLines(seat Ref, rels ...Rel) []Edge {
	if len(rels) == 0 {
		rels = []Rel{ReportsTo}
	}
	lines := slices.DeleteFunc(o.SeatLines(seat, rels...), func(e Edge) bool {
		s, t := o.SeatOf(e.From), o.SeatOf(e.To)
		return s == t || !o.MaySit(s) || !o.MaySit(t)
	})
	slices.SortStableFunc(lines, o.compareLines)
	return lines
}

// compareLines orders lines by the ids of both seats, the relation, the record they are written
// at and their days, lines of no day last.
func (o *Org) compareLines(e, f Edge) int {
	if c := cmp.Or(o.byID(o.SeatOf(e.From), o.SeatOf(f.From)), o.byID(o.SeatOf(e.To), o.SeatOf(f.To)),
		strings.Compare(string(e.Rel), string(f.Rel)), o.byID(e.From, f.From)); c != 0 {
		return c
	}
	a, b := o.Lasting(e), o.Lasting(f)
	if a.Empty() != b.Empty() {
		if a.Empty() {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(a.From.n, b.From.n), cmp.Compare(a.Until.n, b.Until.n), o.byID(e.To, f.To))
}

// byID orders nodes by id, those with one id by Ref.
func (o *Org) byID(a, b Ref) int {
	return cmp.Or(strings.Compare(string(o.ID(a)), string(o.ID(b))), cmp.Compare(a, b))
}

// SeatPath is the shortest way of at least one line up from one seat to another, which may be
// the same, along the BossLines of these relations; of equally short ways that by the smallest
// ids. Nil where there is none. Each line leads from a seat to the next, though it may be
// written at the persons who hold them. Where within is not nil the way passes only seats for
// which it says true; a within that says false from some time on ends the search.
//
// From a seat back to itself it is the shortest witness of a loop.
func (o *Org) SeatPath(from, to Ref, within func(Ref) bool, rels ...Rel) []Edge {
	from, to = o.SeatOf(from), o.SeatOf(to)
	if from == None || to == None {
		return nil
	}
	if f := o.solid(); !f.again && (len(rels) == 0 || len(rels) == 1 && rels[0] == ReportsTo) {
		return o.onlyWay(f, from, to, within)
	}
	by := map[Ref]Edge{}
	queue := []Ref{from}
	for i := 0; i < len(queue); i++ {
		for _, e := range o.BossLines(queue[i], rels...) {
			t := o.SeatOf(e.To)
			if _, met := by[t]; met || within != nil && !within(t) {
				continue
			}
			by[t] = e
			if t == to {
				return o.retrace(by, from, to)
			}
			queue = append(queue, t)
		}
	}
	return nil
}

// onlyWay is SeatPath where no seat has two solid lines.
func (o *Org) onlyWay(f *forest, from, to Ref, within func(Ref) bool) []Edge {
	n := 0
	for s := f.boss[from]; ; s = f.boss[s] {
		if n++; s == None || n > len(f.order) || within != nil && !within(s) {
			return nil
		}
		if s == to {
			break
		}
		if s == from {
			return nil
		}
	}
	path := make([]Edge, 0, n)
	for s := from; len(path) < n; s = f.boss[s] {
		path = append(path, o.edge(f.line[s]))
	}
	return path
}

// retrace follows the lines by which a search came to a seat back to where it began.
func (o *Org) retrace(by map[Ref]Edge, from, to Ref) []Edge {
	var path []Edge
	for t := to; ; {
		e := by[t]
		path = append(path, e)
		if t = o.SeatOf(e.From); t == from {
			slices.Reverse(path)
			return path
		}
	}
}
