package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// assigned is who holds some roles in which scope, at whatever time: the lines by scope. With rel, a
// relation from what is delivered to whoever is in charge, its lines count too.
type assigned struct {
	*guises
	lines map[orgmodel.Ref][]orgmodel.Edge

	// What was asked before, since many deliveries may have one post in charge, and one delivery many.
	sat     map[orgmodel.Ref][]run // by post: when somebody sits on it
	strange map[orgmodel.Ref]bool  // by post: somebody undeclared holds it
	today   map[orgmodel.Ref]inOffice
	lineOf  map[orgmodel.Ref]map[orgmodel.Ref]orgmodel.Edge
}

// inOffice is who is in charge of a delivery on the view's day.
type inOffice struct {
	who    []orgmodel.Ref
	ghosts bool
}

// newAssigned takes the holders of roles in a scope and, unless rel is empty, the lines of rel.
func newAssigned(p *orgmodel.Pass, roles []orgmodel.ID, rel orgmodel.Rel) *assigned {
	return &assigned{
		guises: newGuises(p), lines: scopedHolders(p, roles, rel), sat: map[orgmodel.Ref][]run{}, strange: map[orgmodel.Ref]bool{},
		today: map[orgmodel.Ref]inOffice{}, lineOf: map[orgmodel.Ref]map[orgmodel.Ref]orgmodel.Edge{},
	}
}

// newScopedHolders is scopedHolders, worked out anew.
func newScopedHolders(p *orgmodel.Pass, roles []orgmodel.ID, rel orgmodel.Rel) map[orgmodel.Ref][]orgmodel.Edge {
	lines := map[orgmodel.Ref][]orgmodel.Edge{}
	set := rolesNamed(p, roles)
	n := 0
	for e := range p.Scoped() {
		if n++; n&4095 == 0 && p.Stopped() {
			return lines
		}
		if e.Rel == orgmodel.HasRole && set[e.To] {
			lines[p.Scope(e)] = append(lines[p.Scope(e)], e)
		}
	}
	if rel == "" {
		return lines
	}
	for e := range p.Edges(rel) {
		if n++; n&4095 == 0 && p.Stopped() {
			return lines
		}
		if p.Scope(e) == orgmodel.None && e.From != e.To && (isDelivery(p, e.From) || !p.MaySit(e.From)) {
			lines[e.From] = append(lines[e.From], e)
		}
	}
	return lines
}

// who is the end of a line at which whoever is in charge stands.
func (a *assigned) who(e orgmodel.Edge) orgmodel.Ref {
	if e.Rel == orgmodel.HasRole {
		return e.From
	}
	return e.To
}

// now are those in charge of a delivery on the view's day, each once, by id: declared and live, and no
// person who has left. A vacant post is among them; ghosts says that somebody undeclared is in charge.
func (a *assigned) now(delivery orgmodel.Ref) (who []orgmodel.Ref, ghosts bool) {
	if now, known := a.today[delivery]; known {
		return now.who, now.ghosts
	}
	p := a.p
	for _, e := range a.lines[delivery] {
		switch r := a.who(e); {
		case !p.LiveLine(e):
		case !p.Declared(r):
			ghosts = true
		case p.Live(r) && !gone(p, r):
			who = append(who, r)
		}
	}
	slices.SortFunc(who, byID(p))
	who = slices.Clip(slices.Compact(who))
	a.today[delivery] = inOffice{who, ghosts}
	return who, ghosts
}

// line is a live line by which somebody is in charge of a delivery now.
func (a *assigned) line(delivery, who orgmodel.Ref) orgmodel.Edge {
	of := a.lineOf[delivery]
	if of == nil {
		of = map[orgmodel.Ref]orgmodel.Edge{}
		for _, e := range a.lines[delivery] {
			if _, known := of[a.who(e)]; !known && a.p.LiveLine(e) {
				of[a.who(e)] = e
			}
		}
		a.lineOf[delivery] = of
	}
	return of[who]
}

// lasting is how long a line puts somebody in charge of a delivery.
func (a *assigned) lasting(e orgmodel.Edge, delivery orgmodel.Ref) orgmodel.Interval {
	return a.p.Lasting(e).Intersect(a.p.Life(delivery))
}

// seated are the runs of days on which somebody sits on a post, in order and apart; of a post whose
// occupancy is stated, or of an organisation without holders, all days or none.
func (a *assigned) seated(post orgmodel.Ref) []run {
	if runs, known := a.sat[post]; known {
		return runs
	}
	p := a.p
	var runs []run
	held, stated := anyLine(p, []orgmodel.Rel{orgmodel.Holds}), p.Attrs(post).Get(orgmodel.Occupied) != ""
	switch {
	case p.Kind(post) != orgmodel.Post || (!held || stated) && p.Occupancy(post) != orgmodel.Vacant:
		runs = []run{{always, evermore}}
	case stated && covered(p, post):
		runs = []run{{always, evermore}}
	case !stated:
		for e := range p.In(post, orgmodel.Holds) {
			if s, ok := stintOf(p, e); ok {
				runs = append(runs, run{s.from, s.until})
			}
		}
		runs = merged(runs)
	}
	a.sat[post] = runs
	return runs
}

// merged are runs put in order, those that touch made one.
func merged(runs []run) []run {
	slices.SortFunc(runs, func(a, b run) int { return a.from - b.from })
	var out []run
	for _, r := range runs {
		if n := len(out); n > 0 && r.from <= out[n-1].until {
			out[n-1].until = max(out[n-1].until, r.until)
		} else {
			out = append(out, r)
		}
	}
	return out
}

// runOf is an interval in the days of stints.
func runOf(iv orgmodel.Interval) run {
	r := run{always, evermore}
	if !iv.From.IsZero() {
		r.from = firstDay.DaysUntil(iv.From)
	}
	if !iv.Until.IsZero() {
		r.until = firstDay.DaysUntil(iv.Until)
	}
	return r
}
