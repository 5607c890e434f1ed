package rules

import (
	"fmt"

	"example.com/orgchart/orgmodel"
)

// What the rules of one check work out together stands here: see orgmodel.Shared. Each is made from the
// organisation and its key alone, and never changed once it is made.

// fact names what is shared and what it depends on.
type fact struct{ what, on string }

// webOf is the web of some relations; nil where the caller gave up.
func webOf(p *orgmodel.Pass, rels ...orgmodel.Rel) *web {
	return orgmodel.Shared(p, fact{"web", fmt.Sprintf("%q", rels)}, func() *web { return newWeb(p, rels...) })
}

// tops is what survey gives.
type tops struct{ tops, roots []orgmodel.Ref }

// survey gives the tops, by Ref, and the seats that no other seat is above, ghosts included and
// loops not. Where seats have several bosses, all their lines count, so that neither depends on
// which line stands first in the file.
func survey(p *orgmodel.Pass) (highest, roots []orgmodel.Ref) {
	t := orgmodel.Shared(p, fact{what: "tops"}, func() tops {
		t, r := newSurvey(p)
		return tops{t, r}
	})
	return t.tops, t.roots
}

// runsOf are the runs of oneToOne.
func runsOf(p *orgmodel.Pass, w *web) [][]orgmodel.Ref {
	return orgmodel.Shared(p, fact{what: "runs"}, func() [][]orgmodel.Ref { return oneToOne(p, w) })
}

// scopedHolders are the lines by which roles of a set are held in a scope and, unless rel is empty, the lines of rel:
// by scope, or by what the line of rel starts from.
func scopedHolders(p *orgmodel.Pass, roles []orgmodel.ID, rel orgmodel.Rel) map[orgmodel.Ref][]orgmodel.Edge {
	return orgmodel.Shared(p, fact{"holders", fmt.Sprintf("%q %q", roles, rel)}, func() map[orgmodel.Ref][]orgmodel.Edge {
		return newScopedHolders(p, roles, rel)
	})
}

// sponsored is by Ref the nearest delivery, itself first, that names somebody in charge by roles or sponsored-by.
func sponsored(p *orgmodel.Pass, roles []orgmodel.ID, s *assigned) []orgmodel.Ref {
	return orgmodel.Shared(p, fact{"sponsored", fmt.Sprintf("%q", roles)}, func() []orgmodel.Ref {
		return spread(p, func(yield func(orgmodel.Ref) bool) {
			for r := range liveOf(p, deliveryKinds...) {
				if who, ghosts := s.now(r); (len(who) > 0 || ghosts) && !yield(r) {
					return
				}
			}
		}, partsOf(p, deliveryKinds...))
	})
}

// presentHolders are the lines by role of heldRoles.
func presentHolders(p *orgmodel.Pass) map[orgmodel.Ref][]orgmodel.Edge {
	return orgmodel.Shared(p, fact{what: "present"}, func() map[orgmodel.Ref][]orgmodel.Edge { return newPresentHolders(p) })
}

// dutyLines are the lines of duties.
func dutyLines(p *orgmodel.Pass, rels []orgmodel.Rel) map[orgmodel.Ref][]orgmodel.Edge {
	return orgmodel.Shared(p, fact{"duties", fmt.Sprintf("%q", rels)}, func() map[orgmodel.Ref][]orgmodel.Edge { return newDutyLines(p, rels) })
}

// roleWriters marks by Ref, those nobody declares among them, at whom a live line to a declared role is written.
func roleWriters(p *orgmodel.Pass) []bool {
	return orgmodel.Shared(p, fact{what: "role writers"}, func() []bool {
		var writes []bool
		n := 0
		for e := range p.Edges(orgmodel.HasRole) {
			if n++; n&4095 == 0 && p.Stopped() {
				break
			}
			if p.LiveLine(e) && p.Declared(e.To) {
				writes = marked(writes, p.Len(), e.From)
			}
		}
		return writes
	})
}

// wholes marks by Ref what something is part of by a live line.
func wholes(p *orgmodel.Pass) []bool {
	return orgmodel.Shared(p, fact{what: "wholes"}, func() []bool {
		var has []bool
		n := 0
		for e := range p.Edges(orgmodel.PartOf) {
			if n++; n&4095 == 0 && p.Stopped() {
				break
			}
			if p.LiveLine(e) {
				has = marked(has, p.Len(), e.To)
			}
		}
		return has
	})
}

// marked marks a record in a set of n, which grows where nobody declares it.
func marked(set []bool, n int, r orgmodel.Ref) []bool {
	if n = max(n, int(r)+1); n > len(set) {
		set = append(set, make([]bool, n-len(set))...)
	}
	set[r] = true
	return set
}
