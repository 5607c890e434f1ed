package orgmodel_test

import (
	"context"
	"errors"
	"iter"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
)

// vacated reports live posts that nobody holds, and calls it an error after some days.
func vacated(days int) orgmodel.Rule {
	since := func(o *orgmodel.Org, r orgmodel.Ref) (last orgmodel.Date) {
		for e := range o.In(r, orgmodel.Holds) {
			if d := o.Lasting(e).Until; last.Before(d) && o.Past(o.Lasting(e)) {
				last = d
			}
		}
		return last
	}
	return orgmodel.Rule{Name: "vacated", Check: func(p *orgmodel.Pass) {
		for r := range p.OfKind(orgmodel.Post) {
			if last := since(p.Org, r); p.Live(r) && p.Occupancy(r) == orgmodel.Vacant && !last.IsZero() {
				f := orgmodel.Finding{Subject: p.ID(r), Severity: orgmodel.Warning, Message: "vacant"}
				if last.DaysUntil(p.AsOf()) >= days {
					f.Severity, f.Message = orgmodel.Error, "vacant for long"
				}
				p.Report(f)
			}
		}
	}, Days: func(o *orgmodel.Org) iter.Seq[orgmodel.Date] {
		return func(yield func(orgmodel.Date) bool) {
			for e := range o.Edges(orgmodel.Holds) {
				if d := o.Lasting(e).Until; !d.IsZero() && !yield(d.AddDays(days)) {
					return
				}
			}
		}
	}}
}

// odd finds on odd days what it looks at, and says nothing of it.
var odd = orgmodel.Rule{Name: "odd", Check: func(p *orgmodel.Pass) {
	for r := range p.OfKind(orgmodel.Post) {
		if p.Live(r) && orgmodel.NewDate(1, 1, 1).DaysUntil(p.AsOf())%2 == 1 {
			p.Report(orgmodel.Finding{Subject: p.ID(r), Message: "odd on " + p.AsOf().String()})
		}
	}
}}

// begun finds what is live, without asking for the day.
var begun = orgmodel.Rule{Name: "begun", Severity: orgmodel.Info, Check: func(p *orgmodel.Pass) {
	for r := range p.Select(p.Nodes()) {
		if p.Live(r) {
			p.Report(orgmodel.Finding{Subject: p.ID(r), Message: "is there"})
		}
	}
}}

func on(s string) orgmodel.Date {
	d, err := orgmodel.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// leaver is a post whose holder leaves and is followed, late.
func leaver() *orgmodel.Org {
	return orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{{ID: "cio", Kind: orgmodel.Post}, {ID: "ada", Kind: orgmodel.Person}, {ID: "bo", Kind: orgmodel.Person}},
		Lines: []orgmodel.Line{
			{From: "ada", Rel: orgmodel.Holds, To: "cio", Live: orgmodel.Interval{Until: on("2026-04-01")}},
			{From: "bo", Rel: orgmodel.Holds, To: "cio", Live: orgmodel.Interval{From: on("2026-06-01")}},
		},
	})
}

func days(from, until string) (iv orgmodel.Interval) {
	if from != "" {
		iv.From = on(from)
	}
	if until != "" {
		iv.Until = on(until)
	}
	return iv
}

func told(s orgmodel.Spells) string {
	out := []string{s.Over.String()}
	for _, f := range s.Findings {
		out = append(out, f.Severity.String()+" "+string(f.Subject)+" "+f.Spell.String())
	}
	return strings.Join(out, "\n")
}

func TestOver(t *testing.T) {
	for _, c := range []struct{ name, from, until, want string }{
		{"whole time", "", "", "2026-04-01 to 2026-06-02\nerror cio breaks on 2026-05-01, heals on 2026-06-01\nwarning cio breaks on 2026-04-01, turns into an error on 2026-05-01"},
		{"begun before", "2026-04-15", "2026-05-15", "2026-04-15 to 2026-05-15\nerror cio breaks on 2026-05-01 and does not heal\nwarning cio stands already, turns into an error on 2026-05-01"},
		{"throughout", "2026-05-02", "2026-05-15", "2026-05-02 to 2026-05-15\nerror cio stands throughout"},
		{"heals after the last day", "2026-05-02", "2026-06-01", "2026-05-02 to 2026-06-01\nerror cio stands throughout"},
		{"heals on the last day", "2026-05-02", "2026-06-02", "2026-05-02 to 2026-06-02\nerror cio stands already, heals on 2026-06-01"},
		{"breaks on the first", "2026-04-01", "2026-04-02", "2026-04-01 to 2026-04-02\nwarning cio breaks on 2026-04-01 and does not heal"},
		{"heals on the first", "2026-06-01", "2026-09-01", "2026-06-01 to 2026-09-01"},
		{"from a day on", "2026-05-31", "", "2026-05-31 to 2026-06-02\nerror cio stands already, heals on 2026-06-01"},
		{"from after all", "2027-01-01", "", "2027-01-01 to 2027-01-02"},
		{"until a day", "", "2026-04-10", "2026-04-01 to 2026-04-10\nwarning cio breaks on 2026-04-01 and does not heal"},
		{"until before all", "", "2020-01-01", "2019-12-31 to 2020-01-01"},
		{"no day", "2026-05-02", "2026-05-02", "2026-05-02 to 2026-05-02"},
	} {
		got, err := orgmodel.Over(context.Background(), leaver().At(on("2001-01-01")), days(c.from, c.until), vacated(30))
		if s := told(got); err != nil || s != c.want {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.name, err, s, c.want)
		}
	}
}

