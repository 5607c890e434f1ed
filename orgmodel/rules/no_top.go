package rules

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// NoTop is the rule no-top: an organisation has a top.
type NoTop struct {
	External []orgmodel.ID // bosses declared elsewhere, which count as tops
}

const noTopDoc = `An organisation has a top.

Why: without one there is no place to draw from, no end for an approval chain, and no seat can be
said to be reachable. It means that the boss above all is missing, has ended or stands in a loop.

Parameters:
  External (none): ids declared elsewhere; a seat that reports to one of them makes it the top.

False positives: the extract of one branch; add its outside boss, or declare it external
(external: in a policy file, External in Go).

Source: the checks of the UK organogram validator, where it is fatal; 6 of 116 public organograms
have no top.

Before:
  +post ceo "Chief executive"
  +post it-1 "Head of IT"
  it-1 reports-to ceo
  ceo reports-to it-1
After:
  +post ceo "Chief executive"
  +post it-1 "Head of IT"
  it-1 reports-to ceo
`

// Rule is the rule. It gives one finding about the whole, without a subject, whatever else is
// found.
func (n NoTop) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "no-top", Doc: noTopDoc, Severity: orgmodel.Error, Check: n.check}
}

func (n NoTop) check(p *orgmodel.Pass) {
	tops, roots := survey(p)
	if len(liveOnes(p, tops)) > 0 {
		return
	}
	live := 0
	for r := range p.Seats() {
		if p.Live(r) {
			live++
		}
		if live&4095 == 4095 && p.Stopped() {
			return
		}
	}
	var unknown, ended, alone []orgmodel.Ref
	for _, r := range roots {
		switch {
		case !p.Declared(r):
			unknown = append(unknown, r)
		case p.Live(r):
			alone = append(alone, r)
		case p.Span(r, false) > 0:
			ended = append(ended, r)
		}
	}
	external := slices.ContainsFunc(unknown, func(r orgmodel.Ref) bool { return slices.Contains(n.External, p.ID(r)) })
	if live == 0 || external {
		return
	}
	f := orgmodel.Finding{
		Message: "None of " + count(live, "live seat") + " is a top",
		Fix:     "Flag the top post (in a table, a column top that says yes; in a file, top: true), or declare the boss that stands outside.",
	}
	if live == 1 {
		f.Message = "The only live seat is no top"
	}
	why := missingTop(p, ended, unknown, alone)
	if len(why) > 0 {
		f.Message += ": " + strings.Join(why, "; ")
	}
	f.Message += "."
	above := slices.Concat(ended, unknown)
	f.Related, f.RelatedTotal = related(p, above), len(above)
	p.Report(f)
}

// missingTop says why the chains end in no top.
func missingTop(p *orgmodel.Pass, ended, unknown, alone []orgmodel.Ref) []string {
	loops := 0
	for range p.Cuts() {
		loops++
	}
	var why []string
	if n := len(ended); n > 0 {
		why = append(why, names(p, least(p, ended, listed), n)+" stood above the others, and no longer")
	}
	if n := len(unknown); n > 0 {
		why = append(why, "chains end at "+names(p, least(p, unknown, listed), n)+", which no record declares")
	}
	if loops > 0 {
		why = append(why, "chains end in "+count(loops, "loop"))
	}
	if len(why) == 0 && len(alone) > 0 {
		why = append(why, "no seat reports to another")
	}
	return why
}
