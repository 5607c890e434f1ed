package source_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// words is a format of one id a line.
func words(name string, match int) source.Format {
	return source.Format{
		Name:  name,
		Match: func(string, []byte) int { return match },
		Read: func(_ context.Context, b *orgmodel.Builder, in source.Input) (source.Notes, error) {
			data, err := in.ReadAll()
			if err != nil {
				return source.Notes{}, err
			}
			var n source.Notes
			for i, id := range strings.Fields(string(data)) {
				n.Rows++
				b.Node(orgmodel.Node{ID: orgmodel.ID(id), Kind: orgmodel.Kind(name), Pos: orgmodel.Pos{File: in.Name, Line: i + 1}})
			}
			n.Add(orgmodel.Pos{File: in.Name}, "read as %s", name)
			return n, nil
		},
	}
}

func TestLoadJoinsFilesAndPrefixesKeepThemApart(t *testing.T) {
	fsys := fstest.MapFS{"a": {Data: []byte("x y")}, "b": {Data: []byte("y z")}}
	files := source.FromFS(fsys, "a", "b")
	formats := []source.Format{words("last", 1), words("best", 5), words("worse", 3)}
	o, notes, err := source.Load(context.Background(), formats, source.Limits{}, files...)
	if err != nil {
		t.Fatal(err)
	}
	if y, ok := o.Find("y"); !ok || o.Kind(y) != "best" || o.Pos(y).File != "a" {
		t.Errorf("y is %+v", o.Node(y))
	}
	if notes.Rows != 4 || len(notes.List) != 2 {
		t.Errorf("%+v", notes)
	}
	files[1].Prefix = "b:"
	files[1].Format = "last"
	o, _, err = source.Load(context.Background(), formats, source.Limits{}, files...)
	if err != nil {
		t.Fatal(err)
	}
	if y, ok := o.Find("b:y"); !ok || o.Kind(y) != "last" {
		t.Error("the prefix is not put before the ids of its file")
	}
	for range o.Repeats() {
		t.Error("the files still join")
	}
}

func TestLoadErrors(t *testing.T) {
	fsys := fstest.MapFS{"a": {Data: []byte("x y")}}
	formats := []source.Format{words("one", 0), words("two", 0)}
	ctx := context.Background()
	_, _, err := source.Load(ctx, formats, source.Limits{}, source.FromFS(fsys, "a")...)
	var e *source.Error
	if !errors.As(err, &e) || !strings.Contains(err.Error(), "one, two") {
		t.Error(err)
	}
	f := source.FromFS(fsys, "a")
	f[0].Format = "three"
	if _, _, err = source.Load(ctx, formats, source.Limits{}, f...); err == nil || !strings.Contains(err.Error(), `"three" is no format`) {
		t.Error(err)
	}
	if _, _, err = source.Load(ctx, []source.Format{{Name: "named"}}, source.Limits{}, source.FromFS(fsys, "a")...); err == nil || !strings.Contains(err.Error(), "no format fits") {
		t.Error(err)
	}
	empty := source.FromFS(fstest.MapFS{"e": {}}, "e")
	if _, _, err = source.Load(ctx, formats, source.Limits{}, empty...); err == nil || !strings.Contains(err.Error(), "the file is empty") {
		t.Error(err)
	}
	f[0].Format = "one"
	_, _, err = source.Load(ctx, formats, source.Limits{Bytes: 2}, f...)
	var le *source.LimitError
	if !errors.As(err, &le) || !errors.Is(err, source.ErrLimit) || !strings.Contains(err.Error(), "--max-bytes") {
		t.Error(err)
	}
	if _, _, err = source.Load(ctx, formats, source.Limits{}, source.FromFS(fsys, "missing")...); err == nil {
		t.Error("a missing file is no error")
	}
}

// A file of an fs.FS has its folder, and no limit is without words.
func TestFoldersAndLimits(t *testing.T) {
	fsys := fstest.MapFS{"d/e/a": {Data: []byte("x")}, "d/e/b": {Data: []byte("y")}, "c": {Data: []byte("z")}}
	for name, beside := range map[string]string{"d/e/a": "b", "c": "d/e/b"} {
		if _, err := fs.ReadFile(source.FromFS(fsys, name)[0].Folder, beside); err != nil {
			t.Errorf("%s beside %s: %v", beside, name, err)
		}
	}
	var seen fs.FS
	format := source.Format{Name: "x", Match: func(string, []byte) int { return 1 }, Read: func(_ context.Context, _ *orgmodel.Builder, in source.Input) (source.Notes, error) {
		seen = in.Folder
		return source.Notes{}, nil
	}}
	if _, _, err := source.Load(context.Background(), []source.Format{format}, source.Limits{}, source.FromFS(fsys, "c")...); err != nil || seen == nil {
		t.Error("the reader is not given the folder", err)
	}
	for limit, words := range map[string]string{"Bytes": "3 bytes.", "Rows": "3 rows.", "Cell": "3 bytes in one cell.", "Depth": "3 levels of nesting.", "Alias": "3 values that aliases stand for."} {
		if err := (&source.LimitError{Limit: limit, Max: 3}); !strings.Contains(err.Error(), "more than "+words) {
			t.Error(err)
		}
	}
	if err := (&source.LimitError{Limit: "Rows", Max: 3, Unit: "nodes"}); !strings.Contains(err.Error(), "more than 3 nodes.") {
		t.Error(err)
	}
	if l := (source.Limits{Depth: -1, Alias: 7}).Filled(); l.Depth < 1<<30 || l.Alias != 7 || (source.Limits{}).Filled().Depth != 100 || (source.Limits{}).Filled().Alias != 100_000 {
		t.Errorf("%+v", l)
	}
}

func TestReadAllKeepsTheReadersError(t *testing.T) {
	in := source.Input{Name: "x", Reader: io.MultiReader(strings.NewReader("abc"), broken{})}
	if _, err := in.ReadAll(); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error(err)
	}
	in = source.Input{Name: "x", Reader: strings.NewReader(strings.Repeat("x", 100_000)), Limits: source.Limits{Bytes: -1}}
	if b, err := in.ReadAll(); err != nil || len(b) != 100_000 {
		t.Error(len(b), err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
