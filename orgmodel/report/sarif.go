package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/engine"
)

// SARIF writes a report as a log of the Static Analysis Results Interchange Format, version 2.1.0
// (OASIS, 2020), which code scanning services and editors show at the line: a rule for each that
// ran, with its documentation as help; a result a finding, at its cell, with the lines of its
// path as related locations and its fingerprint under "orgchart/v1"; what was assumed while
// reading as notifications. Where a file cannot be read the execution was not successful, and its errors are
// results and notifications. Columns count Unicode characters, as the log says.
//
// A finding about the whole stands in the first file. The fix is part of the message, since a
// fix of SARIF is a change of bytes. Names of files become relative URIs, so give files relative
// to the repository.
type SARIF struct {
	Version string // of the programme; empty: not said
	// Most is how many results are written, the first of them; the log tells how many there
	// were. 0 means 25,000, which is what GitHub takes, below 0 all.
	Most int
}

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	sarifKey    = "orgchart/v1"
)

// Write writes r. The error is w's first.
func (s SARIF) Write(w io.Writer, r Report) error {
	r = r.told()
	out := bufio.NewWriter(w)
	rules, index := sarifRules(r)
	shown := r.Findings
	if most := filled(s.Most, 25_000); most > 0 && len(shown) > most {
		shown = shown[:most]
	}
	q := rows{}
	if r.Open != nil {
		for _, f := range shown {
			q.wantAll(f)
		}
		q.read(r.Open)
	}
	head := sarifHead{
		Tool:        sarifTool{sarifDriver{Name: "orgchart", Version: clean(s.Version), Rules: rules}},
		Invocations: []sarifInvocation{{r.Err == nil, notifications(r, len(shown))}},
		ColumnKind:  "unicodeCodePoints",
		Properties:  sarifRunOf(r),
	}
	text, err := marshal(head, "", "  ")
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "{\"$schema\": \"%s\", \"version\": \"2.1.0\", \"runs\": [%s,\n  \"results\": [", sarifSchema, strings.TrimSuffix(string(text), "\n}"))
	for i, f := range shown {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n    ") // a result a line: there may be many
		if text, err = marshal(sarifResultOf(r, f, index[f.Rule], q), "", ""); err != nil {
			return err
		}
		if _, err = out.Write(text); err != nil {
			return err
		}
	}
	if len(shown) > 0 {
		out.WriteString("\n  ")
	}
	out.WriteString("]\n}]}\n")
	return out.Flush()
}

// sarifRules are the rules that ran and any other that a finding names, and where each stands.
func sarifRules(r Report) ([]sarifRule, map[string]int) {
	help := map[string]string{}
	for _, rule := range r.Rules {
		help[rule.Name] = strings.TrimSpace(rule.Doc)
	}
	for _, check := range engine.Checks() {
		if help[check.Name] == "" {
			help[check.Name] = strings.TrimSpace(check.Doc)
		}
	}
	list, index := []sarifRule{}, map[string]int{}
	for _, c := range r.Summary().Rules {
		index[c.Rule] = len(list)
		short := c.Policy
		if short == "" {
			short = c.Rule
		}
		text := help[c.Rule]
		if text == "" {
			text = short
		}
		list = append(list, sarifRule{
			ID: c.Rule, Short: sarifMessage{sarifText(short)}, Full: sarifMessage{sarifText(short)},
			Help: sarifMessage{sarifText(text)}, Configuration: sarifConfiguration{sarifLevel(c.Severity)},
		})
	}
	return list, index
}

// notifications say what could not be read, what was assumed while reading, and what the log leaves out.
func notifications(r Report, shown int) []sarifNotification {
	list := []sarifNotification{}
	if n := len(r.Findings); n > shown {
		list = append(list, sarifNotification{"warning", sarifMessage{fmt.Sprintf("%d of %d findings are listed.", shown, n)}, nil})
	}
	if r.Err != nil {
		for _, f := range r.Findings {
			var at []sarifLocation
			if p := physical(r.placeOf(f), rows{}); p != nil {
				at = []sarifLocation{{Physical: p}}
			}
			list = append(list, sarifNotification{"error", sarifMessage{sarifText(f.Message)}, at})
		}
	}
	for _, n := range r.Notes.List {
		var at []sarifLocation
		if p := physical(n.Pos, rows{}); p != nil {
			at = []sarifLocation{{Physical: p}}
		}
		list = append(list, sarifNotification{"note", sarifMessage{sarifText(n.Text)}, at})
	}
	return list
}

func sarifRunOf(r Report) sarifRun {
	s := r.Summary()
	run := sarifRun{
		Organisation: r.name(), AsOf: r.asOf(), Over: jsonOverOf(r), Level: s.Level, Records: s.Records, Lines: s.Lines, Rows: s.Rows,
		Idle: append([]string{}, s.Idle()...), Waived: s.Waived, Known: s.Known, Coverage: coverageOf(r.Coverage),
	}
	if s.Waived+s.Known > 0 {
		run.LevelOfAll = s.LevelOfAll.String()
	}
	return run
}

func sarifLevel(v orgmodel.Severity) string {
	switch v {
	case orgmodel.Info:
		return "note"
	case orgmodel.Warning:
		return "warning"
	}
	return "error"
}

// sarifText is a text that says nothing to a reader of messages but itself: braces are doubled, as
// they would name arguments (SARIF 2.1.0, section 3.11.5), and a word joiner keeps what is in brackets
// from being a link (3.11.6).
func sarifText(s string) string {
	s = sarifEscapes.Replace(s)
	if s == "" {
		return "(no text)"
	}
	return s
}

var sarifEscapes = strings.NewReplacer("{", "{{", "}", "}}", "](", "]\u2060(")
