package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// guises are the records that stand for the same people. Each is worked out once, since one post may
// be held by a million, and one person hold a million; what it gives is not to be changed.
type guises struct {
	p      *orgmodel.Pass
	people map[orgmodel.Ref][]orgmodel.Ref
	all    map[orgmodel.Ref][]orgmodel.Ref
}

func newGuises(p *orgmodel.Pass) *guises {
	return &guises{p, map[orgmodel.Ref][]orgmodel.Ref{}, map[orgmodel.Ref][]orgmodel.Ref{}}
}

// peopleAt are the persons who stand at a record, by Ref: a person themselves, those who hold a post on
// the view's day; the record itself where that is nobody, or a crowd.
func (g *guises) peopleAt(at orgmodel.Ref) []orgmodel.Ref {
	if g.p.Kind(at) != orgmodel.Post {
		return []orgmodel.Ref{at}
	}
	who, known := g.people[at]
	if !known {
		who = whoServes(g.p, at)
		g.people[at] = who
	}
	return who
}

// faces are the records that stand for whoever stands at one, by Ref: the record, the persons at it, and
// the declared posts that these hold on the view's day; of many posts the first few.
func (g *guises) faces(at orgmodel.Ref) []orgmodel.Ref {
	if all, known := g.all[at]; known {
		return all
	}
	p := g.p
	people := g.peopleAt(at)
	all := append([]orgmodel.Ref{at}, people...)
	for _, who := range people {
		if p.Kind(who) != orgmodel.Person {
			continue
		}
		if who != at {
			all = append(all, g.faces(who)...) // no deeper: at a person stands that person
			continue
		}
		n := 0
		for e := range p.Posts(who) {
			if n++; n > crowd {
				break
			}
			if p.Declared(e.To) {
				all = append(all, e.To)
			}
		}
	}
	slices.Sort(all)
	all = slices.Clip(slices.Compact(all))
	g.all[at] = all
	return all
}

// facesOf are the faces of several records, by Ref; of a crowd those of the first few.
func (g *guises) facesOf(at []orgmodel.Ref) []orgmodel.Ref {
	var all []orgmodel.Ref
	for _, r := range at[:min(len(at), crowd)] {
		all = append(all, g.faces(r)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// same is a person who stands at both of two records, of several that with the smallest id; the record
// itself where both are one; None where nobody does.
func (g *guises) same(a, b orgmodel.Ref) orgmodel.Ref {
	if a == b {
		return a
	}
	var both []orgmodel.Ref
	others := g.peopleAt(b)
	for _, who := range g.peopleAt(a) {
		if _, in := slices.BinarySearch(others, who); in {
			both = append(both, who)
		}
	}
	return smallest(g.p, both)
}

// sits says that somebody is there: a post is not vacant, a person has not left, and anything is live.
func sits(p *orgmodel.Pass, r orgmodel.Ref) bool { return decides(p, r) && !gone(p, r) }

// filledOnes leaves those at whom somebody is.
func filledOnes(p *orgmodel.Pass, rs []orgmodel.Ref) []orgmodel.Ref {
	return slices.DeleteFunc(slices.Clone(rs), func(r orgmodel.Ref) bool { return !sits(p, r) })
}

// stand are the records whose roles somebody has who stands at one: that one, their own, and the posts they
// hold.
func (g *guises) stand(who, at orgmodel.Ref) []orgmodel.Ref {
	all := append(slices.Clone(g.faces(who)), at)
	slices.Sort(all)
	return slices.Compact(all)
}
