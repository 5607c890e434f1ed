package report

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/engine"
	"example.com/orgchart/orgmodel/internal/wording"
)

// JUnit writes a report as the XML of JUnit that build servers read: one suite, with a test case
// for each rule that ran and for any other that a finding names. A rule with findings from FailOn
// upwards fails, with those findings, and others are its output; one that looked at nothing is
// skipped; one that panicked is an error, and so are files that cannot be read. Characters that XML does not allow become U+FFFD.
type JUnit struct {
	FailOn orgmodel.Severity // the least severity that fails a rule; 0: Error; above Error: none does
	Most   int               // findings listed of a rule; 0: 100, below 0: all
}

// A testCase is what became of a rule.
type testCase struct {
	rule                string
	failed, output      orgmodel.Findings
	idle                string            // why it is skipped
	broken              string            // how it panicked
	unread              orgmodel.Findings // errors of reading, in place of a rule
	failures, remaining int               // findings in all: failures and others
}

// Write writes r. The error is w's first.
func (j JUnit) Write(w io.Writer, r Report) error {
	r = r.told()
	out := bufio.NewWriter(w)
	s := r.Summary()
	cases := j.cases(r, s)
	var failures, errors, skipped int
	for _, c := range cases {
		switch {
		case c.broken != "" || c.unread != nil:
			errors++
		case c.failures > 0:
			failures++
		case c.idle != "":
			skipped++
		}
	}
	tally := fmt.Sprintf(`tests="%d" failures="%d" errors="%d" skipped="%d"`, len(cases), failures, errors, skipped)
	fmt.Fprintf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"orgchart\" %s>\n", tally)
	fmt.Fprintf(out, "  <testsuite name=\"%s\" %s>\n    <properties>\n", xmlText(brief(r.name(), longName)), tally)
	for _, p := range properties(r, s) {
		fmt.Fprintf(out, "      <property name=\"%s\" value=\"%s\"/>\n", p[0], p[1])
	}
	out.WriteString("    </properties>\n")
	for _, c := range cases {
		c.write(out)
	}
	out.WriteString("  </testsuite>\n</testsuites>\n")
	return out.Flush()
}

// properties are the figures of a report.
func properties(r Report, s Summary) [][2]string {
	all := [][2]string{
		{"as-of", r.asOf().String()}, {"level", s.Level.String()},
		{"records", fmt.Sprint(s.Records)}, {"lines", fmt.Sprint(s.Lines)}, {"rows", fmt.Sprint(s.Rows)},
	}
	if !r.Over.IsZero() {
		all = append(all, [][2]string{{"over-from", r.Over.From.String()}, {"over-until", r.Over.Until.String()}, {"days-looked-at", fmt.Sprint(r.Looked)}}...)
	}
	if s.Waived+s.Known > 0 {
		all = append(all, [][2]string{{"waived", fmt.Sprint(s.Waived)}, {"known", fmt.Sprint(s.Known)}, {"level-of-all", s.LevelOfAll.String()}}...)
	}
	if r.Coverage != nil {
		for _, t := range tallies(r.Coverage) {
			all = append(all, [2]string{"coverage of " + t.what, fmt.Sprintf("%d/%d", t.covered, t.all)})
		}
	}
	return all
}

// cases are the test cases, in the order of the summary's rules.
func (j JUnit) cases(r Report, s Summary) []*testCase {
	least, most := j.FailOn, filled(j.Most, 100)
	if least == 0 {
		least = orgmodel.Error
	}
	at := map[string]*testCase{}
	var all []*testCase
	for _, c := range s.Rules {
		if c.Rule == orgmodel.MatchesNothing && !c.Ran && len(s.Idle()) == c.Found() {
			continue // its findings are told with the rules that they are about
		}
		at[c.Rule] = &testCase{rule: c.Rule}
		all = append(all, at[c.Rule])
	}
	for _, f := range r.Findings {
		c := at[f.Rule]
		if about := at[string(f.Subject)]; f.Rule == orgmodel.MatchesNothing && about != nil {
			c = about
			c.idle = f.Message
		}
		switch {
		case r.Err != nil:
			c.unread = append(c.unread, f)
		case f.Key == engine.Panic:
			c.broken = f.Message
		case severity(f) >= least:
			if c.failures++; most < 0 || c.failures <= most {
				c.failed = append(c.failed, f)
			}
		case c.idle == "" || f.Rule != orgmodel.MatchesNothing:
			if c.remaining++; most < 0 || c.remaining <= most {
				c.output = append(c.output, f)
			}
		}
	}
	return all
}

func (c *testCase) write(w *bufio.Writer) {
	fmt.Fprintf(w, `    <testcase classname="orgchart" name="%s"`, xmlText(brief(c.rule, longName)))
	if c.broken == "" && c.unread == nil && c.failures+c.remaining == 0 && c.idle == "" {
		w.WriteString("/>\n")
		return
	}
	w.WriteString(">\n")
	switch {
	case c.broken != "":
		fmt.Fprintf(w, "      <error type=\"panic\" message=\"%s\"/>\n", xmlText(brief(c.broken, longMessage)))
	case c.unread != nil:
		fmt.Fprintf(w, "      <error type=\"%s\" message=\"%s\">", Unreadable, xmlText(wording.Count(len(c.unread), "error")+" of reading: "+brief(c.unread[0].Message, longMessage)))
		listing(w, c.unread, len(c.unread))
		w.WriteString("</error>\n")
	case c.failures > 0:
		f := c.failed
		message := ""
		if len(f) > 0 {
			message = ": " + brief(f[0].Message, longMessage)
		}
		fmt.Fprintf(w, "      <failure type=\"%s\" message=\"%s\">", xmlText(brief(c.rule, longName)), xmlText(wording.Count(c.failures, "finding")+message))
		listing(w, f, c.failures)
		w.WriteString("</failure>\n")
	case c.idle != "":
		fmt.Fprintf(w, "      <skipped message=\"%s\"/>\n", xmlText(brief(c.idle, longMessage)))
	}
	if c.remaining > 0 {
		w.WriteString("      <system-out>")
		listing(w, c.output, c.remaining)
		w.WriteString("</system-out>\n")
	}
	w.WriteString("    </testcase>\n")
}

// listing is findings as text, a block each, and how many more there are.
func listing(w *bufio.Writer, fs orgmodel.Findings, total int) {
	for _, f := range fs {
		w.WriteByte('\n')
		w.WriteString(xmlText(textOf(f, rows{})))
	}
	if n := total - len(fs); n > 0 {
		fmt.Fprintf(w, "\n  ... and %d more\n", n)
	}
}

// textOf is a finding as Text writes it under its rule.
func textOf(f orgmodel.Finding, q rows) string {
	var b bytes.Buffer
	p := printer{w: &b, width: 100, rows: q}
	p.finding(f)
	return strings.TrimSuffix(b.String(), "\n")
}

// xmlText escapes clean text for XML and HTML, in attributes and between tags.
func xmlText(s string) string { return xmlEscapes.Replace(s) }

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")
