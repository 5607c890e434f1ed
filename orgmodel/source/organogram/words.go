package organogram

import (
	"strconv"
	"strings"
)

func rowsHave(n int) string {
	if n == 1 {
		return "1 row has"
	}
	return strconv.Itoa(n) + " rows have"
}

// word is a cell as it is compared with the words that stand for something else: without
// case, and without the quotes that some bodies put round them.
func word(s string) string {
	if len(s) > len("‘eliminated’") {
		return s // longer than any of them
	}
	return strings.ToLower(strings.Trim(s, "'\u2018\u2019"))
}

// unsaid says that a cell says nothing.
func unsaid(s string) bool {
	switch word(s) {
	case "", "n/a", "n/d":
		return true
	}
	return false
}

// A holder is what the Name of a row says.
type holder int8

const (
	named holder = iota
	undisclosed
	vacant
	eliminated
)

func holderOf(name string) holder {
	switch word(name) {
	case "", "n/a", "n/d":
		return undisclosed
	case "vacant":
		return vacant
	case "eliminated":
		return eliminated
	}
	return named
}

// isTop says that a boss marks the top.
func isTop(boss string) bool { return word(boss) == "xx" }

// misplaced says that a word stands where a reference should and means nothing there.
func misplaced(ref string) bool {
	switch word(ref) {
	case "xx", "vacant", "eliminated":
		return true
	}
	return false
}

// noPost is the reference of somebody who is paid and has no post.
const noPost = "0"

// unitName is the name of a unit, empty where the cell names none.
func unitName(s string) string {
	if unsaid(s) || s == "0" {
		return ""
	}
	return s
}

// amount reads a number that is not negative, with or without a pound sign and commas between
// thousands, and gives it without them.
func amount(s string) (string, bool) {
	s = strings.TrimSpace(strings.TrimPrefix(s, "£"))
	whole, fraction, point := strings.Cut(s, ".")
	if strings.IndexByte(whole, ',') >= 0 {
		groups := strings.Split(whole, ",")
		for i, g := range groups {
			if i > 0 && len(g) != 3 || i == 0 && (len(g) == 0 || len(g) > 3) {
				return "", false
			}
		}
		whole = strings.Join(groups, "")
	}
	if whole+fraction == "" || !digits(whole) || !digits(fraction) {
		return "", false
	}
	if point && fraction != "" {
		return whole + "." + fraction, true
	}
	return whole, true
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
