package orgtest_test

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/source"
)

// outline is a reader of a person a line, indented by tabs under the boss: as it should be, or
// with one fault.
func outline(fault string) source.Format {
	var memory atomic.Int32
	return source.Format{
		Name: "outline", Doc: "A person a line, indented by tabs under the boss.",
		Match: func(name string, head []byte) int {
			switch {
			case fault == "match panics" && len(head) == 0:
				panic("no head")
			case fault == "match beyond":
				return 11
			case fault == "match never":
				return 0
			case fault == "match writes" && len(head) > 0:
				head[0] = 'x'
			}
			if strings.HasSuffix(name, ".outline") {
				return 10
			}
			return 0
		},
		Read: func(ctx context.Context, b *orgmodel.Builder, in source.Input) (source.Notes, error) {
			if err := ctx.Err(); err != nil && fault != "deaf" {
				return source.Notes{}, err
			}
			data, err := in.ReadAll()
			switch {
			case err != nil && fault == "short" && !errors.Is(err, source.ErrLimit):
				data = data[:0]
			case fault == "no limit" && errors.Is(err, source.ErrLimit):
			case err != nil:
				return source.Notes{}, err
			}
			if fault == "forgets the size" && in.Size == 0 {
				data = nil
			}
			if fault == "remembers" && memory.Add(1) > 1 {
				data = append(data, "late\n"...)
			}
			return outlineRows(b, in.Name, string(data), fault)
		},
	}
}

// broken is an outline that is no outline.
func broken(name string, line int, found string) error {
	return &source.Error{Pos: orgmodel.Pos{File: name, Line: line}, Found: found, Fix: "Write a person a line, each one tab more than the boss."}
}

func outlineRows(b *orgmodel.Builder, file, text, fault string) (notes source.Notes, err error) {
	if strings.Contains(text, "\x00") {
		if fault == "panics" {
			panic("NUL")
		}
		return notes, broken(file, 0, "this is no text")
	}
	var above []orgmodel.ID
	rows := strings.Split(text, "\n")
	for i, row := range rows {
		name := strings.TrimLeft(strings.TrimSuffix(row, "\r"), "\t")
		if name == "" || fault == "loses a row" && name == "Di" || fault == "loses the last" && i == len(rows)-1 {
			continue
		}
		notes.Rows++
		depth := strings.Count(row, "\t")
		pos := orgmodel.Pos{File: file, Line: i + 1, Column: depth + 1}
		misplace(&pos, fault)
		if depth > len(above) {
			if fault == "nameless error" {
				file = ""
			}
			return notes, broken(file, i+1, "the row is indented too far")
		}
		id := orgmodel.ID(name)
		if fault == "own prefix" && b.Prefix != "" {
			id = "x" + id
		}
		b.Node(orgmodel.Node{ID: id, Kind: orgmodel.Person, Name: name, Pos: pos})
		if depth > 0 {
			b.Line(orgmodel.Line{From: id, Rel: orgmodel.ReportsTo, To: above[depth-1], Pos: pos})
		}
		above = append(above[:depth], id)
	}
	switch {
	case fault == "counts wrong":
		notes.Rows++
	case fault == "renumbers":
		b.Node(orgmodel.Node{ID: orgmodel.ID("row " + string(rune('0'+b.Len()))), Kind: orgmodel.Unit, Name: "Ada", Pos: orgmodel.Pos{File: file, Line: 1}})
	}
	if notes.Rows == 0 && fault != "silent" {
		return notes, broken(file, 0, "nobody is in it")
	}
	return notes, nil
}

func misplace(pos *orgmodel.Pos, fault string) {
	switch fault {
	case "other file":
		pos.File = "outline"
	case "off by one":
		pos.Line++
	case "no position":
		pos.Line = 0
	case "beyond the line":
		pos.Column += 40
	}
}

var team = orgtest.Sample{Name: "team.outline", Text: "Ada\n\tBo\n\t\tCy\n\n\tDi\nÉlodie", Rows: 5}

