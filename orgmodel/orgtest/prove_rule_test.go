package orgtest_test

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
)

// noLoneReport is a rule of one's own.
var noLoneReport = orgmodel.Rule{
	Name: "no-lone-report", Severity: orgmodel.Warning,
	Doc: `A manager has more than one report.

Before:
  +post a
  +post b
  b reports-to a
After:
  +post a
  +post b
  +post c
  b reports-to a
  c reports-to a
`,
	Check: func(p *orgmodel.Pass) {
		for r := range p.Select(p.Seats()) {
			if p.Span(r, false) == 1 {
				p.Report(orgmodel.Finding{
					Subject: p.ID(r), Message: fmt.Sprintf("%q has one report.", p.ID(r)), Fix: "Give it another, or take the level out.",
				})
			}
		}
	},
}

const (
	lone = "+post a\n+post b\n+post c\nc reports-to b\nb reports-to a\nwant warning no-lone-report a\nwant warning no-lone-report b \"\""
	pair = "+post a\n+post b\n+post c\nc reports-to a\nb reports-to a"
)

var loneCases = []orgtest.Case{{Name: "lone", Text: lone}, {Name: "pair", Text: pair}}

func TestProveRule(t *testing.T) {
	silent(t, func(t testing.TB) { orgtest.ProveRule(t, noLoneReport, loneCases...) })
	silent(t, func(t testing.TB) { orgtest.ProveDoc(t, noLoneReport) })
}

// A case that wants something else fails, in either direction, as does one that cannot be read.
func TestProveRuleCases(t *testing.T) {
	for text, says := range map[string]string{
		lone + "\nwant warning no-lone-report c":           "not found   want warning no-lone-report c",
		strings.ReplaceAll(lone, "want warning", "# want"): "not wanted  want warning no-lone-report b",
		strings.ReplaceAll(lone, "warning", "error"):       "not found   want error no-lone-report a",
		strings.ReplaceAll(lone, `b ""`, "b key"):          "not found   want warning no-lone-report b key",
		lone + "\nwant fatal x y":                          "x:8: \"fatal x y\" wants no finding",
		"+post":                                            "x:1: this is no record",
		"a reports-to b since May":                         "x:1: ",
		"+post a in b":                                     "x:1: a node has no scope: in b",
		`+post "a`:                                         "x:1: the quote before",
		"a reports-to b since":                             `x:1: "since" stands alone`,
		"a reports-to b at once":                           `x:1: "at" is none of in, since, until`,
		"want error a=b c":                                 "x:1: quote a=b",
	} {
		cases := append([]orgtest.Case{{Name: "x", Text: text}}, loneCases...)
		fails(t, func(t testing.TB) { orgtest.ProveRule(t, noLoneReport, cases...) }, says)
	}
	fails(t, func(t testing.TB) { orgtest.ProveRule(t, noLoneReport, loneCases[0]) }, "no case without a finding has a record that the rule looks at")
	fails(t, func(t testing.TB) { orgtest.ProveRule(t, noLoneReport, loneCases[0], orgtest.Case{Text: "+unit u"}) }, "no case without a finding has a record")
	fails(t, func(t testing.TB) { orgtest.ProveRule(t, noLoneReport, loneCases[1]) }, "no case has a finding to give")
	silent(t, func(t testing.TB) { // that it looks at nothing may be wanted
		orgtest.ProveRule(t, noLoneReport, append([]orgtest.Case{{Text: "want warning rule-matches-nothing no-lone-report"}}, loneCases...)...)
	})
	fails(t, func(t testing.TB) {
		orgtest.ProveRule(t, noLoneReport, append([]orgtest.Case{{Text: "+post a\nwant warning rule-matches-nothing no-lone-report"}}, loneCases...)...)
	}, "not found   want warning rule-matches-nothing")
}

// with is the rule with one thing about it changed.
func with(change func(r *orgmodel.Rule)) orgmodel.Rule {
	r := noLoneReport
	change(&r)
	return r
}

