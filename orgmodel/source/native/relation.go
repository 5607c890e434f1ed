package native

import (
	"fmt"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// A relationMet is a relation that lines have.
type relationMet struct {
	name  string
	code  orgmodel.RelCode
	own   bool         // of the author's own
	lines int          // how many have it, of an author's own
	first orgmodel.Pos // and where
}

// relationsKept is how many different relations are remembered, relationsTold of how many of the author's own
// there is a note.
const relationsKept, relationsTold = 1000, 20

// relOf is the Builder's number of the relation of a line at n.
func (f *file) relOf(n *yaml.Node, rel string) orgmodel.RelCode {
	m := f.rels[rel]
	if m == nil {
		m = &relationMet{name: rel, code: f.b.RelCode(orgmodel.Rel(rel)), own: !knownRelation[rel], first: f.pos(n)}
		if len(f.rels) >= relationsKept {
			if m.own {
				f.other++
			}
			return m.code
		}
		m.name = strings.Clone(rel)
		f.rels[m.name] = m
		if m.own {
			f.own = append(f.own, m)
		}
	}
	m.lines++
	return m.code
}

// tellRelations notes the relations that the library gives no meaning.
func (r *reader) tellRelations() {
	for i, m := range r.own {
		if i >= relationsTold {
			r.other += m.lines
			continue
		}
		r.notes.Add(m.first, "%s the relation %s, which no rule knows.", linesHave(m.lines), yamltext.Shown(m.name))
	}
	if r.other > 0 {
		r.notes.Add(orgmodel.Pos{File: r.in.Name}, "%s other relations that no rule knows.", linesHave(r.other))
	}
}

func linesHave(n int) string {
	if n == 1 {
		return "1 line has"
	}
	return fmt.Sprintf("%d lines have", n)
}

// withoutCommas are words as a sentence, without the commas behind those that are not quoted.
func withoutCommas(words []word) string {
	var b strings.Builder
	for i, w := range words[:min(len(words), 9)] {
		if i > 0 {
			b.WriteByte(' ')
		}
		if !w.quoted {
			w.text = strings.TrimRight(w.text, ",;")
		}
		b.WriteString(quoteWord(yamltext.Cut(w.text)))
	}
	return b.String()
}

// quoteName says how an id is written that words before a keyword make up.
func quoteName(words []word) string {
	return fmt.Sprintf(`An id that holds spaces is quoted: '%q'.`, yamltext.Cut(joined(upToKeyword(words))))
}

// corrected is a sentence with each word from words[i] on that stands where a keyword is due as
// the keyword that was meant.
func corrected(s string, words []word, i int) string {
	out, from, ends := "", 0, false
	for ; i < len(words); i += 2 {
		w := words[i]
		m := meant(w.text, afterID)
		if slices.Contains([]string{"-", "–", "—"}, w.text) && i+1 < len(words) {
			m = keyUntil
		}
		if w.quoted || m == "" || m == w.text {
			continue
		}
		out += s[from:w.at] + m
		from = w.at + len(w.text)
		ends = ends || m == keyUntil
	}
	out = " Write: " + out + s[from:] + "."
	if ends {
		out += " The day after until is the first day no more; where it is meant as the last day, write through."
	}
	return out
}

// adviseAttr is the advice for an attribute that is written into a sentence, as fte 0.5, as acting or
// (acting); empty where words[i] is none.
func adviseAttr(s string, words []word, i int) string {
	bare := func(w word) string { return strings.Trim(w.text, "(),;") }
	key, value, next := bare(words[i]), "", i+2
	modes := openValues[orgmodel.Mode]
	switch {
	case slices.Contains(modes, yamltext.Fold(key)):
		key, value, next = orgmodel.Mode, yamltext.Fold(key), i+1
	case i+1 == len(words) || words[i+1].quoted:
		return ""
	case slices.Contains(attributes, strings.TrimRight(key, ":=")):
		key, value = strings.TrimRight(key, ":="), bare(words[i+1])
	case (key == "as" || key == "is") && slices.Contains(modes, yamltext.Fold(bare(words[i+1]))):
		key, value = orgmodel.Mode, yamltext.Fold(bare(words[i+1]))
	}
	if value == "" || yamltext.TooLong(s) {
		return ""
	}
	said := strings.TrimRight(s[:words[i].at], " ,;")
	if next < len(words) {
		said += " " + s[words[next].at:]
	}
	flow := func(s string) string { return string(appendYAML(nil, s, true)) }
	if key != orgmodel.FTE || !takes(key, value) {
		value = flow(value)
	}
	return "An attribute stands beside the sentence. Write: {line: " + flow(said) + ", " + key + ": " + value + "}."
}

// series are the ids that words begin with, apart by commas or an and, at least two, and the words
// after them; nil where there is no such series.
func series(words []word) (ids []string, rest []word) {
	due := true
	for rest = words; len(rest) > 0 && len(ids) < 9; rest = rest[1:] {
		w := rest[0]
		if !w.quoted && slices.Contains([]string{"and", "&", "+", ",", "und"}, w.text) {
			due = true
			continue
		}
		if !due {
			break
		}
		id := w.text
		if !w.quoted {
			id = strings.TrimRight(id, ",;")
		}
		due = id != w.text
		ids = append(ids, quoteWord(yamltext.Cut(id)))
	}
	if due || len(ids) < 2 {
		return nil, nil
	}
	return ids, rest
}

// several is the advice for several ids where one is due, as a and b or a, b; empty where the words
// are none.
func (f *file) several(s string, words []word) string {
	ids, tail := series(words)
	if ids == nil || len(tail) > 0 && !slices.Contains(afterID, tail[0].text) || yamltext.TooLong(s) {
		return ""
	}
	for i := range ids {
		ids[i] += after(tail)
		if f.said.ofNode {
			ids[i] = string(appendYAML(nil, ids[i], true))
		} else {
			ids[i] = quoteWord(yamltext.Cut(f.said.id)) + " " + f.said.rel + " " + ids[i]
		}
	}
	if f.said.ofNode {
		return "Several ids stand in a list: [" + strings.Join(ids, ", ") + "]."
	}
	return "A line leads to one id. Write a line for each: " + yamltext.Listed(ids, "and") + "."
}

// after is what follows the ids of a sentence, with a space before it.
func after(words []word) string {
	if len(words) == 0 {
		return ""
	}
	return " " + withoutCommas(words)
}

// anyDay says that a word is a day.
func anyDay(s string) bool {
	_, err := orgmodel.ParseDate(s)
	return err == nil && s != ""
}
