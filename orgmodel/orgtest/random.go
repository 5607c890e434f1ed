package orgtest

import (
	"example.com/orgchart/orgmodel"
)

// A Random is the shape of an organisation made up by chance, in which nothing is wrong: no rule
// of the core pack finds anything, and every project manager reports to a programme manager or an
// IT manager. The same Random is the same organisation. The zero Random is one of a hundred
// posts.
type Random struct {
	Seed  uint64
	Posts int // 0 means 100

	Span   int // reports of a manager, on average; 0 means 6
	Layers int // levels of posts at most, the top's included; 0 means as many as it takes, 1 counts as 2
	Units  int // of one manager each, in a tree; 0 means one for 20 posts; below 0 none; never more than managers
	Roles  int // professions that are roles held by posts, up to 16; 0 means 4; below 0 none

	Vacant   float64 // part of the posts without reports that nobody holds, 0 to 1
	JobShare float64 // part of the filled posts that two people share, half and half
	Dotted   float64 // part of the posts that also have a dotted line

	Programmes int // 0 means one for 5 projects
	Projects   int // each with a project manager, who is one of the Posts; never as many as those
}

// filled puts what zeros mean in their place, and what cannot be within bounds.
func (r Random) filled() Random {
	def := func(v *int, zero int) {
		if *v == 0 {
			*v = zero
		}
		*v = max(*v, 0)
	}
	def(&r.Posts, 100)
	r.Posts = max(r.Posts, 1)
	def(&r.Span, 6)
	r.Span = min(max(r.Span, 1), r.Posts)
	if r.Layers == 1 {
		r.Layers = 2
	}
	def(&r.Units, 1+r.Posts/20)
	def(&r.Roles, 4)
	r.Roles = min(r.Roles, len(professions))
	r.Projects = min(max(r.Projects, 0), r.Posts-1)
	def(&r.Programmes, (r.Projects+4)/5)
	return r
}

// Spec is the organisation as records, which carry no position.
func (r Random) Spec() orgmodel.Spec {
	s := orgmodel.Spec{Name: organisationName}
	newPlan(r).each(
		func(n orgmodel.Node) { s.Nodes = append(s.Nodes, n) },
		func(l orgmodel.Line) { s.Lines = append(s.Lines, l) })
	return s
}

// Org is the organisation of Spec, made without it: that of a million posts takes seconds.
func (r Random) Org() *orgmodel.Org {
	var b orgmodel.Builder
	b.Name(organisationName)
	p := newPlan(r)
	b.Grow(3*p.Posts, 5*p.Posts, 40*p.Posts)
	p.each(b.Node, b.Line)
	return b.Org()
}

// A Cast is who is who in a Random organisation, so that a test can take one of a sort and
// change what it is about. Each list is in the order of the records.
type Cast struct {
	Top                             orgmodel.ID
	Posts, Managers, Vacant, Shared []orgmodel.ID // every post; those with reports, without a holder, with two
	Holders                         []orgmodel.ID // persons
	Units, Roles                    []orgmodel.ID
	Programmes, Projects            []orgmodel.ID
	ProgrammeManagers, ITManagers   []orgmodel.ID // posts
	ProjectManagers                 []orgmodel.ID // posts, that of Projects[i] at i
}

// Cast is who is who in the organisation of Spec and Org.
func (r Random) Cast() Cast {
	p := newPlan(r)
	c := Cast{Top: p.post(0)}
	for i := range p.Posts {
		id := p.post(i)
		c.Posts = append(c.Posts, id)
		if p.reports[i] > 0 {
			c.Managers = append(c.Managers, id)
		}
		switch p.holders[i] {
		case 0:
			c.Vacant = append(c.Vacant, id)
		case 2:
			c.Shared = append(c.Shared, id)
		}
	}
	for k := range p.people {
		c.Holders = append(c.Holders, p.person(k))
	}
	for k := range p.heads {
		c.Units = append(c.Units, p.unit(k))
	}
	for _, n := range p.roles() {
		c.Roles = append(c.Roles, n.ID)
	}
	for k := range p.Programmes {
		c.Programmes = append(c.Programmes, p.programme(k))
	}
	for k := range p.Projects {
		c.Projects = append(c.Projects, p.project(k))
		c.ProjectManagers = append(c.ProjectManagers, p.post(p.firstPM()+k))
	}
	for _, i := range p.programmeManagers {
		c.ProgrammeManagers = append(c.ProgrammeManagers, p.post(i))
	}
	for _, i := range p.itManagers {
		c.ITManagers = append(c.ITManagers, p.post(i))
	}
	return c
}
