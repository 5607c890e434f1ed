package orgmodel

import (
	"cmp"
	"context"
	"fmt"
	"sync"
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
// are running then end when they next look at Pass.Stopped. A rule that panics becomes a
// finding that names it; so does one that has no function to check with, and one that selected
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
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	passes, err := atOnce(ctx, func() ([]*Pass, error) { return c.passes(ctx, o, rules), nil })
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

// passes runs rules, as many at a time as there are Workers.
func (c Checker) passes(ctx context.Context, o *Org, rules []Rule) []*Pass {
	passes := make([]*Pass, len(rules))
	together := new(common)
	next := make(chan int, len(rules))
	for i := range rules {
		next <- i
	}
	close(next)
	var wg sync.WaitGroup
	for range min(c.Workers, len(rules)) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range next {
				if ctx.Err() == nil {
					passes[i] = &Pass{Org: o, Ctx: ctx, rule: rules[i], limit: c.Limit, common: together}
					if c.Coverage != nil {
						passes[i].marks = new(marks)
					}
					passes[i].run()
				}
			}
		}()
	}
	wg.Wait()
	return passes
}

// atOnce gives what work gives, or ctx's error as soon as ctx is done; work then ends by itself when it
// next looks at ctx.
func atOnce[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type answer struct {
		of  T
		err error
	}
	done := make(chan answer, 1)
	go func() {
		of, err := work()
		done <- answer{of, err}
	}()
	var none T
	select {
	case <-ctx.Done():
	case a := <-done:
		if ctx.Err() == nil {
			return a.of, a.err
		}
	}
	return none, ctx.Err()
}

// run checks the rule and closes its findings.
func (p *Pass) run() {
	defer func() {
		if r := recover(); r != nil {
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
