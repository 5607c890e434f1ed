package organogram

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/internal/decode"
)

// A sheet is one file, its header understood and its rows found.
type sheet struct {
	scanner
	template *template
	notes    *source.Notes
	headers  []string // as written, by cell
	column   []column // by cell
	cellOf   [columns]int
	field    [columns]orgmodel.FieldCode
	rows     []span
}

// A span is where a row begins.
type span struct{ at, bol, line int }

// sample is how many broken quotes, or rows of the wrong length, are named one by one.
const sample = 20

// open reads the header and finds the rows.
func open(ctx context.Context, b *orgmodel.Builder, in source.Input, notes *source.Notes) (*sheet, error) {
	raw, err := in.ReadAll()
	if err != nil {
		return nil, err
	}
	text, encoding, err := decode.UTF8(raw)
	if err != nil {
		return nil, &source.Error{Pos: orgmodel.Pos{File: in.Name}, Found: err.Error(), Fix: "Give the CSV file."}
	}
	if encoding != decode.Plain {
		notes.Add(orgmodel.Pos{File: in.Name}, "The text is %s.", encoding)
	}
	s := &sheet{notes: notes, scanner: scanner{file: in.Name, text: lines(text), line: 1, most: in.Limits.Filled().Cell}}
	if err := s.header(b); err != nil {
		return nil, err
	}
	return s, s.find(ctx, in.Limits.Filled().Rows)
}

// lines is the text with line feeds: old spreadsheet programs end lines with a carriage
// return alone.
func lines(text []byte) string {
	if bytes.IndexByte(text, '\n') < 0 && bytes.IndexByte(text, '\r') >= 0 {
		return strings.ReplaceAll(string(text), "\r", "\n")
	}
	return string(text)
}

// separators are what files are found to be separated by; the template says comma.
var separators = []struct {
	char byte
	name string
}{{',', "commas"}, {'\t', "tabs"}, {';', "semicolons"}}

// header finds the first record that is not blank and the template it belongs to.
func (s *sheet) header(b *orgmodel.Builder) error {
	var best *source.Error
	fewest := len(senior.marks) + 1
	for _, sep := range separators {
		head, ok, err := s.scanner.header(sep.char)
		if err != nil {
			return err
		}
		if !ok {
			return &source.Error{Pos: orgmodel.Pos{File: s.file}, Found: "the file is empty", Fix: "Give a file with a header and a row a post."}
		}
		at := head.pos(head.cells[0], "")
		t, lacks := recognise(head.cells)
		if len(lacks) == 0 {
			if sep.char != ',' {
				s.notes.Add(at, "The cells are separated by %s.", sep.name)
			}
			s.scanner, s.template = head, t
			s.understand(b)
			return nil
		}
		if len(lacks) < fewest {
			fewest, best = len(lacks), noTemplate(at, t, lacks)
		}
	}
	return best
}

// header reads the first record that is not blank, its cells separated by comma; not ok where
// there is none.
func (s scanner) header(comma byte) (head scanner, ok bool, err error) {
	s.comma, s.cells = comma, nil
	for {
		if ok, err = s.next(); !ok || err != nil || !blank(s.cells) {
			return s, ok, err
		}
	}
}

// noTemplate is the error about a header that is of neither template.
func noTemplate(at orgmodel.Pos, t *template, lacks []string) *source.Error {
	if len(lacks) == 1 {
		return &source.Error{Pos: at,
			Found: fmt.Sprintf("the header of %s posts has no column %q", t.kind, lacks[0]),
			Fix:   "Give the column the name that the published template has."}
	}
	return &source.Error{Pos: at, Found: "this is no organogram: its header is that of neither senior nor junior posts",
		Fix: fmt.Sprintf("A file of senior posts has the columns %q and %q, one of junior posts %q and %q.",
			senior.marks[0], senior.marks[1], junior.marks[0], junior.marks[1])}
}

// understand takes the header in s.cells.
func (s *sheet) understand(b *orgmodel.Builder) {
	for i := range s.cellOf {
		s.cellOf[i] = -1
	}
	for i, c := range s.cells {
		h := strings.TrimSpace(c.text)
		s.headers = append(s.headers, h)
		col, ok := s.template.of[plain(h)]
		if !ok {
			col = noColumn
		} else if s.cellOf[col] >= 0 {
			s.notes.Add(s.pos(c, h), "The column %q stands here again: the first counts.", h)
			col = noColumn
		} else {
			s.cellOf[col] = i
			s.field[col] = b.FieldCode(h)
		}
		s.column = append(s.column, col)
	}
	for _, h := range s.template.wanted {
		if s.cellOf[s.template.of[plain(h)]] < 0 {
			s.notes.Add(s.pos(s.cells[0], ""), "The header has no column %q: its cells count as blank.", h)
		}
	}
}

// find goes through the rows once, to know where they begin and what is odd about them.
func (s *sheet) find(ctx context.Context, most int) error {
	odd := oddities{sheet: s}
	s.broken = odd.quote
	for n := 0; ; n++ {
		if n&1023 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		here := span{s.at, s.bol, s.line}
		ok, err := s.next()
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		if blank(s.cells) {
			continue
		}
		if len(s.rows) >= most {
			return &source.LimitError{Pos: s.pos(s.cells[0], ""), Limit: "Rows", Max: int64(most), Option: "--max-rows"}
		}
		s.rows = append(s.rows, here)
		odd.row()
	}
	s.broken = nil
	odd.report()
	s.notes.Rows = len(s.rows)
	if len(s.rows) == 0 {
		s.notes.Add(orgmodel.Pos{File: s.file}, "The file has a header of %s posts and no row.", s.template.kind)
	}
	return nil
}
