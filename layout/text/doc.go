// Package text knows how wide a text will be, breaks it into lines and makes it harmless to
// show, without a font file and without asking a browser.
//
//	lines, cut := text.Wrap(nil, "Head of Infrastructure and Operations", text.Plain, 130, 2)
//	w := 0
//	for _, s := range lines {
//		w = max(w, text.Width(s, text.Plain))
//	}
//	h := 2*text.PadY + len(lines)*text.Plain.Leading()
//	fmt.Println(lines, cut, w+2*text.PadX, h)
//
// Widths come from a table of 8 KB: for Latin, Greek, Cyrillic, Armenian and Hebrew the wider
// of Liberation Sans (the widths of Arial and Helvetica, one of which nearly every viewer
// has) and the Go font (which a program can carry); elsewhere a cautious average of the
// script. Kerning is left out. So a text comes out as wide as measured or a little narrower.
//
// Every function takes any string: bad UTF-8, NUL and ten megabytes without a space are
// measured and broken like anything else. Results are sub-slices of what was given; nothing
// here allocates, but for [Clean] on a text that is not clean and for growing the slice that
// [Wrap] appends to.
//
// Not here: shaping (ligatures, conjuncts), the order of bidirectional text and hyphenation.
// Viewers do the first two; the third needs a dictionary a language.
package text
