package rules_test

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
)

// TestShuffle puts the records of every fixture into any order, those of one id among them: the
// findings of its rule keep their fingerprints and severities.
func TestShuffle(t *testing.T) {
	for dir, r := range all() {
		for _, c := range orgtest.Cases(t, os.DirFS(filepath.Join("testdata", dir)), "bad*.org") {
			want := prints(found(t, c.Spec, c.AsOf, r))
			rnd := rand.New(rand.NewPCG(1, uint64(len(c.Spec.Lines))))
			for range 20 {
				if got := prints(found(t, shuffled(rnd, c.Spec), c.AsOf, r)); !slices.Equal(got, want) {
					t.Errorf("%s/%s: shuffled, %s finds\n  %s\n  before it was\n  %s", dir, c.Name, r.Name, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
					break
				}
			}
		}
	}
}

// TestShuffleHostile does so with organisations that are wrong in every way, and with the lines
// alone where ids repeat: no fingerprint and no severity changes, whichever of a seat's bosses
// comes first.
func TestShuffleHostile(t *testing.T) {
	all := all()
	for seed := range rounds() / 10 {
		s := orgtest.Hostile(seed, int(seed%14))
		rnd := rand.New(rand.NewPCG(seed, 11))
		again := shuffled(rnd, s)
		ids := map[orgmodel.ID]bool{}
		for _, n := range s.Nodes {
			ids[n.ID] = true
		}
		if len(ids) < len(s.Nodes) {
			again.Nodes = s.Nodes
		}
		for dir, r := range all {
			want, got := prints(found(t, s, orgtest.HostileDay, r)), prints(found(t, again, orgtest.HostileDay, r))
			if !slices.Equal(got, want) {
				t.Fatalf("seed %d, %s\n%s\nfinds\n%s\nand shuffled\n%s\nfinds\n%s", seed, dir,
					orgtest.Written(s), less(want, got), orgtest.Written(again), less(got, want))
			}
		}
	}
}

func found(t *testing.T, s orgmodel.Spec, day orgmodel.Date, r orgmodel.Rule) orgmodel.Findings {
	t.Helper()
	fs, err := orgmodel.Check(context.Background(), orgmodel.New(s).At(day), r)
	if err != nil {
		t.Fatal(err)
	}
	return fs
}

func prints(found orgmodel.Findings) []string {
	var all []string
	for _, f := range found {
		all = append(all, f.Fingerprint()+" "+f.Severity.String()+" "+string(f.Subject)+" "+f.Key)
	}
	slices.Sort(all)
	return all
}
