package rules

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
)

// RequiresLine makes rules that ask for a line of a relation: the twin of every rule about where
// a line may lead, which passes whoever has none.
type RequiresLine struct {
	Name string // of the rule; empty means requires-line

	// For is the role whose holders the policy is about, Kinds narrows it, Select chooses instead
	// of For; without any of them the policy is about every seat.
	For    orgmodel.ID
	Kinds  []orgmodel.Kind
	Select func(*orgmodel.Org) iter.Seq[orgmodel.Ref]

	Rel      orgmodel.Rel // empty means reports-to
	Min      int          // 0 means 1; below 0 none is asked for
	Max      int          // 0 means no limit
	Severity orgmodel.Severity
	Because  string // where the policy comes from; stands at the end of messages
}

const requiresLineDoc = `
Why: $why A rule about where lines lead passes whoever has no line.

Parameters:
  For, Kinds, Select (every seat): whom the policy is about. Rel (reports-to): the relation.
  Min (1), Max (none): how many others the lines must lead to.

False positives: the top of an organisation, which is exempt: whatever is flagged as top, and the
only top where none is flagged. Lines to undeclared records count (unknown-reference), and lines to
oneself do (self-report).

Source: the twin that every list of allowed bosses needs; ArchUnit fails a rule that checked
nothing for the same reason (failOnEmptyShould).

Before:
  +role project-manager
  +post cio "Chief information officer" top=true
  +post pm-1 "Payments project manager"
  pm-1 has-role project-manager
After:
  +role project-manager
  +post cio "Chief information officer" top=true
  +post pm-1 "Payments project manager"
  pm-1 has-role project-manager
  pm-1 reports-to cio
`

// Rule is the rule. One finding a record, with Key few or many.
func (r RequiresLine) Rule() orgmodel.Rule {
	r.Name = orElse(r.Name, "requires-line")
	if r.Rel == "" {
		r.Rel = orgmodel.ReportsTo
	}
	if r.Min == 0 {
		r.Min = 1
	}
	if r.Severity == 0 {
		r.Severity = orgmodel.Error
	}
	policy := "Each " + r.choice().String() + " has " + r.asked() + ".\n"
	doc := policy + strings.Replace(requiresLineDoc, "$why", whose(r.Because), 1)
	return orgmodel.Rule{Name: r.Name, Doc: doc, Severity: r.Severity, Check: r.check}
}

func (r RequiresLine) choice() choice { return choice{r.For, r.Kinds, r.Select} }

// asked is how many lines the policy asks for.
func (r RequiresLine) asked() string {
	rel := said(r.Rel) + " line"
	switch {
	case r.Max > 0 && r.Min == r.Max:
		return "exactly " + count(r.Max, rel)
	case r.Max > 0 && r.Min <= 0:
		return "at most " + count(r.Max, rel)
	case r.Max > 0:
		return "from " + strconv.Itoa(r.Min) + " to " + count(r.Max, rel)
	}
	return "at least " + count(max(r.Min, 0), rel)
}

func (r RequiresLine) check(p *orgmodel.Pass) {
	only := lone(p)
	r.choice().orElse(p)
	for seat := range p.Select(r.choice().live(p)) {
		lines := slices.Concat(ways(p, seat, []orgmodel.Rel{r.Rel})...)
		inOrder(p, lines, nil)
		p.JudgeLines(lines...)
		lines = slices.CompactFunc(lines, func(e, f orgmodel.Edge) bool { return e.To == f.To })
		switch n := len(lines); {
		case n < r.Min && !atTop(p, seat, only):
			r.report(p, seat, lines, "few", orgmodel.Pos{}, "Add a "+said(r.Rel)+" line to "+word(p.ID(seat))+".")
		case r.Max > 0 && n > r.Max:
			r.report(p, seat, lines, "many", p.LinePos(lines[r.Max]), "Keep "+count(r.Max, said(r.Rel)+" line")+" of "+word(p.ID(seat))+".")
		}
	}
}

func (r RequiresLine) report(p *orgmodel.Pass, seat orgmodel.Ref, lines []orgmodel.Edge, key string, at orgmodel.Pos, fix string) {
	p.Report(orgmodel.Finding{
		Subject: p.ID(seat), Key: key, Path: p.Records(lines...), PathTotal: len(lines), Pos: at, Fix: fix,
		Message: called(p, seat) + " has " + few(len(lines), said(r.Rel)+" line") + ", and the policy asks for " + r.asked() + because(r.Because),
	})
}

// few is count with a word for none.
func few(n int, what string) string {
	if n == 0 {
		return "no " + what
	}
	return count(n, what)
}