func TestOverInverted(t *testing.T) {
	_, err := orgmodel.Over(context.Background(), leaver(), days("2026-05-02", "2026-05-01"), vacated(30))
	if !errors.Is(err, orgmodel.ErrInverted) || !strings.Contains(err.Error(), "2026-05-02") {
		t.Errorf("got %v", err)
	}
}

func TestOverUndated(t *testing.T) {
	o := orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{{ID: "a", Kind: orgmodel.Post}}})
	got, err := orgmodel.Over(context.Background(), o, orgmodel.Interval{}, begun)
	if err != nil || len(got.Findings) != 1 || *got.Findings[0].Spell != (orgmodel.Spell{}) || got.Looked > 2 {
		t.Errorf("got %+v, %v", got, err)
	}
}

// The ends of the calendar are days like others.
func TestOverAllTime(t *testing.T) {
	o := orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{
		{ID: "a", Kind: orgmodel.Post, Live: days("0001-01-01", "0001-01-03")},
		{ID: "z", Kind: orgmodel.Post, Live: days("9999-12-31", "")},
	}})
	got, err := orgmodel.Over(context.Background(), o, orgmodel.Interval{}, begun)
	if err != nil {
		t.Fatal(err)
	}
	if s, want := told(got), "since 0001-01-01\ninfo a stands already, heals on 0001-01-03\n"+
		"info z breaks on 9999-12-31 and does not heal"; s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	for _, iv := range []orgmodel.Interval{days("", "0001-01-01"), days("0001-01-01", "0001-01-01")} {
		if got, err := orgmodel.Over(context.Background(), o, iv, begun, odd); err != nil || len(got.Findings) > 0 {
			t.Errorf("%s: %v, %v", iv, got, err)
		}
	}
	if _, err := orgmodel.Over(context.Background(), o, days("9999-12-01", ""), begun, odd); err != nil {
		t.Error(err)
	}
}

func TestOverRandom(t *testing.T) {
	n := uint64(200)
	if testing.Short() {
		n = 15
	}
	for seed := range n {
		for _, o := range []*orgmodel.Org{orgmodel.New(randomSpec(seed)), orgmodel.New(orgtest.Hostile(seed, 10))} {
			orgtest.ProveDays(t, o, days("2025-12-20", "2026-09-01"), vacated(9), odd, begun)
			if t.Failed() {
				t.Fatalf("seed %d\n%s", seed, orgtest.Written(o.Spec()))
			}
		}
	}
}

// What one rule has the Org work out, another sees too, and is looked at on other days as well.
func TestOverShared(t *testing.T) {
	org := orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{{ID: "a", Kind: orgmodel.Post}, {ID: "b", Kind: orgmodel.Post}, {ID: "c", Kind: orgmodel.Post}},
		Lines: []orgmodel.Line{
			{From: "b", Rel: orgmodel.ReportsTo, To: "a", Live: days("", "2026-02-01")}, {From: "c", Rel: orgmodel.ReportsTo, To: "a"},
		},
	})
	var rules []orgmodel.Rule
	for _, c := range []struct {
		name string
		sees func(p *orgmodel.Pass, a, b, c orgmodel.Ref) bool
	}{
		{"meets", func(p *orgmodel.Pass, a, b, c orgmodel.Ref) bool { return p.CommonManager(b, c) == a }},
		{"counts", func(p *orgmodel.Pass, a, _, _ orgmodel.Ref) bool { return p.Headcount(a).Posts == 3 }},
		{"spans", func(p *orgmodel.Pass, a, _, _ orgmodel.Ref) bool { return p.Span(a, true) == 2 }},
		{"boss", func(p *orgmodel.Pass, a, b, _ orgmodel.Ref) bool { return p.Boss(b) == a }},
		{"line", func(p *orgmodel.Pass, a, b, _ orgmodel.Ref) bool {
			for e := range p.Out(b) {
				return p.LiveLine(e)
			}
			return false
		}},
		{"edits", func(p *orgmodel.Pass, a, b, _ orgmodel.Ref) bool { return p.Edit().Org().Boss(b) == a }},
		{"past", func(p *orgmodel.Pass, _, _, _ orgmodel.Ref) bool { return !p.Past(days("", "2026-02-01")) }},
	} {
		for _, twin := range []string{"", "-again"} {
			rules = append(rules, orgmodel.Rule{Name: c.name + twin, Check: func(p *orgmodel.Pass) {
				if c.sees(p, 0, 1, 2) {
					p.Report(orgmodel.Finding{Subject: "b", Message: "Seen."})
				}
			}})
		}
	}
	got, err := orgmodel.Over(context.Background(), org, days("2026-01-01", "2026-03-01"), rules...)
	if err != nil || len(got.Findings) != len(rules) {
		t.Fatalf("%d of %d: %s, %v", len(got.Findings), len(rules), told(got), err)
	}
	for _, f := range got.Findings {
		if f.Spell.String() != "stands already, heals on 2026-02-01" {
			t.Errorf("%s %s", f.Rule, f.Spell)
		}
	}
}

