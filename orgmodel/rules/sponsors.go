package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// sponsorRoles are the roles, in the scope of a delivery, of whoever sponsors it.
var sponsorRoles = []orgmodel.ID{"sponsor", "senior-responsible-owner"}

// sponsors is who sponsors what: by a role in the scope of a delivery, or by sponsored-by from it.
type sponsors struct {
	*assigned
	above []orgmodel.Ref // by Ref: the nearest delivery, itself first, that names a sponsor
}

// newSponsors takes sponsors; with inherit a delivery that names none has those of what it is part of.
func newSponsors(p *orgmodel.Pass, roles []orgmodel.ID, inherit bool) *sponsors {
	s := &sponsors{assigned: newAssigned(p, orRoles(roles, sponsorRoles...), orgmodel.SponsoredBy)}
	if inherit {
		s.above = spread(p, func(yield func(orgmodel.Ref) bool) {
			for r := range liveOf(p, deliveryKinds...) {
				if who, ghosts := s.now(r); (len(who) > 0 || ghosts) && !yield(r) {
					return
				}
			}
		}, partsOf(p, deliveryKinds...))
	}
	return s
}

// of are the sponsors of a delivery now, by id, vacant posts among them, and the delivery that names
// them: itself, or with inherit what it is part of; None where none does. Open says that somebody
// undeclared is a sponsor, or that what the delivery is part of is undeclared.
func (s *sponsors) of(delivery orgmodel.Ref) (who []orgmodel.Ref, by orgmodel.Ref, open bool) {
	by = delivery
	if s.above != nil {
		if by = s.above[delivery]; by == orgmodel.None {
			return nil, by, partOfGhost(s.p, delivery)
		}
	}
	who, open = s.now(by)
	if len(who) == 0 && !open {
		by = orgmodel.None
	}
	return who, by, open
}

// goals are the records by which sponsors are reached: their faces, the members of a body that is one,
// and the boards that they sit on.
func (s *sponsors) goals(who []orgmodel.Ref) []orgmodel.Ref {
	p := s.p
	all := facesOf(p, who)
	for _, r := range all[:min(len(all), crowd)] {
		n := 0
		if slices.Contains(bodyKinds, p.Kind(r)) {
			for e := range p.In(r, orgmodel.PartOf) {
				if n++; n > crowd {
					break
				}
				if p.LiveLine(e) {
					all = append(all, faces(p, e.From)...)
				}
			}
		}
		for e := range p.Out(r, orgmodel.PartOf) {
			if n++; n > crowd {
				break
			}
			if p.LiveLine(e) && p.Kind(e.To) == orgmodel.Board {
				all = append(all, e.To)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
