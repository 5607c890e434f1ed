package rules

import (
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
)

// HandsOverTo is the relation from a project to what receives what it makes: a service, a process, a unit, or
// whoever will run it.
const HandsOverTo orgmodel.Rel = "hands-over-to"

// Deliverable is the attribute of a project that says what it makes; none or no where it makes nothing that
// anybody has to run.
const Deliverable = "deliverable"

// HandoverReceiver is the rule handover-receiver: what a project makes is received by somebody.
type HandoverReceiver struct {
	Days   int             // how long before its end a project is looked at; 0 means 90
	Rels   []orgmodel.Rel  // from a project to a receiver; nil means hands-over-to
	Roles  []orgmodel.ID   // the roles, in its scope, of whoever owns a receiver; nil means service-owner, process-owner and functional-manager
	Exempt []string        // tags of projects whose outcome nobody has to run; nil means research
	Kinds  []orgmodel.Kind // what hands over; nil means project
}

const handoverReceiverDoc = `A project that ends soon has named who receives what it makes, and somebody answers for that.

Why: a project ends and its people go; what it made is then run by whoever is called first when it breaks.

Parameters:
  Days (90): how long before its end a project is looked at.
  Rels (hands-over-to): the line from a project to its receiver.
  Roles (service-owner, process-owner, functional-manager): the roles in its scope that own a receiver,
  beside the line owns.
  Exempt (research): tags of projects that make nothing to run.
  Kinds (project): what hands over.

The receiver must exist on the day of the end, and so must its owner; a service that begins on that day will
do. A person or a post that receives answers for it. Every project makes something, whether or not the
attribute deliverable says what; the value none, or no, says that nobody has to run it.

False positives: research; give the project that tag, or name its tag in Exempt. Without a day nothing ends soon, and the rule says nothing. A project
without an end is endless-project's matter. An undeclared receiver (unknown-reference) is not also missed.

Source: practitioners for whom a project makes something unique and operations go on; GovS 002 (version 2.1), which asks
for transition into use to be planned.

Before:
  as-of 2026-04-01
  +project payments "Payments renewal" until 2026-05-01
  +service pay
  +post ops-1 "Head of operations"
  ops-1 owns pay
After:
  as-of 2026-04-01
  +project payments "Payments renewal" until 2026-05-01
  +service pay
  +post ops-1 "Head of operations"
  ops-1 owns pay
  payments hands-over-to pay
`

// Rule is the rule. Subject is the project, Key none, or ownerless where it names receivers for which nobody
// answers: those are Related, and Path are the lines to them.
func (h HandoverReceiver) Rule() orgmodel.Rule {
	if h.Days == 0 {
		h.Days = 90
	}
	if h.Rels == nil {
		h.Rels = []orgmodel.Rel{HandsOverTo}
	}
	h.Roles = orRoles(h.Roles, append(ownerRoles[:2:2], "functional-manager")...)
	if h.Exempt == nil {
		h.Exempt = []string{"research"}
	}
	if h.Kinds == nil {
		h.Kinds = []orgmodel.Kind{orgmodel.Project}
	}
	return orgmodel.Rule{Name: "handover-receiver", Doc: handoverReceiverDoc, Severity: orgmodel.Warning, Check: h.check, Days: shifted(-h.Days, overOn(h.Kinds...))}
}

func (h HandoverReceiver) check(p *orgmodel.Pass) {
	if p.AsOf().IsZero() {
		return
	}
	var roles *assigned
	met := map[receiver]bool{}
	for project := range liveOf(p, h.Kinds...) {
		end := p.Life(project).Until
		if end.IsZero() || p.AsOf().DaysUntil(end) > h.Days || h.excused(p, project) {
			continue
		}
		p.Judge(project)
		if roles == nil {
			roles = newAssigned(p, h.Roles, "")
		}
		var lines []orgmodel.Edge
		received := false
		for e := range p.Out(project, h.Rels...) {
			if p.Past(p.LineLife(e)) || e.To == project {
				continue
			}
			lines = append(lines, e)
			if received = h.remembers(p, met, receiver{e.To, end}, roles); received {
				break
			}
		}
		if !received {
			h.report(p, project, end, lines)
		}
	}
}

