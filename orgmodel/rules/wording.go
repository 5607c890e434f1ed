package rules

import (
	"strconv"
	"strings"
	"unicode"

	"example.com/orgchart/orgmodel"
)

// called is how a message names a record: its id and, where it has one, its name.
func called(p *orgmodel.Pass, r orgmodel.Ref) string {
	id := word(p.ID(r))
	if name := p.NameOf(r); name != "" {
		return id + ` "` + short(name) + `"`
	}
	return id
}

// word is an id in a sentence, quoted where it could not be seen or would disturb the line.
func word(id orgmodel.ID) string {
	if id == "" || strings.IndexFunc(string(id), unseen) >= 0 || id[0] == ' ' || id[len(id)-1] == ' ' {
		return strconv.QuoteToGraphic(string(id))
	}
	return string(id)
}

// unseen says that a rune does not show as itself: control characters, line breaks, marks that
// turn the direction of text, and bytes that are no text.
func unseen(r rune) bool { return r == unicode.ReplacementChar || !unicode.IsGraphic(r) }

// shown is how many runes of a name or a cell a message shows.
const shown = 40

// short cuts a text that would drown its sentence and blanks what would disturb the line.
func short(s string) string {
	n := 0
	for i := range s {
		if n++; n > shown {
			s = s[:i] + "…"
			break
		}
	}
	if strings.IndexFunc(s, unseen) >= 0 {
		s = strings.Map(func(r rune) rune {
			if unseen(r) {
				return ' '
			}
			return r
		}, s)
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

// names lists nodes by id and name, the first few; rs must be in the order wanted.
func names(p *orgmodel.Pass, rs []orgmodel.Ref, total int) string {
	var all []string
	for _, r := range rs[:min(len(rs), listed)] {
		all = append(all, called(p, r))
	}
	return series(all, total)
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

// count is a number and what is counted, in the plural where it is not one.
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}
