package rules

import "example.com/orgchart/orgmodel"

// ownerRoles are the roles, in the scope of what is owned, of whoever owns it.
var ownerRoles = []orgmodel.ID{"service-owner", "process-owner"}

// ownedOn says that something is owned on a day, whatever the view's, by somebody who is there then or whom
// nobody declares; an unset day is every one.
func ownedOn(p *orgmodel.Pass, thing orgmodel.Ref, roles *assigned, day orgmodel.Date) bool {
	owns := func(e orgmodel.Edge) bool {
		return p.Lasting(e).Holds(day) && (!p.Declared(e.From) || !endsByState(p, e.From) && !p.Inactive(e.From))
	}
	for e := range p.In(thing, orgmodel.Owns) {
		if owns(e) {
			return true
		}
	}
	for _, e := range roles.lines[thing] {
		if owns(e) {
			return true
		}
	}
	return false
}
