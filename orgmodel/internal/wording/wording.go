// Package wording is how sentences about an organisation name its records and its lines: so that
// they are understood, and so that no id or name, whatever is in it, disturbs the sentence or the
// terminal that shows it.
package wording

import (
	"strconv"
	"strings"
	"unicode"

	"example.com/orgchart/orgmodel"
)

// Called is how a sentence names a record: its id and, where it has one and the id does not end with it, its name.
func Called(o *orgmodel.Org, r orgmodel.Ref) string {
	id := Word(o.ID(r))
	if name := o.NameOf(r); name != "" && !spells(id, name) {
		return id + ` "` + Short(name) + `"`
	}
	return id
}

// made are the prefixes of ids that readers make of names.
var made = [...]string{"unit:", "group:"}

// spells says that an id that a reader made ends with a name, and perhaps a number: unit:Digital, group:E1/Lawyer#2.
func spells(id, name string) bool {
	if !strings.HasPrefix(id, made[0]) && !strings.HasPrefix(id, made[1]) {
		return false
	}
	if at := strings.LastIndexByte(id, '#'); at >= 0 && !strings.HasSuffix(id, name) {
		id = id[:at]
	}
	rest, ends := strings.CutSuffix(id, name)
	return ends && (strings.HasSuffix(rest, "/") || strings.HasSuffix(rest, ":"))
}

// longest is how many bytes of an id are shown.
const longest = 400

// Word is an id in a sentence, quoted where it could not be seen or would disturb the line, and
// cut where it would drown it.
func Word(id orgmodel.ID) string {
	if len(id) > longest {
		id = orgmodel.ID(strings.ToValidUTF8(string(id[:longest]), "")) + "…"
	}
	if id == "" || strings.IndexFunc(string(id), unseen) >= 0 || id[0] == ' ' || id[len(id)-1] == ' ' {
		return strconv.QuoteToGraphic(string(id))
	}
	return string(id)
}

// unseen says that a rune does not show as itself: control characters, line breaks, marks that
// turn the direction of text, and bytes that are no text.
func unseen(r rune) bool { return r == unicode.ReplacementChar || !unicode.IsGraphic(r) }

// shown is how many runes of a name or a cell a sentence shows.
const shown = 40

// Short cuts a text that would drown its sentence and blanks what would disturb the line.
func Short(s string) string { return Brief(s, shown) }

// Brief is Short for any number of runes.
func Brief(s string, most int) string {
	n := 0
	for i := range s {
		if n++; n > most {
			s = s[:i] + "…"
			break
		}
	}
	return Plain(s)
}

// Plain blanks what would disturb the line.
func Plain(s string) string {
	if strings.IndexFunc(s, unseen) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unseen(r) {
			return ' '
		}
		return r
	}, s)
}

// Series joins names with commas and an "and"; total is how many there are in all.
func Series(names []string, total int) string {
	if more := total - len(names); more > 0 {
		names = append(names, strconv.Itoa(more)+" more")
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// Count is a number and what is counted, in the plural where it is not one.
func Count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// Says is how a relation reads in a sentence.
func Says(rel orgmodel.Rel) string {
	switch rel {
	case orgmodel.ReportsTo:
		return "reports to"
	case orgmodel.DirectedBy, orgmodel.OverseenBy, orgmodel.SponsoredBy, orgmodel.SupportedBy, orgmodel.JustifiedBy, orgmodel.PartOf:
		return "is " + strings.ReplaceAll(string(rel), "-", " ")
	case orgmodel.FunctionalTo:
		return "reports functionally to"
	case orgmodel.DottedTo:
		return "has a dotted line to"
	case orgmodel.HasRole:
		return "has the role"
	case orgmodel.IsA:
		return "is a"
	case orgmodel.ResponsibleFor, orgmodel.AccountableFor, orgmodel.ConsultedOn, orgmodel.InformedOf:
		return "is " + strings.ReplaceAll(string(rel), "-", " ")
	case "":
		return "has a line without a relation to"
	}
	return strings.ReplaceAll(Short(string(rel)), "-", " ")
}
