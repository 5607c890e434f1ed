package analysis_test

import (
	"context"
	"testing"

	"gonum.org/v1/gonum/graph/network"

	"example.com/orgchart/orgmodel/analysis"
	"example.com/orgchart/orgmodel/gonumview"
	"example.com/orgchart/orgmodel/orgtest"
)

// BenchmarkBetween is the whole report on chokepoints beside gonum's betweenness alone, of the same 1,000
// seats, a third of them with a dotted line.
func BenchmarkBetween(b *testing.B) {
	o := orgtest.Random{Seed: 1, Posts: 1000, Dotted: .33}.Org()
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			if _, err := (analysis.Chokepoints{}).Report(context.Background(), o); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("gonum", func(b *testing.B) {
		g := live(o, gonumview.View{Seats: true, Rels: tied}.Graph(o))
		for b.Loop() {
			network.Betweenness(g)
		}
	})
}
