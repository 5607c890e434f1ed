package rules_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
)

var (
	someKinds = []orgmodel.Kind{
		orgmodel.Post, orgmodel.Post, orgmodel.Post, orgmodel.Person, orgmodel.Person, orgmodel.Person,
		orgmodel.Unit, orgmodel.Role, orgmodel.Project, "agent",
	}
	someRels = []orgmodel.Rel{
		orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.Holds, orgmodel.Holds,
		orgmodel.DirectedBy, orgmodel.FunctionalTo, orgmodel.DottedTo, orgmodel.PartOf, orgmodel.HasRole, orgmodel.AccountableFor, "rides",
	}
	someAttrs = [][]string{
		nil, nil, nil, nil, nil, {"top", "true"}, {"state", "abolished"}, {"state", "inactive"}, {"occupancy", "vacant"},
		{"mode", "job-share"}, {"mode", "acting"}, {"mode", "co-boss"}, {"fte", "0.5"}, {"unreadable:3:grade", "G?"},
	}
)

// random is a small organisation with all kinds of fault: repeated ids with equal records, empty
// ids, ids that look alike, undeclared ends, loops, several bosses, dates in and out of order.
func random(rnd *rand.Rand) orgmodel.Spec {
	n := 2 + rnd.IntN(14)
	id := func() orgmodel.ID {
		switch k := rnd.IntN(n + 2); {
		case rnd.IntN(40) == 0:
			return ""
		case rnd.IntN(25) == 0:
			return orgmodel.ID(fmt.Sprintf("N %d", k))
		default:
			return orgmodel.ID(fmt.Sprintf("n%d", k))
		}
	}
	day := func() orgmodel.Date {
		if rnd.IntN(4) > 0 {
			return orgmodel.Date{}
		}
		return orgmodel.NewDate(2025, time.Month(1+rnd.IntN(24)), 1)
	}
	attrs := func() orgmodel.Attrs { return orgmodel.NewAttrs(someAttrs[rnd.IntN(len(someAttrs))]...) }
	pick := rnd.IntN(3) // mostly solid lines, or anything
	rel := func() orgmodel.Rel {
		if pick == 0 {
			return someRels[rnd.IntN(6)]
		}
		return someRels[rnd.IntN(len(someRels))]
	}
	var s orgmodel.Spec
	of := map[orgmodel.ID]orgmodel.Node{}
	for range n {
		node := orgmodel.Node{ID: id(), Kind: someKinds[rnd.IntN(len(someKinds))], Live: orgmodel.Interval{From: day(), Until: day()}, Attrs: attrs()}
		if same, ok := of[node.ID]; ok {
			node = same
		}
		of[node.ID] = node
		s.Nodes = append(s.Nodes, node)
	}
	for range rnd.IntN(3 * n) {
		l := orgmodel.Line{From: id(), Rel: rel(), To: id(), Live: orgmodel.Interval{From: day(), Until: day()}, Attrs: attrs()}
		if rnd.IntN(8) == 0 {
			l.Scope = id()
		}
		s.Lines = append(s.Lines, l)
		if rnd.IntN(12) == 0 {
			s.Lines = append(s.Lines, l)
		}
	}
	return s
}

func shuffled(rnd *rand.Rand, s orgmodel.Spec) orgmodel.Spec {
	s.Nodes, s.Lines = slices.Clone(s.Nodes), slices.Clone(s.Lines)
	rnd.Shuffle(len(s.Nodes), func(i, j int) { s.Nodes[i], s.Nodes[j] = s.Nodes[j], s.Nodes[i] })
	rnd.Shuffle(len(s.Lines), func(i, j int) { s.Lines[i], s.Lines[j] = s.Lines[j], s.Lines[i] })
	return s
}

// renamed puts a letter before every id that is not empty: no two ids change their order.
func renamed(s orgmodel.Spec) orgmodel.Spec {
	name := func(id orgmodel.ID) orgmodel.ID {
		if id == "" {
			return id
		}
		return "q" + id
	}
	s.Nodes, s.Lines = slices.Clone(s.Nodes), slices.Clone(s.Lines)
	for i := range s.Nodes {
		s.Nodes[i].ID = name(s.Nodes[i].ID)
	}
	for i, l := range s.Lines {
		s.Lines[i].From, s.Lines[i].To, s.Lines[i].Scope = name(l.From), name(l.To), name(l.Scope)
	}
	return s
}

func checkAll(t *testing.T, s orgmodel.Spec, day orgmodel.Date) orgmodel.Findings {
	t.Helper()
	found, err := orgmodel.Check(context.Background(), orgmodel.New(s).At(day), shipped()...)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Key == "panic" || f.Rule == orgmodel.MatchesNothing || !strings.Contains(f.Message, strings.TrimSpace(string(f.Subject))) {
			t.Fatalf("%s\n%v", f, s)
		}
	}
	return found
}

// TestRandomShuffle: the order of a file's records changes no fingerprint and no severity.
func TestRandomShuffle(t *testing.T) {
	for seed := range rounds() {
		rnd := rand.New(rand.NewPCG(seed, 1))
		s := random(rnd)
		for _, day := range []orgmodel.Date{{}, orgmodel.NewDate(2026, time.January, 15)} {
			want := prints(checkAll(t, s, day))
			for range 3 {
				again := shuffled(rnd, s)
				if got := prints(checkAll(t, again, day)); !slices.Equal(got, want) {
					t.Fatalf("seed %d, day %q\n%s\nfinds\n%s\nand shuffled\n%s\nfinds\n%s", seed, day,
						orgtest.Written(s), less(want, got), orgtest.Written(again), less(got, want))
				}
			}
		}
	}
}

// TestRandomRename: ids that keep their order change nothing but names.
func TestRandomRename(t *testing.T) {
	for seed := range rounds() {
		s := random(rand.New(rand.NewPCG(seed, 2)))
		want, got := checkAll(t, s, orgmodel.Date{}), checkAll(t, renamed(s), orgmodel.Date{})
		if len(got) != len(want) {
			t.Fatalf("seed %d: %d findings, renamed %d\n%s", seed, len(want), len(got), orgtest.Written(s))
		}
		for i, f := range want {
			g := got[i]
			if g.Rule != f.Rule || g.Severity != f.Severity || strings.TrimPrefix(string(g.Subject), "q") != string(f.Subject) ||
				len(g.Path) != len(f.Path) || len(g.Related) != len(f.Related) {
				t.Fatalf("seed %d: %s\nrenamed: %s\n%s", seed, f, g, orgtest.Written(s))
			}
		}
	}
}

func rounds() uint64 {
	if testing.Short() {
		return 200
	}
	return 1000
}

// less is what a has and b has not.
func less(a, b []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) }), "\n")
}
