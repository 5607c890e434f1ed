package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// AccountableOutOfReach is the rule accountable-out-of-reach: whoever is accountable can tell those who do
// the work what to do.
type AccountableOutOfReach struct {
	Rels    []orgmodel.Rel // the lines that count; nil means reports-to and directed-by
	PeersOK bool           // those who have a boss in common reach each other
}

const accountableOutOfReachDoc = `Whoever is accountable for a duty is above those who are responsible for it.

Why: who answers for work that they cannot direct answers for nothing that they can change.

Parameters:
  Rels (reports-to, directed-by): the lines that lead up.
  PeersOK (false): also content with an accountable who has a boss in common with the responsible.

A duty is looked at in each scope, as raci-accountable-count does. A role stands for those who hold it, in
the scope of its line if that has one; of several accountable one above is enough. A person stands for
each post that they hold.

False positives: peers who agree among themselves; PeersOK. Suppliers: nobody is above them who is inside,
hence information only. Says nothing where nobody is accountable (raci-accountable-count) or responsible
(raci-no-responsible), about somebody undeclared (unknown-reference), and where the way up from a boss
leads to no top (unreachable-from-top, ended-manager, report-cycle, self-report) or is longer than five hundred seats.

Source: authority and responsibility go together (H. Fayol, 1916); accountability without authority, as
writers on responsibility matrices call its absence.

Before:
  +duty test
  +post cio "Chief information officer"
  +post cfo "Chief finance officer"
  +post dev-1 "Development lead"
  dev-1 reports-to cio
  cfo accountable-for test
  dev-1 responsible-for test
After:
  +duty test
  +post cio "Chief information officer"
  +post cfo "Chief finance officer"
  +post dev-1 "Development lead"
  dev-1 reports-to cio
  cio accountable-for test
  dev-1 responsible-for test
`

// farReach is how many seats above one are looked at.
const farReach = 512

// Rule is the rule. One finding a duty and scope, with the scope as Key: Path are the lines of those
// accountable, then of those responsible and out of reach, who are Related.
func (a AccountableOutOfReach) Rule() orgmodel.Rule {
	if a.Rels == nil {
		a.Rels = []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy}
	}
	return orgmodel.Rule{Name: "accountable-out-of-reach", Doc: accountableOutOfReachDoc, Severity: orgmodel.Info, Check: a.check}
}

// authority tells who is above whom.
type authority struct {
	AccountableOutOfReach
	p      *orgmodel.Pass
	w      *web
	held   *heldRoles
	guises *guises
	up     climber
	high   []int32        // see heights; nil before anybody asks
	tops   []orgmodel.Ref // by Ref
}

func (a AccountableOutOfReach) check(p *orgmodel.Pass) {
	d := newDuties(p, orgmodel.AccountableFor, orgmodel.ResponsibleFor)
	if len(d.lines) == 0 {
		return
	}
	c := authority{AccountableOutOfReach: a, p: p, w: webOf(p, a.Rels...), held: newHeldRoles(p), up: climber{p: p}, guises: newGuises(p)}
	if c.w == nil {
		return
	}
	c.tops, _ = survey(p)
	for duty := range liveOf(p, orgmodel.Duty) {
		if p.Stopped() {
			return
		}
		p.Judge(duty)
		general, scoped := d.cells(duty)
		heads, does := lettered(general, orgmodel.AccountableFor), lettered(general, orgmodel.ResponsibleFor)
		c.look(duty, orgmodel.None, heads, does)
		for _, s := range scoped {
			h, r := lettered(s.lines, orgmodel.AccountableFor), lettered(s.lines, orgmodel.ResponsibleFor)
			if len(h) == 0 {
				h = heads
			}
			if len(r) == 0 {
				r = does
			}
			c.look(duty, s.scope, h, r)
		}
	}
}

// look holds those responsible for a duty against those accountable.
func (c *authority) look(duty, scope orgmodel.Ref, heads, does []orgmodel.Edge) {
	p := c.p
	if len(heads) == 0 || len(does) == 0 || p.Stopped() {
		return
	}
	above := map[orgmodel.Ref]bool{}
	for _, e := range heads {
		if !p.Declared(e.From) {
			return
		}
		for _, who := range c.who(e) {
			for _, f := range c.stand(who) {
				above[f] = true
			}
		}
	}
	if len(above) == 0 {
		return
	}
	var lines []orgmodel.Edge
	var out []orgmodel.Ref
	for _, e := range does {
		is := false
		for _, who := range c.who(e) {
			if !c.under(c.stand(who), above) {
				out = append(out, who)
				is = true
			}
		}
		if is {
			lines = append(lines, e)
		}
	}
	if len(out) > 0 {
		c.report(duty, scope, heads, lines, out)
	}
}

