package rules

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
)

// deliveryKinds are the kinds of work that begins, delivers and ends, the narrowest first.
var deliveryKinds = []orgmodel.Kind{orgmodel.Project, orgmodel.Programme, orgmodel.Portfolio}

// isDelivery says that a record is a project, a programme or a portfolio.
func isDelivery(p *orgmodel.Pass, r orgmodel.Ref) bool {
	return slices.Contains(deliveryKinds, p.Kind(r))
}

// liveOf yields the live records of some kinds, kind by kind in the author's order: those that own
// their id, and have one. It ends early where the caller gave up.
func liveOf(p *orgmodel.Pass, kinds ...orgmodel.Kind) iter.Seq[orgmodel.Ref] {
	return func(yield func(orgmodel.Ref) bool) {
		n := 0
		for _, k := range kinds {
			for r := range p.OfKind(k) {
				if n++; n&1023 == 0 && p.Stopped() {
					return
				}
				if p.Live(r) && p.ID(r) != "" && !p.IsRepeat(r) && !yield(r) {
					return
				}
			}
		}
	}
}

// spread gives for every declared node the nearest source from which a walk comes to it, None where
// none does; a source is its own. Next leads from a node to those beyond it. Of equally near sources
// it is the one with the smallest id, so that no order of lines matters. Each node is left once, so
// the time is that of the lines, however deep the walk.
func spread(p *orgmodel.Pass, sources iter.Seq[orgmodel.Ref], next func(orgmodel.Ref) iter.Seq[orgmodel.Ref]) []orgmodel.Ref {
	from := make([]orgmodel.Ref, p.Len())
	for i := range from {
		from[i] = orgmodel.None
	}
	order := byID(p)
	var tier []orgmodel.Ref
	for s := range sources {
		if p.Declared(s) && from[s] == orgmodel.None {
			from[s] = s
			tier = append(tier, s)
		}
	}
	reached := make([]bool, len(from)) // in an earlier tier
	n := 0
	for len(tier) > 0 {
		for _, r := range tier {
			reached[r] = true
		}
		var beyond []orgmodel.Ref
		for _, r := range tier {
			for t := range next(r) {
				if n++; n&4095 == 0 && p.Stopped() {
					return from
				}
				switch {
				case !p.Declared(t) || reached[t]:
				case from[t] == orgmodel.None:
					from[t] = from[r]
					beyond = append(beyond, t)
				case from[t] != from[r] && order(from[r], from[t]) < 0:
					from[t] = from[r]
				}
			}
		}
		tier = beyond
	}
	return from
}

// partsOf leads from a record to what is part of it by live lines and is live; with kinds only to
// records of these.
func partsOf(p *orgmodel.Pass, kinds ...orgmodel.Kind) func(orgmodel.Ref) iter.Seq[orgmodel.Ref] {
	return func(r orgmodel.Ref) iter.Seq[orgmodel.Ref] {
		return func(yield func(orgmodel.Ref) bool) {
			for e := range p.In(r, orgmodel.PartOf) {
				if p.LiveLine(e) && p.Live(e.From) && (len(kinds) == 0 || slices.Contains(kinds, p.Kind(e.From))) && !yield(e.From) {
					return
				}
			}
		}
	}
}

// partOfGhost says that a record is part of something nobody declares: where it belongs is not known.
func partOfGhost(p *orgmodel.Pass, r orgmodel.Ref) bool {
	for e := range p.Out(r, orgmodel.PartOf) {
		if p.LiveLine(e) && !p.Declared(e.To) {
			return true
		}
	}
	return false
}

// rolesNamed are the roles with one of some ids, and those that are-a one of them. An id that lines
// name and nobody declares counts: it is unknown-reference's finding, and whoever holds it holds it.
func rolesNamed(p *orgmodel.Pass, ids []orgmodel.ID) map[orgmodel.Ref]bool {
	set := map[orgmodel.Ref]bool{}
	take := func(role orgmodel.Ref) {
		if set[role] {
			return
		}
		set[role] = true
		for r := range p.Down(role, orgmodel.IsA) {
			set[r] = true
		}
	}
	for _, id := range ids {
		if r, ok := p.Find(id); ok {
			take(r)
		}
	}
	for g := range p.Ghosts() {
		if slices.Contains(ids, p.ID(g)) {
			take(g)
		}
	}
	return set
}

// moneyOf reads an attribute as an amount: a number, with commas, spaces or underscores between its
// digits. Stated says that the attribute is there and not empty, read that it is such a number.
func moneyOf(p *orgmodel.Pass, r orgmodel.Ref, key string) (amount float64, stated, read bool) {
	s := strings.TrimSpace(p.Attrs(r).Get(key))
	if s == "" {
		return 0, false, false
	}
	s = strings.NewReplacer(",", "", " ", "", "_", "").Replace(s)
	amount, err := strconv.ParseFloat(s, 64)
	if err != nil || amount != amount {
		return 0, true, false
	}
	return amount, true, true
}

// tiny says that a delivery's budget is known and below a limit.
func tiny(p *orgmodel.Pass, delivery orgmodel.Ref, limit float64) bool {
	amount, _, read := moneyOf(p, delivery, orgmodel.Budget)
	return read && amount < limit
}

// orRoles is some role ids, or those of the catalogue.
func orRoles(ids []orgmodel.ID, others ...orgmodel.ID) []orgmodel.ID {
	if ids == nil {
		return others
	}
	return ids
}
