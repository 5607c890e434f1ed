package ask

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Holders answers who holds a post, in the author's order; Via is the holds line, of several
// of one person the first. Asked about a
// person who holds exactly one live post it answers for that post, and about a role it is
// RoleHolders everywhere. Who held the post or will hold it, and has ended or not begun on the
// day, is a reason and no item.
func (q Asker) Holders(post orgmodel.Ref) Answer {
	if q.Org.Kind(post) == orgmodel.Role {
		return q.RoleHolders(post, orgmodel.None)
	}
	a := q.about("holders", post)
	seat := a.seat(post)
	o := q.Org
	met := map[orgmodel.Ref]bool{}
	for e := range o.In(seat, orgmodel.Holds) {
		if !o.LiveLine(e) || !o.Live(e.From) {
			a.becauseOf(OtherHolder, a.wouldHold(e)+".", e)
			continue
		}
		if met[e.From] {
			continue // the holding is written twice, and is one
		}
		met[e.From] = true
		if it := a.itemBy(e.From, 1, e); it != nil {
			if as := heldAs(o.LineAttrs(e)); as != "" {
				it.because(Reason{Code: HeldAs, Text: "Holds it as " + as + "."})
			}
			if o.Inactive(e.From) {
				it.because(Reason{Code: IsEnded, Text: a.called(e.From) + " is inactive."})
			}
		}
	}
	if a.Total == 0 && o.Kind(seat) == orgmodel.Person && o.IsSeat(seat) {
		a.item(seat, 0).because(Reason{Code: Counted, Text: "A person without a post sits for themselves."})
		return a.done(a.called(seat) + " is a person and holds no post.")
	}
	if a.Total == 0 {
		a.empty(seat)
		return a.done("Nobody holds " + a.called(seat) + ".")
	}
	if a.Total > 1 {
		a.because(JobShare, a.called(seat)+" has "+wording.Count(a.Total, "holder")+".")
		return a.done(a.called(seat) + " is held by " + wording.Count(a.Total, "person") + ": " + occupants(a.record(seat)) + ".")
	}
	return a.done(a.called(seat) + " is held by " + a.called(a.Items[0].Ref) + ".")
}

// heldAs is how a post is held, where a line says so: "job-share, 0.5 FTE".
func heldAs(line orgmodel.Attrs) string {
	mode, fte := line.Get(orgmodel.Mode), line.Get(orgmodel.FTE)
	switch {
	case mode == "" && fte == "":
		return ""
	case mode == "":
		return wording.Short(fte) + " FTE"
	case fte == "":
		return wording.Short(mode)
	}
	return wording.Short(mode) + ", " + wording.Short(fte) + " FTE"
}

// wouldHold is why a holds line counts for nobody on the day.
func (a *answer) wouldHold(e orgmodel.Edge) string {
	o := a.o
	life := o.LineLife(e)
	switch {
	case o.LiveLine(e) && !o.Declared(e.From):
		return a.called(e.From) + " is declared nowhere"
	case o.LiveLine(e):
		return a.called(e.From) + " holds it by the line, but " + a.over(e.From)
	case begins(life, o.AsOf()):
		return a.called(e.From) + " will hold it from " + life.From.String()
	}
	return a.called(e.From) + " held it until " + life.Until.String()
}

// empty says why nobody is named as the holder of a seat.
func (a *answer) empty(seat orgmodel.Ref) {
	o := a.o
	switch stateOf(o, seat) {
	case Vacant:
		if o.Attrs(seat).Get(orgmodel.Occupied) != "" {
			a.because(IsVacant, a.called(seat)+" is marked as vacant.")
		} else {
			a.because(IsVacant, a.called(seat)+" is vacant: no holding is live.")
		}
	case Undisclosed:
		a.because(IsUndisclosed, "Who holds "+a.called(seat)+" is not disclosed.")
	case Group:
		a.because(IsGroup, a.called(seat)+" stands for a group of posts whose holders are not named.")
	case Filled:
		a.because(NotCounted, a.called(seat)+" counts as filled, but no holder is named.")
	case Live:
		if o.Kind(seat) != orgmodel.Person {
			a.because(NoSeat, a.called(seat)+" is "+kindOf(o, seat)+", and nothing that is held.")
		}
	}
}
