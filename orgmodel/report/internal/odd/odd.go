// Package odd makes reports of texts that formats must not fall for: what tests of package report and of
// its oracles write.
package odd

import (
	"io"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/report"
)

// Texts are those that mean something to one format or another.
var Texts = []string{
	"", " ", "a\nb", "\r\n::error::owned", "::add-mask::x", "##[add-matcher]x", "%0A::warning::%25", "a:b,c=d", "\x00\x1b]0;owned\x07\x9b31m",
	"\u202eevil\u2066", "\u2028\u2029\u0085", "\xff\xfe bytes", "<script>alert(1)</script>", "]]>&amp;<!--", "\"'`", "``` ```` `", "| a | b |\\|",
	"[x](javascript:alert(1)) ![y](http://z)", "@everyone #1 GH-1", "</pre></details>", "{0} {{1}}", "*_~# - 1.", "\ufffe\uffff\U0001ffff", "e" + strings.Repeat("\u0301", 50),
	"\U000e0041tag", "C:\\x\\y.csv", "../../etc/passwd", "//host/x", "https://evil/x?y#z", "统计局", strings.Repeat("long ", 2000),
}

// Report is a report whose every text is s, with a finding of each severity, one by a rule that is not
// known, one about the whole and one about a rule that looked at nothing.
func Report(s string) report.Report {
	pos := orgmodel.Pos{File: s, Line: 2, Column: 3, Field: s}
	line := orgmodel.Line{From: orgmodel.ID(s), Rel: orgmodel.Rel(s), To: orgmodel.ID(s), Scope: orgmodel.ID(s), Pos: orgmodel.Pos{File: s, Line: 3, Column: 1}}
	f := orgmodel.Finding{
		Rule: "odd", Severity: orgmodel.Error, Subject: orgmodel.ID(s), Message: s, Fix: s, Key: s, Pos: pos,
		Path: []orgmodel.Line{line, line}, PathTotal: 9, Related: []orgmodel.ID{orgmodel.ID(s)}, RelatedTotal: 1,
	}
	unknown, whole, idle := f, f, f
	unknown.Rule, unknown.Severity = s, orgmodel.Warning
	whole.Pos, whole.Subject, whole.Severity = orgmodel.Pos{}, "", orgmodel.Info
	idle.Rule, idle.Subject, idle.Severity = orgmodel.MatchesNothing, "idle", orgmodel.Warning
	r := report.Report{
		Org: orgmodel.New(orgmodel.Spec{
			Name:  s,
			Nodes: []orgmodel.Node{{ID: orgmodel.ID(s), Kind: orgmodel.Kind(s), Name: s, Pos: pos}},
			Lines: []orgmodel.Line{line},
		}),
		Files:    []string{s},
		Rules:    []orgmodel.Rule{{Name: "odd", Doc: s + "\n" + s}, {Name: "idle", Doc: s}},
		Findings: orgmodel.Findings{f, unknown, whole, idle},
		Open:     func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("x\n" + s + "\n" + s)), nil },
	}
	r.Notes.Add(pos, "%s", s)
	return r
}
