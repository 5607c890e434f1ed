package table

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"math"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// A Reader reads tables. The zero Reader finds everything out by itself; its fields say what
// it cannot know. A Reader is not changed by reading and may serve many goroutines.
type Reader struct {
	// Separator between cells: a single ASCII character that is no quote and no line end.
	// 0 is the one of comma, semicolon, tab and bar that the first rows agree with best.
	Separator byte

	// Encoding is one of Encodings; empty: found by byte order mark and content.
	Encoding string

	// Mapping says what columns mean whose headers the reader does not know or takes wrongly.
	Mapping Mapping

	halvesFrom int // for tests: bytes of rows from which a file is read in two parts
}

// Read reads one table into an organisation of its own, as the zero Reader does. Name is for
// positions and messages.
func Read(name string, r io.Reader) (*orgmodel.Org, source.Notes, error) {
	var b orgmodel.Builder
	notes, err := Reader{}.Read(context.Background(), &b, source.Input{Name: name, Reader: r, Size: size(r)})
	if err != nil {
		return nil, notes, err
	}
	return b.Org(), notes, nil
}

// size is how many bytes r has, as far as it says.
func size(r io.Reader) int64 {
	switch r := r.(type) {
	case interface{ Len() int }:
		return int64(r.Len())
	case interface{ Stat() (fs.FileInfo, error) }:
		if st, err := r.Stat(); err == nil {
			return st.Size()
		}
	}
	return 0
}

// Read fills the records of a table into b. The error says that the input is no table that
// can be read, or that a limit is exceeded (a *source.LimitError); b is then not to be used.
func (rd Reader) Read(ctx context.Context, b *orgmodel.Builder, in source.Input) (source.Notes, error) {
	var notes source.Notes
	mapping, err := rd.Mapping.folded()
	if err != nil {
		return notes, err
	}
	if rd.Separator == '"' || rd.Separator == '\n' || rd.Separator == '\r' || rd.Separator >= 0x80 {
		return notes, fmt.Errorf("separator %q: want one ASCII character that is no quote and no line end", rd.Separator)
	}
	raw, err := in.ReadAll()
	if err != nil {
		return notes, err
	}
	if len(raw) > math.MaxUint32 {
		return notes, &source.LimitError{Pos: orgmodel.Pos{File: in.Name}, Limit: "Bytes", Max: math.MaxUint32, Option: "--max-bytes"}
	}
	text, err := rd.text(in.Name, raw, &notes)
	if err != nil {
		return notes, err
	}
	b.File(in.Name)
	t, err := rd.open(in.Name, text, mapping, in.Limits.Filled(), &notes)
	if err != nil {
		return notes, err
	}
	f := newFiller(b, t, in, &notes)
	f.halvesFrom = rd.halvesFrom
	if err := f.run(ctx); err != nil {
		return notes, err
	}
	return notes, nil
}
