package rules

import (
	"cmp"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// reporting are the relations by which one record answers to another.
var reporting = [...]orgmodel.Rel{
	orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.FunctionalTo, orgmodel.DottedTo,
	orgmodel.OverseenBy, orgmodel.SponsoredBy, orgmodel.Represents, orgmodel.SupportedBy,
}

// byID orders nodes by id, those with one id by Ref.
func byID(p *orgmodel.Pass) func(a, b orgmodel.Ref) int {
	return func(a, b orgmodel.Ref) int {
		if a == b {
			return 0
		}
		return cmp.Or(strings.Compare(string(p.ID(a)), string(p.ID(b))), cmp.Compare(a, b))
	}
}

// smallest is the node with the smallest id, None of none.
func smallest(p *orgmodel.Pass, rs []orgmodel.Ref) orgmodel.Ref {
	if len(rs) == 0 {
		return orgmodel.None
	}
	return slices.MinFunc(rs, byID(p))
}

// least gives the k nodes with the smallest ids, in that order, in one pass over rs.
func least(p *orgmodel.Pass, rs []orgmodel.Ref, k int) []orgmodel.Ref {
	order := byID(p)
	var top []orgmodel.Ref
	for _, r := range rs {
		if len(top) == k && order(top[k-1], r) <= 0 {
			continue
		}
		i, _ := slices.BinarySearchFunc(top, r, order)
		if len(top) == k {
			top = top[:k-1]
		}
		top = slices.Insert(top, i, r)
	}
	return top
}

// related gives the first of some nodes for a finding's Related, by id.
func related(p *orgmodel.Pass, rs []orgmodel.Ref) []orgmodel.ID {
	var ids []orgmodel.ID
	for _, r := range least(p, rs, orgmodel.PathCap) {
		if id := p.ID(r); id != "" { // an empty id names nothing
			ids = append(ids, id)
		}
	}
	return ids
}

// shapes says that a solid line counts: it joins two different seats.
func shapes(p *orgmodel.Pass, e orgmodel.Edge) bool {
	s, t := p.SeatOf(e.From), p.SeatOf(e.To)
	return s != t && p.MaySit(s) && p.MaySit(t)
}

// atOnce says that two lines hold on one day. On a view of a day all live lines do; without a
// day a succession of bosses does not.
func atOnce(p *orgmodel.Pass, e, f orgmodel.Edge) bool {
	return !p.Lasting(e).Intersect(p.Lasting(f)).Empty()
}

// byDay orders days, an unset one first.
func byDay(a, b orgmodel.Date) int {
	switch {
	case a.Before(b):
		return -1
	case b.Before(a):
		return 1
	}
	return 0
}
