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
