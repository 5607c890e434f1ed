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
	above []orgmodel.Ref                  // by Ref: the nearest delivery, itself first, that names a sponsor
	known map[orgmodel.Ref][]orgmodel.Ref // by record: see bodies
}

// newSponsors takes sponsors; with inherit a delivery that names none has those of what it is part of.
func newSponsors(p *orgmodel.Pass, roles []orgmodel.ID, inherit bool) *sponsors {
	s := &sponsors{assigned: newAssigned(p, orRoles(roles, sponsorRoles...), orgmodel.SponsoredBy), known: map[orgmodel.Ref][]orgmodel.Ref{}}
	if inherit {
		s.above = sponsored(p, roles, s.assigned)
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

// goals are the records by which sponsors are reached, by Ref: their faces, the members of a body that is
// one, and the boards that they sit on.
func (s *sponsors) goals(who []orgmodel.Ref) []orgmodel.Ref {
	if len(who) == 1 {
		return s.goalsOf(who[0])
	}
	var all []orgmodel.Ref
	for _, r := range who[:min(len(who), crowd)] {
		all = append(all, s.goalsOf(r)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (s *sponsors) goalsOf(who orgmodel.Ref) []orgmodel.Ref {
	var all []orgmodel.Ref
	for _, r := range s.faces(who) {
		all = append(append(all, r), s.bodies(r)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// bodies are the faces of the members of a body, and the boards that a record is part of; of a crowd the
// first few.
func (s *sponsors) bodies(r orgmodel.Ref) []orgmodel.Ref {
	all, known := s.known[r]
	if known {
		return all
	}
	p, n := s.p, 0
	if slices.Contains(bodyKinds, p.Kind(r)) {
		for e := range p.In(r, orgmodel.PartOf) {
			if n++; n > crowd {
				break
			}
			if p.LiveLine(e) {
				all = append(all, s.faces(e.From)...)
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
	s.known[r] = all
	return all
}
