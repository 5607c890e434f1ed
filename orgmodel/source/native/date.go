package native

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
	"go.yaml.in/yaml/v4"
)

// dates are the days of a record, and which key gave the last of them.
type dates struct {
	live orgmodel.Interval
	end  string // until or through, empty where neither is given
}

// dated reads the value of since, until or through.
func (f *file) dated(d *dates, k *yaml.Node, key string, v *yaml.Node) {
	if s, ok := f.text(v, "a day (YYYY-MM-DD)"); ok {
		f.day(d, v, key, s)
	}
}

// day puts a day into the dates of a record.
func (f *file) day(d *dates, at *yaml.Node, key, s string) {
	day, err := orgmodel.ParseDate(s)
	if err != nil {
		f.fault(at, dayFix(s), "%s: %s is no day", key, shown(s))
	}
	if key == keySince {
		d.live.From = day
		return
	}
	if d.end != "" && d.end != key {
		f.fault(at, "Leave one out: until names the first day no more, through the last day.", "both until and through are given")
	}
	d.end = key
	if key == keyThrough {
		day = day.AddDays(1) // after 9999-12-31 there is none: open
	}
	d.live.Until = day
}

var numerals = regexp.MustCompile(`^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})$`)

// dayFix says how a day is written, this one if it can be told which is meant.
func dayFix(s string) string {
	const form = "Write a day that exists as YYYY-MM-DD"
	if head, _, ok := strings.Cut(s, "T"); ok {
		if _, err := orgmodel.ParseDate(head); err == nil {
			return "Leave out the time: " + head + "."
		}
	}
	m := numerals.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return form + "."
	}
	a, _ := strconv.Atoi(m[1])
	b, _ := strconv.Atoi(m[2])
	c, _ := strconv.Atoi(m[3])
	var is []string
	for _, ymd := range [][3]int{{a, b, c}, {c, b, a}, {c, a, b}} {
		year := ymd[0]
		if year < 1000 {
			continue
		}
		t := fmt.Sprintf("%04d-%02d-%02d", year, ymd[1], ymd[2])
		if _, err := orgmodel.ParseDate(t); err == nil && (len(is) == 0 || is[0] != t) {
			is = append(is, t)
		}
	}
	if len(is) == 0 {
		return form + "."
	}
	return form + ": " + strings.Join(is, " or ") + "."
}
