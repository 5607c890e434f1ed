package titles

import (
	"bytes"
	"embed"
	"slices"

	"example.com/orgchart/orgmodel"
)

// A Set is what is known of the titles of one language, or of one house. The zero Set knows
// nothing. Words are compared folded: small letters, without marks.
type Set struct {
	// Language is what guesses call the set: en, or a house's name.
	Language      string
	Roles         []Role
	Patterns      []Pattern
	Abbreviations []Abbreviation
	Spellings     []Spelling
	// Endings are taken from words longer than they are by three letters and more, once: s. A word
	// that ends in ss keeps its s.
	Endings []string
	// Small are words that stand between others and are passed over: of, the.
	Small []string
	// Joins are words that join two: and, or. The signs &, + and / join in every language.
	Joins []string
	// Ignored are words that say nothing about a role: senior, interim.
	Ignored []string
}

// A Role is one that patterns name, as it is declared where an organisation has none of that id.
type Role struct {
	ID   orgmodel.ID
	Name string
	IsA  orgmodel.ID // a more general role; empty: none
}

// A Pattern says which role a title speaks of.
type Pattern struct {
	// Pattern is words that stand next to each other, whatever their case and the punctuation
	// between them; see the package's documentation for what else it may hold. One without words
	// matches nothing.
	Pattern string
	// Role is what such a title suggests. Empty: what begins with such words, up to the next comma,
	// suggests nothing, nor does what they run on from: "assistant to", "manager support".
	Role orgmodel.ID
}

// An Abbreviation is a word of titles that stands for several things, so that nobody outside can
// tell what it means.
type Abbreviation struct {
	Word  string        // as it is written, in capital letters
	Roles []orgmodel.ID // what it may mean, among other things
}

// A Spelling is words that are read as one other.
type Spelling struct {
	Word string   // what they are read as
	Of   []string // each a word, or several next to each other
}

//go:embed sets/*.titles
var shipped embed.FS

// Languages are the sets that are shipped, sorted: de, en, fr.
func Languages() []string { return []string{"de", "en", "fr"} }

// Shipped is the set of a language; false where none is shipped. The set is the caller's.
func Shipped(language string) (Set, bool) {
	if !slices.Contains(Languages(), language) {
		return Set{}, false
	}
	name := "sets/" + language + ".titles"
	src, err := shipped.ReadFile(name)
	if err != nil {
		panic(err) // embedded
	}
	set, err := Read(name, bytes.NewReader(src))
	if err != nil {
		panic(err) // a test reads each
	}
	return set, true
}

// English is the set that Default takes. It is the caller's.
func English() Set {
	set, _ := Shipped("en")
	return set
}
