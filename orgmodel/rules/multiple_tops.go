package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// MultipleTops is the rule multiple-tops: an organisation has one top.
type MultipleTops struct {
	Max    int           // tops allowed; 0 means 1
	CoTops []orgmodel.ID // heads that share the top: all of them count as one
}

const multipleTopsDoc = `An organisation has one top.

Why: a second top is most often a branch whose boss was lost, and everything under it escapes the
chain of approval. Where no top is flagged, each seat that has reports and no boss is one.

Parameters:
  Max (1): tops allowed.
  CoTops (none): ids of heads that share the top; they count as one.

False positives: co-heads and files merged on purpose; list them in CoTops or raise Max.

Source: the UK organogram format allows several, the W3C organisation ontology several heads;
8 of 116 public organograms have more than one.

Before:
  +post perm-sec "Permanent Secretary"
  +post cio "Chief information officer"
  +post it-1 "Head of IT"
  +post hr-1 "Head of HR"
  it-1 reports-to cio
  hr-1 reports-to perm-sec
After:
  +post perm-sec "Permanent Secretary"
  +post cio "Chief information officer"
  +post it-1 "Head of IT"
  +post hr-1 "Head of HR"
  it-1 reports-to cio
  cio reports-to perm-sec
  hr-1 reports-to perm-sec
`

// Rule is the rule. It gives one finding about the whole, without a subject, whatever else is
// found: Related holds the tops by id, and the position is that of the second.
func (m MultipleTops) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "multiple-tops", Doc: multipleTopsDoc, Severity: orgmodel.Warning, Check: m.check}
}

func (m MultipleTops) check(p *orgmodel.Pass) {
	tops, _ := survey(p)
	tops = liveOnes(p, tops)
	n := len(tops)
	shared := 0
	for _, r := range tops {
		if slices.Contains(m.CoTops, p.ID(r)) {
			shared++
		}
	}
	if shared > 1 {
		n -= shared - 1
	}
	if n <= max(m.Max, 1) {
		return
	}
	each := least(p, tops, listed)
	what := "An organisation has one top, and this one has "
	if m.Max > 1 {
		what = "An organisation has at most " + count(m.Max, "top") + ", and this one has "
	}
	p.Report(orgmodel.Finding{
		Message: what + strconv.Itoa(n) + ": " + names(p, each, len(tops)) + ".",
		Related: related(p, tops), RelatedTotal: len(tops),
		Pos: p.Pos(each[1]),
		Fix: "Declare them co-tops, or give all but one a boss.",
	})
}
