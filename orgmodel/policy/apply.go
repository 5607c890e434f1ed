package policy

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/engine"
	"example.com/orgchart/orgmodel/internal/yamltext"
)

// Names of the findings that are about a policy and not about an organisation. No waiver and no
// baseline lets them stand.
const (
	UnknownRule         = "unknown-rule"          // error: a waiver, a baseline or off names a rule that there is not
	WaiverExpired       = "waiver-expired"        // error: what it let stand counts again
	StaleWaiver         = "stale-waiver"          // warning: it lets nothing stand any more
	WaiverWithoutReason = "waiver-without-reason" // error: it has no reason, or no owner
	StaleBaseline       = "stale-baseline"        // warning: known findings are found no longer
)

// aboutPolicy says that findings of a rule are about a policy, orgmodel.Uncovered among them.
func aboutPolicy(rule string) bool {
	switch rule {
	case UnknownRule, WaiverExpired, StaleWaiver, WaiverWithoutReason, StaleBaseline, orgmodel.Uncovered:
		return true
	}
	return false
}

// Apply takes from findings what waivers let stand on a day, on no day in particular where it is zero,
// and adds what is to be said about waivers. Findings of rules that are not the policy's may be among
// them. The slice that it is given stays as it is.
func (p *Policy) Apply(found orgmodel.Findings, day orgmodel.Date) Outcome {
	var out Outcome
	by := map[string][]int{} // waivers of a rule
	for i, w := range p.waivers {
		by[w.Rule] = append(by[w.Rule], i)
	}
	met := make([]bool, len(p.waivers))
	for _, f := range found {
		let := -1
		for _, i := range by[f.Rule] {
			if !aboutPolicy(f.Rule) && p.waivers[i].fits(f) {
				met[i] = true
				if let < 0 && !p.waivers[i].over(day) {
					let = i
				}
			}
		}
		if let >= 0 {
			out.Waived = append(out.Waived, Waived{f, p.waivers[let]})
			continue
		}
		out.Findings = append(out.Findings, f)
	}
	ran := p.names(found)
	for i, w := range p.waivers {
		out.Findings = append(out.Findings, w.judged(p, day, met[i], ran)...)
	}
	return p.closed(out, ran)
}

// closed adds what is to be said about rules that are turned off, and puts findings in order.
func (p *Policy) closed(out Outcome, ran map[string]bool) Outcome {
	for _, o := range p.off {
		if !p.knows(o.Rule, ran) {
			out.Findings = append(out.Findings, p.unknown(o.Rule, "off", o.Pos))
		}
	}
	sortFindings(out.Findings)
	return out
}

// over says that a waiver counts no more on a day.
func (w Waiver) over(day orgmodel.Date) bool {
	return !day.IsZero() && !w.Expires.IsZero() && w.Expires.Before(day)
}

// judged are the findings about a waiver; met says that there is something it is about.
func (w Waiver) judged(p *Policy, day orgmodel.Date, met bool, ran map[string]bool) (found orgmodel.Findings) {
	say := func(rule string, s orgmodel.Severity, fix, format string, args ...any) {
		found = append(found, orgmodel.Finding{
			Rule: rule, Severity: s, Subject: w.Subject, Key: w.Rule + " " + w.Fingerprint, Pos: w.Pos,
			Message: upper(fmt.Sprintf(format, args...)), Fix: fix,
		})
	}
	if !p.knows(w.Rule, ran) {
		return orgmodel.Findings{p.unknown(w.Rule, "a waiver", w.Pos)}
	}
	var lacks []string
	if w.Reason == "" {
		lacks = append(lacks, "reason")
	}
	if w.Owner == "" {
		lacks = append(lacks, "owner")
	}
	if len(lacks) > 0 {
		say(WaiverWithoutReason, orgmodel.Error, "Write why it may stand (reason) and who answers for it (owner).", "%s has no %s.", w.about(), yamltext.Listed(lacks, "and no"))
	}
	switch {
	case !met && !ran[w.Rule]:
		say(StaleWaiver, orgmodel.Warning, "Take it out, or turn the rule on.", "%s lets nothing stand: the rule does not run.", w.about())
	case !met:
		say(StaleWaiver, orgmodel.Warning, "Take it out.", "%s lets nothing stand: nothing is found that it is about.", w.about())
	case w.over(day):
		say(WaiverExpired, orgmodel.Error, "Put right what it let stand, or agree on another day.", "%s expired on %s.", w.about(), w.Expires)
	}
	return found
}

// names are the rules that have run: the policy's, and those that found something.
func (p *Policy) names(found orgmodel.Findings) map[string]bool {
	ran := map[string]bool{orgmodel.MatchesNothing: true}
	for _, e := range p.entries {
		ran[e.id] = true
	}
	for _, f := range found {
		ran[f.Rule] = true
	}
	return ran
}

func (p *Policy) knows(rule string, ran map[string]bool) bool {
	return ran[rule] || contains(p.known, rule) || slices.ContainsFunc(p.off, func(o Off) bool { return o.Rule == rule && o.own })
}

// unknown is the finding that something names a rule that there is not.
func (p *Policy) unknown(rule, where string, at orgmodel.Pos) orgmodel.Finding {
	names := slices.Clone(p.known)
	for _, e := range p.entries {
		names = append(names, e.id)
	}
	message, fix := "There is no rule %s, which %s names.", didYouMean(rule, names)
	if fix == "" {
		fix = " Take it out; 'orgchart rules' lists the rules there are."
	}
	if _, ok := engine.Named(rule); ok {
		message, fix = "Nothing lets %s stand or turns it off, and %s names it.", " Take it out, and put right what it is about."
	}
	return orgmodel.Finding{
		Rule: UnknownRule, Severity: orgmodel.Error, Subject: orgmodel.ID(rule), Key: where, Pos: at,
		Message: fmt.Sprintf(message, yamltext.Shown(rule), where), Fix: fix[1:],
	}
}

// upper begins a sentence with a capital letter.
func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// sortFindings puts findings in the order of orgmodel.Check.
func sortFindings(fs orgmodel.Findings) {
	slices.SortStableFunc(fs, func(f, g orgmodel.Finding) int {
		return cmp.Or(cmp.Compare(g.Severity, f.Severity), strings.Compare(f.Rule, g.Rule),
			strings.Compare(string(f.Subject), string(g.Subject)), strings.Compare(f.Key, g.Key), strings.Compare(f.Message, g.Message))
	})
}
