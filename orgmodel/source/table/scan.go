package table

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/bits"
	"unsafe"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// A scanner splits a text into rows of cells as RFC 4180 and encoding/csv do, with two
// liberties that spreadsheets take: a quote inside a plain cell is a character, and what
// follows a closing quote up to the separator belongs to the cell. Empty lines are no rows.
type scanner struct {
	file    string
	buf     []byte // never changes: cells share its memory
	sep     byte
	maxCell int

	pos   int // where the next row begins
	stop  int // rows that begin here or later are not read
	line  int // its physical line, from 1
	row   row
	loose tally // quotes read with a liberty
}

// A row is one record; it is good until the next.
type row struct {
	cells []cell
	start int  // offset of its first byte
	line  int  // physical line of its first byte, from 1
	plain bool // one line, all ASCII: a column in runes is an offset
	lines bool // more than one physical line

	mark, column int // offset of the place last asked for, and its column
}

// A cell is its text without quotes, and the offset at which it begins, its quote included.
type cell struct {
	text string
	at   int
}

// maxCells bounds a row: no spreadsheet has more columns.
const maxCells = 1 << 14

func newScanner(file string, buf []byte, sep byte, maxCell int) *scanner {
	return &scanner{file: file, buf: buf, sep: sep, maxCell: maxCell, line: 1, stop: len(buf)}
}

func (s *scanner) str(lo, hi int) string {
	if lo >= hi {
		return ""
	}
	return unsafe.String(&s.buf[lo], hi-lo)
}

