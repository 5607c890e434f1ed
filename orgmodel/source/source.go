package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"

	"example.com/orgchart/orgmodel"
)

// A Format is one way in, as a value: to add one, write it and name it in the slice given to
// Load. Nothing is registered.
type Format struct {
	Name string // as in --from
	Doc  string // a sentence
	// Match says how well the format suits a file, from its name and its first bytes (up to
	// 64 KiB): 0 not at all, 1 as a last resort, 10 certainly. Load takes the best. A Format
	// without Match is read where File.Format names it.
	Match func(name string, head []byte) int
	// Read fills the records of one file into b. The error says that this is no such file at
	// all; what a row could not say is kept as an unreadable cell, and what was assumed stands
	// in the notes. Every data row becomes the Pos of at least one record or is named in the
	// notes.
	Read func(ctx context.Context, b *orgmodel.Builder, in Input) (Notes, error)
}

// An Input is one file to read.
type Input struct {
	Name   string // for positions and messages
	Reader io.Reader
	Size   int64 // bytes, as far as known; a hint
	Limits Limits
	Folder fs.FS // the folder of the file, for formats whose files include others; nil: none can be
}

// Notes are what a reader assumed and what it left out.
type Notes struct {
	Rows int // data rows met, blank ones not counted
	List []Note
}

// A Note is one thing assumed or left out, and where.
type Note struct {
	Pos  orgmodel.Pos
	Text string // a sentence
}

// Add appends a note.
func (n *Notes) Add(at orgmodel.Pos, format string, args ...any) {
	n.List = append(n.List, Note{at, fmt.Sprintf(format, args...)})
}

// Join appends the notes of another file.
func (n *Notes) Join(m Notes) {
	n.Rows += m.Rows
	n.List = append(n.List, m.List...)
}

// An Error says where a file could not be read, what was found and how to put it right.
type Error struct {
	Pos   orgmodel.Pos
	Found string // what is wrong, a sentence without a full stop
	Fix   string // how to put it right, a sentence
}

// Error is the position, what was found, and the fix.
func (e *Error) Error() string {
	s := e.Found
	if at := e.Pos.String(); at != "" {
		s = at + ": " + s
	}
	if e.Fix != "" {
		s += ". " + e.Fix
	}
	return s
}

// ErrLimit is what errors of exceeded limits are, by errors.Is.
var ErrLimit = errors.New("limit exceeded")

// A LimitError names the limit that a file exceeds and the option that raises it.
type LimitError struct {
	Pos    orgmodel.Pos
	Limit  string // the field of Limits: Bytes, Rows, Cell, Depth, Alias
	Max    int64
	Option string // of the command: --max-bytes
	Unit   string // what is counted; empty: the limit's own word, such as rows
}

var units = map[string]string{
	"Bytes": "bytes", "Rows": "rows", "Cell": "bytes in one cell", "Depth": "levels of nesting", "Alias": "values that aliases stand for",
}

// Error names the limit and the option.
func (e *LimitError) Error() string {
	unit := e.Unit
	if unit == "" {
		unit = units[e.Limit]
	}
	return fmt.Sprintf("%s: more than %d %s. Raise Limits.%s (option %s) if the file is meant to be so large", e.Pos, e.Max, unit, e.Limit, e.Option)
}

// Is makes every LimitError an ErrLimit.
func (e *LimitError) Is(target error) bool { return target == ErrLimit }

// Limits bound what a file may cost. 0 is the default, below 0 no limit.
type Limits struct {
	Bytes int64 // of a file with all that it includes; default 1 GiB
	Rows  int   // of a file, or nodes and lines; default 20,000,000
	Cell  int   // bytes of one cell or text; default 1 MiB
	Depth int   // levels of nesting; default 100, and never more than 100,000
	Alias int   // values that aliases stand for in one file; default 100,000
}

// Filled gives the limits with defaults in place of zeros and the largest number in place of
// none.
func (l Limits) Filled() Limits {
	fill := func(v, def int64) int64 {
		switch {
		case v == 0:
			return def
		case v < 0:
			return 1<<62 - 1
		}
		return v
	}
	whole := func(v int, def int64) int { return int(min(fill(int64(v), def), math.MaxInt)) }
	return Limits{
		Bytes: fill(l.Bytes, 1<<30), Rows: whole(l.Rows, 20_000_000), Cell: whole(l.Cell, 1<<20),
		Depth: whole(l.Depth, 100), Alias: whole(l.Alias, 100_000),
	}
}

// ReadAll reads a whole input within its byte limit.
func (in Input) ReadAll() ([]byte, error) {
	most := in.Limits.Filled().Bytes
	buf := make([]byte, 0, min(max(in.Size, 0), most, 1<<31)+512)
	for {
		n, err := in.Reader.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if int64(len(buf)) > most {
			return nil, &LimitError{Pos: orgmodel.Pos{File: in.Name}, Limit: "Bytes", Max: most, Option: "--max-bytes"}
		}
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", in.Name, err)
		}
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
	}
}
