package outline

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
)

// A person is what a row says.
type person struct {
	id, name, title string
	fte             string // as written
	fteAt           int    // where it stands, in runes from the row's first; 0 where there is none
}

// parse takes a row apart. Any text is a person: what has no comma is all name.
func parse(row string) person {
	var p person
	rest := row
	if id, after, ok := strings.Cut(rest, ": "); ok && id != "" {
		p.id, rest = id, after
	}
	if open := strings.LastIndex(rest, " ("); open >= 0 && strings.HasSuffix(rest, ")") {
		p.fte = rest[open+2 : len(rest)-1]
		p.fteAt = utf8.RuneCountInString(row[:len(row)-len(rest)+open+2])
		rest = rest[:open]
	}
	p.name, p.title, _ = strings.Cut(rest, ",")
	p.name, p.title = strings.TrimSpace(p.name), strings.TrimSpace(p.title)
	return p
}

// attrs are the attributes of a person whose row begins at a column. An fte that is no number is
// kept raw, with the column it stands at, for the rule unreadable-cell.
func (p person) attrs(column int) orgmodel.Attrs {
	var kv []string
	if p.title != "" {
		kv = append(kv, orgmodel.Title, p.title)
	}
	if p.fteAt > 0 {
		key := orgmodel.FTE
		if !isFTE(p.fte) {
			key = orgmodel.UnreadableKey(column+p.fteAt, "fte")
		}
		kv = append(kv, key, p.fte)
	}
	return orgmodel.NewAttrs(kv...)
}

// isFTE says that s is a plain decimal number from 0 to 1, such as 0.8.
func isFTE(s string) bool {
	f, err := strconv.ParseFloat(s, 64)
	return err == nil && f >= 0 && f <= 1 && strings.Trim(s, "0123456789.") == ""
}
