package native

import (
	"context"
	"fmt"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"go.yaml.in/yaml/v4"
)

// reader reads a file and what it includes into a Builder.
type reader struct {
	ctx    context.Context
	b      *orgmodel.Builder
	in     source.Input
	limits source.Limits
	notes  source.Notes

	bytes int64                // left of limits.Bytes
	read  map[string]bool      // files read, by path in the folder
	trail []string             // files in work, the outermost first
	met   map[stamp][]namesake // included files, where the folder can tell files apart

	kinds [17]orgmodel.KindCode // by section, and the code of no kind
	rels  map[string]*relationMet
	own   []*relationMet // those of rels that no rule knows, in order
	other int            // lines with relations beyond those kept
	names []string       // of included organisations
	rec   record         // the node in work
	said  record         // the line in work
	words []word
	asked map[string]string // misspelt, of relations met
	odd   [3]oddity         // nodes that are read and probably meant otherwise

	errs  Errors
	fatal error // ends the reading: a limit, a file that is not there, ctx
}

// read fills the records of a file and of what it includes into b. The error is a
// *source.Error where the file is no YAML or JSON at all, *Errors where what it says cannot be
// meant, a *source.LimitError where it is too large, and else ctx's or in's own.
func read(ctx context.Context, b *orgmodel.Builder, in source.Input) (source.Notes, error) {
	r := newReader(ctx, b, in)
	r.open(in.Name, "", in)
	if r.fatal != nil {
		return r.notes, r.fatal
	}
	if r.errs.Total > 0 {
		return r.notes, &r.errs
	}
	r.tellRelations()
	r.tellOddities()
	if r.notes.Rows == 0 {
		r.notes.Add(orgmodel.Pos{File: in.Name}, "The file has no node and no line.")
	}
	return r.notes, nil
}

func newReader(ctx context.Context, b *orgmodel.Builder, in source.Input) *reader {
	limits := in.Limits.Filled()
	return &reader{ctx: ctx, b: b, in: in, limits: limits, bytes: limits.Bytes,
		read: map[string]bool{}, rels: map[string]*relationMet{}, asked: map[string]string{}}
}

// A file is one file as it is read.
type file struct {
	*reader
	name string // in positions
	path string // in the folder; empty for the outermost

	source []byte // what is read, as UTF-8
	starts []int  // where its lines begin, once somebody has asked

	root *yaml.Node
	idOf map[string]string // by name in small letters, once somebody has asked
}

// pos is where a value stands.
func (f *file) pos(n *yaml.Node) orgmodel.Pos {
	return orgmodel.Pos{File: f.name, Line: n.Line, Column: n.Column}
}

// place is the same as a Builder keeps it.
func (f *file) place(n *yaml.Node, field string) orgmodel.Place {
	return orgmodel.Place{Line: int32(n.Line), Column: int32(n.Column), Field: f.b.FieldCode(field)}
}

// fault notes an error of meaning: what was found, and how to put it right.
func (f *file) fault(n *yaml.Node, fix, found string, args ...any) {
	if f.errs.Full() {
		return
	}
	f.errs.Add(&source.Error{Pos: f.pos(n), Found: fmt.Sprintf(found, args...), Fix: fix})
}

// stop ends the reading, for the first reason given.
func (r *reader) stop(err error) {
	if r.fatal == nil {
		r.fatal = err
	}
}

// count takes a node or a line into account; false where no more is to be read.
func (f *file) count(n *yaml.Node) bool {
	if f.notes.Rows++; f.notes.Rows > f.limits.Rows {
		f.stop(&source.LimitError{Pos: f.pos(n), Limit: "Rows", Max: int64(f.limits.Rows), Option: "--max-rows", Unit: "nodes and lines"})
	} else if f.notes.Rows&1023 == 0 {
		if err := f.ctx.Err(); err != nil {
			f.stop(err)
		}
	}
	return f.fatal == nil
}
