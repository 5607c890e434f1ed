package ask

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// oddity says what is odd about a subject, whatever is asked about it.
func (a *answer) oddity(r orgmodel.Ref) {
	switch s := stateOf(a.o, r); {
	case r == orgmodel.None:
		a.because(IsUnknown, "There is no such record.")
	case s == Unknown:
		a.because(IsUnknown, a.called(r)+" is named by lines and declared nowhere.")
	case s == Ended, s == NotYet:
		a.because(codeOf(s), a.called(r)+" "+a.over(r)+".")
	case s == Inactive:
		a.because(IsEnded, a.called(r)+" is inactive.")
	}
	switch {
	case a.o.Declared(r) && a.o.ID(r) == "":
		a.because(RepeatedID, "It has no id, so no line can name it.")
	case a.o.Declared(r):
		a.repeats(r)
	}
}

// repeats says which records have the id of this one, and where.
func (a *answer) repeats(r orgmodel.Ref) {
	o := a.o
	var same []string
	total := 0
	owner, _ := o.Find(o.ID(r))
	for s := range o.Repeats() {
		if o.ID(s) != o.ID(r) {
			continue
		}
		if total == 0 {
			same, total = append(same, a.stands(owner)), 1
		}
		if total++; len(same) < named {
			same = append(same, a.stands(s))
		}
	}
	if total == 0 {
		return
	}
	which := "the answer is for the first, with the lines of all"
	if r != owner {
		which = "the first has the lines of all, and this is another"
	}
	a.because(RepeatedID, wording.Word(o.ID(r))+" is the id of "+wording.Count(total, "record")+": "+wording.Series(same, total)+"; "+which+".")
}

// stands is a record by its name and where it is declared.
func (a *answer) stands(r orgmodel.Ref) string {
	at := wording.Brief(a.o.Pos(r).String(), 200)
	if at == "" {
		at = "record " + strconv.Itoa(int(r)+1)
	}
	if name := a.o.NameOf(r); name != "" {
		at += ` ("` + wording.Short(name) + `")`
	}
	return at
}

func codeOf(s State) Code {
	switch s {
	case Ended:
		return IsEnded
	case NotYet:
		return IsNotYet
	case Vacant:
		return IsVacant
	case Undisclosed:
		return IsUndisclosed
	case Group:
		return IsGroup
	}
	return IsUnknown
}

// over is how a record is not live: "has ended on 2026-03-01".
func (a *answer) over(r orgmodel.Ref) string {
	o := a.o
	life := o.Life(r)
	switch {
	case begins(life, o.AsOf()):
		return "begins on " + life.From.String()
	case life.Holds(o.AsOf()):
		return "has ended (its state is " + wording.Short(o.Attrs(r).Get(orgmodel.State)) + ")"
	}
	return "ended on " + life.Until.String()
}

// trouble is why a seat cannot act, empty where it can: the reason and its code.
func (a *answer) trouble(r orgmodel.Ref) (Code, string) {
	switch s := stateOf(a.o, r); s {
	case Unknown:
		return IsUnknown, a.called(r) + " is declared nowhere"
	case Ended, NotYet:
		return codeOf(s), a.called(r) + " " + a.over(r)
	case Vacant:
		return IsVacant, a.called(r) + " is vacant"
	}
	return "", ""
}

// seat is the seat that stands for a subject, and says so where it is another record.
func (a *answer) seat(r orgmodel.Ref) orgmodel.Ref {
	o := a.o
	s := o.SeatOf(r)
	switch {
	case s == orgmodel.None:
	case s != r:
		for e := range o.Posts(r) {
			if e.To == s {
				a.becauseOf(Lifted, a.called(r)+" stands for the post held, "+a.called(s)+a.heldAs(e)+".", e)
				break
			}
		}
	case o.Kind(r) == orgmodel.Person:
		if posts := a.posts(r); len(posts) > 1 {
			a.because(SeveralPosts, a.called(r)+" holds "+strconv.Itoa(len(posts))+" posts, so which is meant is open: "+
				a.list(posts)+". Ask about one of them.")
		}
	}
	return s
}

// posts are the live posts that a person holds, each once, in the author's order.
func (a *answer) posts(person orgmodel.Ref) []orgmodel.Ref {
	var posts []orgmodel.Ref
	for e := range a.o.Posts(person) {
		if !slices.Contains(posts, e.To) && a.o.MaySit(e.To) && a.o.Kind(e.To) != orgmodel.Person {
			posts = append(posts, e.To)
		}
		if len(posts) > maxReasons {
			break
		}
	}
	return posts
}

// heldAs is how a post is held where that is special: ", held as acting".
func (a *answer) heldAs(e orgmodel.Edge) string {
	switch m := a.o.LineAttrs(e).Get(orgmodel.Mode); m {
	case "", "substantive":
		return ""
	default:
		return ", held as " + wording.Short(m)
	}
}

// list names the first of some records.
func (a *answer) list(rs []orgmodel.Ref) string { return a.listOf(rs, len(rs)) }

// listOf names the first of total records.
func (a *answer) listOf(rs []orgmodel.Ref, total int) string {
	var names []string
	for _, r := range rs[:min(len(rs), named)] {
		names = append(names, a.called(r))
	}
	return wording.Series(names, total)
}

// noSeat says why a subject takes no part in reporting lines; false where it does.
func (a *answer) noSeat(seat orgmodel.Ref) bool {
	o := a.o
	if seat == orgmodel.None || o.IsSeat(seat) {
		return seat == orgmodel.None
	}
	switch kind := o.Kind(seat); {
	case kind == orgmodel.Person:
		// Holds several posts, which is said, or none that is live.
	case kind == "":
		a.because(NoSeat, a.called(seat)+" has no solid line.")
	default:
		a.because(NoSeat, a.called(seat)+" is "+kindOf(o, seat)+", and takes no part in reporting lines.")
		a.otherLines(seat)
	}
	return true
}

// otherLines says by which lines a thing that is no seat answers to somebody.
func (a *answer) otherLines(r orgmodel.Ref) {
	for e := range a.o.Out(r, orgmodel.DirectedBy, orgmodel.OverseenBy, orgmodel.SponsoredBy, orgmodel.SupportedBy) {
		if a.o.LiveLine(e) {
			a.byLine(e)
		}
	}
}
