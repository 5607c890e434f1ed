package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// purposes remembers which seats are there for deliveries alone, and until when.
type purposes struct {
	p     *orgmodel.Pass
	known map[orgmodel.Ref]purpose
	above map[orgmodel.Ref]orgmodel.Ref // what over found
}

func newPurposes(p *orgmodel.Pass) *purposes {
	return &purposes{p, map[orgmodel.Ref]purpose{}, map[orgmodel.Ref]orgmodel.Ref{}}
}

// purpose is what a seat is tied to: a live delivery that ends, of several that which ends last, and the line that
// shows it. The zero purpose is none: its end is unset.
type purpose struct {
	to   orgmodel.Ref
	end  orgmodel.Date
	line orgmodel.Edge
}

// of is what a seat is tied to. It is tied if it is part of a delivery, directly or through others; else if
// deliveries are all that the roles and the work written at it are about. With one that has no end it is not.
func (t *purposes) of(seat orgmodel.Ref) purpose {
	if is, met := t.known[seat]; met {
		return is
	}
	is := t.part(seat)
	if is.to == orgmodel.None {
		is = t.work(seat)
	}
	if !is.end.IsZero() {
		if own := t.p.Life(seat).Until; !own.IsZero() && own.Before(is.end) {
			is.end = own
		}
	}
	t.known[seat] = is
	return is
}

// part is by what the seat is part of.
func (t *purposes) part(seat orgmodel.Ref) purpose {
	p, is := t.p, purpose{to: orgmodel.None}
	n := 0
	for e := range p.Out(seat, orgmodel.PartOf) {
		if n++; n > crowd {
			break
		}
		if !p.LiveLine(e) {
			continue
		}
		if isDelivery(p, e.To) && p.Live(e.To) {
			is = t.later(is, e.To, e)
			continue
		}
		if r := t.over(e.To); r != orgmodel.None {
			is = t.later(is, r, e)
		}
	}
	return is
}

// over is the first live delivery that a walk up from something comes to, None where it comes to none soon.
func (t *purposes) over(part orgmodel.Ref) orgmodel.Ref {
	if r, known := t.above[part]; known {
		return r
	}
	p, first, n := t.p, orgmodel.None, 0
	for r := range p.Up(part, orgmodel.PartOf) {
		if n++; n > farWithin {
			break
		}
		if isDelivery(p, r) && p.Live(r) {
			first = r
			break
		}
	}
	t.above[part] = first
	return first
}

// work is by the roles and the work written at the seat.
func (t *purposes) work(seat orgmodel.Ref) purpose {
	p, is := t.p, purpose{to: orgmodel.None}
	n := 0
	for e := range p.Out(seat, orgmodel.HasRole, orgmodel.WorksOn, orgmodel.Owns) {
		thing := e.To
		if e.Rel == orgmodel.HasRole {
			thing = p.Scope(e)
		}
		switch n++; {
		case !p.LiveLine(e) || thing != orgmodel.None && p.Declared(thing) && !p.Live(thing):
		case n > crowd || thing == orgmodel.None || !isDelivery(p, thing):
			return purpose{to: orgmodel.None}
		default:
			is = t.later(is, thing, e)
		}
	}
	return is
}

// later is the purpose that lasts longer, of two that last as long that to the smaller id.
func (t *purposes) later(is purpose, delivery orgmodel.Ref, line orgmodel.Edge) purpose {
	p := t.p
	end := p.Life(delivery).Until
	switch order := byID(p); {
	case is.to == orgmodel.None:
	case is.end.IsZero() || !end.IsZero() && end.Before(is.end):
		return is
	case is.end == end && order(is.to, delivery) <= 0:
		return is
	}
	return purpose{delivery, end, line}
}

// outlives says that a seat is there for good: no end of its own is stated, nor one of what it is there for.
func (t *purposes) outlives(seat orgmodel.Ref, exempt []string) bool {
	p := t.p
	if !p.Life(seat).Until.IsZero() || !t.of(seat).end.IsZero() || slices.Contains(exempt, p.Attrs(seat).Get(orgmodel.Engagement)) {
		return false
	}
	for e := range p.Holders(seat) {
		if slices.Contains(exempt, p.Attrs(e.From).Get(orgmodel.Engagement)) {
			return false
		}
	}
	return true
}
