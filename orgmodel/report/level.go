package report

import "fmt"

// A Level is how far an organisation can be trusted.
type Level uint8

const (
	Load    Level = iota // it is read: every record is there, whatever is wrong
	Display              // its chart shows what it says: it has a top, and no loop
	Valid                // no rule found an error
)

// String is load, display or valid.
func (l Level) String() string {
	if l > Valid {
		return ""
	}
	return [...]string{"load", "display", "valid"}[l]
}

// MarshalText is String.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what String writes.
func (l *Level) UnmarshalText(b []byte) error {
	for v := Load; v <= Valid; v++ {
		if v.String() == string(b) {
			*l = v
			return nil
		}
	}
	return fmt.Errorf("%q is no level: want load, display or valid", b)
}
