// Package analysis measures an organisation: how wide and how deep it is, how projects and PMOs stand
// in it, on whom how many depend, and where findings are dense. It infers from lines, says by which
// numbers, and says where there is too little to tell.
//
//	spans, err := analysis.Spans{Count: rules.People}.Report(ctx, org.At(day))
//	if err != nil {
//		return err // ctx's
//	}
//	fmt.Println(spans.Managers, spans.Spans.Median, spans.Spans.Max, len(spans.Layers))
//	return ask.Text(os.Stdout, spans.Answer(ask.Asker{Org: org.At(day)}))
//
// # Ideas
//
// A question is a struct whose zero value is a good question: Spans, Structure, Placement, Chokepoints,
// Hotspots. Its Report gives plain data, and the report's Answer the same in words, in the shape of
// package ask. Reports look at what is live on the day of the organisation's view.
//
// What a rule judges and a report measures is one measure: spans are those of rule span-wide, layers those
// of layers-deep, structures those of matrix-mode, placements those of pmo-placement, chokepoints those
// of chokepoint. Package rules has them, and this package counts.
//
// Figures are exact. Shares are counts, n of m; parts of posts are Amounts in millionths; percentiles
// are values that occur. Where a float is summed, for betweenness, the sum is rounded to millionths and
// summed in the order of ids, so that moving rows in a file changes nothing.
//
// A unit's figures are those of all that is part of it. Units are told apart down to a level, three
// where nothing is asked; deeper ones count in those around them.
//
// # Cost
//
// All of it is near linear in the lines, walks without recursion and stops within a tenth of a second of
// its context; a chain a million deep is nothing special. The exception is betweenness, whose exact time
// is that of seats times lines: it is exact up to 4,000 seats and estimated beyond, and says so.
//
// Not here: rules about what is found (package rules), pictures of it (package chart), and betweenness by
// weights or communities, for which package gonumview shows an organisation to gonum.
package analysis