// who are those that a line of a duty names: whoever holds the role, or who is named; none that is
// undeclared, has left or is no seat. Of a crowd none.
func (c *authority) who(e orgmodel.Edge) []orgmodel.Ref {
	p := c.p
	var who []orgmodel.Ref
	take := func(r orgmodel.Ref) {
		if p.Declared(r) && p.MaySit(r) && p.Live(r) && !gone(p, r) {
			who = append(who, r)
		}
	}
	if p.Declared(e.From) && p.Kind(e.From) == orgmodel.Role {
		is := c.held.holding(e.From)
		all := is.all
		if scope := p.Scope(e); scope != orgmodel.None {
			all = is.in[scope]
		}
		for _, r := range all {
			if take(r); len(who) > crowd {
				break
			}
		}
	} else {
		take(e.From)
	}
	if len(who) > crowd {
		return nil
	}
	slices.Sort(who)
	return slices.Compact(who)
}

// stand are the seats of somebody: their own, and the posts they hold.
func (c *authority) stand(who orgmodel.Ref) []orgmodel.Ref {
	return c.guises.stand(who, c.p.SeatOf(who))
}

// under says that a way up from one of some seats comes to one of others, or, with PeersOK, to a boss of
// one; or that it is too long to tell, or leads to no top, of which other rules speak.
func (c *authority) under(from []orgmodel.Ref, above map[orgmodel.Ref]bool) bool {
	met, topped, bossed := map[orgmodel.Ref]bool{}, false, false
	for _, r := range from {
		if met[r] = true; above[r] {
			return true
		}
		topped = topped || c.isTop(r)
		bossed = bossed || c.p.Boss(r) != orgmodel.None || c.p.Declared(r) && (len(c.w.bosses(r)) > 0 || explained(c.p, c.p.SeatOf(r)))
	}
	if c.PeersOK && c.peer(from, above) || slices.ContainsFunc(from, c.tooHigh) {
		return true
	}
	for next := from; len(next) > 0; {
		r := next[0]
		next = next[1:]
		if !c.p.Declared(r) {
			return true // nobody knows who is above it
		}
		for _, t := range c.w.bosses(r) {
			if above[t] || len(met) > farReach {
				return true
			}
			if !met[t] {
				met[t] = true
				topped = topped || c.isTop(t)
				next = append(next, t)
			}
		}
	}
	return bossed && !topped && slices.Contains(c.Rels, orgmodel.ReportsTo)
}

func (c *authority) isTop(r orgmodel.Ref) bool {
	_, is := slices.BinarySearch(c.tops, r)
	return is
}

// tooHigh says that more seats are above one than are looked at.
func (c *authority) tooHigh(seat orgmodel.Ref) bool {
	if c.high == nil {
		c.high = c.w.heights(farReach + 1)
	}
	return c.p.Declared(seat) && c.high[seat] > farReach
}

// peer says that one of some seats has a boss in common with one of others.
func (c *authority) peer(from []orgmodel.Ref, above map[orgmodel.Ref]bool) bool {
	n := 0
	for _, r := range from {
		if !c.p.Declared(r) {
			continue
		}
		for _, boss := range c.w.bosses(r) {
			for _, s := range c.w.reports(boss) {
				if n++; above[s] || n > farReach*crowd {
					return true
				}
			}
		}
	}
	return false
}

func (c *authority) report(duty, scope orgmodel.Ref, heads, does []orgmodel.Edge, out []orgmodel.Ref) {
	p := c.p
	slices.SortFunc(out, byID(p))
	out = slices.Compact(out)
	var named, who []orgmodel.Ref // as the lines say, and who that is
	for _, e := range heads {
		named = append(named, e.From)
		who = append(who, c.who(e)...)
	}
	slices.SortFunc(named, byID(p))
	named = slices.Compact(named)
	is, doing := " is", ", who is to do it."
	if len(named) > 1 {
		is = " are"
	}
	if len(out) > 1 {
		doing = ", who are to do it."
	}
	f := orgmodel.Finding{
		Subject: p.ID(duty), Path: p.Records(slices.Concat(heads, does)...), PathTotal: len(heads) + len(does),
		Related: related(p, out), RelatedTotal: len(out), Pos: p.LinePos(heads[0]),
		Message: names(p, named, len(named)) + is + " accountable for " + called(p, duty) + inScope(p, scope) + " and not above " + names(p, out, len(out)) + doing,
		Fix:     c.remedy(out[0], smallest(p, who)),
	}
	if scope != orgmodel.None {
		f.Key = string(p.ID(scope))
	}
	p.Report(f)
}

// remedy names the nearest boss of whoever does the work, who could be accountable, and the line that would
// put them under whoever is, unless that one is below them.
func (c *authority) remedy(does, head orgmodel.Ref) string {
	p := c.p
	could := called(p, does)
	if boss := c.up.nearest(p.SeatOf(does), func(t orgmodel.Ref) bool { return decides(p, t) }); boss.at != orgmodel.None {
		could = called(p, boss.at)
	}
	fix := "Make " + could + " accountable"
	if !c.under(c.stand(head), map[orgmodel.Ref]bool{p.SeatOf(does): true}) {
		fix += ", or add a directed-by line from " + word(p.ID(does)) + " to " + word(p.ID(head))
	}
	return fix + "."
}
