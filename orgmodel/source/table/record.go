package table

import "example.com/orgchart/orgmodel"

// A person is one already made, in a table with posts: a second row about it is a second
// post, not a second person, if it says the same.
type person struct {
	ref   orgmodel.Ref
	name  string
	attrs orgmodel.AttrCode
}

// fill makes the records of a row: a person, the post it holds if the table has posts, the
// lines of both.
func (f *filler) fill() {
	id, name := f.text(f.id), f.fullName()
	if f.id < 0 {
		id = name
	}
	f.bad = f.bad[:0]
	if f.post >= 0 {
		if post := f.text(f.post); post != "" {
			f.fillPost(id, name, post)
			return
		}
	}
	life := f.life()
	attrs := f.attributes(f.attrs, vacant(name))
	who := f.b.AddNode(id, f.kinds.person, name, attrs, f.place(f.who))
	if id == "" {
		f.noID.add(f.pos(f.who))
	}
	if !life.IsZero() {
		f.b.SetLive(who, life)
	}
	f.reach(who)
	f.lines(who, who)
}

// fillPost makes the records of a row about a post.
func (f *filler) fillPost(id, name, post string) {
	var own, its []int // columns about the person, and about the post
	for _, c := range f.attrs {
		switch f.cols[c].field {
		case Title, Grade:
			its = append(its, c)
		case FTE:
		default:
			own = append(own, c)
		}
	}
	nobody := vacant(name)
	held := id != "" && !(f.id < 0 && nobody) || name != "" && !nobody
	life, who := f.life(), orgmodel.None
	if held {
		who = f.holder(id, name, f.attributes(own, nobody))
		f.bad = f.bad[:0]
	} else {
		its = f.attrs
	}
	seat, made := f.posts[post]
	if !made || !held {
		seat = f.b.AddNode(post, f.kinds.post, trimmed(f.raw(f.title)), f.attributes(its, !held), f.place(f.post))
		if !made {
			f.posts[post] = seat
		}
	}
	if !held {
		f.lines(seat, seat)
		return
	}
	line := f.b.AddLine(who, f.rels.holds, seat, f.place(f.post))
	if n, ok := fte(trimmed(f.raw(f.fte))); ok {
		f.b.SetLineAttrs(line, f.b.AttrCode(orgmodel.FTE, n))
	}
	if !life.IsZero() {
		f.b.SetLineLive(line, life)
	}
	f.lines(who, seat)
}

// holder is the person of a row about a post.
func (f *filler) holder(id, name string, attrs orgmodel.AttrCode) orgmodel.Ref {
	if p, ok := f.people[id]; ok && id != "" && p.name == name && p.attrs == attrs {
		return p.ref
	}
	who := f.b.AddNode(id, f.kinds.person, name, attrs, f.place(f.who))
	if id == "" {
		f.noID.add(f.pos(f.who))
	} else if _, ok := f.people[id]; !ok {
		f.people[id] = person{who, name, attrs}
	}
	f.reach(who)
	return who
}

// fullName is the person's name; first and last name are joined.
func (f *filler) fullName() string {
	if f.name >= 0 {
		return f.text(f.name)
	}
	first, last := f.text(f.first), f.text(f.last)
	if first == "" || last == "" {
		return first + last
	}
	return first + " " + last
}

// lines makes the lines of a row. Who and seat are the same where there is no post or no
// person.
func (f *filler) lines(who, seat orgmodel.Ref) {
	for _, l := range f.links {
		to := f.text(l.col)
		if to == "" || nothing(to) && f.stands(l.col, to) {
			continue
		}
		from := who
		if l.ofPost {
			from = seat
		}
		if f.post < 0 || f.fresh(said{from, l.rel, to}) {
			f.b.AddLine(from, l.rel, f.b.Refer(to), f.place(l.col))
		}
	}
	if u := f.text(f.unit); u != "" {
		if nothing(u) {
			f.blanks[f.unit].add(f.pos(f.unit))
			return
		}
		to := f.unitOf(u)
		if f.post < 0 || f.fresh(said{seat, f.rels.partOf, u}) {
			f.b.AddLine(seat, f.rels.partOf, to, f.place(f.unit))
		}
	}
}

// A said is a line of a table with posts, where several rows about one post or one person say
// the same line.
type said struct {
	from orgmodel.Ref
	rel  orgmodel.RelCode
	to   string
}

// fresh says that no row has said this line yet.
func (f *filler) fresh(l said) bool {
	if f.said[l] {
		return false
	}
	f.said[l] = true
	return true
}

// A unit is one that a row names.
type unit struct {
	name string
	at   orgmodel.Place
}

// unitOf is the unit of this name. Its record is made when all rows are read.
func (f *filler) unitOf(name string) orgmodel.Ref {
	if r, ok := f.units.find(name); ok {
		return r
	}
	r := f.b.Refer("unit:" + name)
	f.units.put(name, r)
	f.named = append(f.named, unit{name, f.place(f.unit)})
	return r
}

// addUnits makes the records of the units, in the order of the rows that name them first,
// except those that another file has made.
func (f *filler) addUnits() {
	for _, u := range f.named {
		id := "unit:" + u.name
		if f.others {
			if r := f.b.Find(id); r != orgmodel.None && f.b.KindOf(r) == orgmodel.Unit {
				continue
			}
		}
		f.b.AddNode(id, f.kinds.unit, u.name, 0, u.at)
	}
}
