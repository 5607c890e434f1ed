package analysis

import (
	"cmp"
	"context"
	"math"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/atonce"
	"example.com/orgchart/orgmodel/rules"
)

// Chokepoints asks on whom how many depend, in two ways that differ: whose absence cuts others off from
// the top, by the lines by which matters go up (dominators), and through whom the shortest ways
// between any two go, by all reporting lines in either direction (betweenness). The zero Chokepoints is
// good for an organisation of any size.
type Chokepoints struct {
	Rule rules.Chokepoint // which part is too large, and by which lines one escalates
	Ties []orgmodel.Rel   // which lines join people for betweenness; nil means reports-to, directed-by, functional-to and dotted-to
	// Exact is up to how many seats betweenness is exact, which takes time in the square of them; 0
	// means 4,000, about a second. Beyond, it is estimated from the ways that begin at Pivots seats; 0
	// means 256, and above 100,000 seats fewer, down to 32 from 800,000 on, so that it takes seconds.
	Exact, Pivots int
	Most          int // how many seats each list of the report holds; 0 means 1,000
}

// ChokepointReport is what Chokepoints finds.
type ChokepointReport struct {
	Ways  rules.WaysUp // all on whom others hang, by Ref
	Needs []Choke      // the same, most needed first, then by betweenness and id; at most Most

	Seats   int     // live ones
	Pivots  int     // from how many of them ways were followed: all, or it is an estimate
	Brokers []Choke // through whom any way goes, most first, then by id; at most Most
}

// A Choke is a seat through which much goes.
type Choke struct {
	rules.WayUp
	// Between is the part of the ordered pairs of other seats whose shortest ways pass here, ways of
	// one length counted in parts: in millionths of all pairs, rounded.
	Between Amount
}

// Report measures an organisation on its day. The only error is ctx's.
func (c Chokepoints) Report(ctx context.Context, o *orgmodel.Org) (*ChokepointReport, error) {
	return atonce.Do(ctx, func() (*ChokepointReport, error) { return c.report(ctx, o) })
}

func (c Chokepoints) report(ctx context.Context, o *orgmodel.Org) (*ChokepointReport, error) {
	c = c.filled()
	up, err := c.Rule.Ways(ctx, o)
	if err != nil {
		return nil, err
	}
	t, err := newTies(ctx, o, c.Ties)
	if err != nil {
		return nil, err
	}
	r := &ChokepointReport{Ways: up, Seats: len(t.seat), Pivots: len(t.seat)}
	if r.Seats > c.Exact {
		r.Pivots = min(c.pivots(r.Seats), r.Seats)
	}
	sum, err := t.between(ctx, r.Pivots)
	if err != nil {
		return nil, err
	}
	share := make([]Amount, o.Len())
	for i, s := range t.seat {
		share[s] = ofPairs(sum[i], len(t.seat))
	}
	way := map[orgmodel.Ref]rules.WayUp{}
	for _, w := range up.Of {
		way[w.Seat] = w
		r.Needs = append(r.Needs, Choke{w, share[w.Seat]})
	}
	for _, s := range t.seat {
		if share[s] > 0 {
			w, needed := way[s]
			if !needed {
				w = rules.WayUp{Seat: s, Next: orgmodel.None}
			}
			r.Brokers = append(r.Brokers, Choke{w, share[s]})
		}
	}
	order := byID(o)
	r.Needs, err = sorted(ctx, r.Needs, func(a, b Choke) int {
		return cmp.Or(cmp.Compare(b.Below, a.Below), cmp.Compare(b.Between, a.Between), order(a.Seat, b.Seat))
	})
	if err != nil {
		return nil, err
	}
	r.Brokers, err = sorted(ctx, r.Brokers, func(a, b Choke) int { return cmp.Or(cmp.Compare(b.Between, a.Between), order(a.Seat, b.Seat)) })
	if err != nil {
		return nil, err
	}
	r.Needs, r.Brokers = r.Needs[:min(len(r.Needs), c.Most)], r.Brokers[:min(len(r.Brokers), c.Most)]
	return r, ctx.Err()
}

func (c Chokepoints) filled() Chokepoints {
	if c.Ties == nil {
		c.Ties = []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.FunctionalTo, orgmodel.DottedTo}
	}
	if c.Exact <= 0 {
		c.Exact = 4000
	}
	if c.Most <= 0 {
		c.Most = 1000
	}
	return c
}

// pivots is from how many seats ways are followed where there are too many to follow all.
func (c Chokepoints) pivots(seats int) int {
	const usual, least, many = 256, 32, 100_000
	if c.Pivots > 0 {
		return c.Pivots
	}
	return min(max(usual*many/seats, least), usual)
}

// ofPairs is a sum of ways as a part of all ordered pairs of others, in millionths of one. What differs
// by the last bits of a float is equal here.
func ofPairs(sum float64, seats int) Amount {
	if seats < 3 {
		return 0
	}
	pairs := float64(seats-1) * float64(seats-2)
	return Amount(math.Round(min(sum/pairs, 1) * float64(One)))
}
