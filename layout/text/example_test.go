package text_test

import (
	"fmt"

	"example.com/orgchart/layout/text"
)

func Example() {
	lines, cut := text.Wrap(nil, "Head of Infrastructure and Operations", text.Plain, 130, 2)
	w := 0
	for _, s := range lines {
		w = max(w, text.Width(s, text.Plain))
	}
	h := 2*text.PadY + len(lines)*text.Plain.Leading()
	fmt.Printf("%q %v, a box of %d x %d px\n", lines, cut, w+2*text.PadX, h)
	// Output: ["Head of Infrastructure and" "Operations"] false, a box of 154 x 44 px
}

func ExampleWidth() {
	fmt.Println(text.Width("Ada Lovelace", text.Strong), text.Width("Ada Lovelace", text.Small))
	// Output: 85 62
}

func ExampleFit() {
	s, cut := text.Fit("Donaudampfschifffahrtskapitän", text.Plain, 120)
	if cut {
		s += text.Ellipsis
	}
	fmt.Println(s)
	// Output: Donaudampfschifffahr…
}

func ExampleWrap() {
	var buf [4]string // kept between calls, so that wrapping allocates nothing
	lines, cut := text.Wrap(buf[:0], "Deputy Director for Digital, Data and Technology Strategy", text.Plain, 140, 2)
	for _, s := range lines {
		fmt.Println(s)
	}
	fmt.Println(cut)
	// Output:
	// Deputy Director for Digital,
	// Data and Technology Stra
	// true
}

func ExampleClean() {
	fmt.Printf("%q\n", text.Clean("Ada\nLovelace\x00 \u202eecalevoL"))
	// Output: "Ada Lovelace� �ecalevoL"
}

func ExampleStyle() {
	for _, s := range []text.Style{text.Heading, text.Strong, text.Plain, text.Small} {
		fmt.Println(s.Size(), s.Leading(), s.Bold())
	}
	// Output:
	// 16 22 true
	// 13 17 true
	// 11 14 false
	// 10 13 false
}
