package table

import (
	"fmt"
	"slices"
	"strings"
)

// A Mapping says what columns mean, by header; case, spaces and punctuation of a header do not
// count. It goes before what the reader would take a header for. A column that nothing names
// and the reader does not know is an attribute.
type Mapping map[string]Field

// ParseMapping reads "header=field", as "Chef=manager", each.
func ParseMapping(args ...string) (Mapping, error) {
	m := Mapping{}
	for _, a := range args {
		i := strings.LastIndexByte(a, '=')
		if i < 0 {
			return nil, fmt.Errorf("%q maps nothing: want HEADER=FIELD, as \"Chef=manager\"", a)
		}
		f := Field(strings.TrimSpace(a[i+1:]))
		if !slices.Contains(Fields(), f) {
			return nil, fmt.Errorf("%q: %q is no field: want one of %s", a, f, list(Fields()))
		}
		h := strings.TrimSpace(a[:i])
		if g, ok := m[h]; ok && g != f {
			return nil, fmt.Errorf("%q: the same header is mapped to %s already", a, g)
		}
		m[h] = f
	}
	return m, nil
}

func list[T ~string](all []T) string {
	var b strings.Builder
	for i, s := range all {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(s))
	}
	return b.String()
}

// folded is the mapping by folded headers. Headers that fold alike to different fields are an
// error.
func (m Mapping) folded() (map[string]Field, error) {
	names := make([]string, 0, len(m))
	for h := range m {
		names = append(names, h)
	}
	slices.Sort(names)
	f := map[string]Field{}
	for _, h := range names {
		if !slices.Contains(Fields(), m[h]) {
			return nil, fmt.Errorf("mapping of %q: %q is no field: want one of %s", h, m[h], list(Fields()))
		}
		k := fold(h)
		if g, ok := f[k]; ok && g != m[h] {
			return nil, fmt.Errorf("mapping of %q: the same header is mapped to %s and to %s", h, g, m[h])
		}
		f[k] = m[h]
	}
	return f, nil
}

// idle are the headers, quoted, that are mapped and not in the table.
func (m Mapping) idle(headers []string) []string {
	here := map[string]bool{}
	for _, h := range headers {
		here[fold(h)] = true
	}
	var idle []string
	for h := range m {
		if !here[fold(h)] {
			idle = append(idle, fmt.Sprintf("%q", clip(h)))
		}
	}
	slices.Sort(idle)
	return idle
}

// A column is one column of the table at hand.
type column struct {
	header string // as written
	field  Field  // Attribute where it is none of the others
	key    string // of the attribute
	given  bool   // by the mapping
	rank   int
	rival  int // the column that became this one's field instead, else -1
}

// assign says what each column means. Of several columns that could be one field the surest
// is; the rest are attributes.
func assign(headers []string, mapping map[string]Field) []column {
	cols := make([]column, len(headers))
	best := map[Field]int{}
	for i, h := range headers {
		cols[i] = column{header: h, field: Attribute, rival: -1}
		c := &cols[i]
		k := fold(h)
		if f, ok := mapping[k]; ok {
			c.field, c.given = f, true
		} else if g, ok := recognise(h); ok {
			c.field, c.rank = g.field, g.rank
		}
		if c.field == Attribute || c.field == Ignored {
			continue
		}
		j, taken := best[c.field]
		switch {
		case !taken:
			best[c.field] = i
		case c.given && !cols[j].given, c.given == cols[j].given && c.rank < cols[j].rank:
			cols[j].field, cols[j].rival = Attribute, i
			best[c.field] = i
		default:
			c.field, c.rival = Attribute, j
		}
	}
	if _, ok := best[Name]; ok {
		for _, f := range []Field{FirstName, LastName} {
			if i, ok := best[f]; ok {
				cols[i].field = Attribute
			}
		}
	}
	keys(cols)
	return cols
}

// recognise finds a header among the usual spellings, without what stands in brackets if need
// be. A header with a separator in it is none: the separator is another.
func recognise(header string) (guess, bool) {
	g, ok := known()[fold(header)]
	if open := strings.IndexAny(header, "(["); !ok && open > 0 {
		header = header[:open]
		g, ok = known()[fold(header)]
		g.rank += 1000
	}
	return g, ok && !strings.ContainsAny(header, ",;\t|")
}

// keys names the attributes: those the library reads by its own names, the rest by their
// headers, each once.
func keys(cols []column) {
	used := map[string]bool{}
	for i := range cols {
		if k := cols[i].field.key(); k != "" {
			cols[i].key = k
			used[k] = true
		}
	}
	for i := range cols {
		c := &cols[i]
		if c.field != Attribute {
			continue
		}
		c.key = strings.TrimSpace(c.header)
		if c.key == "" || used[c.key] {
			c.key = strings.TrimSpace(fmt.Sprintf("%s (column %d)", c.key, i+1))
		}
		for used[c.key] {
			c.key += "*"
		}
		used[c.key] = true
	}
}

// key is the attribute of a field, empty where the field is none.
func (f Field) key() string {
	switch f {
	case Title, Grade, FTE, Email, Engagement, Top:
		return string(f)
	case Status:
		return "state"
	}
	return ""
}

// score says how much of a row reads as a header: how many fields it names, 0 where none of
// them says who a row is about.
func score(headers []string, mapping map[string]Field) int {
	n, who := 0, false
	for _, c := range assign(headers, mapping) {
		if c.field != Attribute {
			n++
			switch c.field {
			case ID, Name, FirstName, LastName, Post:
				who = true
			}
		}
	}
	if !who {
		return 0
	}
	return n
}
