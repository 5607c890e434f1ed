package policy_test

import (
	"fmt"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/policy"
)

// In organisations in which everything is wrong, coverage is the same however many rules run at a
// time, its parts are no more than the whole, and what it misses is what it says.
func TestCoverageOfHostile(t *testing.T) {
	rules := load(t, "profile: [delivery-default, strong]\npacks: [core, policy, delivery, value, duty, ops, shape]\n").Rules()
	for seed := range uint64(20) {
		o := orgmodel.New(orgtest.Hostile(seed, 60))
		said := ""
		for _, workers := range []int{1, 7, 0} {
			var c orgmodel.Coverage
			if _, err := (orgmodel.Checker{Coverage: &c, Workers: workers}).Check(t.Context(), o, rules...); err != nil {
				t.Fatal(err)
			}
			now := fmt.Sprintf("%+v %+v %+v %+v", c.Rules, c.Seats(), c.Deliveries(), c.Lines())
			if said == "" {
				said = now
			}
			if now != said {
				t.Errorf("seed %d, %d workers: %s\nwant %s", seed, workers, now, said)
			}
			for _, s := range []orgmodel.Share{c.Seats(), c.Deliveries(), c.Of(orgmodel.Person)} {
				if s.Covered < 0 || s.Covered > s.All || len(s.Missed) != min(s.All-s.Covered, orgmodel.MissedCap) {
					t.Errorf("seed %d: %+v", seed, s)
				}
				for _, id := range s.Missed {
					if r, ok := o.Find(id); !ok || c.Covers(r) || !o.Live(r) {
						t.Errorf("seed %d: %q is missed", seed, id)
					}
				}
			}
		}
	}
}

// Baselines written, split and updated agree: nothing is fresh after a baseline is written, and
// updating with what is there changes nothing.
func TestBaselineOfHostile(t *testing.T) {
	p := load(t, "packs: [core, delivery, value]\n")
	for seed := range uint64(20) {
		o := orgmodel.New(orgtest.Hostile(seed, 60))
		out, err := policy.Checker{Afresh: true}.Check(t.Context(), o, p)
		if err != nil {
			t.Fatal(err)
		}
		b := policy.NewBaseline(out.Findings)
		again, err := policy.Checker{Baseline: b}.Check(t.Context(), o, p)
		if err != nil || len(again.Findings) != 0 || len(again.Known) != len(out.Findings) {
			t.Errorf("seed %d: %v %v", seed, again.Findings, err)
		}
		if u := b.Update(out.Findings); fmt.Sprint(u.Entries) != fmt.Sprint(b.Entries) {
			t.Errorf("seed %d: an update changes %v to %v", seed, b.Entries, u.Entries)
		}
	}
}
