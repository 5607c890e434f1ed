package report_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/report"
	"example.com/orgchart/orgmodel/rules"
	"example.com/orgchart/orgmodel/source"
)

func TestLevels(t *testing.T) {
	is := func(rule string, v orgmodel.Severity) orgmodel.Finding {
		return orgmodel.Finding{Rule: rule, Severity: v}
	}
	for _, c := range []struct {
		findings orgmodel.Findings
		hinder   []string
		level    report.Level
		blocking string
	}{
		{nil, nil, report.Valid, ""},
		{orgmodel.Findings{is("vacant-manager", orgmodel.Warning), is("report-cycle", orgmodel.Info)}, nil, report.Valid, ""},
		{orgmodel.Findings{is("self-report", orgmodel.Error)}, nil, report.Display, "self-report"},
		{orgmodel.Findings{is("own", 0)}, nil, report.Display, "own"},
		{orgmodel.Findings{is("self-report", orgmodel.Error), is("unit-cycle", orgmodel.Error), is("no-top", orgmodel.Error)}, nil, report.Load, "no-top unit-cycle"},
		{orgmodel.Findings{is("report-cycle", orgmodel.Error)}, []string{}, report.Display, "report-cycle"},
		{orgmodel.Findings{is("own", orgmodel.Error)}, []string{"own"}, report.Load, "own"},
	} {
		s := report.Report{Findings: c.findings, Hinder: c.hinder}.Summary()
		if got := strings.Join(s.Blocking, " "); s.Level != c.level || got != c.blocking {
			t.Errorf("%v: level %s, in the way %q; want %s, %q", c.findings, s.Level, got, c.level, c.blocking)
		}
		text, _ := s.Level.MarshalText()
		var back report.Level
		if err := back.UnmarshalText(text); err != nil || back != s.Level {
			t.Errorf("the level %s is read back as %s, %v", text, back, err)
		}
	}
	var l report.Level
	if err := l.UnmarshalText([]byte("perfect")); err == nil || report.Level(9).String() != "" {
		t.Error("perfect is a level")
	}
}

func TestSummaryCounts(t *testing.T) {
	r := demonstration(t)
	r.Notes = source.Notes{Rows: 7}
	s := r.Summary()
	if s.Records != r.Org.Len() || s.Lines != r.Org.Lines() || s.Rows != 7 || s.Ran() != len(r.Rules) || len(s.Rules) != len(r.Rules)+1 {
		t.Errorf("%+v", s)
	}
	if got := s.Idle(); !slices.Equal(got, []string{"auditors-line"}) {
		t.Errorf("looked at nothing: %q", got)
	}
	found, errs := 0, 0
	for i, c := range s.Rules {
		if i < len(r.Rules) && c.Rule != r.Rules[i].Name {
			t.Errorf("rule %d is %s, want %s", i, c.Rule, r.Rules[i].Name)
		}
		if n := len(r.Findings.Of(c.Rule)); n != c.Found() {
			t.Errorf("%s: %d findings, want %d", c.Rule, c.Found(), n)
		}
		found, errs = found+c.Found(), errs+c.Errors
	}
	if found != len(r.Findings) || errs != s.Errors || s.Errors != r.Findings.Count(orgmodel.Error) || s.Warnings != r.Findings.Count(orgmodel.Warning) {
		t.Errorf("%+v", s)
	}
}

// The rules that are said to keep an organisation from being displayed are rules of the core pack.
func TestHinderingRulesExist(t *testing.T) {
	for _, name := range []string{"report-cycle", "no-top", "unit-cycle"} {
		if !slices.ContainsFunc(rules.Core(), func(r orgmodel.Rule) bool { return r.Name == name }) {
			t.Errorf("there is no rule %s", name)
		}
		if s := (report.Report{Findings: orgmodel.Findings{{Rule: name}}}).Summary(); s.Level != report.Load {
			t.Errorf("%s does not hinder", name)
		}
	}
}

// A rule that panics is an error of JUnit, one that looked at nothing is skipped, and FailOn says
// what fails.
func TestJUnitCases(t *testing.T) {
	set := []orgmodel.Rule{
		{Name: "panics", Check: func(*orgmodel.Pass) { panic("<oh>") }},
		{Name: "idle", Check: func(p *orgmodel.Pass) { p.Select(p.Seats()) }},
		{Name: "warns", Severity: orgmodel.Warning, Check: func(p *orgmodel.Pass) { p.Report(orgmodel.Finding{Message: "careful"}) }},
		{Name: "good", Check: func(*orgmodel.Pass) {}},
	}
	org := orgmodel.New(orgmodel.Spec{})
	findings, err := orgmodel.Check(context.Background(), org, set...)
	if err != nil {
		t.Fatal(err)
	}
	r := report.Report{Org: org, Rules: set, Findings: findings}
	for _, c := range []struct {
		least orgmodel.Severity
		want  []string
	}{
		{0, []string{`tests="4" failures="0" errors="1" skipped="1"`, `<error type="panic" message="The rule panics failed while it ran: &lt;oh&gt;.`, "<system-out>\n  careful", `name="good"/>`}},
		{orgmodel.Warning, []string{`failures="2" errors="1" skipped="0"`, `<failure type="warns" message="1 finding: careful">`, `<failure type="idle" message="1 finding: The rule idle looked at nothing`}},
		{orgmodel.Error + 1, []string{`failures="0" errors="1" skipped="1"`}},
	} {
		out := written(t, format{"x.xml", report.JUnit{FailOn: c.least}.Write}, r)
		for _, w := range c.want {
			if !strings.Contains(out, w) {
				t.Errorf("from %s: no %s in\n%s", c.least, w, out)
			}
		}
	}
}