func TestOverWorkers(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	for seed := range uint64(20) {
		o := orgmodel.New(orgtest.Hostile(seed, 30))
		var first orgmodel.Spells
		for i, workers := range []int{1, 0, 2, 7} {
			got, err := orgmodel.Checker{Workers: workers, Limit: 5}.Over(context.Background(), o, days("2025-12-20", "2026-09-01"), vacated(9), odd, begun)
			if err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				first = got
			} else if !reflect.DeepEqual(got, first) {
				t.Fatalf("seed %d: %d workers find\n%s\none\n%s", seed, workers, told(got), told(first))
			}
		}
	}
}

func TestOverLimits(t *testing.T) {
	c := orgmodel.Checker{MaxDays: 5, Limit: 1}
	if _, err := c.Over(context.Background(), leaver(), orgmodel.Interval{}, vacated(30)); err != nil {
		t.Errorf("four days and the day before: %v", err)
	}
	for _, r := range []orgmodel.Rule{odd, {Name: "panics", Check: odd.Check, Days: func(*orgmodel.Org) iter.Seq[orgmodel.Date] { panic("no") }}} {
		_, err := c.Over(context.Background(), leaver(), orgmodel.Interval{}, r)
		if !errors.Is(err, orgmodel.ErrManyDays) || !strings.Contains(err.Error(), r.Name) {
			t.Errorf("%s asks on each day: %v", r.Name, err)
		}
	}
	c.MaxDays = 3
	if _, err := c.Over(context.Background(), leaver(), orgmodel.Interval{}, vacated(30)); !errors.Is(err, orgmodel.ErrManyDays) {
		t.Errorf("more events than days: %v", err)
	}
	got, err := orgmodel.Checker{Limit: 1}.Over(context.Background(), leaver(), orgmodel.Interval{}, vacated(30))
	if err != nil || len(got.Findings) != 2 || got.Findings[0].Key != "omitted" || got.Findings[1].Severity != orgmodel.Error {
		t.Errorf("got %v, %v", got.Findings, err)
	}
}

func TestOverStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	stops := orgmodel.Rule{Name: "stops", Check: func(p *orgmodel.Pass) {
		if n++; n == 2 && p.AsOf().Time().Year() > 1 {
			cancel()
		}
		p.Live(0)
	}}
	o := orgmodel.New(orgtest.Hostile(3, 400))
	_, err := orgmodel.Checker{Workers: 1}.Over(ctx, o, orgmodel.Interval{}, stops)
	if !errors.Is(err, context.Canceled) || n != 2 {
		t.Errorf("%v after %d days", err, n)
	}
	if _, err := orgmodel.Over(ctx, o, orgmodel.Interval{}, stops); !errors.Is(err, context.Canceled) || n != 2 {
		t.Errorf("%v after %d days", err, n)
	}
}

// A check that is given up returns at once, be a rule deaf while it looks or while it names its days.
func TestOverAtOnce(t *testing.T) {
	for _, deaf := range []string{"looking", "naming days"} {
		begun, release := make(chan bool, 100), make(chan bool)
		wait := func() {
			begun <- true
			<-release
		}
		rule := orgmodel.Rule{Name: "deaf", Check: func(*orgmodel.Pass) { wait() }}
		if deaf == "naming days" {
			rule = orgmodel.Rule{Name: "deaf", Check: func(*orgmodel.Pass) {}, Days: func(*orgmodel.Org) iter.Seq[orgmodel.Date] {
				return func(func(orgmodel.Date) bool) { wait() }
			}}
		}
		ctx, cancel := context.WithCancel(context.Background())
		go func() {
			<-begun
			cancel()
		}()
		spells, err := orgmodel.Over(ctx, orgmodel.New(orgmodel.Spec{}), orgmodel.Interval{}, rule) // or it never does
		if !errors.Is(err, context.Canceled) || len(spells.Findings) > 0 {
			t.Errorf("%s: %v, %v", deaf, spells, err)
		}
		close(release)
	}
}
