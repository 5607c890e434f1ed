package policy

import (
	"context"

	"example.com/orgchart/orgmodel"
)

// Over holds an organisation to the policy on all days of an interval. It is the zero Checker's Over.
func (p *Policy) Over(ctx context.Context, org *orgmodel.Org, days orgmodel.Interval) (orgmodel.Spells, Outcome, error) {
	return Checker{}.Over(ctx, org, days, p)
}

// Over holds an organisation to a policy on all days of an interval, as orgmodel.Over does. The Spells are
// those of orgmodel.Over without its findings; an open end of the interval is where nothing changes beyond.
// The errors are those of orgmodel.Over.
//
// A waiver lets a finding stand through the last day on which it counts: what goes on after that is a
// finding with a Spell that begins on the day after, and waiver-expired has the days for which there is
// something it no longer lets stand. A waiver is stale where it lets nothing stand on any day. A baseline
// lets what it knows stand on all days. What the rules are about is not told, and no coverage asked for:
// both are of one day.
func (c Checker) Over(ctx context.Context, org *orgmodel.Org, days orgmodel.Interval, p *Policy) (orgmodel.Spells, Outcome, error) {
	known := c.known(p)
	run := c.checker(p, known)
	run.MaxDays = c.MaxDays
	org, assumed := p.assumed(org)
	spells, err := run.Over(ctx, org, days, p.Rules()...)
	if err != nil {
		return orgmodel.Spells{}, Outcome{}, err
	}
	out := p.ApplyOver(spells)
	out.Org, out.Assumed = org, assumed
	out.split(known, p, spells.Findings)
	sortFindings(out.Findings)
	spells.Findings = nil
	return spells, out, nil
}

// ApplyOver is Apply for what was found on all days of an interval.
func (p *Policy) ApplyOver(spells orgmodel.Spells) Outcome {
	var out Outcome
	by := map[string][]int{} // waivers of a rule
	for i, w := range p.waivers {
		by[w.Rule] = append(by[w.Rule], i)
	}
	met, expired := make([]bool, len(p.waivers)), make([]*orgmodel.Spell, len(p.waivers))
	for _, f := range spells.Findings {
		let := -1 // of several that fit the one that counts longest
		for _, i := range by[f.Rule] {
			if aboutPolicy(f.Rule) || !p.waivers[i].fits(f) {
				continue
			}
			met[i] = true
			if let < 0 || p.waivers[i].outlasts(p.waivers[let]) {
				let = i
			}
			if _, after := p.waivers[i].parts(f, spells.Over); after != nil {
				expired[i] = around(expired[i], *after.Spell)
			}
		}
		if let < 0 {
			out.Findings = append(out.Findings, f)
			continue
		}
		waived, counts := p.waivers[let].parts(f, spells.Over)
		if waived != nil {
			out.Waived = append(out.Waived, Waived{*waived, p.waivers[let]})
		}
		if counts != nil {
			out.Findings = append(out.Findings, *counts)
		}
	}
	ran := p.names(spells.Findings)
	for i, w := range p.waivers {
		var after orgmodel.Date // a day on which it counts no more, where there is something it is about
		if expired[i] != nil {
			after = w.Expires.AddDays(1)
		}
		for _, f := range w.judged(p, after, met[i], ran) {
			if f.Rule == WaiverExpired {
				f.Spell = expired[i]
			}
			out.Findings = append(out.Findings, f)
		}
	}
	return p.closed(out, ran)
}

// outlasts says that a waiver counts longer than another.
func (w Waiver) outlasts(v Waiver) bool {
	return !v.Expires.IsZero() && (w.Expires.IsZero() || v.Expires.Before(w.Expires))
}

// parts are a finding while a waiver lets it stand, and after; nil where there is no such day.
func (w Waiver) parts(f orgmodel.Finding, over orgmodel.Interval) (waived, counts *orgmodel.Finding) {
	end := w.Expires.AddDays(1)
	if f.Spell == nil || f.Spell.Whole || end.IsZero() {
		return &f, nil
	}
	from, until := f.Spell.From, f.Spell.Until
	if from.IsZero() {
		from = over.From
	}
	if until.IsZero() {
		until = over.Until
	}
	switch {
	case !from.Before(end):
		return nil, &f
	case !until.IsZero() && !end.Before(until):
		return &f, nil
	}
	before, after := f, f
	before.Spell = &orgmodel.Spell{From: f.Spell.From, Until: end, Turns: f.Severity}
	after.Spell = &orgmodel.Spell{From: end, Until: f.Spell.Until, Turns: f.Spell.Turns}
	return &before, &after
}

// around is the time from the first day of two spells to their last.
func around(s *orgmodel.Spell, t orgmodel.Spell) *orgmodel.Spell {
	t.Turns = 0
	if s == nil {
		return &t
	}
	if s.From.Before(t.From) {
		t.From = s.From
	}
	if s.Until.IsZero() || !t.Until.IsZero() && t.Until.Before(s.Until) {
		t.Until = s.Until
	}
	return &t
}
