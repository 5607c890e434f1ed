package ask

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Manager answers who decides for r: the nearest boss that is live and not vacant. The item's
// Distance counts solid lines. The reasons are the lines up to it and why each boss in between
// was passed over. For a person who holds several posts there is an item a post.
func (q Asker) Manager(r orgmodel.Ref) Answer {
	a := q.about("manager", r)
	seats := []orgmodel.Ref{a.seat(r)}
	if !q.Org.IsSeat(seats[0]) {
		if posts := a.posts(r); len(posts) > 1 && q.Org.Kind(r) == orgmodel.Person {
			seats = posts
		}
	}
	for _, s := range seats {
		if a.noSeat(s) {
			continue
		}
		if it := a.manager(s, 0); it != nil && len(seats) > 1 {
			it.because(Reason{Code: ThroughPost, Text: "As " + a.called(s) + "."})
		}
	}
	switch {
	case a.Total == 0:
		switch q.Org.Kind(r) {
		case orgmodel.Project, orgmodel.Programme, orgmodel.Portfolio:
			a.because(NoSeat, "Who manages it has a role in it: ask about the roles of "+wording.Word(q.Org.ID(r))+".")
		}
		return a.done(a.who(r) + " has no manager.")
	case len(seats) > 1:
		return a.done(a.who(r) + " has a manager for each post held.")
	}
	return a.done("The manager of " + a.who(r) + " is " + a.who(a.Items[0].Ref) + ".")
}

// manager climbs from a seat, already so far from the subject, to the nearest boss that can
// decide, and says by which lines. Nil where there is none.
func (a *answer) manager(seat orgmodel.Ref, far int) *Item {
	o := a.o
	m := o.Manager(seat)
	a.severalBosses(seat)
	at := seat
	for _, hop := range m.Skipped {
		if e, ok := o.BossLine(at); ok {
			a.byLine(e)
		}
		if code, why := a.trouble(hop.Seat); code != "" {
			a.because(code, why+", so it is passed over.")
		}
		at = hop.Seat
	}
	if m.Seat == orgmodel.None {
		a.nobodyAbove(at)
		return nil
	}
	e, ok := o.BossLine(at)
	if !ok {
		return a.item(m.Seat, far+len(m.Skipped)+1)
	}
	a.byLine(e)
	it := a.itemBy(m.Seat, far+len(m.Skipped)+1, e)
	a.seating(m.Seat)
	for range o.Cuts() {
		if o.WouldLoop(seat, m.Seat) {
			a.because(InLoop, a.called(seat)+" is itself above "+a.called(m.Seat)+": they are in a loop.")
		}
		break
	}
	return it
}

// seating says how a seat is held where that is special.
func (a *answer) seating(r orgmodel.Ref) {
	o := a.o
	switch stateOf(o, r) {
	case Undisclosed:
		a.because(IsUndisclosed, "Who holds "+a.called(r)+" is not disclosed.")
	case Group:
		a.because(IsGroup, a.called(r)+" stands for a group of posts.")
	case Inactive:
		a.because(IsEnded, a.called(r)+" is inactive.")
	}
	if o.Kind(r) == orgmodel.Person {
		return
	}
	rec := a.record(r)
	if rec.HoldersTotal > 1 {
		a.because(JobShare, a.called(r)+" has "+wording.Count(rec.HoldersTotal, "holder")+".")
	}
	for e := range o.Holders(r) {
		if m := o.LineAttrs(e).Get(orgmodel.Mode); m != "" && m != "substantive" && m != "job-share" {
			a.becauseOf(HeldAs, a.called(e.From)+" holds "+a.called(r)+" as "+wording.Short(m)+".", e)
		}
	}
}

// severalBosses says that a seat has more than one solid line, and which of them counts.
func (a *answer) severalBosses(seat orgmodel.Ref) {
	first, ok := a.o.BossLine(seat)
	if !ok {
		return
	}
	boss := a.o.SeatOf(first.To)
	for _, e := range a.o.BossLines(seat) {
		if other := a.o.SeatOf(e.To); other != boss {
			a.becauseOf(SeveralBosses, a.called(seat)+" also reports to "+a.called(other)+
				"; the line to "+a.called(boss)+" stands first, and counts.", e)
		}
	}
}

// nobodyAbove says why there is no boss above a seat: it is a top, its bosses go in a circle,
// its line holds on another day or leads to itself, or there is none.
func (a *answer) nobodyAbove(seat orgmodel.Ref) {
	o := a.o
	switch boss := o.Boss(seat); {
	case boss != orgmodel.None:
		a.because(InLoop, "The chain runs into a loop: "+a.called(seat)+" reports to "+a.called(boss)+", which is in it.")
		return
	case !o.Declared(seat):
		return // said already
	case o.UnderTop(seat) && crowned(o, seat):
		a.because(IsTop, a.called(seat)+" is flagged as a top: nobody is above it.")
		return
	case o.UnderTop(seat):
		a.because(IsTop, a.called(seat)+" is a top: it has no boss.")
		return
	}
	said := false
	for e := range o.Out(seat, orgmodel.ReportsTo) {
		to := o.SeatOf(e.To)
		switch {
		case !o.LiveLine(e):
			a.becauseOf(PastLine, a.says(e)+", which does not hold on this day.", e)
		case to == seat:
			a.becauseOf(SelfLine, a.called(seat)+" reports to itself, which makes it nobody's report.", e)
		default:
			a.becauseOf(NoSeat, a.says(e)+", which is no seat.", e)
		}
		said = true
	}
	if !said {
		a.because(NoBoss, a.called(seat)+" has no solid line: it hangs under nobody.")
	}
}

// Chain answers who is above r, nearest first, as the lines say: vacant, ended and unknown bosses
// are listed for what they are. An item's Distance counts solid lines, its Via leads to it from
// the item before.
func (q Asker) Chain(r orgmodel.Ref) Answer {
	a := q.about("chain", r)
	seat := a.seat(r)
	if a.noSeat(seat) {
		return a.done(a.who(r) + " has no chain of bosses.")
	}
	a.severalBosses(seat)
	at := seat
	for s, d := range q.Org.Up(seat) {
		if a.full() {
			a.Total++
			at = s
			continue
		}
		e, _ := q.Org.BossLine(at)
		it := a.itemBy(s, d, e)
		if code, why := a.trouble(s); code != "" {
			it.because(Reason{Code: code, Text: why + "."})
		}
		at = s
	}
	a.nobodyAbove(at)
	if a.Total == 0 {
		return a.done("Nobody is above " + a.who(r) + ".")
	}
	return a.done("Above " + a.who(r) + " " + are(a.Total, "seat") + ", nearest first.")
}

// are is "is 1 seat" or "are 3 seats".
func are(n int, what string) string {
	if n == 1 {
		return "is 1 " + what
	}
	return "are " + wording.Count(n, what)
}
