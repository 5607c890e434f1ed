package native

import (
	"fmt"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

var relationNames = func() (names []string) {
	for _, r := range relations {
		names = append(names, string(r))
	}
	return names
}()

var knownRelation = func() map[string]bool {
	known := map[string]bool{}
	for _, r := range relationNames {
		known[r] = true
	}
	return known
}()

// misspelt is the known relation that a word of a sentence was probably meant to be; empty
// where the word is one, or is like none. What it gives is an error in a sentence, so that a
// relation of one's own that looks like a known one is written in the plain form.
func misspelt(rel string) string {
	if knownRelation[rel] {
		return ""
	}
	switch yamltext.Fold(rel) {
	case "role":
		return string(orgmodel.HasRole)
	case "reports":
		return string(orgmodel.ReportsTo)
	}
	return yamltext.Like(rel, relationNames)
}

// sentence reads FROM RELATION TO and what may follow into the record of a line.
func (f *file) sentence(at *yaml.Node, s string) bool {
	words, ok := f.split(at, s)
	if !ok {
		return false
	}
	if len(words) < 3 {
		fix := "Write FROM RELATION TO, such as: pm-1 reports-to it-1."
		if len(words) == 2 {
			fix = fmt.Sprintf("Put a relation between the two, such as: %s reports-to %s.", short(words[0].text), short(words[1].text))
		}
		f.fault(at, fix, "%s is no sentence of an id, a relation and an id", yamltext.Shown(s))
		return false
	}
	rel := words[1].text
	if !knownRelation[rel] && !f.asMeant(at, s, words) {
		return false
	}
	f.said.id, f.said.rel = words[0].text, rel
	return f.rest(at, s, words[2:])
}

// asMeant says that an unknown relation is one of the author's own and no mistake.
func (f *file) asMeant(at *yaml.Node, s string, words []word) bool {
	rel := words[1].text
	if len(words) > 3 {
		if two := yamltext.Fold(rel + " " + words[2].text); knownRelation[two] {
			f.fault(at, "Did you mean "+two+"? A relation is one word.", "%s is no relation", yamltext.Shown(rel+" "+words[2].text))
			return false
		}
		for i, w := range words[2:] {
			if knownRelation[w.text] && i+3 < len(words) {
				first := s[:strings.LastIndex(s[:w.at], words[i+1].text)+len(words[i+1].text)]
				f.fault(at, fmt.Sprintf(`Quote an id that holds spaces, in a sentence in single quotes: '%q %s ...'.`, strings.TrimSpace(first), w.text), "%s stands where a relation is due", yamltext.Shown(rel))
				return false
			}
		}
	}
	if knownRelation[words[0].text] {
		f.fault(at, fmt.Sprintf("Put it between the two: %s %s %s.", short(rel), words[0].text, short(words[2].text)), "the sentence %s begins with a relation", yamltext.Shown(s))
		return false
	}
	m, met := f.asked[rel]
	if !met {
		if m = misspelt(rel); len(f.asked) < 1000 {
			f.asked[strings.Clone(rel)] = m
		}
	}
	if m != "" {
		f.fault(at, fmt.Sprintf("Did you mean %s? A relation of your own that is meant so is written {from: %s, rel: %s, to: %s}.", m, short(words[0].text), short(rel), short(words[2].text)),
			"%s is no relation", yamltext.Shown(rel))
		return false
	}
	return true
}

// split gives the words of a sentence, good until the next.
func (f *file) split(at *yaml.Node, s string) ([]word, bool) {
	words, _, err := splitWords(f.words[:0], s)
	f.words = words
	if err != nil {
		f.fault(at, `Quote a whole word, as in JSON: "Ada \"AO\" Okafor".`, "in the sentence %s: %v", yamltext.Shown(s), err)
		return nil, false
	}
	return words, true
}

// rest reads TO [in SCOPE] [since DAY] [until DAY | through DAY] into the record of a line.
func (f *file) rest(at *yaml.Node, s string, words []word) bool {
	if len(words) == 0 {
		f.fault(at, `Name an id, or leave the key out.`, "a line to nobody")
		return false
	}
	f.said.to = words[0].text
	due := []string{keyIn, keySince, keyUntil, keyThrough}
	first := 0 // of those that may still come
	for i := 1; i < len(words); i += 2 {
		is := -1
		if !words[i].quoted {
			is = slices.Index(due[first:], words[i].text)
		}
		if is < 0 {
			f.stray(at, s, words, i)
			return false
		}
		if i+1 == len(words) {
			f.fault(at, "Write it after it, or leave the word out.", "nothing follows %s in %s", words[i].text, yamltext.Shown(s))
			return false
		}
		first += is + 1
		switch words[i].text {
		case keyIn:
			f.said.scope = words[i+1].text
			continue
		case keyUntil:
			first = len(due)
		}
		f.day(&f.said.dates, at, words[i].text, words[i+1].text)
	}
	return true
}

// stray is a word that may not stand where it stands.
func (f *file) stray(at *yaml.Node, s string, words []word, i int) {
	w, due := words[i].text, []string{keyIn, keySince, keyUntil, keyThrough}
	fix := "After the second id may follow, in this order: in SCOPE, since DAY, until DAY or through DAY."
	m := meant(w, due)
	switch {
	case m == w:
		if w == keyThrough || w == keyUntil {
			fix = "Give until, the first day no more, or through, the last day, and not both. " + fix
		}
	case m != "":
		fix = "Did you mean " + m + "? " + fix
	}
	if i == 1 && m == "" || m == keyIn && m != w {
		fix = fmt.Sprintf(`An id that holds spaces is quoted: '"%s %s"'. %s`, words[0].text, w, fix)
	}
	f.fault(at, fix, "in %s: %s may not stand here", yamltext.Shown(s), yamltext.Shown(w))
}
