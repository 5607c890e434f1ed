package rules

import (
	"slices"
	"strings"
	"unicode"

	"example.com/orgchart/orgmodel"
)

// A TitlePattern says which role a title speaks of.
type TitlePattern struct {
	// Pattern is one or more words. A title matches if they stand in it next to each other, whatever
	// their case and the punctuation between them.
	Pattern string
	// Role is what such a title suggests. Empty: a title that matches suggests nothing, whatever other
	// patterns it matches.
	Role orgmodel.ID
}

// An Abbreviation is a word of titles that stands for several things, so that nobody outside can
// tell what it means.
type Abbreviation struct {
	Word  string        // as it is written, in capital letters
	Roles []orgmodel.ID // what it may mean, among other things
}

// TitlePatterns are the patterns that TitleRoleDrift takes where it is given none. The slice is the
// caller's.
func TitlePatterns() []TitlePattern {
	return []TitlePattern{
		{"assistant to", ""}, {"pa to", ""}, {"secretary to", ""}, {"deputy", ""}, {"former", ""},
		{"project manager", "project-manager"}, {"project lead", "project-manager"},
		{"programme manager", "programme-manager"}, {"program manager", "programme-manager"},
		{"head of programmes", "programme-manager"}, {"portfolio manager", "portfolio-manager"},
		{"it manager", "it-manager"}, {"ict manager", "it-manager"}, {"head of it", "it-manager"}, {"head of ict", "it-manager"},
		{"infrastructure manager", "infrastructure-manager"}, {"head of infrastructure", "infrastructure-manager"},
		{"developer manager", "developer-manager"}, {"development manager", "developer-manager"},
		{"head of development", "developer-manager"}, {"functional manager", "functional-manager"},
		{"business analyst", "business-analyst"}, {"product manager", "product-manager"}, {"product owner", "product-owner"},
		{"service owner", "service-owner"}, {"business change manager", "business-change-manager"},
		{"senior responsible owner", "sponsor"}, {"project sponsor", "sponsor"}, {"programme sponsor", "sponsor"},
		{"project administrator", "project-administrator"}, {"project support officer", "project-administrator"},
	}
}

// Abbreviations are those that TitleRoleDrift takes where it is given none. The slice is the
// caller's.
func Abbreviations() []Abbreviation {
	return []Abbreviation{
		{"PM", []orgmodel.ID{"project-manager", "programme-manager", "product-manager"}},
		{"BA", []orgmodel.ID{"business-analyst"}},
		{"PO", []orgmodel.ID{"product-owner"}},
	}
}

// titleReader reads titles by patterns, in time linear in a title.
type titleReader struct {
	byFirst map[string][]readyPattern // by the first word
	short   []Abbreviation
	known   map[string]reading // titles read before, the first so many
}

type readyPattern struct {
	words []string
	role  orgmodel.ID
}

// reading is what a title says.
type reading struct {
	roles []orgmodel.ID // suggested, each once
	quiet bool          // it matches a pattern without a role
	short []int         // the abbreviations in it
}

// longTitle is how many bytes of a title are read, and manyTitles how many titles are remembered.
const longTitle, manyTitles = 1000, 4096

func newTitleReader(patterns []TitlePattern, short []Abbreviation) *titleReader {
	t := &titleReader{byFirst: map[string][]readyPattern{}, short: short, known: map[string]reading{}}
	for _, p := range patterns {
		if words := strings.FieldsFunc(strings.ToLower(p.Pattern), noWord); len(words) > 0 {
			t.byFirst[words[0]] = append(t.byFirst[words[0]], readyPattern{words, p.Role})
		}
	}
	return t
}

// noWord says that a rune stands between words.
func noWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

func (t *titleReader) read(title string) reading {
	got, known := t.known[title]
	if !known {
		if got = t.spell(title); len(t.known) < manyTitles {
			t.known[title] = got
		}
	}
	return got
}

func (t *titleReader) spell(title string) reading {
	var got reading
	words := strings.FieldsFunc(title[:min(len(title), longTitle)], noWord)
	for _, w := range words {
		for i, a := range t.short {
			if w == a.Word && !slices.Contains(got.short, i) {
				got.short = append(got.short, i)
			}
		}
	}
	for i, w := range words {
		words[i] = strings.ToLower(w)
	}
	for i, w := range words {
		for _, p := range t.byFirst[w] {
			if len(words)-i < len(p.words) || !slices.Equal(words[i:i+len(p.words)], p.words) {
				continue
			}
			if p.role == "" {
				got.quiet = true
			} else if !slices.Contains(got.roles, p.role) {
				got.roles = append(got.roles, p.role)
			}
		}
	}
	return got
}
