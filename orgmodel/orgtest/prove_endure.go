package orgtest

import (
	"context"
	"sync"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
)

// proveHostile runs a rule over organisations that are wrong in every way, on no day and on one.
func proveHostile(t testing.TB, rule orgmodel.Rule) {
	t.Helper()
	rounds := uint64(60)
	if testing.Short() {
		rounds = 15
	}
	for seed := range rounds {
		s := Hostile(seed, int(seed%24))
		var day orgmodel.Date
		if seed%2 == 1 {
			day = HostileDay
		}
		o := orgmodel.New(s).At(day)
		found, err := orgmodel.Checker{Limit: -1}.Check(context.Background(), o, rule)
		if err != nil {
			t.Errorf("%s: %v", rule.Name, err)
			return
		}
		for _, f := range found {
			if why := lacks(o, f); f.Rule == rule.Name && why != "" {
				t.Errorf("%s, Hostile(%d, %d)%s: %s:\n%s\n    of the organisation\n%s", rule.Name, seed, seed%24, onDay(o), why, indent(tellOne(f)), indent(cut(Written(s))))
				return
			}
		}
		if !provePrints(t, rule, "a hostile organisation", s, day, true) {
			return
		}
	}
}

// A rule that is at work for so long on the large organisation must look at its context. It is far
// more than a rule that does little for each record takes on a slow and busy machine.
const slow = 5 * time.Second

// large is the organisation that rules are timed on, made once.
var large = sync.OnceValue(func() *orgmodel.Org {
	return Random{Posts: 20_000, Projects: 400, Dotted: 0.1}.Org()
})

// proveStop gives up a rule that is at work for slow or longer on a large organisation after a
// tenth of its time, and fails t where it goes on for more than half of it.
func proveStop(t testing.TB, rule orgmodel.Rule, slow time.Duration) {
	t.Helper()
	o := large()
	var working sync.Mutex // Check does not wait for a rule that it gave up
	timed := rule
	timed.Check = func(p *orgmodel.Pass) {
		working.Lock()
		defer working.Unlock()
		rule.Check(p)
	}
	run := func(ctx context.Context) time.Duration {
		start := time.Now()
		_, _ = orgmodel.Check(ctx, o, timed) // its error is ctx's, and says nothing about the rule
		working.Lock()
		defer working.Unlock()
		return time.Since(start)
	}
	run(context.Background()) // what the organisation works out once does not count
	all := run(context.Background())
	if all < slow {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), all/10)
	defer cancel()
	if took := run(ctx); took > all/2 {
		t.Errorf("%s: of %v at work on %d records it took %v though given up after %v: range over Pass.Select, or look at Pass.Stopped in long loops",
			rule.Name, all.Round(time.Millisecond), o.Len(), took.Round(time.Millisecond), (all / 10).Round(time.Millisecond))
	}
}
