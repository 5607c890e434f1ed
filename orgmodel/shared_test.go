package orgmodel_test

import (
	"context"
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"

	"example.com/orgchart/orgmodel"
)

// Two rules look at how many report to each seat, which is counted once.
func ExampleShared() {
	type spansKey struct{}
	spans := func(p *orgmodel.Pass) map[orgmodel.Ref]int {
		return orgmodel.Shared(p, spansKey{}, func() map[orgmodel.Ref]int {
			fmt.Println("counting")
			n := map[orgmodel.Ref]int{}
			for e := range p.Edges(orgmodel.ReportsTo) {
				n[p.SeatOf(e.To)]++
			}
			return n
		})
	}
	rule := func(name string, wrong func(span int) bool) orgmodel.Rule {
		return orgmodel.Rule{Name: name, Check: func(p *orgmodel.Pass) {
			for seat, n := range spans(p) {
				if wrong(n) {
					p.Report(orgmodel.Finding{Subject: p.ID(seat), Message: fmt.Sprintf("%s leads %d.", p.ID(seat), n)})
				}
			}
		}}
	}
	o := orgmodel.New(orgmodel.Spec{Lines: []orgmodel.Line{
		{From: "b", Rel: orgmodel.ReportsTo, To: "a"}, {From: "c", Rel: orgmodel.ReportsTo, To: "a"}, {From: "d", Rel: orgmodel.ReportsTo, To: "b"},
	}})
	found, _ := orgmodel.Check(context.Background(), o,
		rule("lonely", func(span int) bool { return span == 1 }), rule("busy", func(span int) bool { return span > 1 }))
	for _, f := range found {
		fmt.Println(f.Rule, f.Message)
	}
	// Output:
	// counting
	// busy a leads 2.
	// lonely b leads 1.
}

// TestShared: what one key names is worked out once a check, however many rules ask at a time; one key names a value
// of each type; and where work panics each rule that asks fails, whichever came first.
func TestShared(t *testing.T) {
	var made atomic.Int32
	var rules []orgmodel.Rule
	for i := range 50 {
		rules = append(rules, orgmodel.Rule{Name: fmt.Sprint("r", i), Check: func(p *orgmodel.Pass) {
			text := orgmodel.Shared(p, i%5, func() string { made.Add(1); return fmt.Sprint(i % 5) })
			number := orgmodel.Shared(p, i%5, func() int { made.Add(1); return i % 5 })
			none := orgmodel.Shared(p, "none", func() error { made.Add(1); return nil })
			if text != fmt.Sprint(i%5) || number != i%5 || none != nil {
				p.Report(orgmodel.Finding{Message: fmt.Sprint(text, number, none)})
			}
			if i%10 == 0 {
				orgmodel.Shared(p, "bad", func() int { panic("no such luck") })
			}
		}})
	}
	o := orgmodel.New(orgmodel.Spec{})
	for _, workers := range []int{0, 1, 3} {
		made.Store(0)
		found, err := orgmodel.Checker{Workers: workers}.Check(context.Background(), o, rules...)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) != 5 || made.Load() != 11 {
			t.Errorf("%d workers: %d values worked out, want 11; found %v, want 5 panics", workers, made.Load(), found)
		}
		for _, f := range found {
			if f.Key != "panic" {
				t.Errorf("%d workers: %v", workers, f)
			}
		}
	}
}

// A key that cannot be compared is a fault of the rule that has it, and no other waits for what it holds.
func TestSharedOddKey(t *testing.T) {
	asked := make(chan bool)
	found, err := orgmodel.Check(t.Context(), orgmodel.New(orgmodel.Spec{}),
		orgmodel.Rule{Name: "odd", Check: func(p *orgmodel.Pass) {
			defer close(asked)
			orgmodel.Shared(p, []int{1}, func() int { return 1 })
		}},
		orgmodel.Rule{Name: "plain", Check: func(p *orgmodel.Pass) {
			<-asked
			orgmodel.Shared(p, 1, func() int { return 1 })
		}})
	if err != nil || len(found) != 1 || found[0].Rule != "odd" || found[0].Key != "panic" {
		t.Errorf("%v %v", found, err)
	}
}

// Where work ends its goroutine, as t.FailNow does, each rule that asks fails and none waits.
func TestSharedGoexit(t *testing.T) {
	quits := func(name string) orgmodel.Rule {
		return orgmodel.Rule{Name: name, Check: func(p *orgmodel.Pass) {
			orgmodel.Shared(p, "k", func() int { runtime.Goexit(); return 1 })
		}}
	}
	for _, workers := range []int{0, 1} {
		found, err := orgmodel.Checker{Workers: workers}.Check(t.Context(), orgmodel.New(orgmodel.Spec{}), quits("a"), quits("b"), quits("c"))
		if err != nil || len(found) != 3 || found[0].Key != "panic" || found[2].Key != "panic" {
			t.Errorf("%d workers: %v %v", workers, found, err)
		}
	}
}
