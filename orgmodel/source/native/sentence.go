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
// where the word is like none. What it gives is an error in a sentence, so that a relation of
// one's own that looks like a known one is written in the plain form.
func (f *file) misspelt(rel string) string {
	m, met := f.asked[rel]
	if !met {
		if m = yamltext.Like(rel, relationNames); len(f.asked) < 1000 {
			f.asked[strings.Clone(rel)] = m
		}
	}
	return m
}

// sentence reads FROM RELATION TO and what may follow into the record of a line.
func (f *file) sentence(at *yaml.Node, s string) bool {
	words, ok := f.split(at, s)
	if !ok {
		return false
	}
	if len(words) < 3 {
		f.fault(at, tooShort(words), "%s is no sentence of an id, a relation and an id", yamltext.Shown(s))
		return false
	}
	rel := words[1].text
	if !knownRelation[rel] && !f.asMeant(at, s, words) {
		return false
	}
	f.said.id, f.said.rel = words[0].text, rel
	return f.rest(at, s, words[2:])
}

// tooShort says what a sentence of fewer than three words lacks.
func tooShort(words []word) string {
	if len(words) < 2 {
		return "Write FROM RELATION TO, such as: pm-1 reports-to it-1."
	}
	first, second := short(words[0].text), short(words[1].text)
	switch {
	case knownRelation[words[1].text]:
		return fmt.Sprintf("The second id is missing, that to which the line leads: %s %s it-1.", first, second)
	case knownRelation[words[0].text]:
		return fmt.Sprintf("The first id is missing, that from which the line starts: pm-1 %s %s.", first, second)
	}
	return fmt.Sprintf("Put a relation between the two, such as: %s reports-to %s.", first, second)
}

// asMeant says that an unknown relation is one of the author's own and no mistake.
func (f *file) asMeant(at *yaml.Node, s string, words []word) bool {
	rel := words[1].text
	place := func() *yaml.Node { return f.at(at, s, words[1].at) }
	for n := min(len(words)-2, 4); n > 0; n-- {
		if m, ok := relationOf(joined(words[1 : 1+n])); ok {
			f.suggest(place(), m, words, n)
			return false
		}
	}
	for i := 2; i < len(words)-1; i++ {
		if knownRelation[words[i].text] {
			f.spaced(place(), rel, words, i)
			return false
		}
	}
	if knownRelation[words[0].text] {
		f.fault(at, fmt.Sprintf("Put it between the two: %s %s %s.", short(rel), words[0].text, short(words[2].text)), "the sentence %s begins with a relation", yamltext.Shown(s))
		return false
	}
	if bare := strings.TrimRight(rel, ",;"); bare != rel && !words[1].quoted && knownRelation[bare] {
		f.fault(place(), "Put spaces between the words, and no commas. Write: "+withoutCommas(words)+".", "%s is no relation", yamltext.Shown(rel))
		return false
	}
	if m := f.misspelt(rel); m != "" {
		f.suggest(place(), meaning{orgmodel.Rel(m), false}, words, 1)
		return false
	}
	return true
}

// suggest says which relation n words of a sentence were meant to be.
func (f *file) suggest(at *yaml.Node, m meaning, words []word, n int) {
	found := joined(words[1 : 1+n])
	if role := f.headed(m, words[0].text, words[1+n].text); role != "" {
		f.fault(at, role, "%s is no relation", yamltext.Shown(found))
		return
	}
	fix := "Did you mean " + string(m.rel) + "?"
	if m.round {
		fix = "Did you mean " + string(m.rel) + ", which is written the other way round?"
	}
	fix += " Write: " + m.asSentence(words[0], words[1+n], words[2+n:]) + "."
	if n == 1 {
		fix += fmt.Sprintf(" A relation of your own that is meant so is written {from: %s, rel: %s, to: %s}.", short(words[0].text), short(found), short(words[2].text))
	} else {
		fix += " A relation is one word."
	}
	f.fault(at, fix, "%s is no relation", yamltext.Shown(found))
}

// spaced is about a sentence that begins with several words before its relation, words[n].
func (f *file) spaced(at *yaml.Node, found string, words []word, n int) {
	name, rel := joined(words[:n]), words[n].text
	fix := fmt.Sprintf(`A line names ids. Quote an id that holds spaces, in a sentence in single quotes: '%q %s ...'.`, yamltext.Cut(name), rel)
	if id := f.named(name); id != "" {
		fix = fmt.Sprintf("%s is the name of %s; a line names ids. Write: %s %s ...", yamltext.Shown(name), short(id), quoteWord(yamltext.Cut(id)), rel)
	} else if ids, rest := series(words[:n]); ids != nil && len(rest) == 0 {
		for i := range ids {
			ids[i] += after(words[n:])
		}
		fix = "A line starts from one id. Write a line for each: " + yamltext.Listed(ids, "and") + "."
	}
	f.fault(at, fix, "%s stands where a relation is due", yamltext.Shown(found))
}

