package rules

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// suggested is how many candidates a fix names, tried how many it looks at.
const suggested, tried = 3, 64

// fix names whom a record could report to: whoever holds an allowed role in what the record works
// for, be it the project, its programme or what that is part of; the nearest that would do among
// those above it; then others by id; never itself or one below it.
func (w *bossWalk) fix(seat orgmodel.Ref, verb string) string {
	p := w.p
	if !w.ready {
		w.known, w.ready = seatsIn(p, w.has), true
		w.hint = fixNames(misnamed(p, w.r.To, orgmodel.Role))
		w.book, w.heads = newRoleBook(p), newAssigned(p, w.r.To, "")
	}
	home := p.SeatOf(seat)
	var near []orgmodel.Ref
	add := func(r orgmodel.Ref) {
		if len(near) < suggested && r != home && of(w.has, r) && w.would(r) && !slices.Contains(near, r) && p.CommonManager(home, r) != home {
			near = append(near, r)
		}
	}
	for _, r := range w.heading(home) {
		add(r)
	}
	if c := w.up.nearest(home, func(r orgmodel.Ref) bool { return of(w.has, r) && w.would(r) }); c.at != orgmodel.None {
		if len(near) == suggested {
			near = near[:suggested-1]
		}
		if !slices.Contains(near, c.at) {
			near = append(near, c.at)
		}
	}
	for _, r := range w.known[:min(len(w.known), tried)] {
		add(r)
	}
	if len(near) == 0 && w.hint != "" {
		return w.hint
	}
	if len(near) == 0 {
		return "Appoint " + one(eitherID(w.r.To)) + " for " + word(p.ID(seat)) + ", or exempt it."
	}
	var ways []string
	for _, r := range near {
		ways = append(ways, called(p, r))
	}
	return strings.TrimSpace(verb + either(ways) + ". " + w.hint)
}

// would says that a line to a holder of an allowed role would do.
func (w *bossWalk) would(r orgmodel.Ref) bool {
	return w.p.Live(r) && (w.r.Match != NearestFilled || decides(w.p, r))
}

// heading are the seats of those who hold an allowed role in a delivery that a seat holds a role in,
// or in one that it is part of: the nearest delivery's first, those of one delivery by id.
func (w *bossWalk) heading(seat orgmodel.Ref) []orgmodel.Ref {
	p := w.p
	if len(w.heads.lines) == 0 {
		return nil
	}
	var in []orgmodel.Ref
	for _, e := range w.book.near(seat) {
		if s := p.Scope(e); s != orgmodel.None && p.Live(s) && isDelivery(p, s) {
			in = append(in, s)
		}
	}
	slices.SortFunc(in, byID(p))
	in = slices.Compact(in)
	var found []orgmodel.Ref
	take := func(delivery orgmodel.Ref) {
		who, _ := w.heads.now(delivery)
		for _, r := range who[:min(len(who), tried)] {
			found = append(found, p.SeatOf(r))
		}
	}
	for _, delivery := range in[:min(len(in), suggested)] {
		take(delivery)
		n := 0
		for r := range p.Up(delivery, orgmodel.PartOf) {
			if n++; n > tried || len(found) > tried {
				break
			}
			take(r)
		}
	}
	return found
}
