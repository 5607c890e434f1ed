package orgmodel

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"example.com/orgchart/orgmodel/internal/atonce"
)

// Check runs rules over an organisation. It is the zero Checker's Check.
func Check(ctx context.Context, o *Org, rules ...Rule) (Findings, error) {
	return Checker{}.Check(ctx, o, rules...)
}

// A Checker says how rules are run. The zero Checker is good.
type Checker struct {
	// Limit is how many findings of one rule are kept: the first by severity, subject and key,
	// and one more that says how many there were. 0 means 10,000, below 0 all.
	Limit int
	// Workers is how many rules run at a time. 0 means all: there are as many processors at work
	// as the program has, and rules that wait for the tree of bosses keep none from the others.
	// The result does not depend on it.
	Workers int
	// MaxDays is how many days Over looks at before it refuses. 0 means 10,000, below 0 all.
	MaxDays int
	// Coverage is filled with what the rules were about; nil, nobody asks. A check that ends by its
	// context leaves it empty.
	Coverage *Coverage
}

// Check runs rules over an organisation and gives what they found, errors first, then by rule
// and subject. The error is ctx's alone: when ctx is done Check returns at once, and rules that
// are running then end when they next look at Pass.Stopped. A rule that panics, or ends its
// goroutine, becomes a finding that names it; so does one that has no function to check with, and one that selected
// nothing (rule-matches-nothing).
func (c Checker) Check(ctx context.Context, o *Org, rules ...Rule) (Findings, error) {
	if c.Limit == 0 {
		c.Limit = 10_000
	}
	if c.Workers <= 0 {
		c.Workers = len(rules)
	}
	if c.Coverage != nil {
		*c.Coverage = Coverage{}
	}
	rules = slices.Clone(rules) // they may outlive the call, and the slice is the caller's
	passes, err := atonce.Do(ctx, func() ([]*Pass, error) { return c.passes(ctx, o, rules), nil })
	if err == nil {
		err = ctx.Err() // passes that were not run are none
	}
	if err != nil {
		return nil, err
	}
	if c.Coverage != nil {
		c.Coverage.fill(o, passes)
	}
	n := 0
	for _, p := range passes {
		n += len(p.found)
	}
	if n == 0 {
		return nil, nil
	}
	all := make(Findings, 0, n)
	for _, p := range passes {
		all = append(all, p.found...)
	}
	return inOrder(all), nil
}

// passes runs rules, as many at a time as there are Workers, each in its Pass.
func (c Checker) passes(ctx context.Context, o *Org, rules []Rule) []*Pass {
	passes, together := make([]*Pass, len(rules)), new(common)
	next := make(chan int, len(rules))
	for i := range rules {
		next <- i
	}
	close(next)
	var wg sync.WaitGroup
	var work func()
	work = func() {
		finished := false
		defer func() {
			if finished {
				wg.Done()
			} else {
				go work() // a rule ended this goroutine, and others wait
			}
		}()
		for i := range next {
			if ctx.Err() == nil {
				passes[i] = &Pass{Org: o, Ctx: ctx, rule: rules[i], limit: c.Limit, common: together}
				if c.Coverage != nil {
					passes[i].marks = new(marks)
				}
				passes[i].run()
			}
		}
		finished = true
	}
	for range min(c.Workers, len(rules)) {
		wg.Add(1)
		go work()
	}
	wg.Wait()
	return passes
}

// runAll runs passes one after another. A rule that ends its goroutine, as t.FailNow does, ends it for no other.
func runAll(passes []*Pass) {
	for next := 0; next < len(passes); {
		over := make(chan bool)
		go func() {
			defer close(over)
			for next < len(passes) {
				p := passes[next]
				if next++; p.Ctx.Err() == nil {
					p.run()
				}
			}
		}()
		<-over
	}
}

// run checks the rule and closes its findings.
func (p *Pass) run() {
	finished := false
	defer func() {
		r := recover()
		if r == nil && !finished {
			r = "it ended its goroutine, as t.FailNow does"
		}
		if r != nil {
			if p.marks != nil {
				*p.marks = marks{}
			}
			p.found = append(p.found, Finding{
				Rule: p.rule.Name, Severity: Error, Key: "panic",
				Message: fmt.Sprintf("The rule %s failed while it ran: %v.", p.rule.Name, r),
				Fix:     "Mend the rule; what it would have found is not known.",
			})
		}
	}()
	if p.rule.Severity == 0 {
		p.rule.Severity = Error
	}
	if p.rule.Check == nil {
		p.found = Findings{{
			Rule: p.rule.Name, Severity: Error, Key: "no-check",
			Message: fmt.Sprintf("The rule %s has no function Check.", p.rule.Name),
			Fix:     "Give it one; nothing was checked.",
		}}
		finished = true
		return
	}
	p.rule.Check(p)
	p.cut()
	if n := p.total - len(p.found); n > 0 {
		p.found = append(p.found, Finding{
			Rule: p.rule.Name, Severity: p.found[len(p.found)-1].Severity, Key: "omitted",
			Message: fmt.Sprintf("%d more findings of %s are not listed, %d in all.", n, p.rule.Name, p.total),
			Fix:     "Mend the listed ones first, or raise the limit.",
		})
	}
	if p.selecting && p.selected == 0 {
		p.found = append(p.found, p.nothing())
	}
	finished = true
}

// nothing is the finding about a rule that selected nothing.
func (p *Pass) nothing() Finding {
	why, fix := "", ""
	if p.idle != nil && !p.Stopped() {
		why, fix = p.idle()
	}
	return Finding{
		Rule: MatchesNothing, Severity: min(Warning, p.rule.Severity), Subject: ID(p.rule.Name),
		Message: fmt.Sprintf("The rule %s looked at nothing: %s.", p.rule.Name, cmp.Or(why, "no record is what it is about")),
		Fix:     cmp.Or(fix, "Check the names the rule selects by, or leave the rule out."),
	}
}

// MatchesNothing is the rule name of the finding about a rule that selected nothing: a policy
// nobody is subject to passes, and says nothing.
const MatchesNothing = "rule-matches-nothing"
