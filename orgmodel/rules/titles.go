package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/titles"
)

// A TitlePattern says which role a title speaks of; package titles says what a pattern may hold.
type TitlePattern = titles.Pattern

// An Abbreviation is a word of titles that stands for several things.
type Abbreviation = titles.Abbreviation

// TitlePatterns are the patterns that TitleRoleDrift takes where it is given none: those of
// titles.English. The slice is the caller's.
func TitlePatterns() []TitlePattern { return titles.English().Patterns }

// Abbreviations are those that TitleRoleDrift takes where it is given none: those of titles.English.
// The slice is the caller's.
func Abbreviations() []Abbreviation { return titles.English().Abbreviations }

// titleReader reads titles by a classifier.
type titleReader struct {
	*titles.Classifier
	known map[string]reading // titles read before, the first so many
}

// reading is what a title says.
type reading struct {
	roles []orgmodel.ID  // suggested, each once
	quiet bool           // it matches a pattern without a role
	short []titles.Guess // the abbreviations in it
}

// manyTitles is how many titles are remembered.
const manyTitles = 4096

// newTitleReader takes the patterns and abbreviations in the place of those of English titles, whose
// spellings stay; nil is those of English titles.
func newTitleReader(patterns []TitlePattern, short []Abbreviation) *titleReader {
	c := titles.Default()
	if patterns != nil || short != nil {
		set := titles.English()
		if patterns != nil {
			set.Patterns = patterns
		}
		if short != nil {
			set.Abbreviations = short
		}
		c = titles.New(set)
	}
	return &titleReader{c, map[string]reading{}}
}

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
	said := t.Read(title)
	got := reading{quiet: said.Silenced}
	for _, g := range said.Guesses {
		switch {
		case g.Ambiguous():
			got.short = append(got.short, g)
		case !slices.Contains(got.roles, g.Role):
			got.roles = append(got.roles, g.Role)
		}
	}
	return got
}
