package bars_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"example.com/orgchart/layout/bars"
	"example.com/orgchart/layout/svg"
)

func ExampleEncode() {
	sheet := bars.Sheet{
		Title: "Spans of Harbour Digital",
		Panels: []bars.Panel{{
			Title: "Managers by span", Along: "reports", Value: "managers",
			Bars: []bars.Bar{
				{Label: "1", Parts: []bars.Part{{N: 2}}},
				{Label: "3", Parts: []bars.Part{{N: 5, Colour: 1}}},
			},
		}},
		Legend: []bars.Key{{Colour: 1, Text: "player-coach, 3–5"}},
	}
	var b bytes.Buffer
	if err := bars.Encode(&b, sheet); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	fmt.Println(strings.Contains(b.String(), "<title>3: 5</title>"))
	// Output: true
}

func ExampleEncoder_Encode() {
	var b bytes.Buffer
	err := bars.Encoder{Theme: svg.Dark(), Prefix: "spans"}.Encode(&b, bars.Sheet{Title: "Nothing yet"})
	fmt.Println(err, strings.Count(b.String(), "spans-title"))
	// Output: <nil> 2
}
