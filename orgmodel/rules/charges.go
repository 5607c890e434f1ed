package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// charges are the times for which lines put somebody in charge of one thing: To is who, From whom it
// counts for, so that whoever is named twice counts once. A person counts for the post they hold, or
// for the role in charge that they hold; persons whose lines share the charge count as one. A vacant
// post counts: it is named. Open says that somebody undeclared is in charge, or somebody who has left.
func charges(p *orgmodel.Pass, book *roleBook, lines []orgmodel.Edge) (in []stint, open bool) {
	named := map[orgmodel.Ref]bool{}
	for _, e := range lines {
		named[e.From] = true
	}
	for _, e := range lines {
		switch {
		case !p.Declared(e.From) || gone(p, e.From):
			open = true
			continue
		case !p.Live(e.From):
			continue
		}
		r := runOf(p.Lasting(e))
		s := stint{Edge: e, from: r.from, until: r.until, fte: fteOf(p.LineAttrs(e)), mode: p.LineAttrs(e).Get(orgmodel.Mode)}
		s.From, s.To = countsFor(p, book, e, s, named), e.From
		if s.from < s.until {
			in = append(in, s)
		}
	}
	return in, open
}

// countsFor is whom a line in charge counts for.
func countsFor(p *orgmodel.Pass, book *roleBook, e orgmodel.Edge, s stint, named map[orgmodel.Ref]bool) orgmodel.Ref {
	if k := p.Kind(e.From); k != orgmodel.Person && k != orgmodel.Post {
		return e.From
	}
	seat := p.SeatOf(e.From)
	if p.Kind(e.From) == orgmodel.Person {
		posts := slices.DeleteFunc(slices.Clone(book.guises.faces(e.From)), func(post orgmodel.Ref) bool { return post == e.From || !named[post] })
		if len(posts) > 0 {
			seat = smallest(p, posts)
		}
	}
	if role := roleNamed(p, book, seat, p.Scope(e), named); role != orgmodel.None {
		return role
	}
	if p.Kind(seat) == orgmodel.Person && (s.mode == jobShare || s.fte != noFTE && s.fte < oneFTE) {
		return jointly
	}
	return seat
}

// roleNamed is the role among those named that a seat holds in a scope or without one, of several that
// with the smallest id; None where it holds none.
func roleNamed(p *orgmodel.Pass, book *roleBook, seat, scope orgmodel.Ref, named map[orgmodel.Ref]bool) orgmodel.Ref {
	var roles []orgmodel.Ref
	for _, h := range book.near(seat) {
		if named[h.To] && meet(p.Scope(h), scope) {
			roles = append(roles, h.To)
		}
	}
	return smallest(p, roles)
}

// several are those of charges who are more than a number at one time, with the time; none where there
// is no such time.
func several(p *orgmodel.Pass, in []stint, most int) (run, []stint) {
	return tenure{stints: in}.crowded(p, most, 0)
}
