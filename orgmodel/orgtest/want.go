package orgtest

import (
	"fmt"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// A want is a finding that a case wants.
type want struct {
	text               string // as written
	severity           orgmodel.Severity
	rule, subject, key string
	anyKey             bool
}

func parseWant(text string) (want, error) {
	w := want{text: text}
	words, err := split(text)
	if err != nil {
		return w, err
	}
	if len(words) != 3 && len(words) != 4 || w.severity.UnmarshalText([]byte(words[0].text)) != nil || w.severity == 0 {
		return w, fmt.Errorf("%q wants no finding: write SEVERITY RULE SUBJECT, and KEY where it matters", text)
	}
	w.rule, w.subject, w.anyKey = words[1].text, words[2].text, len(words) == 3
	if !w.anyKey {
		w.key = words[3].text
	}
	return w, nil
}

func (w want) fits(f orgmodel.Finding) bool {
	return w.severity == f.Severity && w.rule == f.Rule && w.subject == string(f.Subject) && (w.anyKey || w.key == f.Key)
}

// wanted writes a finding as a case wants it, with its key.
func wanted(f orgmodel.Finding) string {
	s := f.Severity.String() + " " + quote(f.Rule) + " " + quote(string(f.Subject))
	if f.Key != "" {
		s += " " + quote(f.Key)
	}
	return s
}

// unmatched pairs wants with findings one for one, and gives what is left of both.
func unmatched(wants []want, found orgmodel.Findings) (missing []want, surplus orgmodel.Findings) {
	wants = slices.Clone(wants)
	slices.SortStableFunc(wants, func(a, b want) int { // those with a key choose first
		switch {
		case a.anyKey == b.anyKey:
			return strings.Compare(a.text, b.text)
		case a.anyKey:
			return 1
		}
		return -1
	})
	surplus = slices.Clone(found)
	for _, w := range wants {
		if i := slices.IndexFunc(surplus, w.fits); i >= 0 {
			surplus = slices.Delete(surplus, i, i+1)
		} else {
			missing = append(missing, w)
		}
	}
	return missing, surplus
}
