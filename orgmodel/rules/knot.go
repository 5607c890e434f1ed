package rules

import (
	"cmp"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// knot is a group of seats that can all reach each other, with the lines among them.
type knot struct {
	p     *orgmodel.Pass
	seats []orgmodel.Ref
	at    map[orgmodel.Ref]int32 // seat to its place in seats
	out   [][]orgmodel.Edge      // by place: its lines within the knot, by boss's id
}

func newKnot(p *orgmodel.Pass, seats []orgmodel.Ref, rels []orgmodel.Rel) *knot {
	k := &knot{p: p, seats: seats, at: make(map[orgmodel.Ref]int32, len(seats)), out: make([][]orgmodel.Edge, len(seats))}
	for i, r := range seats {
		k.at[r] = int32(i)
	}
	for i, r := range seats {
		if i&1023 == 0 && p.Stopped() {
			break
		}
		k.out[i] = slices.DeleteFunc(linesOf(p, r, rels...), func(e orgmodel.Edge) bool {
			_, in := k.at[p.SeatOf(e.To)]
			return !in || !shapes(p, e)
		})
		slices.SortStableFunc(k.out[i], k.compare)
	}
	return k
}

// compare orders lines by the ids of both seats, the relation, the record they are written at and
// their days, lines of no day last.
func (k *knot) compare(e, f orgmodel.Edge) int {
	order := byID(k.p)
	if c := cmp.Or(order(k.p.SeatOf(e.From), k.p.SeatOf(f.From)), order(k.p.SeatOf(e.To), k.p.SeatOf(f.To)),
		strings.Compare(string(e.Rel), string(f.Rel)), order(e.From, f.From)); c != 0 {
		return c
	}
	a, b := k.p.Lasting(e), k.p.Lasting(f)
	if a.Empty() != b.Empty() {
		if a.Empty() {
			return 1
		}
		return -1
	}
	return cmp.Or(byDay(a.From, b.From), byDay(a.Until, b.Until), order(e.To, f.To))
}

// byDay orders days, an unset one first.
func byDay(a, b orgmodel.Date) int {
	switch {
	case a.Before(b):
		return -1
	case b.Before(a):
		return 1
	}
	return 0
}

// to is the place of the seat that a line leads to.
func (k *knot) to(e orgmodel.Edge) int32 { return k.at[k.p.SeatOf(e.To)] }

// way is the shortest way of at least one line from one seat to another, which may be the same;
// of equally short ones that by the smallest ids. Nil where there is none.
func (k *knot) way(from, to orgmodel.Ref) []orgmodel.Edge {
	by := make([]orgmodel.Edge, len(k.seats))
	met := make([]bool, len(k.seats))
	start, goal := k.at[from], k.at[to]
	queue := []int32{start}
	for n := 0; n < len(queue); n++ {
		if n&1023 == 0 && k.p.Stopped() {
			return nil
		}
		for _, e := range k.out[queue[n]] {
			t := k.to(e)
			if met[t] {
				continue
			}
			met[t], by[t] = true, e
			if t == goal {
				return k.trace(by, start, goal)
			}
			queue = append(queue, t)
		}
	}
	return nil
}

// trace follows the lines by which a search came to its goal back to where it began.
func (k *knot) trace(by []orgmodel.Edge, start, goal int32) []orgmodel.Edge {
	var path []orgmodel.Edge
	for t := goal; ; {
		e := by[t]
		path = append(path, e)
		if t = k.at[k.p.SeatOf(e.From)]; t == start {
			break
		}
	}
	slices.Reverse(path)
	return path
}

// liveLoop is a loop of seats that all are live or undeclared, nil where there is none.
func (k *knot) liveLoop() []orgmodel.Edge {
	k.keepLive()
	start := orgmodel.None
	for i, r := range k.seats {
		if len(k.out[i]) > 0 && (start == orgmodel.None || byID(k.p)(r, start) < 0) {
			start = r
		}
	}
	if start == orgmodel.None {
		return nil
	}
	// Every seat that still has a line has one to such a seat: the walk runs into itself.
	when := make([]int, len(k.seats))
	var path []orgmodel.Edge
	for t := k.at[start]; ; {
		if when[t] > 0 {
			path = path[when[t]-1:]
			break
		}
		path = append(path, k.out[t][0])
		when[t] = len(path)
		t = k.to(k.out[t][0])
	}
	least := 0
	for i, e := range path {
		if k.compare(e, path[least]) < 0 {
			least = i
		}
	}
	return append(slices.Clone(path[least:]), path[:least]...)
}

// keepLive takes away the lines of seats that are not live and then, again and again, the lines to seats
// that have none left.
func (k *knot) keepLive() {
	into := make([][]int32, len(k.seats))
	left := make([]int, len(k.seats))
	var bare []int32
	for i, r := range k.seats {
		if !dormant(k.p, r) {
			left[i] = len(k.out[i])
		}
		if left[i] == 0 {
			bare = append(bare, int32(i))
		}
		for _, e := range k.out[i] {
			into[k.to(e)] = append(into[k.to(e)], int32(i))
		}
	}
	for len(bare) > 0 {
		t := bare[len(bare)-1]
		bare = bare[:len(bare)-1]
		for _, s := range into[t] {
			if left[s] == 0 {
				continue
			}
			if left[s]--; left[s] == 0 {
				bare = append(bare, s)
			}
		}
	}
	for i := range k.out {
		k.out[i] = slices.DeleteFunc(k.out[i], func(e orgmodel.Edge) bool { return left[i] == 0 || left[k.to(e)] == 0 })
	}
}

// route reads a loop to people: a → b → a, the first few seats.
func route(p *orgmodel.Pass, loop []orgmodel.Edge, total int) string {
	var b strings.Builder
	for i, e := range loop {
		if i == 2*listed {
			break
		}
		b.WriteString(word(p.ID(p.SeatOf(e.From))))
		b.WriteString(" → ")
	}
	if total > 2*listed {
		b.WriteString("… → ")
	}
	b.WriteString(word(p.ID(p.SeatOf(loop[0].From))))
	return b.String()
}

// together are the days on which all lines of a way hold.
func together(p *orgmodel.Pass, way []orgmodel.Edge) orgmodel.Interval {
	var all orgmodel.Interval
	for _, e := range way {
		all = all.Intersect(p.Lasting(e))
	}
	return all
}
