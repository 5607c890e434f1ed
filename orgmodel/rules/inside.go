package rules

import (
	"iter"

	"example.com/orgchart/orgmodel"
)

// inside is which records are some wholes, or part of one, directly or through others. It walks down from wholes to
// wholes and looks up from a record that is none when it is asked, so that the many who are part of something and
// of whom nothing is part cost nothing.
type inside struct {
	p      *orgmodel.Pass
	enters func(orgmodel.Ref) bool // live parts that a walk goes into; nil means all
	in     []bool                  // by Ref, of sources and wholes
	whole  []bool                  // by Ref: something is part of it
}

func newInside(p *orgmodel.Pass, sources iter.Seq[orgmodel.Ref], enters func(orgmodel.Ref) bool) *inside {
	i := &inside{p: p, enters: enters, in: make([]bool, p.Len()), whole: wholes(p)}
	var queue []orgmodel.Ref
	for s := range sources {
		if p.Declared(s) && !i.in[s] {
			i.in[s] = true
			queue = append(queue, s)
		}
	}
	n := 0
	for k := 0; k < len(queue); k++ {
		for e := range p.In(queue[k], orgmodel.PartOf) {
			if n++; n&4095 == 0 && p.Stopped() {
				return i
			}
			if t := e.From; p.Declared(t) && of(i.whole, t) && !i.in[t] && p.LiveLine(e) && i.open(t) {
				i.in[t] = true
				queue = append(queue, t)
			}
		}
	}
	return i
}

// open says that a walk goes into a part.
func (i *inside) open(r orgmodel.Ref) bool { return i.p.Live(r) && (i.enters == nil || i.enters(r)) }

// has says that a record is inside.
func (i *inside) has(r orgmodel.Ref) bool {
	if !i.p.Declared(r) {
		return false
	}
	if i.in[r] {
		return true
	}
	if of(i.whole, r) || !i.open(r) {
		return false
	}
	for e := range i.p.Out(r, orgmodel.PartOf) {
		if i.p.LiveLine(e) && i.p.Declared(e.To) && i.in[e.To] {
			return true
		}
	}
	return false
}
