package rules_test

import (
	"context"
	"fmt"
	"reflect"
	"runtime"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// TestWorkers: all rules together find what each finds alone, however many run at a time on however many processors.
// With -race it also holds what rules share to being left alone.
func TestWorkers(t *testing.T) {
	set := append(rules.All(), told()...)
	specs := map[string]func() *orgmodel.Org{
		"estate": func() *orgmodel.Org { return newEstate(1500).At(estateDay) },
	}
	for seed := range uint64(6) {
		specs[fmt.Sprint("hostile ", seed)] = func() *orgmodel.Org { return orgmodel.New(orgtest.Hostile(seed, 300)).At(estateDay) }
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for name, fresh := range specs {
		want := alone(t, fresh(), set)
		for _, procs := range []int{1, 2, 8} {
			runtime.GOMAXPROCS(procs)
			for _, workers := range []int{1, 2, 8, 0} {
				found, err := orgmodel.Checker{Workers: workers}.Check(context.Background(), fresh(), set...)
				if err != nil {
					t.Fatal(err)
				}
				if got := byRule(found); !reflect.DeepEqual(got, want) {
					t.Errorf("%s: %d workers on %d processors find something else than the rules alone: %v", name, workers, procs, differing(got, want))
				}
			}
		}
	}
}

// alone is what rules find in checks of their own, by rule.
func alone(t *testing.T, o *orgmodel.Org, set []orgmodel.Rule) map[string]orgmodel.Findings {
	t.Helper()
	var all orgmodel.Findings
	for _, r := range set {
		found, err := orgmodel.Check(context.Background(), o, r)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, found...)
	}
	return byRule(all)
}

// byRule leaves each rule's findings in their order; those about rules stand by rule.
func byRule(found orgmodel.Findings) map[string]orgmodel.Findings {
	by := map[string]orgmodel.Findings{}
	for _, f := range found {
		name := f.Rule
		if name == orgmodel.MatchesNothing {
			name += " " + string(f.Subject)
		}
		by[name] = append(by[name], f)
	}
	return by
}

// differing names the rules whose findings differ.
func differing(a, b map[string]orgmodel.Findings) (names []string) {
	for _, m := range []map[string]orgmodel.Findings{a, b} {
		for name := range m {
			if !reflect.DeepEqual(a[name], b[name]) {
				names = append(names, name)
			}
		}
	}
	return names
}
