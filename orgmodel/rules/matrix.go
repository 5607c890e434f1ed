package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// matrix is what MatrixMode knows of an organisation.
type matrix struct {
	p     *orgmodel.Pass
	w     *web
	teams map[orgmodel.Ref]*team
	isPM  []bool // runs projects
	over  []bool // holds a role over those who do
	runs  map[orgmodel.Ref]bool
}

// A misfit is a project that does not fit, with the line that shows it.
type misfit struct {
	project orgmodel.Ref
	why     orgmodel.Edge
}

func newMatrix(p *orgmodel.Pass, m MatrixMode) *matrix {
	c := &matrix{p: p, w: newWeb(p, orgmodel.ReportsTo), teams: teamsOf(p, m.Role, []orgmodel.Kind{orgmodel.Project}), runs: map[orgmodel.Ref]bool{}}
	if c.w == nil || c.teams == nil {
		return nil
	}
	c.isPM, c.over = holdersOf(p, []orgmodel.ID{m.Role}), holdersOf(p, m.Over)
	return c
}

// runsPMs says that a seat is a manager of project managers.
func (c *matrix) runsPMs(seat orgmodel.Ref) bool {
	if c.over[seat] {
		return true
	}
	runs, known := c.runs[seat]
	if !known {
		n := 0
		for _, r := range c.w.reports(seat) {
			if c.isPM[r] {
				n++
			}
		}
		runs = n > 1 && 2*n > len(c.w.reports(seat))
		c.runs[seat] = runs
	}
	return runs
}

// solid are the lines from a seat to its bosses, by boss; of a person of several posts those of the
// posts too.
func (c *matrix) solid(seat orgmodel.Ref) []orgmodel.Edge {
	var lines []orgmodel.Edge
	for _, way := range ways(c.p, seat, []orgmodel.Rel{orgmodel.ReportsTo}) {
		lines = append(lines, way...)
	}
	lines = slices.DeleteFunc(lines, func(e orgmodel.Edge) bool { return !shapes(c.p, e) || !c.p.Live(c.p.SeatOf(e.To)) })
	inOrder(c.p, lines, nil)
	return lines
}

// fits says how a project stands to a mode, and which line breaks it.
func (c *matrix) fits(project orgmodel.Ref, mode Structure) (verdict, orgmodel.Edge) {
	t := c.teams[project]
	switch {
	case mode == Functional && t != nil && len(t.directed) > 0:
		inOrder(c.p, t.directed, nil)
		return breaks, t.directed[0]
	case mode == Functional:
		return conforms, orgmodel.Edge{}
	case t == nil || len(t.managers) == 0:
		return undecided, orgmodel.Edge{}
	case mode == Projectised:
		return c.all(t.members, func(boss orgmodel.Ref) bool { return t.runBy(boss) })
	}
	v, why := c.all(t.managers, func(boss orgmodel.Ref) bool { return c.runsPMs(boss) == (mode == Strong) })
	if v != conforms || mode == Strong {
		return v, why
	}
	if w, bad := c.all(t.members, func(boss orgmodel.Ref) bool { return !t.runBy(boss) }); w == breaks {
		return w, bad
	}
	return v, why
}

// runBy says that a seat runs the project of a team.
func (t *team) runBy(seat orgmodel.Ref) bool {
	_, runs := slices.BinarySearch(t.managers, seat)
	return runs
}

// all is undecided where nobody has a boss; of lines that break, it gives the first by id.
func (c *matrix) all(seats []orgmodel.Ref, ok func(orgmodel.Ref) bool) (verdict, orgmodel.Edge) {
	v := undecided
	var why orgmodel.Edge
	order := byID(c.p)
	c.p.Judge(seats...)
	for _, s := range seats {
		for _, e := range c.solid(s) {
			c.p.JudgeLines(e)
			switch {
			case ok(c.p.SeatOf(e.To)):
				if v == undecided {
					v = conforms
				}
			case v != breaks || order(e.From, why.From) < 0:
				v, why = breaks, e
			}
		}
	}
	return v, why
}

func (m MatrixMode) report(p *orgmodel.Pass, good int, misfits []misfit, as map[Structure]int) {
	order := byID(p)
	slices.SortFunc(misfits, func(a, b misfit) int { return order(a.project, b.project) })
	var projects []orgmodel.Ref
	var lines []orgmodel.Edge
	for _, x := range misfits {
		projects, lines = append(projects, x.project), append(lines, x.why)
	}
	all := good + len(misfits)
	f := orgmodel.Finding{
		Subject: m.Within, Key: string(m.Mode), Path: p.Records(lines...), PathTotal: len(lines),
		Related: related(p, projects), RelatedTotal: len(projects),
		Message: strconv.Itoa(good) + " of " + count(all, "project"),
		Fix:     "Re-line " + names(p, projects, len(projects)),
	}
	if m.Within != "" {
		f.Message += " of " + word(m.Within)
	} else {
		f.Pos = p.LinePos(lines[0])
	}
	f.Message += " (" + percent(float64(good)/float64(all)) + ") fit the mode " + string(m.Mode) + ", and " + percent(m.MinShare) + " should"
	var most Structure
	for _, s := range structures {
		if as[s] > as[most] {
			most = s
		}
	}
	if most != "" {
		f.Message += "; " + strconv.Itoa(as[most]) + " of the others behave as in the mode " + most.like()
		f.Fix = "Declare the mode " + most.like() + ", or re-line" + f.Fix[len("Re-line"):]
	}
	f.Message += "."
	f.Fix += "."
	p.Report(f)
}

// like is a mode and those that lines cannot tell from it.
func (s Structure) like() string {
	if s == Weak || s == Balanced {
		return "weak or balanced"
	}
	return string(s)
}
