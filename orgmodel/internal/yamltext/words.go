package yamltext

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Fold is a word as it is compared: small letters, with hyphens for spaces and underscores.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '_' {
			return '-'
		}
		return r
	}, strings.ToLower(s))
}

// Like is the choice that a misspelt word was probably meant to be, empty where there is none.
// Of two that are equally near the first counts.
func Like(s string, choices []string) string {
	if utf8.RuneCountInString(s) > 40 {
		return ""
	}
	s = Fold(s)
	for _, c := range choices {
		if c == s {
			return c
		}
	}
	best, least := "", max(1, len(s)/4)+1
	for _, c := range choices {
		if d := utf8.RuneCountInString(s) - len(c); d >= least || -d >= least {
			continue // too many letters more or less
		}
		if d := distance(s, c); d < least {
			best, least = c, d
		}
	}
	return best
}

// distance is how many letters of a are to be changed, left out, put in or swapped with their
// neighbour to get b: the restricted distance of Damerau and Levenshtein.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	var rows [3][48]int
	before, last, row := rows[0][:], rows[1][:], rows[2][:]
	if len(y) >= len(row) {
		before, last, row = make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	}
	for j := range len(y) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j-1]+cost, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}

// Shown is a text as messages quote it, the beginning of a long one.
func Shown(s string) string { return strconv.Quote(Cut(s)) }

// Longest is how many characters of a text messages show.
const Longest = 60

// TooLong says that messages show the beginning of a text alone.
func TooLong(s string) bool { return len(s) > Longest && utf8.RuneCountInString(s) > Longest }

// Cut is a text, or the beginning of a long one.
func Cut(s string) string {
	if !TooLong(s) {
		return s
	}
	return string([]rune(s[:min(len(s), Longest*utf8.UTFMax)])[:Longest]) + "…"
}

// CutLast parts the last word of a text from what stands before it.
func CutLast(s string) (before, last string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return "", "", false
	}
	return strings.TrimRight(s[:i], " "), s[i+1:], true
}

// Listed joins choices with commas and a word before the last.
func Listed(choices []string, and string) string {
	n := len(choices) - 1
	if n < 1 {
		return strings.Join(choices, "")
	}
	return strings.Join(choices[:n], ", ") + " " + and + " " + choices[n]
}
