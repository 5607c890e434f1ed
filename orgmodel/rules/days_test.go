package rules_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// soon are the rules that count days, with so few of them that a test of some months meets their ends.
func soon() []orgmodel.Rule {
	return []orgmodel.Rule{
		rules.VacantManager{MaxDays: 9}.Rule(), rules.VacantManager{MaxDays: 31}.Rule(), rules.VacantManager{RequireActing: true}.Rule(),
		rules.EndedManager{GraceDays: 7}.Rule(), rules.DepartedHolder{GraceDays: 5}.Rule(), rules.DepartedHolder{GraceDays: 40, LeaveCounts: true}.Rule(),
		rules.UnreachableFromTop{GraceDays: 11}.Rule(), rules.ClosedWorkLiveRoles{GraceDays: 6}.Rule(), rules.ClosedWorkLiveRoles{GraceDays: -1}.Rule(),
		rules.HandoverReceiver{Days: 12}.Rule(), rules.HandoverReceiver{Days: 40}.Rule(), rules.PermanentOnTemporaryLine{NoticeDays: 13}.Rule(),
		rules.EndlessProject{MaxMonths: 2}.Rule(), rules.LineOutlivesEndpoint{ToleranceDays: 8}.Rule(),
		rules.ProjectNeedsManager{GapDays: 4}.Rule(), rules.ProgrammeNeedsManager{GapDays: -1}.Rule(), rules.NeedsSponsor{HandoverDays: 3}.Rule(),
		rules.ReportCycle{LiveOnly: true}.Rule(), rules.PMLoad{Max: 1}.Rule(),
	}
}

// dated gives records and lines of an organisation days in 2026, and makes some of its persons come, go and be
// replaced, some of its lines end, some of its projects close.
func dated(s orgmodel.Spec, rnd *rand.Rand, part float64) orgmodel.Spec {
	day := func() orgmodel.Date {
		if rnd.IntN(2) == 0 {
			return orgmodel.Date{}
		}
		return orgmodel.NewDate(2026, time.Month(1+rnd.IntN(6)), 1+rnd.IntN(28))
	}
	live := func() orgmodel.Interval {
		if rnd.Float64() >= part {
			return orgmodel.Interval{}
		}
		return orgmodel.Interval{From: day(), Until: day()}
	}
	for i := range s.Nodes {
		n := &s.Nodes[i]
		n.Live = live()
		switch {
		case n.Kind == orgmodel.Project && n.Live.Until.IsZero() && rnd.IntN(2) == 0:
			n.Live.Until = orgmodel.NewDate(2026, time.Month(2+rnd.IntN(5)), 1)
		case n.Kind == orgmodel.Service && rnd.IntN(2) == 0:
			n.Attrs = orgmodel.NewAttrs(orgmodel.RunAs, "project", rules.Review, orgmodel.NewDate(2026, 3, 1+rnd.IntN(28)).String())
		}
	}
	for i := range s.Lines {
		s.Lines[i].Live = live()
		if rnd.IntN(20) == 0 && s.Lines[i].Rel == orgmodel.ReportsTo {
			s.Lines = append(s.Lines, orgmodel.Line{From: s.Lines[i].To, Rel: orgmodel.ReportsTo, To: s.Lines[i].From, Live: live()})
		}
	}
	return s
}

// some are organisations with days in them, one a seed.
func some(seed uint64) *orgmodel.Org {
	rnd := rand.New(rand.NewPCG(seed, 3))
	switch seed % 3 {
	case 0:
		return orgmodel.New(dated(random(rnd), rnd, 0.5))
	case 1:
		return orgmodel.New(orgtest.Hostile(seed, 12))
	}
	s := orgtest.Random{Seed: seed, Posts: 14, Projects: 4, Vacant: 0.1, Dotted: 0.2}.Spec()
	for _, n := range s.Nodes {
		if n.Kind == orgmodel.Project {
			svc := orgmodel.ID("svc-" + string(n.ID))
			s.Nodes = append(s.Nodes, orgmodel.Node{ID: svc, Kind: orgmodel.Service})
			s.Lines = append(s.Lines, orgmodel.Line{From: n.ID, Rel: rules.HandsOverTo, To: svc}, orgmodel.Line{From: s.Nodes[0].ID, Rel: orgmodel.Owns, To: svc})
		}
	}
	return orgmodel.New(dated(s, rnd, 0.2))
}

