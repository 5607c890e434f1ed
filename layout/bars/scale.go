package bars

import (
	"math/bits"
	"strconv"
	"strings"
)

// said is the number at a bar's end.
func (p *Panel) said(b Bar) string {
	if b.Text != "" {
		return b.Text
	}
	return p.number(b.sum())
}

// number is a value in the panel's unit, in decimal figures.
func (p *Panel) number(n int64) string {
	unit := max(p.Unit, 1)
	s := strconv.FormatInt(n/unit, 10)
	if rest := n % unit; rest > 0 {
		hi, lo := bits.Mul64(uint64(rest), 1_000_000)
		part, _ := bits.Div64(hi, lo, uint64(unit))
		s = strings.TrimRight(strings.TrimRight(s+"."+strconv.FormatUint(1_000_000+part, 10)[1:], "0"), ".")
	}
	return s
}

// length is how many of room pixels a value takes where most takes all: at least one unless it is
// nothing, so that one of a million is still seen.
func length(n, most int64, room int) int {
	if n <= 0 || room <= 0 {
		return 0
	}
	hi, lo := bits.Mul64(uint64(min(n, most)), uint64(room))
	q, _ := bits.Div64(hi, lo, uint64(most))
	return max(int(q), 1)
}

// ticks are round values from 0 up to most, four to eight of them where the unit allows.
func (p *Panel) ticks(most int64) []int64 {
	unit := max(p.Unit, 1)
	step := unit
	for k := 0; most/step > 5; k++ {
		factor := [...]int64{2, 0, 2}[k%3] // 1, 2, 5, 10, ...
		next := step * 2
		if factor == 0 {
			next = step / 2 * 5
			if step%2 != 0 {
				next = step * 5 / 2
			}
		}
		if next <= step {
			break
		}
		step = next
	}
	var at []int64
	for n := int64(0); n <= most; n += step {
		at = append(at, n)
		if n > most-step {
			break
		}
	}
	return at
}
