package ask

import (
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Reports answers who reports to r: directly, in the author's order, where depth is 1; so many
// levels down, nearest first, where it is more; everybody below where it is 0. Ended and vacant
// seats are listed for what they are. An item's Distance counts solid lines, and its Via is its
// own line up. Counts are those of the whole answer: reports, live, filled, vacant, ended.
func (q Asker) Reports(r orgmodel.Ref, depth int) Answer {
	a := q.about("reports", r)
	seat := a.seat(r)
	if a.noSeat(seat) {
		return a.none("Nobody reports to " + a.who(r) + ".")
	}
	o := q.Org
	var t tally
	take := func(s orgmodel.Ref, d int) {
		t.add(o, s)
		if a.full() {
			a.Total++
			return
		}
		e, _ := o.BossLine(s)
		it := a.itemBy(s, d, e)
		if code, why := a.trouble(s); code != "" && code != IsVacant {
			it.because(Reason{Code: code, Text: why + "."})
		}
	}
	if depth == 1 {
		for s := range o.Reports(seat) {
			take(s, 1)
		}
	} else {
		for s, d := range o.Down(seat) {
			if depth > 0 && d > depth {
				break
			}
			take(s, d)
		}
	}
	if a.Total == 0 {
		return a.none("Nobody reports to " + a.who(r) + ".")
	}
	a.Counts = append(Counts{{"reports", float64(a.Total)}}, t.counts()...)
	where := isAre(a.Total) + "up to " + strconv.Itoa(depth) + " levels below "
	switch {
	case depth == 0:
		where = isAre(a.Total) + "below "
	case depth == 1 && a.Total == 1:
		where = " reports directly to "
	case depth == 1:
		where = " report directly to "
	}
	return a.done(wording.Count(a.Total, "seat") + where + a.who(r) + t.but() + ".")
}

// none ends an answer that lists nobody: its figures count for nothing.
func (a *answer) none(sentence string) Answer {
	a.Counts = Counts{}
	return a.done(sentence)
}

// tally counts seats by what they are.
type tally struct{ live, filled, vacant, ended, other int }

func (t *tally) add(o *orgmodel.Org, s orgmodel.Ref) {
	switch {
	case !o.Declared(s):
		t.other++
	case !o.Live(s):
		t.ended++
	default:
		t.live++
		if o.Occupancy(s) == orgmodel.Vacant {
			t.vacant++
		} else {
			t.filled++
		}
	}
}

func (t tally) counts() Counts {
	return Counts{{"live", float64(t.live)}, {"filled", float64(t.filled)}, {"vacant", float64(t.vacant)}, {"ended", float64(t.ended)}}
}

// but is what a number of seats hides: ", 2 of them vacant and 1 ended".
func (t tally) but() string {
	var said []string
	for _, c := range []Count{{"vacant", float64(t.vacant)}, {"ended or not begun", float64(t.ended)}, {"declared nowhere", float64(t.other)}} {
		if c.N > 0 {
			said = append(said, c.String()+" "+c.Name)
		}
	}
	if len(said) == 0 {
		return ""
	}
	return ", of them " + wording.Series(said, len(said))
}
