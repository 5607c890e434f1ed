package orgtest_test

import (
	"iter"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

func ExampleOver() {
	test := func(t *testing.T) { // TestOver
		org := orgtest.Load(t, "testdata/org.yaml")
		orgtest.Over(t, org, "2026-01-01", "2027-01-01") // the core pack, all through the year 2026
	}
	_ = test // go test runs it
}

func ExampleProveDays() {
	probation := orgmodel.Rule{Name: "probation", Severity: orgmodel.Info, Check: func(p *orgmodel.Pass) {
		for r := range p.Dated() {
			if since := p.Life(r).From; !since.IsZero() && since.DaysUntil(p.AsOf()) >= 180 && p.Live(r) {
				p.Report(orgmodel.Finding{Subject: p.ID(r), Message: p.Label(r) + " is on probation no more."})
			}
		}
	}, Days: func(o *orgmodel.Org) iter.Seq[orgmodel.Date] {
		return func(yield func(orgmodel.Date) bool) {
			for r := range o.Dated() {
				if since := o.Life(r).From; !since.IsZero() && !yield(since.AddDays(180)) {
					return
				}
			}
		}
	}}
	test := func(t *testing.T) {
		orgtest.ProveDays(t, orgmodel.New(orgtest.Hostile(1, 20)), orgmodel.Interval{From: orgtest.HostileDay, Until: orgtest.HostileDay.AddDays(300)}, probation)
	}
	_ = test // go test runs it
}

func leaver() *orgmodel.Org {
	c, err := orgtest.Case{Text: `
		+post cio top=true
		+post it-1
		+person ada until 2026-09-01
		+person bo
		it-1 reports-to cio
		ada holds cio
		bo holds it-1 until 2026-04-01
		bo holds it-1 since 2026-08-01`}.Parse()
	if err != nil {
		panic(err)
	}
	return orgmodel.New(c.Spec)
}

func TestOver(t *testing.T) {
	orgtest.Over(t, orgtest.Load(t, "testdata/org.yaml"), "2026-01-01", "2027-01-01")
	orgtest.Over(t, leaver(), "2026-01-01", "2026-09-01")
	orgtest.Over(t, leaver(), "", "2026-09-01")
	for _, c := range []struct {
		from, until string
		rules       []orgmodel.Rule
		want        string
	}{
		{"2026-01-01", "2026-09-02", nil, "when  breaks on 2026-09-01 and does not heal"},
		{"2026-01-01", "", nil, "on the days 2026-01-01 to 2026-12-01"},
		{"2026-01-01", "2026-01-01", nil, "no day is checked"},
		{"2026-02-01", "2026-01-01", nil, "exchange the two"},
		{"tomorrow", "", nil, "want YYYY-MM-DD"},
		{"2026-01-01", "2026-09-01", []orgmodel.Rule{rules.ReportsToRole{For: "manager", To: []orgmodel.ID{"x"}}.Rule()}, "looked at nothing"},
	} {
		got := record(t, func(r testing.TB) { orgtest.Over(r, leaver(), c.from, c.until, c.rules...) })
		if len(got.errors) != 1 || !strings.Contains(got.errors[0], c.want) {
			t.Errorf("%s..%s: %q lacks %q", c.from, c.until, got.errors, c.want)
		}
	}
}

// A rule whose Days leave one out is found out.
func TestProveDays(t *testing.T) {
	wrong := rules.VacantManager{MaxDays: 20}.Rule()
	year := orgmodel.Interval{From: orgmodel.NewDate(2026, 1, 1), Until: orgmodel.NewDate(2027, 1, 1)}
	org := leaver()
	below := org.Spec()
	below.Nodes = append(below.Nodes, orgmodel.Node{ID: "dev", Kind: orgmodel.Post}, orgmodel.Node{ID: "cy", Kind: orgmodel.Person})
	below.Lines = append(below.Lines, orgmodel.Line{From: "dev", Rel: orgmodel.ReportsTo, To: "it-1"}, orgmodel.Line{From: "cy", Rel: orgmodel.Holds, To: "dev"})
	org = orgmodel.New(below)
	orgtest.ProveDays(t, org, year, wrong)
	wrong.Days = orgmodel.NoDays
	got := record(t, func(r testing.TB) { orgtest.ProveDays(r, org, year, wrong) })
	if len(got.errors) != 1 || !strings.Contains(got.errors[0], "only by the days it names\n        # nothing\n    only by every day\n        warning vacant-manager: it-1 has been vacant") ||
		!strings.Contains(got.errors[0], "breaks on 2026-04-21") {
		t.Errorf("got %q", got.errors)
	}
	// What looks at no day proves nothing.
	year.Until = year.From
	fails(t, func(t testing.TB) { orgtest.ProveDays(t, org, year, wrong) }, "vacant-manager: no day is checked")
	fails(t, func(t testing.TB) { orgtest.ProveDays(t, org, orgmodel.Interval{}) }, "no rule is given")
}
