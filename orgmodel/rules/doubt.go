package rules

import (
	"cmp"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/near"
)

// doubts are findings about ids that nobody declares and that may be misspelt. Those that come
// first in the findings' own order wait for a suggestion, which takes a scan over all names for
// all of them together; the others are reported as they are.
type doubts struct {
	p     *orgmodel.Pass
	first []orgmodel.Finding
}

func (d *doubts) add(f orgmodel.Finding) {
	if d.first = append(d.first, f); len(d.first) >= 2*near.MaxWords {
		d.keep()
	}
}

// keep reports all but the first so many.
func (d *doubts) keep() {
	slices.SortFunc(d.first, func(f, g orgmodel.Finding) int {
		return cmp.Or(cmp.Compare(f.Subject, g.Subject), cmp.Compare(f.Key, g.Key))
	})
	for _, f := range d.first[min(len(d.first), near.MaxWords):] {
		d.p.Report(f)
	}
	d.first = d.first[:min(len(d.first), near.MaxWords)]
}

// settle reports those that wait, with what was probably meant.
func (d *doubts) settle() {
	d.keep()
	words := make([]string, len(d.first))
	for i, f := range d.first {
		words[i] = f.Key
	}
	for i, s := range near.Suggest(d.p.Org, words, d.p.Stopped) {
		f := d.first[i]
		if s.Ref != orgmodel.None {
			id, or := word(orgmodel.ID(f.Key)), ""
			if s.More > 0 {
				or = " or " + count(s.More, "other record") + " as like it"
			}
			f.Fix = "Did you mean " + called(d.p, s.Ref) + or + "? Else add " + id + orExternal
		}
		d.p.Report(f)
	}
}

// nobodys says that an id is what tables write where there is nobody.
func nobodys(id orgmodel.ID) bool {
	said := strings.TrimSpace(string(id))
	same := func(w orgmodel.ID) bool { return strings.EqualFold(said, string(w)) }
	return slices.ContainsFunc(DefaultReserved, same) || slices.ContainsFunc(nobodyElse, same)
}

// nobodyElse are words for nobody that somebody might have for an id, unlike DefaultReserved.
var nobodyElse = []orgmodel.ID{"vacancy", "none", "nobody", "null", "nil", "unfilled", "tbc", "tbd", "tba", "n.a.", "na", "n.n.", "-", "?", "vakant"}

// alike is the declared node whose id differs from a missing one only in case, spaces or
// leading zeros, as far as a handful of guesses finds it; None where none does.
func alike(p *orgmodel.Pass, id string) orgmodel.Ref {
	tight := strings.Join(strings.Fields(id), "")
	for _, guess := range [...]string{
		strings.TrimSpace(id), tight, strings.ToUpper(tight), strings.ToLower(tight),
		strings.TrimLeft(tight, "0"), strings.TrimSuffix(tight, ".0"), "0" + tight, "00" + tight, "000" + tight,
	} {
		if r, ok := p.Find(orgmodel.ID(guess)); ok && guess != "" {
			return r
		}
	}
	return orgmodel.None
}
