package policy

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/folder"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"example.com/orgchart/orgmodel/source"
	"go.yaml.in/yaml/v4"
)

// Version is the value of the key policy in files of this form.
const Version = "orgpolicy/v1"

const firstLine = "policy: " + Version

// Load reads a policy that includes no other file and names no baseline. It is the zero Reader's Load.
func Load(name string, r io.Reader) (*Policy, error) { return Reader{}.Load(name, r) }

// Open reads a policy from a file system, with the files it includes and its baseline, which lie in its
// folder or below.
func Open(fsys fs.FS, name string) (*Policy, error) {
	file, err := folder.Open(fsys, name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	dir, err := fs.Sub(fsys, path.Dir(name))
	if err != nil {
		return nil, err
	}
	return Reader{Folder: dir}.Load(name, file)
}

// A Reader says how policies are read. The zero Reader is good.
type Reader struct {
	Folder fs.FS // of the policy, for the files it includes and its baseline; nil: it can name none
	// Limits bound what a policy may cost; of the defaults Bytes is 4 MiB here, with what is included,
	// Depth 50, Alias 10,000, Rows 20,000 rules and waivers.
	Limits source.Limits
}

// Load reads a policy. The error is a *source.Error where the file is no YAML at all, a *source.Errors
// with all that it says and cannot mean, a *source.LimitError where it is too large, or r's own.
func (rd Reader) Load(name string, r io.Reader) (*Policy, error) {
	l := &loader{folder: rd.Folder, limits: rd.limits(), cat: newCatalogue(), book: newBook(), read: map[string]bool{}}
	l.bytes = l.limits.Bytes
	l.open(name, path.Base(strings.ReplaceAll(name, `\`, "/")), r)
	if l.fatal != nil {
		return nil, l.fatal
	}
	p := l.book.policy(l)
	if l.errs.Total > 0 {
		inOrder(l.errs.List)
		return nil, &l.errs
	}
	p.name = name
	return p, nil
}

// inOrder puts the errors of each file in the order in which they stand there.
func inOrder(errs []*source.Error) {
	first := map[string]int{}
	for i, e := range errs {
		if _, met := first[e.Pos.File]; !met {
			first[e.Pos.File] = i
		}
	}
	slices.SortStableFunc(errs, func(a, b *source.Error) int {
		return cmp.Or(first[a.Pos.File]-first[b.Pos.File], a.Pos.Line-b.Pos.Line, a.Pos.Column-b.Pos.Column)
	})
}

func (rd Reader) limits() source.Limits {
	given := rd.Limits
	if given.Bytes == 0 {
		given.Bytes = 4 << 20
	}
	if given.Depth == 0 {
		given.Depth = 50
	}
	if given.Alias == 0 {
		given.Alias = 10_000
	}
	if given.Rows == 0 {
		given.Rows = 20_000
	}
	return given.Filled()
}

// A loader reads a policy with its profiles and what it includes.
type loader struct {
	folder fs.FS
	limits source.Limits
	cat    catalogue
	book   *book

	bytes int64           // left of limits.Bytes
	rows  int             // rules and waivers met
	read  map[string]bool // files read, by path in the folder
	trail []string        // files in work, the outermost first

	errs  source.Errors
	fatal error
}

// A file is one file as it is read: the policy, an include or a profile.
type file struct {
	*loader
	name    string // in positions
	path    string // in the folder
	profile bool
}

func (f *file) pos(n *yaml.Node) orgmodel.Pos {
	return orgmodel.Pos{File: f.name, Line: n.Line, Column: n.Column}
}

// fault notes what was found, and how to put it right.
func (f *file) fault(n *yaml.Node, fix, found string, args ...any) {
	f.errs.Add(&source.Error{Pos: f.pos(n), Found: fmt.Sprintf(found, args...), Fix: fix})
}

// stop ends the reading, for the first reason given.
func (l *loader) stop(err error) {
	if l.fatal == nil {
		l.fatal = err
	}
}

// open reads one file; at is its place in the folder.
func (l *loader) open(name, at string, r io.Reader) {
	in := source.Input{Name: name, Reader: r, Limits: source.Limits{Bytes: max(l.bytes, 1)}}
	text, err := in.ReadAll()
	var over *source.LimitError
	if errors.As(err, &over) {
		over.Max, over.Unit, over.Option = l.limits.Bytes, "bytes in a policy with what it includes", "none"
	}
	if err != nil {
		l.stop(err)
		return
	}
	l.bytes -= int64(len(text))
	root, err := parse(name, text, l.limits)
	if err != nil {
		l.stop(err)
		return
	}
	l.read[at] = true
	l.trail = append(l.trail, at)
	f := &file{loader: l, name: name, path: at}
	f.document(root)
	l.trail = l.trail[:len(l.trail)-1]
}

// parse gives the tree of a text with its aliases in their places.
func parse(name string, text []byte, limits source.Limits) (*yaml.Node, error) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if !utf8.Valid(text) {
		return nil, &source.Error{Pos: orgmodel.Pos{File: name}, Found: "this is no text in UTF-8", Fix: "Save it as UTF-8."}
	}
	root, err := yamltext.Parse(name, yamltext.Form{First: firstLine, Example: "severity: warning"}, text, limits)
	if err == nil {
		err = yamltext.Unfold(name, root, limits)
	}
	return root, err
}

// include reads the files that a policy includes.
func (f *file) include(n *yaml.Node) {
	entries := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		entries = n.Content
	}
	for _, e := range entries {
		if name, ok := f.text(e, "a file name"); ok && f.fatal == nil {
			if at, ok := f.beside(e, name, "include"); ok && f.unread(e, at) {
				f.openBeside(e, name, at)
			}
		}
	}
}

// beside is the place of a file that this one names, in the folder.
func (f *file) beside(n *yaml.Node, name, key string) (at string, ok bool) {
	at = path.Join(path.Dir(f.path), name)
	switch {
	case f.profile || f.folder == nil:
		f.fault(n, "Read the policy from a folder: policy.Open does, and the command.", "the %s %s cannot be found: what is read here stands in no folder", key, yamltext.Shown(name))
	case name == "" || path.IsAbs(name) || strings.Contains(name, `\`) || !fs.ValidPath(at) || at == ".":
		f.fault(n, "Name a file in the folder of the first file or below it, relative to this file and with /.", "the %s %s leads out of the folder", key, yamltext.Shown(name))
	default:
		return at, true
	}
	return "", false
}

// unread says that a file is to be read now: not one that has been, nor one in work.
func (f *file) unread(n *yaml.Node, at string) bool {
	for i, open := range f.trail {
		if open == at {
			f.fault(n, "Take one of these includes out.", "the includes go round in a loop: %s", strings.Join(append(f.trail[i:len(f.trail):len(f.trail)], at), " includes "))
			return false
		}
	}
	if len(f.trail) >= f.limits.Depth {
		f.stop(&source.LimitError{Pos: f.pos(n), Limit: "Depth", Max: int64(f.limits.Depth), Option: "none", Unit: "levels of includes"})
		return false
	}
	return !f.read[at]
}

func (f *file) openBeside(n *yaml.Node, name, at string) {
	file, err := f.openFile(at)
	if err != nil {
		f.fault(n, "Names are relative to the folder of "+path.Base(f.path)+".", "%s cannot be read: %v", yamltext.Shown(name), causeOf(err))
		return
	}
	defer file.Close()
	f.loader.open(f.trailName(at), at, file)
}

// openFile opens a file of the folder, and nothing else: a pipe would wait for somebody to write to it.
func (f *file) openFile(at string) (fs.File, error) {
	st, err := fs.Stat(f.folder, at)
	if err == nil && !st.Mode().IsRegular() {
		err = errors.New("it is no file")
	}
	if err != nil {
		return nil, err
	}
	return f.folder.Open(at)
}

// trailName is what a file of the folder is called in positions.
func (f *file) trailName(at string) string {
	return strings.TrimSuffix(f.name, f.path) + at
}

// causeOf is an error of a file system without the name it is about.
func causeOf(err error) error {
	var in *fs.PathError
	if errors.As(err, &in) {
		err = in.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("there is no such file")
	}
	return err
}
