package yamltext

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
)

var numerals = regexp.MustCompile(`^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})$`)

// DayFix says how a day is written, this one if it can be told which is meant.
func DayFix(s string) string {
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
