package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// ITWorkWithoutBusinessOwner is the rule it-work-without-business-owner: IT does not work for itself without
// saying so.
type ITWorkWithoutBusinessOwner struct {
	ITUnits  []orgmodel.ID // units of IT, with all in them; nil means those with the tag
	ITTag    string        // the tag of IT deliveries, and of units of IT; empty means it
	Sponsors []orgmodel.ID // the roles of who sponsors a delivery; nil means sponsor and senior-responsible-owner
	Upkeep   string        // the tag of a delivery, benefit or outcome that is IT's own business; empty means keep-running
}

const itWorkWithoutBusinessOwnerDoc = `IT work has a sponsor, a benefit owner or a need outside IT.

Why: work that IT asks for, pays for and gains from is work that the business did not choose and will not
use. Most projects are in part IT; the tag says which, and there is no kind for it.

Parameters:
  ITUnits (inferred): the units of IT, with all that is part of them; those with the tag ITTag unless named.
  ITTag (it): the tag of a delivery that is IT work.
  Sponsors (sponsor, senior-responsible-owner): who sponsors a delivery, sponsors of what it is part of
  included.
  Upkeep (keep-running): the tag of a delivery, or of a benefit or outcome that it leads to, that is IT's own
  business.

Looked at are its sponsors, the owners of the benefits it realises, and the owners of the needs that its
business cases answer. Inside IT is who is in a unit of IT and in no other. Where anybody's unit is not known, or nobody is
known at all, nothing is reported.

False positives: renewal of infrastructure; give it the tag keep-running, or name its tag in Upkeep. It sleeps where no unit of IT is named or tagged. Says nothing where anybody is undeclared
(unknown-reference).

Source: practitioners who ask whether there is such a thing as an IT project, since work serves a business need.

Before:
  +unit it tags=it
  +project portal tags=it
  +post cio "Chief information officer"
  cio part-of it
  portal sponsored-by cio
After:
  +unit it tags=it
  +unit sales
  +project portal tags=it
  +post cio "Chief information officer"
  +post sales-1
  cio part-of it
  sales-1 part-of sales
  +benefit orders
  portal sponsored-by cio
  portal realises orders
  sales-1 owns orders
`

// Rule is the rule. One finding a delivery: Related are all who are looked at, Path the lines by which they are.
func (w ITWorkWithoutBusinessOwner) Rule() orgmodel.Rule {
	if w.ITTag == "" {
		w.ITTag = "it"
	}
	if w.Upkeep == "" {
		w.Upkeep = "keep-running"
	}
	return orgmodel.Rule{Name: "it-work-without-business-owner", Doc: itWorkWithoutBusinessOwnerDoc, Severity: orgmodel.Warning, Check: w.check}
}

func (w ITWorkWithoutBusinessOwner) check(p *orgmodel.Pass) {
	var it *inIT
	var pay *sponsors
	for r := range liveOf(p, deliveryKinds...) {
		if !tagged(p.Attrs(r), w.ITTag) {
			continue
		}
		p.Judge(r)
		if it == nil {
			if it = w.newInIT(p); it == nil {
				return
			}
			pay = newSponsors(p, w.Sponsors, true)
		}
		w.look(p, r, it, pay)
	}
}

// inIT is which records are in units of IT.
type inIT struct {
	*guises
	it *inside // units of IT
}

// newInIT is nil where there are no units of IT.
func (w ITWorkWithoutBusinessOwner) newInIT(p *orgmodel.Pass) *inIT {
	var units []orgmodel.Ref
	for r := range liveOf(p, orgmodel.Unit, orgmodel.PMO) {
		if slices.Contains(w.ITUnits, p.ID(r)) || w.ITUnits == nil && tagged(p.Attrs(r), w.ITTag) {
			units = append(units, r)
		}
	}
	if len(units) == 0 {
		return nil
	}
	return &inIT{newGuises(p), newInside(p, slices.Values(units), nil)}
}

