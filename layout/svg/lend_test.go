package svg_test

import (
	"fmt"
	"strings"
	"testing"

	"example.com/orgchart/layout/svg"
)

func ExampleAppendText() {
	fmt.Printf("<text>%s</text>\n", svg.AppendText(nil, "R&D <\x1b>"))
	// Output: <text>R&amp;D &lt;�&gt;</text>
}

func ExampleAppendFonts() {
	rules := string(svg.AppendFonts(nil, "oc"))
	fmt.Println(strings.Contains(rules, ".oc .h{font-size:16px}"))
	// Output: true
}

func ExampleColour_CSS() {
	fmt.Println(svg.Light().Colours.Ink.CSS(), svg.Colour(0x00000a).CSS())
	// Output: #1b2430 #00000a
}

// The class of lent fonts cannot leave its selector.
func TestLentClass(t *testing.T) {
	for _, class := range []string{"", "a{}*", "</style>", "1", "ä b"} {
		if rules := string(svg.AppendFonts(nil, class)); strings.ContainsAny(rules, "<*ä") || strings.Count(rules, "{") != strings.Count(rules, "}") {
			t.Errorf("%q gives %s", class, rules)
		}
	}
}