func TestProveFormat(t *testing.T) {
	silent(t, func(t testing.TB) { orgtest.ProveFormat(t, outline(""), team) })
	for fault, says := range map[string]string{
		"match panics":     "Match panics on empty: no head",
		"match beyond":     "Match gives 11 for the sample: want 0 to 10",
		"match never":      "Match gives 0 for it",
		"match writes":     "Match writes in the bytes it is shown",
		"deaf":             "its context has ended, and Read gives <nil>",
		"short":            "its stream fails half way, and Read gives",
		"no limit":         "want an error that is source.ErrLimit",
		"forgets the size": "read a byte at a time and without a size",
		"remembers":        "read again, it is another organisation",
		"panics":           "it panics: NUL",
		"nameless error":   "the error does not name the file team.outline",
		"loses a row":      "the notes count 4 data rows; it has 5",
		"loses the last":   "the notes count 4 data rows; it has 5",
		"counts wrong":     "the notes count 6 data rows; it has 5",
		"own prefix":       `with the prefix north/ the record Ada is north/xAda`,
		"renumbers":        "read after another file with which it shares no id",
		"silent":           "no error, no record and no note",
		"other file":       `stands in the file "outline": want "team.outline"`,
		"off by one":       "has neither its id nor its name",
		"no position":      "the record Ada stands on no line of the file",
		"beyond the line":  "stands in column 41 of line 1, which has 3 runes",
	} {
		fails(t, func(t testing.TB) { orgtest.ProveFormat(t, outline(fault), team) }, says)
		if t.Failed() {
			t.Fatalf("fault %s", fault)
		}
	}
}

// A row that nobody counted is lost where nothing tells of it; one that may be mute is not.
func TestProveFormatRows(t *testing.T) {
	uncounted := team
	uncounted.Rows = 0
	for _, fault := range []string{"loses a row", "loses the last"} {
		fails(t, func(t testing.TB) { orgtest.ProveFormat(t, outline(fault), uncounted) }, "is lost: no record, line or note stands there")
	}
	uncounted.Mute = func(line string) bool { return strings.Contains(line, "Di") }
	silent(t, func(t testing.TB) { orgtest.ProveFormat(t, outline("loses a row"), uncounted) })
}

// A reader that never comes back, throws away what others put into the Builder, or is none.
func TestProveFormatForm(t *testing.T) {
	fails(t, func(t testing.TB) { orgtest.ProveFormat(t, outline("")) }, "no sample to prove it by")
	fails(t, func(t testing.TB) { orgtest.ProveFormat(t, source.Format{Name: "a b"}, team) }, "name in kebab case", "no function Read")
	fails(t, func(t testing.TB) {
		orgtest.ProveFormat(t, outline(""), orgtest.Sample{Name: "x.outline", Text: "\t\tAda"})
	}, "the sample cannot be read", "indented too far")
	clearing := outline("")
	read := clearing.Read
	clearing.Read = func(ctx context.Context, b *orgmodel.Builder, in source.Input) (source.Notes, error) {
		if b.Len() > 0 {
			b.Org()
		}
		return read(ctx, b, in)
	}
	fails(t, func(t testing.TB) { orgtest.ProveFormat(t, clearing, team) }, "it changes that one's records")
	hanging := outline("")
	hanging.Read = func(ctx context.Context, b *orgmodel.Builder, in source.Input) (source.Notes, error) {
		if data, err := in.ReadAll(); err != nil || len(data) > 0 {
			return read(ctx, b, source.Input{Name: in.Name, Reader: strings.NewReader(string(data)), Limits: in.Limits})
		}
		select {}
	}
	fails(t, func(t testing.TB) { orgtest.ProveFormatWithin(t, time.Second, hanging, team) }, "empty: the reader does not come back")
}

// A reader that keeps something between files is told, even where it shows in files read at the
// same time only.
func TestProveFormatShares(t *testing.T) {
	shared := outline("")
	read := shared.Read
	var busy atomic.Bool
	shared.Read = func(ctx context.Context, b *orgmodel.Builder, in source.Input) (source.Notes, error) {
		if !busy.CompareAndSwap(false, true) {
			in.Reader = strings.NewReader("Eve\n")
		} else {
			defer busy.Store(false)
			time.Sleep(time.Millisecond)
		}
		return read(ctx, b, in)
	}
	fails(t, func(t testing.TB) { orgtest.ProveFormat(t, shared, team) }, "read by several goroutines at once", "come [+person Eve")
}
