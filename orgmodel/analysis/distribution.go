package analysis

import (
	"slices"
	"strconv"
)

// A Distribution is how some amounts are spread. The zero Distribution is that of none.
//
// Quartiles and percentiles are amounts that occur: the smallest that at least a quarter, half, three
// quarters, 90 or 99 in 100 do not exceed (the nearest rank), so that nothing is rounded.
type Distribution struct {
	N                                  int // how many amounts
	Min, Q1, Median, Q3, P90, P99, Max Amount
	Sum                                Amount
	Ones                               int   // how many are exactly one
	Bins                               []Bin // how many lie where, from the smallest on; those of none between others too
}

// A Bin is how many amounts lie from Low up to, but not at, High+1: in whole amounts, from Low to High.
type Bin struct{ Low, High, N int }

// String is the bin's amounts: 7, or 16–20.
func (b Bin) String() string {
	if b.Low == b.High {
		return strconv.Itoa(b.Low)
	}
	return strconv.Itoa(b.Low) + "–" + strconv.Itoa(b.High)
}

// steps are where bins end that hold more than one whole amount: one amount each up to 15, where the
// archetypes end, then ever wider.
var steps = []int{20, 30, 50, 100, 200, 500, 1000, 10_000, 100_000, 1_000_000}

// binOf is the bin of an amount. Below 0, which no count is, it is the first.
func binOf(a Amount) Bin {
	n := max(int(a/One), 0)
	low := 16
	if n < low {
		return Bin{Low: n, High: n}
	}
	for _, high := range steps {
		if n <= high {
			return Bin{Low: low, High: high}
		}
		low = high + 1
	}
	return Bin{Low: low, High: int(1<<63-1) / int(One)}
}

// Distribute gives the distribution of some amounts, in any order, which it sorts.
func Distribute(amounts []Amount) Distribution {
	d := Distribution{N: len(amounts)}
	if d.N == 0 {
		return d
	}
	slices.Sort(amounts)
	rank := func(hundredths int) Amount { // n·h/100 rounded up, counted from 1
		return amounts[max((d.N*hundredths+99)/100, 1)-1]
	}
	d.Min, d.Q1, d.Median, d.Q3 = amounts[0], rank(25), rank(50), rank(75)
	d.P90, d.P99, d.Max = rank(90), rank(99), amounts[d.N-1]
	for _, a := range amounts {
		d.Sum = d.Sum.plus(a)
		if a == One {
			d.Ones++
		}
		at := binOf(a)
		for n := len(d.Bins); n > 0 && d.Bins[n-1].High < at.Low-1; n++ {
			d.Bins = append(d.Bins, binOf(Amount(d.Bins[n-1].High+1)*One))
		}
		if n := len(d.Bins); n == 0 || d.Bins[n-1].Low != at.Low {
			d.Bins = append(d.Bins, at)
		}
		d.Bins[len(d.Bins)-1].N++
	}
	return d
}
