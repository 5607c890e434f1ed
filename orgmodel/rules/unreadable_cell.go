package rules

import (
	"strconv"

	"example.com/orgchart/orgmodel"
)

// UnreadableCell is the rule unreadable-cell: every cell of a file could be read. It has no
// parameters.
type UnreadableCell struct{}

const unreadableCellDoc = `Every cell of a file can be read.

Why: a date, a number or a word that the reader did not understand is kept as it stands and means
nothing to any rule; what it should have said is missing from every answer.

Parameters: none.

False positives: a column that was mapped to the wrong field; map it, or leave it unmapped, and
its cells are plain attributes.

Source: the contract of the readers: no row is lost and nothing is guessed.

Before:
  +post it-1 "Head of IT" unreadable:7:started=31/31/2026
After:
  +post it-1 "Head of IT" since 2026-01-31
`

// Rule is the rule. One finding a cell, which stands at the cell; its Key is the field.
func (UnreadableCell) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "unreadable-cell", Doc: unreadableCellDoc, Severity: orgmodel.Warning, Check: checkUnreadable}
}

func checkUnreadable(p *orgmodel.Pass) {
	for r := range p.HasUnreadable() {
		if p.Stopped() {
			return
		}
		for at, raw := range p.Unreadable(r) {
			field := "a cell"
			if at.Field != "" {
				field = "the cell " + strconv.QuoteToGraphic(short(at.Field))
			} else if at.Column > 0 {
				field = "the cell at column " + strconv.Itoa(at.Column)
			}
			p.Report(orgmodel.Finding{
				Subject: p.ID(r), Key: at.Field, Pos: at,
				Message: called(p, r) + ": " + field + " reads " + strconv.QuoteToGraphic(short(raw)) + ", which could not be understood.",
				Fix:     "Correct the cell, or map its column to another field.",
			})
		}
	}
}
