package orgmodel

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel/internal/atonce"
)

// What is wrong with an interval that Over is given.
var (
	ErrInverted = errors.New("the interval ends before it begins")
	ErrManyDays = errors.New("too many days")
)

// Over runs rules over an organisation on all days of an interval. It is the zero Checker's Over.
func Over(ctx context.Context, o *Org, days Interval, rules ...Rule) (Spells, error) {
	return Checker{}.Over(ctx, o, days, rules...)
}

// Over runs rules over an organisation as it is on each day of an interval, whatever the view's own
// day, and gives each finding with the first day on which it stands and the day on which it is gone.
// A finding is known by its fingerprint: what it says is what it says on its first day, and of several
// that agree in it the first by the order of Check counts. The answer is that of a check on every day;
// only days on which a record or line begins or ends, those that a rule names (Rule.Days) and the day
// before the interval are looked at, each rule on its own. A rule that asks for the day and names none
// is looked at on every day; one that sees nothing of days at all, once. Rules are taken to be
// functions of what they see.
//
// An open end of the interval goes as far as anything changes: the zero Interval is the organisation's
// whole time. In an organisation in which nothing is dated that is one day, which stands for all. An
// interval without a day has no findings.
//
// Rules that say so (Rule.Whole) also run on the organisation of no day; what they find there and on
// no day of the interval is information, with Spell.Whole.
//
// Days are spread over the processors, as many at a time as there are, or Workers where that is set; the
// result does not depend on it. Limit counts the findings of a rule over the whole interval, spells
// apart. The error is ctx's, or wraps ErrInverted, or ErrManyDays where more than MaxDays would have
// to be looked at. When ctx is done Over returns at once, as Check does.
func (c Checker) Over(ctx context.Context, o *Org, days Interval, rules ...Rule) (Spells, error) {
	if !days.Until.IsZero() && days.Until.Before(days.From) {
		return Spells{}, fmt.Errorf("%w: it begins on %s and ends on %s; exchange the two", ErrInverted, days.From, days.Until)
	}
	if c.Limit == 0 {
		c.Limit = 10_000
	}
	if c.MaxDays == 0 {
		c.MaxDays = 10_000
	}
	if err := ctx.Err(); err != nil || days.Empty() {
		return Spells{Over: days}, err
	}
	rules = slices.Clone(rules) // they may outlive the call, and the slice is the caller's
	return atonce.Do(ctx, func() (Spells, error) { return c.over(ctx, o, days, rules) })
}

// over is Over, which may be slow to see that ctx is done: where the tree of a day is being made, or a
// rule names its days.
func (c Checker) over(ctx context.Context, o *Org, days Interval, rules []Rule) (Spells, error) {
	v := &survey{Checker: c, o: o, rules: rules, courses: make([]course, len(rules))}
	if v.plan(days); v.over.Empty() { // before the first day there is none
		return Spells{Over: v.over}, nil
	}
	if err := v.look(ctx); err != nil {
		return Spells{}, err
	}
	if err := v.lookDaily(ctx); err != nil {
		return Spells{}, err
	}
	out := Spells{Over: v.over, Looked: v.looked}
	for i := range rules {
		found := v.courses[i].finish()
		if rules[i].Whole {
			found = append(found, v.whole(ctx, rules[i], found)...)
		}
		out.Findings = append(out.Findings, v.first(rules[i], found)...)
	}
	slices.SortStableFunc(out.Findings, inTime)
	return out, ctx.Err()
}

// inTime orders findings as Check does, those of one finding by day.
func inTime(f, g Finding) int {
	return cmp.Or(cmp.Compare(g.Severity, f.Severity), strings.Compare(f.Rule, g.Rule),
		strings.Compare(string(f.Subject), string(g.Subject)), strings.Compare(f.Key, g.Key),
		f.Spell.compare(g.Spell), strings.Compare(f.Message, g.Message))
}

// whole is what a rule finds on no day in particular, and not among what it found on days.
func (v *survey) whole(ctx context.Context, r Rule, found Findings) Findings {
	met := map[spellKey]bool{}
	for _, f := range found {
		met[keyOf(f)] = true
	}
	var more Findings
	p := &Pass{Org: v.o.At(Date{}), Ctx: ctx, rule: r}
	runAll([]*Pass{p})
	for _, f := range p.found {
		if k := keyOf(f); f.Rule == r.Name && !met[k] {
			met[k] = true
			f.Severity, f.Spell = Info, &Spell{Whole: true}
			more = append(more, f)
		}
	}
	return more
}

// first is as many findings of a rule as the limit lets through, and one about the others.
func (v *survey) first(r Rule, found Findings) Findings {
	slices.SortStableFunc(found, inTime)
	n := len(found) - v.Limit
	if v.Limit < 0 || n <= 0 {
		return found
	}
	found = found[:v.Limit:v.Limit]
	return append(found, Finding{
		Rule: r.Name, Severity: found[len(found)-1].Severity, Key: "omitted",
		Message: fmt.Sprintf("%d more findings of %s are not listed, %d in all.", n, r.Name, len(found)+n),
		Fix:     "Mend the listed ones first, or raise the limit.",
	})
}

// A spellKey is what makes two findings of different days one, as the fingerprint does.
type spellKey struct {
	rule    string
	subject ID
	key     string
}

func keyOf(f Finding) spellKey { return spellKey{f.Rule, f.Subject, f.Key} }

// A course is the findings of one rule as the days go by. The zero course is at its beginning.
type course struct {
	open map[spellKey]*opened
	done Findings
	days int // that were taken in
}

// opened is a finding that stands.
type opened struct {
	f    Finding
	seen int // the last day on which it stood, as a number of course.days
}

// take takes in what was found on the next day, in the order of Check. Eve says that the day is before
// the interval, morning that it is the first within.
func (c *course) take(day Date, found Findings, eve, morning bool) {
	if c.open == nil {
		c.open = map[spellKey]*opened{}
	}
	c.days++
	for _, f := range found {
		k := keyOf(f)
		was := c.open[k]
		switch {
		case was != nil && was.seen == c.days: // a second one of the day
			continue
		case was != nil && was.f.Severity == f.Severity:
			if was.seen = c.days; morning {
				f.Spell = was.f.Spell
				was.f = f
			}
			continue
		case was != nil && !morning:
			was.f.Spell.Until, was.f.Spell.Turns = day, f.Severity
			c.done = append(c.done, was.f)
		}
		f.Spell = &Spell{From: day}
		if eve {
			f.Spell.From = Date{}
		}
		c.open[k] = &opened{f, c.days}
	}
	for k, was := range c.open {
		if was.seen == c.days {
			continue
		}
		if delete(c.open, k); !morning { // else it stood before the interval alone
			was.f.Spell.Until = day
			c.done = append(c.done, was.f)
		}
	}
}

// finish is all the spells, in no order.
func (c *course) finish() Findings {
	for _, was := range c.open {
		c.done = append(c.done, was.f)
	}
	return c.done
}
