package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// ServiceNeedsOwner is the rule service-needs-owner: one person answers for a service, and for a process.
type ServiceNeedsOwner struct {
	Max   int             // how many may own one at a time; 0 means 1
	Roles []orgmodel.ID   // the roles, in its scope, of whoever owns it; nil means service-owner and process-owner
	Kinds []orgmodel.Kind // what needs an owner; nil means service and process
}

const serviceNeedsOwnerDoc = `A service has exactly one owner, and so has a process.

Why: a service runs across teams; without one person who answers for the whole, each team answers for its
part and nobody for what the customer gets.

Parameters:
  Max (1): how many may own one at a time.
  Roles (service-owner, process-owner): the roles in its scope that make an owner, beside the line owns.
  Kinds (service, process): what needs an owner.

One person may own many. Whoever manages a project is not its services' owner by that.

False positives: services that have been retired; give them an end. A post that several share counts once,
and so do persons whose lines say mode=job-share, a post and its holder, a role and whoever holds it.
Without a day, one after the other is one at a time. Undeclared owners (unknown-reference) are not also
missed; an owner who has left, or a post that is vacant, is no owner. A unit may own, and answers by whoever
leads it.

Source: ITIL: a single point of accountability for a service; a practitioner who sets service management,
the IT manager's concern, beside project management.

Before:
  +service payroll
  +post hr-1 "Head of HR"
After:
  +service payroll
  +post hr-1 "Head of HR"
  hr-1 owns payroll
`

// Rule is the rule. Subject is the service or process, Key few or many; Path are the lines of its owners.
func (s ServiceNeedsOwner) Rule() orgmodel.Rule {
	s.Max = max(s.Max, 1)
	s.Roles = orRoles(s.Roles, ownerRoles...)
	if s.Kinds == nil {
		s.Kinds = []orgmodel.Kind{orgmodel.Service, orgmodel.Process}
	}
	return orgmodel.Rule{Name: "service-needs-owner", Doc: serviceNeedsOwnerDoc, Severity: orgmodel.Error, Check: s.check, Days: orgmodel.NoDays}
}

func (s ServiceNeedsOwner) check(p *orgmodel.Pass) {
	var roles *assigned
	var book *roleBook
	at := chairs{}
	var could []orgmodel.Ref
	for thing := range liveOf(p, s.Kinds...) {
		p.Judge(thing)
		if roles == nil {
			roles, book = newAssigned(p, s.Roles, ""), newRoleBook(p)
			could = seatsIn(p, holdersOf(p, s.Roles))
			could = could[:min(len(could), suggested)]
		}
		lines, open := ownersOf(p, thing, roles)
		in, _ := charges(p, book, lines)
		in = slices.DeleteFunc(in, func(c stint) bool { return !at.sits(p, c.To) })
		open = open || len(in) == 0 && slices.ContainsFunc(lines, func(e orgmodel.Edge) bool { return roles.heldByGhost(e.From) })
		if len(in) == 0 && !open {
			s.reportNone(p, thing, lines, could)
		}
		if when, who := several(p, in, s.Max); len(who) > 0 {
			s.reportMany(p, thing, when, who)
		}
	}
}

func (s ServiceNeedsOwner) reportNone(p *orgmodel.Pass, thing orgmodel.Ref, lines []orgmodel.Edge, could []orgmodel.Ref) {
	f := orgmodel.Finding{
		Subject: p.ID(thing), Key: "few", Path: p.Records(lines...), PathTotal: len(lines),
		Message: called(p, thing) + " has no owner",
		Fix:     "Assign an owner to " + word(p.ID(thing)) + suggesting(p, could) + ".",
	}
	if len(lines) > 0 {
		switch who := lines[0].From; {
		case gone(p, who):
			f.Message += ": " + called(p, who) + " has left"
		case p.Kind(who) == orgmodel.Post && p.Live(who):
			f.Message += ": " + called(p, who) + " is vacant"
			f.Fix = "Fill " + called(p, who) + ", or assign another owner to " + word(p.ID(thing)) + "."
		default:
			f.Message += ": " + called(p, who) + " has ended"
		}
	}
	f.Message += "."
	p.Report(f)
}

func (s ServiceNeedsOwner) reportMany(p *orgmodel.Pass, thing orgmodel.Ref, at run, in []stint) {
	who := make([]orgmodel.Ref, len(in))
	for i, c := range in {
		who[i] = c.To
	}
	slices.SortFunc(who, byID(p))
	who = slices.Compact(who)
	allowed := "one is allowed"
	if s.Max > 1 {
		allowed = strconv.Itoa(s.Max) + " are allowed"
	}
	p.Report(orgmodel.Finding{
		Subject: p.ID(thing), Key: "many", Path: p.Records(stintLines(in)...), PathTotal: len(in),
		Related: related(p, who), RelatedTotal: len(who), Pos: p.LinePos(in[len(in)-1].Edge),
		Message: called(p, thing) + " has more than one owner" + at.String() + ", " + names(p, who, len(who)) + "; " + allowed + ".",
		Fix:     "Keep one owner of " + word(p.ID(thing)) + ", or say mode=job-share where they share it.",
	})
}

// chairs remembers at which posts somebody sits.
type chairs map[orgmodel.Ref]bool

func (c chairs) sits(p *orgmodel.Pass, r orgmodel.Ref) bool {
	if p.Kind(r) != orgmodel.Post {
		return true
	}
	is, known := c[r]
	if !known {
		is = decides(p, r)
		c[r] = is
	}
	return is
}
