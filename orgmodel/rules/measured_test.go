package rules_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// bothSorts runs a test over organisations in which nothing is wrong and others in which all is.
func bothSorts(t *testing.T, test func(t *testing.T, o *orgmodel.Org)) {
	t.Helper()
	for seed := range rounds() / 10 {
		for _, o := range []*orgmodel.Org{
			orgtest.Random{Seed: seed, Posts: 20 + int(seed%60), Projects: int(seed % 9), Vacant: .2, JobShare: .2, Dotted: .2}.Org(),
			orgmodel.New(orgtest.Hostile(seed, int(seed%40))).At(orgtest.HostileDay),
		} {
			if test(t, o); t.Failed() {
				t.Fatalf("seed %d:\n%s", seed, orgtest.Written(o.Spec()))
			}
		}
	}
}

// subjects are the subjects of what a rule finds, each once, and what they relate to.
func subjects(t *testing.T, o *orgmodel.Org, r orgmodel.Rule) (subjects, related []orgmodel.ID) {
	t.Helper()
	fs, err := orgmodel.Checker{Limit: -1}.Check(context.Background(), o, r)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fs {
		if f.Rule == r.Name {
			subjects, related = append(subjects, f.Subject), append(related, f.Related...)
		}
	}
	slices.Sort(subjects)
	slices.Sort(related)
	return slices.Compact(subjects), slices.Compact(related)
}

// The managers measured above the limit are those that span-wide finds.
func TestManagersAreThoseOfTheRule(t *testing.T) {
	wide := 0
	bothSorts(t, func(t *testing.T, o *orgmodel.Org) {
		for _, c := range []rules.Counting{rules.Posts, rules.People, rules.FTEs} {
			s := rules.SpanWide{Default: 2, ByArchetype: map[string]int{}, Count: c}
			all, err := s.Managers(context.Background(), o)
			if err != nil {
				t.Fatal(err)
			}
			var want []orgmodel.ID
			for _, m := range all {
				sum := int64(0)
				for _, r := range m.Reports {
					sum += c.Of(o, r)
				}
				if sum != m.Span {
					t.Errorf("%s: the span is %d, its reports count %d", o.ID(m.Seat), m.Span, sum)
				}
				if m.Span > 2_000_000 {
					want = append(want, o.ID(m.Seat))
				}
			}
			slices.Sort(want)
			got, _ := subjects(t, o, s.Rule())
			if want = slices.Compact(want); !slices.Equal(got, want) {
				t.Errorf("%s: the rule finds %q, the measure %q", c, got, want)
			}
			wide += len(want)
		}
	})
	if wide == 0 {
		t.Error("no wide span was looked at")
	}
}

