package native_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// author writes documents as people do on a bad day: any indentation, any style, keys in any
// order, and comments wherever YAML lets them stand. One seed, one document.
type author struct {
	*rand.Rand
	b        strings.Builder
	comments []string
	literal  int // columns to which a comment must keep, so that it is none of a literal's text; -1 for none
}

// A thing is part of a document before it has a form.
type thing struct {
	text  string
	keys  []string // of a mapping
	parts []thing  // of a mapping or a list
	list  bool
	null  bool
}

func document(seed uint64) (text string, comments []string) {
	a := &author{Rand: rand.New(rand.NewPCG(seed, 13)), literal: -1}
	doc := thing{keys: []string{"format"}, parts: []thing{{text: "1"}}}
	add := func(key string, v thing) {
		doc.keys, doc.parts = append(doc.keys, key), append(doc.parts, v)
	}
	if a.IntN(2) == 0 {
		add("organisation", a.word())
	}
	for _, key := range []string{"people", "posts", "roles", "units"} {
		if a.IntN(3) > 0 {
			add(key, a.section())
		}
	}
	if a.IntN(2) == 0 {
		add("nodes", a.several(func() thing { return a.node(true) }))
	}
	if a.IntN(3) > 0 {
		add("lines", a.several(func() thing { return a.line("p1 holds ", true) }))
	}
	a.shuffle(&doc)
	a.ownLines(0)
	if a.IntN(6) == 0 {
		a.b.WriteString("---")
		a.eol()
	}
	if a.IntN(8) == 0 {
		a.flow(doc, 0)
		a.eol()
	} else {
		a.block(doc, 0)
	}
	return a.b.String(), a.comments
}

func (a *author) shuffle(m *thing) {
	a.Shuffle(len(m.keys), func(i, j int) {
		m.keys[i], m.keys[j] = m.keys[j], m.keys[i]
		m.parts[i], m.parts[j] = m.parts[j], m.parts[i]
	})
}

func (a *author) several(one func() thing) thing {
	l := thing{list: true}
	for range a.IntN(5) {
		l.parts = append(l.parts, one())
	}
	return l
}

func (a *author) section() thing {
	if a.IntN(9) == 0 {
		return thing{null: true}
	}
	m := thing{keys: []string{}}
	for range a.IntN(5) {
		m.keys = append(m.keys, a.word().text)
		switch a.IntN(4) {
		case 0:
			m.parts = append(m.parts, a.word())
		case 1:
			m.parts = append(m.parts, thing{null: true})
		default:
			m.parts = append(m.parts, a.node(false))
		}
	}
	return m
}

func (a *author) node(plain bool) thing {
	m := thing{keys: []string{}}
	add := func(odds int, key string, v thing) {
		if a.IntN(odds) == 0 {
			m.keys, m.parts = append(m.keys, key), append(m.parts, v)
		}
	}
	if plain {
		add(1, "id", a.word())
		add(1, "kind", a.word())
	}
	add(2, "name", a.word())
	add(4, "grade", a.word())
	add(4, "fte", thing{text: "0.5"})
	add(6, "top", thing{text: "true"})
	add(6, "since", thing{text: "2026-01-05"})
	add(4, "attrs", thing{keys: []string{"desk", "<<", "#x"}, parts: []thing{a.word(), a.word(), a.word()}})
	add(6, "part-of", a.line("", false))
	add(3, "reports-to", a.several(func() thing { return a.line("", false) }))
	add(6, []string{"role", "has-role"}[a.IntN(2)], a.line("", false))
	a.shuffle(&m)
	return m
}

func (a *author) line(start string, whole bool) thing {
	s := start + []string{"it-1", "  it-1   in  x", `"it-1" since 2026-01-05`, `"in" in "in"`, `"a b"`}[a.IntN(5)]
	switch a.IntN(5) {
	case 0:
		m := thing{keys: []string{"line", "fte", "mode"}, parts: []thing{{text: s}, {text: "1"}, a.word()}}
		a.shuffle(&m)
		return m
	case 1:
		return thing{keys: []string{"line"}, parts: []thing{{text: s}}}
	case 2:
		if whole {
			m := thing{keys: []string{"from", "to", "rel"}, parts: []thing{a.word(), a.word(), a.word()}}
			a.shuffle(&m)
			return m
		}
	}
	return thing{text: s}
}

func (a *author) word() thing {
	words := []string{"Ada Okafor", "it-1", "p 1", "it's", `say "so"`, "a #b", "# no", "x: y", "0123", "true", "null", "a\nb", " lead", "Größe", "a, b", "{", "\\", "two\n\nlines # no\n", "unit:a", "~", "long " + strings.Repeat("word ", 25) + "end"}
	return thing{text: words[a.IntN(len(words))]}
}

// comment is a new one, known by its number.
func (a *author) comment() string {
	c := fmt.Sprintf("#c%d", len(a.comments)) + []string{"", " about this", ` it's "odd": {`, "\ttab", " # twice"}[a.IntN(5)]
	a.comments = append(a.comments, c)
	return c
}

