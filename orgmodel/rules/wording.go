package rules

import (
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
)

// called is how a message names a record: its id and, where it has one, its name.
func called(p *orgmodel.Pass, r orgmodel.Ref) string {
	id := word(string(p.ID(r)))
	if name := p.NameOf(r); name != "" {
		return id + ` "` + short(name) + `"`
	}
	return id
}

// word is an id in a sentence. The empty one is quoted, since nothing would be seen of it.
func word(id string) string {
	if id == "" {
		return `""`
	}
	return id
}

// shown is how many runes of a name or a cell a message shows.
const shown = 40

// short cuts a text that would drown its sentence.
func short(s string) string {
	n := 0
	for i := range s {
		if n++; n > shown {
			return s[:i] + "…"
		}
	}
	return s
}

// listed is how many of many things a message names.
const listed = 5

// places names where records stand: the first few by position, then how many more.
func places(p *orgmodel.Pass, rs []orgmodel.Ref) string {
	var names []string
	for _, r := range rs[:min(len(rs), listed)] {
		at := p.Pos(r).String()
		if at == "" {
			at = "record " + strconv.Itoa(int(r)+1)
		}
		if name := p.NameOf(r); name != "" {
			at += ` ("` + short(name) + `")`
		}
		names = append(names, at)
	}
	return series(names, len(rs))
}

// series joins names with commas and an "and"; total is how many there are in all.
func series(names []string, total int) string {
	if more := total - len(names); more > 0 {
		names = append(names, strconv.Itoa(more)+" more")
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}