// split gives the words of a sentence, good until the next.
func (f *file) split(at *yaml.Node, s string) ([]word, bool) {
	words, bad, err := splitWords(f.words[:0], s)
	f.words = words
	if err != nil {
		f.fault(f.at(at, s, bad), `Quote a whole word, as in JSON: "Ada \"AO\" Okafor".`, "in the sentence %s: %v", yamltext.Shown(s), err)
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
	first := 0 // of those that may still come
	for i := 1; i < len(words); i += 2 {
		is := -1
		if !words[i].quoted {
			is = slices.Index(afterID[first:], words[i].text)
		}
		if is < 0 {
			f.stray(at, s, words, i)
			return false
		}
		if i+1 == len(words) {
			f.fault(f.at(at, s, words[i].at), "Write it after it, or leave the word out.", "nothing follows %s in %s", words[i].text, yamltext.Shown(s))
			return false
		}
		first += is + 1
		switch words[i].text {
		case keyIn:
			f.said.scope = words[i+1].text
			continue
		case keyUntil:
			first = len(afterID)
		}
		f.dayOf(at, s, words[i], words[i+1])
	}
	return true
}

// dayOf reads a day of a sentence. Its place is looked up where it is needed: most days exist.
func (f *file) dayOf(at *yaml.Node, s string, key, day word) {
	place := at
	if _, err := orgmodel.ParseDate(day.text); err != nil {
		place = f.at(at, s, day.at)
	}
	f.day(&f.said.dates, place, key.text, day.text)
}

// afterID are the words that may follow the second id of a sentence, in their order.
var afterID = []string{keyIn, keySince, keyUntil, keyThrough}

// stray is a word that may not stand where it stands.
func (f *file) stray(at *yaml.Node, s string, words []word, i int) {
	w := words[i].text
	if name, id := f.nameAmong(words); id != "" {
		if f.otherThanRole(at, s, words, name, id) {
			return
		}
		f.fault(f.at(at, s, words[0].at), "Write the id: "+quoteWord(yamltext.Cut(id))+".", "%s is the name of %s, and a line names ids", yamltext.Shown(name), short(id))
		return
	}
	order := "After the second id may follow, in this order: in SCOPE, since DAY, until DAY or through DAY."
	if f.said.ofNode {
		order = "After the id may follow, in this order: in SCOPE, since DAY, until DAY or through DAY."
	}
	fix, m := order, meant(w, afterID)
	switch {
	case !knownRelation[f.said.rel]:
		fix = fmt.Sprintf("A relation is one word, and %s is none that is known. Write FROM RELATION TO, such as: pm-1 reports-to it-1.", yamltext.Shown(f.said.rel))
	case words[i].quoted:
	case adviseAttr(s, words, i) != "":
		fix = adviseAttr(s, words, i)
	case m == w && (w == keyThrough || w == keyUntil):
		fix = "Give until, the first day no more, or through, the last day, and not both. " + order
	case m == w:
	case anyDay(w):
		fix = "A day has a word before it: since before the first, through before the last, or until before the first no more. " + order
	case i == 1 && f.several(s, words) != "":
		fix = f.several(s, words) + " " + quoteName(words) + " " + order
	case i == 1 && (m == "" || i+1 == len(words) || yamltext.Fold(w) == "of" && f.said.rel != string(orgmodel.HasRole)):
		fix = "A line names ids: write the id of the record, not its name. " + quoteName(words) + " " + order
	case m != "":
		fix = "Did you mean " + m + "?"
		if !yamltext.TooLong(s) {
			fix += corrected(s, words, i)
		}
	}
	f.fault(f.at(at, s, words[i].at), fix, "in %s: %s may not stand here", yamltext.Shown(s), yamltext.Shown(w))
}

// otherThanRole notes the name of what is no role, where a role is due.
func (f *file) otherThanRole(at *yaml.Node, s string, words []word, name, id string) bool {
	if f.said.rel != string(orgmodel.HasRole) {
		return false
	}
	kind := f.sectionKind(id)
	if kind == "" || kind == orgmodel.Role {
		return false
	}
	f.fault(f.at(at, s, words[0].at), "Write the id of a role, such as: project-manager in rota. A person has a post by holds.", "%s is the name of the %s %s, and a role is due", yamltext.Shown(name), kind, short(id))
	return true
}
