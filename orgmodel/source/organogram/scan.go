package organogram

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// A scanner splits text into records as RFC 4180 does, and goes on where a quote is broken:
// a file of public data with one stray quote must not lose the rows after it.
//
//   - A quote inside a plain cell is a character.
//   - What follows a closing quote up to the separator belongs to the cell.
//   - A quote that is never closed, or that is closed in the middle of a cell some lines on,
//     opened nothing: it is a character of a plain cell, and the lines after it are records.
type scanner struct {
	file  string
	text  string
	comma byte
	most  int // bytes of one cell

	at, line int // where the next record begins; line counts from 1
	bol      int // offset at which that line begins
	cells    []cell

	broken func(c cell, what string) // told of every broken quote; may be nil
}

// A cell is its text without quotes and the place at which it begins.
type cell struct {
	text string
	at   int // offset
	bol  int // offset at which its line begins
	line int
}

// place is where the cell stands, for a record of a Builder.
func (s *scanner) place(c cell, field orgmodel.FieldCode) orgmodel.Place {
	return orgmodel.Place{Line: int32(c.line), Column: int32(s.runeColumn(c)), Field: field}
}

func (s *scanner) runeColumn(c cell) int { return utf8.RuneCountInString(s.text[c.bol:c.at]) + 1 }

func (s *scanner) pos(c cell, field string) orgmodel.Pos {
	return orgmodel.Pos{File: s.file, Line: c.line, Column: s.runeColumn(c), Field: field}
}

// maxCells bounds a row: cells take many times the room of their separators.
const maxCells = 1 << 14

// next splits the record at s.at into s.cells; false at the end of the text. The error is a
// LimitError, or says that the row has too many cells.
func (s *scanner) next() (bool, error) {
	if s.at >= len(s.text) {
		return false, nil
	}
	s.cells = s.cells[:0]
	for {
		c := cell{at: s.at, bol: s.bol, line: s.line}
		last := s.cell(&c)
		if len(c.text) > s.most {
			return false, &source.LimitError{Pos: s.pos(c, ""), Limit: "Cell", Max: int64(s.most), Option: "--max-cell"}
		}
		s.cells = append(s.cells, c)
		if last {
			return true, nil
		}
		if len(s.cells) == maxCells {
			return false, &source.Error{Pos: s.pos(s.cells[0], ""), Found: fmt.Sprintf("a row of more than %d cells: no organogram is so wide", maxCells),
				Fix: "Check the separator and the ends of lines"}
		}
	}
}

// cell reads one cell and its separator; true where that ends the record.
func (s *scanner) cell(c *cell) bool {
	if s.at < len(s.text) && s.text[s.at] == '"' {
		if text, end, ok := s.quoted(); ok {
			for i := s.at; i < end; i++ {
				if s.text[i] == '\n' {
					s.line++
					s.bol = i + 1
				}
			}
			s.at = end
			rest, last := s.plain()
			if rest != "" {
				s.tell(*c, "goes on after its closing quote")
			}
			c.text = text + rest
			return last
		}
		s.tell(*c, "opens a quote that is not closed where a cell ends: the quote is read as a character")
	} else if s.quoteInside() {
		s.tell(*c, "has a quote in the middle: it is read as a character")
	}
	text, last := s.plain()
	c.text = text
	return last
}

func (s *scanner) tell(c cell, what string) {
	if s.broken != nil {
		s.broken(c, what)
	}
}

// plain takes what stands up to the next separator, and the separator.
func (s *scanner) plain() (text string, last bool) {
	for i := s.at; i < len(s.text); i++ {
		switch s.text[i] {
		case s.comma:
			text, s.at = s.text[s.at:i], i+1
			return text, false
		case '\n':
			text, s.at = s.text[s.at:i], i+1
			s.line++
			s.bol = s.at
			return strings.TrimSuffix(text, "\r"), true
		}
	}
	text, s.at = s.text[s.at:], len(s.text)
	return strings.TrimSuffix(text, "\r"), true
}

// quoteInside says that the plain cell at s.at has a quote in it.
func (s *scanner) quoteInside() bool {
	for i := s.at; i < len(s.text); i++ {
		switch s.text[i] {
		case s.comma, '\n':
			return false
		case '"':
			return true
		}
	}
	return false
}

// quoted reads the quoted part of the cell at s.at and gives where it ends; not ok where the
// opening quote is broken. A broken quote is scanned to the next single quote and no further,
// and between the two there is no other opening quote: all in all this takes linear time.
func (s *scanner) quoted() (text string, end int, ok bool) {
	from := s.at + 1
	doubled := false
	for i := from; ; {
		k := strings.IndexByte(s.text[i:], '"')
		if k < 0 {
			return "", 0, false
		}
		i += k + 1
		if i < len(s.text) && s.text[i] == '"' {
			doubled = true
			i++
			continue
		}
		text = s.text[from : i-1]
		if !s.separated(i) && strings.IndexByte(text, '\n') >= 0 {
			return "", 0, false
		}
		if doubled {
			text = strings.ReplaceAll(text, `""`, `"`)
		}
		return text, i, true
	}
}

// separated says that a cell may end at i.
func (s *scanner) separated(i int) bool {
	rest := s.text[i:]
	return rest == "" || rest[0] == s.comma || rest[0] == '\n' || rest == "\r" || strings.HasPrefix(rest, "\r\n")
}

// blank says that no cell of the record holds anything but space.
func blank(cells []cell) bool {
	for _, c := range cells {
		if strings.TrimSpace(c.text) != "" {
			return false
		}
	}
	return true
}
