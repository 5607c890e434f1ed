package table

import (
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
)

// finish adds the notes that count.
func (f *filler) finish() {
	at := orgmodel.Pos{File: f.file}
	if f.notes.Rows == 0 {
		f.notes.Add(at, "The table has a header and no rows.")
	}
	if f.id < 0 && f.who != f.post {
		f.notes.Add(at, "No column of ids: the name is the id.")
	}
	add := func(t tally, text string) {
		if t.n > 0 {
			f.notes.Add(t.first[0], "%s %s", count(t.n, "row"), text+t.where())
		}
	}
	add(f.short, "with fewer cells than the header, read as if the rest were empty: ")
	add(f.long, "with more cells than the header, kept as attributes by number: ")
	add(f.noID, "without an id, kept: ")
	if f.s.loose.n > 0 {
		f.notes.Add(f.s.loose.first[0], "%s with a quote where none belongs, read as it stands: %s", count(f.s.loose.n, "cell"), f.s.loose.where())
	}
	for i, c := range f.cols {
		if t := f.spaces[i]; t.n > 0 {
			f.notes.Add(t.first[0], "%s of column %q with spaces around it, left out: %s", count(t.n, "cell"), clip(c.header), t.where())
		}
		if t := f.blanks[i]; t.n > 0 {
			f.notes.Add(t.first[0], "%s of column %q taken for empty (such as - or none): %s", count(t.n, "cell"), clip(c.header), t.where())
		}
		if f.seen != nil && f.seen.order[i] != 0 {
			f.notes.Add(orgmodel.Pos{File: f.file, Field: c.header}, "%s", f.seen.order[i].text())
		}
	}
}

func (o order) text() string {
	switch o {
	case dayFirst:
		return "Dates like 05/06/2026 are read with the day first, as other cells of the column must be."
	case monthFirst:
		return "Dates like 05/06/2026 are read with the month first, as other cells of the column must be."
	}
	return "Some dates of the column have the day first and some the month: those that could be either are not read."
}

// where lists the first lines.
func (t *tally) where() string {
	var b strings.Builder
	b.WriteString("line ")
	if t.n > 1 {
		b.Reset()
		b.WriteString("lines ")
	}
	for i, p := range t.first[:min(t.n, len(t.first))] {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(p.Line))
	}
	if t.n > len(t.first) {
		b.WriteString(" and more")
	}
	return b.String() + "."
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}
