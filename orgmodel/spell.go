package orgmodel

import "cmp"

// A Spell is the time for which a finding stands within the interval of a check, with one severity
// and without a break: a finding that comes back is another spell, and so is one that gets worse.
// The zero Spell stands throughout.
type Spell struct {
	From  Date // the first day on which it stands; zero: it stood the day before the interval began
	Until Date // the day on which it is gone; zero: it stands on the last day of the interval
	// Turns is what the finding's severity is from Until on; 0: it is gone.
	Turns Severity
	// Whole says that it stands on no day of the interval, and is found only where lines of all
	// days are taken together.
	Whole bool
}

// Days are the days on which it stands, those outside the interval of the check not known: none where
// it is Whole.
func (s Spell) Days() Interval { return Interval{s.From, s.Until} }

// String reads "breaks on 2026-04-01, heals on 2026-06-01"; what does not heal stands at the end of the interval.
func (s Spell) String() string {
	if s.Whole {
		return "on no day looked at, only among the lines of all days"
	}
	begins, ends := "stands already", ""
	if !s.From.IsZero() {
		begins = "breaks on " + s.From.String()
	}
	switch {
	case s.Until.IsZero() && s.From.IsZero():
		return "stands throughout"
	case s.Until.IsZero():
		return begins + " and does not heal"
	case s.Turns != 0:
		ends = "turns into " + s.Turns.noun() + " on " + s.Until.String()
	default:
		ends = "heals on " + s.Until.String()
	}
	return begins + ", " + ends
}

func (s Severity) noun() string {
	switch s {
	case Error:
		return "an error"
	case Warning:
		return "a warning"
	}
	return "information"
}

// compare orders spells: by their first day, then by their end, an open one last.
func (s *Spell) compare(t *Spell) int {
	if s == nil || t == nil {
		return cmp.Compare(btoi(s != nil), btoi(t != nil))
	}
	open := func(d Date) int32 {
		if d.IsZero() {
			return lastDay.n + 1
		}
		return d.n
	}
	return cmp.Or(cmp.Compare(s.From.n, t.From.n), cmp.Compare(open(s.Until), open(t.Until)), cmp.Compare(btoi(s.Whole), btoi(t.Whole)))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Spells are what a check over an interval found.
type Spells struct {
	// Over is the interval that was looked at. An end that was open is where nothing changes beyond;
	// it stays open where that is beyond the year 9999.
	Over Interval
	// Looked is how many days were looked at: those on which anything changes, and the day before.
	Looked int
	// Findings have a Spell each, but for those that say how many are not listed. They are in
	// the order of Check, those of one finding by day.
	Findings Findings
}
