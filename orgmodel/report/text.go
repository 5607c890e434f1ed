package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Text writes a report for people: findings in groups, each with the row of its source and a mark
// under the cell, and figures at the end, where a terminal stops. The zero Text is good.
//
// Whatever a file holds, no line but a finding's own is begun or ended by it, and no byte of it
// acts on a terminal.
type Text struct {
	Colour  bool
	By      Grouping
	Most    int    // findings listed of a group; 0: 10, below 0: all
	Width   int    // columns that a quoted row may take, with its place; 0: 100
	Explain string // a command that explains the rule named after it; empty: there is none
	All     string // how to see all findings, such as "--all lists them"; empty: there is no way
}

// Write writes r. The error is w's first.
func (t Text) Write(w io.Writer, r Report) error {
	r = r.told()
	out := bufio.NewWriter(w)
	p := t.printer(out)
	groups := t.By.groups(r.Findings, filled(t.Most, 10))
	p.quote(r, groups)
	s := r.Summary()
	policies := s.policies()
	for _, g := range groups {
		if t.By == BySubject {
			p.subject(r, g)
		} else {
			p.rule(g, policies[g.findings[0].Rule])
		}
		for _, f := range g.findings[:g.shown] {
			p.finding(f)
		}
		if n := len(g.findings) - g.shown; n > 0 {
			more := fmt.Sprintf("  ... and %d more", n)
			if t.All != "" {
				more += "; " + t.All
			}
			fmt.Fprintf(out, "%s.\n\n", more)
		}
	}
	p.coverage(r.Coverage, filled(t.Most, 10))
	p.summary(r, s)
	return out.Flush()
}

func (t Text) printer(w io.Writer) *printer {
	return &printer{w: w, painter: painter(t.Colour), by: t.By, width: filled(t.Width, 100), explain: t.Explain}
}

// A printer prints the parts of a text.
type printer struct {
	painter
	w       io.Writer
	by      Grouping
	width   int
	explain string
	rows    rows
}

// quote reads the rows that the groups show.
func (p *printer) quote(r Report, groups []group) {
	p.rows = rows{}
	if r.Open == nil {
		return
	}
	for _, g := range groups {
		for _, f := range g.findings[:g.shown] {
			p.rows.wantAll(f)
		}
	}
	p.rows.read(r.Open)
}

// rule heads the findings of a rule.
func (p *printer) rule(g group, policy string) {
	f := g.findings[0]
	v := severity(f)
	name := brief(f.Rule, longName)
	if n := len(g.findings); n > 1 {
		name += fmt.Sprintf(" (%d)", n)
	}
	fmt.Fprintf(p.w, "%s %s", p.paint(colourOf(v), v.String()), p.paint(bold, name))
	if policy != "" {
		fmt.Fprintf(p.w, ": %s", p.paint(dim, brief(policy, longMessage)))
	}
	fmt.Fprint(p.w, "\n\n")
}

// subject heads the findings about a record.
func (p *printer) subject(r Report, g group) {
	id := g.findings[0].Subject
	head := "The organisation as a whole"
	if id != "" {
		head = brief(string(id), longName)
		if r.Org != nil {
			if ref, ok := r.Org.Find(id); ok && r.Org.NameOf(ref) != "" {
				head += ` "` + brief(r.Org.NameOf(ref), longName) + `"`
			}
		}
	}
	fmt.Fprintf(p.w, "%s\n\n", p.paint(bold, head))
}

// finding is one finding: what, where, and what to do.
func (p *printer) finding(f orgmodel.Finding) {
	v := severity(f)
	fmt.Fprint(p.w, "  ")
	if p.by == BySubject {
		fmt.Fprintf(p.w, "%s %s: ", p.paint(colourOf(v), v.String()), p.paint(bold, brief(f.Rule, longName)))
	}
	message := brief(f.Message, longMessage)
	if message == "" {
		message = "(no message)"
	}
	fmt.Fprintln(p.w, message)
	if f.Spell != nil {
		fmt.Fprintf(p.w, "    %s\n", p.paint(bold, f.Spell.String()))
	}
	if !p.source(f) {
		if path := pathText(f); path != "" {
			fmt.Fprintf(p.w, "    by: %s\n", path)
		}
	}
	if f.Fix != "" {
		fmt.Fprintf(p.w, "    %s %s\n", p.paint(green, "fix:"), brief(f.Fix, longMessage))
	}
	fmt.Fprintln(p.w)
}

// pathShown is how many lines of a path are shown as text.
const pathShown = 8

func pathText(f orgmodel.Finding) string {
	var parts []string
	for i, l := range f.Path {
		if i == pathShown {
			parts = append(parts, fmt.Sprintf("... %d lines in all", max(f.PathTotal, len(f.Path))))
			break
		}
		parts = append(parts, brief(l.String(), 3*longName))
	}
	return strings.Join(parts, "; ")
}

// summary is what was found in figures, and how far the organisation can be trusted.
func (p *printer) summary(r Report, s Summary) {
	var found []RuleCount
	for _, c := range s.Rules {
		if c.Found() > 0 {
			found = append(found, c)
		}
	}
	slices.SortFunc(found, func(a, b RuleCount) int {
		return cmp.Or(cmp.Compare(worst(b), worst(a)), cmp.Compare(a.Rule, b.Rule))
	})
	if len(found) > 1 {
		for _, c := range found {
			v := worst(c)
			fmt.Fprintf(p.w, "%s  %s\n", p.paint(colourOf(v), fmt.Sprintf("%5d %-7s", c.Found(), v)), brief(c.Rule, longName))
		}
		fmt.Fprintln(p.w)
	}
	colour := green
	if len(found) > 0 {
		colour = colourOf(worst(found[0]))
	}
	fmt.Fprintf(p.w, "%s in %s, %s: %s.\n", p.paint(colour, s.verdict()), p.paint(bold, brief(r.name(), longName)), r.day(), s.looked())
	fmt.Fprintf(p.w, "Level %s.\n", s.trust())
	if idle := s.Idle(); len(idle) > 0 {
		fmt.Fprintf(p.w, "%s looked at nothing: %s.\n", wording.Count(len(idle), "rule"), listed(idle, 10))
	}
	if i := slices.IndexFunc(found, func(c RuleCount) bool { return c.Ran || c.Policy != "" }); p.explain != "" && i >= 0 {
		fmt.Fprintf(p.w, "What a rule demands, and why: %s %s\n", p.explain, brief(found[i].Rule, longName))
	}
}

// worst is the highest severity of a rule's findings.
func worst(c RuleCount) orgmodel.Severity {
	switch {
	case c.Errors > 0:
		return orgmodel.Error
	case c.Warnings > 0:
		return orgmodel.Warning
	}
	return orgmodel.Info
}
