package svg

import "example.com/orgchart/layout"

// appendBadge appends the badge of a mark with its middle at x, y: octagon, triangle or
// circle, told apart without colour. A number below 1 shows none, one above 99 shows 99+.
func appendBadge(b []byte, m layout.Mark, x, y, n int) []byte {
	b = append(b, `<g class="k `...)
	b = append(b, markClass[markOf(m)]...)
	b = append(b, `"><path d="M`...)
	wide := 0 // how much wider than for two digits
	if n > 99 {
		wide = 7
	}
	down := 4 // from the middle to the number's baseline
	switch m {
	case layout.Error:
		b = appendPair(b, x-4-wide/2, y-9)
		b = append(b, 'h')
		b = appendInt(b, 8+wide)
		b = append(b, "l5 5v8l-5 5h"...)
		b = appendInt(b, -8-wide)
		b = append(b, "l-5-5v-8z"...)
	case layout.Warning:
		b = appendPair(b, x, y-11)
		down = 6
		if n > 9 {
			wide += 3 // a triangle is narrow where the number stands
		}
		for _, leg := range [...][2]int{{12 + wide, 20}, {-24 - 2*wide, 0}} {
			b = append(b, 'l')
			b = appendPair(b, leg[0], leg[1])
		}
		b = append(b, 'z')
	default:
		b = appendPill(b, x-wide/2, y, 9, wide)
	}
	b = append(b, `"/>`...)
	if n > 0 {
		b = appendMiddle(b, x, y+down)
		b = appendInt(b, min(n, 99))
		if n > 99 {
			b = append(b, '+')
		}
		b = append(b, "</text>"...)
	}
	return append(b, "</g>"...)
}

// appendPill appends the path of a circle of radius r that is longer by wide: x, y is the
// middle of its left half.
func appendPill(b []byte, x, y, r, wide int) []byte {
	b = appendPair(b, x, y-r)
	b = append(b, 'h')
	b = appendInt(b, wide)
	for _, down := range [...]int{2 * r, -2 * r} {
		b = append(b, 'a')
		b = appendPair(b, r, r)
		b = append(b, " 0 0 1 0 "...)
		b = appendInt(b, down)
		if down > 0 {
			b = append(b, 'h')
			b = appendInt(b, -wide)
		}
	}
	return append(b, 'z')
}

// appendMiddle opens a text of a badge, its middle at x and its baseline at y.
func appendMiddle(b []byte, x, y int) []byte {
	b = append(b, `<text class="m" x="`...)
	b = appendInt(b, x)
	b = append(b, `" y="`...)
	b = appendInt(b, y)
	return append(b, `">`...)
}

// appendCount appends the number of boxes that are not shown, its middle at x, y.
func appendCount(b []byte, x, y, n int) []byte {
	digits := 1
	for m := n; m > 9; m /= 10 {
		digits++
	}
	wide := 6 * digits
	b = append(b, `<path class="c" d="M`...)
	b = appendPill(b, x-wide/2, y, 8, wide)
	b = append(b, `"/>`...)
	b = appendMiddle(b, x, y+4)
	b = append(b, '+')
	b = appendInt(b, n)
	return append(b, "</text>"...)
}

// appendQuestion appends the question mark of a ghost, its middle at x, y.
func appendQuestion(b []byte, x, y int) []byte {
	b = append(b, `<path class="c" d="M`...)
	b = appendPill(b, x, y, 8, 0)
	b = append(b, `"/>`...)
	return append(appendMiddle(b, x, y+4), "?</text>"...)
}
