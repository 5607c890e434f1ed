package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// IncompatibleRoles is the rule incompatible-roles: nobody checks or approves their own work.
type IncompatibleRoles struct {
	Pairs    []RolePair             // nil means IncompatiblePairs
	Scope    Scoping                // which scopes of the two roles count as one
	Controls map[orgmodel.ID]string // what compensates, by the person or post that holds both
}

const incompatibleRolesDoc = `Nobody holds two roles of which one checks, approves or commissions the other's work.

Why: whoever approves what they did themselves can do wrong without anybody seeing it, and cannot show
that they did not.

Parameters:
  Pairs (those that follow): the roles that one person must not hold both. Error: executive or project-assurance with
  project-manager, project-assurance with team-manager or project-support, change-initiator,
  change-approver and change-implementer with each other, developer with production-administrator,
  control-designer with control-auditor. Warning: executive with senior-supplier, incident-manager with
  problem-manager.
  Scope (same-scope): whether roles in one scope count alone, also those without a scope together with
  those in one (meeting-scopes), or all (any-scope).
  Controls (none): what compensates where somebody has to hold both, by person or post.

A control that is named makes the finding one step less severe: in Controls, or by the attribute control
of the person, of a post that they hold one of the roles by, or of the line of a role.

False positives: small firms, in which one does all; name the control, as the standard asks. Sources
disagree on executive and senior-user, which is left out. Without a day, roles held one after the other
are not held together. A post with both roles is one finding, however many share it, and a vacant one is
none: nobody holds it.

Source: PRINCE2 (assurance is independent of whom it assures; the executive is not the project manager),
ITIL (incident and problem management want different things), ISO/IEC 27002:2022 5.3 (initiating, approving and
executing a change, developing and administering, designing and auditing controls are kept apart, or
compensated by other controls).

Before:
  +role executive
  +role project-manager
  +project payments "Payments renewal"
  +person ada "Ada Okafor"
  ada has-role executive in payments
  ada has-role project-manager in payments
After:
  +role executive
  +role project-manager
  +project payments "Payments renewal"
  +person ada "Ada Okafor"
  +person bo "Bo Larsen"
  ada has-role executive in payments
  bo has-role project-manager in payments
`

// Rule is the rule. Subject is the person who holds both, or the post at which both are written; Key the
// pair, and the scopes of the roles. Path are the lines by which they hold the two.
func (r IncompatibleRoles) Rule() orgmodel.Rule {
	if r.Pairs == nil {
		r.Pairs = IncompatiblePairs()
	}
	return orgmodel.Rule{Name: "incompatible-roles", Doc: incompatibleRolesDoc, Severity: orgmodel.Error, Check: r.check}
}

func (r IncompatibleRoles) check(p *orgmodel.Pass) {
	c := clash{IncompatibleRoles: r, p: p, by: map[orgmodel.Ref][]orgmodel.Edge{}, told: map[toldClash]bool{}}
	people, roles := c.gather()
	for i, who := range people {
		if i&255 == 0 && p.Stopped() {
			return
		}
		held := roles[who]
		if len(held) < 2 && !c.twofold(held) {
			continue
		}
		c.sort(held)
		if r.Scope != SameScope {
			c.look(who, held)
			continue
		}
		for i, j := 0, 0; i < len(held); i = j {
			for j = i + 1; j < len(held) && p.Scope(held[j].Edge) == p.Scope(held[i].Edge); j++ {
			}
			c.look(who, held[i:j])
		}
	}
}

func (c *clash) report(who orgmodel.Ref, pair RolePair, a, b heldRole) {
	p := c.p
	if a.Edge.From == b.Edge.From {
		who = a.Edge.From // written at one record, person or post
	}
	key := inKey(p, string(pair.A)+" "+string(pair.B), p.Scope(a.Edge))
	if p.Scope(b.Edge) != p.Scope(a.Edge) {
		key = inKey(p, key, p.Scope(b.Edge))
	}
	once := toldClash{who, key}
	if c.told[once] || p.ID(who) == "" {
		return
	}
	c.told[once] = true
	severity := pair.Severity
	if severity == 0 {
		severity = orgmodel.Error
	}
	lines := []orgmodel.Edge{a.Edge, b.Edge}
	if a.Edge == b.Edge {
		lines = lines[:1]
	}
	f := orgmodel.Finding{
		Subject: p.ID(who), Key: key, Path: p.Records(c.path(who, a, b)...), Pos: p.LinePos(lines[len(lines)-1]),
		Message: called(p, who) + " is " + word(pair.A) + " and " + word(pair.B) + c.where(a, b) + ", and nobody is to be both" + because(pair.Source),
		Fix:     "Give one of the roles to somebody else" + suggesting(p, c.others(who, pair, p.Scope(b.Edge))) + ", or record the control that compensates.",
	}
	if control := c.control(who, lines); control != "" {
		severity = max(severity-1, orgmodel.Info)
		f.Message = f.Message[:len(f.Message)-1] + "; what compensates: " + short(control) + "."
		f.Fix = "Make sure that the control works."
	}
	f.Severity = severity
	p.Report(f)
}

// where is the scopes of two roles in a sentence.
func (c *clash) where(a, b heldRole) string {
	s, t := c.p.Scope(a.Edge), c.p.Scope(b.Edge)
	switch {
	case s == t:
		return inScope(c.p, s)
	case s == orgmodel.None:
		return inScope(c.p, t)
	case t == orgmodel.None:
		return inScope(c.p, s)
	}
	return inScope(c.p, s) + " and" + inScope(c.p, t)
}

// others are a few who could take one of two roles: those who hold one and are not the one who has both.
func (c *clash) others(who orgmodel.Ref, pair RolePair, scope orgmodel.Ref) []orgmodel.Ref {
	if c.held == nil {
		c.held = newHeldRoles(c.p)
	}
	if c.guises == nil {
		c.guises = newGuises(c.p)
	}
	own := c.guises.faces(who)
	var could []orgmodel.Ref
	for _, role := range []orgmodel.ID{pair.B, pair.A} {
		for _, r := range c.held.who(role, scope) {
			if _, is := slices.BinarySearch(own, r); !is && !slices.Contains(could, r) {
				could = append(could, r)
			}
		}
	}
	return could
}
