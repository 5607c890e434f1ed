package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// team is who works on a project, as seats by Ref, each once, and whom its lines of work name.
type team struct {
	managers []orgmodel.Ref  // who runs it: a role held in its scope
	members  []orgmodel.Ref  // who works on it and does not run it
	directed []orgmodel.Edge // its lines of direction, in its scope or its own
}

// teamsOf are the teams of the projects of some kinds, by project, of those live.
func teamsOf(p *orgmodel.Pass, role orgmodel.ID, kinds []orgmodel.Kind) map[orgmodel.Ref]*team {
	teams := map[orgmodel.Ref]*team{}
	of := func(r orgmodel.Ref) *team {
		if !p.Live(r) || !slices.Contains(kinds, p.Kind(r)) {
			return nil
		}
		if teams[r] == nil {
			teams[r] = &team{}
		}
		return teams[r]
	}
	isRole := map[orgmodel.Ref]bool{}
	if r, ok := p.Find(role); ok {
		isRole[r] = true
		for s := range p.Down(r, orgmodel.IsA) {
			isRole[s] = true
		}
	}
	n := 0
	for e := range p.Edges(orgmodel.HasRole, orgmodel.WorksOn, orgmodel.DirectedBy) {
		if n++; n&4095 == 0 && p.Stopped() {
			return nil
		}
		if !p.LiveLine(e) {
			continue
		}
		seat := p.SeatOf(e.From)
		switch e.Rel {
		case orgmodel.HasRole:
			if t := of(p.Scope(e)); t != nil && isRole[e.To] && p.Live(seat) {
				t.managers = append(t.managers, seat)
			}
		case orgmodel.WorksOn:
			if t := of(e.To); t != nil && p.Live(seat) {
				t.members = append(t.members, seat)
			}
		default:
			if t := of(p.Scope(e)); t != nil {
				t.directed = append(t.directed, e)
				if p.Live(seat) && p.MaySit(seat) {
					t.members = append(t.members, seat)
				}
			} else if t := of(e.From); t != nil {
				t.directed = append(t.directed, e)
			}
		}
	}
	for _, t := range teams {
		t.close()
	}
	return teams
}

// close puts a team in order.
func (t *team) close() {
	slices.Sort(t.managers)
	t.managers = slices.Compact(t.managers)
	slices.Sort(t.members)
	t.members = slices.DeleteFunc(slices.Compact(t.members), func(r orgmodel.Ref) bool {
		_, runs := slices.BinarySearch(t.managers, r)
		return runs
	})
}
