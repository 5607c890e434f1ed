// Package bars draws bars as SVG: histograms, rows and pyramids of plain numbers, in the colours and
// fonts of package svg.
//
//	sheet := bars.Sheet{
//		Title: "Spans of Harbour Digital",
//		Panels: []bars.Panel{{
//			Title: "Managers by span", Along: "reports", Value: "managers",
//			Bars: []bars.Bar{
//				{Label: "1", Parts: []bars.Part{{N: 2}}},
//				{Label: "3", Parts: []bars.Part{{N: 5, Colour: 1}}},
//			},
//		}},
//		Legend: []bars.Key{{Colour: 1, Text: "player-coach, 3–5"}},
//	}
//	err := bars.Encode(os.Stdout, sheet)
//
// A Sheet says what is shown and Encode decides where: places are whole pixels, so that the same sheet is
// the same bytes on every machine. Each bar has its number at its end and says on hover what it is;
// the picture has a title and a description for assistive programs. Texts are data: whatever is in
// them is shown as text and never acts.
//
// A sheet is 920 px wide, wider where columns need it, and as high as its rows. Whoever fills one decides
// how many rows are worth reading; this package draws them all.
//
// Not here: what is counted (package chart makes sheets of an organisation), scales that are not linear,
// and anything with time in it.
package bars
