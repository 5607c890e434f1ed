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
	above map[orgmodel.Ref]*upward
	led   map[leading]judged
}

// upward is the lines from a seat to its bosses.
type upward struct {
	lines  []orgmodel.Edge       // by boss
	byFrom []orgmodel.Edge       // by the id of the record they are written at, then by boss
	bosses map[orgmodel.Ref]bool // where the lines are a crowd
}

// leading is a question about the bosses of a seat: whether they all lead project managers, or whether none does.
type leading struct {
	seat orgmodel.Ref
	all  bool
}

// judged is how lines stand to a mode, with the first that breaks it.
type judged struct {
	verdict verdict
	why     orgmodel.Edge
}

// A misfit is a project that does not fit, with the line that shows it.
type misfit struct {
	project orgmodel.Ref
	why     orgmodel.Edge
}

func newMatrix(p *orgmodel.Pass, m MatrixMode) *matrix {
	c := &matrix{p: p, w: webOf(p, orgmodel.ReportsTo), teams: teamsOf(p, m.Role, []orgmodel.Kind{orgmodel.Project}), runs: map[orgmodel.Ref]bool{},
		above: map[orgmodel.Ref]*upward{}, led: map[leading]judged{}}
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

// solid are the lines from a seat to its bosses; of a person of several posts those of the posts too.
func (c *matrix) solid(seat orgmodel.Ref) *upward {
	if up := c.above[seat]; up != nil {
		return up
	}
	var lines []orgmodel.Edge
	for _, way := range ways(c.p, seat, []orgmodel.Rel{orgmodel.ReportsTo}) {
		lines = append(lines, way...)
	}
	lines = slices.DeleteFunc(lines, func(e orgmodel.Edge) bool { return !shapes(c.p, e) || !c.p.Live(c.p.SeatOf(e.To)) })
	inOrder(c.p, lines, nil)
	order := byID(c.p)
	up := &upward{lines: lines, byFrom: slices.Clone(lines)}
	slices.SortStableFunc(up.byFrom, func(e, f orgmodel.Edge) int { return order(e.From, f.From) })
	if len(lines) > crowd {
		up.bosses = map[orgmodel.Ref]bool{}
		for _, e := range lines {
			up.bosses[c.p.SeatOf(e.To)] = true
		}
	}
	c.above[seat] = up
	c.p.JudgeLines(lines...)
	return up
}

// judge is how the lines of a seat stand to what its bosses should be.
func (c *matrix) judge(seat orgmodel.Ref, ok func(boss orgmodel.Ref) bool) judged {
	lines := c.solid(seat).byFrom
	for _, e := range lines {
		if !ok(c.p.SeatOf(e.To)) {
			return judged{breaks, e}
		}
	}
	if len(lines) > 0 {
		return judged{verdict: conforms}
	}
	return judged{verdict: undecided}
}

// underLeads judges a seat by whether its bosses lead project managers, as all or none should.
func (c *matrix) underLeads(seat orgmodel.Ref, all bool) judged {
	j, known := c.led[leading{seat, all}]
	if !known {
		j = c.judge(seat, func(boss orgmodel.Ref) bool { return c.runsPMs(boss) == all })
		c.led[leading{seat, all}] = j
	}
	return j
}

// outside judges a member of a team by whether no boss runs its project.
func (c *matrix) outside(t *team, seat orgmodel.Ref) judged {
	up := c.solid(seat)
	if up.bosses != nil && !slices.ContainsFunc(t.managers, func(r orgmodel.Ref) bool { return up.bosses[r] }) {
		return judged{verdict: conforms}
	}
	return c.judge(seat, func(boss orgmodel.Ref) bool { return !t.runBy(boss) })
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
		return c.all(t.members, func(seat orgmodel.Ref) judged { return c.judge(seat, t.runBy) })
	}
	v, why := c.all(t.managers, func(seat orgmodel.Ref) judged { return c.underLeads(seat, mode == Strong) })
	if v != conforms || mode == Strong {
		return v, why
	}
	if w, bad := c.all(t.members, func(seat orgmodel.Ref) judged { return c.outside(t, seat) }); w == breaks {
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
func (c *matrix) all(seats []orgmodel.Ref, of func(orgmodel.Ref) judged) (verdict, orgmodel.Edge) {
	all := judged{verdict: undecided}
	order := byID(c.p)
	c.p.Judge(seats...)
	for _, s := range seats {
		switch j := of(s); {
		case j.verdict == breaks && (all.verdict != breaks || order(j.why.From, all.why.From) < 0):
			all = j
		case j.verdict == conforms && all.verdict == undecided:
			all = j
		}
	}
	return all.verdict, all.why
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
