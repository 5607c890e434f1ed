package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// A tenure is who is in charge of a delivery while it lasts.
type tenure struct {
	stints []stint        // the times during which somebody is: To is who, From whom they count for
	seats  []orgmodel.Ref // those whom lines put in charge at some time, whether or not they sit
	ghosts bool           // somebody undeclared is, or may be
}

// jointly stands in for all who share the charge of one delivery as persons.
const jointly = orgmodel.None

// tenure is who is in charge of a delivery. Whoever holds a post counts as the post, however many
// they are, and so do persons whose lines share the charge among them.
func (a *assigned) tenure(delivery orgmodel.Ref) tenure {
	p := a.p
	var t tenure
	posts := map[orgmodel.Ref]bool{}
	for _, e := range a.lines[delivery] {
		if r := a.who(e); p.Kind(r) == orgmodel.Post {
			posts[r] = true
		}
	}
	for _, e := range a.lines[delivery] {
		iv, r := a.lasting(e, delivery), a.who(e)
		switch {
		case !p.Declared(r):
			t.ghosts = t.ghosts || !iv.Empty()
			continue
		case iv.Empty() || endsByState(p, r) || p.Inactive(r):
			continue
		}
		t.seats = append(t.seats, r)
		s := stint{Edge: e, fte: fteOf(p.LineAttrs(e)), mode: p.LineAttrs(e).Get(orgmodel.Mode)}
		s.From, s.To = a.counts(r, s, posts), r
		during := runOf(iv)
		for _, in := range a.seated(r) {
			if s.from, s.until = max(in.from, during.from), min(in.until, during.until); s.from < s.until {
				t.stints = append(t.stints, s)
			}
		}
		t.ghosts = t.ghosts || a.heldByGhost(r)
	}
	slices.SortFunc(t.seats, byID(p))
	t.seats = slices.Compact(t.seats)
	return t
}

// counts is whom an assignment counts for.
func (a *assigned) counts(who orgmodel.Ref, s stint, posts map[orgmodel.Ref]bool) orgmodel.Ref {
	if a.p.Kind(who) != orgmodel.Person {
		return who
	}
	post, order := orgmodel.None, byID(a.p)
	for _, r := range a.faces(who) {
		if posts[r] && (post == orgmodel.None || order(r, post) < 0) {
			post = r
		}
	}
	if post != orgmodel.None {
		return post
	}
	if s.mode == jobShare || s.fte != noFTE && s.fte < oneFTE {
		return jointly
	}
	return who
}

// heldByGhost says that somebody nobody declares holds a post.
func (a *assigned) heldByGhost(post orgmodel.Ref) bool {
	if a.p.Kind(post) != orgmodel.Post {
		return false
	}
	strange, known := a.strange[post]
	if !known {
		for e := range a.p.In(post, orgmodel.Holds) {
			if strange = a.p.LiveLine(e) && !a.p.Declared(e.From); strange {
				break
			}
		}
		a.strange[post] = strange
	}
	return strange
}

// vacant is the first time of more than some days in the life of a delivery when nobody is in charge,
// and that is not over on the view's day; all of it where nobody ever is. Where the delivery's beginning
// is not stated it begins with the first in charge, where its end is not stated it ends with the last,
// unless nobody is in charge today.
func (t tenure) vacant(p *orgmodel.Pass, delivery orgmodel.Ref, longer int) (run, bool) {
	life, day := runOf(p.Life(delivery)), p.AsOf()
	if len(t.stints) == 0 {
		return life, true
	}
	first, last := t.stints[0].from, t.stints[0].until
	for _, s := range t.stints {
		first, last = min(first, s.from), max(last, s.until)
	}
	stints, today := t.stints, firstDay.DaysUntil(day)
	if life.from == always && (day.IsZero() || first <= today) {
		life.from = first
	}
	if life.until == evermore && (day.IsZero() || last > today) {
		life.until = last
	}
	if !day.IsZero() {
		life.from, stints = since(life.from, today, stints)
	}
	in := append([]stint{{Edge: orgmodel.Edge{From: delivery}, from: life.from, until: life.until}}, stints...)
	lives, held := 0, 0
	r := firstRun(in, longer, func(s *stint, by int) {
		if s == &in[0] {
			lives += by
		} else {
			held += by
		}
	}, func() bool { return lives > 0 && held == 0 })
	return r, r.days() > longer
}

// since leaves out what is over by today: the stints before it, and the days before it but those of a
// time without anybody that reaches it.
func since(from, today int, stints []stint) (int, []stint) {
	var left []stint
	lately := from
	for _, s := range stints {
		switch {
		case s.until <= today:
			lately = max(lately, s.until)
			continue
		case s.from <= today:
			lately = today
		}
		left = append(left, s)
	}
	return lately, left
}

// crowded is the first time of more than some days when more are in charge than may be, and that is
// not over on the view's day; and who they are, by id.
func (t tenure) crowded(p *orgmodel.Pass, most, longer int) (run, []stint) {
	stints := t.stints
	if day := p.AsOf(); !day.IsZero() {
		today := firstDay.DaysUntil(day)
		stints = slices.DeleteFunc(slices.Clone(stints), func(s stint) bool { return s.until <= today })
	}
	in := map[orgmodel.Ref]int{}
	r := firstRun(stints, longer, func(s *stint, by int) {
		if in[s.From] += by; in[s.From] == 0 {
			delete(in, s.From)
		}
	}, func() bool { return len(in) > most })
	if r.days() <= 0 {
		return r, nil
	}
	return r, during(p, stints, r, func(stint) bool { return true })
}
