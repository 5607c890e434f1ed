package rules

import (
	"context"

	"example.com/orgchart/orgmodel"
)

// A ProjectShape is what the lines around one project say of how it is run.
type ProjectShape struct {
	Project orgmodel.Ref
	// Shape is the structure that fits, Mixed where none does, empty where there is too little to
	// tell: nobody who runs the project has a boss, and nobody who works on it does.
	Shape Structure

	Managers, Members int           // seats that run it; those that work on it and do not
	Lines             []ManagerLine // the solid lines of its managers, by manager, then by the boss's id
	// Members with a solid boss, those of them one of whose bosses runs the project, and those with a
	// live line of direction to somebody who does.
	MembersWithBoss, MembersToManager, MembersDirected int
	Directed                                           int // lines of direction in its scope, or its own
}

// A ManagerLine is a solid line of a project's manager.
type ManagerLine struct {
	Manager, Boss orgmodel.Ref // seats
	OverManagers  bool         // the boss manages project managers; else the boss is functional
}

// Mixed is the structure of a project that no single one describes: some of its members report to its
// manager and some do not. The PMBOK guide calls a house of several structures composite.
const Mixed Structure = "mixed"

// Projects gives for each live project that the rule is about, in the author's order, the structure that
// its lines show. Mode and MinShare are not looked at.
//
// A project is projectised or strong as the rule's Doc says. Of the others one that nobody runs is
// functional if it has members with a boss and no line of direction. One whose manager reports
// elsewhere is balanced where at least half of its members with a boss are directed by its manager,
// and weak where they are not: who directs the work is what lines can tell of authority. The rule
// itself takes weak and balanced for one, since a house may leave lines of direction unwritten.
func (m MatrixMode) Projects(ctx context.Context, o *orgmodel.Org) ([]ProjectShape, error) {
	p := look(ctx, o)
	m = m.filled()
	c := newMatrix(p, m)
	if c == nil {
		return nil, ctx.Err()
	}
	var all []ProjectShape
	for project := range m.projects(p) {
		if p.Stopped() {
			return nil, ctx.Err()
		}
		all = append(all, c.shape(project))
	}
	return all, ctx.Err()
}

// shape measures one project.
func (c *matrix) shape(project orgmodel.Ref) ProjectShape {
	s := ProjectShape{Project: project}
	t := c.teams[project]
	if t == nil {
		return s
	}
	s.Managers, s.Members, s.Directed = len(t.managers), len(t.members), len(t.directed)
	for _, pm := range t.managers {
		for _, e := range c.solid(pm).lines {
			boss := c.p.SeatOf(e.To)
			s.Lines = append(s.Lines, ManagerLine{pm, boss, c.runsPMs(boss)})
		}
	}
	led := map[orgmodel.Ref]bool{}
	for _, e := range t.directed {
		if t.runBy(c.p.SeatOf(e.To)) {
			led[c.p.SeatOf(e.From)] = true
		}
	}
	for _, r := range t.members {
		lines := c.solid(r).lines
		if len(lines) == 0 {
			continue
		}
		s.MembersWithBoss++
		for _, e := range lines {
			if t.runBy(c.p.SeatOf(e.To)) {
				s.MembersToManager++
				break
			}
		}
		if led[r] {
			s.MembersDirected++
		}
	}
	s.Shape = c.named(s)
	return s
}

// named is the structure that measures show.
func (c *matrix) named(s ProjectShape) Structure {
	fits := func(m Structure) verdict {
		v, _ := c.fits(s.Project, m)
		return v
	}
	switch {
	case s.Managers == 0 && s.MembersWithBoss > 0 && s.Directed == 0:
		return Functional
	case s.Managers == 0:
		return ""
	case fits(Projectised) == conforms:
		return Projectised
	case fits(Strong) == conforms:
		return Strong
	case fits(Weak) == conforms && s.MembersDirected > 0 && 2*s.MembersDirected >= s.MembersWithBoss:
		return Balanced
	case fits(Weak) == conforms:
		return Weak
	case len(s.Lines) == 0:
		return ""
	}
	return Mixed
}
