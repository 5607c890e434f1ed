package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// newSurvey is survey, worked out anew.
func newSurvey(p *orgmodel.Pass) (tops, roots []orgmodel.Ref) {
	if p.ManyBosses() {
		return surveyAll(p)
	}
	for r := range p.Seats() {
		if p.Depth(r) > 0 {
			break // roots come first
		}
		if p.Boss(r) == orgmodel.None {
			roots = append(roots, r)
		}
	}
	tops = p.Tops()
	slices.Sort(tops)
	return tops, roots
}

// Flags of a seat in surveyAll.
const (
	below uint8 = 1 << iota // has a boss
	above                   // has a report
)

func surveyAll(p *orgmodel.Pass) (tops, roots []orgmodel.Ref) {
	all := p.Len()
	for range p.Ghosts() {
		all++
	}
	stands := make([]uint8, all)
	n := 0
	for e := range p.Edges(orgmodel.ReportsTo) {
		if n++; n&4095 == 0 && p.Stopped() {
			return nil, nil
		}
		if p.LiveLine(e) && shapes(p, e) {
			stands[p.SeatOf(e.From)] |= below
			stands[p.SeatOf(e.To)] |= above
		}
	}
	var flagged, ended, heads []orgmodel.Ref
	for i, s := range stands {
		r := orgmodel.Ref(i)
		if i&4095 == 0 && p.Stopped() {
			return nil, nil
		}
		if s == 0 && !p.IsSeat(r) {
			continue
		}
		switch {
		case !crowned(p, r):
		case p.Live(r):
			flagged = append(flagged, r)
		default:
			ended = append(ended, r)
		}
		if s&below == 0 {
			roots = append(roots, r)
			if s&above != 0 && p.Declared(r) {
				heads = append(heads, r)
			}
		}
	}
	switch {
	case len(flagged) > 0:
		return flagged, roots
	case len(ended) > 0:
		return ended, roots
	}
	return heads, roots
}

// crowned says that a seat is flagged as a top, or somebody who holds it.
func crowned(p *orgmodel.Pass, seat orgmodel.Ref) bool {
	if p.Flagged(seat) {
		return true
	}
	for e := range p.Holders(seat) {
		if p.Flagged(e.From) {
			return true
		}
	}
	return false
}

// dormant says that a record is there and not live on the view's day.
func dormant(p *orgmodel.Pass, r orgmodel.Ref) bool { return p.Declared(r) && !p.Live(r) }

// liveOnes are those that exist on the view's day.
func liveOnes(p *orgmodel.Pass, rs []orgmodel.Ref) []orgmodel.Ref {
	return slices.DeleteFunc(slices.Clone(rs), func(r orgmodel.Ref) bool { return !p.Live(r) })
}
