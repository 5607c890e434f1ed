package orgmodel

import "strings"

// Flags of an attribute set, so that no hot path compares text.
const (
	flagTop uint8 = 1 << iota
	flagEnded
	flagInactive
	flagOccupied   // occupancy is stated: the value is in the two bits from occupancyShift on
	flagUnreadable = 1 << 7
)

const occupancyShift = 4

// seating is what a kind is in the graph of reporting lines.
type seating uint8

const (
	notSeat    seating = iota
	postSeat           // a seat always
	personSeat         // a seat while it holds no post
	otherSeat          // a kind the library does not know: a seat where a reporting line touches it
)

// read looks once at every name and attribute set that the library gives a meaning.
func (c *columns) read() {
	if len(c.kinds) == 0 {
		c.kinds = []string{""}
	}
	if len(c.rels) == 0 {
		c.rels = []string{""}
	}
	c.seatKind = make([]seating, len(c.kinds))
	for i, k := range c.kinds {
		c.seatKind[i] = seatingOf(Kind(k))
	}
	c.readRels()
	c.setFlags = make([]uint8, 0, len(c.attrSets.start)-1)
	c.readSets()
	c.someEnd = c.someEnd || len(c.live) > 0
}

// readRels looks at which relations the lines have.
func (c *columns) readRels() {
	c.solid, c.holds = 0, 0
	c.lists = new(lists)
	c.relCount = make([]int, len(c.rels)) // a reader may number a relation and never use it
	for _, r := range c.rel {
		c.relCount[r]++
	}
	for i, r := range c.rels {
		switch {
		case c.relCount[i] == 0:
		case Rel(r) == ReportsTo:
			c.solid = uint16(i)
		case Rel(r) == Holds:
			c.holds = uint16(i)
		}
	}
}

// readSets looks at the sets of attributes that have no flags yet.
func (c *columns) readSets() {
	for s := len(c.setFlags); s < len(c.attrSets.start)-1; s++ {
		f := flagsOf(Attrs{c.attrSets, uint32(s)})
		c.setFlags = append(c.setFlags, f)
		c.someEnd = c.someEnd || f&flagEnded != 0
		c.someInactive = c.someInactive || f&flagInactive != 0
		c.someTop = c.someTop || f&flagTop != 0
		c.someUnreadable = c.someUnreadable || f&flagUnreadable != 0
	}
}

func seatingOf(k Kind) seating {
	switch k {
	case Post:
		return postSeat
	case Person:
		return personSeat
	case Role, Unit, PMO, Board, Portfolio, Programme, Project, Service, Process,
		Need, BusinessCase, Benefit, Outcome, Duty:
		return notSeat
	}
	return otherSeat
}

func flagsOf(a Attrs) uint8 {
	var f uint8
	for k, v := range a.All() {
		if strings.HasPrefix(k, unreadable) {
			f |= flagUnreadable
		}
		switch k {
		case Top:
			if v == "true" {
				f |= flagTop
			}
		case State:
			switch v {
			case "abolished", "ended":
				f |= flagEnded
			case "inactive":
				f |= flagInactive
			}
		case Occupied:
			if o, ok := parseOccupancy(v); ok {
				f |= flagOccupied | uint8(o)<<occupancyShift
			}
		}
	}
	return f
}
