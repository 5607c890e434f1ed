package roster

import (
	"errors"
	"fmt"
	"strings"

	"example.com/orgchart/orgmodel"
)

// Why a change is refused.
var (
	ErrUnknown = errors.New("unknown id")
	ErrEnded   = errors.New("ended")
	ErrNoSeat  = errors.New("no seat of its own") // a project, or a person whose lines are those of a post
	ErrSelf    = errors.New("reports to itself")
	ErrLoop    = errors.New("closes a loop")
)

// A Refusal says which change was refused and why.
type Refusal struct {
	Who, Boss orgmodel.ID
	Why       error           // one of those above, for errors.Is
	Path      []orgmodel.Line // of ErrLoop: the lines from Boss up to Who that the new one would close; at most orgmodel.PathCap
	sentence  string
}

// Error is a sentence for whoever asked for the change.
func (r *Refusal) Error() string { return r.sentence }

// Unwrap is Why.
func (r *Refusal) Unwrap() error { return r.Why }

// refuse says why a change cannot be, nil where it can.
func refuse(o *orgmodel.Org, who, boss orgmodel.ID) *Refusal {
	no := func(why error, format string, args ...any) *Refusal {
		return &Refusal{Who: who, Boss: boss, Why: why, sentence: fmt.Sprintf("%q cannot report to %q: ", who, boss) + fmt.Sprintf(format, args...)}
	}
	if who == boss {
		return no(ErrSelf, "nobody is their own boss.")
	}
	for _, id := range []orgmodel.ID{who, boss} {
		ref, ok := o.Find(id)
		switch {
		case !ok:
			return no(ErrUnknown, "there is no record of %q.", id)
		case !o.Live(ref):
			return no(ErrEnded, "%q has ended%s.", id, when(o.Life(ref)))
		case !o.MaySit(ref):
			return no(ErrNoSeat, "%q is a %s, which has no place in reporting lines.", id, o.Kind(ref))
		case o.SeatOf(ref) != ref:
			return no(ErrNoSeat, "the lines of %q are those of the post %q; name that.", id, o.ID(o.SeatOf(ref)))
		}
	}
	from, _ := o.Find(who)
	to, _ := o.Find(boss)
	if !o.WouldLoop(from, to) {
		return nil
	}
	path, steps := climb(o, to, from)
	r := no(ErrLoop, "%s, and the new line would close the loop.", steps)
	r.Path = path
	return r
}

// shown is how many steps of a path a sentence tells.
const shown = 6

// climb is the lines from a seat up to one above it, and the same in words.
func climb(o *orgmodel.Org, from, to orgmodel.Ref) ([]orgmodel.Line, string) {
	var path []orgmodel.Line
	var steps []string
	hops := 0
	for r := from; r != to; hops++ {
		line, ok := o.BossLine(r)
		if !ok {
			break // WouldLoop said that to is above from
		}
		if hops < orgmodel.PathCap {
			path = append(path, o.Line(line))
		}
		if hops < shown {
			steps = append(steps, fmt.Sprintf("%q reports to %q", o.ID(r), o.ID(o.Boss(r))))
		}
		r = o.Boss(r)
	}
	if hops > shown {
		steps = append(steps, fmt.Sprintf("and so on for %d more lines up to %q", hops-shown, o.ID(to)))
	}
	return path, strings.Join(steps, ", ")
}

// when says since when a record is no more, where its source does.
func when(life orgmodel.Interval) string {
	if life.Until.IsZero() {
		return ""
	}
	return " on " + life.Until.String()
}
