package ask

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// CommonManager answers who decides for both r and s: the nearest seat above both, a manager
// counting as its own, or where that is vacant, ended or unknown, its manager. The item's Distance
// counts solid lines from r.
func (q Asker) CommonManager(r, s orgmodel.Ref) Answer {
	a := q.about("common", r, s)
	one, two := a.seat(r), a.seat(s)
	if no := a.noSeat(one); a.noSeat(two) || no {
		return a.done(a.who(r) + " and " + a.who(s) + " have no common manager.")
	}
	o := q.Org
	c := o.CommonManager(one, two)
	if c == orgmodel.None {
		a.apart(one)
		if two != one {
			a.apart(two)
		}
		return a.done(a.who(r) + " and " + a.who(s) + " have no common manager.")
	}
	for _, x := range []orgmodel.Ref{one, two} {
		a.severalBosses(x)
		switch far := o.Depth(x) - o.Depth(c); {
		case x == c && one == two:
			a.because(ByLine, "Both are one seat, "+a.called(c)+".")
		case x == c:
			a.because(ByLine, a.called(c)+" is above the other, and counts as its own.")
		default:
			a.because(ByLine, a.called(c)+" is "+wording.Count(far, "solid line")+" above "+a.called(x)+".")
		}
		if one == two {
			break
		}
	}
	if onLoop(o, c) {
		a.because(InLoop, a.called(c)+" is in a loop, which is taken apart at its first member.")
	}
	far := o.Depth(one) - o.Depth(c)
	if code, why := a.trouble(c); code != "" {
		a.because(code, why+", so it is passed over.")
		a.manager(c, far)
	} else {
		a.item(c, far)
		a.seating(c)
	}
	if a.Total == 0 {
		return a.done(a.who(r) + " and " + a.who(s) + " have no common manager who can decide.")
	}
	return a.done("The common manager of " + a.who(r) + " and " + a.who(s) + " is " + a.who(a.Items[0].Ref) + ".")
}

// onLoop says that the bosses above a seat lead back to it.
func onLoop(o *orgmodel.Org, seat orgmodel.Ref) bool {
	last := seat
	for s := range o.Up(seat) {
		last = s
	}
	return seat != orgmodel.None && o.Boss(last) == o.SeatOf(seat)
}

// apart says where the chain above a seat ends.
func (a *answer) apart(seat orgmodel.Ref) {
	last, n := seat, 0
	for s, d := range a.o.Up(seat) {
		last, n = s, d
	}
	if n > 0 {
		a.because(NoBoss, "The chain above "+a.called(seat)+" ends "+wording.Count(n, "line")+" up, at "+a.called(last)+".")
	}
	if a.o.Declared(last) {
		a.nobodyAbove(last)
	} else {
		a.because(IsUnknown, a.called(last)+" is declared nowhere.")
	}
}
