package native

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/internal/decode"
	"go.yaml.in/yaml/v4"
)

// open reads one file with all that it includes. Path is its place in the folder, empty for
// the file that was named to the reader.
func (r *reader) open(name, at string, in source.Input) {
	in.Limits.Bytes = max(r.bytes, 1)
	raw, err := in.ReadAll()
	var over *source.LimitError
	if errors.As(err, &over) {
		over.Max, over.Unit = r.limits.Bytes, "bytes"
		if at != "" {
			over.Unit = "bytes with what is included"
		}
	}
	if err != nil {
		r.stop(err)
		return
	}
	r.bytes -= int64(len(raw))
	text, encoding, err := decode.UTF8(raw)
	if err != nil {
		r.stop(&source.Error{Pos: orgmodel.Pos{File: name}, Found: err.Error()})
		return
	}
	if encoding != decode.Plain {
		r.notes.Add(orgmodel.Pos{File: name}, "Read as %s.", encoding)
	}
	root, err := r.parse(name, text)
	if err != nil {
		r.stop(err)
		return
	}
	f := &file{reader: r, name: name, path: at, source: text}
	if f.path == "" {
		f.path = path.Base(slashed(name))
	}
	r.read[f.path] = true
	r.trail = append(r.trail, f.path)
	f.document(root)
	r.trail = r.trail[:len(r.trail)-1]
}

// parse gives the tree of a text, with what its aliases name in their places.
func (r *reader) parse(name string, text []byte) (*yaml.Node, error) {
	if err := r.ctx.Err(); err != nil {
		return nil, err
	}
	root, err := parse(name, text, r.limits)
	if err == nil && bytes.IndexByte(text, '*') >= 0 {
		err = yamltext.Unfold(name, root, r.limits)
	}
	return root, err
}

// parse gives the tree of a text: as JSON where the name or the beginning says so.
func parse(name string, text []byte, limits source.Limits) (*yaml.Node, error) {
	switch {
	case len(bytes.TrimLeft(text, " \t\r\n")) == 0:
		return nil, yamltext.NoDocument(name, form.First)
	case isJSON(name, text):
		return parseJSON(name, text, limits)
	}
	return yamltext.Parse(name, form, text, limits)
}

// isJSON says that a text is read as JSON.
func isJSON(name string, text []byte) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".json":
		return true
	case ".yaml", ".yml":
		return false
	}
	rest, open := bytes.CutPrefix(bytes.TrimLeft(text, " \t\r\n"), []byte{'{'})
	return open && bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte{'"'})
}

func slashed(name string) string { return strings.ReplaceAll(name, `\`, "/") }

// include reads the files that a document includes.
func (f *file) include(n *yaml.Node) {
	entries := []*yaml.Node{n}
	switch {
	case yamltext.Null(n):
		return
	case n.Kind == yaml.SequenceNode && f.plainTag(n):
		entries = n.Content
	}
	for _, e := range entries {
		if name, ok := f.text(e, "a file name"); ok && f.fatal == nil {
			f.includeOne(e, name)
			f.b.File(f.name)
		}
	}
}

func (f *file) includeOne(n *yaml.Node, name string) {
	to := path.Join(path.Dir(f.path), name)
	switch {
	case name == "":
		f.fault(n, "Name a file, or leave the key include out.", "an include without a name")
		return
	case path.IsAbs(name) || strings.Contains(name, `\`) || !fs.ValidPath(to) || to == ".":
		f.fault(n, "Name a file in the folder of the first file or below it, relative to this file and with /.", "the include %s leads out of the folder", yamltext.Shown(name))
		return
	case f.in.Folder == nil:
		f.fault(n, "Name the files themselves, or give Load files that have a Folder, as FromFS does.", "the include %s cannot be found: what is read here stands in no folder", yamltext.Shown(name))
		return
	}
	if f.included(n, to, to) {
		return
	}
	if len(f.trail) >= f.limits.Depth {
		f.stop(&source.LimitError{Pos: f.pos(n), Limit: "Depth", Max: int64(f.limits.Depth), Option: "--max-depth", Unit: "levels of includes"})
		return
	}
	st, err := fs.Stat(f.in.Folder, to)
	if err == nil && !st.Mode().IsRegular() {
		err = errors.New("it is no file")
	}
	if err != nil {
		f.missing(n, name, err)
		return
	}
	if same := f.sameFile(to, st); same != to && f.included(n, same, to) {
		return
	}
	file, err := f.in.Folder.Open(to)
	if err != nil {
		f.missing(n, name, err)
		return
	}
	defer file.Close()
	called := beside(f.in.Name, to)
	f.open(called, to, source.Input{Name: called, Reader: file, Size: st.Size()})
}

// beside is what a file of the folder is called in positions.
func beside(name, to string) string {
	return name[:strings.LastIndexAny(name, `/\`)+1] + to
}

func (f *file) missing(n *yaml.Node, name string, err error) {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		err = errors.New("there is no such file")
	}
	f.fault(n, fmt.Sprintf("Names are relative to the folder of %s.", path.Base(f.path)), "the include %s cannot be read: %v", yamltext.Shown(name), err)
}
