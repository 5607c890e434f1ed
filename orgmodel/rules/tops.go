package rules

import "example.com/orgchart/orgmodel"

// liveTops are the tops that exist on the view's day.
func liveTops(p *orgmodel.Pass) []orgmodel.Ref {
	tops := p.Tops()
	live := tops[:0]
	for _, r := range tops {
		if p.Live(r) {
			live = append(live, r)
		}
	}
	return live
}

// roots yields the seats that no other seat is above, ghosts included, loops not.
func roots(p *orgmodel.Pass, yield func(orgmodel.Ref)) {
	for r := range p.Seats() {
		if p.Depth(r) > 0 {
			return // roots come first
		}
		if p.Boss(r) == orgmodel.None {
			yield(r)
		}
	}
}
