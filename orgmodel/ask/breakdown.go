package ask

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// A Breakdown is figures in rows, for answers that a few counts do not hold: a distribution, figures by
// unit.
type Breakdown struct {
	Name    string   `json:"name"`    // for programs: spans, layers, units, ...
	Title   string   `json:"title"`   // for people
	Columns []string `json:"columns"` // what the cells of a row are
	Rows    []Row    `json:"rows"`
	Total   int      `json:"total"` // how many rows there are: more than listed where Limit cut them

	// Millionths are those of the columns whose cells are parts of a whole in millionths, so that they are
	// exact; Text shows them as percent.
	Millionths []string `json:"millionths,omitempty"`
}

// A Row is one line of a Breakdown.
type Row struct {
	ID    orgmodel.ID `json:"id"`    // the record it is about; empty where it is about none
	Label string      `json:"label"` // what to call it: the record's name, a grade, a span
	Cells []Cell      `json:"cells"` // as many as there are columns
}

// A Cell is a number in decimal figures, which JSON has as a number, or else a word.
type Cell string

// MarshalJSON writes a number as one, anything else as text.
func (c Cell) MarshalJSON() ([]byte, error) {
	if isNumber(string(c)) {
		return []byte(c), nil
	}
	return json.Marshal(string(c))
}

// isNumber says that a text is a whole number or a decimal fraction as JSON writes it, without an
// exponent.
func isNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole, part, cut := strings.Cut(s, ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return digits(whole) && (whole == "0" || whole[0] != '0') && (!cut || digits(part))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (c *Cell) UnmarshalJSON(b []byte) error {
	if bytes.HasPrefix(bytes.TrimSpace(b), []byte{'"'}) {
		var s string
		err := json.Unmarshal(b, &s)
		*c = Cell(s)
		return err
	}
	var n json.Number
	err := json.Unmarshal(b, &n)
	*c = Cell(n)
	return err
}

// Begin gives an answer that has its question, organisation, day and subjects and says nothing yet: for
// packages that answer in the shape of this one.
func (q Asker) Begin(question string, subjects ...orgmodel.Ref) Answer {
	return q.about(question, subjects...).Answer
}

// Breakdown gives rows as an answer lists them: cut at the Asker's Limit.
func (q Asker) Breakdown(name, title string, columns []string, rows []Row) Breakdown {
	b := Breakdown{Name: name, Title: title, Columns: columns, Rows: rows, Total: len(rows)}
	if n := q.limit(); n >= 0 && len(rows) > n {
		b.Rows = rows[:n]
	}
	if b.Rows == nil {
		b.Rows = []Row{}
	}
	return b
}

// said is what a row is called: the label, with the id where that says more. For people it does not
// where it ends with the label, as ids that readers make of names do: unit:Ministry/Navy.
func (r Row) said(people bool) string {
	label := wording.Brief(r.Label, 60)
	switch {
	case r.ID == "":
		return label
	case people && label != "" && (strings.HasSuffix(string(r.ID), "/"+r.Label) || strings.HasSuffix(string(r.ID), ":"+r.Label)):
		return label
	case r.Label == "" || r.Label == string(r.ID):
		return wording.Word(r.ID)
	}
	return wording.Word(r.ID) + " " + label
}

// breakdownText writes a breakdown for people: title, columns, rows.
func breakdownText(out io.Writer, b Breakdown) {
	if len(b.Rows) == 0 {
		return
	}
	fmt.Fprintf(out, "\n%s\n", b.Title)
	breakdownRows(out, b.inPercent(), "  ", func(s string) string { return s }, "")
	if more := b.Total - len(b.Rows); more > 0 {
		fmt.Fprintf(out, "  ... %d in all, %d more\n", b.Total, more)
	}
}

// inPercent is a breakdown whose millionths are percent.
func (b Breakdown) inPercent() Breakdown {
	if len(b.Millionths) == 0 {
		return b
	}
	rows := slices.Clone(b.Rows)
	for i, r := range rows {
		rows[i].Cells = slices.Clone(r.Cells)
		for j, c := range r.Cells {
			if j < len(b.Columns) && slices.Contains(b.Millionths, b.Columns[j]) {
				rows[i].Cells[j] = percentOf(c)
			}
		}
	}
	b.Rows = rows
	return b
}

// percentOf writes millionths as percent with one decimal, half up; what is no number from 0 to a whole stays as it is.
func percentOf(c Cell) Cell {
	n, err := strconv.Atoi(string(c))
	switch {
	case err != nil || n < 0 || n > 1_000_000:
		return c
	case n > 0 && n < 500:
		return "<0.1%"
	case n < 1_000_000 && n >= 999_500:
		return ">99.9%"
	}
	n = (n + 500) / 1000
	return Cell(strconv.Itoa(n/10) + "." + strconv.Itoa(n%10) + "%")
}

// breakdownRows writes the columns and the rows, aligned; an empty cell is blank.
func breakdownRows(out io.Writer, b Breakdown, indent string, heading func(string) string, blank string) {
	var lines strings.Builder
	tw := tabwriter.NewWriter(&lines, 0, 0, 2, ' ', 0)
	first := ""
	if blank != "" {
		first = heading(b.Name)
	}
	fmt.Fprint(tw, indent+first)
	for _, c := range b.Columns {
		fmt.Fprint(tw, "\t"+heading(c))
	}
	fmt.Fprintln(tw)
	for _, r := range b.Rows {
		said := r.said(blank == "")
		if said == "" {
			said = "-"
		}
		fmt.Fprint(tw, indent+said)
		for _, c := range r.Cells {
			cell := wording.Short(string(c))
			if cell == "" {
				cell = blank
			}
			fmt.Fprint(tw, "\t"+cell)
		}
		fmt.Fprintln(tw)
	}
	tw.Flush()
	for _, l := range strings.SplitAfter(lines.String(), "\n") {
		if l != "" {
			fmt.Fprintln(out, strings.TrimRight(l, " \n"))
		}
	}
}
