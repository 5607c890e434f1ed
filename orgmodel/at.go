package orgmodel

import (
	"fmt"
	"iter"
)

// At is the organisation as seen on a day: the same records under the same Refs, with Live,
// Occupancy and everything that follows from reporting lines answering for that day. Records
// that have ended stay reachable. The zero Date gives back the organisation of no day.
func (o *Org) At(d Date) *Org {
	if d == o.at {
		return o
	}
	return &Org{c: o.c, at: d, d: new(derived)}
}

// AsOf is the day of this view, the zero Date where there is none.
func (o *Org) AsOf() Date {
	if o.w != nil {
		o.w.asked.Store(true)
		o.w.saw.Store(true)
	}
	return o.at
}

// sees notes that an answer is not the same on all days.
func (o *Org) sees() {
	if !o.w.saw.Load() {
		o.w.saw.Store(true)
	}
}

// watched is the same view, which says whether anybody asked for its day.
func (o *Org) watched() *Org {
	return &Org{c: o.c, at: o.at, d: o.d, w: new(watch)}
}

// Live says that a declared node exists on the view's day: the day lies in its interval and
// its state is not abolished or ended. Without a day the state alone counts. A ghost is
// never live.
func (o *Org) Live(r Ref) bool {
	if !o.Declared(r) {
		return false
	}
	if !o.c.someEnd {
		return true
	}
	if o.w != nil {
		o.sees()
	}
	return o.c.setFlags[o.c.attrs[r]]&flagEnded == 0 && o.Life(r).Holds(o.at)
}

// Past says that an interval is over on the view's day; without a day none is.
func (o *Org) Past(iv Interval) bool {
	if o.w != nil {
		o.sees()
	}
	return !o.at.IsZero() && !iv.Until.IsZero() && !o.at.Before(iv.Until)
}

// LiveLine says that the view's day lies in the line's own interval. It does not look at the
// ends: a live line to an ended boss is what rules must be able to see.
func (o *Org) LiveLine(e Edge) bool { return o.lineHolds(e.line) }

func (o *Org) lineHolds(i int32) bool {
	return uint(i) >= uint(len(o.c.lineLive)) || o.datedHolds(i)
}

// datedHolds is lineHolds where some line is dated.
func (o *Org) datedHolds(i int32) bool {
	if o.w != nil {
		o.sees()
	}
	return o.c.lineLive[i].Holds(o.at)
}

// Lasting is the interval a line is good for: its own bounds, and where one is unset the
// narrower of its ends' bounds.
func (o *Org) Lasting(e Edge) Interval {
	own := o.LineLife(e)
	ends := o.Life(e.From).Intersect(o.Life(e.To))
	if own.From.IsZero() {
		own.From = ends.From
	}
	if own.Until.IsZero() {
		own.Until = ends.Until
	}
	return own
}

// An Occupancy is whether somebody sits on a seat.
type Occupancy uint8

const (
	Filled      Occupancy = iota // somebody does, or the source does not say
	Vacant                       // nobody does
	Undisclosed                  // somebody may; the source withholds the name
	Group                        // one record stands for several posts
)

// String is filled, vacant, undisclosed or group.
func (c Occupancy) String() string {
	return [...]string{"filled", "vacant", "undisclosed", "group"}[c&3]
}

// MarshalText is String.
func (c Occupancy) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what String writes.
func (c *Occupancy) UnmarshalText(b []byte) error {
	v, ok := parseOccupancy(string(b))
	if !ok {
		return fmt.Errorf("%q is no occupancy: want filled, vacant, undisclosed or group", b)
	}
	*c = v
	return nil
}

func parseOccupancy(s string) (Occupancy, bool) {
	for c := Filled; c <= Group; c++ {
		if c.String() == s {
			return c, true
		}
	}
	return 0, false
}

// Occupancy of a seat: what its attribute says; else, in an organisation that has holds lines
// at all, a post is filled if a live person holds it on the view's day and vacant if not. Of a
// later record of an id nothing is known, since the first owns its lines: it counts as filled,
// as does everything else.
func (o *Org) Occupancy(r Ref) Occupancy {
	if !o.Declared(r) {
		return Filled
	}
	if f := o.c.setFlags[o.c.attrs[r]]; f&flagOccupied != 0 {
		return Occupancy(f >> occupancyShift & 3)
	}
	if o.c.holds == 0 || o.c.seatKind[o.c.kind[r]] != postSeat {
		return Filled
	}
	if o.solid().held[r] == heldBySome || o.IsRepeat(r) {
		return Filled
	}
	return Vacant
}

// Holders yields the holds lines by which live persons hold a post on the view's day, in the
// author's order: of a person whose holding is written more than once every line.
func (o *Org) Holders(post Ref) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		if o.c.holds != 0 && o.has(post) && o.solid().held[post] == heldBySome {
			o.holders(post)(yield)
		}
	}
}

// holders is Holders without the tree of bosses, which is made with its help.
func (o *Org) holders(post Ref) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		for e := range o.In(post, Holds) {
			if o.LiveLine(e) && o.Live(e.From) && !yield(e) {
				return
			}
		}
	}
}

// HeldBy is Holders with each person once, by the first line: for counting and naming them.
func (o *Org) HeldBy(post Ref) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		var met onceEach
		for e := range o.Holders(post) {
			if met.add(e.From) && !yield(e) {
				return
			}
		}
	}
}

// Posts yields the holds lines by which a person holds live posts on the view's day.
func (o *Org) Posts(person Ref) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		for e := range o.Out(person, Holds) {
			if o.LiveLine(e) && (o.Live(e.To) || !o.Declared(e.To)) && !yield(e) {
				return
			}
		}
	}
}

// onceEach is the nodes met at the other ends of holds lines: most often one or two. The zero value
// has met none.
type onceEach struct {
	few  [4]Ref
	n    int
	many map[Ref]struct{}
}

// add adds a node and says that it was not there.
func (m *onceEach) add(r Ref) bool {
	for _, s := range m.few[:m.n] {
		if s == r {
			return false
		}
	}
	if m.n < len(m.few) {
		m.few[m.n] = r
		m.n++
		return true
	}
	if _, had := m.many[r]; had {
		return false
	}
	if m.many == nil {
		m.many = map[Ref]struct{}{}
	}
	m.many[r] = struct{}{}
	return true
}

// Flagged says that a node is flagged as a top.
func (o *Org) Flagged(r Ref) bool {
	return o.Declared(r) && o.c.setFlags[o.c.attrs[r]]&flagTop != 0
}

// Inactive says that a person's state is inactive.
func (o *Org) Inactive(r Ref) bool {
	return o.c.someInactive && o.Declared(r) && o.c.setFlags[o.c.attrs[r]]&flagInactive != 0
}
