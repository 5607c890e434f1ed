package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"example.com/orgchart/internal/demo"
	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/organogram"
	"example.com/orgchart/orgmodel/source/table"
	"github.com/spf13/cobra"
)

// input is how an organisation comes in: the flags that check and draw share.
type input struct {
	from     string
	prefix   bool
	mapping  []string
	asOf     string
	quiet    bool
	maxBytes int64
	maxRows  int
	maxCell  int
}

func (in *input) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&in.from, "from", "", "`format` of the files: table or organogram (default: by name and content)")
	f.StringArrayVar(&in.mapping, "map", nil, "what a column of a table means, as `HEADER=MEANING`, such as \"Chef=manager\"; may be repeated")
	f.BoolVar(&in.prefix, "prefix", false, "keep files apart whose ids overlap: put each file's name before its ids")
	f.StringVar(&in.asOf, "as-of", "today", "the `day` to look at: YYYY-MM-DD, today, or none")
	f.BoolVar(&in.quiet, "quiet", false, "leave out what was assumed while reading")
	f.Int64Var(&in.maxBytes, "max-bytes", 0, "largest file read, in bytes (default 1 GiB)")
	f.IntVar(&in.maxRows, "max-rows", 0, "most rows read from a file (default 20,000,000)")
	f.IntVar(&in.maxCell, "max-cell", 0, "longest cell read, in bytes (default 1 MiB)")
}

// load reads the files named, or the demonstration organisation where none is.
func (in *input) load(ctx context.Context, s streams, names []string) (*orgmodel.Org, source.Notes, error) {
	day, err := in.day()
	if err != nil {
		return nil, source.Notes{}, err
	}
	if len(names) == 0 {
		if !in.quiet {
			fmt.Fprintln(s.err, "No file given: this is the demonstration organisation. Try 'orgchart check people.csv'.")
		}
		o := orgmodel.New(demo.Spec())
		return o.At(day), source.Notes{}, nil
	}
	formats, err := in.formats()
	if err != nil {
		return nil, source.Notes{}, err
	}
	files := make([]source.File, len(names))
	for i, name := range names {
		if files[i], err = in.file(s, name); err != nil {
			return nil, source.Notes{}, err
		}
	}
	size := int64(0)
	for _, f := range files {
		size += f.Size
	}
	tune(size)
	limits := source.Limits{Bytes: in.maxBytes, Rows: in.maxRows, Cell: in.maxCell}
	o, notes, err := source.Load(ctx, formats, limits, files...)
	if err != nil {
		return nil, notes, err
	}
	in.tell(s, notes)
	return o.At(day), notes, nil
}

func (in *input) formats() ([]source.Format, error) {
	mapping, err := table.ParseMapping(in.mapping...)
	if err != nil {
		return nil, fmt.Errorf("--map %w", err)
	}
	reader := table.Reader{Mapping: mapping}
	return []source.Format{organogram.Format(), reader.Format()}, nil
}

func (in *input) file(s streams, name string) (source.File, error) {
	f := source.File{Name: name, Format: in.from}
	if name == "-" {
		f.Name = "standard input"
		f.Open = func() (io.ReadCloser, error) { return nopCloser{s.in}, nil }
		return f, nil
	}
	st, err := os.Stat(name)
	if err != nil {
		return f, fmt.Errorf("%s: there is no such file", name)
	}
	if st.IsDir() {
		return f, fmt.Errorf("%s is a folder: name the files in it, such as %s", name, filepath.Join(name, "*.csv"))
	}
	f.Size = st.Size()
	f.Open = func() (io.ReadCloser, error) { return os.Open(name) }
	if in.prefix {
		base := filepath.Base(name)
		f.Prefix = strings.TrimSuffix(base, filepath.Ext(base)) + ":"
	}
	return f, nil
}

type nopCloser struct{ io.Reader }

func (nopCloser) Close() error { return nil }

// day is the day asked for; the zero Date for none.
func (in *input) day() (orgmodel.Date, error) {
	switch in.asOf {
	case "today", "":
		return orgmodel.DateOf(time.Now()), nil
	case "none":
		return orgmodel.Date{}, nil
	}
	d, err := orgmodel.ParseDate(in.asOf)
	if err != nil {
		return d, fmt.Errorf("--as-of %w, today, or none", err)
	}
	return d, nil
}

// most is how many notes are told; --format json has all of them.
const most = 20

func (in *input) tell(s streams, notes source.Notes) {
	if in.quiet {
		return
	}
	for i, n := range notes.List {
		if i == most {
			fmt.Fprintf(s.err, "note: and %d more\n", len(notes.List)-most)
			return
		}
		at := n.Pos.String()
		if at != "" {
			at += ": "
		}
		fmt.Fprintf(s.err, "note: %s\n", text.Clean(at+n.Text))
	}
}
