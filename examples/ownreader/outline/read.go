package outline

import (
	"bytes"
	"context"
	"path"
	"strings"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// Format is the way in for source.Load. Files whose names end in .outline are taken for outlines;
// any other has to be called one, since most texts could be.
func Format() source.Format {
	return source.Format{
		Name: "outline", Doc: "An indented list with a row a person: id: name, title (fte).",
		Match: func(name string, _ []byte) int {
			if strings.EqualFold(path.Ext(name), ".outline") {
				return 10
			}
			return 0
		},
		Read: read,
	}
}

// A reader is one file on its way into a Builder.
type reader struct {
	b      *orgmodel.Builder
	in     source.Input
	limits source.Limits
	notes  source.Notes
	above  []boss // the rows that the next one may hang under, each indented more than the one before
	tabbed bool   // the note about tabs is written
}

// A boss is a row above.
type boss struct {
	indent int // columns
	id     orgmodel.ID
}

func read(ctx context.Context, b *orgmodel.Builder, in source.Input) (source.Notes, error) {
	text, err := in.ReadAll()
	if err != nil {
		return source.Notes{}, err
	}
	rd := &reader{b: b, in: in, limits: in.Limits.Filled()}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	for n, more := 1, len(text) > 0; more; n++ {
		if n&1023 == 0 && ctx.Err() != nil {
			return rd.notes, ctx.Err()
		}
		var row []byte
		row, text, more = bytes.Cut(text, []byte("\n"))
		if err := rd.row(n, bytes.TrimSuffix(row, []byte("\r"))); err != nil {
			return rd.notes, err
		}
	}
	if rd.notes.Rows == 0 {
		return rd.notes, &source.Error{Pos: orgmodel.Pos{File: in.Name}, Found: "there is no row in the outline", Fix: "Write a person a row, such as \"S1: Ines Moreau, Secretary general\"."}
	}
	return rd.notes, nil
}

// row reads the row of line n.
func (rd *reader) row(n int, row []byte) error {
	at := orgmodel.Pos{File: rd.in.Name, Line: n, Column: 1}
	if len(row) > rd.limits.Cell {
		return &source.LimitError{Pos: at, Limit: "Cell", Max: int64(rd.limits.Cell), Option: "--max-cell"}
	}
	if !utf8.Valid(row) || bytes.IndexByte(row, 0) >= 0 {
		return &source.Error{Pos: at, Found: "the row is no UTF-8 text", Fix: "Save the outline as UTF-8 text."}
	}
	text := strings.TrimRight(string(row), " \t")
	what := strings.TrimLeft(text, " \t")
	if what == "" || what[0] == '#' {
		return nil
	}
	if rd.notes.Rows++; rd.notes.Rows > rd.limits.Rows {
		return &source.LimitError{Pos: at, Limit: "Rows", Max: int64(rd.limits.Rows), Option: "--max-rows"}
	}
	space := text[:len(text)-len(what)]
	at.Column = len(space) + 1
	p := parse(what)
	if p.id == "" {
		p.id = "person:" + p.name
		rd.notes.Add(at, "%q has no id and is called %q.", p.name, p.id)
	}
	rd.b.Node(orgmodel.Node{ID: orgmodel.ID(p.id), Kind: orgmodel.Person, Name: p.name, Attrs: p.attrs(at.Column), Pos: at})
	if up, ok := rd.boss(at, space, orgmodel.ID(p.id)); ok {
		rd.b.Line(orgmodel.Line{From: orgmodel.ID(p.id), Rel: orgmodel.ReportsTo, To: up, Pos: at})
	}
	return nil
}

// boss finds what a row hangs under by its indentation, and remembers the row for those below.
func (rd *reader) boss(at orgmodel.Pos, space string, id orgmodel.ID) (orgmodel.ID, bool) {
	if strings.Contains(space, "\t") && !rd.tabbed {
		rd.tabbed = true
		rd.notes.Add(at, "A tab is read as four spaces, here and below.")
	}
	indent := len(space) + 3*strings.Count(space, "\t")
	n := len(rd.above)
	for n > 0 && rd.above[n-1].indent >= indent {
		n--
	}
	if n < len(rd.above) && rd.above[n].indent != indent {
		rd.notes.Add(at, "No row of the team above is indented as this one is; it is read as one of them.")
	}
	rd.above = append(rd.above[:n], boss{indent, id})
	if n == 0 {
		return "", false
	}
	return rd.above[n-1].id, true
}
