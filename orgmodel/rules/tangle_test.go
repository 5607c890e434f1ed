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
)

// tangle is a small organisation in which everything may be wrong: a handful of records, and more
// lines than they can bear.
func tangle(rnd *rand.Rand) orgmodel.Spec {
	any := func(of ...string) string { return of[rnd.IntN(len(of))] }
	dates := func() (iv orgmodel.Interval) {
		if rnd.IntN(4) == 0 {
			iv.From = orgmodel.NewDate(2026, time.Month(1+rnd.IntN(6)), 1)
		}
		if rnd.IntN(4) == 0 {
			iv.Until = orgmodel.NewDate(2026, time.Month(1+rnd.IntN(6)), 1)
		}
		return iv
	}
	attrs := func() orgmodel.Attrs {
		var kv []string
		for _, a := range [][]string{
			{"top", "true"}, {"state", "abolished"}, {"state", "inactive"}, {"occupancy", "vacant"}, {"fte", "0.6"}, {"mode", "job-share"},
			{"mode", "acting"}, {"grade", "G7"}, {"grade", "SEO"}, {"title", "IT manager, BA"}, {"title", "Project manager"},
			{"archetype", "player-coach"}, {"tags", "deputy"}, {"mode", "embedded"}, {"engagement", "external"},
		} {
			if rnd.IntN(12) == 0 {
				kv = append(kv, a...)
			}
		}
		return orgmodel.NewAttrs(kv...)
	}
	s := orgmodel.Spec{}
	ids := []string{"ghost", ""}
	for i := range 3 + rnd.IntN(9) {
		id := fmt.Sprintf("%c%d", 'a'+rnd.IntN(26), i)
		ids = append(ids, id)
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(id), Kind: orgmodel.Kind(any("post", "post", "post", "person", "person",
			"unit", "programme", "project", "role", "duty", "squad")), Live: dates(), Attrs: attrs()})
	}
	for _, role := range []string{"project-manager", "it-manager", "auditor"} {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(role), Kind: orgmodel.Role})
	}
	for range 3 * len(ids) {
		l := orgmodel.Line{From: orgmodel.ID(any(ids...)), To: orgmodel.ID(any(ids...)), Live: dates(), Attrs: attrs(),
			Rel: orgmodel.Rel(any("reports-to", "reports-to", "reports-to", "holds", "holds", "part-of", "dotted-to", "accountable-for", "has-role",
				"directed-by", "works-on", "owns"))}
		if l.Rel == orgmodel.HasRole {
			l.To = orgmodel.ID(any("project-manager", "it-manager", "auditor"))
		}
		if rnd.IntN(4) == 0 {
			l.Scope = orgmodel.ID(any(ids...))
		}
		s.Lines = append(s.Lines, l)
	}
	return s
}

// TestShuffleTangles puts the records of random organisations into other orders: no fingerprint
// and no severity changes, whichever rule; and no rule panics.
func TestShuffleTangles(t *testing.T) {
	all := shipped()
	for dir, r := range cases {
		r.Name = dir // so that the findings of one rule under several parameters stay apart
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b orgmodel.Rule) int { return strings.Compare(a.Name, b.Name) })
	for seed := range uint64(400) {
		rnd := rand.New(rand.NewPCG(seed, 11))
		s := tangle(rnd)
		var on orgmodel.Date
		if seed%2 == 0 {
			on = orgmodel.NewDate(2026, time.Month(1+rnd.IntN(6)), 1)
		}
		want := tangled(t, s, on, all)
		for range 4 {
			rnd.Shuffle(len(s.Nodes), func(i, j int) { s.Nodes[i], s.Nodes[j] = s.Nodes[j], s.Nodes[i] })
			rnd.Shuffle(len(s.Lines), func(i, j int) { s.Lines[i], s.Lines[j] = s.Lines[j], s.Lines[i] })
			got := tangled(t, s, on, all)
			if lost, new := minus(want, got), minus(got, want); len(lost)+len(new) > 0 {
				t.Fatalf("seed %d, day %q: shuffled, these go:\n  %s\nand these come:\n  %s", seed, on,
					strings.Join(lost, "\n  "), strings.Join(new, "\n  "))
			}
		}
	}
}

func tangled(t *testing.T, s orgmodel.Spec, on orgmodel.Date, all []orgmodel.Rule) []string {
	t.Helper()
	found, err := orgmodel.Check(context.Background(), orgmodel.New(s).At(on), all...)
	if err != nil {
		t.Fatal(err)
	}
	var prints []string
	for _, f := range found {
		if f.Key == "panic" {
			t.Fatal(f)
		}
		prints = append(prints, fmt.Sprintf("%s %s %q %q", f.Severity, f.Rule, f.Subject, f.Key))
	}
	slices.Sort(prints)
	return prints
}

// minus are those of a that b lacks, one for one.
func minus(a, b []string) (rest []string) {
	b = slices.Clone(b)
	for _, x := range a {
		if i := slices.Index(b, x); i >= 0 {
			b = slices.Delete(b, i, i+1)
		} else {
			rest = append(rest, x)
		}
	}
	return rest
}