// The seats measured deeper than the limit are there exactly where layers-deep finds a tree too deep,
// and rows of single reports are those of one-to-one-chain.
func TestLevelsAndRowsAreThoseOfTheRules(t *testing.T) {
	deep, rows := 0, 0
	bothSorts(t, func(t *testing.T, o *orgmodel.Org) {
		level, err := rules.LayersDeep{}.Levels(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		got, low := subjects(t, o, rules.LayersDeep{Max: 2}.Rule())
		if (slices.Max(append(level, 0)) > 2) != (len(got) > 0) {
			t.Errorf("the rule finds %q, the deepest level is %d", got, slices.Max(append(level, 0)))
		}
		for _, id := range low {
			if r, ok := o.Find(id); ok && level[r] <= 2 {
				t.Errorf("%q is too deep by the rule, and on level %d", id, level[r])
			}
		}
		deep += len(low)
		chains, err := rules.OneToOneChain{}.Rows(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		var first []orgmodel.ID
		for _, c := range chains {
			first = append(first, o.ID(c[0]))
		}
		slices.Sort(first)
		if got, _ := subjects(t, o, rules.OneToOneChain{}.Rule()); !slices.Equal(got, slices.Compact(first)) {
			t.Errorf("the rule finds rows from %q, the measure from %q", got, first)
		}
		rows += len(chains)
	})
	if deep == 0 || rows == 0 {
		t.Errorf("%d deep seats and %d rows were looked at", deep, rows)
	}
}

// Chokepoints that the rule finds are the lowest of those measured too large.
func TestWaysAreThoseOfTheRule(t *testing.T) {
	met := 0
	bothSorts(t, func(t *testing.T, o *orgmodel.Org) {
		c := rules.Chokepoint{Fraction: .2, MinSeats: -1}
		u, err := c.Ways(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		large := map[orgmodel.ID]bool{}
		var lowest []orgmodel.ID
		for _, w := range u.Of {
			if !w.TooLarge || w.Deputy {
				continue
			}
			large[o.ID(w.Seat)] = true
			if !slices.ContainsFunc(u.Of, func(v rules.WayUp) bool { return v.Next == w.Seat && v.TooLarge && !v.Deputy }) {
				lowest = append(lowest, o.ID(w.Seat))
			}
		}
		got, _ := subjects(t, o, c.Rule())
		slices.Sort(lowest)
		for _, id := range lowest {
			if !slices.Contains(got, id) {
				t.Errorf("the rule finds %q and not %q", got, id)
			}
		}
		for _, id := range got {
			if !large[id] {
				t.Errorf("the rule finds %q, which was not measured too large", id)
			}
		}
		met += len(got)
	})
	if met == 0 {
		t.Error("no chokepoint was looked at")
	}
}

// A project measured to be of a structure is no misfit of the rule in that mode.
func TestProjectsAreThoseOfTheRule(t *testing.T) {
	met := map[rules.Structure]int{}
	bothSorts(t, func(t *testing.T, o *orgmodel.Org) {
		all, err := rules.MatrixMode{}.Projects(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range []rules.Structure{rules.Functional, rules.Weak, rules.Balanced, rules.Strong, rules.Projectised} {
			_, misfits := subjects(t, o, rules.MatrixMode{Mode: s, MinShare: 1}.Rule())
			for _, p := range all {
				if p.Shape == s && slices.Contains(misfits, o.ID(p.Project)) {
					t.Errorf("%q was measured to be %s, and is a misfit of it", o.ID(p.Project), s)
				}
				if p.Shape == s {
					met[s]++
				}
			}
		}
	})
	if met[rules.Strong] == 0 || met[rules.Weak] == 0 {
		t.Errorf("the structures met are %v", met)
	}
}

// Where the rule finds nobody outside a central PMO, the measure has none outside either.
func TestFoundIsThatOfTheRule(t *testing.T) {
	met := 0
	bothSorts(t, func(t *testing.T, o *orgmodel.Org) {
		f, err := rules.PMOPlacement{}.Found(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		sum := 0
		for _, x := range f.PMOs {
			sum += x.Managers
			met++
			got, _ := subjects(t, o, rules.PMOPlacement{}.Rule())
			if x.Adrift && !slices.Contains(got, o.ID(x.PMO)) {
				t.Errorf("%q was measured adrift, and the rule finds %q", o.ID(x.PMO), got)
			}
		}
		if sum != f.Inside || f.Inside+f.Outside > f.Managers {
			t.Errorf("%d into PMOs, %d inside, %d outside, of %d", sum, f.Inside, f.Outside, f.Managers)
		}
	})
	if met == 0 {
		t.Error("no PMO was looked at")
	}
}

// Whoever gave up gets that error and nothing else.
func TestMeasuresStop(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	o := orgtest.Random{Posts: 20_000, Projects: 50}.Org()
	for name, measure := range map[string]func() error{
		"managers": func() error { _, err := rules.SpanWide{}.Managers(ctx, o); return err },
		"rows":     func() error { _, err := rules.OneToOneChain{}.Rows(ctx, o); return err },
		"levels":   func() error { _, err := rules.LayersDeep{}.Levels(ctx, o); return err },
		"projects": func() error { _, err := rules.MatrixMode{}.Projects(ctx, o); return err },
		"ways":     func() error { _, err := rules.Chokepoint{}.Ways(ctx, o); return err },
		"found":    func() error { _, err := rules.PMOPlacement{}.Found(ctx, o); return err },
		"units":    func() error { _, err := rules.NewUnits(ctx, o, 1); return err },
	} {
		if err := measure(); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

// Units are the same tree whatever the level asked for, and homes lie within it.
func TestUnits(t *testing.T) {
	met := 0
	bothSorts(t, func(t *testing.T, o *orgmodel.Org) {
		all, err := rules.NewUnits(context.Background(), o, 1<<30)
		if err != nil {
			t.Fatal(err)
		}
		one, _ := rules.NewUnits(context.Background(), o, 1)
		for r := range o.Nodes() {
			if all.Level(r) != one.Level(r) || all.Parent(r) != one.Parent(r) {
				t.Errorf("%q: level %d and %d", o.ID(r), all.Level(r), one.Level(r))
			}
			if u := all.Around(r); u != orgmodel.None && u != r {
				t.Errorf("%q is in %q where every level is told apart", o.ID(r), o.ID(u))
			}
			for _, h := range one.Homes(r) {
				if met++; one.Level(h) != 1 || !o.Live(h) {
					t.Errorf("%q sits in %q of level %d", o.ID(r), o.ID(h), one.Level(h))
				}
			}
		}
	})
	if met == 0 {
		t.Error("nobody sits anywhere")
	}
}