// receiver is what receives on a day.
type receiver struct {
	to  orgmodel.Ref
	day orgmodel.Date
}

// remembers is receives for those who ask about one receiver again and again.
func (h HandoverReceiver) remembers(p *orgmodel.Pass, met map[receiver]bool, r receiver, roles *assigned) bool {
	is, known := met[r]
	if !known {
		is = h.receives(p, r.to, roles, r.day)
		met[r] = is
	}
	return is
}

// excused says that nobody has to run what a project makes.
func (h HandoverReceiver) excused(p *orgmodel.Pass, project orgmodel.Ref) bool {
	a := p.Attrs(project)
	if slices.ContainsFunc(h.Exempt, func(tag string) bool { return tagged(a, tag) }) {
		return true
	}
	makes := strings.ToLower(strings.TrimSpace(a.Get(Deliverable)))
	return makes == "none" || makes == "no"
}

// receives says that a receiver exists on a day, and that somebody answers for it then.
func (h HandoverReceiver) receives(p *orgmodel.Pass, r orgmodel.Ref, roles *assigned, day orgmodel.Date) bool {
	switch {
	case !p.Declared(r):
		return true
	case !p.Life(r).Holds(day) || endsByState(p, r) || p.Inactive(r):
		return false
	case slices.Contains(seatKinds, p.Kind(r)):
		return true
	}
	return ownedOn(p, r, roles, day)
}

func (h HandoverReceiver) report(p *orgmodel.Pass, project orgmodel.Ref, end orgmodel.Date, lines []orgmodel.Edge) {
	inOrder(p, lines, h.Rels)
	f := orgmodel.Finding{
		Subject: p.ID(project), Key: "none", Path: p.Records(lines...), PathTotal: len(lines),
		Message: called(p, project) + " ends on " + end.String() + ", and nobody receives what it makes",
		Fix:     "Name the receiver of " + word(p.ID(project)) + " by a " + said(h.Rels[0]) + " line",
	}
	if makes := p.Attrs(project).Get(Deliverable); makes != "" {
		f.Message = called(p, project) + " ends on " + end.String() + ", and nobody receives what it makes, " + strconv.Quote(short(makes))
	}
	if len(lines) > 0 {
		f.Key = "ownerless"
		var to []orgmodel.Ref
		for _, e := range lines {
			to = append(to, e.To)
		}
		f.Related, f.RelatedTotal = related(p, to), len(to)
		f.Message = called(p, project) + " ends on " + end.String() + " and hands over to " + names(p, to, len(to)) + ", for which nobody answers on that day"
		f.Fix = "Name another receiver of " + word(p.ID(project))
		if p.Life(to[0]).Holds(end) && !slices.Contains(seatKinds, p.Kind(to[0])) {
			f.Fix = "Assign an owner to " + called(p, to[0]) + ", or name another receiver"
		}
	} else {
		if near := h.near(p, project); len(near) > 0 {
			f.Fix += " to " + called(p, near[0])
		}
	}
	f.Message += "."
	f.Fix += "."
	p.Report(f)
}

// near are the units, services and processes that a project is part of, nearest first.
func (h HandoverReceiver) near(p *orgmodel.Pass, project orgmodel.Ref) []orgmodel.Ref {
	kinds := []orgmodel.Kind{orgmodel.Service, orgmodel.Process, orgmodel.Unit}
	var near []orgmodel.Ref
	n := 0
	tier, at := []orgmodel.Ref(nil), 1
	for r, d := range p.Up(project, orgmodel.PartOf) {
		if n++; n > farWithin {
			break
		}
		if d > at {
			slices.SortFunc(tier, byID(p))
			near, tier, at = append(near, tier...), nil, d
		}
		if p.Live(r) && slices.Contains(kinds, p.Kind(r)) {
			tier = append(tier, r)
		}
	}
	slices.SortFunc(tier, byID(p))
	return append(near, tier...)
}
