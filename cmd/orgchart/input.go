package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"example.com/orgchart/internal/demo"
	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/formats"
	"example.com/orgchart/orgmodel/source/table"
	"github.com/spf13/cobra"
)

// input is how an organisation comes in: the flags that check, draw and ask share.
type input struct {
	from     string
	prefix   bool
	mapping  []string
	asOf     string
	quiet    bool
	maxBytes int64
	maxRows  int
	maxCell  int
	maxDepth int
	maxAlias int
	assumed  assuming
	try      string   // what to try where no file is given; empty is check
	included []string // files that were opened because one of those named includes them
}

func (in *input) flags(cmd *cobra.Command) {
	in.reading(cmd)
	cmd.Flags().StringVar(&in.asOf, "as-of", "today", "the `day` to look at: YYYY-MM-DD, today, or none")
	complete(cmd, "as-of", "today", "none")
}

// reading are the flags for what is read, whatever the day.
func (in *input) reading(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&in.from, "from", "", "`format` of the files: native, table or organogram (default: by name and content)")
	f.StringArrayVar(&in.mapping, "map", nil, "what a column of a table means, as `HEADER=MEANING`, such as \"Chef=manager\"; one --map a column")
	f.BoolVar(&in.prefix, "prefix", false, "keep files apart whose ids overlap: put each file's name before its ids")
	f.BoolVar(&in.quiet, "quiet", false, "leave out what was assumed while reading")
	in.assumed.flags(cmd)
	in.limits(cmd)
	complete(cmd, "from", "native", "table", "organogram")
	var meanings []string
	for _, m := range table.Fields() {
		meanings = append(meanings, string(m))
	}
	cmd.Long += "\n\nA column of a table means, by its header or by --map, one of\n" + wrapped(meanings, 80)
}

// limits are the flags for what a file may cost.
func (in *input) limits(cmd *cobra.Command) {
	f := cmd.Flags()
	f.Int64Var(&in.maxBytes, "max-bytes", 0, "largest file read, with what it includes, in bytes (default 1 GiB)")
	f.IntVar(&in.maxRows, "max-rows", 0, "most rows, or nodes and lines, read from a file (default 20,000,000)")
	f.IntVar(&in.maxCell, "max-cell", 0, "longest cell or text read, in bytes (default 1 MiB)")
	f.IntVar(&in.maxDepth, "max-depth", 0, "most levels of nesting in a YAML or JSON file (default 100)")
	f.IntVar(&in.maxAlias, "max-alias", 0, "most values that aliases of a YAML file stand for (default 100,000)")
}

// within is what those flags say.
func (in *input) within() source.Limits {
	return source.Limits{Bytes: in.maxBytes, Rows: in.maxRows, Cell: in.maxCell, Depth: in.maxDepth, Alias: in.maxAlias}
}

