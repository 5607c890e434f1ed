package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"example.com/orgchart/orgmodel"
)

// GitHub writes findings as workflow commands of GitHub Actions, which show them at the line of a
// pull request: ::error, ::warning or ::notice, with file, line, column, the rule as title, and
// the fix on a second line; a last ::notice has the figures. GitHub shows ten of each severity a
// step, so few of each rule are written and the rest is counted.
type GitHub struct {
	Most int // findings of a rule and severity; 0: 10, below 0: all
}

// Write writes r. The error is w's first.
func (g GitHub) Write(w io.Writer, r Report) error {
	r = r.told()
	out := bufio.NewWriter(w)
	for _, grp := range ByRule.groups(r.Findings, filled(g.Most, 10)) {
		for _, f := range grp.findings[:grp.shown] {
			g.finding(out, r, f)
		}
		if n := len(grp.findings) - grp.shown; n > 0 {
			f := grp.findings[0]
			command(out, orgmodel.Pos{}, severity(f), f.Rule, fmt.Sprintf("... and %d more of %s", n, brief(f.Rule, longName)))
		}
	}
	s := r.Summary()
	figures := fmt.Sprintf("%s in %s, %s: %s.\nLevel %s.", s.verdict(), brief(r.name(), longName), r.day(), s.looked(), s.trust())
	if r.Coverage != nil {
		figures += "\n" + covers(r.Coverage) + "."
	}
	command(out, orgmodel.Pos{}, orgmodel.Info, "orgchart", figures)
	return out.Flush()
}

func (g GitHub) finding(w io.Writer, r Report, f orgmodel.Finding) {
	message := brief(f.Message, longMessage)
	if f.Spell != nil {
		message += "\n" + capital(f.Spell.String()) + "."
	}
	if f.Fix != "" {
		message += "\nFix: " + brief(f.Fix, longMessage)
	}
	command(w, r.placeOf(f), severity(f), f.Rule, message)
}

// command writes one workflow command; message is clean but for the line feeds that are ours.
func command(w io.Writer, at orgmodel.Pos, v orgmodel.Severity, title, message string) {
	name := map[orgmodel.Severity]string{orgmodel.Info: "notice", orgmodel.Warning: "warning"}[v]
	if name == "" {
		name = "error"
	}
	props := ""
	if at.File != "" {
		props = "file=" + property(at.File) + ","
		if at.Line > 0 {
			props += fmt.Sprintf("line=%d,", at.Line)
			if at.Column > 0 {
				props += fmt.Sprintf("col=%d,", at.Column)
			}
		}
	}
	fmt.Fprintf(w, "::%s %stitle=%s::%s\n", name, props, property(title), commandData.Replace(message))
}

// property is a text as a property of a workflow command: harmless, and without the characters
// that end one.
func property(s string) string { return commandProperty.Replace(brief(s, 2*longName)) }

// The escapes of the Actions toolkit, for the message and for properties of a command.
var (
	commandData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
