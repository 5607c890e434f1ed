package rules

import (
	"strconv"

	"example.com/orgchart/orgmodel"
)

// EmptyID is the rule empty-id: every record has an id. It has no parameters.
type EmptyID struct{}

const emptyIDDoc = `Every record has an id.

Why: nothing can refer to a record without an id, so it can have no boss that a file states,
no report and no holder, and two of them cannot be told apart.

Parameters: none.

False positives: none. A file without a column of ids is read by row number, not by this rule.

Source: the checks of the UK organogram validator, which asks for a reference on every row.

Before:
  +post "" "Head of IT"
After:
  +post it-1 "Head of IT"
`

// Rule is the rule. It gives one finding in all, without a subject, which names the positions
// of the first records: what makes one such record usually makes many.
func (EmptyID) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "empty-id", Doc: emptyIDDoc, Severity: orgmodel.Error, Check: checkEmptyID}
}

func checkEmptyID(p *orgmodel.Pass) {
	first, ok := p.Find("")
	if !ok {
		return
	}
	all := []orgmodel.Ref{first}
	for r := range p.Repeats() {
		if p.ID(r) == "" {
			all = append(all, r)
		}
	}
	what := strconv.Itoa(len(all)) + " records have no id: "
	if len(all) == 1 {
		what = "One record has no id: "
	}
	p.Report(orgmodel.Finding{
		Message: what + places(p, all) + ".",
		Fix:     "Give each record an id of its own.",
		Pos:     p.Pos(first),
	})
}
