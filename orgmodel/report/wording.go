package report

import (
	"fmt"
	"strings"
)

// verdict says in a sentence how much was found.
func (s Summary) verdict() string {
	var parts []string
	for _, c := range []struct {
		n    int
		what string
	}{{s.Errors, "error"}, {s.Warnings, "warning"}} {
		if c.n > 0 {
			parts = append(parts, plural(c.n, c.what))
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

// trust says how far the organisation can be trusted, and what is in the way.
func (s Summary) trust() string {
	switch s.Level {
	case Load:
		return "load: every record was read, and " + listed(s.Blocking, 3) + " " + keep(len(s.Blocking)) + " its chart from showing what it says"
	case Display:
		return "display: its chart shows what it says, and " + plural(s.Errors, "error") + " " + keep(s.Errors) + " it from being valid"
	}
	return "valid: no rule found an error"
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
		return "on the days " + r.Over.String() + " (" + plural(r.Looked, "day") + " looked at)"
	}
	if d := r.asOf(); !d.IsZero() {
		return "as of " + d.String()
	}
	return "on no particular day"
}

// looked says what the rules looked at.
func (s Summary) looked() string {
	text := fmt.Sprintf("%s, %s", plural(s.Records, "record"), plural(s.Lines, "line"))
	if n := s.Ran(); n > 0 {
		text += ", " + plural(n, "rule")
	}
	return text
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
