package orgmodel

// A Manager is who decides for a seat: the nearest boss that can.
type Manager struct {
	Seat    Ref   // the nearest filled, live boss; None where the chain ends first
	Skipped []Hop // the bosses in between, nearest first, and why each cannot
}

// A Hop is a boss passed over on the way up.
type Hop struct {
	Seat Ref
	Why  string // vacant, ended, unknown
}

// Manager climbs from r past vacant, ended and unknown bosses to the nearest filled one.
// Undisclosed holders and groups count as filled.
func (o *Org) Manager(r Ref) Manager {
	m := Manager{Seat: None}
	for s := range o.Up(r) {
		switch {
		case !o.Declared(s):
			m.Skipped = append(m.Skipped, Hop{s, "unknown"})
		case !o.Live(s):
			m.Skipped = append(m.Skipped, Hop{s, "ended"})
		case o.Occupancy(s) == Vacant:
			m.Skipped = append(m.Skipped, Hop{s, "vacant"})
		default:
			m.Seat = s
			return m
		}
	}
	return m
}

// Chain is every boss above r, nearest first, as the lines say; of a loop each member once.
func (o *Org) Chain(r Ref) []Ref {
	var up []Ref
	for s := range o.Up(r) {
		up = append(up, s)
	}
	return up
}

// WouldLoop says that a reports-to line from one to the other would close a loop: from is to,
// or lies above it by solid lines, be they those of the tree or others. It is what a service asks
// before it writes the line; a boss that from has now is not counted, since the new line replaces
// it.
func (o *Org) WouldLoop(from, to Ref) bool {
	f, n := o.seatNumber(from)
	_, m := o.seatNumber(to)
	if !o.has(from) || !o.has(to) {
		return false
	}
	if o.SeatOf(from) == o.SeatOf(to) {
		return true
	}
	if n < 0 || m < 0 {
		return false
	}
	for s := range o.Up(to) {
		if f.num[s] == n {
			return true
		}
	}
	return f.twice && o.SeatPath(to, from, nil) != nil
}
