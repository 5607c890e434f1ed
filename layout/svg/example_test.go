package svg_test

import (
	"bytes"
	"fmt"
	"strings"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/svg"
)

func pair() *layout.Diagram {
	boxes := []layout.Box{{ID: "it-1", W: 120, H: 33, Count: 1}, {ID: "pm-1", W: 120, H: 33, First: 1, Count: 1}}
	return &layout.Diagram{
		Graph: layout.Graph{
			Title: "Harbour Digital",
			Boxes: boxes,
			Lines: []layout.Line{{S: "Ada Lovelace"}, {S: "Alan Turing"}},
			Edges: []layout.Edge{{From: 0, To: 1, Tree: true}},
		},
		W: 168, H: 138,
		At:     []layout.Rect{{X: 24, Y: 24, W: 120, H: 33}, {X: 24, Y: 81, W: 120, H: 33}},
		Paths:  []layout.Path{{Edge: 0, First: 0, Count: 2}},
		Points: []layout.Point{{X: 84, Y: 57}, {X: 84, Y: 81}},
	}
}

func ExampleEncode() {
	var b bytes.Buffer
	if err := svg.Encode(&b, pair()); err != nil {
		fmt.Println(err)
		return
	}
	_, shapes, _ := strings.Cut(b.String(), `height="100%"/>`+"\n") // after the style sheet
	fmt.Print(shapes)
	// Output:
	// <g class="e" transform="translate(.5 .5)">
	// <path d="M84 56v25"/>
	// </g>
	// <g class="b" transform="translate(.5 .5)">
	// <g transform="translate(24,24)"><title>it-1</title><rect width="119" height="32" rx="6"/><text x="12" y="21">Ada Lovelace</text></g>
	// <g transform="translate(24,81)"><title>pm-1</title><rect width="119" height="32" rx="6"/><text x="12" y="21">Alan Turing</text></g>
	// </g>
	// </svg>
}

func ExampleEncoder() {
	theme := svg.Light() // the same on every screen
	theme.Colours.Bars[0] = 0x005ea5
	theme.Shape.Radius = 0
	e := svg.Encoder{Theme: theme, Prefix: "chart-2"} // the second picture of a page
	var b bytes.Buffer
	if err := e.Encode(&b, pair()); err != nil {
		fmt.Println(err)
	}
	line, _, _ := strings.Cut(b.String(), "\n")
	fmt.Println(line)
	// Output: <svg xmlns="http://www.w3.org/2000/svg" class="chart-2" width="168" height="138" viewBox="0 0 168 138" role="img" aria-labelledby="chart-2-title chart-2-desc">
}

func ExampleAuto() {
	theme := svg.Auto()
	fmt.Printf("paper #%06x by day, #%06x by night\n", theme.Colours.Paper, theme.Night.Paper)
	// Output: paper #ffffff by day, #12171e by night
}

func ExampleLight() {
	fmt.Println(svg.Light().Night == svg.Palette{}) // no other colours at night
	// Output: true
}

func ExampleDark() {
	fmt.Printf("#%06x\n", svg.Dark().Colours.Paper)
	// Output: #12171e
}
