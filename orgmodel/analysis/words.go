package analysis

import (
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/internal/wording"
	"example.com/orgchart/orgmodel/rules"
)

// part is n of m for people, with the percentage: 5 of 6 (83%). All and nothing are said only where
// they are so.
func part(n, m int) string {
	s := strconv.Itoa(n) + " of " + strconv.Itoa(m)
	if m <= 0 {
		return s
	}
	whole := (200*int64(n) + int64(m)) / (2 * int64(m))
	switch {
	case n > 0 && whole == 0:
		return s + " (under 1%)"
	case n < m && whole == 100:
		return s + " (over 99%)"
	}
	return s + " (" + strconv.FormatInt(whole, 10) + "%)"
}

func number(n int) ask.Cell    { return ask.Cell(strconv.Itoa(n)) }
func amount(a Amount) ask.Cell { return ask.Cell(a.String()) }

// amountOrNone is an amount, or nothing where there are none to take it from.
func amountOrNone(a Amount, n int) ask.Cell {
	if n == 0 {
		return ""
	}
	return amount(a)
}

func count(name string, n int) ask.Count { return ask.Count{Name: name, N: float64(n)} }

// house is what the sentence of an answer calls the organisation.
func house(o *orgmodel.Org) string {
	if name := wording.Short(o.Name()); name != "" {
		return name
	}
	return "The organisation"
}

// why adds a reason to an answer.
func why(a *ask.Answer, code ask.Code, text string) {
	a.Why = append(a.Why, ask.Reason{Code: code, Text: text})
}

// about is a row about a record.
func about(o *orgmodel.Org, r orgmodel.Ref, cells ...ask.Cell) ask.Row {
	return ask.Row{ID: o.ID(r), Label: o.NameOf(r), Cells: cells}
}

// isAre is a verb for so many.
func isAre(n int) string {
	if n == 1 {
		return " is"
	}
	return " are"
}

// unitOf is one, or many, of what is counted.
func unitOf(c rules.Counting, a Amount) string {
	one := a == One
	switch {
	case c == rules.FTEs:
		return "FTE"
	case c == rules.People && one:
		return "person"
	case c == rules.People:
		return "people"
	case one:
		return "post"
	}
	return "posts"
}

// named lists some records, the first few by id.
func named(o *orgmodel.Org, rs []orgmodel.Ref) string {
	const few = 5
	var names []string
	for _, r := range rs[:min(len(rs), few)] {
		names = append(names, wording.Called(o, r))
	}
	return wording.Series(names, len(rs))
}

// noRole says that nobody runs projects by a role that is not there.
func noRole(a *ask.Answer, o *orgmodel.Org, role orgmodel.ID, projects int) {
	if _, ok := o.Find(role); !ok && projects > 0 {
		why(a, ask.NotCounted, "No role "+wording.Word(role)+" is declared, and nobody is known to run a project.")
	}
}