// place says where whoever stands at a record is: in IT and nowhere else (1), elsewhere (-1), or not known (0).
func (i *inIT) place(at orgmodel.Ref) int {
	in := 0
	for _, r := range i.faces(at) {
		if i.isUnit(r) {
			if !i.it.has(r) {
				return -1
			}
			in = 1
			continue // what it is part of is no other unit
		}
		n := 0
		for e := range i.p.Out(r, orgmodel.PartOf) {
			if n++; n > crowd || !i.p.LiveLine(e) || !i.p.Live(e.To) || !i.isUnit(e.To) {
				continue
			}
			if !i.it.has(e.To) {
				return -1
			}
			in = 1
		}
	}
	return in
}

// isUnit says that a record is a unit or a PMO; boards take people from everywhere.
func (i *inIT) isUnit(r orgmodel.Ref) bool {
	return i.p.Kind(r) == orgmodel.Unit || i.p.Kind(r) == orgmodel.PMO
}

func (w ITWorkWithoutBusinessOwner) look(p *orgmodel.Pass, delivery orgmodel.Ref, it *inIT, pay *sponsors) {
	named, by, open := pay.of(delivery)
	var lines []orgmodel.Edge
	var who []orgmodel.Ref
	for _, r := range named {
		who, lines = append(who, r), append(lines, pay.line(by, r))
	}
	n := 0
	for e := range p.Out(delivery, orgmodel.Realises, orgmodel.JustifiedBy) {
		if n++; n > crowd || p.LiveLine(e) && !p.Declared(e.To) {
			return
		}
		if !p.LiveLine(e) || !p.Live(e.To) {
			continue
		}
		if e.Rel == orgmodel.Realises && w.upkeep(p, e.To) {
			return
		}
		things := []orgmodel.Ref{e.To}
		if e.Rel == orgmodel.JustifiedBy {
			things = needsOf(p, e.To)
		}
		for _, t := range things {
			owners, strange := ownersOf(p, t, nil)
			open = open || strange
			for _, o := range owners {
				if p.Kind(o.From) != orgmodel.Role && sits(p, o.From) {
					who, lines = append(who, o.From), append(lines, o)
				}
			}
		}
	}
	if open || len(who) == 0 || tagged(p.Attrs(delivery), w.Upkeep) {
		return
	}
	for _, r := range who {
		if it.place(r) != 1 {
			return
		}
	}
	slices.SortFunc(who, byID(p))
	who = slices.Compact(who)
	p.Report(orgmodel.Finding{
		Subject: p.ID(delivery), Path: p.Records(lines...), PathTotal: len(lines), Related: related(p, who), RelatedTotal: len(who),
		Message: called(p, delivery) + " is IT work, and whoever sponsors it, owns its benefits or has the need is in IT: " + names(p, who, len(who)) + ".",
		Fix:     "Add a sponsor, a benefit owner or a need of " + word(p.ID(delivery)) + " in the business, or the tag " + strconv.Quote(w.Upkeep) + " if it is upkeep.",
	})
}

// upkeep says that a benefit, or an outcome that it contributes to, has the tag of upkeep.
func (w ITWorkWithoutBusinessOwner) upkeep(p *orgmodel.Pass, benefit orgmodel.Ref) bool {
	if tagged(p.Attrs(benefit), w.Upkeep) {
		return true
	}
	n := 0
	for r := range p.Up(benefit, orgmodel.ContributesTo) {
		if n++; n > farWithin {
			return false
		}
		if p.Live(r) && tagged(p.Attrs(r), w.Upkeep) {
			return true
		}
	}
	return false
}

// needsOf are the live needs that a case answers; of many the first few.
func needsOf(p *orgmodel.Pass, bc orgmodel.Ref) []orgmodel.Ref {
	var needs []orgmodel.Ref
	for e := range p.Out(bc, orgmodel.Answers) {
		if p.LiveLine(e) && p.Live(e.To) && len(needs) < crowd {
			needs = append(needs, e.To)
		}
	}
	return needs
}
