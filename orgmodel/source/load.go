package source

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/folder"
)

// A File is one file for Load.
type File struct {
	Name   string
	Open   func() (io.ReadCloser, error)
	Size   int64  // a hint
	Prefix string // put before every id, to keep files apart whose ids overlap
	Format string // name of its format; empty: found by name and content
	Folder fs.FS  // its folder, for formats whose files include others; nil: none can be
}

// FromFS makes a File of each name in fsys.
func FromFS(fsys fs.FS, names ...string) []File {
	files := make([]File, len(names))
	for i, name := range names {
		files[i] = File{Name: name, Open: func() (io.ReadCloser, error) { return folder.Open(fsys, name) }}
		if dir, err := fs.Sub(fsys, path.Dir(name)); err == nil {
			files[i].Folder = dir
		}
		if st, err := fs.Stat(fsys, name); err == nil {
			files[i].Size = st.Size()
		}
	}
	return files
}

// Load reads files into one organisation; ids join across files. Organisation is named after
// the first file that names it.
func Load(ctx context.Context, formats []Format, limits Limits, files ...File) (*orgmodel.Org, Notes, error) {
	var b orgmodel.Builder
	var notes Notes
	for _, f := range files {
		n, err := loadOne(ctx, &b, formats, limits, f)
		notes.Join(n)
		if err != nil {
			return nil, notes, err
		}
	}
	return b.Org(), notes, nil
}

func loadOne(ctx context.Context, b *orgmodel.Builder, formats []Format, limits Limits, f File) (Notes, error) {
	r, err := f.Open()
	if err != nil {
		return Notes{}, err
	}
	defer r.Close()
	br := bufio.NewReaderSize(r, 64<<10)
	head, err := br.Peek(64 << 10)
	if err != nil && err != io.EOF {
		return Notes{}, fmt.Errorf("%s: %w", f.Name, err)
	}
	format, err := choose(formats, f, head)
	if err != nil {
		return Notes{}, err
	}
	b.Prefix = f.Prefix
	b.File(f.Name)
	return format.Read(ctx, b, Input{Name: f.Name, Reader: br, Size: f.Size, Limits: limits, Folder: f.Folder})
}

// choose finds the format of a file.
func choose(formats []Format, f File, head []byte) (Format, error) {
	var names []string
	best, most := -1, 0
	for i, fm := range formats {
		names = append(names, fm.Name)
		if f.Format != "" {
			if fm.Name == f.Format {
				return fm, nil
			}
		} else if fm.Match == nil {
			continue // is read where it is named
		} else if m := fm.Match(f.Name, head); m > most {
			best, most = i, m
		}
	}
	at := orgmodel.Pos{File: f.Name}
	switch {
	case len(formats) == 0:
		return Format{}, &Error{at, "there is no format to read it with", "Give Load the formats that it may have."}
	case f.Format != "":
		return Format{}, &Error{at, fmt.Sprintf("%q is no format", f.Format), "Name one of these: " + strings.Join(names, ", ") + "."}
	case best >= 0:
		return formats[best], nil
	case len(head) == 0:
		return Format{}, &Error{at, "the file is empty", "Give one with records in it."}
	}
	return Format{}, &Error{at, "no format fits the file's name and content", "If it has one of these nevertheless, name it (--from): " + strings.Join(names, ", ") + "."}
}
