package orgtest

import (
	"fmt"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// shown is how many findings, or notes, a message lists; it says how many there are in all.
const shown = 20

// pathShown is how many lines of a path a message lists.
const pathShown = 10

// told writes findings for a failing test, most severe first: each begins with its file, line
// and column, so that an editor jumps to the cell, and goes on with the lines that show it and
// the way to put it right.
func told(found orgmodel.Findings) string {
	var b strings.Builder
	for i, f := range found {
		if i == shown {
			fmt.Fprintf(&b, "and %d more, %d in all: %s\n", len(found)-i, len(found), tally(found))
			break
		}
		b.WriteString(tellOne(f) + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// tellOne is a finding with its path and its fix, a line each.
func tellOne(f orgmodel.Finding) string {
	var b strings.Builder
	b.WriteString(oneLine(f.String()) + "\n")
	if f.Spell != nil {
		b.WriteString("    when  " + f.Spell.String() + "\n")
	}
	for i, l := range f.Path {
		if i == pathShown {
			fmt.Fprintf(&b, "    path  and %d more, %d in all\n", f.PathTotal-i, f.PathTotal)
			break
		}
		at := l.Pos.String()
		if at != "" {
			at = "  (" + at + ")"
		}
		b.WriteString("    path  " + oneLine(sentence(l)+at) + "\n")
	}
	if f.Fix != "" {
		b.WriteString("    fix   " + oneLine(f.Fix) + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// sentence is a line with ids that would not show as themselves in quotes.
func sentence(l orgmodel.Line) string {
	l.From, l.Rel, l.To = orgmodel.ID(quote(string(l.From))), orgmodel.Rel(quote(string(l.Rel))), orgmodel.ID(quote(string(l.To)))
	if l.Scope != "" {
		l.Scope = orgmodel.ID(quote(string(l.Scope)))
	}
	return l.String()
}

// tally counts findings by severity, most severe first.
func tally(found orgmodel.Findings) string {
	var parts []string
	for s := orgmodel.Error; s >= orgmodel.Info; s-- {
		if n := found.Count(s); n > 0 && s == orgmodel.Info {
			parts = append(parts, fmt.Sprintf("%d info", n))
		} else if n > 0 {
			parts = append(parts, wording.Count(n, s.String()))
		}
	}
	return strings.Join(parts, ", ")
}

// onDay says on which day an organisation was looked at; empty where on none.
func onDay(o *orgmodel.Org) string {
	if o.AsOf().IsZero() {
		return ""
	}
	return " on " + o.AsOf().String()
}

// oneLine blanks what would break a line of a message.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return ' '
		}
		return r
	}, s)
}

func indent(s string) string { return "    " + strings.ReplaceAll(s, "\n", "\n    ") }
