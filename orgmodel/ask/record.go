package ask

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

func (a *answer) record(r orgmodel.Ref) Record {
	o := a.o
	rec := Record{
		Ref: r, ID: o.ID(r), Kind: o.Kind(r), Name: o.NameOf(r), State: stateOf(o, r),
		Holders: []Holder{}, Source: Place(o.Pos(r)),
	}
	if rec.Kind == orgmodel.Person {
		return rec // holds, and is not held
	}
	for e := range o.HeldBy(r) {
		if rec.HoldersTotal++; rec.HoldersTotal <= maxHolders {
			attrs := o.LineAttrs(e)
			rec.Holders = append(rec.Holders, Holder{
				Ref: e.From, ID: o.ID(e.From), Name: o.NameOf(e.From),
				Mode: attrs.Get(orgmodel.Mode), FTE: attrs.Get(orgmodel.FTE),
			})
		}
	}
	return rec
}

// stateOf is what a record is on the view's day.
func stateOf(o *orgmodel.Org, r orgmodel.Ref) State {
	switch {
	case !o.Declared(r):
		return Unknown
	case !o.Live(r) && begins(o.Life(r), o.AsOf()):
		return NotYet
	case !o.Live(r):
		return Ended
	}
	occupancy := o.Occupancy(r)
	switch {
	case occupancy != orgmodel.Filled && (o.Kind(r) == orgmodel.Post || o.IsSeat(r)):
		return State(occupancy.String())
	case o.Inactive(r):
		return Inactive
	case o.Kind(r) == orgmodel.Post || o.Kind(r) != orgmodel.Person && o.IsSeat(r):
		return Filled
	}
	return Live
}

// begins says that an interval begins after a day.
func begins(iv orgmodel.Interval, day orgmodel.Date) bool {
	return !day.IsZero() && day.Before(iv.From)
}

func (a *answer) line(e orgmodel.Edge) *Line {
	l := a.o.Line(e)
	return &Line{
		From: l.From, Rel: l.Rel, To: l.To, Scope: l.Scope, Since: l.Live.From, Until: l.Live.Until,
		Sentence: sentence(l), Source: Place(l.Pos),
	}
}

// sentence is a line as a file would say it, with words that no id can disturb.
func sentence(l orgmodel.Line) string {
	l.From, l.To = orgmodel.ID(wording.Word(l.From)), orgmodel.ID(wording.Word(l.To))
	l.Rel = orgmodel.Rel(wording.Word(orgmodel.ID(l.Rel)))
	if l.Scope != "" {
		l.Scope = orgmodel.ID(wording.Word(l.Scope))
	}
	return l.String()
}

// says is a line as a sentence for people.
func (a *answer) says(e orgmodel.Edge) string {
	s := wording.Word(a.o.ID(e.From)) + " " + wording.Says(e.Rel) + " " + wording.Word(a.o.ID(e.To))
	if sc := a.o.Scope(e); sc != orgmodel.None {
		s += " in " + wording.Word(a.o.ID(sc))
	}
	if iv := a.o.LineLife(e); !iv.IsZero() {
		s += " " + iv.String()
	}
	return s
}

// called is how a sentence names a record.
func (a *answer) called(r orgmodel.Ref) string {
	if r == orgmodel.None {
		return "nobody"
	}
	return wording.Called(a.o, r)
}

// who is called, and who sits there.
func (a *answer) who(r orgmodel.Ref) string {
	s := a.called(r)
	if in := occupants(a.record(r)); in != "" {
		s += " (" + in + ")"
	}
	return s
}

// occupants is who holds a post, or why nobody does.
func occupants(rec Record) string {
	var names []string
	for _, h := range rec.Holders {
		if len(names) < 3 {
			names = append(names, h.said())
		}
	}
	who := wording.Series(names, rec.HoldersTotal)
	switch rec.State {
	case Live, Filled:
		return who
	case Undisclosed:
		if who == "" {
			return "holder undisclosed"
		}
		return who
	case NotYet:
		return "not yet begun"
	case Unknown:
		return "declared nowhere"
	case Group:
		return "a group"
	}
	return string(rec.State)
}

// said is a holder in a list: the name, and how the post is held where that is special.
func (h Holder) said() string {
	s := wording.Short(h.Name)
	if s == "" {
		s = wording.Word(h.ID)
	}
	switch h.Mode {
	case "", "substantive", "job-share":
		return s
	}
	return s + ", " + wording.Short(h.Mode)
}

// kindOf is what a record is, in a sentence.
func kindOf(o *orgmodel.Org, r orgmodel.Ref) string {
	kind := wording.Short(string(o.Kind(r)))
	switch {
	case kind == "":
		return "of no kind"
	case kind[0] == 'a' || kind[0] == 'e' || kind[0] == 'i' || kind[0] == 'o':
		return "an " + kind
	}
	return "a " + kind
}
