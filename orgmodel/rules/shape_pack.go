package rules

import "example.com/orgchart/orgmodel"

// Shape is the pack about span and layers: how many report to one manager, how many levels lie
// between the top and the work, and on whom too much hangs. Its limits are the literature's, and a
// house that differs sets its own. PMLoad has no agreed limit and is in no pack.
//
// The rules are about every organisation; one that they have nothing to say about passes in
// silence. The slice is the caller's.
func Shape() []orgmodel.Rule {
	return []orgmodel.Rule{
		SpanWide{}.Rule(),
		SpanNarrow{}.Rule(),
		OneToOneChain{}.Rule(),
		LayersDeep{}.Rule(),
		Chokepoint{}.Rule(),
	}
}
