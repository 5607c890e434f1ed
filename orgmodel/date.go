package orgmodel

import (
	"fmt"
	"time"
)

// A Date is a civil day of the proleptic Gregorian calendar, without a time or a zone. The
// zero Date is unset: as the start of an Interval it is open, as a day asked about it means
// "whatever the day".
type Date struct{ n int32 } // days since 0000-12-31; 0 is unset

var (
	epoch   = time.Date(0, 12, 31, 0, 0, 0, 0, time.UTC)
	lastDay = NewDate(9999, 12, 31)
)

// NewDate makes a date of the years 1 to 9999; days and months outside their range carry
// over, as in time.Date. A year outside gives the zero Date.
func NewDate(year int, month time.Month, day int) Date {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Year() < 1 || t.Year() > 9999 {
		return Date{}
	}
	return Date{int32((t.Unix() - epoch.Unix()) / 86400)}
}

// DateOf is the civil day of t in t's own zone.
func DateOf(t time.Time) Date { return NewDate(t.Year(), t.Month(), t.Day()) }

// ParseDate reads an ISO 8601 calendar date, YYYY-MM-DD. A day that does not exist is an error.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil || t.Year() < 1 {
		return Date{}, fmt.Errorf("%q is no date: want YYYY-MM-DD, a day that exists", s)
	}
	return DateOf(t), nil
}

// IsZero says that d is unset.
func (d Date) IsZero() bool { return d.n == 0 }

// Before says that d is an earlier day than e; the zero Date is before every other.
func (d Date) Before(e Date) bool { return d.n < e.n }

// AddDays is the day n days later, the zero Date where that leaves the years 1 to 9999.
func (d Date) AddDays(n int) Date {
	if d.IsZero() || n < -int(lastDay.n) || n > int(lastDay.n) {
		return Date{}
	}
	if d.n += int32(n); d.n < 1 || d.n > lastDay.n {
		return Date{}
	}
	return d
}

// DaysUntil is how many days e is after d; 0 where either is unset.
func (d Date) DaysUntil(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return int(e.n - d.n)
}

// Time is midnight UTC of d; the zero time of an unset date.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Unix(epoch.Unix()+int64(d.n)*86400, 0).UTC()
}

// String is YYYY-MM-DD, empty when unset.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("2006-01-02")
}

// MarshalText is String.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDate reads; empty is unset.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	v, err := ParseDate(string(b))
	if err == nil {
		*d = v
	}
	return err
}

// An Interval is the half-open run of days [From, Until). An unset end is open, so the zero
// Interval is always.
type Interval struct{ From, Until Date }

// Holds says that d lies in the interval; an unset d lies in every one.
func (iv Interval) Holds(d Date) bool {
	return d.IsZero() || !d.Before(iv.From) && (iv.Until.IsZero() || d.Before(iv.Until))
}

// IsZero says that both ends are open.
func (iv Interval) IsZero() bool { return iv == Interval{} }

// Empty says that the interval holds no day at all.
func (iv Interval) Empty() bool { return !iv.Until.IsZero() && !iv.From.Before(iv.Until) }

// Intersect is the days in both.
func (iv Interval) Intersect(b Interval) Interval {
	if iv.From.Before(b.From) {
		iv.From = b.From
	}
	if iv.Until.IsZero() || !b.Until.IsZero() && b.Until.Before(iv.Until) {
		iv.Until = b.Until
	}
	return iv
}

// Within says that every day of iv is a day of b.
func (iv Interval) Within(b Interval) bool { return iv.Empty() || iv.Intersect(b) == iv }

// String reads "2026-01-05 to 2026-04-01" (the second day not included), "since", "until" or
// "always".
func (iv Interval) String() string {
	switch {
	case iv.IsZero():
		return "always"
	case iv.Until.IsZero():
		return "since " + iv.From.String()
	case iv.From.IsZero():
		return "until " + iv.Until.String()
	}
	return iv.From.String() + " to " + iv.Until.String()
}