var halfYear = orgmodel.Interval{From: orgmodel.NewDate(2026, 1, 15), Until: orgmodel.NewDate(2026, 8, 1)}

func TestOverIsEveryDay(t *testing.T) {
	n := uint64(60)
	if testing.Short() {
		n = 6
	}
	spells := map[string]int{} // in which something breaks or heals
	for seed := range n {
		org := some(seed)
		for _, r := range slices.Concat(rules.All(), rules.Made(), soon()) {
			orgtest.ProveDays(t, org, halfYear, r)
			if t.Failed() {
				t.Fatalf("seed %d\n%s", seed, orgtest.Written(org.Spec()))
			}
			found, _ := orgmodel.Over(context.Background(), org, halfYear, r)
			for _, f := range found.Findings {
				if f.Spell != nil && f.Spell.String() != (orgmodel.Spell{}).String() {
					spells[r.Name]++
				}
			}
		}
	}
	for _, r := range soon() {
		if r.Name != "line-outlives-endpoint" && spells[r.Name] == 0 && !testing.Short() {
			t.Errorf("%s never broke or healed: the test cannot fail", r.Name)
		}
	}
}

// No shipped rule is looked at on every day because it does not say when it changes its mind.
func TestDaysAreNamed(t *testing.T) {
	n := uint64(90)
	if testing.Short() {
		n = 12
	}
	for seed := range n {
		org := some(seed)
		for _, r := range slices.Concat(rules.All(), rules.Made(), soon()) {
			quiet, err := orgmodel.Over(context.Background(), org, halfYear, r)
			if err != nil {
				t.Fatal(err)
			}
			r.Days = orgmodel.NoDays
			most, _ := orgmodel.Over(context.Background(), org, halfYear, r)
			if extra := quiet.Looked - most.Looked; extra > 40 {
				t.Errorf("%s: looked at %d days more than there are events: say by Days when it changes its mind", r.Name, extra)
			}
		}
	}
}

// Loops are looked for on the days and among all lines: one that holds on no day looked at is information.
func TestOverLoops(t *testing.T) {
	day := func(month time.Month) orgmodel.Date { return orgmodel.NewDate(2026, month, 1) }
	org := orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			{ID: "top", Kind: orgmodel.Post}, {ID: "a", Kind: orgmodel.Post}, {ID: "b", Kind: orgmodel.Post}, {ID: "c", Kind: orgmodel.Post}, {ID: "d", Kind: orgmodel.Post},
		},
		Lines: []orgmodel.Line{
			{From: "a", Rel: orgmodel.ReportsTo, To: "b", Live: orgmodel.Interval{Until: day(3)}}, // swapped: above each other on no day
			{From: "b", Rel: orgmodel.ReportsTo, To: "a", Live: orgmodel.Interval{From: day(3)}},
			{From: "c", Rel: orgmodel.ReportsTo, To: "d", Live: orgmodel.Interval{From: day(4)}},
			{From: "d", Rel: orgmodel.ReportsTo, To: "c", Live: orgmodel.Interval{Until: day(5)}},
		},
	})
	for _, c := range []struct {
		from, until time.Month
		want        []string
	}{
		{1, 12, []string{"error c breaks on 2026-04-01, heals on 2026-05-01", "info a on no day looked at, only among the lines of all days"}},
		{6, 12, []string{"info a on no day looked at, only among the lines of all days", "info c on no day looked at, only among the lines of all days"}},
	} {
		spells, err := orgmodel.Over(context.Background(), org, orgmodel.Interval{From: day(c.from), Until: day(c.until)}, rules.ReportCycle{}.Rule())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range spells.Findings {
			got = append(got, f.Severity.String()+" "+string(f.Subject)+" "+f.Spell.String())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("months %d to %d:\n%q\nwant\n%q", c.from, c.until, got, c.want)
		}
	}
}
