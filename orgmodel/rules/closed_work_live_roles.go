package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// ClosedWorkLiveRoles is the rule closed-work-live-roles: what was set up for a delivery ends with it.
type ClosedWorkLiveRoles struct {
	GraceDays int           // days after the end that clearing up may take; 0 means 30, below 0 none
	Exempt    []orgmodel.ID // roles that outlast the delivery; nil means benefit-owner
}

const closedWorkLiveRolesDoc = `What was set up for a project, programme or portfolio ends when it has ended.

Why: people stay booked on work that is over, keep its access rights, and are counted as busy; a PMO set
up for one programme looks for the next.

Parameters:
  GraceDays (30): days after the end that clearing up may take. It counts where the view has a day and the
  delivery's end is dated; an end by state=abolished or ended is of unknown age and reported.
  Exempt (benefit-owner): roles that outlast the delivery; roles that are-a one of them too.

What counts: roles held in its scope and lines limited to it, people who work on it, and PMOs that are
part of it or serve nothing else that lives and have the tag temporary.

False positives: benefits come after the project, so their owners stay; name other such roles in Exempt. Whoever has ended or left holds nothing. Lines
of the delivery itself to sponsors and overseers are its history and are left alone. Its live parts are
unprogrammed-project's matter.

Source: temporary offices in P3O; a practitioner's "from start to close".

Before:
  as-of 2026-04-01
  +role project-manager
  +project payments "Payments renewal" until 2026-01-01
  +post pm-1 "Payments project manager"
  pm-1 has-role project-manager in payments
After:
  as-of 2026-04-01
  +role project-manager
  +project payments "Payments renewal" until 2026-01-01
  +post pm-1 "Payments project manager"
  pm-1 has-role project-manager in payments until 2026-01-01
`

// Rule is the rule. One finding a delivery: Path are the lines that live on, Related those who stand at
// them and the PMOs.
func (c ClosedWorkLiveRoles) Rule() orgmodel.Rule {
	if c.GraceDays == 0 {
		c.GraceDays = 30
	}
	if c.Exempt == nil {
		c.Exempt = []orgmodel.ID{"benefit-owner"}
	}
	return orgmodel.Rule{Name: "closed-work-live-roles", Doc: closedWorkLiveRolesDoc, Severity: orgmodel.Warning, Check: c.check, Days: grace(c.GraceDays, overOn(deliveryKinds...))}
}

func (c ClosedWorkLiveRoles) check(p *orgmodel.Pass) {
	over := map[orgmodel.Ref][]orgmodel.Edge{}
	var order []orgmodel.Ref
	for _, k := range deliveryKinds {
		for r := range p.OfKind(k) {
			if c.closed(p, r) && !p.IsRepeat(r) && p.ID(r) != "" {
				over[r] = nil
				order = append(order, r)
			}
		}
	}
	if len(order) == 0 {
		return
	}
	n := 0
	exempt := rolesNamed(p, c.Exempt)
	for e := range p.Scoped() {
		if n++; n&4095 == 0 && p.Stopped() {
			return
		}
		s := p.Scope(e)
		if lines, is := over[s]; is && p.LiveLine(e) && c.lives(p, e.From) && !(e.Rel == orgmodel.HasRole && exempt[e.To]) {
			over[s] = append(lines, e)
		}
	}
	for e := range p.Edges(orgmodel.WorksOn, orgmodel.PartOf) {
		if n++; n&4095 == 0 && p.Stopped() {
			return
		}
		lines, is := over[e.To]
		if is && p.Scope(e) == orgmodel.None && p.LiveLine(e) && c.lives(p, e.From) && (e.Rel == orgmodel.WorksOn || p.Kind(e.From) == orgmodel.PMO) {
			over[e.To] = append(lines, e)
		}
	}
	c.offices(p, over)
	for _, r := range order {
		if lines := over[r]; len(lines) > 0 {
			c.report(p, r, lines)
		}
	}
}

// closed says that a delivery has ended, and long enough ago.
func (c ClosedWorkLiveRoles) closed(p *orgmodel.Pass, r orgmodel.Ref) bool {
	if !ended(p, r) {
		return false
	}
	until := p.Life(r).Until
	return p.AsOf().IsZero() || until.IsZero() || p.AsOf().Before(until) || until.DaysUntil(p.AsOf()) >= c.GraceDays
}

// lives says that a record is live, and no person who has left.
func (c ClosedWorkLiveRoles) lives(p *orgmodel.Pass, r orgmodel.Ref) bool {
	return p.Live(r) && !gone(p, r)
}

// offices adds the temporary PMOs that serve closed deliveries and none that lives.
func (c ClosedWorkLiveRoles) offices(p *orgmodel.Pass, over map[orgmodel.Ref][]orgmodel.Edge) {
	for pmo := range liveOf(p, orgmodel.PMO) {
		if !tagged(p.Attrs(pmo), "temporary") {
			continue
		}
		var lines []orgmodel.Edge
		busy := false
		for e := range p.In(pmo, serving...) {
			if isDelivery(p, e.From) && p.LiveLine(e) {
				busy = busy || p.Live(e.From)
				lines = append(lines, e)
			}
		}
		for _, e := range lines {
			if at, is := over[e.From]; is && !busy {
				over[e.From] = append(at, e)
			}
		}
	}
}

func (c ClosedWorkLiveRoles) report(p *orgmodel.Pass, delivery orgmodel.Ref, lines []orgmodel.Edge) {
	var who []orgmodel.Ref
	for _, e := range lines {
		if e.From == delivery {
			who = append(who, e.To)
		} else {
			who = append(who, e.From)
		}
	}
	inOrder(p, lines, nil)
	slices.SortFunc(who, byID(p))
	who = slices.Compact(who)
	f := orgmodel.Finding{
		Subject: p.ID(delivery), Path: p.Records(lines...), PathTotal: len(lines), Related: related(p, who), RelatedTotal: len(who),
		Message: called(p, delivery) + " has ended",
		Fix:     "End or move " + count(len(lines), "assignment") + ", of " + names(p, who, len(who)) + ".",
		Pos:     p.LinePos(lines[0]),
	}
	if until := p.Life(delivery).Until; !until.IsZero() && !p.AsOf().IsZero() && !p.AsOf().Before(until) {
		f.Message = called(p, delivery) + " ended on " + until.String()
	}
	f.Message += " and still has " + count(len(lines), "live assignment") + ", of " + names(p, who, len(who)) + "."
	p.Report(f)
}
