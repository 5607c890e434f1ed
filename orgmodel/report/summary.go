package report

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/engine"
)

// A Summary is a report in figures.
type Summary struct {
	Records, Lines, Rows    int // of the organisation; data rows of the files
	Errors, Warnings, Infos int
	Rules                   []RuleCount // those that ran, in their order, then others that findings name, by name
	Waived, Known           int         // findings that are let stand, and are none of the above

	// Level goes by the findings that count, LevelOfAll by those that are let stand, too: it is what
	// the organisation is by itself. Blocking are the rules whose errors keep it from the next
	// level, in the order of Rules.
	Level, LevelOfAll       Level
	Blocking, BlockingOfAll []string
}

// A RuleCount is what one rule did.
type RuleCount struct {
	Rule                    string
	Policy                  string            // the first line of its Doc; empty where the rule is not known
	Severity                orgmodel.Severity // the rule's, or the highest of its findings where the rule is not known
	Errors, Warnings, Infos int
	Idle                    bool // it looked at nothing: a policy that nobody is subject to
	Ran                     bool // it is one of Report.Rules
}

// Found is how many findings the rule has.
func (c RuleCount) Found() int { return c.Errors + c.Warnings + c.Infos }

// Idle names the rules that looked at nothing.
func (s Summary) Idle() []string {
	var names []string
	for _, c := range s.Rules {
		if c.Idle {
			names = append(names, c.Rule)
		}
	}
	return names
}

// Ran is how many rules ran.
func (s Summary) Ran() int {
	n := 0
	for _, c := range s.Rules {
		if c.Ran {
			n++
		}
	}
	return n
}

// policies are what the rules demand, by name.
func (s Summary) policies() map[string]string {
	of := make(map[string]string, len(s.Rules))
	for _, c := range s.Rules {
		of[c.Rule] = c.Policy
	}
	return of
}

// Summary counts what was found.
func (r Report) Summary() Summary {
	r = r.told()
	s := Summary{Rows: r.Notes.Rows, Waived: len(r.Waived), Known: len(r.Known)}
	if r.Org != nil {
		s.Records, s.Lines = r.Org.Len(), r.Org.Lines()
	}
	at := map[string]int{}
	for _, rule := range r.Rules {
		if _, twice := at[rule.Name]; twice {
			continue
		}
		at[rule.Name] = len(s.Rules)
		s.Rules = append(s.Rules, RuleCount{Rule: rule.Name, Policy: policy(rule), Severity: ruleSeverity(rule), Ran: true})
	}
	others := len(s.Rules)
	for _, f := range r.Findings {
		if _, ok := at[f.Rule]; !ok {
			at[f.Rule] = len(s.Rules)
			s.Rules = append(s.Rules, otherRule(f.Rule))
		}
		s.count(f, &s.Rules[at[f.Rule]])
		if i, ok := at[string(f.Subject)]; ok && f.Rule == orgmodel.MatchesNothing {
			s.Rules[i].Idle = true
		}
	}
	standing := map[string]int{}
	for _, f := range slices.Concat(r.Waived, r.Known) {
		if _, ok := at[f.Rule]; !ok {
			at[f.Rule] = len(s.Rules)
			s.Rules = append(s.Rules, otherRule(f.Rule))
		}
		if c := &s.Rules[at[f.Rule]]; !c.Ran {
			c.Severity = max(c.Severity, severity(f))
		}
		if severity(f) == orgmodel.Error {
			standing[f.Rule]++
		}
	}
	slices.SortFunc(s.Rules[others:], func(a, b RuleCount) int { return strings.Compare(a.Rule, b.Rule) })
	s.levels(r, standing)
	return s
}

// otherRule is a rule that did not run and that findings name: most often a check of the engine.
func otherRule(name string) RuleCount {
	c := RuleCount{Rule: name}
	if doc, ok := engine.Named(name); ok {
		c.Policy = policy(doc)
	}
	return c
}

func (s *Summary) count(f orgmodel.Finding, c *RuleCount) {
	v := severity(f)
	switch v {
	case orgmodel.Error:
		s.Errors, c.Errors = s.Errors+1, c.Errors+1
	case orgmodel.Warning:
		s.Warnings, c.Warnings = s.Warnings+1, c.Warnings+1
	default:
		s.Infos, c.Infos = s.Infos+1, c.Infos+1
	}
	if !c.Ran {
		c.Severity = max(c.Severity, v)
	}
}

// policy is what a rule demands, as a sentence.
func policy(r orgmodel.Rule) string {
	first, _, _ := strings.Cut(strings.TrimSpace(r.Doc), "\n")
	return first
}

func ruleSeverity(r orgmodel.Rule) orgmodel.Severity {
	return severity(orgmodel.Finding{Severity: r.Severity})
}
