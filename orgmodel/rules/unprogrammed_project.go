package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// UnprogrammedProject is the rule unprogrammed-project: each project belongs somewhere.
type UnprogrammedProject struct {
	Flag string // the tag, or the attribute with the value true, of a project that stands alone; empty means standalone
}

const unprogrammedProjectDoc = `A project is part of a programme or portfolio, or is said to stand alone.

Why: where projects are ranked by what the business needs, one that is in no programme or portfolio is
in no ranking, and takes people whom the ranked ones were promised.

Parameters:
  Flag (standalone): the tag, or the attribute with the value true, of a project that stands alone.

False positives: small firms; leave the rule out. It sleeps where no programme or portfolio is
declared, since there is nothing to place a project in, and says nothing about a project that is part
of something undeclared (unknown-reference).

Source: practice in portfolio management; a practitioner's account of a PMO as the place where running
projects are ranked by business need.

Before:
  +programme digital "Digital programme"
  +project payments "Payments renewal"
After:
  +programme digital "Digital programme"
  +project payments "Payments renewal"
  payments part-of digital
`

// Rule is the rule. One finding a project; Related are the ended programmes and portfolios that it was
// placed in.
func (u UnprogrammedProject) Rule() orgmodel.Rule {
	if u.Flag == "" {
		u.Flag = "standalone"
	}
	return orgmodel.Rule{Name: "unprogrammed-project", Doc: unprogrammedProjectDoc, Severity: orgmodel.Info, Check: u.check}
}

func (u UnprogrammedProject) check(p *orgmodel.Pass) {
	homes := slices.Collect(liveOf(p, orgmodel.Programme, orgmodel.Portfolio))
	if len(homes) == 0 {
		return
	}
	in := spread(p, slices.Values(homes), partsOf(p, deliveryKinds...))
	lacking := make([]bool, p.Len())
	for r := range liveOf(p, orgmodel.Project) {
		lacking[r] = in[r] == orgmodel.None
		p.Judge(r)
	}
	lost := spokenFor(p, lacking)
	could := suggesting(p, least(p, homes, suggested))
	for r := range liveOf(p, orgmodel.Project) {
		a := p.Attrs(r)
		if in[r] != orgmodel.None || lost[r] != r && lost[r] != orgmodel.None || tagged(a, u.Flag) || a.Get(u.Flag) == "true" || partOfGhost(p, r) {
			continue
		}
		f := orgmodel.Finding{
			Subject: p.ID(r),
			Message: called(p, r) + " is in no programme or portfolio, and is not said to stand alone",
			Fix:     "Place " + word(p.ID(r)) + " in a programme or portfolio" + could + ", or give it the tag " + word(orgmodel.ID(u.Flag)) + ".",
		}
		var over []orgmodel.Ref
		var lines []orgmodel.Edge
		for e := range p.Out(r, orgmodel.PartOf) {
			if p.LiveLine(e) && isDelivery(p, e.To) && ended(p, e.To) {
				over, lines = append(over, e.To), append(lines, e)
			}
		}
		if len(over) > 0 {
			slices.SortFunc(over, byID(p))
			over = slices.Compact(over)
			f.Message += "; what it is part of has ended: " + names(p, over, len(over))
			inOrder(p, lines, nil)
			f.Related, f.RelatedTotal, f.Path, f.PathTotal = related(p, over), len(over), p.Records(lines...), len(lines)
		}
		f.Message += "."
		p.Report(f)
	}
}
