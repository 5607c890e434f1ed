package ask

import (
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Code of what has another tag than the one asked for.
const OtherTag Code = "other-tag"

// IsLineManager answers whether somebody is a line manager: whether a live seat reports to them by a
// solid line. That is derived and no role: items are the live reports, each with its line. Who is
// merely directed by them, and roles that sound like it, are reasons. No item says that they are none.
func (q Asker) IsLineManager(r orgmodel.Ref) Answer {
	a := q.about("line-manager", r)
	o := q.Org
	seats := a.seats(r)
	if len(seats) == 0 {
		a.noSeat(o.SeatOf(r))
	}
	for _, seat := range seats {
		for s := range o.Reports(seat) {
			if !o.Live(s) {
				continue
			}
			if e, ok := o.BossLine(s); ok {
				a.itemBy(s, 1, e)
			}
		}
		a.otherwise(seat)
	}
	if a.Total == 0 {
		return a.done(a.who(r) + " is no line manager: no live seat reports to it by a solid line.")
	}
	return a.done(a.who(r) + " is a line manager: " + seatsReport(a.Total) + ".")
}

func seatsReport(n int) string {
	if n == 1 {
		return "1 live seat reports to it"
	}
	return number(n) + " live seats report to it"
}

// seats are the seats of a subject, one for each post that a person holds.
func (a *answer) seats(r orgmodel.Ref) []orgmodel.Ref {
	if s := a.o.SeatOf(r); a.o.IsSeat(s) {
		return []orgmodel.Ref{a.seat(r)}
	}
	var all []orgmodel.Ref
	for _, f := range a.faces(r) {
		if a.o.IsSeat(f.at) {
			all = append(all, f.at)
		}
	}
	return all
}

// otherwise says who has a line to a seat that makes it no line manager.
func (a *answer) otherwise(seat orgmodel.Ref) {
	var who []orgmodel.Ref
	n := 0
	for e := range a.o.In(seat, orgmodel.DirectedBy, orgmodel.FunctionalTo, orgmodel.DottedTo) {
		if a.o.LiveLine(e) {
			n++
			who = first(who, e.From)
		}
	}
	if n > 0 {
		a.because(NotCounted, "Lines of direction or profession make no line manager: there "+are(n, "such line")+", from "+a.listOf(who, n)+".")
	}
}

// ProjectsOf answers which projects, programmes and portfolios somebody has to do with: by a role in
// them, by works-on, as owner or as sponsor. With a tag only those that have it, such as it; the
// others are a reason. There is an item for each, in the order of these lines, by the first of them,
// which is Via; Role is the role held there. Of a post the lines of its holders count too, of a
// person those of the posts they hold.
func (q Asker) ProjectsOf(r orgmodel.Ref, tag string) Answer {
	a := q.about("projects", r)
	o := q.Org
	met := map[orgmodel.Ref]bool{}
	var others []orgmodel.Ref
	left := 0
	take := func(project orgmodel.Ref, e orgmodel.Edge) {
		if !o.LiveLine(e) || !isDelivery(o.Kind(project)) || met[project] {
			return
		}
		met[project] = true
		if tag != "" && !a.tagged(project, tag) {
			left++
			others = first(others, project)
			return
		}
		it := a.itemBy(project, 1, e)
		if it != nil && e.Rel == orgmodel.HasRole {
			it.Role, it.Scope = o.ID(e.To), o.ID(project)
		}
		if code, why := a.trouble(project); code != "" {
			it.because(Reason{Code: code, Text: why + "."})
		}
	}
	for _, f := range a.faces(r) {
		for e := range o.Out(f.at, orgmodel.HasRole) {
			take(o.Scope(e), e)
		}
		for e := range o.Out(f.at, orgmodel.WorksOn, orgmodel.Owns) {
			take(e.To, e)
		}
		for e := range o.In(f.at, orgmodel.SponsoredBy) {
			take(e.From, e)
		}
	}
	with := ""
	if tag != "" {
		with = " with the tag " + wording.Word(orgmodel.ID(tag))
	}
	if left > 0 {
		a.because(OtherTag, "Without this tag: "+a.listOf(others, left)+".")
	}
	if a.Total == 0 {
		if !a.isThing(r) && left == 0 {
			a.because(NoScope, "No line puts "+a.called(r)+" at a project: a role in it, works-on, owns, or sponsored-by.")
		}
		return a.done(a.who(r) + " has to do with no project" + with + ".")
	}
	return a.done(a.who(r) + " has to do with " + deliveries(a.Total) + with + ".")
}

// isThing says that a subject is a project, a role or another thing, where a person or a post is asked about.
func (a *answer) isThing(r orgmodel.Ref) bool {
	k := a.o.Kind(r)
	if !a.o.Declared(r) || k == "" || k == orgmodel.Person || k == orgmodel.Post {
		return false
	}
	a.because(NoSeat, a.called(r)+" is "+kindOf(a.o, r)+", and neither a person nor a post.")
	return true
}

func deliveries(n int) string {
	if n == 1 {
		return "1 project or programme"
	}
	return number(n) + " projects and programmes"
}

// RunAs answers which work is run in a style, by the attribute run-as, whatever its kind: with
// project also services and operations that are run as projects. Items are in the author's order;
// a reason of an item says where kind and style differ, which is no fault. Counts are of the work
// run so, and of it those whose kind says otherwise.
func (q Asker) RunAs(style string) Answer {
	a := q.about("run-as")
	o := q.Org
	differ := 0
	for r := range o.Nodes() {
		if o.Attrs(r).Get(orgmodel.RunAs) != style || style == "" {
			continue
		}
		it := a.item(r, 0)
		if k := o.Kind(r); style == "project" && !isDelivery(k) || style != "project" && isDelivery(k) {
			differ++
			it.because(Reason{Code: Counted, Text: "It is " + kindOf(o, r) + ", and run as " + wording.Short(style) + "."})
		}
	}
	name := wording.Word(orgmodel.ID(style))
	if a.Total == 0 {
		var there []string
		for r := range o.Nodes() {
			if s := o.Attrs(r).Get(orgmodel.RunAs); s != "" && !slices.Contains(there, wording.Short(s)) && len(there) < named {
				there = append(there, wording.Short(s))
			}
		}
		if len(there) > 0 {
			a.because(NotCounted, "Values of run-as here: "+wording.Series(there, len(there))+".")
		}
		return a.done("No work is said to be run as " + name + ".")
	}
	a.Counts = Counts{{"work", float64(a.Total)}, {"differs", float64(differ)}}
	return a.done(wording.Count(a.Total, "piece") + " of work" + isAre(a.Total) + "run as " + name + ".")
}
