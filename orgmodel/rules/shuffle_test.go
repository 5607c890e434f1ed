package rules_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
)

// TestShuffle puts the records of every fixture into other orders: the findings of its rule keep
// their fingerprints and severities.
func TestShuffle(t *testing.T) {
	all := map[string]orgmodel.Rule{}
	for _, r := range shipped() {
		all[r.Name] = r
	}
	for dir, r := range cases {
		all[dir] = r
	}
	files, err := filepath.Glob("testdata/*/bad*.org")
	if err != nil || len(files) < len(all) {
		t.Fatalf("%d fixtures for %d rules, %v", len(files), len(all), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f, err := parseFixture(file, string(text))
		if err != nil {
			t.Fatal(err)
		}
		r := all[filepath.Base(filepath.Dir(file))]
		want := prints(findings(t, f, r))
		rnd := rand.New(rand.NewPCG(1, uint64(len(text))))
		for range 20 {
			g := f
			g.spec.Nodes, g.spec.Lines = slices.Clone(f.spec.Nodes), slices.Clone(f.spec.Lines)
			rnd.Shuffle(len(g.spec.Nodes), func(i, j int) { g.spec.Nodes[i], g.spec.Nodes[j] = g.spec.Nodes[j], g.spec.Nodes[i] })
			rnd.Shuffle(len(g.spec.Lines), func(i, j int) { g.spec.Lines[i], g.spec.Lines[j] = g.spec.Lines[j], g.spec.Lines[i] })
			if got := prints(findings(t, g, r)); !slices.Equal(got, want) {
				t.Errorf("%s: shuffled, %s finds\n  %s\n  before it was\n  %s", file, r.Name, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
				break
			}
		}
	}
}

func prints(found orgmodel.Findings) []string {
	var all []string
	for _, f := range found {
		all = append(all, f.Fingerprint()+" "+f.Severity.String()+" "+string(f.Subject)+" "+f.Key)
	}
	slices.Sort(all)
	return all
}
