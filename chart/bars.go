package chart

import (
	"cmp"
	"slices"

	"example.com/orgchart/orgmodel"
)

// maxBars is how many units a picture tells apart by colour.
const maxBars = 8

// partOf finds what each record is part of: its first live part-of line. The lines are walked
// in their own order, which is how they lie in memory.
func (s *sketch) partOf() {
	s.unit = make([]orgmodel.Ref, len(s.boxOf))
	for i := range s.unit {
		s.unit[i] = orgmodel.None
	}
	for e := range s.o.Edges(orgmodel.PartOf) {
		if s.unit[e.From] == orgmodel.None && s.o.LiveLine(e) {
			s.unit[e.From] = e.To
		}
	}
}

// bars gives the units of a picture a colour each, the largest first: the units seats are part
// of if there are few, else the wholes that those are part of, else none.
func (s *sketch) bars() {
	count := map[orgmodel.Ref]int{}
	for _, r := range s.drawn {
		if u := s.unit[r]; u != orgmodel.None {
			count[u]++
		}
	}
	whole := map[orgmodel.Ref]orgmodel.Ref{}
	for u := range count {
		whole[u] = u
	}
	if len(count) > maxBars {
		total := map[orgmodel.Ref]int{}
		for u, n := range count {
			for up := range s.o.Up(u, orgmodel.PartOf) {
				whole[u] = up
			}
			total[whole[u]] += n
		}
		count = total
	}
	if len(count) < 2 || len(count) > maxBars {
		return
	}
	for u := range count {
		s.units = append(s.units, u)
	}
	slices.SortFunc(s.units, func(a, b orgmodel.Ref) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(s.o.ID(a), s.o.ID(b)))
	})
	top := map[orgmodel.Ref]uint8{}
	for i, u := range s.units {
		top[u] = uint8(i + 1)
		s.keys.bars = append(s.keys.bars, count[u])
	}
	s.barOf = map[orgmodel.Ref]uint8{}
	for u, w := range whole {
		s.barOf[u] = top[w]
	}
}
