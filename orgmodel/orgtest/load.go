package orgtest

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/formats"
)

// Load reads one organisation from files, whose paths start in the folder of the test. It fails
// t at once, in the reader's words, where a file cannot be read; what the reader assumed is in
// the log of a failing or a verbose test.
func Load(t testing.TB, files ...string) *orgmodel.Org {
	t.Helper()
	return Source{Files: files}.Load(t)
}

// On is the organisation as seen on a day, written 2026-04-01. It fails t at once where that is
// no day.
func On(t testing.TB, org *orgmodel.Org, day string) *orgmodel.Org {
	t.Helper()
	d, err := orgmodel.ParseDate(day)
	if err != nil {
		t.Fatalf("the day of the organisation: %v", err)
	}
	return org.At(d)
}

// A Source says what Load reads, and how.
type Source struct {
	Files []string // of one organisation
	FS    fs.FS    // holds the files; nil means the folder of the test, and paths may lead out of it
	AsOf  string   // the day it is seen on, as 2026-04-01; empty means on no day
	// Formats are those that the files may have; nil means every one this library reads.
	Formats []source.Format
	Limits  source.Limits
}

// Load is the organisation. It fails t at once where that cannot be read.
func (s Source) Load(t testing.TB) *orgmodel.Org {
	t.Helper()
	if len(s.Files) == 0 {
		t.Fatalf("no file to read an organisation from: name one, such as testdata/org.csv")
	}
	files := onDisk(s.Files)
	if s.FS != nil {
		files = source.FromFS(s.FS, s.Files...)
	}
	read := s.Formats
	if read == nil {
		read = formats.All()
	}
	org, notes, err := source.Load(context.Background(), read, s.Limits, files...)
	if err != nil {
		t.Fatalf("the organisation cannot be read:\n%s%s", indent(err.Error()), here(s.FS, err))
	}
	if len(notes.List) > 0 {
		t.Logf("reading %s assumed:\n%s", strings.Join(s.Files, ", "), indent(noted(notes)))
	}
	if s.AsOf != "" {
		org = On(t, org, s.AsOf)
	}
	return org
}

func onDisk(names []string) []source.File {
	files := make([]source.File, len(names))
	for i, name := range names {
		files[i] = source.File{
			Name: name, Folder: os.DirFS(filepath.Dir(name)),
			Open: func() (io.ReadCloser, error) { return os.Open(name) },
		}
		if st, err := os.Stat(name); err == nil {
			files[i].Size = st.Size()
		}
	}
	return files
}

// here says where a missing file was looked for, which is not where go test was started.
func here(fsys fs.FS, err error) string {
	dir, wdErr := os.Getwd()
	if fsys != nil || wdErr != nil || !os.IsNotExist(err) {
		return ""
	}
	return "\n    Paths start in the folder of the test: " + dir
}

// noted are notes, one a line.
func noted(notes source.Notes) string {
	var b strings.Builder
	for i, n := range notes.List {
		if i == shown {
			fmt.Fprintf(&b, "and %d more notes, %d in all", len(notes.List)-i, len(notes.List))
			break
		}
		if at := n.Pos.String(); at != "" {
			b.WriteString(at + ": ")
		}
		b.WriteString(n.Text + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}
