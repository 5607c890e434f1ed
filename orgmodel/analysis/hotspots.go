package analysis

import (
	"cmp"
	"context"
	"math/bits"
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/atonce"
)

// Hotspots asks which units are dense in findings: how many there are to a seat.
type Hotspots struct {
	Findings orgmodel.Findings // what a check found in the organisation
	// Scope is a unit, a programme or anything else that records are part of, or a seat: only what is
	// in it, or below it, counts. Empty is the whole organisation; an id nobody declares has nothing in it.
	Scope  orgmodel.ID
	Levels int // how many levels of units are told apart; 0 means 3
	// MinSeats is how many seats a unit must have to be compared with others: one finding makes a unit of one seat
	// the densest of all. Smaller ones follow after. 0 means 5.
	MinSeats int
}

// HotspotReport is what Hotspots finds.
type HotspotReport struct {
	Scope    orgmodel.Ref // None for the whole
	MinSeats int
	Whole    Hotspot   // of the scope; its Unit is Scope
	Units    []Hotspot // with findings: densest first, small ones last
	Quiet    int       // units of the scope without a finding
	Homeless Hotspot   // seats and findings in no unit; of the whole, findings about no record too
}

// A Hotspot is a unit and all that is part of it.
type Hotspot struct {
	Unit                    orgmodel.Ref
	Level                   int // of the unit, 1 the outermost
	Seats                   int // live ones of the scope
	Errors, Warnings, Infos int
	Small                   bool // fewer seats than MinSeats
}

// Findings is how many there are of any severity.
func (h Hotspot) Findings() int { return h.Errors + h.Warnings + h.Infos }

// denser orders by errors to a seat, then warnings, then information, as exact fractions; then by
// findings, more first. A unit without seats counts as one of one seat.
func denser(a, b Hotspot) int {
	m, n := uint64(max(a.Seats, 1)), uint64(max(b.Seats, 1))
	ratio := func(x, y int) int { // of y/n to x/m
		hx, lx := bits.Mul64(uint64(x), n)
		hy, ly := bits.Mul64(uint64(y), m)
		return cmp.Or(cmp.Compare(hy, hx), cmp.Compare(ly, lx))
	}
	return cmp.Or(ratio(a.Errors, b.Errors), ratio(a.Warnings, b.Warnings), ratio(a.Infos, b.Infos), cmp.Compare(b.Findings(), a.Findings()))
}

func (h *Hotspot) add(s orgmodel.Severity) {
	switch s {
	case orgmodel.Error:
		h.Errors++
	case orgmodel.Warning:
		h.Warnings++
	default:
		h.Infos++
	}
}

// Report counts by the organisation's units on its day. A finding belongs to the unit of its subject: of
// a seat or person where these sit, of a unit itself, of anything else the unit it is part of. It
// counts once in a unit and once in each around it. The only error is ctx's.
func (h Hotspots) Report(ctx context.Context, o *orgmodel.Org) (*HotspotReport, error) {
	h.Findings = slices.Clone(h.Findings) // the caller may go on with theirs
	return atonce.Do(ctx, func() (*HotspotReport, error) { return h.report(ctx, o) })
}

func (h Hotspots) report(ctx context.Context, o *orgmodel.Org) (*HotspotReport, error) {
	if h.MinSeats <= 0 {
		h.MinSeats = 5
	}
	in, err := newUnits(ctx, o, h.Levels)
	if err != nil {
		return nil, err
	}
	r := &HotspotReport{Scope: orgmodel.None, MinSeats: h.MinSeats}
	inside := func(orgmodel.Ref) bool { return true }
	if h.Scope != "" {
		r.Scope, _ = o.Find(h.Scope)
		set, err := scopeOf(ctx, o, h.Scope)
		if err != nil {
			return nil, err
		}
		inside = func(r orgmodel.Ref) bool { return o.Declared(r) && set[r] }
	}
	r.Whole.Unit, r.Homeless.Unit = r.Scope, orgmodel.None
	of := map[orgmodel.Ref]*Hotspot{}
	at := func(homes []orgmodel.Ref, do func(*Hotspot)) {
		do(&r.Whole)
		if len(homes) == 0 {
			do(&r.Homeless)
		}
		in.around(homes, func(u orgmodel.Ref) {
			if of[u] == nil {
				of[u] = &Hotspot{Unit: u, Level: in.tree.Level(u)}
			}
			do(of[u])
		})
	}
	err = liveSeats(ctx, o, func(s orgmodel.Ref) {
		if inside(s) {
			at(in.tree.Homes(s), func(x *Hotspot) { x.Seats++ })
		}
	})
	if err != nil {
		return nil, err
	}
	for i, f := range h.Findings {
		if i&1023 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		subject, known := o.Find(f.Subject)
		if known && (inside(subject) || inside(o.SeatOf(subject))) {
			at(in.homes(subject), func(x *Hotspot) { x.add(f.Severity) })
		} else if !known && h.Scope == "" {
			at(nil, func(x *Hotspot) { x.add(f.Severity) })
		}
	}
	return r, r.close(ctx, o, of)
}

// close puts the units in order.
func (r *HotspotReport) close(ctx context.Context, o *orgmodel.Org, of map[orgmodel.Ref]*Hotspot) (err error) {
	for _, x := range of {
		x.Small = x.Seats < r.MinSeats
		if x.Findings() == 0 {
			r.Quiet++
			continue
		}
		r.Units = append(r.Units, *x)
	}
	order := byID(o)
	r.Units, err = sorted(ctx, r.Units, func(a, b Hotspot) int {
		switch {
		case a.Small && !b.Small:
			return 1
		case b.Small && !a.Small:
			return -1
		}
		return cmp.Or(denser(a, b), order(a.Unit, b.Unit))
	})
	return err
}

// scopeOf marks what is in a scope: itself, what is part of it or below it, and the seats of all these.
func scopeOf(ctx context.Context, o *orgmodel.Org, id orgmodel.ID) ([]bool, error) {
	set := make([]bool, o.Len())
	scope, ok := o.Find(id)
	if !ok {
		return set, ctx.Err()
	}
	n := 0
	take := func(r orgmodel.Ref) bool {
		for _, x := range [...]orgmodel.Ref{r, o.SeatOf(r)} {
			if o.Declared(x) {
				set[x] = true
			}
		}
		n++
		return n&4095 != 0 || ctx.Err() == nil
	}
	take(scope)
	below := o.Down(scope)
	if !o.MaySit(scope) {
		below = o.Members(scope)
	}
	for r := range below {
		if !take(r) {
			break
		}
	}
	return set, ctx.Err()
}
