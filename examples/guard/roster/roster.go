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
// of two bosses, is refused: a guard that looks along one line a seat would miss a loop by another.
func New(ctx context.Context, o *orgmodel.Org) (*Roster, error) {
	findings, err := orgmodel.Check(ctx, o, rules.DuplicateID{}.Rule(), rules.UnknownReference{}.Rule(),
		rules.SelfReport{}.Rule(), rules.ReportCycle{}.Rule(), rules.MultipleSolidLines{}.Rule())
	if err != nil {
		return nil, err
	}
	if err := findings.Err(); err != nil {
		return nil, fmt.Errorf("the reporting lines are broken before the first change: %w", err)
	}
	if o.ManyBosses() {
		return nil, errors.New("a seat has two bosses, and a roster keeps one: make the second line dotted-to or directed-by")
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
	r.now.Store(moved(o, who, boss))
	return nil
}

// moved is o with a seat's solid line led to another boss. Where o is seen on a day, the old line
// ends on it and the new one begins; where it is not, the new line takes the old one's place.
func moved(o *orgmodel.Org, who, boss orgmodel.ID) *orgmodel.Org {
	seat, _ := o.Find(who)
	day := o.AsOf()
	line := orgmodel.Line{From: who, Rel: orgmodel.ReportsTo, To: boss, Live: orgmodel.Interval{From: day}}
	spec := orgmodel.Spec{Name: o.Name(), Nodes: o.Spec().Nodes}
	written := false
	for e := range o.Edges() {
		if e.Rel != orgmodel.ReportsTo || o.SeatOf(e.From) != seat || !o.LiveLine(e) {
			spec.Lines = append(spec.Lines, o.Line(e))
			continue
		}
		if old := o.Line(e); old.Live.From.Before(day) {
			old.Live.Until = day
			spec.Lines = append(spec.Lines, old)
		}
		if !written { // where the old line stood, so that teams keep their order
			spec.Lines = append(spec.Lines, line)
			written = true
		}
	}
	if !written {
		spec.Lines = append(spec.Lines, line)
	}
	return orgmodel.New(spec).At(day)
}
