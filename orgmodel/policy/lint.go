package policy

import (
	"fmt"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
)

// Lint says what is odd about a policy in itself, without an organisation: waivers and rules turned off
// that name no rule or one that does not run, waivers without reason, owner or end or that have expired
// by a day, waivers that stand twice, and a baseline with lines that stand twice. What cannot be read at
// all is an error of Load.
func (p *Policy) Lint(day orgmodel.Date) orgmodel.Findings {
	var found orgmodel.Findings
	ran := p.names(nil)
	first := map[Waiver]Waiver{}
	for _, w := range p.waivers {
		of := Waiver{Rule: w.Rule, Subject: w.Subject, Fingerprint: w.Fingerprint}
		if old, twice := first[of]; twice {
			found = append(found, note(orgmodel.Warning, "waiver-twice", w.Pos, "Take one of them out.", "%s stands here a second time, after %s.", w.about(), old.Pos))
		} else {
			first[of] = w
		}
		found = append(found, w.judged(p, day, ran[w.Rule], ran)...)
		if w.Expires.IsZero() {
			found = append(found, note(orgmodel.Info, "waiver-without-end", w.Pos, "Say until when it may stand (expires).", "%s has no end.", w.about()))
		}
	}
	for _, o := range p.off {
		if !p.knows(o.Rule, ran) {
			found = append(found, p.unknown(o.Rule, "off", o.Pos))
		} else if !o.own && o.Pos.File == p.name {
			found = append(found, note(orgmodel.Info, "off-anyway", o.Pos, "Take it out, or turn on the pack that it is in.", "the rule %s does not run anyway.", yamltext.Shown(o.Rule)))
		}
	}
	if p.baseline != nil {
		found = append(found, p.baseline.Lint(p)...)
	}
	sortFindings(found)
	return found
}

// Lint says which lines of a baseline stand twice and which name a rule that a policy does not know.
func (b *Baseline) Lint(p *Policy) orgmodel.Findings {
	found := b.unknownRules(p, nil)
	first := map[string]int{}
	for _, k := range b.Entries {
		if line, twice := first[k.Fingerprint]; twice {
			found = append(found, note(orgmodel.Warning, "known-twice", b.at(k), "Take one of them out.", "the finding %s stands here a second time, after line %d.", k.Fingerprint, line))
			continue
		}
		first[k.Fingerprint] = k.Line
	}
	return found
}

// unknownRules are the rules that a baseline names and that there are not, each once.
func (b *Baseline) unknownRules(p *Policy, found orgmodel.Findings) (unknown orgmodel.Findings) {
	ran, met := p.names(found), map[string]bool{}
	for _, k := range b.Entries {
		if !met[k.Rule] && !p.knows(k.Rule, ran) {
			met[k.Rule] = true
			unknown = append(unknown, p.unknown(k.Rule, "the baseline", b.at(k)))
		}
	}
	return unknown
}

func (b *Baseline) at(k Known) orgmodel.Pos { return orgmodel.Pos{File: b.Name, Line: k.Line} }

// note is a finding about a policy that Lint alone has.
func note(s orgmodel.Severity, rule string, at orgmodel.Pos, fix, format string, args ...any) orgmodel.Finding {
	return orgmodel.Finding{Rule: rule, Severity: s, Key: at.String(), Pos: at, Message: upper(fmt.Sprintf(format, args...)), Fix: fix}
}
