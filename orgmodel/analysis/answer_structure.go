package analysis

import (
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/internal/wording"
	"example.com/orgchart/orgmodel/rules"
)

// Answer is the report in words and figures. The Asker's organisation is the one it was made of.
func (r *StructureReport) Answer(q ask.Asker) ask.Answer {
	o, w := q.Org, r.Whole
	a := q.Begin("structure")
	a.Counts = ask.Counts{
		count("projects", w.Projects), count("decided", w.Decided), count("managers", w.Managers),
		count("managers-functional", w.ManagersFunctional), count("managers-over", w.ManagersOver),
		count("members", w.Members), count("members-to-manager", w.MembersToManager), count("members-directed", w.MembersDirected),
	}
	for _, s := range w.As {
		a.Counts = append(a.Counts, count(string(s.Shape), s.N))
	}
	a.Sentence = house(o) + " " + w.says(r.Least)
	noRole(&a, o, r.Role, w.Projects)
	if w.Managers > 0 {
		why(&a, ask.Counted, part(w.ManagersFunctional, w.Managers)+" project managers have a functional solid line, and "+part(w.ManagersOver, w.Managers)+" one to a manager of project managers.")
	}
	if w.Members > 0 {
		why(&a, ask.Counted, part(w.MembersToManager, w.Members)+" members report to the manager of their project, and "+part(w.MembersDirected, w.Members)+" are directed by that manager.")
	}
	if n := w.Projects - w.Decided; n > 0 {
		why(&a, ask.NotCounted, "Of "+part(n, w.Projects)+" projects the lines say too little: nobody runs them who has a boss.")
	}
	if w.Projects > 0 {
		why(&a, ask.Counted, "Inferred from lines, by the table of structures in the PMBOK guide; a project is balanced rather than weak where at least half of its members are directed by its manager.")
	}
	shape := func(s StructureOf) ask.Cell {
		if s.Shape == "" {
			return "too little evidence"
		}
		return ask.Cell(s.Shape)
	}
	if len(r.Projects) > 0 {
		a.Breakdowns = append(a.Breakdowns, q.Breakdown("projects", "Projects", []string{"structure", "managers", "boss", "members", "under manager", "directed"},
			rowsOf(r.Projects, func(p rules.ProjectShape) ask.Row { return projectRow(o, p) })))
	}
	if len(r.Units) > 0 {
		columns := []string{"level", "structure", "projects", "decided"}
		for _, s := range structures {
			columns = append(columns, string(s))
		}
		columns = append(columns, "managers", "functional boss")
		a.Breakdowns = append(a.Breakdowns, q.Breakdown("units", "By unit, with all that is part of it", columns, rowsOf(r.Units, func(u UnitStructure) ask.Row {
			row := about(o, u.Unit, number(u.Level), shape(u.StructureOf), number(u.Projects), number(u.Decided))
			for _, s := range u.As {
				row.Cells = append(row.Cells, number(s.N))
			}
			row.Cells = append(row.Cells, number(u.Managers), number(u.ManagersFunctional))
			return row
		})))
	}
	return a
}

// says is the structure in words, behind the name of a house.
func (s StructureOf) says(least int) string {
	switch {
	case s.Projects == 0:
		return "has no live project, and so no structure to infer."
	case s.Shape == "":
		return "gives too little evidence of a structure: the lines of " + part(s.Decided, s.Projects) + " projects say enough, and " + strconv.Itoa(least) + " are wanted."
	case s.Shape == rules.Mixed:
		return "behaves as a composite: no structure describes more than half of " + wording.Count(s.Decided, "project") + "."
	}
	n := 0
	for _, x := range s.As {
		if x.Shape == s.Shape {
			n = x.N
		}
	}
	kind := map[rules.Structure]string{
		rules.Functional: "a functional organisation", rules.Weak: "a weak matrix", rules.Balanced: "a balanced matrix",
		rules.Strong: "a strong matrix", rules.Projectised: "a projectised organisation",
	}[s.Shape]
	text := "behaves as " + kind + ": " + part(n, s.Decided) + " projects do"
	switch {
	case s.Managers == 0:
	case s.Shape == rules.Weak || s.Shape == rules.Balanced:
		text += ", and " + part(s.ManagersFunctional, s.Managers) + " project managers have a functional solid line"
	case s.Shape == rules.Strong:
		text += ", and " + part(s.ManagersOver, s.Managers) + " project managers report to a manager of project managers"
	case s.Shape == rules.Projectised:
		text += ", and " + part(s.MembersToManager, s.Members) + " members report to the manager of their project"
	}
	return text + "."
}

// projectRow is the evidence of one project.
func projectRow(o *orgmodel.Org, p rules.ProjectShape) ask.Row {
	shape := ask.Cell(p.Shape)
	if p.Shape == "" {
		shape = "undecided"
	}
	boss := ""
	functional, over := 0, 0
	for _, l := range p.Lines {
		if l.OverManagers {
			over++
		} else {
			functional++
		}
	}
	switch {
	case functional > 0 && over > 0:
		boss = "both"
	case functional > 0:
		boss = "functional"
	case over > 0:
		boss = "manager of project managers"
	case p.Managers > 0:
		boss = "none"
	}
	return about(o, p.Project, shape, number(p.Managers), ask.Cell(boss), number(p.Members), number(p.MembersToManager), number(p.MembersDirected))
}
