package orgmodel

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"math/bits"
	"runtime"
	"slices"
	"sync"
)

// A survey is a check over an interval under way.
type survey struct {
	Checker
	o       *Org
	rules   []Rule
	courses []course // by rule

	over   Interval
	eve    Date     // the day before; zero where there is none
	stops  []stop   // days to look at, in order
	named  []bool   // by rule: it says on which days it changes its mind
	asked  [][]bool // by stop and rule: the rule asked for the day; nil where the stop is no event
	looked int
}

// A stop is a day to look at, and the rules that do.
type stop struct {
	day   Date
	rules []int
	event bool // all rules look: a record or line begins or ends, or the interval does
}

// plan finds the days on which anything may change.
func (v *survey) plan(days Interval) {
	events := v.o.turns()
	own := make([]dateSet, len(v.rules))
	v.named = make([]bool, len(v.rules))
	first, last := events.ends()
	for i, r := range v.rules {
		own[i], v.named[i] = daysOf(v.o, r)
		if f, l := own[i].ends(); !f.IsZero() {
			if first.IsZero() || f.Before(first) {
				first = f
			}
			if last.Before(l) {
				last = l
			}
		}
	}
	v.over = resolved(days, first, last)
	if v.over.Empty() {
		return
	}
	v.eve = v.over.From.AddDays(-1)
	at := map[Date]*stop{}
	all := make([]int, len(v.rules))
	for i := range all {
		all[i] = i
	}
	add := func(d Date) { at[d] = &stop{d, all, true} }
	if add(v.over.From); !v.eve.IsZero() {
		add(v.eve)
	}
	for d := range events.within(v.over) {
		add(d)
	}
	for i := range own {
		for d := range own[i].within(v.over) {
			switch s := at[d]; {
			case s == nil:
				at[d] = &stop{day: d, rules: []int{i}}
			case !s.event:
				s.rules = append(s.rules, i)
			}
		}
	}
	for _, d := range slices.SortedFunc(maps.Keys(at), func(d, e Date) int { return int(d.n - e.n) }) {
		v.stops = append(v.stops, *at[d])
	}
}

// resolved is an interval without open ends, given the first and last day on which anything changes; at
// least a day. Its end is open where it is beyond the last day there is.
func resolved(days Interval, first, last Date) Interval {
	if days.From.IsZero() {
		switch days.From = first; {
		case !days.Until.IsZero() && (first.IsZero() || !first.Before(days.Until)):
			days.From = days.Until.AddDays(-1)
			if days.From.IsZero() {
				days.From = days.Until // before the first day there is none
			}
		case first.IsZero():
			days.From = NewDate(2000, 1, 1) // no day is unlike another
		}
	}
	if days.Until.IsZero() {
		if last.Before(days.From) {
			last = days.From
		}
		days.Until = last.AddDays(1)
	}
	return days
}

// daysOf are the days that a rule names; false where it names none or panics.
func daysOf(o *Org, r Rule) (s dateSet, named bool) {
	if r.Days == nil {
		return nil, false
	}
	defer func() {
		if recover() != nil {
			s, named = nil, false
		}
	}()
	for d := range r.Days(o) {
		s.add(d)
	}
	return s, true
}

// look has all rules look at their days.
func (v *survey) look(ctx context.Context) error {
	if v.MaxDays > 0 && len(v.stops) > v.MaxDays {
		return fmt.Errorf("%w: from %s until %s there are %d on which anything changes, more than %d; shorten the interval or raise the limit",
			ErrManyDays, v.over.From, v.over.Until, len(v.stops), v.MaxDays)
	}
	v.asked = make([][]bool, len(v.stops))
	v.looked = len(v.stops)
	tell := func(i int, passes []*Pass) {
		s := v.stops[i]
		if s.event {
			v.asked[i] = make([]bool, len(v.rules))
		}
		for k, p := range passes {
			if s.event {
				v.asked[i][s.rules[k]] = p.w.asked.Load()
			}
			v.take(s.rules[k], s.day, p.found)
		}
	}
	if len(v.stops) == 0 {
		return nil
	}
	first := v.lookAt(ctx, v.stops[0])
	if ctx.Err() != nil {
		return ctx.Err()
	}
	tell(0, first)
	v.leave(first)
	return v.walk(ctx, v.stops[1:], func(i int, passes []*Pass) { tell(i+1, passes) })
}

// leave takes the rules out of later days that saw nothing on the first that is not the same on all.
func (v *survey) leave(first []*Pass) {
	still := make([]bool, len(v.rules))
	for r, p := range first { // all rules look on the first day
		if still[r] = !p.w.saw.Load(); still[r] && !v.eve.IsZero() {
			v.take(r, v.over.From, p.found)
		}
	}
	moving := func(rules []int) []int {
		return slices.DeleteFunc(slices.Clone(rules), func(r int) bool { return still[r] })
	}
	var all []int
	if len(v.stops) > 1 {
		all = moving(v.stops[0].rules)
	}
	for i := 1; i < len(v.stops); i++ {
		if v.stops[i].event {
			v.stops[i].rules = all
		} else {
			v.stops[i].rules = moving(v.stops[i].rules)
		}
	}
}

func (v *survey) take(rule int, day Date, found Findings) {
	first := day == v.over.From
	v.courses[rule].take(day, found, day == v.eve || first && v.eve.IsZero(), first && !v.eve.IsZero())
}

