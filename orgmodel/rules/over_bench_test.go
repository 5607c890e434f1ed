package rules_test

import (
	"context"
	"fmt"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// BenchmarkOver checks all days of a month on each of which somebody leaves, with the core pack.
func BenchmarkOver(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		s := orgtest.Random{Posts: n}.Spec()
		month := orgmodel.Interval{From: orgmodel.NewDate(2026, 3, 1), Until: orgmodel.NewDate(2026, 4, 1)}
		k := 0
		for i := range s.Nodes {
			if s.Nodes[i].Kind == orgmodel.Person {
				if k++; k%100 == 0 {
					s.Nodes[i].Live.Until = month.From.AddDays(k / 100 % 31)
				}
			}
		}
		org, pack := orgmodel.New(s), rules.Core()
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			looked := 0
			for b.Loop() {
				spells, err := orgmodel.Over(context.Background(), org, month, pack...)
				if err != nil || len(spells.Findings) == 0 {
					b.Fatal(err)
				}
				looked += spells.Looked
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(looked), "ms/day")
		})
	}
}
