package report

import (
	"fmt"
	"slices"
)

// A Level is how far an organisation can be trusted.
type Level int8

// NotRead is the level where a file cannot be read: nothing was checked.
const NotRead Level = -1

const (
	Load    Level = iota // it is read: every record is there, whatever is wrong
	Display              // its chart shows what it says: it has a top, and no loop
	Valid                // no rule found an error
)

// String is unread, load, display or valid.
func (l Level) String() string {
	if l < NotRead || l > Valid {
		return ""
	}
	return [...]string{"unread", "load", "display", "valid"}[l+1]
}

// MarshalText is String.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what String writes.
func (l *Level) UnmarshalText(b []byte) error {
	for v := NotRead; v <= Valid; v++ {
		if v.String() == string(b) {
			*l = v
			return nil
		}
	}
	return fmt.Errorf("%q is no level: want unread, load, display or valid", b)
}

// levels finds how far the organisation can be trusted and what is in the way, by what counts and
// with what is let stand, whose errors are counted by rule.
func (s *Summary) levels(r Report, standing map[string]int) {
	if r.Err != nil {
		s.Level, s.LevelOfAll = NotRead, NotRead
		return
	}
	hinder := r.Hinder
	if hinder == nil {
		hinder = []string{"report-cycle", "no-top", "unit-cycle"}
	}
	of := func(errors func(RuleCount) int) (Level, []string) {
		var display, valid []string
		for _, c := range s.Rules {
			if errors(c) > 0 {
				valid = append(valid, c.Rule)
				if slices.Contains(hinder, c.Rule) {
					display = append(display, c.Rule)
				}
			}
		}
		switch {
		case len(display) > 0:
			return Load, display
		case len(valid) > 0:
			return Display, valid
		}
		return Valid, nil
	}
	s.Level, s.Blocking = of(func(c RuleCount) int { return c.Errors })
	s.LevelOfAll, s.BlockingOfAll = of(func(c RuleCount) int { return c.Errors + standing[c.Rule] })
}