// wrapped lists words in lines of at most width.
func wrapped(words []string, width int) string {
	var b strings.Builder
	at := 0
	for i, w := range words {
		if i < len(words)-1 {
			w += ","
		}
		switch {
		case i == 0:
		case at+1+len(w) > width:
			b.WriteByte('\n')
			at = 0
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(w)
		at += len(w)
	}
	return b.String() + "."
}

// misused says what of the flags makes no sense, before anything is read.
func (in *input) misused() error {
	if _, err := in.day(); err != nil {
		return err
	}
	_, err := in.formats()
	return err
}

// load reads the files named, or the demonstration organisation where none is.
func (in *input) load(ctx context.Context, s streams, names []string) (*orgmodel.Org, source.Notes, error) {
	day, err := in.day()
	if err != nil {
		return nil, source.Notes{}, err
	}
	classifier, err := in.assumed.classifier()
	if err != nil {
		return nil, source.Notes{}, err
	}
	if len(names) == 0 {
		if !in.quiet {
			try := in.try
			if try == "" {
				try = "orgchart check people.csv"
			}
			fmt.Fprintf(s.err, "No file given: this is the demonstration organisation. Try '%s'.\n", try)
		}
		return in.assume(s, classifier, demo.Org().At(day)), source.Notes{}, nil
	}
	all, err := in.formats()
	if err != nil {
		return nil, source.Notes{}, err
	}
	files := make([]source.File, len(names))
	for i, name := range names {
		if slices.ContainsFunc(names[:i], func(n string) bool { return filepath.Clean(n) == filepath.Clean(name) }) {
			return nil, source.Notes{}, fmt.Errorf("%s is given twice", called(name))
		}
		if files[i], err = in.file(s, name); err != nil {
			return nil, source.Notes{}, err
		}
	}
	if in.prefix {
		prefix(files)
	}
	size := int64(0)
	for _, f := range files {
		size += f.Size
	}
	tune(size)
	o, notes, err := source.Load(ctx, all, in.within(), files...)
	if err != nil {
		return nil, notes, err
	}
	// What reading left over is used again: fresh pages cost more than a collection.
	runtime.GC()
	in.tell(s, notes)
	if o.Len() == 0 && o.Lines() == 0 {
		return nil, notes, empty(names)
	}
	return in.assume(s, classifier, o.At(day)), notes, nil
}

// empty says that files hold nothing: an export that broke must not pass for one without faults.
func empty(names []string) error {
	which := called(names[0])
	if more := len(names) - 1; more > 0 {
		which += fmt.Sprintf(" and %d more", more)
	}
	return fmt.Errorf("no record in %s: nothing to check, draw or ask", which)
}

func (in *input) formats() ([]source.Format, error) {
	mapping, err := table.ParseMapping(in.mapping...)
	if err != nil {
		return nil, fmt.Errorf("--map %w", err)
	}
	all := formats.With(table.Reader{Mapping: mapping})
	if in.from != "" && !slices.ContainsFunc(all, func(f source.Format) bool { return f.Name == in.from }) {
		return nil, fmt.Errorf("--from %q is no format: want native, table or organogram", in.from)
	}
	return all, nil
}

// called is what a file is called in messages.
func called(name string) string {
	if name == "-" {
		return "standard input"
	}
	return name
}

// prefix gives each file one of its own: its name without folder and ending, or, where two
// files share that, its name as given.
func prefix(files []source.File) {
	short := func(f source.File) string {
		base := filepath.Base(f.Name)
		return strings.TrimSuffix(base, filepath.Ext(base))
	}
	shared := map[string]int{}
	for _, f := range files {
		shared[short(f)]++
	}
	for i, f := range files {
		name := short(f)
		if shared[name] > 1 {
			name = f.Name
		}
		files[i].Prefix = name + ":"
	}
}

func (in *input) file(s streams, name string) (source.File, error) {
	f := source.File{Name: name, Format: in.from}
	if name == "-" {
		f.Name = called(name)
		f.Open = func() (io.ReadCloser, error) { return nopCloser{s.in}, nil }
		return f, nil
	}
	st, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) && in.assumed.asked() && in.assumed.sets == usualTitles && language(name) != "" && len(name) == 2 {
		return f, fmt.Errorf("%s: there is no such file; for a language write --assume-roles=%s", name, name)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return f, noFile(name, errors.New("there is no such file"))
	}
	if err != nil {
		return f, noFile(name, cause(err))
	}
	if st.IsDir() {
		return f, fmt.Errorf("%s is a folder: name the files in it, such as %s", name, filepath.Join(name, "*.csv"))
	}
	f.Size = st.Size()
	f.Open = func() (io.ReadCloser, error) {
		r, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("cannot read %s: %w", name, cause(err))
		}
		return r, nil
	}
	f.Folder = folder{filepath.Dir(name), in}
	return f, nil
}

// A folder is one on disk, in which a file finds what it includes and which nothing leads out
// of, no symbolic link either. It tells the input what was opened.
type folder struct {
	dir string
	in  *input
}

func (f folder) Open(name string) (fs.File, error) {
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	f.in.included = append(f.in.included, filepath.Join(f.dir, filepath.FromSlash(name)))
	return root.Open(name)
}

// Stat lets a reader see what a file is before it opens it: a pipe would keep it waiting.
func (f folder) Stat(name string) (fs.FileInfo, error) {
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return root.Stat(name)
}

type nopCloser struct{ io.Reader }

func (nopCloser) Close() error { return nil }

// day is the day asked for; the zero Date for none.
func (in *input) day() (orgmodel.Date, error) { return dayOf(in.asOf, time.Now()) }

// dayOf is the day that --as-of names.
func dayOf(s string, now time.Time) (orgmodel.Date, error) {
	switch s {
	case "today", "":
		return orgmodel.DateOf(now), nil
	case "none":
		return orgmodel.Date{}, nil
	}
	d, err := orgmodel.ParseDate(s)
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
