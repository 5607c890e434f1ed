package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// Stage is the attribute of a delivery that says how far it has come.
const Stage = "stage"

// NeedsBusinessCase is the rule needs-business-case: work is done because somebody needs it.
type NeedsBusinessCase struct {
	Kinds     []orgmodel.Kind // of delivery; nil means project and programme
	Stages    []string        // stages at which no case is needed yet; nil means discovery
	MinBudget float64         // deliveries whose budget is known to be smaller need none
}

const needsBusinessCaseDoc = `A project or programme is justified by a business case that answers a need.

Why: work serves a need, and without a need there is no reason to deliver. A case is what the work is held
against when it costs more or brings less than was thought.

Parameters:
  Kinds (project, programme): the kinds of delivery that need a case, each its own.
  Stages (discovery): values of the attribute stage at which none is needed yet.
  MinBudget (0): a delivery whose budget is known to be smaller needs none.

False positives: discovery; give the work that stage, or name its stage in Stages. Small work; MinBudget. Says nothing where the case or the need is
undeclared (unknown-reference).

Source: a practitioner's "IT work serves a business need; no need, no reason to deliver"; business cases
in PRINCE2.

Before:
  +project payments "Payments renewal"
  +business-case case-1
  payments justified-by case-1
After:
  +project payments "Payments renewal"
  +business-case case-1
  +need fewer-errors
  payments justified-by case-1
  case-1 answers fewer-errors
`

// Rule is the rule. One finding a delivery: Key case, Related the cases that have ended, or Key need,
// Related the cases that answer none; Path are the lines to them.
func (n NeedsBusinessCase) Rule() orgmodel.Rule {
	if n.Kinds == nil {
		n.Kinds = []orgmodel.Kind{orgmodel.Project, orgmodel.Programme}
	}
	if n.Stages == nil {
		n.Stages = []string{"discovery"}
	}
	return orgmodel.Rule{Name: "needs-business-case", Doc: needsBusinessCaseDoc, Severity: orgmodel.Error, Check: n.check}
}

func (n NeedsBusinessCase) check(p *orgmodel.Pass) {
	cites := map[orgmodel.Ref]bool{}
	for r := range liveOf(p, n.Kinds...) {
		if slices.Contains(n.Stages, p.Attrs(r).Get(Stage)) || tiny(p, r, n.MinBudget) {
			continue
		}
		p.Judge(r)
		var live, over []orgmodel.Edge
		good := false
		for e := range p.Out(r, orgmodel.JustifiedBy) {
			switch {
			case !p.LiveLine(e):
			case !p.Declared(e.To):
				good = true
			case p.Live(e.To) && p.Kind(e.To) == orgmodel.BusinessCase:
				live = append(live, e)
				good = good || citesNeed(p, cites, e.To)
			case p.Kind(e.To) == orgmodel.BusinessCase:
				over = append(over, e)
			}
		}
		if !good {
			n.report(p, r, live, over)
		}
	}
}

// citesNeed says that a case answers a need that is live, or undeclared.
func citesNeed(p *orgmodel.Pass, known map[orgmodel.Ref]bool, bc orgmodel.Ref) bool {
	cites, met := known[bc]
	if !met {
		for e := range p.Out(bc, orgmodel.Answers) {
			if p.LiveLine(e) && (!p.Declared(e.To) || p.Live(e.To) && p.Kind(e.To) == orgmodel.Need) {
				cites = true
				break
			}
		}
		known[bc] = cites
	}
	return cites
}

func (n NeedsBusinessCase) report(p *orgmodel.Pass, delivery orgmodel.Ref, live, over []orgmodel.Edge) {
	f := orgmodel.Finding{
		Subject: p.ID(delivery), Key: "case",
		Message: called(p, delivery) + " is justified by no business case",
		Fix:     "Link the business case of " + word(p.ID(delivery)) + ", or stop the work.",
	}
	lines := live
	if len(live) == 0 {
		lines = over
	}
	inOrder(p, lines, nil)
	var cases []orgmodel.Ref
	for _, e := range lines {
		if len(cases) == 0 || cases[len(cases)-1] != e.To {
			cases = append(cases, e.To)
		}
	}
	f.Path, f.PathTotal, f.Related, f.RelatedTotal = p.Records(lines...), len(lines), related(p, cases), len(cases)
	switch {
	case len(live) > 0:
		f.Key = "need"
		f.Message = called(p, delivery) + " is justified by " + names(p, cases, len(cases)) + ", and no need stands behind it"
		f.Fix = "Link the need that " + called(p, cases[0]) + " answers, or stop the work."
	case len(over) > 0:
		f.Message += " that still stands, only by " + names(p, cases, len(cases)) + " of the past"
	}
	f.Message += "."
	p.Report(f)
}
