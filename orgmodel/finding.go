package orgmodel

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Severity says how much a finding matters. The zero Severity is unset: a rule that
// leaves it so reports errors.
type Severity uint8

const (
	Info    Severity = 1 + iota // worth knowing
	Warning                     // probably wrong, or right and worth stating
	Error                       // breaks what charts, approvals and access are built on
)

// String is info, warning or error, empty when unset.
func (s Severity) String() string {
	if s > Error {
		return ""
	}
	return [...]string{"", "info", "warning", "error"}[s]
}

// MarshalText is String.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *Severity) UnmarshalText(b []byte) error {
	for v := Severity(0); v <= Error; v++ {
		if v.String() == string(b) {
			*s = v
			return nil
		}
	}
	return fmt.Errorf("%q is no severity: want info, warning or error", b)
}

// A Finding is one thing that is wrong, or worth knowing, with what it takes to see it and to
// put it right.
type Finding struct {
	Rule     string
	Severity Severity
	Subject  ID     // the record it is about
	Message  string // a sentence that names the record and what was found
	Path     []Line // the lines that show it, in walking order; at most PathCap
	Related  []ID   // other records concerned; at most PathCap
	Fix      string // what to do about it, as a sentence
	Pos      Pos    // where the subject, or the line at fault, stands in its source

	// Key tells findings of one rule about one subject apart: the missing id, the relation.
	// It never holds wording, severity or position.
	Key string
	// PathTotal and RelatedTotal are how many there were before the cap.
	PathTotal, RelatedTotal int

	// Spell is the time for which it stands, of a check over an interval (Checker.Over); nil of one
	// of a single day.
	Spell *Spell
}

// PathCap is how many lines and related records a finding carries at most.
const PathCap = 50

// Fingerprint names the finding from one run to the next: 16 hexadecimal digits of the SHA-256
// of its rule, subject and key.
func (f Finding) Fingerprint() string {
	h := sha256.Sum256([]byte(f.Rule + "\x00" + string(f.Subject) + "\x00" + f.Key))
	return hex.EncodeToString(h[:8])
}

// String is a line for people: severity, rule, position and message.
func (f Finding) String() string {
	s := f.Severity.String() + " " + f.Rule + ": " + f.Message
	if at := f.Pos.String(); at != "" {
		s = at + ": " + s
	}
	return s
}

// compare orders findings: errors first, then rule, subject and key.
func (f Finding) compare(g Finding) int {
	return cmp.Or(cmp.Compare(g.Severity, f.Severity), strings.Compare(f.Rule, g.Rule),
		strings.Compare(string(f.Subject), string(g.Subject)), strings.Compare(f.Key, g.Key),
		strings.Compare(f.Message, g.Message))
}

// inOrder gives findings in the order of compare, equal ones as they stood. A finding is large, and so numbers are
// sorted and each finding is moved once.
func inOrder(fs Findings) Findings {
	if slices.IsSortedFunc(fs, Finding.compare) {
		return fs
	}
	at := make([]int32, len(fs))
	for i := range at {
		at[i] = int32(i)
	}
	slices.SortFunc(at, func(i, j int32) int { return cmp.Or(fs[i].compare(fs[j]), cmp.Compare(i, j)) })
	sorted := make(Findings, len(fs))
	for i, k := range at {
		sorted[i] = fs[k]
	}
	return sorted
}

// Findings are what a check found, errors first, then by rule and subject.
type Findings []Finding

// Err is nil unless one of the findings is an error; else it joins all that are.
func (fs Findings) Err() error {
	var errs []error
	for _, f := range fs {
		if f.Severity == Error {
			errs = append(errs, errors.New(f.String()))
		}
	}
	return errors.Join(errs...)
}

// AtLeast is the findings of this severity and above.
func (fs Findings) AtLeast(s Severity) Findings {
	return slices.DeleteFunc(slices.Clone(fs), func(f Finding) bool { return f.Severity < s })
}

// Of is the findings of one rule.
func (fs Findings) Of(rule string) Findings {
	return slices.DeleteFunc(slices.Clone(fs), func(f Finding) bool { return f.Rule != rule })
}

// Count is how many findings have exactly this severity.
func (fs Findings) Count(s Severity) int {
	n := 0
	for _, f := range fs {
		if f.Severity == s {
			n++
		}
	}
	return n
}