// reporting is the rule with every finding changed before it is reported.
func reporting(change func(p *orgmodel.Pass, f *orgmodel.Finding)) orgmodel.Rule {
	return with(func(r *orgmodel.Rule) {
		r.Check = func(p *orgmodel.Pass) {
			for r := range p.Select(p.Seats()) {
				if p.Span(r, false) == 1 {
					f := orgmodel.Finding{Subject: p.ID(r), Message: fmt.Sprintf("%q has one report.", p.ID(r)), Fix: "Give it another."}
					change(p, &f)
					p.Report(f)
				}
			}
		}
	})
}

// Each promise is one that a rule can break.
func TestProveRulePromises(t *testing.T) {
	var runs atomic.Int32
	keyed := []orgtest.Case{{Name: "lone", Text: strings.ReplaceAll(lone, ` ""`, "")}, loneCases[1]}
	key := func(s any) string { return fmt.Sprint(s) }
	for says, r := range map[string]orgmodel.Rule{
		`the rule's name is "Lone Report"`:                   with(func(r *orgmodel.Rule) { r.Name = "Lone Report" }),
		"write the policy as a sentence":                     with(func(r *orgmodel.Rule) { r.Doc = "no lone reports" }),
		"it has no severity":                                 with(func(r *orgmodel.Rule) { r.Severity = 0 }),
		"it has no function Check":                           with(func(r *orgmodel.Rule) { r.Check = nil }),
		"the message is no sentence":                         reporting(func(_ *orgmodel.Pass, f *orgmodel.Finding) { f.Message += " Maybe" }),
		"the message does not have the id of its subject, b": reporting(func(_ *orgmodel.Pass, f *orgmodel.Finding) { f.Message = "The seat XY is so." }),
		"the fix is no sentence":                             reporting(func(_ *orgmodel.Pass, f *orgmodel.Finding) { f.Fix = "" }),
		"two findings have one fingerprint":                  reporting(func(p *orgmodel.Pass, f *orgmodel.Finding) { p.Report(*f) }),
		"depend on where the records stand":                  reporting(func(p *orgmodel.Pass, f *orgmodel.Finding) { r, _ := p.Find(f.Subject); f.Key = key(p.Pos(r).Line % 2) }),
		"depend on the order of the records (":               reporting(func(p *orgmodel.Pass, f *orgmodel.Finding) { r, _ := p.Find(f.Subject); f.Key = key(r) }),
		"its findings change when it runs again":             reporting(func(_ *orgmodel.Pass, f *orgmodel.Finding) { f.Key = key(runs.Add(1)) }),
		"the rule failed":                                    reporting(func(p *orgmodel.Pass, f *orgmodel.Finding) { panicOn(f.Subject == "" || p.Len() > 8) }),
	} {
		fails(t, func(t testing.TB) { orgtest.ProveRule(t, r, keyed...) }, says)
		if t.Failed() {
			t.Fatal(says)
		}
	}
}

func panicOn(odd bool) {
	if odd {
		panic("odd")
	}
}

// A rule that is long at work must look at its context; one that does may be.
func TestProveRuleStops(t *testing.T) {
	slow := func(looks bool) orgmodel.Rule {
		return with(func(r *orgmodel.Rule) {
			r.Check = func(p *orgmodel.Pass) {
				done := p.Ctx.Done()
				if !looks {
					done = nil
				}
				select {
				case <-done:
				case <-time.After(500 * time.Millisecond):
				}
			}
		})
	}
	silent(t, func(t testing.TB) { orgtest.ProveStop(t, slow(true), 300*time.Millisecond) })
	silent(t, func(t testing.TB) { orgtest.ProveStop(t, slow(false), time.Hour) })
	fails(t, func(t testing.TB) { orgtest.ProveStop(t, slow(false), 300*time.Millisecond) }, "though given up after", "look at Pass.Stopped")
}

