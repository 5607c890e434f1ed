package native

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// synonyms are words that people write for a key, and the key. A key that is one of the
// choices is suggested, another is not. Those for relations are everyday.
var synonyms = map[string][]string{
	"name":          {keyOrganisation},
	"title":         {keyOrganisation},
	"company":       {keyOrganisation},
	"version":       {keyFormat},
	"includes":      {keyInclude},
	"imports":       {keyInclude},
	"import":        {keyInclude},
	"relations":     {keyLines},
	"relationships": {keyLines},
	"edges":         {keyLines},
	"links":         {keyLines},
	"persons":       {"people"},
	"employees":     {"people"},
	"staff":         {"people"},
	"positions":     {"posts"},
	"jobs":          {"posts"},
	"teams":         {"units"},
	"departments":   {"units"},
	"programs":      {"programmes"},
	"start":         {keySince},
	"start-date":    {keySince},
	"end":           {keyUntil},
	"end-date":      {keyUntil},
	"label":         {keyName},
	"attributes":    {keyAttrs},
	"type":          {keyKind, keyRel},
	"relation":      {keyRel},
	"sentence":      {keyLine},
	"scope":         {keyIn},
	"source":        {keyFrom},
	"target":        {keyTo},
	"from":          {keySince},
	"to":            {keyUntil},
	"till":          {keyUntil},
	"for":           {keyIn},
	"of":            {keyIn},
}

// plain is a word as it is compared: small letters, with hyphens for spaces and underscores.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '_' {
			return '-'
		}
		return r
	}, strings.ToLower(s))
}

// like is the choice that a misspelt word was probably meant to be, empty where there is none.
// Of two that are equally near the first counts.
func like(s string, choices []string) string {
	if utf8.RuneCountInString(s) > 40 {
		return ""
	}
	s = plain(s)
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

// meant is like, and looks at what people call things besides.
func meant(s string, choices []string) string {
	for _, c := range synonyms[plain(s)] {
		if slices.Contains(choices, c) {
			return c
		}
	}
	if m, ok := relationOf(s); ok && !m.round && slices.Contains(choices, string(m.rel)) {
		return string(m.rel)
	}
	return like(s, choices)
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

// shown is a text as messages quote it, the beginning of a long one.
func shown(s string) string { return strconv.Quote(cut(s)) }

// longest is how many characters of a text messages show.
const longest = 60

func tooLong(s string) bool { return len(s) > longest && utf8.RuneCountInString(s) > longest }

// cut is a text, or the beginning of a long one.
func cut(s string) string {
	if !tooLong(s) {
		return s
	}
	return string([]rune(s[:min(len(s), longest*utf8.UTFMax)])[:longest]) + "…"
}

// listed joins choices with commas and a word before the last.
func listed(choices []string, and string) string {
	n := len(choices) - 1
	if n < 1 {
		return strings.Join(choices, "")
	}
	return strings.Join(choices[:n], ", ") + " " + and + " " + choices[n]
}
