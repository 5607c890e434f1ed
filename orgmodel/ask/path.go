package ask

import (
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Path answers how two records are joined: the shortest way along live lines of these relations,
// of any where none is named, in either direction. The items are the records on the way, the
// first one included; Via leads to an item from the one before, and Distance counts lines from
// the start. Where the relations leave out holds, a person stands for the one post they hold.
func (q Asker) Path(from, to orgmodel.Ref, rels ...orgmodel.Rel) Answer {
	a := q.about("path", from, to)
	o := q.Org
	x, y := from, to
	if len(rels) > 0 && !slices.Contains(rels, orgmodel.Holds) {
		x, y = a.seat(from), a.seat(to)
	}
	way := o.Path(x, y, rels...)
	if x == y && x != orgmodel.None {
		a.item(x, 0)
		return a.done(a.who(from) + " and " + a.who(to) + " are one.")
	}
	if way == nil {
		a.because(NoBoss, "No line"+along(rels)+" that holds on this day leads from one to the other.")
		return a.done("There is no way from " + a.who(from) + " to " + a.who(to) + ".")
	}
	a.item(x, 0)
	at := x
	for i, e := range way {
		if e.From == at {
			at = e.To
		} else {
			at = e.From
		}
		it := a.itemBy(at, i+1, e)
		if code, why := a.trouble(at); code != "" {
			it.because(Reason{Code: code, Text: why + "."})
		}
	}
	return a.done("From " + a.who(from) + " to " + a.who(to) + " there " + are(len(way), "line") + along(rels) + ".")
}

// along is the relations that were asked for, in a sentence.
func along(rels []orgmodel.Rel) string {
	if len(rels) == 0 {
		return ""
	}
	var names []string
	for _, r := range rels {
		names = append(names, wording.Word(orgmodel.ID(r)))
	}
	return " of " + wording.Series(names, len(names))
}
