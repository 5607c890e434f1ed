package ask

import "example.com/orgchart/orgmodel"

// Labels of ClassifyPM.
const (
	BusinessPM   = "business"
	ITPM         = "it"
	CannotBeTold = "cannot be told"
)

// Codes of what a label rests on.
const (
	StatedRole      Code = "stated-role"      // a role that says which
	HomeUnit        Code = "home-unit"        // the unit that somebody is in
	HoldsBudget     Code = "budget"           // the budget of a project, or the sponsor's voice in it
	SponsorDistance Code = "sponsor-distance" // how many lines lie between somebody and a sponsor
)

// ITTag is the tag of units of IT and of IT work.
const ITTag = "it"

// How far a sponsor is: up to nearSponsor lines speak for a manager from the business, farSponsor
// or more for one from IT, and what lies between for neither. Further than seekSponsor is not looked,
// nor at more than seekSeats seats.
const (
	nearSponsor = 1
	farSponsor  = 4
	seekSponsor = 12
	seekSeats   = 10_000
)

// ClassifyPM answers whether somebody who runs projects is a business or an IT project manager, and
// why: Label is business, it or cannot be told, which is an answer like the others. Items are the
// projects they run, in the author's order, and each sign is a reason.
//
// A role that says so (business-project-manager, it-project-manager) settles it. Otherwise signs are
// the home unit, which the tag it tells from others (a PMO is neither); holding the budget, or
// representing a sponsor, which are the business's; and the lines between them and the sponsor: at
// most 1 for the business, 4 or more for IT, unless the sponsor is in a unit of IT. Signs that all
// point one way give the label. Counts are the signs for each. Nothing demands that the difference
// be made: many houses know none.
func (q Asker) ClassifyPM(r orgmodel.Ref) Answer {
	a := q.about("classify", r)
	c := newClassifier(a, r)
	for _, e := range c.runs {
		project := a.o.Scope(e)
		if it := a.itemBy(project, 1, e); it != nil {
			it.Role, it.Scope = a.o.ID(e.To), a.o.ID(project)
		}
	}
	if a.Total == 0 {
		a.isThing(r)
		a.because(NoScope, "Whoever runs a project has the role project-manager, or one that is-a it, in the project.")
		return a.done(a.who(r) + " runs no project.")
	}
	c.stated()
	c.home()
	c.money()
	c.distance()
	a.Counts = Counts{{BusinessPM, float64(c.business)}, {ITPM, float64(c.it)}}
	switch {
	case c.settled != "":
		a.Label = c.settled
	case c.business > 0 && c.it == 0:
		a.Label = BusinessPM
	case c.it > 0 && c.business == 0:
		a.Label = ITPM
	default:
		a.Label = CannotBeTold
		text := "No sign speaks for either."
		if c.it > 0 {
			text = "The signs disagree."
		}
		a.because(NotCounted, text)
	}
	switch a.Label {
	case BusinessPM:
		return a.done(a.who(r) + " is a business project manager.")
	case ITPM:
		return a.done(a.who(r) + " is an IT project manager.")
	}
	return a.done("Whether " + a.who(r) + " is a business or an IT project manager cannot be told.")
}

// classifier gathers the signs.
type classifier struct {
	*answer
	r            orgmodel.Ref
	at           []face
	runs         []orgmodel.Edge // has-role lines, one a project
	settled      string
	pays         map[orgmodel.Ref]bool           // the roles of sponsors
	paid         map[orgmodel.Ref][]orgmodel.Ref // the sponsors that work names itself
	sponsor      map[orgmodel.Ref]bool           // the seats of sponsors, once they were asked for
	business, it int
}

func newClassifier(a *answer, r orgmodel.Ref) *classifier {
	c := &classifier{answer: a, r: r, at: a.faces(r), paid: map[orgmodel.Ref][]orgmodel.Ref{}}
	roles := c.roles("project-manager", "business-project-manager", "it-project-manager")
	met := map[orgmodel.Ref]bool{}
	for _, f := range c.at {
		for e := range a.o.Out(f.at, orgmodel.HasRole) {
			project := a.o.Scope(e)
			if a.o.LiveLine(e) && roles[e.To] && a.o.Kind(project) == orgmodel.Project && !met[project] {
				met[project] = true
				c.runs = append(c.runs, e)
			}
		}
	}
	return c
}

// roles are some roles and all that are one of them.
func (a *answer) roles(ids ...orgmodel.ID) map[orgmodel.Ref]bool {
	all := map[orgmodel.Ref]bool{}
	for _, id := range ids {
		role, ok := a.o.Find(id)
		if !ok || all[role] {
			continue
		}
		all[role] = true
		for s := range a.o.Down(role, orgmodel.IsA) {
			all[s] = true
		}
	}
	return all
}

// sign adds a sign for a label, none for an empty one.
func (c *classifier) sign(label string, code Code, text string, line *Line) {
	switch label {
	case BusinessPM:
		c.business++
		text += ", which speaks for the business"
	case ITPM:
		c.it++
		text += ", which speaks for IT"
	default:
		text += ", which speaks for neither"
	}
	c.reason(Reason{Code: code, Text: text + ".", Line: line})
}

// stated looks for a role that settles it.
func (c *classifier) stated() {
	business, it := c.roles("business-project-manager"), c.roles("it-project-manager")
	for _, f := range c.at {
		for e := range c.o.Out(f.at, orgmodel.HasRole) {
			label := map[bool]string{true: BusinessPM}[business[e.To]]
			if it[e.To] {
				label = ITPM
			}
			if label == "" || !c.o.LiveLine(e) {
				continue
			}
			c.sign(label, StatedRole, c.says(e), c.line(e))
			switch c.settled {
			case "", label:
				c.settled = label
			default:
				c.settled = CannotBeTold
			}
		}
	}
}

// home looks at the units somebody is in.
func (c *classifier) home() {
	o := c.o
	known := false
	for u := range o.OfKind(orgmodel.Unit) {
		known = known || c.tagged(u, ITTag)
	}
	met := map[orgmodel.Ref]bool{}
	for _, f := range c.at {
		for e := range o.Out(f.at, orgmodel.PartOf) {
			if !o.LiveLine(e) || !bodyKinds[o.Kind(e.To)] || met[e.To] {
				continue
			}
			met[e.To] = true
			label, text := "", c.called(f.at)+" is in "+c.called(e.To)
			switch kind := c.homeKind(e.To); {
			case kind == orgmodel.PMO:
				text += ", a PMO"
			case kind == ITTag:
				label, text = ITPM, text+", a unit of IT"
			case !known:
				text += ", and no unit has the tag it"
			default:
				label, text = BusinessPM, text+", no unit of IT"
			}
			c.sign(label, HomeUnit, text, c.line(e))
		}
	}
	if len(met) == 0 {
		c.because(HomeUnit, "No unit is known for "+c.called(c.r)+".")
	}
}

// homeKind is what a unit is in: a PMO, a unit of IT, or something else; whichever is nearest.
func (c *classifier) homeKind(unit orgmodel.Ref) orgmodel.Kind {
	is := func(r orgmodel.Ref) orgmodel.Kind {
		switch {
		case c.o.Kind(r) == orgmodel.PMO:
			return orgmodel.PMO
		case c.tagged(r, ITTag):
			return ITTag
		}
		return ""
	}
	if k := is(unit); k != "" {
		return k
	}
	n := 0
	for r := range c.o.Up(unit, orgmodel.PartOf) {
		if k := is(r); k != "" {
			return k
		}
		if n++; n > 64 {
			break
		}
	}
	return ""
}
