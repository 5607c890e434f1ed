package analysis

import (
	"context"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/atonce"
	"example.com/orgchart/orgmodel/rules"
)

// Structure asks how projects stand to the line organisation, as their lines show and nobody declares.
// The zero Structure takes the roles of rule matrix-mode.
//
// The names are those of the table of organisational structures in the PMBOK guide; what tells them
// apart stands at rules.MatrixMode.Projects.
type Structure struct {
	Role   orgmodel.ID   // who runs a project; empty means project-manager
	Over   []orgmodel.ID // roles of those who manage project managers; nil as in the rule
	Least  int           // fewer decided projects than this are too little evidence; 0 means 3
	Levels int           // how many levels of units are told apart; 0 means 3
}

// StructureReport is what Structure finds.
type StructureReport struct {
	Role     orgmodel.ID          // who runs a project
	Least    int                  // the least evidence
	Projects []rules.ProjectShape // the live projects, in the author's order
	Whole    StructureOf
	Units    []UnitStructure // those with projects, the most first, then by id
	Homeless int             // projects in no unit
}

// StructureOf is the structure of some projects.
type StructureOf struct {
	// Shape is what more than half of the decided projects are, rules.Mixed where nothing is; empty
	// where fewer than the least are decided.
	Shape    rules.Structure
	Projects int     // all of them
	Decided  int     // those whose lines say enough
	As       []Share // how many are what: every structure, weakest project first, Mixed last

	Managers           int // who run these projects and have a solid boss, each once
	ManagersFunctional int // of these, those with a functional boss: one who does not manage project managers
	ManagersOver       int // of these, those with a boss who does

	// Places on projects, a member of two counted twice: those whose holder has a solid boss, those of
	// them under who runs the project, and those directed by who does.
	Members, MembersToManager, MembersDirected int
}

// A Share is how many projects are of a structure.
type Share struct {
	Shape rules.Structure
	N     int
}

// UnitStructure is the structure of the projects of a unit and of all that is part of it. A project
// belongs to what it is part of, over programmes and portfolios too; where that is no unit, to the
// units of those who run it.
type UnitStructure struct {
	Unit  orgmodel.Ref
	Level int // of the unit, 1 the outermost
	StructureOf
}

// structures are all of them, in the order of the source.
var structures = []rules.Structure{rules.Functional, rules.Weak, rules.Balanced, rules.Strong, rules.Projectised, rules.Mixed}

// Report measures an organisation on its day. The only error is ctx's.
func (s Structure) Report(ctx context.Context, o *orgmodel.Org) (*StructureReport, error) {
	return atonce.Do(ctx, func() (*StructureReport, error) { return s.report(ctx, o) })
}

func (s Structure) report(ctx context.Context, o *orgmodel.Org) (*StructureReport, error) {
	if s.Least <= 0 {
		s.Least = 3
	}
	if s.Role == "" {
		s.Role = "project-manager"
	}
	projects, err := rules.MatrixMode{Role: s.Role, Over: s.Over}.Projects(ctx, o)
	if err != nil {
		return nil, err
	}
	in, err := newUnits(ctx, o, s.Levels)
	if err != nil {
		return nil, err
	}
	whole, of := newTally(), map[orgmodel.Ref]*structureTally{}
	r := &StructureReport{Role: s.Role, Least: s.Least, Projects: projects}
	for i := range projects {
		if i&1023 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		p := &projects[i]
		whole.add(p)
		homes := in.homes(p.Project)
		for k := 0; len(homes) == 0 && k < len(p.Lines); k++ {
			homes = in.homes(p.Lines[k].Manager)
		}
		if len(homes) == 0 {
			r.Homeless++
		}
		in.around(homes, func(u orgmodel.Ref) {
			if of[u] == nil {
				of[u] = newTally()
			}
			of[u].add(p)
		})
	}
	r.Whole = whole.close(s.Least)
	order, err := sortedUnits(ctx, o, of, func(t *structureTally) int { return t.Projects })
	for _, u := range order {
		r.Units = append(r.Units, UnitStructure{u, in.tree.Level(u), of[u].close(s.Least)})
	}
	return r, err
}

// structureTally counts projects.
type structureTally struct {
	StructureOf
	managers map[orgmodel.Ref]bossed
}

// bossed is which bosses a manager has.
type bossed struct{ functional, over bool }

func newTally() *structureTally { return &structureTally{managers: map[orgmodel.Ref]bossed{}} }

func (t *structureTally) add(p *rules.ProjectShape) {
	t.Projects++
	if t.As == nil {
		for _, s := range structures {
			t.As = append(t.As, Share{Shape: s})
		}
	}
	for i := range t.As {
		if t.As[i].Shape == p.Shape {
			t.As[i].N++
			t.Decided++
		}
	}
	for _, l := range p.Lines {
		b := t.managers[l.Manager]
		if l.OverManagers {
			b.over = true
		} else {
			b.functional = true
		}
		t.managers[l.Manager] = b
	}
	t.Members += p.MembersWithBoss
	t.MembersToManager += p.MembersToManager
	t.MembersDirected += p.MembersDirected
}

func (t *structureTally) close(least int) StructureOf {
	t.Managers = len(t.managers)
	for _, b := range t.managers {
		if b.functional {
			t.ManagersFunctional++
		}
		if b.over {
			t.ManagersOver++
		}
	}
	if t.Decided < least {
		return t.StructureOf
	}
	t.Shape = rules.Mixed
	for _, s := range t.As {
		if 2*s.N > t.Decided {
			t.Shape = s.Shape
		}
	}
	return t.StructureOf
}
