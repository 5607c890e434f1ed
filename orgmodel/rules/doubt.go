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
	first []doubt
}

// A doubt is such a finding, and the line that names the id.
type doubt struct {
	orgmodel.Finding
	line    orgmodel.Edge
	missing orgmodel.Ref
	alone   bool // nobody but the line's other end names it
}

// may says that the missing id may be that of a record: the relation joins its kind with the other
// end's, and unless others name the id too, the record is none that the line names already.
func (d *doubt) may(p *orgmodel.Pass, r orgmodel.Ref) bool {
	if d.alone && (r == d.line.From || r == d.line.To) {
		return false
	}
	j := orgmodel.Join{From: p.Kind(d.line.From), Rel: d.line.Rel, To: p.Kind(d.line.To)}
	switch d.missing {
	case d.line.To:
		j.To = p.Kind(r)
		return joinable(j)
	case d.line.From:
		j.From = p.Kind(r)
		return joinable(j)
	}
	return true // a scope is of any kind
}

func (d *doubts) add(f doubt) {
	if d.first = append(d.first, f); len(d.first) >= 2*near.MaxWords {
		d.keep()
	}
}

// keep reports all but the first so many.
func (d *doubts) keep() {
	slices.SortFunc(d.first, func(f, g doubt) int {
		return cmp.Or(cmp.Compare(f.Subject, g.Subject), cmp.Compare(f.Key, g.Key))
	})
	for _, f := range d.first[min(len(d.first), near.MaxWords):] {
		d.p.Report(f.Finding)
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
	look := lookAlike(d.p, words, func(i int, r orgmodel.Ref) bool { return d.first[i].may(d.p, r) })
	for i, s := range near.Suggest(d.p.Org, words, d.p.Stopped) {
		f := d.first[i]
		if l := look[i]; l.ref != orgmodel.None {
			s = near.Suggestion{Ref: l.ref, More: l.more}
		}
		if s.Ref != orgmodel.None && f.may(d.p, s.Ref) {
			or := ""
			if s.More > 0 {
				or = " or " + count(s.More, "other record") + " as like it"
			}
			f.Fix = "Did you mean " + called(d.p, s.Ref) + or + "? Else " + declare(d.p, f.line, f.missing) + orExternal
		}
		d.p.Report(f.Finding)
	}
}

// declare says how to add a missing id: with its kind where the line can name but one.
func declare(p *orgmodel.Pass, e orgmodel.Edge, missing orgmodel.Ref) string {
	kind := orgmodel.Kind("")
	switch missing {
	case e.To:
		kind = onlyEnd(e.Rel, true)
	case e.From:
		kind = onlyEnd(e.Rel, false)
	}
	if kind == "" {
		return "add " + word(p.ID(missing))
	}
	return "declare the " + string(kind) + " " + word(p.ID(missing))
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
