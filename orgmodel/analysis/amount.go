package analysis

import (
	"fmt"
	"strconv"
	"strings"
)

// An Amount is a number in millionths, so that sums of part-time posts are exact and the same on every
// machine.
type Amount int64

// One is the amount of one whole thing.
const One Amount = 1_000_000

// String is the number in decimal figures, no more than it needs.
func (a Amount) String() string {
	sign := ""
	u := uint64(a)
	if a < 0 {
		sign, u = "-", -u
	}
	s := strconv.FormatUint(u/uint64(One), 10)
	if part := u % uint64(One); part != 0 {
		s += "." + strings.TrimRight(strconv.FormatUint(uint64(One)+part, 10)[1:], "0")
	}
	return sign + s
}

// MarshalJSON is String: a JSON number.
func (a Amount) MarshalJSON() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalJSON reads what MarshalJSON writes: a number in decimal figures, six behind the point at most.
func (a *Amount) UnmarshalJSON(b []byte) error {
	text := string(b)
	if text == "null" {
		return nil
	}
	whole, part, _ := strings.Cut(text, ".")
	if len(part) <= 6 {
		n, err := strconv.ParseInt(whole+part+"000000"[len(part):], 10, 64)
		if err == nil && !strings.HasPrefix(text, "+") {
			*a = Amount(n)
			return nil
		}
	}
	return fmt.Errorf("%q is no amount: want a decimal number such as 0.5, with six figures behind the point at most", text)
}

// plus is a sum that stays at the largest amount rather than turn negative.
func (a Amount) plus(b Amount) Amount {
	if sum := a + b; sum >= a || b < 0 {
		return sum
	}
	return 1<<63 - 1
}
