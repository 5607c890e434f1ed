package organogram

import (
	"strings"

	"example.com/orgchart/orgmodel"
)

// oddities counts what is odd about a sheet's form, so that a file in which every row is odd
// does not bury its other notes.
type oddities struct {
	sheet  *sheet
	quotes int
	short  counted
	long   counted
	extra  []counted // by cell: what the template does not know
}

type counted struct {
	n     int
	first orgmodel.Pos
}

func (c *counted) add(at func() orgmodel.Pos) {
	if c.n == 0 {
		c.first = at()
	}
	c.n++
}

func (o *oddities) quote(c cell, what string) {
	if o.quotes++; o.quotes <= sample {
		o.sheet.notes.Add(o.sheet.pos(c, ""), "The cell %s.", what)
	}
}

// row looks at the record just read.
func (o *oddities) row() {
	s := o.sheet
	n := len(s.headers)
	if len(s.cells) < n {
		o.short.add(func() orgmodel.Pos { return s.pos(s.cells[0], "") })
	}
	if len(s.cells) > n && !blank(s.cells[n:]) {
		o.long.add(func() orgmodel.Pos { return s.pos(s.cells[n], "") })
	}
	if o.extra == nil {
		o.extra = make([]counted, n)
	}
	for i, c := range s.cells[:min(n, len(s.cells))] {
		if s.column[i] == noColumn && strings.TrimSpace(c.text) != "" {
			o.extra[i].add(func() orgmodel.Pos { return s.pos(c, s.headers[i]) })
		}
	}
}

func (o *oddities) report() {
	notes := o.sheet.notes
	if o.quotes > sample {
		notes.Add(orgmodel.Pos{File: o.sheet.file}, "%d cells have broken quotes; the first %d are named.", o.quotes, sample)
	}
	if o.short.n > 0 {
		notes.Add(o.short.first, "%s fewer cells than the header, this first: the rest count as blank.", rowsHave(o.short.n))
	}
	if o.long.n > 0 {
		notes.Add(o.long.first, "%s cells beyond the header, these first: they are left out.", rowsHave(o.long.n))
	}
	for i, c := range o.extra {
		if c.n > 0 {
			notes.Add(c.first, "%s something in column %d (%q), which is not read.", rowsHave(c.n), i+1, o.sheet.headers[i])
		}
	}
}
