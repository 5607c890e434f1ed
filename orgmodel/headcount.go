package orgmodel

import (
	"iter"
	"math"
	"strconv"
	"strings"
)

// A Headcount counts in four ways, because they differ: a vacant post is a post and no
// person, a job share one post and two persons.
type Headcount struct {
	Posts  int     // live seats that are one post, or one person without a post
	Groups int     // live seats that stand for several posts
	People int     // live holders of those seats, a person once a post held, by the first line; a filled or undisclosed seat without a named holder counts one
	FTE    float64 // full-time equivalents: of the holders where stated, else of the seat, else 1 a person
}

func (h Headcount) plus(k Headcount) Headcount {
	return Headcount{h.Posts + k.Posts, h.Groups + k.Groups, h.People + k.People, h.FTE + k.FTE}
}

// Headcount counts r's seat and every seat under it by solid lines.
func (o *Org) Headcount(r Ref) Headcount {
	f, n := o.seatNumber(r)
	if n < 0 {
		return Headcount{}
	}
	o.d.counts.Do(func() { o.d.heads = o.countUp(f) })
	return o.d.heads[n]
}

// HeadcountOf counts some seats, each once, and nothing below them: the members of a unit, say. A
// person stands for the post held, one who is no seat and holds several for each of them; what is
// no seat does not count.
func (o *Org) HeadcountOf(seats iter.Seq[Ref]) Headcount {
	var h Headcount
	met := map[Ref]bool{}
	count := func(s Ref) {
		if o.IsSeat(s) && !met[s] {
			met[s] = true
			h = h.plus(o.ownCount(s))
		}
	}
	for r := range seats {
		s := o.SeatOf(r)
		count(s)
		if !o.IsSeat(s) && o.Kind(r) == Person {
			for e := range o.Posts(r) {
				count(e.To)
			}
		}
	}
	h.FTE = math.Round(h.FTE*1e6) / 1e6
	return h
}

// countUp adds every seat to its boss, deepest first.
func (o *Org) countUp(f *forest) []Headcount {
	heads := make([]Headcount, len(f.order))
	for n := len(heads) - 1; n >= 0; n-- {
		heads[n] = heads[n].plus(o.ownCount(f.order[n]))
		if u := f.up[n]; u >= 0 {
			heads[u] = heads[u].plus(heads[n])
		}
	}
	for i := range heads {
		heads[i].FTE = math.Round(heads[i].FTE*1e6) / 1e6
	}
	return heads
}

// ownCount counts one seat alone.
func (o *Org) ownCount(r Ref) Headcount {
	if !o.Live(r) {
		return Headcount{}
	}
	fte, stated := parseFTE(o.Attrs(r).Get(FTE))
	occ := o.Occupancy(r)
	if occ == Group {
		return Headcount{Groups: 1, FTE: fte}
	}
	h := Headcount{Posts: 1}
	for e := range o.HeldBy(r) {
		h.People++
		v, ok := parseFTE(o.LineAttrs(e).Get(FTE))
		if !ok {
			v, ok = parseFTE(o.Attrs(e.From).Get(FTE))
		}
		if !ok {
			v = 1
		}
		h.FTE += v
	}
	if h.People == 0 && occ != Vacant {
		h.People = 1
		h.FTE = 1
		if stated {
			h.FTE = fte
		}
	}
	return h
}

// mostFTE is more than anybody can mean: without a bound, two numbers can have no sum.
const mostFTE = 1e9

// parseFTE reads a decimal number that is neither negative nor beyond all sense.
func parseFTE(s string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || !(v >= 0 && v <= mostFTE) {
		return 0, false
	}
	return v, true
}
