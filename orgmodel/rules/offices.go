package rules

import (
	"iter"

	"example.com/orgchart/orgmodel"
)

// offices is which PMO people are in, which one they report into, and which one serves what.
type offices struct {
	*guises
	in     []orgmodel.Ref // by Ref: the nearest PMO that a record is part of, itself at a PMO; None
	under  []orgmodel.Ref // by Ref: the nearest seat of a PMO above a seat by solid lines, itself first; None
	serves []orgmodel.Ref // by Ref: the nearest PMO that serves a delivery, or what it is part of; None
	heads  map[orgmodel.Ref][]orgmodel.Ref
	solid  *escalation
}

// serving are the relations from a delivery to the PMO that serves it.
var serving = []orgmodel.Rel{orgmodel.SupportedBy, orgmodel.OverseenBy, orgmodel.DirectedBy, orgmodel.PartOf}

// newOffices is nil where there is no live PMO, or the caller gave up.
func newOffices(p *orgmodel.Pass) *offices {
	none := true
	for range liveOf(p, orgmodel.PMO) {
		none = false
		break
	}
	if none {
		return nil
	}
	o := &offices{guises: newGuises(p), heads: map[orgmodel.Ref][]orgmodel.Ref{}, solid: newEscalation(p, []orgmodel.Rel{orgmodel.ReportsTo})}
	for e := range p.Scoped() {
		if s := p.Scope(e); e.Rel == orgmodel.HasRole && p.Kind(s) == orgmodel.PMO && p.LiveLine(e) {
			o.heads[s] = append(o.heads[s], e.From)
		}
	}
	o.in = spread(p, liveOf(p, orgmodel.PMO), o.members)
	w := webOf(p, orgmodel.ReportsTo)
	if w == nil {
		return nil
	}
	o.under = spread(p, o.staff(), func(s orgmodel.Ref) iter.Seq[orgmodel.Ref] {
		return func(yield func(orgmodel.Ref) bool) {
			for _, r := range w.reports(s) {
				if !yield(r) {
					return
				}
			}
		}
	})
	o.serves = spread(p, liveOf(p, orgmodel.PMO), o.work)
	return o
}

// members leads from a PMO to what is in it: what is part of it and no delivery, whoever holds a role in
// its scope or owns it, and the seats of all these.
func (o *offices) members(r orgmodel.Ref) iter.Seq[orgmodel.Ref] {
	p := o.p
	return func(yield func(orgmodel.Ref) bool) {
		for t := range partsOf(p)(r) {
			if !isDelivery(p, t) && p.Kind(t) != orgmodel.Service && !yield(t) {
				return
			}
		}
		if p.Kind(r) == orgmodel.PMO {
			for e := range p.In(r, orgmodel.Owns) {
				if p.LiveLine(e) && p.Live(e.From) && p.MaySit(e.From) && !yield(e.From) {
					return
				}
			}
			for _, t := range o.heads[r] {
				if p.Live(t) && !yield(t) {
					return
				}
			}
			return
		}
		if s := p.SeatOf(r); s != r && !yield(s) {
			return
		}
	}
}

// staff are the seats in a PMO.
func (o *offices) staff() iter.Seq[orgmodel.Ref] {
	return func(yield func(orgmodel.Ref) bool) {
		for i, pmo := range o.in {
			if r := orgmodel.Ref(i); pmo != orgmodel.None && o.p.MaySit(r) && o.p.SeatOf(r) == r && !yield(r) {
				return
			}
		}
	}
}

// work leads from a PMO to the deliveries it serves, and from these to their parts.
func (o *offices) work(r orgmodel.Ref) iter.Seq[orgmodel.Ref] {
	p := o.p
	return func(yield func(orgmodel.Ref) bool) {
		for e := range p.In(r, serving...) {
			if !p.LiveLine(e) || !p.Live(e.From) || !isDelivery(p, e.From) || isDelivery(p, r) && e.Rel != orgmodel.PartOf {
				continue
			}
			if !yield(e.From) {
				return
			}
		}
		for e := range p.Out(r, orgmodel.WorksOn) {
			if p.Kind(r) == orgmodel.PMO && p.LiveLine(e) && p.Live(e.To) && isDelivery(p, e.To) && !yield(e.To) {
				return
			}
		}
	}
}

// pmo is the PMO into which a seat reports: the one it is in, or that of the nearest boss who is in
// one; None.
func (o *offices) pmo(seat orgmodel.Ref) orgmodel.Ref {
	if !o.p.Declared(seat) || o.under[seat] == orgmodel.None {
		return orgmodel.None
	}
	return o.in[o.under[seat]]
}

// pmoOf is pmo for whoever stands at a record, by any of their seats; of several that with the smallest
// id.
func (o *offices) pmoOf(at orgmodel.Ref) orgmodel.Ref {
	var in []orgmodel.Ref
	for _, r := range o.faces(at) {
		if pmo := o.pmo(r); pmo != orgmodel.None {
			in = append(in, pmo)
		}
	}
	return smallest(o.p, in)
}
