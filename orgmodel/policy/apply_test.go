package policy_test

import (
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
)

const trouble = "posts:\n  a: {top: true}\n  b: {reports-to: b}\n  c: {reports-to: c}\n  d: {reports-to: nobody}\n"

func day(t testing.TB, s string) orgmodel.Date {
	t.Helper()
	d, err := orgmodel.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWaivers(t *testing.T) {
	all := check(t, load(t, ""), org(t, "", trouble)).Findings
	wantMarks(t, all, "self-report b", "self-report c", "unknown-reference d")
	const why = `reason: "agreed", owner: ann`
	for _, c := range []struct {
		waivers, day string
		want         []string
		waived       int
	}{
		{"{rule: self-report, subject: b, " + why + "}", "", []string{"self-report c", "unknown-reference d"}, 1},
		{"{rule: self-report, subject: post/b, " + why + "}", "", []string{"self-report c", "unknown-reference d"}, 1},
		{"{rule: self-report, fingerprint: '" + all[0].Fingerprint() + "', " + why + "}", "", []string{"self-report c", "unknown-reference d"}, 1},
		{"{rule: self-report, subject: b, expires: 2026-09-30, " + why + "}", "2026-09-30", []string{"self-report c", "unknown-reference d"}, 1},
		{"{rule: self-report, subject: b, expires: 2026-09-30, " + why + "}", "2026-10-01", []string{"self-report b", "self-report c", "unknown-reference d", "waiver-expired b"}, 0},
		{"{rule: self-report, subject: b, expires: 2026-09-30, " + why + "}", "", []string{"self-report c", "unknown-reference d"}, 1},
		{"{rule: self-report, subject: b, expires: 2026-09-30, " + why + "}, {rule: self-report, subject: b, " + why + "}", "2026-10-01", []string{"self-report c", "unknown-reference d", "waiver-expired b"}, 1},
		{"{rule: self-report, subject: a, " + why + "}", "", []string{"self-report b", "self-report c", "unknown-reference d", "stale-waiver a"}, 0},
		{"{rule: self-report, subject: a, expires: 2020-01-01, " + why + "}", "2026-01-01", []string{"self-report b", "self-report c", "unknown-reference d", "stale-waiver a"}, 0},
		{"{rule: span-wide, subject: b, " + why + "}", "", []string{"self-report b", "self-report c", "unknown-reference d", "stale-waiver b"}, 0},
		{"{rule: self-report, subject: b}", "", []string{"self-report c", "unknown-reference d", "waiver-without-reason b"}, 1},
		{"{rule: self-report, subject: b, reason: ' ', owner: ann}", "", []string{"self-report c", "unknown-reference d", "waiver-without-reason b"}, 1},
		{"{rule: self-report, subject: b, reason: x, owner: }", "", []string{"self-report c", "unknown-reference d", "waiver-without-reason b"}, 1},
		{"{rule: self-reprot, subject: b, " + why + "}", "", []string{"self-report b", "self-report c", "unknown-reference d", "unknown-rule self-reprot"}, 0},
		{"{rule: waiver-without-reason, subject: b, " + why + "}, {rule: self-report, subject: b}", "", []string{"self-report c", "unknown-reference d", "unknown-rule waiver-without-reason", "waiver-without-reason b"}, 1},
	} {
		out := check(t, load(t, "waivers: ["+c.waivers+"]\n"), org(t, c.day, trouble))
		t.Run(c.waivers, func(t *testing.T) {
			wantMarks(t, out.Findings, c.want...)
			if len(out.Waived) != c.waived {
				t.Errorf("%d waived, want %d", len(out.Waived), c.waived)
			}
			for _, f := range out.Findings {
				if f.Pos.File == "p.yaml" && (f.Pos.Line != 2 || f.Pos.Column < 11 || f.Fix == "") {
					t.Errorf("%+v", f)
				}
			}
		})
	}
}

// A finding about the whole has no subject, and its waiver says so.
func TestWaiverOfTheWhole(t *testing.T) {
	o := org(t, "", "posts: {a: {reports-to: X}}\n")
	out := check(t, load(t, "waivers: [{rule: no-top, subject: '', reason: an extract, owner: ann}]\n"), o)
	wantMarks(t, out.Findings, "unknown-reference a")
	panics := orgmodel.Findings{{Rule: "no-top", Key: "panic", Severity: orgmodel.Error}}
	p := load(t, "waivers: [{rule: no-top, subject: '', reason: an extract, owner: ann}]\n")
	wantMarks(t, p.Apply(panics, orgmodel.Date{}).Findings, "no-top", "stale-waiver")
}

func TestOff(t *testing.T) {
	p := load(t, "off: {self-report: ours, span-wide: ours, self-reports: ours}\nrules: [{id: x, check: span-wide}]\n")
	wantMarks(t, check(t, p, org(t, "", trouble)).Findings, "unknown-reference d", "unknown-rule self-reports")
	wantMarks(t, p.Lint(orgmodel.Date{}), "unknown-rule self-reports", "off-anyway")
	if got := p.Off(); len(got) != 3 || got[0].Reason != "ours" {
		t.Errorf("%+v", got)
	}
}

func TestLint(t *testing.T) {
	p := load(t, `waivers:
- {rule: self-report, subject: b, reason: x, owner: y}
- {rule: self-report, subject: b, reason: other, owner: y, expires: 2026-01-01}
- {rule: self-report, subject: c, expires: 2027-01-01}
- {rule: span-wide, subject: c, reason: x, owner: y, expires: 2027-01-01}
- {rule: spam, subject: c, reason: x, owner: y, expires: 2027-01-01}
`)
	wantMarks(t, p.Lint(day(t, "2026-06-01")), "unknown-rule spam", "waiver-expired b", "waiver-without-reason c", "stale-waiver c", "waiver-twice", "waiver-without-end")
}

func TestBaseline(t *testing.T) {
	p := load(t, "")
	o := org(t, "", trouble)
	found := check(t, p, o).Findings
	b := policy.NewBaseline(append(found, found[0], orgmodel.Finding{Rule: policy.StaleWaiver, Severity: orgmodel.Warning}))
	var w strings.Builder
	if err := b.Encode(&w); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(w.String(), "\n")
	if len(lines) != 5 || !strings.HasPrefix(lines[1], found[0].Fingerprint()+` error self-report "b": b reports to itself`) {
		t.Errorf("%s", w.String())
	}
	again, err := policy.ReadBaseline("known.txt", strings.NewReader(w.String()))
	if err != nil {
		t.Fatal(err)
	}
	var same strings.Builder
	if again.Encode(&same); same.String() != w.String() {
		t.Errorf("%s\n%s", w.String(), same.String())
	}
	out, err := policy.Checker{Baseline: again}.Check(t.Context(), o, p)
	if err != nil || len(out.Findings) != 0 || len(out.Known) != 3 || len(out.Gone) != 0 {
		t.Errorf("%+v %v", out, err)
	}
	mended := org(t, "", "posts:\n  a: {top: true}\n  b: {reports-to: a}\n  c: {reports-to: c}\n  e: {reports-to: e}\n")
	out, err = policy.Checker{Baseline: again}.Check(t.Context(), mended, p)
	if err != nil {
		t.Fatal(err)
	}
	wantMarks(t, out.Findings, "self-report e", "stale-baseline")
	if f := out.Findings[1]; f.Pos.String() != "known.txt:2" || !strings.HasPrefix(f.Message, "2 known findings of known.txt are found no longer: line 2 (self-report) and line 4 (unknown-reference)") {
		t.Errorf("%+v", f)
	}
	wantMarks(t, out.Known, "self-report c")
	if len(out.Gone) != 2 || out.Gone[0].Line != 2 || out.Gone[1].Rule != "unknown-reference" {
		t.Errorf("%+v", out.Gone)
	}
	now := check(t, p, mended).Findings
	u := again.Update(now)
	if len(u.Entries) != 1 || u.Entries[0].Rule != "self-report" || u.Name != "known.txt" {
		t.Errorf("%+v", u)
	}
	out, err = policy.Checker{Baseline: u}.Check(t.Context(), mended, p)
	if err != nil {
		t.Fatal(err)
	}
	wantMarks(t, out.Findings, "self-report e")
	if all, err := (policy.Checker{Baseline: u, Afresh: true}).Check(t.Context(), mended, p); err != nil || len(all.Findings) != 2 || all.Known != nil {
		t.Errorf("%+v %v", all, err)
	}
}

// An update takes the lower severity and never the higher, which would let an error stand.
func TestBaselineUpdateSeverity(t *testing.T) {
	f := orgmodel.Finding{Rule: "x", Subject: "a", Severity: orgmodel.Warning, Message: "then"}
	b := policy.NewBaseline(orgmodel.Findings{f})
	f.Message = "now"
	for s, want := range map[orgmodel.Severity]orgmodel.Severity{orgmodel.Info: orgmodel.Info, orgmodel.Warning: orgmodel.Warning, orgmodel.Error: orgmodel.Warning} {
		f.Severity = s
		u := b.Update(orgmodel.Findings{f, {Rule: "y", Subject: "a", Severity: orgmodel.Info}})
		if len(u.Entries) != 1 || u.Entries[0].Severity != want || u.Entries[0].Words != `"a": now` {
			t.Errorf("%s: %+v", s, u.Entries)
		}
	}
}

// What was known as a warning and has become an error counts.
func TestBaselineSeverity(t *testing.T) {
	f := orgmodel.Finding{Rule: "x", Subject: "a", Severity: orgmodel.Warning}
	b := policy.NewBaseline(orgmodel.Findings{f})
	for s, want := range map[orgmodel.Severity]int{orgmodel.Info: 0, orgmodel.Warning: 0, orgmodel.Error: 1} {
		f.Severity = s
		if fresh, _, gone := b.Split(orgmodel.Findings{f}); len(fresh) != want || len(gone) != 0 {
			t.Errorf("%v: %v %v", s, fresh, gone)
		}
	}
}

func TestBaselineLint(t *testing.T) {
	const text = "# head\n0123456789abcdef error no-top \"\": x\n\n0123456789abcdef error no-top \"\": x\n0123456789abcde0 info no-tops \"a\": x\n"
	b, err := policy.ReadBaseline("known.txt", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	fs := b.Lint(load(t, ""))
	wantMarks(t, fs, "unknown-rule no-tops", "known-twice")
	if fs[0].Pos.String() != "known.txt:5" || fs[1].Pos.String() != "known.txt:4" || fs[0].Fix != "Did you mean no-top?" {
		t.Errorf("%+v", fs)
	}
	out, err := policy.Checker{Baseline: b}.Check(t.Context(), org(t, "", "posts: {a: {top: true}}\n"), load(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	wantMarks(t, out.Findings, "unknown-rule no-tops", "stale-baseline")
	if s := out.Findings[1].Message; strings.Contains(s, "no-tops") {
		t.Errorf("one cause, two findings: %s", s)
	}
	_, err = policy.ReadBaseline("known.txt", strings.NewReader("x\n0123456789abcdef fatal no-top\n0123456789ABCDEF error no-top\n0123456789abcdef error\n"))
	if err == nil || strings.Count(err.Error(), "\n") != 3 || !strings.HasPrefix(err.Error(), "known.txt:1:1: ") {
		t.Errorf("%v", err)
	}
}

// Ids and messages of absurd length or with line breaks stay in their line.
func TestBaselineHostile(t *testing.T) {
	b := policy.NewBaseline(orgmodel.Findings{
		{Rule: "x", Subject: orgmodel.ID("a\nb\u202e" + strings.Repeat("x", 1<<20)), Severity: orgmodel.Error, Message: "m\r\n\x1b[31m" + strings.Repeat("y", 1<<20)},
		{Rule: "y z\n", Subject: "\xff", Severity: orgmodel.Error},
	})
	var w strings.Builder
	if err := b.Encode(&w); err != nil {
		t.Fatal(err)
	}
	if strings.Count(w.String(), "\n") != 3 || w.Len() > 4000 || strings.ContainsAny(w.String(), "\x1b\u202e\r") {
		t.Errorf("%q", w.String())
	}
	if again, err := policy.ReadBaseline("b", strings.NewReader(w.String())); err != nil || len(again.Entries) != 2 {
		t.Errorf("%v", err)
	}
}
