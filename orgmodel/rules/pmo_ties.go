package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// A tie is a live reporting line, or a line of structure, from one PMO up to another, by themselves or
// by their members.
type tie struct {
	to   orgmodel.Ref // a PMO
	line orgmodel.Edge
}

// tiesOf are the ties of each PMO, by the PMO they lead to.
func tiesOf(p *orgmodel.Pass, at *offices) map[orgmodel.Ref][]tie {
	ties := map[orgmodel.Ref][]tie{}
	n := 0
	for e := range p.Edges(append([]orgmodel.Rel{orgmodel.PartOf}, reporting[:]...)...) {
		if n++; n&4095 == 0 && p.Stopped() {
			return ties
		}
		if !p.LiveLine(e) || !p.Live(e.From) || !p.Live(e.To) || isDelivery(p, e.From) {
			continue
		}
		from, to := at.in[e.From], at.in[e.To]
		if from == orgmodel.None || to == orgmodel.None {
			continue
		}
		if e.Rel == orgmodel.PartOf && e.From != from {
			continue // a member of both is no tie between them
		}
		if from != to {
			ties[from] = append(ties[from], tie{to, e})
		}
	}
	order := byID(p)
	for _, all := range ties {
		slices.SortStableFunc(all, func(a, b tie) int { return order(a.to, b.to) })
	}
	return ties
}

// hub is the PMO that the others answer to: the one named, the one with mode=hub, else the one to which
// most have a tie, of several that with the smallest id, else the only PMO; None where there is no such.
func (o PMOPlacement) hub(p *orgmodel.Pass, ties map[orgmodel.Ref][]tie) orgmodel.Ref {
	if r, ok := p.Find(o.Hub); ok && o.Hub != "" {
		return r
	}
	below := map[orgmodel.Ref]int{}
	best, said, all := orgmodel.None, orgmodel.None, 0
	order := byID(p)
	for pmo := range liveOf(p, orgmodel.PMO) {
		if p.Attrs(pmo).Get(orgmodel.Mode) == "hub" && (said == orgmodel.None || order(pmo, said) < 0) {
			said = pmo
		}
		all++
		last := orgmodel.None
		for _, t := range ties[pmo] {
			if t.to != last {
				below[t.to]++
				last = t.to
			}
		}
	}
	if said != orgmodel.None {
		return said
	}
	for pmo := range liveOf(p, orgmodel.PMO) {
		if n := below[pmo]; n > 0 && (best == orgmodel.None || n > below[best] || n == below[best] && order(pmo, best) < 0) {
			best = pmo
		}
		if all == 1 {
			best = pmo
		}
	}
	return best
}

// spokes reports the PMOs without a line to the hub; without a hub all of them at once.
func (o PMOPlacement) spokes(p *orgmodel.Pass, at *offices, spokes []orgmodel.Ref) {
	if len(spokes) == 0 {
		return
	}
	ties := tiesOf(p, at)
	hub := o.hub(p, ties)
	if hub == orgmodel.None {
		first := smallest(p, spokes)
		p.Report(orgmodel.Finding{
			Subject: p.ID(first), Key: string(HubSpoke), Related: related(p, spokes), RelatedTotal: len(spokes),
			Message: names(p, least(p, spokes, listed), len(spokes)) + " are spokes without a hub: no PMO has a line to another.",
			Fix:     "Give the PMO at the hub mode=hub, and each spoke a functional line to it.",
		})
		return
	}
	for _, pmo := range spokes {
		if pmo == hub || slices.ContainsFunc(ties[pmo], func(t tie) bool { return t.to == hub }) {
			continue
		}
		p.Report(orgmodel.Finding{
			Subject: p.ID(pmo), Key: string(HubSpoke), Related: []orgmodel.ID{p.ID(hub)},
			Message: called(p, pmo) + " is a spoke without a line to the hub, " + called(p, hub) + ".",
			Fix:     "Add a functional line from " + word(p.ID(pmo)) + " to " + called(p, hub) + ".",
		})
	}
}

// placed says that somebody who stands at a record has a live boss: where nobody is above, nothing is
// known of where they are.
func (o *offices) placed(at orgmodel.Ref) bool {
	for _, r := range o.faces(at) {
		for _, e := range o.solid.up(r) {
			if shapes(o.p, e) && o.p.Live(o.p.SeatOf(e.To)) {
				return true
			}
		}
	}
	return false
}
