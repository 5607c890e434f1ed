package table

import (
	"strings"
	"time"

	"example.com/orgchart/orgmodel"
)

// An order is which of the first two numbers of a date like 05/06/2026 is the day. A column's
// cells decide it together: one 25/06/2026 does for all.
type order uint8

const (
	dayFirst   order = 1 << iota // some cell can only be read so
	monthFirst                   // some cell can only be read so
)

// readDate reads a civil date in one of the common forms: 2026-01-05, 2026/01/05, 20260105,
// 05.01.2026, 5 Jan 2026, January 5, 2026, and 05/01/2026 or 05-01-2026 where seen says which
// number is the day. A time of day after it is dropped. Two-digit years are not read. Of a cell that only one order can
// explain, order says which; ambiguous says that either could and seen does not decide.
func readDate(s string, seen order) (d orgmodel.Date, is order, ambiguous, ok bool) {
	p, n := parts(dropTime(s))
	if n == 1 && len(p[0]) == 8 {
		return civil(p[0][:4], p[0][4:6], p[0][6:])
	}
	if n != 3 {
		return d, 0, false, false
	}
	a, b, c := p[0], p[1], p[2]
	switch {
	case month(b) > 0: // 5 Jan 2026
		return civil(c, b, a)
	case month(a) > 0: // Jan 5 2026
		return civil(c, a, b)
	case len(a) == 4:
		return civil(a, b, c)
	case strings.IndexByte(s, '.') >= 0:
		return civil(c, b, a)
	}
	day, _, _, dayOK := civil(c, b, a)
	mon, _, _, monOK := civil(c, a, b)
	switch {
	case dayOK && !monOK:
		return day, dayFirst, false, true
	case monOK && !dayOK:
		return mon, monthFirst, false, true
	case !dayOK:
		return d, 0, false, false
	case day == mon || seen == dayFirst:
		return day, 0, false, true
	case seen == monthFirst:
		return mon, 0, false, true
	}
	return d, 0, true, false
}

// civil makes a date of the texts of its parts; the month may be a name.
func civil(year, mon, day string) (d orgmodel.Date, is order, ambiguous, ok bool) {
	y, m, n := number(year), month(mon), number(day)
	if m == 0 {
		m = number(mon)
	}
	if len(year) != 4 || y < 1 || m < 1 || m > 12 || n < 1 || n > 31 || len(day) > 2 {
		return d, 0, false, false
	}
	d = orgmodel.NewDate(y, time.Month(m), n)
	if d.Time().Day() != n {
		return orgmodel.Date{}, 0, false, false // no such day
	}
	return d, 0, false, true
}

// number is the value of up to four digits, -1 where s is anything else.
func number(s string) int {
	if s == "" || len(s) > 4 {
		return -1
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// month is the number of an English month, whole or its first letters; 0 where s is none.
func month(s string) int {
	if len(s) < 3 {
		return 0
	}
	for m := time.January; m <= time.December; m++ {
		name := m.String()
		if len(s) <= len(name) && strings.EqualFold(s, name[:len(s)]) || m == time.September && strings.EqualFold(s, "Sept") {
			return int(m)
		}
	}
	return 0
}

// dropTime cuts a time of day off: everything after a T or a space that a digit and a colon
// follow.
func dropTime(s string) string {
	for i := 8; i+2 < len(s); i++ {
		if (s[i] == 'T' || s[i] == ' ') && strings.IndexByte(s[i:], ':') > 0 && s[i+1] >= '0' && s[i+1] <= '9' && strings.IndexByte(s[i:], ':') <= 3 {
			return s[:i]
		}
	}
	return s
}

// parts splits at spaces and - / . , into up to three parts; n is 0 where there are more.
func parts(s string) (p [3]string, n int) {
	for len(s) > 0 {
		i := strings.IndexAny(s, " -/.,")
		if i == 0 {
			s = s[1:]
			continue
		}
		if i < 0 {
			i = len(s)
		}
		if n == 3 {
			return p, 0
		}
		p[n] = s[:i]
		n++
		s = s[i:]
	}
	return p, n
}