// next reads a row; false where there is none before stop.
func (s *scanner) next() (bool, error) {
	for s.pos < s.stop {
		switch {
		case s.buf[s.pos] == '\n':
			s.pos++
		case s.buf[s.pos] == '\r' && s.pos+1 == len(s.buf):
			s.pos++
			continue
		case s.buf[s.pos] == '\r' && s.buf[s.pos+1] == '\n':
			s.pos += 2
		default:
			return true, s.read()
		}
		s.line++
	}
	return false, nil
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// equal has the high bit set in each byte of w that equals the byte repeated in like.
func equal(w, like uint64) uint64 {
	w ^= like
	return ^((w&^highs + ^uint64(highs)) | w) & highs
}

// read splits the row at pos, eight bytes at a time while it has no quotes.
func (s *scanner) read() error {
	buf, sep := s.buf, s.sep
	seps, feeds, quotes := ones*uint64(sep), ones*uint64('\n'), ones*uint64('"')
	s.row.start, s.row.line = s.pos, s.line
	cells := s.row.cells[:0]
	from, all := s.pos, uint64(0)
	for i := s.pos; ; i += 8 {
		if len(cells) > maxCells {
			return s.tooWide(cells)
		}
		var w uint64
		if i+8 <= len(buf) {
			w = binary.LittleEndian.Uint64(buf[i:])
		} else {
			w = tail(buf[min(i, len(buf)):])
		}
		before := all
		all |= w
		for m := equal(w, seps) | equal(w, feeds) | equal(w, quotes); m != 0; m &= m - 1 {
			at := i + bits.TrailingZeros64(m)>>3
			if at >= len(buf) { // the feed that tail adds
				return s.end(cells, from, len(buf), len(buf), before|w&(1<<(uint(at-i)*8)-1))
			}
			switch buf[at] {
			case sep:
				cells = append(cells, cell{s.str(from, at), from})
				from = at + 1
			case '\n':
				return s.end(cells, from, at, at+1, before|w&(1<<(uint(at-i)*8)-1))
			default:
				s.row.cells = cells
				return s.readQuoted()
			}
		}
	}
}

// tail is the last bytes of a text, filled up with line feeds.
func tail(b []byte) uint64 {
	w := ones * uint64('\n')
	for i := len(b) - 1; i >= 0; i-- {
		w = w<<8 | uint64(b[i])
	}
	return w
}

// end closes a row of plain cells: the last one ends at to, the next row begins at next.
func (s *scanner) end(cells []cell, from, to, next int, all uint64) error {
	if to > from && s.buf[to-1] == '\r' {
		to--
	}
	s.row.cells = append(cells, cell{s.str(from, to), from})
	s.row.plain, s.row.lines = all&highs == 0, false
	s.row.mark, s.row.column = s.row.start, 1
	s.pos = next
	s.line++
	if len(s.row.cells) > maxCells {
		return s.tooWide(s.row.cells)
	}
	if next-s.row.start > s.maxCell {
		return s.limits()
	}
	return nil
}

// readQuoted splits the row again, one that has quotes somewhere.
func (s *scanner) readQuoted() error {
	cells := s.row.cells[:0]
	s.row.plain, s.row.lines = false, true
	i, text, err := s.row.start, "", error(nil)
	for {
		from := i
		if i < len(s.buf) && s.buf[i] == '"' {
			text, i, err = s.quoted(i)
		} else {
			text, i = s.bare(i)
		}
		cells = append(cells, cell{text, from})
		if err != nil {
			return err
		}
		if len(cells) > maxCells {
			return s.tooWide(cells)
		}
		if i < len(s.buf) && s.buf[i] == s.sep {
			i++
			continue
		}
		break
	}
	s.row.cells = cells
	if i < len(s.buf) && s.buf[i] == '\r' {
		i++
	}
	if i < len(s.buf) && s.buf[i] == '\n' {
		i++
	}
	feeds := bytes.Count(s.buf[s.row.start:i], []byte{'\n'})
	s.line += feeds
	s.row.lines = feeds > 1 || feeds == 1 && s.buf[i-1] != '\n'
	s.row.mark, s.row.column = s.row.start, 1
	if i == len(s.buf) && s.buf[i-1] != '\n' {
		s.line++
	}
	s.pos = i
	if i-s.row.start > s.maxCell {
		return s.limits()
	}
	return nil
}

// bare reads a cell without quotes around it from i on and gives where it ends.
func (s *scanner) bare(i int) (string, int) {
	from, loose := i, false
	for ; i < len(s.buf); i++ {
		if c := s.buf[i]; c == s.sep || s.feed(i) {
			break
		} else if c == '"' {
			loose = true
		}
	}
	if loose {
		s.liberty(from)
	}
	return s.str(from, i), i
}

// feed says that a row ends at i.
func (s *scanner) feed(i int) bool {
	if s.buf[i] == '\r' {
		i++
		return i == len(s.buf) || s.buf[i] == '\n'
	}
	return s.buf[i] == '\n'
}

// quoted reads a cell that begins with a quote at i and gives where it ends.
func (s *scanner) quoted(i int) (string, int, error) {
	open, lo := i, i+1
	var made []byte // what came before lo, where it is not as it stands
	for i = lo; ; {
		q := bytes.IndexByte(s.buf[i:], '"')
		if q < 0 {
			return "", len(s.buf), s.unclosed(open)
		}
		i += q
		if i+1 < len(s.buf) && s.buf[i+1] == '"' { // two quotes are one
			made = append(made, s.buf[lo:i+1]...)
			i += 2
			lo = i
			continue
		}
		break
	}
	text := s.str(lo, i)
	if made != nil {
		text = string(append(made, s.buf[lo:i]...))
	}
	i++
	if bytes.IndexByte(s.buf[open:i], '\r') >= 0 {
		text = string(bytes.ReplaceAll([]byte(text), []byte("\r\n"), []byte{'\n'}))
	}
	if i == len(s.buf) || s.buf[i] == s.sep || s.feed(i) {
		return text, i, nil
	}
	if bytes.IndexByte(s.buf[open:i], '\n') >= 0 {
		return "", i, s.unclosed(open)
	}
	rest, end := s.bareRest(i)
	s.liberty(open)
	return text + rest, end, nil
}

// liberty counts a cell with a quote where none belongs. Only the first are placed: finding
// the column of each cell of a long row would take the square of its length.
func (s *scanner) liberty(at int) {
	var p orgmodel.Pos
	if s.loose.n < len(s.loose.first) {
		p = s.place(at)
	}
	s.loose.add(p)
}

// bareRest is what follows a closing quote.
func (s *scanner) bareRest(i int) (string, int) {
	from := i
	for i < len(s.buf) && s.buf[i] != s.sep && !s.feed(i) {
		i++
	}
	return s.str(from, i), i
}

func (s *scanner) unclosed(open int) error {
	return &source.Error{Pos: s.place(open), Found: "the quote that opens this cell is never closed, or closes in the middle of another row",
		Fix: `Close it, or write a quote that is meant as a character as "" in a quoted cell`}
}

// tooWide is the error of a row with too many cells. The rest of the row is not split: cells
// take many times the room of their separators.
func (s *scanner) tooWide(cells []cell) error {
	s.row.cells = cells[:maxCells]
	s.row.mark, s.row.column = s.row.start, 1
	return &source.Error{Pos: s.place(s.row.start), Found: fmt.Sprintf("a row of more than %d cells: no table is so wide", maxCells),
		Fix: "Check the separator and the ends of lines"}
}

// limits is the error of a cell that is too long, if one is.
func (s *scanner) limits() error {
	for _, c := range s.row.cells {
		if len(c.text) > s.maxCell {
			return &source.LimitError{Pos: s.place(c.at), Limit: "Cell", Max: int64(s.maxCell), Option: "--max-cell"}
		}
	}
	return nil
}

// place is the position of an offset in the current row, without a field.
func (s *scanner) place(at int) orgmodel.Pos {
	line, column := s.row.where(s.buf, at)
	return orgmodel.Pos{File: s.file, Line: line, Column: column}
}

// where gives the physical line and the column in runes, both from 1, of an offset in the row.
func (r *row) where(buf []byte, at int) (line, column int) {
	if r.plain {
		return r.line, at - r.start + 1
	}
	if !r.lines {
		if at < r.mark {
			r.mark, r.column = r.start, 1
		}
		r.column += runes(buf[r.mark:at])
		r.mark = at
		return r.line, r.column
	}
	before := buf[r.start:at]
	line = r.line
	if n := bytes.Count(before, []byte{'\n'}); n > 0 {
		line += n
		before = before[bytes.LastIndexByte(before, '\n')+1:]
	}
	return line, runes(before) + 1
}

// runes is utf8.RuneCount for valid text: all bytes but those that continue a rune.
func runes(b []byte) int {
	n := len(b)
	for ; len(b) >= 8; b = b[8:] {
		w := binary.LittleEndian.Uint64(b)
		n -= bits.OnesCount64(w & (^w << 1) & highs)
	}
	for _, c := range b {
		if c&0xc0 == 0x80 {
			n--
		}
	}
	return n
}

// A tally counts places of one kind and remembers the first few.
type tally struct {
	n     int
	first [3]orgmodel.Pos
}

func (t *tally) add(at orgmodel.Pos) {
	if t.n < len(t.first) {
		t.first[t.n] = at
	}
	t.n++
}

// join adds what a later part of the file counted.
func (t *tally) join(u tally) {
	for i := 0; i < len(u.first) && i < u.n && t.n+i < len(t.first); i++ {
		t.first[t.n+i] = u.first[i]
	}
	t.n += u.n
}
