package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// farUp is how many bosses a climb looks at before it gives up, and fewBosses how many of one
// seat: findings name what is near, and hostile input must not multiply findings by depth or
// breadth.
const (
	farUp     = 16
	fewBosses = 8
)

// climber walks up solid lines. Where seats have several it takes them all, so that nothing it
// says depends on which of them stands first in the file.
type climber struct {
	p     *orgmodel.Pass
	lines map[orgmodel.Ref][]orgmodel.Edge
}

// up gives a line to each boss of a seat, by the boss's id.
func (c *climber) up(seat orgmodel.Ref) []orgmodel.Edge {
	if !c.p.ManyBosses() {
		if e, ok := c.p.BossLine(seat); ok {
			return []orgmodel.Edge{e}
		}
		return nil
	}
	if es, ok := c.lines[seat]; ok {
		return es
	}
	p := c.p
	es := slices.DeleteFunc(p.SeatLines(seat, orgmodel.ReportsTo), func(e orgmodel.Edge) bool { return !shapes(p, e) })
	order := byID(p)
	slices.SortFunc(es, func(e, f orgmodel.Edge) int {
		if k := order(p.SeatOf(e.To), p.SeatOf(f.To)); k != 0 {
			return k
		}
		return order(e.From, f.From)
	})
	es = slices.CompactFunc(es, func(e, f orgmodel.Edge) bool { return p.SeatOf(e.To) == p.SeatOf(f.To) })
	es = slices.Clone(es[:min(len(es), fewBosses)])
	if c.lines == nil {
		c.lines = map[orgmodel.Ref][]orgmodel.Edge{}
	}
	c.lines[seat] = es
	return es
}

// A climb is where a walk up came to.
type climb struct {
	at    orgmodel.Ref    // the nearest boss that would do; None
	path  []orgmodel.Edge // the lines to it; without one those to the last boss met
	ghost bool            // the walk met a boss nobody declares
	far   bool            // the walk gave up
}

// nearest is the nearest boss above a seat that would do, of equally near ones that with the
// smallest id.
func (c *climber) nearest(seat orgmodel.Ref, would func(orgmodel.Ref) bool) climb {
	p := c.p
	if !p.ManyBosses() {
		return c.straight(seat, would)
	}
	by := map[orgmodel.Ref]orgmodel.Edge{}
	res := climb{at: orgmodel.None}
	last := seat
	for level := []orgmodel.Ref{seat}; len(level) > 0; {
		var next []orgmodel.Ref
		for _, s := range level {
			for _, e := range c.up(s) {
				t := p.SeatOf(e.To)
				if _, met := by[t]; !met && t != seat {
					by[t] = e
					next = append(next, t)
				}
			}
		}
		slices.SortFunc(next, byID(p))
		for _, t := range next {
			if would(t) {
				res.at = t
				res.path = trail(p, by, seat, t)
				return res
			}
			res.ghost = res.ghost || !p.Declared(t)
		}
		if len(next) > 0 {
			last = next[0]
		}
		if level = next; len(by) >= farUp {
			res.far = true
			break
		}
	}
	res.path = trail(p, by, seat, last)
	return res
}

// straight is nearest where no seat has more than one boss.
func (c *climber) straight(seat orgmodel.Ref, would func(orgmodel.Ref) bool) climb {
	p := c.p
	res := climb{at: orgmodel.None}
	for s := seat; len(res.path) < farUp; {
		e, ok := p.BossLine(s)
		if s = p.SeatOf(e.To); !ok || s == seat {
			return res
		}
		res.path = append(res.path, e)
		if would(s) {
			res.at = s
			return res
		}
		res.ghost = res.ghost || !p.Declared(s)
	}
	res.far = true
	return res
}

// trail is the way a climb took, from below.
func trail(p *orgmodel.Pass, by map[orgmodel.Ref]orgmodel.Edge, seat, top orgmodel.Ref) []orgmodel.Edge {
	var path []orgmodel.Edge
	for t := top; t != seat && len(path) < len(by); t = p.SeatOf(by[t].From) {
		path = append(path, by[t])
	}
	slices.Reverse(path)
	return path
}

// decides says that somebody sits on a declared, live seat.
func decides(p *orgmodel.Pass, r orgmodel.Ref) bool {
	return p.Live(r) && p.Occupancy(r) != orgmodel.Vacant
}

// liveReports gives a line for each live seat that reports to one, by the report's id.
func liveReports(p *orgmodel.Pass, seat orgmodel.Ref) []orgmodel.Edge {
	var lines []orgmodel.Edge
	add := func(r orgmodel.Ref) {
		for e := range p.In(r, orgmodel.ReportsTo) {
			if p.LiveLine(e) && shapes(p, e) && p.Live(p.SeatOf(e.From)) {
				lines = append(lines, e)
			}
		}
	}
	add(seat)
	for e := range p.In(seat, orgmodel.Holds) {
		if who := e.From; p.LiveLine(e) && who != seat && p.SeatOf(who) == seat {
			add(who)
		}
	}
	order := byID(p)
	slices.SortFunc(lines, func(e, f orgmodel.Edge) int {
		if k := order(p.SeatOf(e.From), p.SeatOf(f.From)); k != 0 {
			return k
		}
		return order(e.From, f.From)
	})
	return slices.CompactFunc(lines, func(e, f orgmodel.Edge) bool { return p.SeatOf(e.From) == p.SeatOf(f.From) })
}

// seatsBelow are the seats that lines start from.
func seatsBelow(p *orgmodel.Pass, lines []orgmodel.Edge) []orgmodel.Ref {
	rs := make([]orgmodel.Ref, len(lines))
	for i, e := range lines {
		rs[i] = p.SeatOf(e.From)
	}
	return rs
}
