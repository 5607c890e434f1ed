package chart_test

import (
	"fmt"

	"example.com/orgchart/chart"
	"example.com/orgchart/internal/demo"
)

func ExampleView() {
	o := demo.Org()
	g := chart.View{Root: "it-1", Depth: 1}.Graph(o)
	for _, b := range g.Boxes {
		fmt.Println(b.ID, g.Lines[b.First].S, b.Below)
	}
	// Output:
	// it-1 Hiro Tanaka 0
	// infra-1 vacant 2
	// dev-1 Jonas Schmidt 7
	// ops-1 Nadia Ivanova 2
	// ops-9 Mainframe manager 1
	// pm-2 Olu Osei 0
}