func (a *author) spaces(n int) { a.b.WriteString(strings.Repeat(" ", n)) }

// eol ends a line, with or without a comment behind it.
func (a *author) eol() {
	if a.IntN(5) == 0 {
		a.spaces(1 + a.IntN(4))
		a.b.WriteString(a.comment())
	}
	a.b.WriteString([]string{"\n", "\n", "\n", "\r\n", "  \n"}[a.IntN(5)])
	a.ownLines(10)
}

// ownLines writes empty lines and comments on lines of their own.
func (a *author) ownLines(indent int) {
	for a.IntN(4) == 0 {
		if a.IntN(2) == 0 {
			a.b.WriteString("\n")
			continue
		}
		if a.literal >= 0 {
			indent = min(indent, a.literal)
		}
		a.spaces(a.IntN(indent + 1))
		a.b.WriteString(a.comment() + "\n")
	}
	a.literal = -1
}

func (a *author) block(v thing, indent int) {
	for i, part := range v.parts {
		a.spaces(indent)
		if v.list {
			a.item(part, indent)
		} else {
			a.pair(v.keys[i], part, indent)
		}
	}
}

func (a *author) pair(key string, v thing, indent int) {
	a.b.WriteString(a.scalar(key) + ":")
	a.value(v, indent)
}

func (a *author) value(v thing, indent int) {
	switch {
	case v.null:
		a.b.WriteString([]string{"", " ~", " null"}[a.IntN(3)])
		a.eol()
	case v.keys == nil && !v.list:
		a.b.WriteString(" ")
		a.blockScalar(v.text, indent)
	case len(v.parts) == 0 || a.IntN(3) == 0:
		a.b.WriteString(" ")
		a.flow(v, indent)
		a.eol()
	case v.list:
		a.eol()
		a.block(v, indent+a.IntN(3))
	default:
		a.eol()
		a.block(v, indent+1+a.IntN(4))
	}
}

func (a *author) item(v thing, indent int) {
	a.b.WriteString("-")
	if v.keys == nil || a.IntN(3) == 0 {
		a.value(v, indent)
		return
	}
	gap := 1 + a.IntN(3)
	for i, part := range v.parts {
		if a.spaces(gap); i > 0 {
			a.spaces(indent + 1)
		}
		a.pair(v.keys[i], part, indent+1+gap)
	}
}

func (a *author) blockScalar(s string, indent int) {
	if body := strings.TrimSuffix(s, "\n"); body == "" || strings.ContainsAny(body[:1], " \n") || a.IntN(4) > 0 {
		a.b.WriteString(a.scalar(s))
		a.eol()
		return
	}
	a.b.WriteString("|")
	deep := 1 + a.IntN(3)
	if a.IntN(3) == 0 {
		fmt.Fprint(&a.b, deep)
	}
	if !strings.HasSuffix(s, "\n") {
		a.b.WriteString("-")
	}
	if a.IntN(4) == 0 {
		a.b.WriteString(" " + a.comment())
	}
	a.b.WriteString("\n")
	for line := range strings.SplitSeq(strings.TrimSuffix(s, "\n"), "\n") {
		if line != "" {
			a.spaces(indent + deep)
		}
		a.b.WriteString(line + "\n")
	}
	a.literal = indent
	a.ownLines(10)
}

// flow writes braces and brackets, breaking lines where that may be done.
func (a *author) flow(v thing, indent int) {
	ends := "{}"
	switch {
	case v.null:
		a.b.WriteString("~")
		return
	case v.list:
		ends = "[]"
	case v.keys == nil:
		a.b.WriteString(a.scalar(v.text))
		return
	}
	a.b.WriteString(ends[:1])
	for i, part := range v.parts {
		a.gap(indent)
		if !v.list {
			a.b.WriteString(a.scalar(v.keys[i]) + ": ")
		}
		a.flow(part, indent)
		if a.gap(indent); i < len(v.parts)-1 || a.IntN(4) == 0 {
			a.b.WriteString(",")
		}
	}
	a.gap(indent)
	a.b.WriteString(ends[1:])
}

func (a *author) gap(indent int) {
	if a.IntN(5) == 0 {
		a.eol()
		a.spaces(indent + 1 + a.IntN(4))
	} else if a.IntN(2) == 0 {
		a.b.WriteString(" ")
	}
}

// scalar is a text on one line, in one of the styles it may have.
func (a *author) scalar(s string) string {
	simple := s != "" && !strings.ContainsAny(s, "#:\n{},\"'\\~") && strings.TrimSpace(s) == s && s != "null" && s != "<<"
	switch n := a.IntN(4); {
	case n > 1 && simple:
		return s
	case n == 1 && !strings.Contains(s, "\n"):
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	return `"` + strings.NewReplacer(`"`, `\"`, `\`, `\\`, "\n", `\n`).Replace(s) + `"`
}
