package orgmodel_test

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
)

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2026-04-01", "0001-01-01", "9999-12-31", "2026-02-29", "2024-02-29", "0000-01-01", "26-4-1", "2026-04-01T00:00:00Z", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := orgmodel.ParseDate(s)
		if err != nil {
			if !d.IsZero() {
				t.Errorf("%q is an error and %s", s, d)
			}
			return
		}
		if d.String() != s || d.IsZero() || orgmodel.DateOf(d.Time()) != d {
			t.Errorf("%q is read as %q", s, d)
		}
		var e orgmodel.Date
		if b, err := d.MarshalText(); err != nil || e.UnmarshalText(b) != nil || e != d {
			t.Errorf("%q is written as %q", s, b)
		}
		if next := d.AddDays(1); !next.IsZero() && (d.DaysUntil(next) != 1 || next.AddDays(-1) != d || !d.Before(next)) {
			t.Errorf("the day after %s is %s", d, next)
		}
	})
}

// TestDates walks every day there is.
func TestDates(t *testing.T) {
	at := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	first := orgmodel.NewDate(1, 1, 1)
	n := 0
	for d := first; !d.IsZero(); d = d.AddDays(1) {
		if n%31 == 0 && (orgmodel.DateOf(at) != d || !d.Time().Equal(at) || first.DaysUntil(d) != n) {
			t.Fatalf("day %d is %s, want %s", n, d, at)
		}
		at = at.AddDate(0, 0, 1)
		n++
	}
	if n != 3652059 {
		t.Errorf("%d days in the years 1 to 9999", n)
	}
}

func TestDateEdges(t *testing.T) {
	for _, d := range []orgmodel.Date{
		orgmodel.NewDate(0, 12, 31), orgmodel.NewDate(10000, 1, 1), orgmodel.NewDate(-5, 1, 1), orgmodel.NewDate(9999, 12, 32),
		orgmodel.NewDate(9999, 12, 31).AddDays(1), orgmodel.NewDate(1, 1, 1).AddDays(-1), orgmodel.NewDate(2026, 1, 1).AddDays(math.MaxInt),
		orgmodel.NewDate(2026, 1, 1).AddDays(math.MinInt), orgmodel.Date{}.AddDays(5), orgmodel.DateOf(time.Time{}.AddDate(-3, 0, 0)),
	} {
		if !d.IsZero() || d.String() != "" || !d.Time().IsZero() {
			t.Errorf("%s is no day of the years 1 to 9999", d)
		}
	}
	if d := orgmodel.NewDate(2026, 14, -1); d.String() != "2027-01-30" {
		t.Errorf("months and days carry over to %s", d)
	}
	zone := time.FixedZone("east", 14*3600)
	if d := orgmodel.DateOf(time.Date(2026, 4, 1, 1, 0, 0, 0, zone)); d.String() != "2026-04-01" {
		t.Errorf("the civil day in the zone is %s", d)
	}
	var zero orgmodel.Date
	if one := orgmodel.NewDate(1, 1, 1); !zero.Before(one) || one.Before(zero) || zero.DaysUntil(one) != 0 {
		t.Error("the unset day is not before every other")
	}
	var d struct{ D orgmodel.Date }
	if err := json.Unmarshal([]byte(`{"D":"2026-13-01"}`), &d); err == nil || !d.D.IsZero() {
		t.Error("a month that does not exist is read")
	}
	if err := json.Unmarshal([]byte(`{"D":""}`), &d); err != nil {
		t.Error(err)
	}
}

// TestIntervals holds the laws of Intersect, Holds, Within and Empty over all small intervals.
func TestIntervals(t *testing.T) {
	var all []orgmodel.Interval
	bound := func(i int) orgmodel.Date {
		if i == 0 {
			return orgmodel.Date{}
		}
		return day(i)
	}
	for i := range 5 {
		for j := range 5 {
			all = append(all, orgmodel.Interval{From: bound(i), Until: bound(j)})
		}
	}
	days := func(iv orgmodel.Interval) (set int) {
		for i := range 7 { // a day before and one after all bounds among them
			if iv.Holds(day(i)) {
				set |= 1 << i
			}
		}
		return set
	}
	for _, a := range all {
		if a.Empty() != (days(a) == 0) || !a.Holds(orgmodel.Date{}) || a.IsZero() != (a == orgmodel.Interval{}) {
			t.Errorf("%s holds %b, empty %v", a, days(a), a.Empty())
		}
		if a.Intersect(a) != a || a.Intersect(orgmodel.Interval{}) != a {
			t.Errorf("%s changes when met with itself or with always", a)
		}
		for _, b := range all {
			ab := a.Intersect(b)
			if days(ab) != days(a)&days(b) || ab != b.Intersect(a) {
				t.Errorf("%s and %s meet in %s", a, b, ab)
			}
			if got := a.Within(b); got != (days(a)&^days(b) == 0) && !open(a, b) {
				t.Errorf("%s lies within %s: %v", a, b, got)
			}
			for _, c := range all {
				if ab.Intersect(c) != a.Intersect(b.Intersect(c)) {
					t.Errorf("%s, %s and %s meet in two ways", a, b, c)
				}
			}
		}
	}
}

// open says that a lacks a bound that b has: then the days of this test do not tell.
func open(a, b orgmodel.Interval) bool {
	return !a.Empty() && (a.From.IsZero() && !b.From.IsZero() || a.Until.IsZero() && !b.Until.IsZero())
}

func TestIntervalString(t *testing.T) {
	for want, iv := range map[string]orgmodel.Interval{
		"always": {}, "since 2026-04-02": {From: day(1)}, "until 2026-04-03": {Until: day(2)}, "2026-04-02 to 2026-04-03": {From: day(1), Until: day(2)},
	} {
		if iv.String() != want {
			t.Errorf("%q, want %q", iv, want)
		}
	}
	l := orgmodel.Line{From: "pm-1", Rel: orgmodel.ReportsTo, To: "it-1", Scope: "payments", Live: orgmodel.Interval{From: day(0)}}
	if got := l.String(); got != "pm-1 reports-to it-1 in payments since 2026-04-01" {
		t.Error(got)
	}
}
