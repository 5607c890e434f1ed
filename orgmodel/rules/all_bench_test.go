package rules_test

import (
	"context"
	"strconv"
	"syscall"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// estateSizes are how many people the estates of benchmarks have.
var estateSizes = []int{100_000, 1_000_000}

// BenchmarkAll runs every rule on an estate, as a policy that names all packs and changes nothing does, and in
// turn the core pack on the same estate, each on a view that has worked nothing out yet. all/core is the ratio of
// the medians of their times, cpu/core that of the time of all processors together.
func BenchmarkAll(b *testing.B) {
	for _, n := range estateSizes {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			if n > 100_000 && testing.Short() {
				b.Skip("a million people take minutes to build")
			}
			o := newEstate(n)
			core, all := rules.Core(), rules.All()
			var wall, cpu [2][]float64
			for b.Loop() {
				for i, set := range [][]orgmodel.Rule{core, core, core, all} {
					i /= 3 // the core pack is short, and so told apart from noise by three turns
					w, c, found := checking(b, o, set)
					wall[i], cpu[i] = append(wall[i], w), append(cpu[i], c)
					if i == 1 {
						b.ReportMetric(float64(found), "findings")
					}
				}
			}
			b.ReportMetric(median(wall[0]), "ms/core")
			b.ReportMetric(median(wall[1]), "ms/all")
			b.ReportMetric(median(wall[1])/median(wall[0]), "all/core")
			b.ReportMetric(median(cpu[1])/median(cpu[0]), "cpu/core")
		})
	}
}

// estateDay is the day of the views of estates.
var estateDay = orgmodel.NewDate(2026, time.April, 1)

// checking runs rules on a new view and gives the milliseconds it took by the clock and of processors.
func checking(b *testing.B, o *orgmodel.Org, set []orgmodel.Rule) (wall, cpu float64, findings int) {
	view := o.At(estateDay)
	start, used := time.Now(), processorTime()
	found, err := orgmodel.Check(context.Background(), view, set...)
	if err != nil {
		b.Fatal(err)
	}
	return float64(time.Since(start).Microseconds()) / 1e3, float64((processorTime() - used).Microseconds()) / 1e3, len(found)
}

// processorTime is what this process has used of processors.
func processorTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func median(all []float64) float64 {
	sorted := append([]float64(nil), all...)
	for i := range sorted {
		for k := i; k > 0 && sorted[k] < sorted[k-1]; k-- {
			sorted[k], sorted[k-1] = sorted[k-1], sorted[k]
		}
	}
	return sorted[len(sorted)/2]
}
