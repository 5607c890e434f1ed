package report

import "example.com/orgchart/orgmodel"

// A Grouping says what findings stand together.
type Grouping uint8

const (
	ByRule    Grouping = iota // those of one rule and severity, under its policy
	BySubject                 // those about one record, whatever the rule
)

// A group is findings that stand together, and how many of them are shown.
type group struct {
	findings orgmodel.Findings
	shown    int
}

type groupKey struct {
	severity orgmodel.Severity
	name     string
}

// groups puts findings together, in the order in which the first of each comes; most are shown
// of each, all where most is below 0.
func (by Grouping) groups(fs orgmodel.Findings, most int) []group {
	at := map[groupKey]int{}
	var all []group
	for _, f := range fs {
		key := groupKey{severity(f), f.Rule}
		if by == BySubject {
			key = groupKey{0, string(f.Subject)}
		}
		i, ok := at[key]
		if !ok {
			i = len(all)
			at[key] = i
			all = append(all, group{})
		}
		all[i].findings = append(all[i].findings, f)
	}
	for i := range all {
		n := len(all[i].findings)
		if most >= 0 {
			n = min(n, most)
		}
		all[i].shown = n
	}
	return all
}

// filled is a limit with its default in place of 0.
func filled(most, usual int) int {
	if most == 0 {
		return usual
	}
	return most
}