// lookDaily has rules that asked for the day, and do not say on which they change their minds, look
// again: on each day until the next event after one on which they asked. On others they saw nothing
// that is unlike the day before.
func (v *survey) lookDaily(ctx context.Context) error {
	at := map[Date][]int{}
	var names []string
	for r, rule := range v.rules {
		if v.named[r] || !slices.ContainsFunc(v.asked, func(a []bool) bool { return a != nil && a[r] }) {
			continue
		}
		names = append(names, rule.Name)
		v.courses[r] = course{}
		for d, asked := range v.eventDays(r) {
			at[d] = append(at[d], r)
			end := v.nextEvent(d)
			for n := d.AddDays(1); asked && !n.IsZero() && n.Before(end); n = n.AddDays(1) {
				if at[n] = append(at[n], r); v.MaxDays > 0 && len(at) > v.MaxDays {
					return fmt.Errorf("%w: %s asks for the day and does not say when it changes its mind, so each day from %s until %s would be looked at, more than %d; give it Days, shorten the interval or raise the limit",
						ErrManyDays, rule.Name, v.over.From, v.over.Until, v.MaxDays)
				}
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	var stops []stop
	for _, d := range slices.SortedFunc(maps.Keys(at), func(d, e Date) int { return int(d.n - e.n) }) {
		stops = append(stops, stop{day: d, rules: at[d]})
	}
	v.looked = len(stops)
	for _, s := range v.stops {
		if at[s.day] == nil {
			v.looked++
		}
	}
	return v.walk(ctx, stops, func(i int, passes []*Pass) {
		for k, p := range passes {
			v.take(stops[i].rules[k], stops[i].day, p.found)
		}
	})
}

// eventDays yields the events, and whether a rule asked for the day on each.
func (v *survey) eventDays(rule int) iter.Seq2[Date, bool] {
	return func(yield func(Date, bool) bool) {
		for i, s := range v.stops {
			if s.event && !yield(s.day, v.asked[i][rule]) {
				return
			}
		}
	}
}

// nextEvent is the event after a day, or the end of the interval.
func (v *survey) nextEvent(d Date) Date {
	i, _ := slices.BinarySearchFunc(v.stops, d.AddDays(1), func(s stop, d Date) int { return int(s.day.n - d.n) })
	for ; i < len(v.stops); i++ {
		if v.stops[i].event {
			return v.stops[i].day
		}
	}
	if v.over.Until.IsZero() {
		return Date{lastDay.n + 1}
	}
	return v.over.Until
}

// walk looks at days at the same time and tells of them in order, one at a time.
func (v *survey) walk(ctx context.Context, stops []stop, tell func(int, []*Pass)) error {
	at := v.Workers
	if at <= 0 {
		at = runtime.GOMAXPROCS(0)
	}
	at = min(at, len(stops))
	var mu sync.Mutex
	var next, turn int
	come := sync.NewCond(&mu)
	var wg sync.WaitGroup
	for range at {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			for next < len(stops) && ctx.Err() == nil {
				i := next
				next++
				mu.Unlock()
				passes := v.lookAt(ctx, stops[i])
				mu.Lock()
				for turn != i {
					come.Wait()
				}
				if ctx.Err() == nil {
					tell(i, passes)
				}
				turn++
				come.Broadcast()
			}
		}()
	}
	wg.Wait()
	return ctx.Err()
}

// lookAt runs the rules of a day, without a limit: what one day leaves out would seem healed.
func (v *survey) lookAt(ctx context.Context, s stop) []*Pass {
	o := v.o.At(s.day)
	passes := make([]*Pass, len(s.rules))
	for k, r := range s.rules {
		passes[k] = &Pass{Org: o.watched(), Ctx: ctx, rule: v.rules[r]}
	}
	runAll(passes)
	return passes
}

// turns are the days on which a record or a line begins or is over.
func (o *Org) turns() (s dateSet) {
	for _, all := range [][]Interval{o.c.live, o.c.lineLive} {
		for _, iv := range all {
			s.add(iv.From)
			s.add(iv.Until)
		}
	}
	return s
}

// A dateSet is a set of days, a bit each. The zero set is empty.
type dateSet []uint64

// add adds a day; the zero Date is none.
func (s *dateSet) add(d Date) {
	if d.n <= 0 || d.n > lastDay.n {
		return
	}
	i := int(d.n >> 6)
	if i >= len(*s) {
		*s = append(*s, make([]uint64, i+1-len(*s))...)
	}
	(*s)[i] |= 1 << (d.n & 63)
}

// within yields the days of an interval, in order.
func (s dateSet) within(iv Interval) iter.Seq[Date] {
	return func(yield func(Date) bool) {
		for i := int(iv.From.n >> 6); i < len(s); i++ {
			for w := s[i]; w != 0; w &= w - 1 {
				d := Date{int32(i<<6 + bits.TrailingZeros64(w))}
				if iv.Holds(d) && !yield(d) {
					return
				}
			}
		}
	}
}

// ends are the first and the last day, zero where there is none.
func (s dateSet) ends() (first, last Date) {
	for d := range s.within(Interval{}) {
		first = d
		break
	}
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] != 0 {
			return first, Date{int32(i<<6 + 63 - bits.LeadingZeros64(s[i]))}
		}
	}
	return first, last
}
