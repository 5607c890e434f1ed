package report

import (
	"fmt"
	"strings"

	"example.com/orgchart/orgmodel/internal/wording"
)

// verdict says in a sentence how much was found.
func (s Summary) verdict() string {
	var parts []string
	for _, c := range []struct {
		n    int
		what string
	}{{s.Errors, "error"}, {s.Warnings, "warning"}} {
		if c.n > 0 {
			parts = append(parts, wording.Count(c.n, c.what))
		}
	}
	if s.Infos > 0 {
		parts = append(parts, fmt.Sprintf("%d for information", s.Infos))
	}
	if len(parts) == 0 {
		return "Nothing found"
	}
	return strings.Join(parts, ", ")
}

// trust says how far the organisation can be trusted, and what is in the way; of what is let stand,
// how much it is, and how far it could be trusted with that.
func (s Summary) trust() string {
	text := s.Level.String() + s.standing() + ": "
	switch s.Level {
	case NotRead:
		return text + "nothing was checked"
	case Load:
		text += s.Level.says(s.Blocking)
	case Display:
		text += "its chart shows what it says, and " + wording.Count(s.Errors, "error") + " " + keep(s.Errors) + " it from being valid"
	default:
		text += "no rule found an error"
		if s.LevelOfAll < Valid {
			text = s.Level.String() + s.standing() + ": no rule found an error that counts"
		}
	}
	if s.LevelOfAll < s.Level {
		text += ". With what is let stand it is " + s.LevelOfAll.String() + ": " + s.LevelOfAll.says(s.BlockingOfAll)
	}
	return text
}

// says is what a level below valid means where some rules are in the way of the next.
func (l Level) says(blocking []string) string {
	if l == Load {
		return "every record was read, and " + listed(blocking, 3) + " " + keep(len(blocking)) + " its chart from showing what it says"
	}
	return "its chart shows what it says, and " + listed(blocking, 3) + " " + keep(len(blocking)) + " it from being valid"
}

// standing says in brackets how much is let stand, empty where nothing is.
func (s Summary) standing() string {
	switch {
	case s.Waived > 0 && s.Known > 0:
		return fmt.Sprintf(" (with %s waived, %d known)", wording.Count(s.Waived, "finding"), s.Known)
	case s.Waived > 0:
		return " (with " + wording.Count(s.Waived, "finding") + " waived)"
	case s.Known > 0:
		return " (with " + wording.Count(s.Known, "finding") + " known)"
	}
	return ""
}

func keep(n int) string {
	if n == 1 {
		return "keeps"
	}
	return "keep"
}

// listed names up to most of some things.
func listed(names []string, most int) string {
	if len(names) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(brieves(names[:most]), ", "), len(names)-most)
	}
	if n := len(names); n > 1 {
		short := brieves(names)
		return strings.Join(short[:n-1], ", ") + " and " + short[n-1]
	}
	return strings.Join(brieves(names), "")
}

func brieves(names []string) []string {
	short := make([]string, len(names))
	for i, n := range names {
		short[i] = brief(n, 80)
	}
	return short
}

// day says to which day a report belongs.
func (r Report) day() string {
	if !r.Over.IsZero() {
		return "on the days " + r.Over.String() + " (" + wording.Count(r.Looked, "day") + " looked at)"
	}
	if d := r.asOf(); !d.IsZero() {
		return "as of " + d.String()
	}
	return "on no particular day"
}

// looked says what the rules looked at.
func (s Summary) looked() string {
	text := fmt.Sprintf("%s, %s", wording.Count(s.Records, "record"), wording.Count(s.Lines, "line"))
	if n := s.Ran(); n > 0 {
		text += ", " + wording.Count(n, "rule")
	}
	return text
}
