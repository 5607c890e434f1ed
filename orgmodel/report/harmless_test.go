package report_test

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/report"
)

// harmless fails where what a format wrote is not what the format may be, whatever was in r.
func harmless(t *testing.T, name, text string, r report.Report) {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Errorf("%s: not UTF-8", name)
	}
	if strings.Contains(name, "colour") {
		text = ourColours.ReplaceAllString(text, "") // ours
	}
	for i, c := range text {
		if acts(c) {
			t.Errorf("%s: %U at %d: %q", name, c, i, text[max(0, i-40):min(len(text), i+20)])
			break
		}
	}
	switch {
	case strings.HasSuffix(name, ".json"):
		harmlessJSON(t, text, r)
	case strings.HasSuffix(name, ".jsonl"):
		harmlessLines(t, text, r)
	case strings.HasSuffix(name, ".sarif"):
		harmlessSARIF(t, text, r)
	case strings.HasSuffix(name, ".xml"):
		harmlessXML(t, text, r)
	case strings.HasSuffix(name, ".md"):
		harmlessMarkdown(t, text)
	case strings.HasSuffix(name, ".github"):
		harmlessCommands(t, text)
	}
}

// acts says that a character acts on a terminal or on the text around it.
func acts(c rune) bool {
	return c != '\n' && unicode.IsControl(c) || 0x202a <= c && c <= 0x202e || 0x2066 <= c && c <= 0x2069 || c == 0x2028 || c == 0x2029
}

// valid is a text as JSON can hold it.
func valid(s string) string {
	var b strings.Builder
	for _, c := range s {
		b.WriteRune(c) // a byte of no UTF-8 is U+FFFD
	}
	return b.String()
}

type jsonFinding struct{ Rule, Subject, Message, Fix, Fingerprint string }

func same(t *testing.T, got []jsonFinding, r report.Report) {
	t.Helper()
	if len(got) != len(r.Findings) {
		t.Fatalf("%d findings, want %d", len(got), len(r.Findings))
	}
	for i, f := range r.Findings {
		want := jsonFinding{valid(f.Rule), valid(string(f.Subject)), valid(f.Message), valid(f.Fix), f.Fingerprint()}
		if got[i] != want {
			t.Errorf("finding %d is %+v, want %+v", i, got[i], want)
		}
	}
}

func harmlessJSON(t *testing.T, text string, r report.Report) {
	t.Helper()
	var d struct {
		Version  int
		Findings []jsonFinding
	}
	if err := json.Unmarshal([]byte(text), &d); err != nil || d.Version != report.JSONVersion || d.Findings == nil {
		t.Fatalf("version %d, %v", d.Version, err)
	}
	same(t, d.Findings, r)
}

func harmlessLines(t *testing.T, text string, r report.Report) {
	t.Helper()
	var all []jsonFinding
	for line := range strings.Lines(text) {
		var f jsonFinding
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatal(err)
		}
		all = append(all, f)
	}
	same(t, all, r)
}

func harmlessSARIF(t *testing.T, text string, r report.Report) {
	t.Helper()
	type location struct {
		PhysicalLocation struct{ ArtifactLocation struct{ URI string } }
	}
	var d struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Message   struct{ Text string }
				Locations []location
			}
		}
	}
	if err := json.Unmarshal([]byte(text), &d); err != nil || len(d.Runs) != 1 {
		t.Fatalf("%v in %s", err, text)
	}
	run := d.Runs[0]
	if len(run.Results) != len(r.Findings) {
		t.Errorf("%d results of %d findings", len(run.Results), len(r.Findings))
	}
	for i, s := range run.Results {
		if got := run.Tool.Driver.Rules[s.RuleIndex].ID; got != s.RuleID || got != valid(r.Findings[i].Rule) {
			t.Errorf("result %d is of %q, its index of %q", i, s.RuleID, got)
		}
		if s.Message.Text == "" || strings.Contains(s.Message.Text, "](") || strings.Contains(strings.ReplaceAll(s.Message.Text, "{{", ""), "{") {
			t.Errorf("the message %q says more than its text", s.Message.Text)
		}
		for _, l := range s.Locations {
			u, err := url.Parse(l.PhysicalLocation.ArtifactLocation.URI)
			if err != nil || u.Scheme != "" && u.Scheme != "file" || u.Host != "" || u.RawQuery != "" || u.Fragment != "" {
				t.Errorf("%q is no name of a file: %v", l.PhysicalLocation.ArtifactLocation.URI, err)
			}
			if p := r.Findings[i].Pos.File; p != "" && !strings.HasPrefix(p, "/") && u != nil && u.Path != p {
				t.Errorf("the file %q is said to be %q", p, u.Path)
			}
		}
	}
}

