package rules

import (
	"iter"
	"slices"

	"example.com/orgchart/orgmodel"
)

// ownersOf are the live lines by which something is owned, by id: owns, roles held in its scope, and those of
// the holders of a role that owns it. Open says that an owner is undeclared.
func ownersOf(p *orgmodel.Pass, thing orgmodel.Ref, roles *assigned) (lines []orgmodel.Edge, open bool) {
	for e := range p.In(thing, orgmodel.Owns) {
		if !p.LiveLine(e) {
			continue
		}
		open = open || !p.Declared(e.From)
		lines = append(lines, e)
		if p.Kind(e.From) == orgmodel.Role {
			n := 0
			for h := range p.In(e.From, orgmodel.HasRole) {
				if n++; n > crowd {
					break
				}
				if p.LiveLine(h) && p.Declared(h.From) {
					lines = append(lines, h)
				}
			}
		}
	}
	if roles != nil {
		for _, e := range roles.lines[thing] {
			if p.LiveLine(e) {
				open = open || !p.Declared(e.From)
				lines = append(lines, e)
			}
		}
	}
	lines = slices.DeleteFunc(lines, func(e orgmodel.Edge) bool { return !p.Declared(e.From) })
	order := byID(p)
	slices.SortStableFunc(lines, func(e, f orgmodel.Edge) int { return order(e.From, f.From) })
	return lines, open
}

// business is who sits in the business rather than in the work of delivery.
type business struct {
	*guises
	units []orgmodel.ID
	unit  *inside // units, of units if any are named
	work  *inside // PMOs and deliveries
	roles map[orgmodel.Ref]bool
}

func newBusiness(p *orgmodel.Pass, units, roles []orgmodel.ID) *business {
	b := &business{guises: newGuises(p), units: units, roles: rolesNamed(p, roles)}
	b.unit = newInside(p, b.homes(), b.enters)
	b.work = newInside(p, liveOf(p, append([]orgmodel.Kind{orgmodel.PMO}, deliveryKinds...)...), nil)
	return b
}

// homes are the units that count, all live ones unless some are named.
func (b *business) homes() iter.Seq[orgmodel.Ref] {
	return func(yield func(orgmodel.Ref) bool) {
		for r := range liveOf(b.p, bodyKinds...) {
			if len(b.units) > 0 && !slices.Contains(b.units, b.p.ID(r)) || len(b.units) == 0 && b.p.Kind(r) == orgmodel.PMO {
				continue
			}
			if !yield(r) {
				return
			}
		}
	}
}

// enters says that what is part of a unit is in it; PMOs are not, unless units are named.
func (b *business) enters(part orgmodel.Ref) bool {
	return (len(b.units) > 0 || b.p.Kind(part) != orgmodel.PMO) && !isDelivery(b.p, part)
}

// where is what the business is called in a message.
func (b *business) where() string {
	if len(b.units) > 0 {
		return eitherID(b.units)
	}
	return "the business"
}

// in says that whoever stands at a record sits in the business.
func (b *business) in(at orgmodel.Ref) bool {
	p := b.p
	if slices.Contains(bodyKinds, p.Kind(at)) {
		return b.unit.has(at)
	}
	posts := false
	all := b.faces(at)
	for _, r := range all {
		switch {
		case len(b.units) > 0:
			if b.unit.has(r) {
				return true
			}
		case p.Kind(r) == orgmodel.Post:
			posts = true
			if !b.delivers(r) {
				return true
			}
		}
	}
	if len(b.units) > 0 || posts {
		return false
	}
	return b.unit.has(at) || !b.delivers(at)
}

// delivers says that a record is in a PMO or a delivery, or holds roles of delivery and no other.
func (b *business) delivers(r orgmodel.Ref) bool {
	if b.work.has(r) {
		return true
	}
	some, n := false, 0
	for e := range b.p.Out(r, orgmodel.HasRole) {
		if n++; n > crowd || b.p.LiveLine(e) && !b.roles[e.To] {
			return false
		}
		some = some || b.p.LiveLine(e)
	}
	return some
}
