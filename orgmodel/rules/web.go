package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// web is the live lines of some relations between live seats, as flat arrays: who stands directly
// above and below whom. A pair counts once, however many lines join it, and a line from a seat to
// itself not at all. Where seats have several bosses all of them are here, so that nothing that
// is read off a web depends on which line stands first in the file; the runs stand by Ref, and
// whoever shows one sorts it by id.
type web struct {
	upAt, downAt []int32
	up, down     []orgmodel.Ref
}

// newWeb is nil where the caller gave up meanwhile.
func newWeb(p *orgmodel.Pass, rels ...orgmodel.Rel) *web {
	n := p.Len()
	w := &web{upAt: make([]int32, n+1), downAt: make([]int32, n+1)}
	pairs, ok := seatPairs(p, rels)
	if !ok {
		return nil
	}
	for _, pair := range pairs {
		w.upAt[pair[0]+1]++
	}
	for i := range n {
		w.upAt[i+1] += w.upAt[i]
	}
	w.up = make([]orgmodel.Ref, w.upAt[n])
	next := slices.Clone(w.upAt[:n])
	for _, pair := range pairs {
		w.up[next[pair[0]]] = pair[1]
		next[pair[0]]++
	}
	w.thin()
	w.turn(next)
	return w
}

// seatPairs are the two seats, from below, of every live line that joins live ones; false where the caller gave
// up.
func seatPairs(p *orgmodel.Pass, rels []orgmodel.Rel) (pairs [][2]orgmodel.Ref, ok bool) {
	n := 0
	for e := range p.Edges(rels...) {
		if n++; n&4095 == 0 && p.Stopped() {
			return nil, false
		}
		if !p.LiveLine(e) {
			continue
		}
		if s, t := p.SeatOf(e.From), p.SeatOf(e.To); s != t && p.Live(s) && p.Live(t) && p.MaySit(s) && p.MaySit(t) {
			pairs = append(pairs, [2]orgmodel.Ref{s, t})
		}
	}
	return pairs, true
}

// thin leaves one of the equal bosses of a seat.
func (w *web) thin() {
	kept := int32(0)
	for s := range len(w.upAt) - 1 {
		run := w.up[w.upAt[s]:w.upAt[s+1]]
		if len(run) > 1 {
			slices.Sort(run)
			run = slices.Compact(run)
		}
		w.upAt[s] = kept
		kept += int32(copy(w.up[kept:], run))
	}
	w.upAt[len(w.upAt)-1] = kept
	w.up = w.up[:kept]
}

// turn makes the way down from the way up; next is room for its work.
func (w *web) turn(next []int32) {
	for _, t := range w.up {
		w.downAt[t+1]++
	}
	for i := range next {
		w.downAt[i+1] += w.downAt[i]
	}
	copy(next, w.downAt)
	w.down = make([]orgmodel.Ref, len(w.up))
	for s := range next {
		for _, t := range w.bosses(orgmodel.Ref(s)) {
			w.down[next[t]] = orgmodel.Ref(s)
			next[t]++
		}
	}
}

// bosses are the seats directly above a declared one.
func (w *web) bosses(s orgmodel.Ref) []orgmodel.Ref { return w.up[w.upAt[s]:w.upAt[s+1]] }

// reports are the seats directly below a declared one.
func (w *web) reports(t orgmodel.Ref) []orgmodel.Ref { return w.down[w.downAt[t]:w.downAt[t+1]] }

// touches says that a line of the web starts or ends at a seat.
func (w *web) touches(r orgmodel.Ref) bool { return len(w.bosses(r)) > 0 || len(w.reports(r)) > 0 }

// heights is by Ref how many seats stand above each at least, itself not counted, no more than most: those that one meets
// who goes to the boss with the smallest Ref each time.
func (w *web) heights(most int32) []int32 {
	high := make([]int32, len(w.upAt)-1)
	const unmet, passing = 0, -1
	var way []orgmodel.Ref
	for i := range high {
		s := orgmodel.Ref(i)
		for way = way[:0]; high[s] == unmet && len(w.bosses(s)) > 0; s = w.bosses(s)[0] {
			high[s] = passing
			way = append(way, s)
		}
		above := high[s]
		if above == passing { // a loop: all of it is above each of its members
			first := slices.Index(way, s)
			above = min(int32(len(way)-first)-1, most)
			for _, s := range way[first:] {
				high[s] = above
			}
			way = way[:first]
		}
		for k := len(way) - 1; k >= 0; k-- {
			above = min(above+1, most)
			high[way[k]] = above
		}
	}
	return high
}

// crowd is the number of bosses from which on the lines of a seat are not shown: to look for one
// line among a million, for each of a million bosses, helps nobody.
const crowd = 64

// lineUp is a live line of some relations from one seat to another, of several that of the
// smallest record, then that of the relation named first.
func (w *web) lineUp(p *orgmodel.Pass, s, t orgmodel.Ref, rels ...orgmodel.Rel) (orgmodel.Edge, bool) {
	var best orgmodel.Edge
	found := false
	if len(w.bosses(s)) > crowd {
		return best, false
	}
	order := byID(p)
	for _, e := range p.SeatLines(s, rels...) {
		if p.SeatOf(e.To) != t {
			continue
		}
		if k := order(e.From, best.From); !found || k < 0 || k == 0 && slices.Index(rels, e.Rel) < slices.Index(rels, best.Rel) {
			best, found = e, true
		}
	}
	return best, found
}

// wayUp gives the lines along a way of seats from below, as many as a finding shows.
func (w *web) wayUp(p *orgmodel.Pass, way []orgmodel.Ref, rels ...orgmodel.Rel) []orgmodel.Line {
	var lines []orgmodel.Edge
	for i := range way[:max(min(len(way), orgmodel.PathCap+1)-1, 0)] {
		if e, ok := w.lineUp(p, way[i], way[i+1], rels...); ok {
			lines = append(lines, e)
		}
	}
	return p.Records(lines...)
}
