package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// SelfReport is the rule self-report: nobody reports to themselves.
type SelfReport struct {
	// SeatsOnly leaves out the warning about a person who holds both ends of a solid line
	// through two posts.
	SeatsOnly bool
}

const selfReportDoc = `Nobody reports to themselves.

Why: a line from a record to itself says nothing about who decides, and tools that walk up the
chain stop or hang there. Most often it marks the top by habit, or a boss was copied into the
wrong row.

Parameters:
  SeatsOnly (false): leave out the warning about one person who holds both ends of a solid line
  through two posts, and so approves their own requests.

False positives: somebody acting up holds both posts for a while; holds lines of mode acting or
interim are left out of the warning. A top written as its own boss is reported, and the fix says
how to write it.

Source: the checks of the UK organogram validator; 11 of 116 public organograms hold one; an
employee may be their own manager in a widespread ERP, whose charts then loop (odoo/odoo#47043).

Before:
  +post it-1 "Head of IT"
  it-1 reports-to it-1
After:
  +post it-1 "Head of IT" top=true
`

// Rule is the rule. A self-report is an error whatever the reporting relation; its Key is the
// relation. That a person holds both ends is a warning about the person; its Key is the line.
func (s SelfReport) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "self-report", Doc: selfReportDoc, Severity: orgmodel.Error, Check: s.check}
}

func (s SelfReport) check(p *orgmodel.Pass) {
	done := map[selfLine]bool{}
	n := 0
	for e := range p.SelfLines() {
		if n++; n&4095 == 0 && p.Stopped() {
			return
		}
		if slices.Contains(reporting[:], e.Rel) {
			reportSelf(p, e, done)
		}
	}
	var met []bool
	for e := range p.Edges(orgmodel.Holds) {
		if met == nil {
			met = make([]bool, p.Len())
		}
		if n++; n&4095 == 0 && p.Stopped() {
			return
		}
		if !p.LiveLine(e) || !p.Declared(e.From) || met[e.From] {
			continue
		}
		met[e.From] = true
		switch {
		case p.SeatOf(e.From) != e.From:
			reportOwnPost(p, e.From, p.SeatOf(e.From), done)
		case !s.SeatsOnly:
			reportBothEnds(p, e.From)
		}
	}
}

// selfLine is what one finding about a record is about.
type selfLine struct {
	from orgmodel.Ref
	rel  orgmodel.Rel
}

// reportSelf reports a line from a record to itself, once a relation.
func reportSelf(p *orgmodel.Pass, e orgmodel.Edge, done map[selfLine]bool) {
	if !p.Live(e.From) || !p.LiveLine(e) || p.ID(e.From) == "" || done[selfLine{e.From, e.Rel}] {
		return
	}
	done[selfLine{e.From, e.Rel}] = true
	f := orgmodel.Finding{
		Subject: p.ID(e.From), Key: string(e.Rel), Path: p.Records(e), Pos: p.LinePos(e),
		Message: called(p, e.From) + " " + says(e.Rel) + " itself.",
		Fix:     "Take the line out, or name the other end that was meant.",
	}
	if e.Rel == orgmodel.ReportsTo {
		f.Fix = "Mark " + word(p.ID(e.From)) + " as top, or name its boss."
		if tops, _ := survey(p); slices.ContainsFunc(tops[:min(len(tops), 2)], func(t orgmodel.Ref) bool { return t != p.SeatOf(e.From) }) {
			f.Fix = "Name the boss of " + word(p.ID(e.From)) + ", or mark it as top."
		}
	}
	p.Report(f)
}

// reportOwnPost reports solid lines between a person and the one post that the person holds.
func reportOwnPost(p *orgmodel.Pass, who, post orgmodel.Ref, done map[selfLine]bool) {
	report := func(e orgmodel.Edge) {
		if e.From == e.To || !p.LiveLine(e) || done[selfLine{e.From, e.Rel}] {
			return
		}
		done[selfLine{e.From, e.Rel}] = true
		p.Report(orgmodel.Finding{
			Subject: p.ID(e.From), Key: string(e.Rel), Path: p.Records(e), Pos: p.LinePos(e),
			Related: []orgmodel.ID{p.ID(e.To)},
			Message: called(p, e.From) + " reports to " + called(p, e.To) + ", which is the same seat: " +
				word(p.ID(who)) + " holds " + word(p.ID(post)) + ".",
			Fix: "Name the boss of " + word(p.ID(post)) + ", or mark it as top.",
		})
	}
	for e := range p.Out(who, orgmodel.ReportsTo) {
		if e.To == post {
			report(e)
		}
	}
	for e := range p.In(who, orgmodel.ReportsTo) {
		if e.From == post {
			report(e)
		}
	}
}

// manyLines is how many solid lines of one post are looked at for one person: more are another
// rule's finding, and hostile input must not multiply holders by lines.
const manyLines = 64

// reportBothEnds reports the solid lines that join two posts of one person.
func reportBothEnds(p *orgmodel.Pass, who orgmodel.Ref) {
	var posts []orgmodel.Ref
	for h := range p.Posts(who) {
		if mode := p.LineAttrs(h).Get(orgmodel.Mode); mode != "acting" && mode != "interim" {
			posts = append(posts, h.To)
		}
	}
	slices.Sort(posts)
	posts = slices.Compact(posts)
	for _, seat := range append(slices.Clone(posts), who) {
		var done []orgmodel.Ref
		n := 0
		for e := range p.Out(seat, orgmodel.ReportsTo) {
			if n++; n > manyLines {
				break
			}
			_, own := slices.BinarySearch(posts, e.To)
			if e.From == e.To || !own || !p.LiveLine(e) || slices.Contains(done, e.To) {
				continue
			}
			done = append(done, e.To)
			p.Report(orgmodel.Finding{
				Severity: orgmodel.Warning, Subject: p.ID(who), Path: p.Records(e), Pos: p.LinePos(e),
				Key:     string(p.ID(e.From)) + " " + string(e.Rel) + " " + string(p.ID(e.To)),
				Related: []orgmodel.ID{p.ID(e.From), p.ID(e.To)},
				Message: called(p, who) + " holds both ends of a line: " + called(p, e.From) + " reports to " + called(p, e.To) + ".",
				Fix: "Name who decides for " + word(p.ID(e.From)) + " in the place of " + word(p.ID(who)) +
					", or record that one post is held in acting mode.",
			})
		}
	}
}
