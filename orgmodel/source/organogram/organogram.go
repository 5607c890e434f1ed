package organogram

import (
	"context"
	"io"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/internal/decode"
)

// A Reader reads one file of an organogram, of senior or of junior posts. The zero Reader is
// ready; it has no options yet.
type Reader struct{}

// Read fills the records of one file into b; whether its posts are senior or junior, its
// header says. Files that are read into one Builder join by the references of their posts.
// The error is a *source.Error where the file is no organogram, a *source.LimitError where it
// is too large, and else ctx's or in's own.
func (Reader) Read(ctx context.Context, b *orgmodel.Builder, in source.Input) (source.Notes, error) {
	var notes source.Notes
	s, err := open(ctx, b, in, &notes)
	if err != nil {
		return notes, err
	}
	b.File(in.Name)
	f := newFiller(s, b)
	if s.template == senior {
		err = f.readSenior(ctx)
	} else {
		err = f.readJunior(ctx)
	}
	return notes, err
}

// Format is the format "organogram" for source.Load. It matches, certainly, a table whose
// header has the columns by which the published template tells senior or junior posts; names
// of files do not matter.
func Format() source.Format {
	return source.Format{
		Name:  "organogram",
		Doc:   "organograms of the United Kingdom's government: CSV of senior posts and of junior posts",
		Match: match,
		Read:  Reader{}.Read,
	}
}

func match(_ string, head []byte) int {
	text, _, err := decode.UTF8(head)
	if err != nil {
		return 0
	}
	for _, sep := range separators {
		h, ok, err := scanner{text: lines(text), line: 1, most: len(text)}.header(sep.char)
		if !ok || err != nil {
			return 0
		}
		if _, lacks := recognise(h.cells); len(lacks) == 0 {
			return 10
		}
	}
	return 0
}

// Read reads an organisation from its file of senior posts and its file of junior posts;
// either may be nil, and the files may be given in the other order. Positions bear the names
// of the readers where they have one, as an *os.File does, else "senior" and "junior". For
// several bodies, other limits or an fs.FS give Format to source.Load.
func Read(ctx context.Context, senior, junior io.Reader) (*orgmodel.Org, source.Notes, error) {
	var files []source.File
	for i, r := range []io.Reader{senior, junior} {
		if r == nil {
			continue
		}
		name := [...]string{"senior", "junior"}[i]
		if f, ok := r.(interface{ Name() string }); ok {
			name = f.Name()
		}
		files = append(files, source.File{Name: name, Format: "organogram", Open: func() (io.ReadCloser, error) { return io.NopCloser(r), nil }})
	}
	return source.Load(ctx, []source.Format{Format()}, source.Limits{}, files...)
}
