package ask

import (
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Tops answers who is at the top: the flagged ones, where any is flagged; otherwise each seat
// without a boss that has reports. Seats that hang under nobody and are no top are a reason. An
// item's Distance is 0.
func (q Asker) Tops() Answer {
	a := q.about("tops")
	o := q.Org
	tops := o.Tops()
	flagged := false
	for _, r := range tops {
		flagged = flagged || crowned(o, r)
		a.item(r, 0)
	}
	switch {
	case flagged:
		a.because(IsTop, "Tops are flagged as such here.")
	case len(tops) > 0:
		a.because(IsTop, "None is flagged as a top: who has reports and no boss is one.")
	}
	var loose []orgmodel.Ref
	n := 0
	for s, boss := range o.Forest() {
		if boss != orgmodel.None {
			break // roots come first
		}
		if !o.UnderTop(s) && !o.IsCut(s) && o.Live(s) {
			n++
			loose = first(loose, s)
		}
	}
	if n > 0 {
		a.because(NoBoss, a.listOf(loose, n)+isAre(n)+"no top and under nobody.")
	}
	if cuts := len(slices.Collect(o.Cuts())); cuts > 0 {
		a.because(InLoop, "There "+are(cuts, "loop")+" of bosses "+"without a top: ask about loops.")
	}
	if a.Total == 0 {
		return a.done("The organisation has no top.")
	}
	return a.done("The organisation has " + wording.Count(a.Total, "top") + ".")
}

// crowned says that a seat, or somebody who holds it, is flagged as a top.
func crowned(o *orgmodel.Org, r orgmodel.Ref) bool {
	if o.Flagged(r) {
		return true
	}
	for e := range o.Holders(r) {
		if o.Flagged(e.From) {
			return true
		}
	}
	return false
}
