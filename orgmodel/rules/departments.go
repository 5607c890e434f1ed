package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// departments are the units of one level of the tree of units, and which of them a seat is in.
type departments struct {
	p      *orgmodel.Pass
	parent []orgmodel.Ref                  // by Ref: the unit it is part of, of several that with the smallest id; None
	depth  []int32                         // by Ref: 1 at a unit that is part of none; 0 where it is no live unit, or on a loop
	of     []orgmodel.Ref                  // by Ref: the unit of the level that it lies in, itself where it lies above it; None
	homes  []orgmodel.Ref                  // by Ref: the department of a seat, of several that with the smallest id; None
	more   map[orgmodel.Ref][]orgmodel.Ref // all of them, by id, where there are several
}

// newDepartments takes the units of a level, 1 the outermost; level 0 is the outermost of which
// there are several.
func newDepartments(p *orgmodel.Pass, level int) *departments {
	n := p.Len()
	d := &departments{
		p: p, parent: make([]orgmodel.Ref, n), depth: make([]int32, n), of: make([]orgmodel.Ref, n),
		homes: make([]orgmodel.Ref, n), more: map[orgmodel.Ref][]orgmodel.Ref{},
	}
	below, tier := d.tree()
	at := int32(1) // the depth of the tier
	for ; len(tier) > 0; at++ {
		if p.Stopped() {
			return d
		}
		if level == 0 && len(tier) > 1 {
			level = int(at)
		}
		var next []orgmodel.Ref
		for _, u := range tier {
			d.depth[u], d.of[u] = at, u
			if level > 0 && int(at) > level {
				d.of[u] = d.of[d.parent[u]]
			}
			next = append(next, below[u]...)
		}
		tier = next
	}
	d.settle()
	return d
}

// settle finds the departments of seats, written at them or at whoever holds them and nothing else.
func (d *departments) settle() {
	p := d.p
	for i := range d.homes {
		d.homes[i] = orgmodel.None
	}
	n := 0
	for e := range p.Edges(orgmodel.PartOf) {
		if n++; n&4095 == 0 && p.Stopped() {
			return
		}
		s := p.SeatOf(e.From)
		if !p.LiveLine(e) || !p.Declared(s) || !p.Declared(e.To) || d.of[e.To] == orgmodel.None {
			continue
		}
		switch in := d.of[e.To]; {
		case d.homes[s] == orgmodel.None:
			d.homes[s] = in
		case d.homes[s] != in || d.more[s] != nil:
			if d.more[s] == nil {
				d.more[s] = []orgmodel.Ref{d.homes[s]}
			}
			d.more[s] = append(d.more[s], in)
		}
	}
	for s, in := range d.more {
		slices.Sort(in)
		d.more[s] = least(p, slices.Compact(in), fewUnits)
		d.homes[s] = d.more[s][0]
	}
}

// tree gives what is directly below each live unit, and the units that are part of none.
func (d *departments) tree() (below map[orgmodel.Ref][]orgmodel.Ref, roots []orgmodel.Ref) {
	p, order := d.p, byID(d.p)
	below = map[orgmodel.Ref][]orgmodel.Ref{}
	for i := range d.parent {
		u := orgmodel.Ref(i)
		d.parent[u], d.of[u] = orgmodel.None, orgmodel.None
		if !d.isUnit(u) || p.IsRepeat(u) {
			continue
		}
		up := orgmodel.None
		for e := range p.Out(u, orgmodel.PartOf) {
			if p.LiveLine(e) && e.To != u && d.isUnit(e.To) && (up == orgmodel.None || order(e.To, up) < 0) {
				up = e.To
			}
		}
		if d.parent[u] = up; up == orgmodel.None {
			roots = append(roots, u)
		} else {
			below[up] = append(below[up], u)
		}
	}
	return below, roots
}

func (d *departments) isUnit(r orgmodel.Ref) bool {
	return slices.Contains(bodyKinds, d.p.Kind(r)) && d.p.Live(r)
}

// fewUnits is how many departments of one seat are looked at.
const fewUnits = 8

// seat gives the departments that a seat is in, by id.
func (d *departments) seat(s orgmodel.Ref) []orgmodel.Ref {
	switch {
	case d.more[s] != nil:
		return d.more[s]
	case d.homes[s] != orgmodel.None:
		return d.homes[s : s+1]
	}
	return nil
}

// home is the first department of a seat by id, None where it is in none.
func (d *departments) home(s orgmodel.Ref) orgmodel.Ref { return d.homes[s] }

// apart says that two seats are in departments, and that none of the one holds one of the other.
func (d *departments) apart(s, t orgmodel.Ref) bool {
	a, b := d.seat(s), d.seat(t)
	for _, u := range a {
		for _, v := range b {
			if d.holds(u, v) || d.holds(v, u) {
				return false
			}
		}
	}
	return len(a) > 0 && len(b) > 0
}

// holds says that a department is another, or lies above it.
func (d *departments) holds(outer, inner orgmodel.Ref) bool {
	for n := 0; inner != orgmodel.None && d.depth[inner] >= d.depth[outer] && n < farWithin; n++ {
		if inner == outer {
			return true
		}
		inner = d.parent[inner]
	}
	return false
}
