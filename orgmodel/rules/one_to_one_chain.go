package rules

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// OneToOneChain is the rule one-to-one-chain: managers of one report do not follow on each other.
type OneToOneChain struct {
	Length int // how many managers of one report in a row are too many; 0 means 2
}

const oneToOneChainDoc = `Managers of one report do not follow on each other.

Why: a row of managers who each lead the next is as many layers as one would do for, and every
request waits in each.

Parameters:
  Length (2): how many such managers in a row are reported.

False positives: deputies. A report whose tags hold the word deputy, or whose solid line has
mode=deputy, makes no layer and its boss is no manager of one. Vacant seats count as reports: they
are meant to be filled. A report of two bosses makes neither a manager of one.

Source: the literature on layers, by which each must do work of its own kind (E. Jaques, Requisite
Organization, 1989).

Before:
  +post cio "Chief information officer"
  +post it-1 "Head of IT"
  +post dev-1 "Development lead"
  it-1 reports-to cio
  dev-1 reports-to it-1
After:
  +post cio "Chief information officer"
  +post it-1 "Head of IT"
  +post dev-1 "Development lead"
  it-1 reports-to cio
  dev-1 reports-to cio
`

// Rule is the rule. One finding a row: the subject is its uppermost manager, Path leads up to it
// from the last report, Related are the seats of the row by id.
func (c OneToOneChain) Rule() orgmodel.Rule {
	if c.Length <= 0 {
		c.Length = 2
	}
	return orgmodel.Rule{Name: "one-to-one-chain", Doc: oneToOneChainDoc, Severity: orgmodel.Warning, Check: c.check}
}

func (c OneToOneChain) check(p *orgmodel.Pass) {
	w := webOf(p, orgmodel.ReportsTo)
	if w == nil {
		return
	}
	for _, run := range runsOf(p, w) {
		if p.Stopped() {
			return
		}
		if len(run) > c.Length {
			reportOneToOne(p, w, run)
		}
	}
}

func reportOneToOne(p *orgmodel.Pass, w *web, run []orgmodel.Ref) {
	top, managers := run[0], len(run)-1
	f := orgmodel.Finding{
		Subject: p.ID(top), Related: related(p, run), RelatedTotal: len(run), PathTotal: managers,
		Message: called(p, top) + " begins a row of " + count(managers, "manager") + " of one report each: " + downward(p, run) + ".",
		Fix:     "Take out a layer",
	}
	if inner := run[1:managers]; len(inner) > 0 {
		var ids []string
		for _, r := range inner[max(0, len(inner)-suggested):] {
			ids = append(ids, called(p, r))
		}
		f.Fix += ", for example " + either(ids)
	}
	f.Fix += ", or mark a report as deputy."
	up := slices.Clone(run[max(0, len(run)-orgmodel.PathCap-1):])
	slices.Reverse(up)
	f.Path = w.wayUp(p, up, orgmodel.ReportsTo)
	p.Report(f)
}

// downward reads a row of seats to people, from the top: the first few and the last.
func downward(p *orgmodel.Pass, run []orgmodel.Ref) string {
	var b strings.Builder
	for i, r := range run[:len(run)-1] {
		if i == 2*listed {
			b.WriteString("… → ")
			break
		}
		b.WriteString(word(p.ID(r)))
		b.WriteString(" → ")
	}
	return b.String() + word(p.ID(run[len(run)-1]))
}
