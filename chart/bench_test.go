package chart_test

import (
	"fmt"
	"testing"

	"example.com/orgchart/chart"
	"example.com/orgchart/layout"
	"example.com/orgchart/orgmodel"
)

var sink layout.Graph

// BenchmarkGraph chooses and words the boxes of 100,000 people.
func BenchmarkGraph(b *testing.B) {
	const people = 100_000
	var bl orgmodel.Builder
	person, reports := bl.KindCode(orgmodel.Person), bl.RelCode(orgmodel.ReportsTo)
	title := bl.AttrCode("title", "Senior consultant")
	for i := range people {
		r := bl.AddNode(fmt.Sprintf("E%07d", i), person, fmt.Sprintf("Ada Okafor %d", i%1000), title, orgmodel.Place{})
		if i > 0 {
			bl.AddLine(r, reports, bl.Refer(fmt.Sprintf("E%07d", (i-1)/7)), orgmodel.Place{})
		}
	}
	o := bl.Org()
	b.ReportAllocs()
	for b.Loop() {
		sink = chart.View{}.Graph(o)
	}
}
