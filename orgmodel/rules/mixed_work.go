package rules

import "example.com/orgchart/orgmodel"

// mix is what somebody works on at one time. One thing that several lines speak of counts once, with the
// largest part that they state.
type mix struct {
	p      *orgmodel.Pass
	things map[orgmodel.Ref]map[int64]int // by work: the parts stated, noFTE where none is, with how often
	of     [3]int                         // things by sort
	bare   int                            // things of which no part is stated
	sum    int64                          // of the parts
}

func (x *mix) change(thing orgmodel.Ref, sort int, fte int64, by int) {
	parts := x.things[thing]
	if parts == nil {
		parts = map[int64]int{}
		x.things[thing] = parts
	}
	x.count(parts, sort, -1)
	if parts[fte] += by; parts[fte] == 0 {
		delete(parts, fte)
	}
	x.count(parts, sort, 1)
}

// count takes one thing in or out.
func (x *mix) count(parts map[int64]int, sort, by int) {
	if len(parts) == 0 {
		return
	}
	x.of[sort] += by
	most := int64(noFTE)
	for fte := range parts {
		most = max(most, fte)
	}
	if most == noFTE {
		x.bare += by
		return
	}
	x.sum += most * int64(by)
}

// wholeOf is how much somebody works.
func wholeOf(p *orgmodel.Pass, who orgmodel.Ref) int64 {
	if own := fteOf(p.Attrs(who)); own != noFTE {
		return own
	}
	sum, n := int64(0), 0
	if p.Kind(who) == orgmodel.Person {
		for e := range p.Posts(who) {
			if n++; n > mostFTE {
				break
			}
			part := fteOf(p.LineAttrs(e))
			if part == noFTE {
				part = capacity(p, e.To)
			}
			sum += part
		}
	}
	if n == 0 {
		return oneFTE
	}
	return sum
}
