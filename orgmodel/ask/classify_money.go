package ask

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// money looks for the budget of a project, and for the sponsor's voice in it.
func (c *classifier) money() {
	o := c.o
	holder, run := c.roles("budget-holder"), map[orgmodel.Ref]bool{}
	for _, e := range c.runs {
		run[o.Scope(e)] = true
	}
	for _, f := range c.at {
		for e := range o.Out(f.at, orgmodel.HasRole) {
			if o.LiveLine(e) && holder[e.To] && run[o.Scope(e)] {
				c.sign(BusinessPM, HoldsBudget, c.says(e), c.line(e))
			}
		}
		for e := range o.Out(f.at, orgmodel.Represents) {
			if o.LiveLine(e) && c.sponsors(e.To) {
				c.sign(BusinessPM, HoldsBudget, c.says(e)+", a sponsor", c.line(e))
			}
		}
	}
}

// sponsors says that somebody sponsors one of some projects, or what it is part of.
func (c *classifier) sponsors(who orgmodel.Ref) bool {
	seat := c.o.SeatOf(who)
	return seat != orgmodel.None && c.goals()[seat]
}

// goals are the seats of the sponsors of all projects that somebody runs, worked out once.
func (c *classifier) goals() map[orgmodel.Ref]bool {
	if c.sponsor != nil {
		return c.sponsor
	}
	c.sponsor = map[orgmodel.Ref]bool{}
	for _, e := range c.runs {
		for _, s := range c.sponsorsOf(c.o.Scope(e)) {
			if seat := c.o.SeatOf(s); seat != orgmodel.None {
				c.sponsor[seat] = true
			}
		}
		if len(c.sponsor) > seekSeats {
			break
		}
	}
	return c.sponsor
}

// sponsorsOf are those of a project; where it names none, those of the nearest whole that does.
func (c *classifier) sponsorsOf(project orgmodel.Ref) []orgmodel.Ref {
	if who := c.ownSponsors(project); len(who) > 0 {
		return who
	}
	n := 0
	for whole := range c.o.Up(project, orgmodel.PartOf) {
		if who := c.ownSponsors(whole); len(who) > 0 {
			return who
		}
		if n++; n > 64 {
			break
		}
	}
	return nil
}

// ownSponsors are those that a piece of work names itself, of a crowd the first few; worked out once.
func (c *classifier) ownSponsors(work orgmodel.Ref) []orgmodel.Ref {
	who, known := c.paid[work]
	if !known {
		who = c.findSponsors(work)
		c.paid[work] = who
	}
	return who
}

func (c *classifier) findSponsors(work orgmodel.Ref) (who []orgmodel.Ref) {
	o := c.o
	for e := range o.Out(work, orgmodel.SponsoredBy) {
		if o.LiveLine(e) && len(who) < maxReasons {
			who = append(who, e.To)
		}
	}
	if c.pays == nil {
		c.pays = c.roles("sponsor", "senior-responsible-owner")
	}
	if len(c.pays) == 0 {
		return who
	}
	for e := range o.InScope(work, orgmodel.HasRole) {
		if o.LiveLine(e) && c.pays[e.To] && len(who) < maxReasons {
			who = append(who, e.From)
		}
	}
	return who
}

// distance looks at how far the sponsors of the projects are, by the nearest of them.
func (c *classifier) distance() {
	goals := c.goals()
	if len(goals) == 0 {
		c.because(SponsorDistance, "No sponsor is known.")
		return
	}
	best, to := c.nearest(goals)
	if to == orgmodel.None {
		c.because(SponsorDistance, "No way of at most "+number(seekSponsor)+" lines leads up to a sponsor.")
		return
	}
	text := c.called(c.r) + " is " + wording.Count(best, "line") + " from the sponsor, " + c.called(to)
	switch {
	case c.inIT(to):
		c.sign("", SponsorDistance, text+", who is in IT", nil)
	case best <= nearSponsor:
		c.sign(BusinessPM, SponsorDistance, text, nil)
	case best >= farSponsor:
		c.sign(ITPM, SponsorDistance, text, nil)
	default:
		c.sign("", SponsorDistance, text, nil)
	}
}

// inIT says that a seat is in a unit of IT.
func (c *classifier) inIT(seat orgmodel.Ref) bool {
	for _, e := range c.o.SeatLines(seat, orgmodel.PartOf) {
		if bodyKinds[c.o.Kind(e.To)] && c.homeKind(e.To) == ITTag {
			return true
		}
	}
	return false
}

// nearest is the goal that is the fewest lines up, None where none is near.
func (c *classifier) nearest(goals map[orgmodel.Ref]bool) (int, orgmodel.Ref) {
	o := c.o
	far := map[orgmodel.Ref]int{}
	var queue []orgmodel.Ref
	meet := func(r orgmodel.Ref, d int) {
		if s := o.SeatOf(r); s != orgmodel.None {
			if _, met := far[s]; !met {
				far[s] = d
				queue = append(queue, s)
			}
		}
	}
	for _, f := range c.at {
		meet(f.at, 0)
	}
	for i := 0; i < len(queue) && i < seekSeats; i++ {
		s := queue[i]
		if goals[s] {
			return far[s], s
		}
		if far[s] == seekSponsor {
			break
		}
		for _, e := range o.SeatLines(s, orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.Represents, orgmodel.SponsoredBy) {
			meet(e.To, far[s]+1)
		}
	}
	return 0, orgmodel.None
}
