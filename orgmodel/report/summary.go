package report

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// A Summary is a report in figures.
type Summary struct {
	Records, Lines, Rows    int // of the organisation; data rows of the files
	Errors, Warnings, Infos int
	Rules                   []RuleCount // those that ran, in their order, then others that findings name, by name
	Level                   Level
	Blocking                []string // the rules whose errors keep it from the next level, in the order of Rules
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
	s := Summary{Rows: r.Notes.Rows, Level: Valid}
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
			c := RuleCount{Rule: f.Rule}
			if f.Rule == orgmodel.MatchesNothing {
				c.Policy = "Every rule has something to look at."
			}
			s.Rules = append(s.Rules, c)
		}
		s.count(f, &s.Rules[at[f.Rule]])
		if i, ok := at[string(f.Subject)]; ok && f.Rule == orgmodel.MatchesNothing {
			s.Rules[i].Idle = true
		}
	}
	slices.SortFunc(s.Rules[others:], func(a, b RuleCount) int { return strings.Compare(a.Rule, b.Rule) })
	s.level(r.Hinder)
	return s
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

// level finds how far the organisation can be trusted, and what is in the way.
func (s *Summary) level(hinder []string) {
	if s.Errors == 0 {
		return
	}
	if hinder == nil {
		hinder = []string{"report-cycle", "no-top", "unit-cycle"}
	}
	var display, valid []string
	for _, c := range s.Rules {
		if c.Errors > 0 {
			valid = append(valid, c.Rule)
			if slices.Contains(hinder, c.Rule) {
				display = append(display, c.Rule)
			}
		}
	}
	s.Level, s.Blocking = Display, valid
	if len(display) > 0 {
		s.Level, s.Blocking = Load, display
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
