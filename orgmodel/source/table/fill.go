package table

import (
	"context"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// A filler makes records of rows.
type filler struct {
	*sheet
	b     *orgmodel.Builder
	file  string
	notes *source.Notes
	most  source.Limits

	id, name, first, last, title, email, post, unit, fte, start, end int // columns, -1 where there is none

	who    int // the column a person's record stands at
	fields []orgmodel.FieldCode
	links  []link // columns that make lines, reporting first
	attrs  []int  // columns that make attributes
	kinds  struct{ person, post, unit orgmodel.KindCode }
	rels   struct{ holds, partOf orgmodel.RelCode }

	node0, line0 int  // first records of this file, or part of it
	others       bool // the Builder held records before
	data         scanner

	seen   *survey
	sets   memo[orgmodel.AttrCode]
	units  memo[orgmodel.Ref]
	named  []unit
	posts  map[string]orgmodel.Ref
	people map[string]person
	said   map[said]bool
	emails addresses
	kv     []string
	code   []byte
	bad    []string // unreadable cells of this row: keys and texts in turn
	tallies

	halvesFrom int // 0: the constant's
}

// A link is a column whose cells name the other end of a line.
type link struct {
	col     int
	rel     orgmodel.RelCode
	ofPost  bool // from the row's post where it has one
	reports bool
}

// tallies are what the notes count.
type tallies struct {
	short, long, noID tally
	spaces            []tally // by column
	blanks            []tally // cells that stand for an empty one, by column
}

// newFiller looks the columns up once.
func newFiller(b *orgmodel.Builder, t *sheet, in source.Input, notes *source.Notes) *filler {
	f := &filler{sheet: t, b: b, file: in.Name, notes: notes, most: in.Limits.Filled(), data: *t.s}
	f.data.row.cells = nil
	f.node0, f.line0 = b.Len(), b.Lines()
	f.others = f.node0 > 0
	f.spaces, f.blanks = make([]tally, len(t.cols)), make([]tally, len(t.cols))
	at := map[Field]int{}
	for i, c := range t.cols {
		f.fields = append(f.fields, b.FieldCode(c.header))
		if c.field != Attribute && c.field != Ignored {
			at[c.field] = i
		}
		if c.key != "" {
			f.attrs = append(f.attrs, i)
		}
	}
	col := func(fd Field) int {
		if i, ok := at[fd]; ok {
			return i
		}
		return -1
	}
	f.id, f.name, f.first, f.last = col(ID), col(Name), col(FirstName), col(LastName)
	f.title, f.email, f.post, f.unit = col(Title), col(Email), col(Post), col(Unit)
	f.fte, f.start, f.end = col(FTE), col(Start), col(End)
	for _, f.who = range []int{f.id, f.name, f.first, f.last, f.post} {
		if f.who >= 0 {
			break
		}
	}
	add := func(fd Field, rel orgmodel.Rel, ofPost bool) {
		if i := col(fd); i >= 0 {
			f.links = append(f.links, link{i, b.RelCode(rel), ofPost, rel == orgmodel.ReportsTo})
		}
	}
	if col(ManagerPost) >= 0 {
		add(ManagerPost, orgmodel.ReportsTo, true)
	} else {
		add(Manager, orgmodel.ReportsTo, false)
	}
	for _, r := range relations {
		add(Field(r), r, false)
	}
	f.kinds.person, f.kinds.post, f.kinds.unit = b.KindCode(orgmodel.Person), b.KindCode(orgmodel.Post), b.KindCode(orgmodel.Unit)
	f.rels.holds, f.rels.partOf = b.RelCode(orgmodel.Holds), b.RelCode(orgmodel.PartOf)
	f.sets.init()
	f.units.init()
	f.posts, f.people, f.said = map[string]orgmodel.Ref{}, map[string]person{}, map[said]bool{}
	return f
}

// run makes records of all rows. Rows of a large file are read in two parts at once.
func (f *filler) run(ctx context.Context) error {
	f.grow()
	if err := f.halves(ctx); err != nil {
		return err
	}
	if err := f.rows(ctx); err != nil {
		return err
	}
	f.addUnits()
	if err := f.match(ctx); err != nil {
		return err
	}
	f.finish()
	return nil
}

// rows makes records of the rows up to where the scanner stops.
func (f *filler) rows(ctx context.Context) error {
	for n := 0; ; n++ {
		if n&4095 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		ok, err := f.s.next()
		if !ok || err != nil {
			return err
		}
		if f.empty() {
			continue
		}
		if f.notes.Rows++; f.notes.Rows > f.most.Rows {
			return &source.LimitError{Pos: f.s.place(f.s.row.start), Limit: "Rows", Max: int64(f.most.Rows), Option: "--max-rows"}
		}
		if len(f.s.row.cells) != len(f.cols) {
			f.ragged()
		}
		f.fill()
	}
}

// grow makes room for about as many rows as the rest of the file holds, judged by the first.
func (f *filler) grow() {
	s := *f.s
	s.row.cells = nil
	rows, text, refs := 0, 0, 0
	for rows < 256 {
		if ok, err := s.next(); !ok || err != nil {
			return // few rows need no room
		}
		rows++
		for i, c := range s.row.cells {
			switch i {
			case f.id, f.name, f.first, f.last:
				text += len(c.text)
			}
		}
		for _, l := range f.links {
			if l.col < len(s.row.cells) {
				refs += len(s.row.cells[l.col].text)
			}
		}
	}
	rest, read := len(s.buf)-f.s.pos, s.pos-f.s.pos
	of := func(n int) int { return int(float64(n) / float64(read) * float64(rest) * (1 + 1.0/64)) }
	f.b.Grow(of(rows), of(rows)*(len(f.links)+min(f.unit+1, 1)), of(text))
	f.b.GrowRefs(of(rows)*len(f.links), of(refs))
}

// empty says that every cell of the row is.
func (f *filler) empty() bool {
	for _, c := range f.s.row.cells {
		if c.text != "" && trimmed(c.text) != "" {
			return false
		}
	}
	return true
}

// ragged counts a row with more or fewer cells than the header. What it has too much becomes
// attributes.
func (f *filler) ragged() {
	r := &f.s.row
	if len(r.cells) < len(f.cols) {
		f.short.add(f.s.place(r.start))
		return
	}
	for _, c := range r.cells[len(f.cols):] {
		if c.text != "" {
			f.long.add(f.s.place(r.start))
			return
		}
	}
}

// raw is the text of a cell as it stands; empty where the row has no such column.
func (f *filler) raw(col int) string {
	if uint(col) < uint(len(f.s.row.cells)) {
		return f.s.row.cells[col].text
	}
	return ""
}

// text is a cell without white space around it.
func (f *filler) text(col int) string {
	s := f.raw(col)
	if tight(s) {
		return s
	}
	t := trimmed(s)
	if len(t) != len(s) {
		f.spaces[col].add(f.pos(col))
	}
	return t
}

// place is where a cell stands.
func (f *filler) place(col int) orgmodel.Place {
	r := &f.s.row
	if col >= len(r.cells) {
		return orgmodel.Place{Line: int32(r.line), Field: f.fields[col]}
	}
	at := r.cells[col].at
	if r.plain {
		return orgmodel.Place{Line: int32(r.line), Column: int32(at - r.start + 1), Field: f.fields[col]}
	}
	line, column := r.where(f.s.buf, at)
	return orgmodel.Place{Line: int32(line), Column: int32(column), Field: f.fields[col]}
}

func (f *filler) pos(col int) orgmodel.Pos {
	p := f.place(col)
	return orgmodel.Pos{File: f.file, Line: int(p.Line), Column: int(p.Column), Field: f.cols[col].header}
}
