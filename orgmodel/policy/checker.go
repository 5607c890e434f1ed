package policy

import (
	"context"

	"example.com/orgchart/orgmodel"
)

// Check holds an organisation to the policy, as of the day on which it is seen; the error is ctx's
// alone. It is the zero Checker's Check.
func (p *Policy) Check(ctx context.Context, org *orgmodel.Org) (Outcome, error) {
	return Checker{}.Check(ctx, org, p)
}

// A Checker says how an organisation is held to a policy. The zero Checker does as the policy says.
type Checker struct {
	Baseline *Baseline // in place of the policy's; nil: the policy's
	Afresh   bool      // no baseline counts, the policy's neither
	Coverage bool      // tell what the rules were about, though the policy does not ask
	// MinCoverage is what rules are to be about, in place of what the policy asks for; the zero
	// MinCoverage: as the policy has it.
	MinCoverage orgmodel.MinCoverage
	MaxDays     int // that Over looks at, as in orgmodel.Checker
}

// known is the baseline that counts, nil where there is none.
func (c Checker) known(p *Policy) *Baseline {
	switch {
	case c.Afresh:
		return nil
	case c.Baseline != nil:
		return c.Baseline
	}
	return p.baseline
}

// checker runs the rules: what is let stand must not push others over the limit.
func (c Checker) checker(p *Policy, known *Baseline) (run orgmodel.Checker) {
	if len(p.waivers) > 0 || known != nil {
		run.Limit = -1
	}
	return run
}

// split puts aside what a baseline knows, and adds what is to be said about it.
func (out *Outcome) split(known *Baseline, p *Policy, found orgmodel.Findings) {
	if known == nil {
		return
	}
	out.Findings, out.Known, out.Gone = known.Split(out.Findings)
	unknown := known.unknownRules(p, found)
	out.Findings = append(append(out.Findings, unknown...), known.stale(out.Gone, unknown)...)
}

// Check holds an organisation to a policy, as of the day on which it is seen; the error is ctx's alone.
func (c Checker) Check(ctx context.Context, org *orgmodel.Org, p *Policy) (Outcome, error) {
	known := c.known(p)
	least, at := c.MinCoverage, orgmodel.Pos{}
	if least == (orgmodel.MinCoverage{}) {
		least, at = p.coverage.least, p.coverage.pos
	}
	run := c.checker(p, known)
	if c.Coverage || least != (orgmodel.MinCoverage{}) {
		run.Coverage = new(orgmodel.Coverage)
	}
	org, assumed := p.assumed(org)
	found, err := run.Check(ctx, org, p.Rules()...)
	if err != nil {
		return Outcome{}, err
	}
	out := p.Apply(found, org.AsOf())
	out.Org, out.Assumed = org, assumed
	out.split(known, p, found)
	if out.Coverage = run.Coverage; out.Coverage != nil {
		for _, f := range out.Coverage.Below(least) {
			f.Pos, f.Severity = at, max(f.Severity, p.coverage.severity)
			out.Findings = append(out.Findings, f)
		}
	}
	sortFindings(out.Findings)
	return out, nil
}