func TestProveDoc(t *testing.T) {
	for says, doc := range map[string]string{
		"its Doc has no examples":                    "A policy.\n\nBefore:\n +post a\n",
		"finds nothing in the example Before:":       "A policy.\n\nBefore:\n +post a\nAfter:\n +post a\n",
		"finds something in the example After:":      "A policy.\n\nBefore:\n b reports-to a\n +post a\n +post b\nAfter:\n b reports-to a\n +post a\n +post b\n",
		"no-lone-report Before:2: this is no record": "A policy.\n\nBefore:\n +post\nAfter:\n +post a\n",
	} {
		fails(t, func(t testing.TB) { orgtest.ProveDoc(t, with(func(r *orgmodel.Rule) { r.Doc = doc })) }, says)
	}
}

func TestCases(t *testing.T) {
	files := fstest.MapFS{"bad.org": {Data: []byte(lone)}, "good.org": {Data: []byte(pair)}, "odd.txt": {Data: []byte("+")}}
	var cases []orgtest.Case
	silent(t, func(t testing.TB) { cases = orgtest.Cases(t, files, "*.org") })
	if len(cases) != 2 || cases[0].Name != "bad.org" || len(cases[0].Want) != 2 || len(cases[1].Spec.Lines) != 2 || cases[0].Spec.Nodes[1].Pos.String() != "bad.org:2:1" {
		t.Errorf("%+v", cases)
	}
	fails(t, func(t testing.TB) { orgtest.Cases(t, files, "*.org", "*.yaml") }, `no file matches "*.yaml"`)
	fails(t, func(t testing.TB) { orgtest.Cases(t, files, "*.txt") }, "odd.txt:1: this is no record")
	fails(t, func(t testing.TB) { orgtest.Cases(t, files, "[") }, "cannot be read")
}

// What is written is read back as the same records, whatever is in them.
func TestWritten(t *testing.T) {
	for seed := range uint64(300) {
		for _, s := range []orgmodel.Spec{orgtest.Hostile(seed, 12), orgtest.Random{Seed: seed, Posts: 20, Projects: 3, JobShare: 0.2}.Spec()} {
			text := orgtest.Written(s)
			c, err := orgtest.Case{Text: text}.Parse()
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			if again := orgtest.Written(c.Spec); again != text {
				t.Fatalf("written\n%s\nread back and written\n%s", text, again)
			}
			sameRecords(t, s, c.Spec)
		}
	}
}

func sameRecords(t *testing.T, a, b orgmodel.Spec) {
	t.Helper()
	if a.Name != b.Name || len(a.Nodes) != len(b.Nodes) || len(a.Lines) != len(b.Lines) {
		t.Fatalf("%d records and %d lines; read back %d and %d", len(a.Nodes), len(a.Lines), len(b.Nodes), len(b.Lines))
	}
	for i, n := range a.Nodes {
		m := b.Nodes[i]
		if n.ID != m.ID || n.Kind != m.Kind || n.Name != m.Name || n.Live != m.Live || !n.Attrs.Equal(m.Attrs) {
			t.Fatalf("%+v\nread back\n%+v", n, m)
		}
	}
	for i, l := range a.Lines {
		m := b.Lines[i]
		if l.From != m.From || l.Rel != m.Rel || l.To != m.To || l.Scope != m.Scope || l.Live != m.Live || !l.Attrs.Equal(m.Attrs) {
			t.Fatalf("%+v\nread back\n%+v", l, m)
		}
	}
}

// FuzzParse: no text makes Parse panic, and what it reads can be written and read again.
func FuzzParse(f *testing.F) {
	f.Add(lone)
	f.Add(orgtest.Written(orgtest.Hostile(1, 9)))
	f.Add("organisation \"x\"\nas-of 2026-04-01\n+\"my kind\" \"in\" \"n\" \"a b\"=\"c\" since 2026-01-01 until 2027-01-01 # x\n\"want\" \"\" b in c x=\n")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := orgtest.Case{Name: "f", Text: text}.Parse()
		if err != nil {
			return
		}
		again, err := orgtest.Case{Name: "f", Text: orgtest.Written(c.Spec)}.Parse()
		if err != nil {
			t.Fatalf("%v\n%s", err, orgtest.Written(c.Spec))
		}
		sameRecords(t, c.Spec, again.Spec)
	})
}
