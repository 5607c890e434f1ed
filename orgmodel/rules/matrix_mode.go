package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// MatrixMode makes rules that hold projects to the way in which the house says it runs them. The zero
// MatrixMode says nothing, and no pack holds it: only the house knows its mode.
type MatrixMode struct {
	Mode     Structure
	MinShare float64     // the part of the projects that must fit; 0 means 0.8
	Within   orgmodel.ID // only projects that are part of this unit, programme or portfolio; empty: all
	Role     orgmodel.ID // who runs a project; empty means project-manager; roles that are-a it count
	// Over are the roles of those who manage project managers; nil means programme-manager,
	// portfolio-manager and pmo-manager.
	Over []orgmodel.ID
}

// A Structure is how projects stand to the line organisation.
type Structure string

const (
	Functional  Structure = "functional"  // no lines of direction: departments do the work
	Weak        Structure = "weak"        // everybody keeps their boss, the project manager too; the project coordinates
	Balanced    Structure = "balanced"    // the same lines; the power is shared
	Strong      Structure = "strong"      // project managers report to a manager of project managers
	Projectised Structure = "projectised" // whoever works on a project reports to its manager
)

// structures are all of them, those first that say most where several fit.
var structures = []Structure{Projectised, Strong, Balanced, Weak, Functional}

const matrixModeDoc = `
Why: people are told that they work in one kind of organisation and find themselves in another: a
project manager without authority is held to account for what line managers decide.

Parameters:
  Mode (none): functional, weak, balanced, strong or projectised. Unset, nothing is looked at.
  MinShare (0.8): the part of the projects that must fit.
  Within (all): only projects that are part of this unit, programme or portfolio.
  Role (project-manager): the role, in the scope of a project, of whoever runs it.
  Over (programme-manager, portfolio-manager, pmo-manager): the roles of managers of project managers.

What fits: functional, a project without lines of direction, in its scope or its own. Weak and balanced,
one whose members do not report to its manager, and whose manager reports to nobody who manages
project managers; lines cannot tell the two apart. Strong, one whose manager reports to a manager of
project managers. Projectised, one all of whose members report to its manager. Members are those who
work on a project or are directed in its scope; a manager of project managers holds a role of Over, or
has two or more of them among its reports, and they are more than half.

False positives: organisations of several modes; a rule for each part with Within. A project is not
counted where nobody runs it (project-needs-manager), where its manager has no declared boss, or, for
projectised, where no member has.

Source: the table of organisational structures in the PMBOK guide (6th edition, table 2-1); a practitioner's account of project
and functional management.

Before:
  +role project-manager
  +role programme-manager
  +project payments "Payments renewal"
  +post ceo "Chief executive"
  +post prg-1 "Programme manager"
  +post pm-1 "Payments project manager"
  prg-1 reports-to ceo
  pm-1 reports-to prg-1
  prg-1 has-role programme-manager
  pm-1 has-role project-manager in payments
After:
  +role project-manager
  +role programme-manager
  +project payments "Payments renewal"
  +post ceo "Chief executive"
  +post it-1 "Head of IT"
  +post pm-1 "Payments project manager"
  it-1 reports-to ceo
  pm-1 reports-to it-1
  pm-1 has-role project-manager in payments
`

// Rule is the rule. One finding for all projects: the subject is Within, Key the mode, Related the
// projects that do not fit, Path one line of each that shows it.
func (m MatrixMode) Rule() orgmodel.Rule {
	m = m.filled()
	policy := "Projects are run as the house says.\n"
	if m.Mode != "" {
		policy = "At least " + percent(m.MinShare) + " of projects are run " + m.Mode.manner() + ".\n"
	}
	return orgmodel.Rule{Name: "matrix-mode", Doc: policy + matrixModeDoc, Severity: orgmodel.Warning, Check: m.check}
}

// filled is m with its defaults.
func (m MatrixMode) filled() MatrixMode {
	if !(m.MinShare > 0) {
		m.MinShare = 0.8
	}
	if m.Role == "" {
		m.Role = "project-manager"
	}
	if m.Over == nil {
		m.Over = []orgmodel.ID{"programme-manager", "portfolio-manager", "pmo-manager"}
	}
	return m
}

// manner is how projects are run, within a sentence.
func (s Structure) manner() string {
	switch s {
	case Functional:
		return "by the departments (functional)"
	case Projectised:
		return "as an organisation of their own (projectised)"
	case Weak, Balanced, Strong:
		return "as in " + one(string(s)) + " matrix"
	}
	return "as " + strconv.Quote(short(string(s)))
}

func (m MatrixMode) check(p *orgmodel.Pass) {
	if m.Mode == "" {
		return
	}
	if !slices.Contains(structures, m.Mode) {
		about := ""
		if m.Within != "" {
			about = " about " + word(m.Within)
		}
		p.Report(orgmodel.Finding{
			Subject: m.Within, Key: string(m.Mode),
			Message: "The rule matrix-mode" + about + " asks for the mode " + strconv.Quote(short(string(m.Mode))) + ", which is none; nothing was checked.",
			Fix:     "Name one of functional, weak, balanced, strong and projectised.",
		})
		return
	}
	c := newMatrix(p, m)
	if c == nil {
		return
	}
	var misfits []misfit
	as := map[Structure]int{}
	good := 0
	for project := range p.Select(m.projects(p)) {
		fits, why := c.fits(project, m.Mode)
		switch fits {
		case conforms:
			good++
		case breaks:
			misfits = append(misfits, misfit{project, why})
			for _, s := range structures {
				if v, _ := c.fits(project, s); v == conforms {
					as[s]++
					break
				}
			}
		}
	}
	if all := good + len(misfits); float64(good) < m.MinShare*float64(all)-1e-9 {
		m.report(p, good, misfits, as)
	}
}

// projects yields the live projects that the rule is about.
func (m MatrixMode) projects(p *orgmodel.Pass) func(func(orgmodel.Ref) bool) {
	return func(yield func(orgmodel.Ref) bool) {
		var in map[orgmodel.Ref]bool
		if m.Within != "" {
			in = map[orgmodel.Ref]bool{}
			if u, ok := p.Find(m.Within); ok {
				for r := range p.Members(u) {
					in[r] = true
				}
			}
		}
		for r := range p.OfKind(orgmodel.Project) {
			if p.Live(r) && (in == nil || in[r]) && !p.IsRepeat(r) && !yield(r) {
				return
			}
		}
	}
}
