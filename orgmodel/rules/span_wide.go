package rules

import (
	"cmp"
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// SpanWide is the rule span-wide: no manager has more direct reports than one of that kind can
// lead.
type SpanWide struct {
	// Default is the limit of a manager that states no archetype, or one that ByArchetype does not
	// know; 0 means 12, below 0 none.
	Default int
	// ByArchetype are the limits of those that do, by the value of the attribute archetype; below
	// 0 is no limit. Nil means player-coach 5, coach 7, supervisor 10, facilitator 15, coordinator
	// none.
	ByArchetype map[string]int
	// Count is what is counted.
	Count Counting
}

const spanWideDoc = `A manager has no more direct reports than one of that kind can lead.

Why: whoever has forty reports appraises nobody, and decisions wait.

Parameters:
  Default (12): the limit where the manager states no archetype.
  ByArchetype (player-coach 5, coach 7, supervisor 10, facilitator 15, coordinator none): the limits
  of managers whose seat or holder has the attribute archetype.
  Count (posts): filled posts, people, or full-time equivalents (fte).

False positives: call centres, embassies and others whose work is alike; give the manager an
archetype. Vacant seats are not counted, and a record that stands for a group of posts is one; count
people or fte where groups matter.

Source: five archetypes of managers with their spans (A. Acharya, R. Lieber, L. Seem and T. Welchman,
"How to identify the right spans of control for your organization", McKinsey, 2017); in 116 public
organograms nine managers in ten have eight reports or fewer, and one in forty more than twelve.

Before:
  +post it-1 "Head of IT" archetype=player-coach
  +post d-1
  +post d-2
  +post d-3
  +post d-4
  +post d-5
  +post d-6
  d-1 reports-to it-1
  d-2 reports-to it-1
  d-3 reports-to it-1
  d-4 reports-to it-1
  d-5 reports-to it-1
  d-6 reports-to it-1
After:
  +post it-1 "Head of IT" archetype=coach
  +post d-1
  +post d-2
  +post d-3
  +post d-4
  +post d-5
  +post d-6
  d-1 reports-to it-1
  d-2 reports-to it-1
  d-3 reports-to it-1
  d-4 reports-to it-1
  d-5 reports-to it-1
  d-6 reports-to it-1
`

// Rule is the rule. One finding a manager; Path and Related are the reports that count.
func (s SpanWide) Rule() orgmodel.Rule {
	if s.Default == 0 {
		s.Default = 12
	}
	if s.ByArchetype == nil {
		s.ByArchetype = spanLimits
	}
	return orgmodel.Rule{Name: "span-wide", Doc: spanWideDoc, Severity: orgmodel.Warning, Check: s.check}
}

func (s SpanWide) check(p *orgmodel.Pass) {
	w := webOf(p, orgmodel.ReportsTo)
	if w == nil {
		return
	}
	for boss := range p.Nodes() {
		if boss&4095 == 0 && p.Stopped() {
			return
		}
		below := w.reports(boss)
		if len(below) == 0 {
			continue
		}
		kind := archetypeOf(p, boss)
		limit, known := s.ByArchetype[kind]
		if !known {
			limit, kind = s.Default, ""
		}
		n := int64(0)
		for _, r := range below {
			n += s.Count.of(p, r)
		}
		if limit >= 0 && n > inMillionths(limit) {
			s.report(p, w, boss, kind, limit, n)
		}
	}
}

func (s SpanWide) report(p *orgmodel.Pass, w *web, boss orgmodel.Ref, kind string, limit int, n int64) {
	lines := slices.DeleteFunc(liveReports(p, boss), func(e orgmodel.Edge) bool { return s.Count.of(p, p.SeatOf(e.From)) == 0 })
	seats := seatsBelow(p, lines)
	who := "a manager"
	if kind != "" {
		who = one(short(kind))
	}
	f := orgmodel.Finding{
		Subject: p.ID(boss), Path: p.Records(lines...), PathTotal: len(lines),
		Related: related(p, seats), RelatedTotal: len(seats),
		Message: called(p, boss) + " has " + s.counted(n) + " directly below it, and " + who + " has at most " + strconv.Itoa(limit) + ".",
		Fix:     "Put a lead between " + word(p.ID(boss)) + " and some of its reports",
	}
	if leads := leadsAmong(p, w, seats); len(leads) > 0 {
		f.Fix += ", for example " + either(leads)
	}
	if fit := roomier(s.ByArchetype, n); len(fit) > 0 {
		f.Fix += ", or set its archetype to " + short(fit[0])
	}
	f.Fix += "."
	p.Report(f)
}

// counted is a number of what the rule counts.
func (s SpanWide) counted(n int64) string {
	switch {
	case s.Count == FTEs:
		return inFTE(n) + " full-time equivalents"
	case s.Count == People && n == oneFTE:
		return "1 person"
	case s.Count == People:
		return inFTE(n) + " people"
	}
	return count(int(n/oneFTE), "filled seat")
}

// leadsAmong names those of some seats that lead others already and are filled, those with the
// fewest reports first.
func leadsAmong(p *orgmodel.Pass, w *web, seats []orgmodel.Ref) []string {
	var leads []orgmodel.Ref
	for _, r := range seats {
		if len(w.reports(r)) > 0 && decides(p, r) {
			leads = append(leads, r)
		}
	}
	order := byID(p)
	slices.SortFunc(leads, func(a, b orgmodel.Ref) int {
		return cmp.Or(cmp.Compare(len(w.reports(a)), len(w.reports(b))), order(a, b))
	})
	var names []string
	for _, r := range leads[:min(len(leads), suggested)] {
		names = append(names, called(p, r))
	}
	return names
}