func harmlessXML(t *testing.T, text string, r report.Report) {
	t.Helper()
	var d struct {
		XMLName xml.Name `xml:"testsuites"`
		Tests   int      `xml:"tests,attr"`
		Fails   int      `xml:"failures,attr"`
		Suites  []struct {
			Cases []struct {
				Name    string    `xml:"name,attr"`
				Failure *struct{} `xml:"failure"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	dec := xml.NewDecoder(strings.NewReader(text))
	if err := dec.Decode(&d); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	if _, err := dec.Token(); err != nil && err != io.EOF {
		t.Errorf("after the end: %v", err)
	}
	fails := 0
	for _, c := range d.Suites[0].Cases {
		if c.Failure != nil {
			fails++
		}
	}
	if d.Tests != len(d.Suites[0].Cases) || d.Fails != fails || r.Findings.Count(orgmodel.Error) == 0 != (fails == 0) && len(r.Rules) > 0 {
		t.Errorf("it says %d tests and %d failures, and has %d and %d", d.Tests, d.Fails, len(d.Suites[0].Cases), fails)
	}
}

var (
	preformatted = regexp.MustCompile(`(?s)<pre>\n[^<>]*</pre>|<code>[^<>\n]*</code>`)
	ourMarkup    = regexp.MustCompile(`</?(details|summary|p)>`)
)

// harmlessMarkdown takes out all that is code; what is left is ours.
func harmlessMarkdown(t *testing.T, text string) {
	t.Helper()
	if len(text) > 65_536 {
		t.Errorf("%d bytes are more than a comment may have", len(text))
	}
	rest := preformatted.ReplaceAllString(text, "")
	for line := range strings.Lines(rest) {
		rest := strings.Trim(ourMarkup.ReplaceAllString(withoutSpans(line), ""), "#")
		if strings.ContainsAny(rest, "<>@[]&\\#_") || strings.Contains(rest, "://") || strings.Count(rest, "|") > 5 {
			t.Errorf("outside of code stands %q, of %q", rest, line)
		}
	}
}

// withoutSpans is a line without its code spans, which end at a run of as many backticks as they
// begin with (CommonMark, section 6.1).
func withoutSpans(line string) string {
	var b strings.Builder
	for {
		at := strings.IndexByte(line, '`')
		if at < 0 {
			return b.String() + line
		}
		b.WriteString(line[:at])
		line = line[at:]
		n := len(line) - len(strings.TrimLeft(line, "`"))
		end := n
		for end < len(line) {
			i := strings.IndexByte(line[end:], '`')
			if i < 0 {
				return b.String() + line
			}
			end += i
			run := len(line[end:]) - len(strings.TrimLeft(line[end:], "`"))
			end += run
			if run == n {
				break
			}
		}
		line = line[end:]
	}
}

var ourColours = regexp.MustCompile("\x1b\\[[0-9;]*m")

var workflowCommand = regexp.MustCompile(`^::(error|warning|notice) (file=[^:,\n]*,(line=\d+,(col=\d+,)?)?)?title=[^:,\n]*::.*$`)

func harmlessCommands(t *testing.T, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if !workflowCommand.MatchString(line) {
			t.Errorf("%q is no workflow command of ours", line)
		}
		if rest := strings.NewReplacer("%25", "", "%0A", "", "%3A", "", "%2C", "").Replace(line); strings.Contains(rest, "%") {
			t.Errorf("a per cent sign is not escaped in %q", line)
		}
	}
}
