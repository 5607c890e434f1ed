package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// DutyNotForRole is the rule duty-not-for-role: nobody does what is not for a role of theirs.
type DutyNotForRole struct {
	Deny        []Denial      // nil means Denials
	AllowIfAlso []orgmodel.ID // roles whose holders may, whatever else they are
}

const dutyNotForRoleDoc = `Project managers write no code, and IT managers distribute no project updates.

Why: whoever does a part of the work loses sight of the whole, and the work that is theirs is left.

Parameters:
  Deny (project-manager: write-code, and duties tagged process for information; it-manager:
  distribute-project-update): which role is denied which duty, and whose work it is instead.
  AllowIfAlso (none): roles whose holders may, such as developer.

Looked at are those accountable for a duty and those responsible, by their own line, by a post they hold,
or by a role they hold. A role held without a scope is held in every scope here, and a duty without a
scope is one in every scope: an IT manager is that everywhere. Of a duty that is denied, those that are
part of it are too.

False positives: teams of one, in which somebody is everything; AllowIfAlso, or leave the rule out. Those
who deny this are single voices, hence never an error. A role that is denied and has the duty itself is
one finding about the role, and none about each holder.

Source: a practitioner's account of the division of work, by which project managers do not write code,
IT managers do not send out the project update, which is project administration, and duties of a process
are not those of a project.

Before:
  +role project-manager
  +duty write-code
  +person ada "Ada Okafor"
  ada has-role project-manager
  ada responsible-for write-code
After:
  +role project-manager
  +duty write-code
  +person ada "Ada Okafor"
  +person bo "Bo Larsen"
  ada has-role project-manager
  bo responsible-for write-code
`

// Rule is the rule. Subject is whoever has the duty, by the record that the lines name; where they have
// it by a role, the holder of that role. Key is the duty, the denied role and the scope of the duty. Path
// are the line of the duty and those of the roles.
func (r DutyNotForRole) Rule() orgmodel.Rule {
	if r.Deny == nil {
		r.Deny = Denials()
	}
	return orgmodel.Rule{Name: "duty-not-for-role", Doc: dutyNotForRoleDoc, Severity: orgmodel.Warning, Check: r.check}
}

// denier holds the duties of one check against the denials.
type denier struct {
	DutyNotForRole
	p       *orgmodel.Pass
	book    *roleBook
	held    *heldRoles
	denied  []map[orgmodel.Ref]bool // by denial: the roles
	allowed map[orgmodel.Ref]bool
	joint   map[jointKey][]joint
	told    map[string]bool
	guises  *guises
}

func (r DutyNotForRole) check(p *orgmodel.Pass) {
	d := newDuties(p, orgmodel.AccountableFor, orgmodel.ResponsibleFor)
	if len(d.lines) == 0 {
		return
	}
	c := denier{DutyNotForRole: r, p: p, book: newRoleBook(p), held: newHeldRoles(p), joint: map[jointKey][]joint{}, guises: newGuises(p)}
	for _, deny := range r.Deny {
		c.denied = append(c.denied, rolesNamed(p, []orgmodel.ID{deny.Role}))
	}
	c.allowed = rolesNamed(p, r.AllowIfAlso)
	for duty := range liveOf(p, orgmodel.Duty) {
		lines := d.lines[duty]
		if len(lines) == 0 {
			continue
		}
		p.Judge(duty)
		c.told = map[string]bool{}
		for i, deny := range r.Deny {
			if !deny.denies(p, duty) {
				continue
			}
			for _, e := range lines {
				if p.Declared(e.From) && !p.Stopped() {
					c.look(i, e)
				}
			}
		}
	}
}

// look holds one line of a duty against one denial.
func (c *denier) look(i int, e orgmodel.Edge) {
	p := c.p
	if p.Kind(e.From) == orgmodel.Role {
		c.lookRole(i, e)
		return
	}
	for _, who := range c.guises.peopleAt(e.From) {
		if h, is := c.holds(i, who, e.From, p.Scope(e)); is {
			c.report(i, e, e.From, []orgmodel.Edge{h})
			return
		}
	}
}

// holds is the line by which somebody who stands at a record holds a denied role in scopes that all meet,
// unless they may have its duty.
func (c *denier) holds(i int, who, at orgmodel.Ref, scopes ...orgmodel.Ref) (orgmodel.Edge, bool) {
	var by orgmodel.Edge
	found := false
	for _, f := range c.guises.stand(who, at) {
		for _, h := range c.book.written(f) {
			switch {
			case slices.ContainsFunc(scopes, func(s orgmodel.Ref) bool { return !meet(c.p.Scope(h), s) }):
			case c.allowed[h.To]:
				return by, false
			case c.denied[i][h.To] && (!found || c.before(h, by)):
				by, found = h, true
			}
		}
	}
	return by, found
}

// before puts role lines in an order of their own: by role, then by holder.
func (c *denier) before(e, f orgmodel.Edge) bool {
	order := byID(c.p)
	if k := order(e.To, f.To); k != 0 {
		return k < 0
	}
	if k := order(e.From, f.From); k != 0 {
		return k < 0
	}
	return order(c.p.Scope(e), c.p.Scope(f)) < 0
}

// report gives one finding a subject, role and scope; lines are those of the roles.
func (c *denier) report(i int, e orgmodel.Edge, who orgmodel.Ref, lines []orgmodel.Edge) {
	p, deny := c.p, c.Deny[i]
	key := inKey(p, string(p.ID(e.To))+" "+string(deny.Role), p.Scope(e))
	if c.told[string(p.ID(who))+"\x00"+key] || p.ID(who) == "" {
		return
	}
	c.told[string(p.ID(who))+"\x00"+key] = true
	severity := deny.Severity
	if severity == 0 {
		severity = orgmodel.Warning
	}
	f := orgmodel.Finding{
		Subject: p.ID(who), Key: key, Severity: severity, Path: p.Records(append([]orgmodel.Edge{e}, lines...)...), Pos: p.LinePos(e),
		Related: []orgmodel.ID{p.ID(e.To)},
		Message: called(p, who) + " is " + dutyWord(e.Rel) + " " + called(p, e.To) + inScope(p, p.Scope(e)),
		Fix:     "Move " + word(p.ID(e.To)) + " to somebody else",
	}
	switch {
	case len(lines) > 1 && who == e.From:
		f.Message += ", and many who hold it hold the role " + word(p.ID(lines[1].To))
	case len(lines) == 1:
		f.Message += " and holds the role " + word(p.ID(lines[0].To))
	case len(lines) > 1:
		f.Message += " by the role " + word(p.ID(lines[0].To)) + " and holds the role " + word(p.ID(lines[1].To))
	}
	f.Message += "; " + deny.about() + " " + isNo(deny) + " no work of " + one(word(deny.Role)) + because(deny.Source)
	if deny.Instead != "" {
		could := slices.DeleteFunc(slices.Clone(c.held.who(deny.Instead, p.Scope(e))), func(r orgmodel.Ref) bool {
			_, is := c.holds(i, r, r, p.Scope(e))
			return is || r == who
		})
		f.Fix = "Move " + word(p.ID(e.To)) + " to " + one(word(deny.Instead)) + suggesting(p, could)
	}
	f.Fix += "."
	p.Report(f)
}

// dutyWord is how a letter reads after "is".
func dutyWord(rel orgmodel.Rel) string {
	if rel == orgmodel.AccountableFor {
		return "accountable for"
	}
	return "responsible for"
}

func isNo(d Denial) string {
	if d.Duty == "" {
		return "are"
	}
	return "is"
}
