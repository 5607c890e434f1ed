package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// peopleAt are the persons who stand at a record, by Ref: a person themselves, those who hold a post on
// the view's day; the record itself where that is nobody, or a crowd.
func peopleAt(p *orgmodel.Pass, at orgmodel.Ref) []orgmodel.Ref { return whoServes(p, at) }

// faces are the records that stand for whoever stands at one, by Ref: the record, the persons at it, and
// the live posts that these hold.
func faces(p *orgmodel.Pass, at orgmodel.Ref) []orgmodel.Ref {
	all := append([]orgmodel.Ref{at}, peopleAt(p, at)...)
	for _, who := range all[1:] {
		if p.Kind(who) != orgmodel.Person {
			continue
		}
		n := 0
		for e := range p.Posts(who) {
			if n++; n > crowd {
				break
			}
			all = append(all, e.To)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// facesOf are the faces of several records, by Ref.
func facesOf(p *orgmodel.Pass, at []orgmodel.Ref) []orgmodel.Ref {
	var all []orgmodel.Ref
	for _, r := range at[:min(len(at), crowd)] {
		all = append(all, faces(p, r)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// samePerson is a person who stands at both of two records, of several that with the smallest id; the
// record itself where both are one; None where nobody does.
func samePerson(p *orgmodel.Pass, a, b orgmodel.Ref) orgmodel.Ref {
	if a == b {
		return a
	}
	var both []orgmodel.Ref
	others := peopleAt(p, b)
	for _, who := range peopleAt(p, a) {
		if _, in := slices.BinarySearch(others, who); in {
			both = append(both, who)
		}
	}
	return smallest(p, both)
}

// sits says that somebody is there: a post is not vacant, a person has not left, and anything is live.
func sits(p *orgmodel.Pass, r orgmodel.Ref) bool { return decides(p, r) && !gone(p, r) }

// filledOnes leaves those at whom somebody is.
func filledOnes(p *orgmodel.Pass, rs []orgmodel.Ref) []orgmodel.Ref {
	return slices.DeleteFunc(slices.Clone(rs), func(r orgmodel.Ref) bool { return !sits(p, r) })
}

// servers remembers who serves at a record, for those who ask about one again and again: a post may have a
// million other lines.
type servers map[orgmodel.Ref][]orgmodel.Ref

func (s servers) who(p *orgmodel.Pass, at orgmodel.Ref) []orgmodel.Ref {
	who, known := s[at]
	if !known {
		who = whoServes(p, at)
		s[at] = who
	}
	return who
}
