package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// NeedsBenefitOwner is the rule needs-benefit-owner: somebody in the business answers for each benefit.
type NeedsBenefitOwner struct {
	OwnerUnits    []orgmodel.ID // units, with all in them, that may own benefits; nil means wherever there is a post that is no delivery post
	Role          orgmodel.ID   // the role, in the scope of a benefit, that owns it beside owns; empty means benefit-owner
	DeliveryRoles []orgmodel.ID // roles of those who deliver; nil means those that Doc lists
	Exempt        []orgmodel.ID // benefits that whoever delivers may own
}

const needsBenefitOwnerDoc = `A benefit is owned by somebody in the business.

Why: a project ends when it delivers, and benefits come when people work differently afterwards; who has
left for the next project makes nobody do so.

Parameters:
  OwnerUnits (inferred): units that may own benefits, with all that is part of them.
  Role (benefit-owner): the role, in the scope of a benefit, that owns it, beside the relation owns.
  DeliveryRoles (project-manager, programme-manager, portfolio-manager, pmo-manager, project-administrator,
  project-support): the roles of those who deliver.
  Exempt (none): benefits that need no owner in the business.

Without OwnerUnits, an owner is in the business if one of their posts is no delivery post: a delivery post
holds roles of DeliveryRoles and no other, or is in a PMO or part of a delivery. Who has no post is in the business if they
are part of a unit, or hold no such role. A unit or board may own a benefit, a PMO may not. A role may: then
whoever holds it does.

False positives: benefits of IT to itself; name them in Exempt. Says nothing where the owner is undeclared
(unknown-reference).

Source: the senior user in PRINCE2, the business change manager in MSP; a practitioner on project
managers who ignored benefits.

Before:
  +role project-manager
  +project payments "Payments renewal"
  +benefit fewer-errors
  payments realises fewer-errors
  +post pm-1 "Payments project manager"
  pm-1 has-role project-manager in payments
  pm-1 owns fewer-errors
After:
  +role project-manager
  +project payments "Payments renewal"
  +benefit fewer-errors
  payments realises fewer-errors
  +post ops-1 "Head of operations"
  ops-1 owns fewer-errors
`

// Rule is the rule. One finding a benefit: Key missing, Related the vacant posts and ended owners, or Key
// delivery, Related the owners; Path are the lines of ownership.
func (n NeedsBenefitOwner) Rule() orgmodel.Rule {
	if n.Role == "" {
		n.Role = "benefit-owner"
	}
	n.DeliveryRoles = orRoles(n.DeliveryRoles, "project-manager", "programme-manager", "portfolio-manager", "pmo-manager", "project-administrator", "project-support")
	return orgmodel.Rule{Name: "needs-benefit-owner", Doc: needsBenefitOwnerDoc, Severity: orgmodel.Warning, Check: n.check}
}

func (n NeedsBenefitOwner) check(p *orgmodel.Pass) {
	var b *business
	var roles *assigned
	for r := range liveOf(p, orgmodel.Benefit) {
		if slices.Contains(n.Exempt, p.ID(r)) {
			continue
		}
		p.Judge(r)
		if b == nil {
			b, roles = newBusiness(p, n.OwnerUnits, n.DeliveryRoles), newAssigned(p, []orgmodel.ID{n.Role}, "")
		}
		n.look(p, r, b, roles)
	}
}

func (n NeedsBenefitOwner) look(p *orgmodel.Pass, benefit orgmodel.Ref, b *business, roles *assigned) {
	lines, open := ownersOf(p, benefit, roles)
	var owners, empty []orgmodel.Ref
	for _, e := range lines {
		if p.Kind(e.From) == orgmodel.Role {
			continue // its holders are among the lines
		}
		switch {
		case !sits(p, e.From):
			empty = append(empty, e.From)
		case b.in(e.From):
			return
		default:
			owners = append(owners, e.From)
		}
	}
	if open {
		return
	}
	f := orgmodel.Finding{
		Subject: p.ID(benefit), Key: "missing", Path: p.Records(lines...), PathTotal: len(lines),
		Related: related(p, empty), RelatedTotal: len(empty),
		Message: called(p, benefit) + " has no owner",
		Fix:     "Name an owner of " + word(p.ID(benefit)) + " in the business.",
	}
	slices.SortFunc(owners, byID(p))
	owners = slices.Compact(owners)
	switch {
	case len(owners) > 0:
		f.Key, f.Related, f.RelatedTotal, f.Pos = "delivery", related(p, owners), len(owners), p.LinePos(lines[0])
		f.Message = called(p, benefit) + " is owned by " + names(p, owners, len(owners)) + ", and by nobody in " + b.where()
	case len(empty) > 0:
		slices.SortFunc(empty, byID(p))
		empty = slices.Compact(empty)
		f.Message = called(p, benefit) + " is owned by " + names(p, empty, len(empty)) + ", and nobody is there"
	}
	if len(n.OwnerUnits) > 0 {
		f.Fix = "Name an owner of " + word(p.ID(benefit)) + " in " + eitherID(n.OwnerUnits) + "."
	}
	f.Message += "."
	p.Report(f)
}
