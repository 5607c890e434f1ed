package orgmodel_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
)

// covered checks rules with a Coverage.
func covered(t *testing.T, o *orgmodel.Org, rules ...orgmodel.Rule) (*orgmodel.Coverage, orgmodel.Findings) {
	t.Helper()
	var c orgmodel.Coverage
	found, err := orgmodel.Checker{Coverage: &c}.Check(context.Background(), o, rules...)
	if err != nil {
		t.Fatal(err)
	}
	plain, _ := orgmodel.Check(context.Background(), o, rules...)
	if fmt.Sprint(plain) != fmt.Sprint(found) {
		t.Errorf("to be asked for coverage changes what is found:\n%v\n%v", plain, found)
	}
	return &c, found
}

// house has a person at a post, one without, one at two posts, a project, and a post that is gone.
func house() *orgmodel.Org {
	return orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			{ID: "boss", Kind: orgmodel.Post}, {ID: "dev", Kind: orgmodel.Post}, {ID: "ops", Kind: orgmodel.Post}, {ID: "qa", Kind: orgmodel.Post},
			{ID: "ann", Kind: orgmodel.Person}, {ID: "bo", Kind: orgmodel.Person}, {ID: "cy", Kind: orgmodel.Person}, {ID: "pay", Kind: orgmodel.Project},
			{ID: "old", Kind: orgmodel.Post, Attrs: orgmodel.NewAttrs("state", "abolished")}, {ID: "dev", Kind: orgmodel.Post}, {Kind: orgmodel.Post},
		},
		Lines: []orgmodel.Line{
			{From: "ann", Rel: orgmodel.Holds, To: "dev"}, {From: "cy", Rel: orgmodel.Holds, To: "ops"}, {From: "cy", Rel: orgmodel.Holds, To: "qa"},
			{From: "dev", Rel: orgmodel.ReportsTo, To: "boss"}, {From: "ops", Rel: orgmodel.ReportsTo, To: "boss"}, {From: "qa", Rel: orgmodel.DottedTo, To: "boss"},
		},
	})
}

// about chooses records and judges the lines that leave them.
func about(name string, ids ...orgmodel.ID) orgmodel.Rule {
	return orgmodel.Rule{Name: name, Severity: orgmodel.Warning, Check: func(p *orgmodel.Pass) {
		for r := range p.Select(func(yield func(orgmodel.Ref) bool) {
			for _, id := range ids {
				if r, ok := p.Find(id); ok && !yield(r) {
					return
				}
			}
		}) {
			for e := range p.Out(r, orgmodel.ReportsTo) {
				p.JudgeLines(e)
			}
			p.Report(orgmodel.Finding{Subject: p.ID(r), Message: "It is there."})
		}
	}}
}

func TestCoverage(t *testing.T) {
	o := house()
	c, _ := covered(t, o, about("a", "dev", "dev", "boss"), every("b", orgmodel.Info, ""))
	if s := c.Seats(); s.Covered != 2 || s.All != 5 || fmt.Sprint(s.Missed) != "[ops qa bo]" {
		t.Errorf("seats: %+v", s)
	}
	if s := c.Deliveries(); s.Covered != 0 || s.All != 1 || fmt.Sprint(s.Missed) != "[pay]" {
		t.Errorf("deliveries: %+v", s)
	}
	lines := c.Lines()
	if len(lines) != 2 || lines[0].Rel != orgmodel.ReportsTo || lines[0].Covered != 1 || lines[0].All != 2 || lines[0].Missed[0].From != "ops" || lines[1].Covered != 0 {
		t.Errorf("lines: %+v", lines)
	}
	if got := fmt.Sprintf("%+v", c.Rules); got != "[{Rule:a Chooses:true Selected:2 Lines:1 Findings:3} {Rule:b Chooses:false Selected:0 Lines:0 Findings:11}]" {
		t.Error(got)
	}
	// What is about a person is about their posts, and the other way round.
	for _, x := range []struct{ about, covers string }{{"cy", "ops qa cy"}, {"ann", "dev ann"}, {"dev", "dev ann"}, {"qa", "qa cy"}, {"bo", "bo"}} {
		c, _ := covered(t, o, about("a", orgmodel.ID(x.about)))
		var got []string
		for r := range o.Nodes() {
			if c.Covers(r) && !o.IsRepeat(r) {
				got = append(got, string(o.ID(r)))
			}
		}
		if strings.Join(got, " ") != x.covers {
			t.Errorf("a rule about %s covers %s, want %s", x.about, got, x.covers)
		}
	}
}

