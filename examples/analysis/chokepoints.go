package main

import (
	"fmt"
	"io"
	"slices"

	"gonum.org/v1/gonum/graph/flow"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/gonumview"
)

// chokepoints lists the seats that every way from the top to some others passes, by how many. One
// with many below and few cut off can be away: its people have other lines.
func chokepoints(w io.Writer, org *orgmodel.Org, down *gonumview.Graph, top orgmodel.Ref) {
	tree := flow.Dominators(gonumview.Node(top), down)
	cut := map[orgmodel.Ref]int{}
	for seat := range org.Seats() {
		for above := tree.DominatorOf(int64(seat)); above != nil && gonumview.Ref(above) != top; above = tree.DominatorOf(above.ID()) {
			cut[gonumview.Ref(above)]++
		}
	}
	seats := slices.DeleteFunc(slices.Collect(org.Seats()), func(r orgmodel.Ref) bool { return r == top || org.Span(r, false) == 0 })
	slices.SortStableFunc(seats, func(a, b orgmodel.Ref) int { return cut[b] - cut[a] })
	for _, r := range seats {
		below := 0
		for range org.Down(r) {
			below++
		}
		fmt.Fprintf(w, "  %-26s %d cut off of %d below\n", org.Label(r), cut[r], below)
	}
}
