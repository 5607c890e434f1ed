// Package roster keeps who reports to whom while it changes, and refuses a change that would break
// the reporting lines.
//
// An Org never changes, so a Roster holds the one that is good now and puts another in its place.
// Readers take it without a lock and keep it as long as they like. Writers take turns: two changes
// that are each fine by themselves, a under b and b under a, would else both be checked against an
// Org that has neither.
package roster

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// A Roster is an organisation whose reporting lines change. New makes one; many goroutines may use
// it.
type Roster struct {
	turn sync.Mutex // held from looking at the Org to putting the next in its place
	now  atomic.Pointer[orgmodel.Org]
}

// New makes a Roster of an organisation, on the day of o's view where it has one; lines of other
// days are kept and not looked at. An organisation whose lines are broken already, or that has a seat
// of two solid lines, is refused: which of them a move replaces would be open.
func New(ctx context.Context, o *orgmodel.Org) (*Roster, error) {
	findings, err := orgmodel.Check(ctx, o, rules.DuplicateID{}.Rule(), rules.UnknownReference{}.Rule(),
		rules.SelfReport{}.Rule(), rules.ReportCycle{}.Rule(), rules.MultipleSolidLines{}.Rule())
	if err != nil {
		return nil, err
	}
	if err := findings.Err(); err != nil {
		return nil, fmt.Errorf("the reporting lines are broken before the first change: %w", err)
	}
	if o.ManyLines() {
		return nil, errors.New("a seat has two reports-to lines, and a roster keeps one: drop the second, or make it dotted-to or directed-by")
	}
	r := &Roster{}
	r.now.Store(o)
	return r, nil
}

// Org is the organisation as it is now. It stays as it is while the Roster moves on.
func (r *Roster) Org() *orgmodel.Org { return r.now.Load() }

// Move lets one seat report to another from now on, in place of whatever it reports to. The error
// is a *Refusal; nothing has then changed.
func (r *Roster) Move(who, boss orgmodel.ID) error {
	r.turn.Lock()
	defer r.turn.Unlock()
	o := r.now.Load()
	if no := refuse(o, who, boss); no != nil {
		return no
	}
	from, _ := o.Find(who)
	to, _ := o.Find(boss)
	r.now.Store(moved(o, from, to))
	return nil
}

// moved is o with a seat led to another boss. Where o is seen on a day, the old line ends on it and a
// new one begins; where it is not, or the old line began that very day, the line is led elsewhere.
func moved(o *orgmodel.Org, who, boss orgmodel.Ref) *orgmodel.Org {
	edit, day := o.Edit(), o.AsOf()
	next := orgmodel.Line{From: o.ID(who), Rel: orgmodel.ReportsTo, To: o.ID(boss), Live: orgmodel.Interval{From: day}}
	at, has := edit.BossLine(who)
	switch old := edit.Line(at); {
	case !has:
		edit.AddLine(next)
	case old.Live.From.Before(day):
		old.Live.Until = day
		edit.SetLine(at, old)
		edit.AddLine(next)
	default:
		edit.SetBoss(who, boss)
	}
	return edit.Org()
}
