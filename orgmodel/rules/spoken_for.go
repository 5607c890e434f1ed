package rules

import (
	"iter"

	"example.com/orgchart/orgmodel"
)

// spokenFor gives for each delivery that lacks something the outermost one that lacks it too and that
// it is part of, itself where that is none; None for the others and on a loop of parts. What is put
// right there is put right in all its parts, and so one finding speaks for them.
func spokenFor(p *orgmodel.Pass, lacking []bool) []orgmodel.Ref {
	roots := func(yield func(orgmodel.Ref) bool) {
		for i, lacks := range lacking {
			if !lacks {
				continue
			}
			above := false
			for e := range p.Out(orgmodel.Ref(i), orgmodel.PartOf) {
				above = above || int(e.To) != i && p.LiveLine(e) && of(lacking, e.To)
			}
			if !above && !yield(orgmodel.Ref(i)) {
				return
			}
		}
	}
	return spread(p, roots, func(r orgmodel.Ref) iter.Seq[orgmodel.Ref] {
		return func(yield func(orgmodel.Ref) bool) {
			for t := range partsOf(p, deliveryKinds...)(r) {
				if of(lacking, t) && !yield(t) {
					return
				}
			}
		}
	})
}
