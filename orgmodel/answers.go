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

// CommonManager is the nearest boss that a and b share, counting a seat as its own: for a
// manager and one of its reports it is that manager. None where they share none. In a loop
// the line into the member with the smallest Ref does not count.
func (o *Org) CommonManager(a, b Ref) Ref {
	f, n := o.seatNumber(a)
	_, m := o.seatNumber(b)
	if n < 0 || m < 0 {
		return None
	}
	if n = o.meet(f, n, m); n < 0 {
		return None
	}
	return f.order[n]
}

// meet is the number of the nearest seat above or at both n and m, -1 where there is none.
func (o *Org) meet(f *forest, n, m int32) int32 {
	if f.deep > farDown {
		n, m = o.meetFar(f, n, m)
	}
	// A boss has a smaller number than its reports: the larger number always climbs.
	for n != m {
		if n > m {
			n = f.up[n]
		} else {
			m = f.up[m]
		}
	}
	return n
}

// farDown is the depth from which chains are climbed in jumps.
const farDown = 64

// meetFar brings two seats to where plain climbing ends at once. Each seat has one jump, to an
// ancestor whose distance follows the skew-binary numbers, so that any climb takes a
// logarithmic number of steps (E. W. Myers, An applicative random-access stack, 1983).
func (o *Org) meetFar(f *forest, n, m int32) (int32, int32) {
	o.d.jumps.Do(func() { o.d.jump = f.jumps() })
	jump := o.d.jump
	if f.depth[n] < f.depth[m] {
		n, m = m, n
	}
	for f.depth[n] > f.depth[m] {
		if j := jump[n]; j >= 0 && f.depth[j] >= f.depth[m] {
			n = j
		} else {
			n = f.up[n]
		}
	}
	for n != m && n >= 0 && m >= 0 {
		if jump[n] != jump[m] {
			n, m = jump[n], jump[m]
		} else {
			n, m = f.up[n], f.up[m]
		}
	}
	return n, m
}

func (f *forest) jumps() []int32 {
	jump := make([]int32, len(f.order))
	for n := range jump {
		u := f.up[n]
		if u < 0 {
			jump[n] = -1
			continue
		}
		jump[n] = u
		if j := jump[u]; j >= 0 {
			if k := jump[j]; k >= 0 && f.depth[u]-f.depth[j] == f.depth[j]-f.depth[k] {
				jump[n] = k
			}
		}
	}
	return jump
}

// WouldLoop says that a reports-to line from one to the other would close a loop: from is to,
// or lies above it. It is what a service asks before it writes the line; a boss that from has
// now is not counted, since the new line replaces it.
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
	return false
}
