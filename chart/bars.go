package chart

import (
	"cmp"
	"slices"

	"example.com/orgchart/orgmodel"
)

// maxBars is how many units a picture tells apart by colour.
const maxBars = 8

// bars gives the units of a picture a colour each, the largest first: the units seats are part
// of if there are few, else the wholes that those are part of, else none.
func (s *sketch) bars() {
	unit := func(r orgmodel.Ref) orgmodel.Ref {
		for e := range s.o.Out(r, orgmodel.PartOf) {
			if s.o.LiveLine(e) {
				return e.To
			}
		}
		return orgmodel.None
	}
	whole := map[orgmodel.Ref]orgmodel.Ref{}
	wholeOf := func(r orgmodel.Ref) orgmodel.Ref {
		u := unit(r)
		if u == orgmodel.None {
			return u
		}
		w, ok := whole[u]
		if !ok {
			w = u
			for up := range s.o.Up(u, orgmodel.PartOf) {
				w = up
			}
			whole[u] = w
		}
		return w
	}
	for _, of := range []func(orgmodel.Ref) orgmodel.Ref{unit, wholeOf} {
		count := map[orgmodel.Ref]int{}
		for _, r := range s.drawn {
			if u := of(r); u != orgmodel.None {
				count[u]++
			}
		}
		if len(count) < 2 || len(count) > maxBars {
			continue
		}
		for u := range count {
			s.units = append(s.units, u)
		}
		slices.SortFunc(s.units, func(a, b orgmodel.Ref) int {
			return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(s.o.ID(a), s.o.ID(b)))
		})
		s.barOf = map[orgmodel.Ref]uint8{}
		for i, u := range s.units {
			s.barOf[u] = uint8(i + 1)
			s.keys.bars = append(s.keys.bars, count[u])
		}
		s.unitOf = of
		return
	}
}