// A rule that judges without choosing counts, whether or not there is anything; one that panicked
// was about nothing; and without rules, or without a check, nothing is covered.
func TestCoverageOfOddRules(t *testing.T) {
	judges := orgmodel.Rule{Name: "judges", Check: func(p *orgmodel.Pass) {
		for r := range p.OfKind(orgmodel.Project) {
			p.Judge(r)
		}
		p.Judge(orgmodel.None, 1<<30)
		p.JudgeLines(orgmodel.Edge{})
	}}
	half := orgmodel.Rule{Name: "half", Check: func(p *orgmodel.Pass) {
		for range p.Select(p.Nodes()) {
			panic("half done")
		}
	}}
	c, found := covered(t, house(), judges, half)
	if len(found) != 1 || c.Deliveries().Covered != 1 || c.Seats().Covered != 0 || c.Rules[0].Selected != 1 || c.Rules[1].Chooses {
		t.Errorf("%v %+v %+v", found, c.Seats(), c.Rules)
	}
	var none orgmodel.Coverage
	if none.Seats().All != 0 || none.Lines() != nil || none.Covers(0) || none.CoversLine(orgmodel.Edge{}) || none.Below(orgmodel.MinCoverage{Seats: 1}) != nil {
		t.Error("the zero Coverage covers something")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := (orgmodel.Checker{Coverage: c}).Check(ctx, house(), judges); err == nil || c.Rules != nil {
		t.Error("a check that was given up leaves the coverage of another")
	}
	if c, _ := covered(t, house()); c.Seats().All != 5 || c.Seats().Covered != 0 {
		t.Error("no rule covers something")
	}
}

// The list of what is missed is capped, the count is not.
func TestCoverageCap(t *testing.T) {
	c, _ := covered(t, posts(1000), about("a", "p0001"))
	if s := c.Seats(); s.All != 1000 || s.Covered != 1 || len(s.Missed) != orgmodel.MissedCap || s.Missed[0] != "p1000" {
		t.Errorf("%d of %d, %d missed", s.Covered, s.All, len(s.Missed))
	}
}

func TestUncovered(t *testing.T) {
	c, _ := covered(t, house(), about("a", "dev", "boss"))
	for _, x := range []struct {
		least orgmodel.MinCoverage
		keys  string
	}{
		{orgmodel.MinCoverage{}, ""}, {orgmodel.MinCoverage{Seats: 0.4, Lines: 0.33}, ""}, {orgmodel.MinCoverage{Seats: 0.41}, "seats"},
		{orgmodel.MinCoverage{Seats: 1, Deliveries: 1, Lines: 1}, "deliveries lines seats"},
	} {
		var keys []string
		for _, f := range c.Below(x.least) {
			keys = append(keys, f.Key)
			if f.Rule != orgmodel.Uncovered || f.Severity != orgmodel.Info || f.Fix == "" || len(f.Related)+len(f.Path) == 0 {
				t.Errorf("%+v", f)
			}
		}
		if strings.Join(keys, " ") != x.keys {
			t.Errorf("%+v: %s", x.least, keys)
		}
	}
}

// What is missed is named in a sentence, and nearly all is not said to be all.
func TestUncoveredWords(t *testing.T) {
	spec := orgmodel.Spec{}
	for i := range 4000 {
		spec.Nodes = append(spec.Nodes, orgmodel.Node{ID: orgmodel.ID(fmt.Sprintf("s%04d", i)), Kind: orgmodel.Post})
	}
	some := orgmodel.Rule{Name: "some", Doc: "Most are looked at.", Check: func(p *orgmodel.Pass) {
		for r := range p.OfKind(orgmodel.Post) {
			if p.ID(r) > "s0002" {
				p.Judge(r)
			}
		}
	}}
	c, _ := covered(t, orgmodel.New(spec), some)
	found := c.Below(orgmodel.MinCoverage{Seats: 1})
	want := "No rule is about 3 of 4000 seats, such as s0000, s0001 and s0002: 99.9% are covered, and 100% are asked for."
	if len(found) != 1 || found[0].Message != want {
		t.Errorf("%v", found)
	}
}

func ExampleCoverage() {
	org := orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{
		{ID: "pay", Kind: orgmodel.Project}, {ID: "portal", Kind: orgmodel.Project, Attrs: orgmodel.NewAttrs("budget", "20000")},
	}})
	funded := orgmodel.Rule{Name: "no-budgets", Doc: "No project is funded.", Check: func(p *orgmodel.Pass) {
		for r := range p.OfKind(orgmodel.Project) {
			if p.Attrs(r).Get(orgmodel.Budget) == "" {
				continue
			}
			p.Judge(r)
			p.Report(orgmodel.Finding{Subject: p.ID(r), Message: string(p.ID(r)) + " is funded."})
		}
	}}
	var c orgmodel.Coverage
	if _, err := (orgmodel.Checker{Coverage: &c}).Check(context.Background(), org, funded); err != nil {
		fmt.Println(err)
	}
	s := c.Deliveries()
	fmt.Printf("%d of %d deliveries, not %v\n", s.Covered, s.All, s.Missed)
	fmt.Println(c.Below(orgmodel.MinCoverage{Deliveries: 1})[0].Message)
	// Output:
	// 1 of 2 deliveries, not [pay]
	// No rule is about 1 of 2 deliveries, such as pay: 50% are covered, and 100% are asked for.
}
